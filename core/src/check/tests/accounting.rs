//! Every sentence is accounted for, and the text is the locked one.

use super::{document, told};
use crate::check::{NONE_WORDS, lock_of};
use std::collections::BTreeSet;

#[test]
fn the_lock_is_the_digest_of_the_text_without_white_space() {
    // printf '托育服务' | sha256sum
    let lock = "6eebcbe6";
    assert_eq!(lock_of("托育服务").len(), 64);
    assert_ne!(lock_of("托育服务"), lock_of("托育 服务。"));
    assert_eq!(lock_of("").get(..8), Some("e3b0c442"), "SHA-256 of nothing");
    assert_eq!(lock_of("abc").get(..8), Some("ba7816bf"), "the standard's own example");
    for spaced in ["托育 服务", " 托育服务\n", "托\u{3000}育\t服\r\n务"] {
        assert_eq!(lock_of(spaced), lock_of("托育服务"), "{spaced:?}");
    }
    assert!(lock_of("托育服务").starts_with(lock));
}

#[test]
fn the_notice_is_locked_to_the_published_text() {
    let notice = tuoyu_rules::jining().iter().find(|(name, _)| *name == "jining/2025-15.md").unwrap().1;
    let law: String = notice.lines().filter_map(|line| line.strip_prefix("> ")).collect();
    assert!(notice.contains(&format!("sha256:{}", lock_of(&law))));
    assert_eq!(lock_of(&law), "603aca8697f21c72dce35d88468384358a5ba2457e19ec24901e8570347baf16");
}

#[test]
fn a_document_with_every_sentence_accounted_for_is_told_nothing() {
    assert_eq!(told(&document("> 支持社会力量举办托育机构。\n\n```none encouragement\n```\n")), [""; 0]);
}

#[test]
fn a_sentence_without_a_block_is_reported() {
    let law = "> 支持社会力量举办托育机构。\n\n```none encouragement\n```\n\n> 减免租金。\n";
    assert_eq!(told(&document(law)), ["unaccounted-piece: 减免租金。"]);
}

#[test]
fn a_heading_needs_no_block() {
    assert_eq!(told(&document("> 二、主要任务\n\n## 其他\n\n> 支持托育。\n\n```none encouragement\n```\n")), [""; 0]);
}

#[test]
fn a_changed_sentence_breaks_the_lock() {
    let locked = document("> 每人每月若干元。\n\n```none category\n```\n");
    assert_eq!(told(&locked), [""; 0]);
    let told = told(&locked.replace("若干", "许多"));
    assert!(told.len() == 1 && told[0].starts_with("law-changed: "), "{told:?}");
}

#[test]
fn a_block_without_law_is_reported() {
    let told = told(&document("```none heading\n```\n\n> 支持。\n\n```none encouragement\n```\n"));
    assert_eq!(told, ["block-without-law: "]);
}

#[test]
fn only_words_of_the_closed_list_account_for_a_sentence() {
    assert_eq!(told(&document("> 支持。\n\n```none encouragment\n```\n")), ["unknown-none: encouragment"]);
    let ids: BTreeSet<&str> = NONE_WORDS.iter().map(|word| word.id).collect();
    assert_eq!(ids.len(), NONE_WORDS.len());
    for word in NONE_WORDS {
        assert!(!word.zh.is_empty() && !word.en.is_empty(), "{}", word.id);
    }
    for named in
        ["heading", "metadata", "responsibility", "work-order", "encouragement", "category", "duty-of-government"]
    {
        assert!(ids.contains(named), "{named}");
    }
}

#[test]
fn a_number_is_never_declared_to_be_nothing() {
    for word in NONE_WORDS {
        let told = told(&document(&format!("> 每人每月300元。\n\n```none {}\n```\n", word.id)));
        let expected: &[&str] = match word.id {
            "metadata" => &[],
            "pending" => &["pending: 每人每月300元。"],
            _ => &["none-over-number: 300"],
        };
        assert_eq!(told, expected, "{}", word.id);
    }
}

#[test]
fn a_number_that_only_names_a_document_may_stand_over_nothing() {
    assert_eq!(told(&document("> 按照国办发〔2024〕48号执行。\n\n```none work-order\n```\n")), [""; 0]);
}

#[test]
fn a_sentence_whose_rule_is_still_to_be_written_is_a_warning() {
    assert_eq!(told(&document("> 免费提供。\n\n```none pending\n```\n")), ["pending: 免费提供。"]);
}
