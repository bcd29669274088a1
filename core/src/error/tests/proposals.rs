//! The name that a writer most likely meant.

use crate::error::nearest;
use proptest::prelude::*;

#[test]
fn the_nearest_name_is_proposed() {
    let facts = ["child.birth_date", "child.birth_order", "enrolment.from"];
    assert_eq!(nearest("child.birthdate", facts), Some("child.birth_date"));
    assert_eq!(nearest("child.birth_oder", facts), Some("child.birth_order"));
    assert_eq!(nearest("enrollment.from", facts), Some("enrolment.from"));
    assert_eq!(nearest("thrid", ["first", "third"]), Some("third"), "two neighbours that are swapped are one edit");
}

#[test]
fn nothing_far_away_is_proposed() {
    assert_eq!(nearest("weather", ["child.birth_date"]), None);
    assert_eq!(nearest("anything", []), None);
    assert_eq!(nearest("ab", ["cd"]), None, "of a short word one letter may differ");
    assert_eq!(nearest("ab", ["ac"]), Some("ac"));
    assert_eq!(nearest("abcdefghijklmnop", ["ABCDefghijklmnop"]), Some("ABCDefghijklmnop"), "of a long one four may");
    assert_eq!(nearest("abcdefghijklmnop", ["ABCDEfghijklmnop"]), None);
    assert_eq!(nearest("abcdef", ["ABcdef"]), Some("ABcdef"), "else a third");
    assert_eq!(nearest("abcdef", ["ABCdef"]), None);
}

#[test]
fn of_names_equally_near_the_first_is_proposed() {
    assert_eq!(nearest("cat", ["bat", "rat"]), Some("bat"));
    assert_eq!(nearest("cat", ["rat", "bat", "cat"]), Some("cat"));
}

#[test]
fn chinese_characters_count_once() {
    assert_eq!(nearest("出生曰期", ["出生日期"]), Some("出生日期"));
    assert_eq!(nearest("孩次", ["年龄"]), None);
}

/// The distance as its definition says, without a table.
fn by_definition(a: &[char], b: &[char]) -> usize {
    match (a, b) {
        ([], rest) | (rest, []) => rest.len(),
        ([x, a @ ..], [y, b @ ..]) if x == y => by_definition(a, b),
        ([_, rest_of_a @ ..], [_, rest_of_b @ ..]) => {
            let shorter = by_definition(rest_of_a, b).min(by_definition(a, rest_of_b));
            let edited = shorter.min(by_definition(rest_of_a, rest_of_b));
            match (a, b) {
                ([x, y, a @ ..], [v, w, b @ ..]) if x == w && y == v => 1 + edited.min(by_definition(a, b)),
                _ => 1 + edited,
            }
        }
    }
}

proptest! {
    #[test]
    fn a_name_is_proposed_exactly_where_few_enough_edits_lead_to_it(word in "[ab二]{0,7}", name in "[ab二]{0,7}") {
        let letters = |text: &str| text.chars().collect::<Vec<char>>();
        let edits = by_definition(&letters(&word), &letters(&name));
        let allowed = (letters(&word).len() / 3).clamp(1, 4);
        prop_assert_eq!(nearest(&word, [name.as_str()]).is_some(), edits <= allowed, "{} edits", edits);
    }
}
