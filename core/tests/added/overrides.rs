//! A later layer speaks instead of an earlier one under the same id.

use super::{answer, rules, told};
use serde_json::{Value, json};
use tuoyu::Ask;

/// A second child that turns three in May 2026 and four in May 2027, enrolled since 2025.
fn case() -> Value {
    json!({"families": [{"children": [{"birth_date": "2023-05-31", "birth_order": 2, "enrolments": [
        {"id": "e1", "from": "2025-09-01", "monthly_fee": "1000.00"}
    ]}]}]})
}

#[test]
fn the_countys_rule_and_its_number_answer_under_the_citys_id() {
    let ask = Ask::window("2026-01", "2027-12").rule("jining/family-subsidy");
    let outcome = answer(&rules(), &case(), &ask).unwrap()["outcomes"][0].clone();
    // To April 2027, the month before the fourth birthday: 16 × 350; the city would pay 4 × 300.
    assert_eq!(outcome["amount"], "5600.00");
    assert_eq!((&outcome["rule"], &outcome["layer"]), (&json!("jining/family-subsidy"), &json!("example")));
    assert_eq!(outcome["sources"][0]["document"], "示例县〔2026〕1号");
    assert!(outcome["readings"].get("second-child").is_none(), "the city's text names it, the county's does not");
}

#[test]
fn what_adds_it_up_adds_up_what_the_county_says() {
    let ask = Ask::window("2026-01", "2026-01").rule("family/statement");
    let outcome = answer(&rules(), &case(), &ask).unwrap()["outcomes"][0].clone();
    let part = |item: &str| {
        let parts = outcome["parts"].as_array().unwrap().iter();
        let mut all = parts.filter(|part| part["item"] == item && part["month"].is_null());
        all.next_back().unwrap()["amount"].clone()
    };
    assert_eq!(
        (part("fees"), part("family-subsidy"), part("left-to-pay")),
        ("1000.00".into(), "350.00".into(), "650.00".into())
    );
}

#[test]
fn what_is_overridden_is_named_by_a_rule_of_an_earlier_layer_of_the_same_form_and_name() {
    let named = "overrides  jining/family-subsidy";
    let unknown = told(named, "overrides  jining/family-subsydy");
    assert!(unknown[0].starts_with("unknown-name jining/family-subsydy => jining/family-subsidy"), "{unknown:?}");
    // Its own layer is not an earlier one.
    let own = told(named, "overrides  example/twins-grant");
    assert!(own.iter().any(|one| one.starts_with("unknown-name example/twins-grant => ")), "{own:?}");
    let other = told(named, "overrides  jining/operating-subsidy");
    assert!(
        other.contains(&"duplicate-name jining/operating-subsidy => entitlement operating-subsidy".to_owned()),
        "{other:?}"
    );
    let limit = told(named, "overrides  jining/inclusive-fee");
    assert!(limit.contains(&"type-mismatch jining/inclusive-fee => limit for enrolment".to_owned()), "{limit:?}");
    let short = told(named, "overrides  family-subsidy");
    assert!(short.contains(&"syntax family-subsidy => layer/name".to_owned()), "{short:?}");
}

#[test]
fn a_rule_of_the_same_name_that_overrides_nothing_is_another_rule() {
    let told = told("  overrides  jining/family-subsidy\n", "");
    // The case of the county expects what the city's rule does not say: 12 × 300.
    assert_eq!(told, ["case-differs granted 4200.00 => granted 3600.00"]);
}

#[test]
fn examples_of_the_city_are_held_against_the_law_of_the_city() {
    // They expect 3600.00 of a second child in the published law, and no case of it differs.
    assert_eq!(told("示例县办法\n", "示例县办法\n"), [""; 0]);
}
