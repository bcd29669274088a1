//! Which numbers stand in a sentence of law.

use crate::check::grounding::{self, is_grounded, tokens};
use crate::value::Decimal;

/// The numbers of a text as plain decimals; those that measure nothing in brackets.
fn numbers(text: &str) -> String {
    let each = tokens(text).into_iter().map(|token| {
        let plain = token.value.plain();
        if token.measures { plain } else { format!("({plain})") }
    });
    each.collect::<Vec<_>>().join(" ")
}

#[test]
fn arabic_numerals_are_read_as_whole_tokens() {
    for (text, found) in [
        ("乳儿班3000元/人/年", "3000"),
        ("二孩每人每月300元、三孩每人每月500元", "2 300 3 500"),
        ("占比达到42%以上", "0.42"),
        ("降至30％以下", "0.3"),
        ("0.85", "0.85"),
        ("达到99.5%", "0.995"),
        ("0—3岁婴幼儿健康管理率达到90%以上", "0 3 0.9"),
        ("3岁以下", "3"),
        ("2025年7月21日起", "2025 7 21"),
    ] {
        assert_eq!(numbers(text), found, "{text}");
    }
}

#[test]
fn chinese_numerals_are_read() {
    for (text, found) in [
        ("二孩", "2"),
        ("两倍", "2"),
        ("三千元", "3000"),
        ("十五日内", "15"),
        ("一百二十元", "120"),
        ("一百零五元", "105"),
        ("三千五百元", "3500"),
        ("两万元", "20000"),
        ("十二万三千元", "123000"),
        ("一亿元", "100000000"),
        ("百分之三十", "0.3"),
        ("百分之九十以上", "0.9"),
        ("三周岁", "3"),
    ] {
        assert_eq!(numbers(text), found, "{text}");
    }
}

#[test]
fn names_made_of_numerals_are_no_numbers() {
    for text in ["“十五五”国民经济和社会发展规划", "百分之", "零", "党的"] {
        assert_eq!(numbers(text), "", "{text}");
    }
}

#[test]
fn a_number_in_a_name_measures_nothing() {
    for (text, found) in [
        ("济政办字〔2025〕15号", "(2025) (15)"),
        ("国办发〔2024〕48号", "(2024) (48)"),
        ("十九大以来", "(19)"),
        ("四位一体", "(4) (1)"),
        ("一网通办", "(1)"),
    ] {
        assert_eq!(numbers(text), found, "{text}");
    }
}

#[test]
fn a_bracket_closes() {
    assert_eq!(numbers("〔2025〕15号规定300元"), "(2025) (15) 300");
}

#[test]
fn a_mark_at_the_beginning_is_no_number() {
    for (text, found) in [
        ("13. 落实奖补政策。", ""),
        ("13. 按300元", "300"),
        ("二、主要任务", ""),
        ("十二、按两倍", "2"),
        ("13.5元", "13.5"),
        ("（二）按300元", "(2) 300"),
        ("①发放运营补助。", ""),
    ] {
        assert_eq!(numbers(text), found, "{text}");
    }
}

fn grounded(number: &str, texts: &[&str]) -> bool {
    is_grounded(Decimal::parse(number).unwrap(), &texts.iter().flat_map(|text| grounding::numbers(text)).collect())
}

#[test]
fn a_number_is_grounded_as_a_whole_token_in_one_of_the_sentences() {
    let law = ["对机构给予补助；", "二孩每人每月300元、三孩每人每月500元"];
    for (number, is) in
        [("300", true), ("300.00", true), ("500", true), ("2", true), ("30", false), ("3000", false), ("5", false)]
    {
        assert_eq!(grounded(number, &law), is, "{number}");
    }
    assert!(grounded("0.3", &["降至30%以下"]) && grounded("0.30", &["百分之三十"]));
    assert!(!grounded("30", &["降至30%以下"]), "a share is no count");
    assert!(!grounded("300", &[]));
}

#[test]
fn nothing_and_the_whole_need_no_ground() {
    for free in ["0", "0.00", "1", "1.00"] {
        assert!(grounded(free, &[]), "{free}");
    }
    assert!(!grounded("12", &["每年"]), "units convert, so twelve is never written");
    assert!(!grounded("-1", &[]));
}
