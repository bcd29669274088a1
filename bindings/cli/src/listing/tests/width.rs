//! Columns and lines.

use crate::listing::page::{Line, Page, Tone};
use crate::listing::width::{clean, columns, joined, left, right, wrap};

#[test]
fn a_chinese_character_takes_two_columns() {
    assert_eq!(columns("托育"), 4);
    assert_eq!(columns("k1（3岁）"), 9);
    assert_eq!(columns("█·?╌"), 4);
    assert_eq!(left("托育", 6), "托育  ");
    assert_eq!(right("元", 4), "  元");
    assert_eq!(right("托育机构", 4), "托育机构");
}

#[test]
fn chinese_is_broken_between_characters() {
    assert_eq!(wrap("孩子从哪一天开始入托", 8), ["孩子从哪", "一天开始", "入托"]);
    assert_eq!(wrap("", 8), [""]);
}

#[test]
fn a_sign_that_closes_does_not_begin_a_line() {
    // Four characters fill eight columns; the comma takes the fourth with it.
    assert_eq!(wrap("孩子从哪，一天", 8), ["孩子从", "哪，一天"]);
    assert_eq!(wrap("孩子从（一天）", 8), ["孩子从", "（一天）"]);
}

#[test]
fn words_and_numbers_stay_whole() {
    assert_eq!(wrap("the child is under three", 10), ["the child", "is under", "three"]);
    assert_eq!(wrap("自 2026-03-02 起", 12), ["自", "2026-03-02", "起"]);
    assert_eq!(wrap("自2028年12月起", 8), ["自2028年", "12月起"]);
}

#[test]
fn what_is_wider_than_a_line_is_cut() {
    assert_eq!(wrap("abcdefgh-ij", 4), ["abcd", "efgh", "-ij"]);
}

#[test]
fn things_in_a_row_stay_whole_where_they_fit() {
    let things = ["孩次 2".to_owned(), "托大班".to_owned(), String::new(), "2026".to_owned()];
    assert_eq!(joined(&things, " · ", 16), ["孩次 2 · 托大班", "2026"]);
    assert_eq!(joined(&["孩子从哪一天开始".to_owned()], " · ", 8), ["孩子从哪", "一天开始"]);
}

#[test]
fn a_text_moves_no_cursor() {
    assert_eq!(clean("a\u{1b}[2Jb\nc"), "a [2Jb c");
}

#[test]
fn a_paragraph_hangs_behind_its_mark() {
    let mut page = Page::default();
    page.paragraph((2, "1. "), Tone::Open, &"托".repeat(38));
    // 80 less 5 columns are 37 characters.
    assert_eq!(page.text(false), format!("  1. {}\n     托", "托".repeat(37)));
}

#[test]
fn colours_change_nothing_but_the_colour() {
    let page = Page(vec![Line::of(Tone::Heading, "家庭").to(8).and(Tone::Good, "给予")]);
    assert_eq!(page.text(false), "家庭    给予");
    assert_eq!(page.text(true), "\u{1b}[1m家庭\u{1b}[0m    \u{1b}[32m给予\u{1b}[0m");
}
