//! Everything that the published pack holds is said, in both languages and in neither the other's words.

use super::published;
use crate::compile::{Kind, Rule, Says};
use crate::explain::{parameter_in_words, reading_in_words, rule_in_words};
use crate::source::{Citation, Words};

/// What English sentences name in Chinese: the documents and clauses that numbers come from, and certificates.
fn quoted_in_chinese() -> Vec<String> {
    let book = &published().book;
    let of = |Citation { document, clause, quote, .. }| [quote, document, clause];
    let sources = book.parameters.iter().flat_map(|parameter| of(book.cite(&parameter.source)));
    let steps = book.rules.iter().flat_map(|rule| &rule.versions).filter_map(|version| match &version.says {
        Says::Steps(steps) => Some(steps),
        _ => None,
    });
    let acts = steps.flatten().flat_map(|step| &step.ways).filter_map(|way| way.act.as_ref());
    let certificates = acts.filter_map(|act| act.certificate.as_ref()).map(|certificate| certificate.zh.clone());
    sources.chain(certificates).filter(|text| !text.is_empty()).collect()
}

fn hold(id: &str, sentences: &[Words]) {
    let han = |text: &str| text.chars().any(|sign| ('\u{4e00}'..='\u{9fff}').contains(&sign));
    assert!(!sentences.is_empty(), "{id}");
    for Words { zh, en } in sentences {
        assert!(zh.ends_with(['。', '？']), "{id}: {zh}");
        assert!(en.ends_with(['.', '?']), "{id}: {en}");
        assert!(!zh.contains("由付给") && !zh.contains("：。") && !en.contains(": ."), "{id}: {zh} | {en}");
        // No name of a fact, no option's id, no word of English.
        assert!(han(zh) && !zh.chars().any(|sign| sign.is_ascii_alphabetic() || sign == '_'), "{id}: {zh}");
        let own = quoted_in_chinese().iter().fold(en.clone(), |rest, quoted| rest.replace(quoted.as_str(), ""));
        assert!(own.chars().any(|sign| sign.is_ascii_alphabetic()), "{id}: {en}");
        assert!(!han(&own) && !own.contains('_'), "{id}: {en}");
    }
}

#[test]
fn every_rule_reading_and_parameter_is_said_in_both_languages() {
    let book = &published().book;
    for rule in &book.rules {
        hold(&rule.id, &rule_in_words(book, rule));
    }
    for reading in &book.readings {
        hold(&reading.id, &reading_in_words(reading));
    }
    for parameter in &book.parameters {
        hold(&parameter.id, &parameter_in_words(book, parameter));
    }
    assert_eq!((book.rules.len(), book.readings.len()), (41, 10));
}

/// How the sentence begins, or what stands in it, that says what a rule of a kind is about.
fn own_words(rule: &Rule) -> &'static [&'static str] {
    match rule.kind {
        Kind::Entitlement => &["标准："],
        Kind::Limit => &["须不超过", "须不低于"],
        Kind::Requirement => &["下列条件须同时成立", "须符合："],
        Kind::Indicator => &["目标："],
        Kind::Procedure => &["第1步"],
        Kind::Lookup => &["答复为：", "第1项：", "答复："],
        Kind::Quantity => &["项目“"],
    }
}

#[test]
fn every_rule_has_its_title_whom_it_is_for_what_it_says_and_its_force() {
    let book = &published().book;
    for rule in &book.rules {
        let said: Vec<String> = rule_in_words(book, rule).into_iter().map(|words| words.zh).collect();
        assert!(said[0].starts_with(&format!("“{}”：", rule.title.zh.replace('“', "‘").replace('”', "’"))), "{said:?}");
        for thing in &rule.subject {
            assert!(said[0].contains(&format!("每一{}", book.vocabulary.things[thing.0].words.zh)), "{said:?}");
        }
        let says = |sentence: &String| own_words(rule).iter().any(|own| sentence.contains(own));
        assert!(said.iter().skip(1).any(says), "{said:?}");
        let force = said.last().unwrap();
        assert!(force.starts_with("有效期："), "{force}");
        // Fees are paid whether or not the notice is in force.
        if rule.layer == "jining" && rule.id != "family/statement" {
            assert_eq!(force, "有效期：2025年7月21日至2028年6月20日。");
        }
    }
}

#[test]
fn a_number_is_said_with_the_document_that_it_stands_in() {
    let said = |id: &str| {
        let book = &published().book;
        let parameter = book.parameters.iter().find(|parameter| parameter.id == id).unwrap();
        parameter_in_words(book, parameter).into_iter().map(|words| words.zh).collect::<Vec<_>>()
    };
    assert_eq!(
        said("jining/inclusive-fee.infant"),
        [
            "数值：每月2,100元。",
            "出处：“山东济宁优化婴幼儿照护服务（人民日报2023年6月8日第13版）”（据报道或转述，未读原文）。"
        ]
    );
    assert_eq!(
        said("jining/family-subsidy.third-child"),
        ["数值：500元。", "出处：“济政办字〔2025〕15号”二（五）13③（通知原文）。"]
    );
}
