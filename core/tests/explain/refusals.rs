//! What cannot be explained or asked.

use super::example::{Example, rules};
use serde_json::json;
use tuoyu::Ask;
use tuoyu::error::Diagnostics;

fn codes<T: std::fmt::Debug>(answer: Result<T, Diagnostics>) -> Vec<String> {
    let faults = answer.unwrap_err().0;
    faults.iter().map(|fault| format!("{} {}; {}", fault.code, fault.found, fault.expected)).collect()
}

#[test]
fn only_an_outcome_is_explained() {
    let rules = rules();
    let fault = codes(rules.explain(&json!({"subject": "e1"})));
    assert_eq!(fault, ["not-an-outcome missing field `rule`; "]);
    assert!(codes(rules.explain(&json!([])))[0].starts_with("not-an-outcome "));
    let other = json!({"subject": "e1", "rule": "mars/air", "kind": "entitlement", "state": "granted"});
    assert!(codes(rules.explain(&other))[0].starts_with("unknown-rule mars/air; china/infant-care-tax-saved, "));
}

#[test]
fn a_subject_without_an_outcome_is_told_with_those_that_have_one() {
    let rules = rules();
    let case =
        r#"{"families":[{"parents":[{"id":"p1"}],"children":[{"enrolments":[{"id":"e1"},{"id":"enrolment-2"}]}]}]}"#;
    let case = rules.read_json(case.as_bytes()).unwrap();
    let ask = Ask::window("2026-01", "2026-12").rule("jining/family-subsidy");
    assert_eq!(codes(rules.questions(&case, &ask.clone().subject("k9"))), ["unknown-subject k9; e1, enrolment-2"]);
    assert_eq!(codes(rules.questions(&case, &ask.subject("p1/e1"))), ["unknown-subject p1/e1; e1, enrolment-2"]);
}

#[test]
fn of_many_subjects_the_nearest_is_proposed() {
    let rules = rules();
    let enrolments: Vec<_> = (101..=113).map(|number| json!({"id": format!("enrolment-{number}")})).collect();
    let case = json!({"families": [{"children": [{"enrolments": enrolments}]}]}).to_string();
    let case = rules.read_json(case.as_bytes()).unwrap();
    let ask = Ask::window("2026-01", "2026-12").rule("jining/family-subsidy").subject("enrolment-10l");
    assert_eq!(codes(rules.questions(&case, &ask)), ["unknown-subject enrolment-10l; enrolment-101"]);
}

#[test]
fn an_outcome_is_explained_from_its_json_as_from_its_report() {
    let rules = rules();
    let case =
        r#"{"families":[{"children":[{"birth_date":"2025-03-10","enrolments":[{"id":"e1","from":"2025-09-10"}]}]}]}"#;
    let answer = rules.assess(&rules.read_json(case.as_bytes()).unwrap(), &Ask::window("2026-01", "2026-12")).unwrap();
    for outcome in &answer.outcomes {
        let text = serde_json::to_string(outcome).unwrap();
        let json: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(rules.explain(&json).unwrap(), rules.explain(outcome).unwrap());
    }
    let family = answer.outcomes.iter().find(|outcome| outcome.rule == "jining/family-subsidy").unwrap();
    assert_eq!(Example::of(case).tree("jining/family-subsidy"), rules.explain(family).unwrap());
}
