//! Words in two languages.

use crate::source::{Language, Words};

#[test]
fn words_are_chinese_then_english() {
    let words = Words::parse("  入托补贴 |  Family childcare subsidy ").unwrap();
    assert_eq!((words.zh.as_str(), words.en.as_str()), ("入托补贴", "Family childcare subsidy"));
    assert_eq!(words.in_language(Language::Chinese), "入托补贴");
    assert_eq!(words.in_language(Language::English), "Family childcare subsidy");
    assert_eq!(Language::default(), Language::Chinese);
}

#[test]
fn words_in_one_language_alone_are_none() {
    for alone in [
        "",
        "|",
        " | ",
        "入托补贴",
        "入托补贴 |",
        "| Subsidy",
        "入托补贴 | \t",
        "\u{3000}|\u{3000}",
        "入托补贴 ｜ Subsidy",
    ] {
        assert_eq!(Words::parse(alone), None, "{alone:?}");
    }
}

#[test]
fn only_the_first_bar_divides() {
    assert_eq!(Words::parse("甲 | a | b").unwrap().en, "a | b");
}
