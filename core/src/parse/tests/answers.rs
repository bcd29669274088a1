//! `value` of a lookup: words by a fact, or a list of words.

use super::rules::shown;
use super::{at, faults_in, in_block, rules_of, sound};
use crate::parse::{Answer, LineBody};

fn read(value: &str) -> Vec<String> {
    let document = sound(&in_block(&format!("lookup a for b\n  {value}")));
    shown(&rules_of(&document)[0])
}

fn faults(value: &str) -> Vec<String> {
    faults_in(&format!("lookup a for b\n  {value}"))
}

#[test]
fn an_answer_is_words_by_a_fact_or_a_list() {
    assert_eq!(
        read("value by b.kind\n    one: 甲 | A\n    otherwise: 乙 | B")[1..],
        ["value: b.kind [one: 甲|A; otherwise!: 乙|B]"]
    );
    assert_eq!(
        read("value list\n    1:   甲 | A\n    10:  乙 | B\n    place: 丙 | C")[1..],
        ["value: list [1: 甲|A; 10: 乙|B; place: 丙|C]"]
    );
    assert_eq!(read("value words 甲 | A")[1..], ["value: 甲|A"]);
    let law = sound(&in_block("lookup a for law\n  value list\n    1: 甲 # 1 | A"));
    assert_eq!(shown(&rules_of(&law)[0]), ["Lookup a [law]", "value: list [1: 甲 # 1|A]"], "no remark in words");
}

#[test]
fn keys_and_words_keep_their_places() {
    let document = sound(&in_block("lookup a for b\n  value by b.kind\n    one: 甲 | A"));
    let LineBody::Answer(Answer::Rows { selector, rows }) = &rules_of(&document)[0].lines[0].body else {
        panic!("no answer")
    };
    assert_eq!(at(&document, selector.as_ref().unwrap().span), "b.kind");
    assert_eq!(at(&document, rows[0].key.span), "one");
    assert_eq!(at(&document, rows[0].words.span), "甲 | A");
}

#[test]
fn what_an_answer_lacks_is_named() {
    for (value, expected) in [
        ("value", "syntax 3:8-8 end of line => by, list, words"),
        ("value b.kind", "syntax 3:9-15 b.kind => by, list, words"),
        ("value 甲 | A", "syntax 3:9-10 甲 => by, list, words"),
        ("value by", "syntax 3:11-11 end of line => a name"),
        ("value by b.kind", "syntax 3:18-18 end of line => a row"),
        ("value list", "syntax 3:13-13 end of line => a row"),
        ("value list of words", "syntax 3:14-16 of => end of line"),
        ("value list\n    one:", "syntax 4:9-9 end of line => 中文 | English"),
        ("value list\n    one: 甲", "one-language 4:10-11 甲 => "),
        ("value list\n    one 甲 | A", "syntax 4:9-10 甲 => `:`"),
        ("value list\n    a.b: 甲 | A", "syntax 4:5-8 a.b => a name, a number, a day, `otherwise`"),
    ] {
        assert_eq!(faults(value), [expected], "{value}");
    }
}

#[test]
fn a_row_that_cannot_be_read_does_not_hide_the_next() {
    let text = "lookup a for b\n  value list\n    one 甲 | A\n    two: 乙\n  assumes 丙";
    assert_eq!(
        faults_in(text),
        ["syntax 4:9-10 甲 => `:`", "one-language 5:10-11 乙 => ", "one-language 6:11-12 丙 => "]
    );
    assert!(!rules_of(&super::read(&in_block(text)).0)[0].complete);
}
