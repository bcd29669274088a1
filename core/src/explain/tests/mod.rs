//! What other systems read.

mod canonical;

use crate::{Ask, Pack, Rules};
use serde_json::Value;
use sha2::{Digest, Sha256};

const CASE: &str = r#"{"families":[{"parents":[{"id":"p1","employer":{"childcare_ratio":"0.5","kindergarten_ratio":"0.3"}}],
  "children":[{"birth_date":"2025-03-10","birth_order":2,"enrolments":[{"id":"e1","from":"2025-09-10","monthly_fee":"1999.99"}]},
              {"birth_date":"2025-03-10","birth_order":3,"enrolments":[{"id":"e2","from":"2026-03-02","monthly_fee":"1700.00"}]}]}]}"#;

fn answer() -> (Rules, Value, String) {
    let rules = Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).unwrap();
    let case = rules.read_json(CASE.as_bytes()).unwrap();
    let assessment = rules.assess(&case, &Ask::window("2026-01", "2026-12")).unwrap();
    let text = serde_json::to_string(&assessment).unwrap();
    (rules, serde_json::to_value(&assessment).unwrap(), text)
}

fn sha256(value: &Value) -> String {
    Sha256::digest(value.to_string().as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn an_outcome_carries_the_contracts_members_in_order() {
    let (_, _, text) = answer();
    let members = [
        "subject",
        "rule",
        "kind",
        "form",
        "state",
        "amount",
        "range",
        "range_exact",
        "unit",
        "months",
        "payer",
        "payee",
        "payer_place",
        "discretionary",
        "claim",
        "readings",
        "missing",
        "open",
        "assumes",
        "standing",
        "layer",
        "sources",
        "reasons",
    ];
    let mut rest = text.split_once("\"outcomes\":[").unwrap().1;
    for member in members {
        rest = rest.split_once(&format!("\"{member}\":")).unwrap_or_else(|| panic!("{member} stands too early")).1;
    }
}

#[test]
fn digests_are_of_canonical_json() {
    let (rules, answer, _) = answer();
    assert_eq!(answer["receipt"]["outcomes_digest"], sha256(&answer["outcomes"]));
    let facts = rules.read_json(CASE.as_bytes()).unwrap().canonical(rules.vocabulary());
    assert_eq!(answer["receipt"]["facts_digest"], sha256(&facts));
}

#[test]
fn totals_add_up_rounded_lines_and_keep_discretion_apart() {
    let (_, answer, _) = answer();
    let total = |payer: &str| {
        let totals = answer["totals"].as_array().unwrap();
        let is_meant =
            |total: &&Value| total["payer"] == payer && total["payee"] == "family" && total["form"] == "payment";
        totals.iter().find(is_meant).unwrap().clone()
    };
    // 12 × 300 and 10 × 500.
    assert_eq!(total("county")["amount"], "8600.00");
    assert_eq!(total("county")["discretionary"], false);
    // 12 × 1999.99 × 0.5 = 11999.94 and 10 × 1700 × 0.5 = 8500.
    assert_eq!(total("employer")["amount"], "20499.94");
    assert_eq!(total("employer")["discretionary"], true);
    // The institution is not named, so what it gets is open: 3000 and 2500 at most.
    let subsidy = answer["totals"].as_array().unwrap().iter().find(|total| total["payee"] == "institution").unwrap();
    assert_eq!(
        (subsidy["amount"].clone(), subsidy["range"].clone()),
        (Value::Null, serde_json::json!(["0.00", "5500.00"]))
    );
}
