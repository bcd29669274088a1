//! The door as JavaScript meets it, without JavaScript.

use super::Engine;
use serde_json::{Value, json};

fn engine() -> Engine {
    let pack = tuoyu::Pack::new(tuoyu_rules::jining().iter().copied());
    Engine::new(&pack.compile().unwrap()).unwrap()
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

/// The codes and paths of what is refused.
fn refused(case: &Value, is_object: bool) -> Vec<(String, String)> {
    let ask = json!({"from": "2026-01", "to": "2026-12"}).to_string();
    let told = engine().assess(case.to_string().as_bytes(), is_object, ask.as_bytes()).err().unwrap_or_default();
    let text = |fault: &Value, name: &str| fault[name].as_str().unwrap_or_default().to_owned();
    let faults = parsed(&told).as_array().cloned().unwrap_or_default();
    faults.iter().map(|fault| (text(fault, "code"), text(fault, "path"))).collect()
}

#[test]
fn a_whole_number_of_an_object_is_no_decimal() {
    let fee = |fee: Value| json!({"families": [{"children": [{"enrolments": [{"monthly_fee": fee}]}]}]});
    let path = "families[0].children[0].enrolments[0].monthly_fee".to_owned();
    assert_eq!(refused(&fee(json!(2100)), true), [("not-text".to_owned(), path.clone())]);
    assert_eq!(refused(&fee(json!(2100)), false), []);
    assert_eq!(refused(&fee(json!("2100.00")), true), []);
    assert_eq!(refused(&fee(json!(0.5)), true), [("number-with-fraction".to_owned(), path)]);
}

#[test]
fn counts_are_integers_and_every_nested_decimal_is_looked_at() {
    let case = json!({
        "institutions": [{
            "places": 40,
            "utilities": [{"kind": "water", "quantity": 10, "residential_price": "3.7", "commercial_price": 5}],
        }],
        "families": [{
            "children_total": 2,
            "parents": [{"employer": {"childcare_ratio": [{"to": "2026-05-31", "value": 1}, {"from": "2026-06-01", "value": "0.5"}]}}],
        }],
    });
    let paths: Vec<String> = refused(&case, true).into_iter().map(|(_, path)| path).collect();
    assert_eq!(
        paths,
        [
            "families[0].parents[0].employer.childcare_ratio[0].value",
            "institutions[0].utilities[0].quantity",
            "institutions[0].utilities[0].commercial_price",
        ]
    );
}

#[test]
fn what_is_wrong_with_case_and_question_is_told_together() {
    let told = engine().assess(br#"{"familie": []}"#, true, br#"{"from": "2026-1", "to": 5, "rule": "x"}"#);
    let faults = parsed(&told.err().unwrap_or_default());
    let codes: Vec<&str> = faults.as_array().into_iter().flatten().filter_map(|fault| fault["code"].as_str()).collect();
    assert_eq!(codes, ["unknown-field", "malformed-argument", "malformed-argument"]);
}

#[test]
fn an_outcome_is_explained_in_a_language_that_is_known() {
    let engine = engine();
    let case = br#"{"families":[{"children":[{"birth_date":"2025-03-10","birth_order":2,"enrolments":[{"id":"e1","from":"2025-09-10"}]}]}]}"#;
    let ask = br#"{"from":"2026-01","to":"2026-12","rules":"jining/family-subsidy"}"#;
    let answer = parsed(&engine.assess(case, true, ask).unwrap_or_default());
    let outcome = answer["outcomes"][0].to_string();
    assert!(engine.explain(&outcome, "zh").unwrap_or_default().starts_with("✓ 入托补贴"));
    assert!(engine.explain(&outcome, "en").unwrap_or_default().contains("CNY 3,600.00"));
    let fault = |told: Result<String, String>| parsed(&told.err().unwrap_or_default())[0]["code"].clone();
    assert_eq!(fault(engine.explain(&outcome, "fr")), "unknown-option");
    assert_eq!(fault(engine.explain("{", "zh")), "not-an-outcome");
    assert_eq!(fault(engine.tree("[]")), "not-an-outcome");
}

#[test]
fn bytes_that_are_no_pack_are_refused() {
    let told = Engine::new(b"no pack").err().unwrap_or_default();
    assert_eq!(parsed(&told)[0]["code"], "not-a-pack");
}
