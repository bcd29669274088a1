//! The law in words: every form of the language once, against sentences written by hand.

mod conditions;
mod jining;
mod kinds;
mod numbers;
mod pack;
mod rules;

use super::rule_in_words;
use crate::check::lock_of;
use crate::compile::{Plan, Rule};
use crate::source::Words;
use crate::{Pack, Rules};
use std::sync::LazyLock;

/// One sentence with every number that a synthetic rule of these tests holds.
const LAW: &str = "满3岁、36个月、12个月、24个月、5天，2024年、2025年，300元、500元、3600元、2000元，2倍、30%、2人、4人、0.5%，可以领取。";

/// A checked pack of the published vocabulary and one document with these blocks.
fn plan(rules: &str) -> Plan {
    let vocabulary = tuoyu_rules::jining().iter().find(|(name, _)| *name == "vocabulary.toml").unwrap();
    let document = format!(
        "```document\ndocument  一号\ntitle  办法 | Measures\nissuer  某局 | Office\npublished  2025-01-01\n\
         force  2025-01-01 ..\nstanding  seed\nlaw  sha256:{}\n```\n\n> {LAW}\n\n```rule\n{rules}```\n",
        lock_of(LAW)
    );
    let checked = Pack::new([*vocabulary, ("jining/test.md", document.as_str())]).check();
    assert_eq!(checked.diagnostics, []);
    checked.plan.unwrap()
}

/// A rule of that name, with these lines after its title and payer.
fn entitlement(subject: &str, lines: &str) -> Plan {
    plan(&format!("entitlement grant for {subject}\n  title  补助 | Grant\n  pay  county -> family\n{lines}"))
}

fn rule<'p>(plan: &'p Plan, id: &str) -> &'p Rule {
    plan.book.rules.iter().find(|rule| rule.id == id).unwrap()
}

fn both(words: &Words) -> [String; 2] {
    [words.zh.clone(), words.en.clone()]
}

/// The sentences of a rule in one language.
fn zh(plan: &Plan, id: &str) -> Vec<String> {
    rule_in_words(&plan.book, rule(plan, id)).into_iter().map(|words| words.zh).collect()
}

fn en(plan: &Plan, id: &str) -> Vec<String> {
    rule_in_words(&plan.book, rule(plan, id)).into_iter().map(|words| words.en).collect()
}

/// The published rules.
fn published() -> &'static Plan {
    static RULES: LazyLock<Rules> =
        LazyLock::new(|| Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).unwrap());
    RULES.plan()
}

/// What a rule itself says; its notes are those of `assumes`, word for word.
fn without_notes(mut sentences: Vec<String>) -> Vec<String> {
    sentences.retain(|sentence| !sentence.starts_with("说明：") && !sentence.starts_with("Note: "));
    sentences
}
