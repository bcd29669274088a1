//! TOML texts as trees: what TOML writes in another way than JSON.

use super::{read_with, real, told};
use crate::model::{Facts, Node, NodeValue};

fn tree(toml: &str) -> Node {
    Node::from_toml(toml.as_bytes()).unwrap()
}

fn value(toml: &str) -> NodeValue {
    tree(&format!("a = {toml}")).member("a").unwrap().value.clone()
}

fn number(text: &str) -> NodeValue {
    NodeValue::Number(text.to_owned())
}

fn text(text: &str) -> NodeValue {
    NodeValue::Text(text.to_owned())
}

#[test]
fn numbers_keep_their_text_in_base_ten() {
    assert_eq!(value("12"), number("12"));
    assert_eq!(value("+12"), number("12"));
    assert_eq!(value("1_000"), number("1000"));
    assert_eq!(value("0xff"), number("255"));
    assert_eq!(value("0b101"), number("5"));
    assert_eq!(value("0.10"), number("0.10"));
    assert_eq!(value("1e3"), number("1e3"));
    assert_eq!(value("nan"), number("nan"));
    let long = "9".repeat(50);
    assert_eq!(value(&long), number(&long));
}

#[test]
fn a_date_is_its_text_and_a_date_with_a_time_no_date() {
    assert_eq!(value("2025-03-10"), text("2025-03-10"));
    assert_eq!(value("2025-03-10T08:00:00Z"), text("2025-03-10T08:00:00Z"));
    assert_eq!(value("08:00:00"), text("08:00:00"));
    let tree = tree("[[families]]\n[[families.children]]\nbirth_date = 2025-03-10T08:00:00Z");
    let faults = Facts::read(&tree, &real()).unwrap_err();
    assert_eq!(told(&faults), ["not-a-date families[0].children[0].birth_date: 2025-03-10T08:00:00Z; "]);
}

#[test]
fn a_case_is_the_same_in_toml_and_in_json() {
    let toml = r#"
        [[institutions]]
        id = "n1"
        inclusive = [{ from = 2025-01-01, to = 2026-03-31, value = true }, { from = "2026-04-01", value = false }]
        places = 40

        [[families]]
        children_total = 2
        [[families.children]]
        birth = { babies = 2, difficult = false }
        birth_date = 2025-03-10
        enrolments = [{ institution = "n1", monthly_fee = "2100.5" }]
    "#;
    let json = r#"{"families": [{"children": [{"birth_date": "2025-03-10", "birth": {"difficult": false, "babies": "2"},
        "enrolments": [{"monthly_fee": "2100.50", "institution": "n1", "to": null}]}], "children_total": 2}],
        "institutions": [{"places": 40, "inclusive": [{"value": false, "from": "2026-04-01"},
        {"from": "2025-01-01", "to": "2026-03-31", "value": true}], "id": "n1"}]}"#;
    let vocabulary = real();
    let from_toml = Facts::read(&tree(toml), &vocabulary).unwrap();
    let from_json = read_with(&vocabulary, json).unwrap();
    assert_eq!(from_toml, from_json);
    assert_eq!(from_toml.canonical(&vocabulary), from_json.canonical(&vocabulary));
}

#[test]
fn broken_syntax_is_told_with_its_place() {
    let wrong = |toml: &[u8]| told(&Node::from_toml(toml).unwrap_err());
    assert_eq!(wrong(b"a = 1\na = 2"), ["invalid-toml [6..7]: a = 2; duplicate key"]);
    assert_eq!(wrong(b"a = 2025-02-30")[0].split(':').next(), Some("invalid-toml [4..14]"));
    assert!(wrong(b"a = ")[0].starts_with("invalid-toml [4..4]: EOF; "), "{:?}", wrong(b"a = "));
    assert_eq!(wrong(b"a = \"\xff\""), ["invalid-utf8 [5..6]: 6; "]);
}

#[test]
fn every_value_has_its_place() {
    let toml = "a = 1\n[b]\nc = [\"x\", { d = true }]";
    let root = tree(toml);
    let at = |path: &str| root.at(path).offset;
    assert_eq!(at("a"), 4);
    assert_eq!(at("b.c[0]"), toml.find("\"x\"").unwrap());
    assert_eq!(at("b.c[1].d"), toml.find("true").unwrap());
}
