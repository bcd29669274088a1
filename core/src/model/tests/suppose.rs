//! Cases in which an unknown fact is given a value.

use super::{read_with, real};
use crate::model::Content;

fn supposed(case: &str, subject: &str, fact: &str, number: i64) -> Option<serde_json::Value> {
    let vocabulary = real();
    let case = read_with(&vocabulary, case).unwrap();
    let fact = vocabulary.fact(fact).unwrap();
    let supposed = case.supposing(&vocabulary, subject, fact, &Content::Number(number))?;
    Some(supposed.canonical(&vocabulary))
}

#[test]
fn what_is_not_stated_is_stated_on_every_day() {
    let case = r#"{"families":[{"children":[{"id":"k1"}]}]}"#;
    let expected = serde_json::json!({"families": [{"children": [{"id": "k1", "birth_order": 2}]}]});
    assert_eq!(supposed(case, "k1", "child.birth_order", 2), Some(expected));
}

#[test]
fn what_is_stated_stays_and_gaps_are_filled() {
    let case = r#"{"institutions":[{"id":"n1","inclusive":[{"from":"2026-02-01","to":"2026-03-31","value":false}]}]}"#;
    let expected = serde_json::json!({"institutions": [{"id": "n1", "inclusive": [
        {"to": "2026-01-31", "value": true},
        {"from": "2026-02-01", "to": "2026-03-31", "value": false},
        {"from": "2026-04-01", "value": true}]}]});
    assert_eq!(supposed(case, "n1", "institution.inclusive", 1), Some(expected));
}

#[test]
fn a_thing_that_its_holder_names_is_found_by_the_holder() {
    let case = r#"{"families":[{"parents":[{"id":"p1"}]}]}"#;
    let expected =
        serde_json::json!({"families": [{"parents": [{"id": "p1", "employer": {"kindergarten_rule": false}}]}]});
    assert_eq!(supposed(case, "p1", "employer.kindergarten_rule", 0), Some(expected));
}

#[test]
fn a_thing_that_nothing_links_to_is_added_and_linked() {
    let case = r#"{"families":[{"children":[{"enrolments":[{"id":"e1"}]}]}]}"#;
    let answer = supposed(case, "e1", "institution.filed", 1).unwrap();
    assert_eq!(answer["institutions"], serde_json::json!([{"id": "e1", "filed": true}]));
    assert_eq!(answer["families"][0]["children"][0]["enrolments"][0]["institution"], "e1");
}

#[test]
fn who_is_not_there_is_not_supposed() {
    assert_eq!(supposed(r#"{"families":[{"id":"f1"}]}"#, "k1", "child.birth_order", 2), None);
    // Another enrolment would link to an institution.
    let other = r#"{"families":[{"children":[{"enrolments":[{"id":"e1"}]}]}]}"#;
    assert_eq!(supposed(other, "e2", "institution.filed", 1), None);
    // A family is there, but links to no institution.
    assert_eq!(supposed(r#"{"families":[{"id":"f1"}]}"#, "f1", "institution.filed", 1), None);
}
