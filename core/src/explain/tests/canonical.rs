//! Canonical JSON is what serde_json writes, with the names in order.

use super::sha256;
use crate::explain::canonical::{Canonical, FULL, Text, in_order};
use crate::explain::digest;
use crate::source::Words;
use crate::value::Month;
use crate::{Ask, Pack, Rules};
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn text(value: &impl Canonical) -> String {
    let mut text = Text::default();
    value.write(&mut text);
    String::from_utf8(text.rest().to_vec()).unwrap()
}

#[test]
fn names_are_sorted_in_every_depth() {
    let value = json!({"b": [{"z": -1, "a": "x y"}, null], "a": {"d": {"2": true, "10": "\u{e9}"}, "c": []}, "": {}});
    assert_eq!(text(&value), r#"{"":{},"a":{"c":[],"d":{"10":"é","2":true}},"b":[{"a":"x y","z":-1},null]}"#);
    assert_eq!(
        text(&Words { zh: "孩次".to_owned(), en: "Birth order".to_owned() }),
        r#"{"en":"Birth order","zh":"孩次"}"#
    );
    let months = [Month::parse("2026-01"), None];
    assert_eq!(text(&months), r#"["2026-01",null]"#);
    assert_eq!((text(&[0_usize; 0]), text(&vec![7_usize, 10])), ("[]".to_owned(), "[7,10]".to_owned()));
}

#[test]
fn names_are_in_the_order_of_their_bytes_and_not_of_what_is_written_for_them() {
    // A prefix first; a quote (22) stands before a sharp (23), whose escape begins with 5c; an é is c3 a9.
    let object = ["é", "a#", "a\"", "ab", "a", "a b", "a_b", ""].into_iter().map(|name| (name.to_owned(), Value::Null));
    assert_eq!(
        text(&Value::Object(object.collect())),
        r#"{"":null,"a":null,"a b":null,"a\"":null,"a#":null,"a_b":null,"ab":null,"é":null}"#
    );
    assert!(in_order(&[]) && in_order(&["a"]) && in_order(&["", "a", "a_b", "ab"]));
    assert!(!in_order(&["a", "a"]) && !in_order(&["ab", "a"]) && !in_order(&["a", "c", "b"]));
}

#[test]
fn every_sign_is_escaped_as_serde_json_does_it_wherever_it_stands() {
    for sign in (0..0x180).filter_map(char::from_u32) {
        for before in 0..10 {
            let told = format!("{}{sign}托育", "x".repeat(before));
            assert_eq!(text(&told), serde_json::to_string(&told).unwrap());
        }
    }
}

#[test]
fn a_digest_is_that_of_the_canonical_text_however_long() {
    // printf '%s' '{"a":1,"b":{"c":[],"d":{}}}' | sha256sum
    let value = json!({"b": {"d": {}, "c": []}, "a": 1});
    assert_eq!(digest(&value), "3520cac224af9b9f74be569f1a23ed6327121df0e96f07dc4380c94aa9f1d31f");
    for length in [FULL - 5, FULL - 4, FULL - 3, FULL, 3 * FULL + 1] {
        let value = json!([["x".repeat(length)], {"y": length}]);
        assert_eq!(digest(&value), sha256(&value));
    }
}

/// With an institution, a jurisdiction, a family of two children, and much that is unknown.
const CASE: &str = r#"{"jurisdiction": {"children_under_three": 100, "children_health_managed": 90},
  "institutions": [{"id": "n1", "setting": "kindergarten", "legal_form": "company", "education_confirmed": false, "registered": true, "filed": true, "county": "邹城市",
    "filing_received": "2026-03-02", "ownership": "public", "classes": [{"id": "c1", "kind": "infant", "children": 8}]}],
  "families": [{"county": "邹城市", "parents": [{"id": "p1", "role": "mother", "annual_taxable_income": "90000",
      "employer": {"childcare_ratio": "0.5"}}],
    "children": [{"birth_date": "2025-03-10", "birth_order": 2, "enrolments": [{"id": "e1", "class": "c1",
        "from": "2025-09-10", "monthly_fee": "1999.99", "fee_items": ["childcare", "\"x\"\n"]}]},
      {"birth_order": 4, "enrolments": [{"id": "e2", "from": "2026-03-02", "monthly_fee": "1700.00"}]}]}]}"#;

#[test]
fn outcomes_of_every_kind_have_the_digest_of_their_json() {
    let rules = Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).unwrap();
    let case = rules.read_json(CASE.as_bytes()).unwrap();
    let answer = rules.assess(&case, &Ask::window("2025-06", "2028-05")).unwrap();
    let outcomes = serde_json::to_value(&answer.outcomes).unwrap();
    assert_eq!(answer.receipt.outcomes_digest, sha256(&outcomes));
    let outcomes = outcomes.as_array().unwrap();
    let kinds: BTreeSet<&str> = outcomes.iter().map(|outcome| outcome["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds.len(), 7, "{kinds:?}");
    let is_told = |value: &Value| !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty());
    for member in ["claim", "missing", "open", "assumes", "parts", "steps", "next", "due", "excess", "payer_place"] {
        assert!(outcomes.iter().any(|outcome| is_told(&outcome[member])), "no outcome has {member}");
    }
    let reasons = || outcomes.iter().flat_map(|outcome| outcome["reasons"].as_array().unwrap());
    for member in ["also", "bound", "changes_in", "found", "relation", "subject"] {
        assert!(reasons().any(|reason| is_told(&reason[member])), "no reason has {member}");
    }
}
