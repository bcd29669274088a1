//! Everything that a person sees exists in Chinese and in English.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use tuoyu::Rules;
use tuoyu::check::NONE_WORDS;
use tuoyu::error::{Code, Diagnostic};
use tuoyu::explain::{form_words, party_words, standing_words, state_words, who_words};
use tuoyu::model::{Choice, FactType};
use tuoyu::rulebook::{Rulebook, Says};
use tuoyu::source::{Standing, Words};

fn rules() -> Rules {
    Rules::from_pack(&tuoyu::Pack::new(tuoyu_rules::jining().iter().copied())).unwrap()
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// What is wrong with a text in both languages: Chinese holds a Chinese character or is a ratio, English holds none.
fn fault(what: &str, words: &Words) -> Option<String> {
    let zh = words.zh.trim();
    let chinese = zh.chars().any(is_han) || (!zh.is_empty() && zh.chars().all(|c| c.is_ascii_digit() || c == ':'));
    let english = !words.en.trim().is_empty() && !words.en.chars().any(is_han);
    (!chinese || !english).then(|| format!("{what}: {words:?}"))
}

fn of_choices<'c>(what: &'c str, choices: &'c [Choice]) -> impl Iterator<Item = (String, Words)> + 'c {
    choices.iter().map(move |choice| (format!("{what} {}", choice.id), choice.words.clone()))
}

/// Every text of the pack, with what it is of.
fn texts(book: &Rulebook) -> Vec<(String, Words)> {
    let mut all: Vec<(String, Words)> = Vec::new();
    let vocabulary = &book.vocabulary;
    all.extend(vocabulary.things.iter().map(|thing| (format!("thing {}", thing.id), thing.words.clone())));
    for fact in &vocabulary.facts {
        let of = |part: &str| format!("fact {} {part}", fact.id);
        all.extend([(of("label"), fact.words.clone()), (of("question"), fact.ask.clone())]);
        all.extend(fact.help.clone().map(|help| (of("help"), help)));
        match &fact.kind {
            FactType::Options(choices) | FactType::Set { choices, .. } => all.extend(of_choices(&fact.id, choices)),
            FactType::Records { choices, fields, .. } => {
                all.extend(of_choices(&fact.id, choices));
                all.extend(fields.iter().map(|(name, words, _)| (of(name), words.clone())));
            }
            _ => {}
        }
    }
    for reading in &book.readings {
        let of = |part: &str| format!("reading {} {part}", reading.id);
        all.extend([(of("question"), reading.ask.clone()), (of("because"), reading.because.clone())]);
        all.extend(of_choices(&reading.id, &reading.options));
    }
    all.extend(book.documents.iter().map(|document| (document.number.clone(), document.title.clone())));
    for rule in &book.rules {
        let of = |part: &str| format!("rule {} {part}", rule.id);
        all.push((of("title"), rule.title.clone()));
        all.extend(rule.assumes.iter().chain(&rule.guiding).map(|words| (of("assumes"), words.clone())));
        let benefit = rule.benefit.as_ref();
        all.extend(benefit.and_then(|benefit| benefit.discretionary.clone()).map(|words| (of("discretion"), words)));
        all.extend(benefit.and_then(|benefit| benefit.elsewhere.clone()).map(|set| (of("elsewhere"), set.words)));
        for version in &rule.versions {
            all.extend(version.conditions().map(|condition| (of(&condition.label), condition.words.clone())));
            match &version.says {
                Says::Words(_, words) => all.extend(words.iter().map(|words| (of("answer"), words.clone()))),
                Says::List(list) => all.extend(list.iter().map(|(key, words)| (of(key), words.clone()))),
                Says::Steps(steps) => {
                    for act in steps.iter().flat_map(|step| &step.ways).filter_map(|way| way.act.as_ref()) {
                        all.extend([(of("act"), act.act.clone()), (of("body"), act.body.clone())]);
                        all.extend(act.certificate.clone().map(|words| (of("certificate"), words)));
                    }
                }
                Says::Items(items) => all.extend(items.iter().map(|item| (of(&item.id), item.title.clone()))),
                Says::Rate(_) | Says::Elsewhere | Says::Measures(_) | Says::Conditions => {}
            }
        }
    }
    all
}

#[test]
fn every_text_of_the_pack_exists_in_both_languages() {
    let rules = rules();
    let all = texts(&rules.plan().book);
    let wrong: Vec<String> = all.iter().filter_map(|(what, words)| fault(what, words)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // 73 facts alone have a label and a question each.
    assert!(all.len() > 400, "{}", all.len());
}

#[test]
fn every_state_of_every_kind_has_words() {
    let states: [(&str, &[&str]); 7] = [
        ("entitlement", &["granted", "refused", "undetermined", "not-in-force", "not-applicable"]),
        ("limit", &["met", "breached", "undetermined", "not-in-force", "not-applicable"]),
        ("requirement", &["met", "breached", "short", "undetermined", "not-in-force", "not-applicable"]),
        ("indicator", &["met", "missed", "pending", "undetermined", "not-in-force"]),
        ("procedure", &["done", "pending", "no-branch", "undetermined", "not-in-force", "not-applicable"]),
        ("lookup", &["known", "undetermined", "not-in-force", "not-applicable"]),
        ("quantity", &["known", "undetermined", "not-in-force", "not-applicable"]),
    ];
    for (kind, states) in states {
        for state in states {
            assert_eq!(fault(&format!("{kind} {state}"), &state_words(kind, state)), None);
        }
    }
}

#[test]
fn every_party_form_standing_and_reason_has_words() {
    let rules = rules();
    for benefit in rules.plan().book.rules.iter().filter_map(|rule| rule.benefit.as_ref()) {
        for party in benefit.payer.iter().chain([&benefit.payee]) {
            assert_eq!(fault(party, &party_words(party)), None);
        }
        assert_eq!(fault(benefit.form.id(), &form_words(benefit.form.id())), None);
    }
    for standing in Standing::ALL {
        assert_eq!(fault(standing.id(), &standing_words(standing.id())), None);
    }
    for fact in &rules.vocabulary().facts {
        assert_eq!(fault(&fact.who, &who_words(&fact.who)), None);
    }
    for word in NONE_WORDS {
        assert_eq!(fault(word.id, &Words { zh: word.zh.to_owned(), en: word.en.to_owned() }), None);
    }
}

#[test]
fn every_error_has_words() {
    use tuoyu::source::Language::{Chinese, English};
    for code in Code::ALL {
        let told = Diagnostic::in_argument(*code, "", "", "");
        for text in [told.message(Chinese), told.help(Chinese)] {
            assert!(text.chars().any(is_han), "{}: {text}", code.id());
        }
        for text in [told.message(English), told.help(English)] {
            // The form in which words are written, and words of law, are shown as they are written.
            let said = ["中文 | English", "可", "鼓励", "按规定", "出生日期"]
                .iter()
                .fold(text.clone(), |text, word| text.replace(word, ""));
            assert!(!text.is_empty() && !said.chars().any(is_han), "{}: {text}", code.id());
        }
    }
}
