//! JSON texts as trees, and where their syntax breaks.

use super::told;
use crate::limits::CASE_BYTES;
use crate::model::{Node, NodeValue};

fn tree(json: &str) -> Node {
    Node::from_json(json.as_bytes()).unwrap()
}

fn wrong(json: &[u8]) -> Vec<String> {
    told(&Node::from_json(json).unwrap_err())
}

#[test]
fn a_tree_keeps_numbers_as_written_and_every_member_with_its_place() {
    let text = r#" {"a": [1e400, -0.10, 12345678901234567890123], "a": null, "b\u0041": "x\n", "c": [true, false]}"#;
    let node = |value, offset| Node { value, offset };
    let number = |number: &str, offset| node(NodeValue::Number(number.to_owned()), offset);
    let list = vec![number("1e400", 8), number("-0.10", 15), number("12345678901234567890123", 22)];
    let truths = vec![node(NodeValue::Truth(true), 83), node(NodeValue::Truth(false), 89)];
    let members = vec![
        ("a".to_owned(), node(NodeValue::List(list), 7)),
        ("a".to_owned(), node(NodeValue::Null, 53)),
        ("bA".to_owned(), node(NodeValue::Text("x\n".to_owned()), 70)),
        ("c".to_owned(), node(NodeValue::List(truths), 82)),
    ];
    assert_eq!(tree(text), node(NodeValue::Object(members), 1));
}

#[test]
fn a_byte_order_mark_is_no_fault_and_places_still_count_it() {
    assert_eq!(tree("\u{feff} 7").offset, 4);
}

#[test]
fn broken_syntax_is_told_with_its_place() {
    assert_eq!(wrong(b"{\"a\": 1,}"), ["invalid-json [8..9]: }; trailing comma"]);
    assert_eq!(wrong(b"{\n  \"a\": 012\n}"), ["invalid-json [10..11]: 12; invalid number"]);
    assert_eq!(wrong("{\"托\": 育}".as_bytes()), ["invalid-json [8..11]: 育}; expected value"]);
    assert_eq!(wrong(b"[1, 2"), ["invalid-json [5..5]: EOF; EOF while parsing a list"]);
    assert_eq!(wrong(b""), ["invalid-json [0..0]: EOF; EOF while parsing a value"]);
    assert_eq!(wrong(b"[] x"), ["invalid-json [3..4]: x; trailing characters"]);
    assert_eq!(wrong(b"[1, \n\"a\", }")[0].split(';').next(), Some("invalid-json [10..11]: }"));
    assert_eq!(wrong(b"[1 \x01]")[0].split(';').next(), Some("invalid-json [3..4]: \\u{1}"));
}

#[test]
fn half_of_a_surrogate_pair_is_told_where_its_text_stands() {
    assert_eq!(wrong(b"{\"a\": [1, \"\\ud800\"]}")[0].split(" [").next(), Some("invalid-json"));
    let place = wrong(b"{\"a\": [1, \"\\ud800\"]}")[0].clone();
    assert!(place.starts_with("invalid-json [1"), "{place}");
}

#[test]
fn a_byte_that_is_no_utf8_is_counted_from_one() {
    assert_eq!(wrong(b"{\"a\": \"\xff\"}"), ["invalid-utf8 [7..8]: 8; "]);
}

#[test]
fn more_bytes_than_the_limit_are_not_read() {
    let limit = CASE_BYTES;
    assert_eq!(limit, 67_108_864);
    let mut text = vec![b' '; limit];
    text[0] = b'1';
    assert_eq!(Node::from_json(&text).unwrap().value, NodeValue::Number("1".to_owned()));
    text.push(b' ');
    assert_eq!(wrong(&text), ["too-large : 67108865; 67108864"]);
}

#[test]
fn a_path_leads_to_the_value_or_as_far_as_there_is_one() {
    let text = r#"{"families": [{"children": [{}, {"birth_date": "x"}], "a.b": 3, "a": {"b": 4}}], "": 5}"#;
    let root = tree(text);
    let at = |path: &str| root.at(path).offset;
    assert_eq!(at("families[0].children[1].birth_date"), text.find("\"x\"").unwrap());
    assert_eq!(at("families[0].children[1].birth_order"), text.find("{\"birth_date").unwrap());
    assert_eq!(at("families[0].children[9]"), text.find("[{}").unwrap());
    assert_eq!(at("families[0].a.b"), text.find('3').unwrap());
    assert_eq!(at("famil"), 0);
    assert_eq!(tree(r#"{"a": 1, "a": 2}"#).at("a").offset, 6);
    assert_eq!(at(""), 0);
}
