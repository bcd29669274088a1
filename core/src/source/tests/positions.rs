//! Places in texts, as people count them.

use crate::source::{Position, SourceText, Span};
use proptest::prelude::*;

fn text(text: &str) -> SourceText {
    SourceText { name: "jining/test.md".to_owned(), text: text.to_owned() }
}

fn at(text: &SourceText, byte: usize) -> (usize, usize) {
    let Position { line, column } = text.position(byte);
    (line, column)
}

#[test]
fn columns_count_characters_and_not_bytes() {
    let text = text("二孩每人每月300元\n三孩 500 元\n");
    assert_eq!(at(&text, 0), (1, 1));
    assert_eq!(at(&text, "二孩".len()), (1, 3));
    assert_eq!(at(&text, "二孩每人每月300".len()), (1, 10));
    let second = "二孩每人每月300元\n".len();
    assert_eq!(at(&text, second - 1), (1, 11), "the line's end belongs to the line");
    assert_eq!(at(&text, second), (2, 1));
    assert_eq!(at(&text, second + "三孩 ".len()), (2, 4));
    assert_eq!(at(&text, text.text.len()), (3, 1));
}

#[test]
fn characters_outside_the_first_plane_count_once() {
    let text = text("👶🏻x\n𠮷y");
    assert_eq!(at(&text, "👶🏻".len()), (1, 3));
    assert_eq!(at(&text, "👶🏻x\n𠮷".len()), (2, 2));
}

#[test]
fn a_carriage_return_is_a_character_of_its_line() {
    let text = text("a\r\nb");
    assert_eq!(at(&text, 2), (1, 3));
    assert_eq!(at(&text, 3), (2, 1));
}

#[test]
fn a_byte_beyond_the_text_or_inside_a_character_stands_at_the_end() {
    let text = text("托育\n补贴");
    assert_eq!(at(&text, 1_000), (2, 3));
    assert_eq!(at(&text, 1), (2, 3));
    assert_eq!(at(&self::text(""), 0), (1, 1));
    assert_eq!(at(&self::text(""), 9), (1, 1));
}

proptest! {
    #[test]
    fn a_position_leads_back_to_its_byte(content in "[a二\n👶]{0,30}", share in 0..=100_usize) {
        let text = text(&content);
        let byte = (0..=content.len() * share / 100).rev().find(|byte| content.is_char_boundary(*byte)).unwrap();
        let (line, column) = at(&text, byte);
        let start: usize = content.split_inclusive('\n').take(line - 1).map(str::len).sum();
        let within: usize = content.get(start..).unwrap().chars().take(column - 1).map(char::len_utf8).sum();
        prop_assert_eq!(start + within, byte);
    }
}

#[test]
fn two_spans_are_joined_in_whatever_order() {
    let (early, late) = (Span::new(3, 7), Span::new(5, 12));
    assert_eq!(early.to(late), Span::new(3, 12));
    assert_eq!(late.to(early), Span::new(3, 12));
    assert_eq!(early.to(Span::new(4, 5)), early);
}
