//! Facts that are not those of the receipt.

use super::example::{english, kept, named, replay};
use serde_json::json;
use tuoyu::replay::Differs;

#[test]
fn a_fact_that_changes_an_outcome_is_named_and_so_is_what_it_changes() {
    // Three years old on the last day of June: January to May, 5 × 300.
    let replay = replay(&kept(), &[("2023-05-31", "2023-06-30")]);
    assert!(!replay.holds() && !replay.same_outcomes);
    assert_eq!(
        named(&replay),
        [
            (Differs::Facts, "facts_digest"),
            (Differs::Fact, "child.birth_date"),
            (Differs::Outcomes, "outcomes_digest"),
            (Differs::Outcome, "amount"),
            (Differs::Outcome, "range"),
            (Differs::Outcome, "months"),
            (Differs::Outcome, "reasons"),
            (Differs::Total, ""),
        ]
    );
    assert_eq!(
        english(&replay)[..5],
        [
            "the facts are not those of the receipt",
            "child.birth_date (Date of birth) of k1: 2023-05-31 → 2023-06-30",
            "the outcomes are not those of the receipt",
            "k1, example/grant, amount: 1200.00 → 1500.00",
            "k1, example/grant, range: [1200.00, 1200.00] → [1500.00, 1500.00]",
        ]
    );
    assert_eq!(replay.differences[7].found["range"], json!(["4500.00", "10500.00"]));
    let fact = &replay.differences[1];
    assert_eq!(
        (fact.subject.as_deref(), &fact.recorded, &fact.found),
        (Some("k1"), &json!("2023-05-31"), &json!("2023-06-30"))
    );
}

#[test]
fn a_fact_that_becomes_known_was_unknown() {
    let fee = r#"{ "id": "k3", "monthly_fee": "1800.00""#;
    let replay = replay(&kept(), &[(r#"{ "id": "k3""#, fee)]);
    let said = english(&replay);
    assert_eq!(said[1], "child.monthly_fee (Monthly fee) of k3: unknown → 1800.00");
    assert!(said.contains(&"k3, example/fee-cap, state: undetermined → met"), "{said:?}");
    assert!(said.contains(&"k3, example/fee-cap, missing: [k3 child.monthly_fee] → []"), "{said:?}");
}

#[test]
fn a_line_in_time_is_named_by_months() {
    // Enrolled one month longer: 7 × 500.
    let change = [("2026-06-30", "2026-07-31"), ("2026-07-01", "2026-08-01")];
    let replay = replay(&kept(), &change);
    let said = english(&replay);
    assert_eq!(
        said[1],
        "child.enrolled (Enrolled) of k2: true [2026-01..2026-06], false [2026-07..2026-12] → true [2026-01..2026-07], false [2026-08..2026-12]"
    );
    assert!(said.contains(&"k2, example/grant, amount: 3000.00 → 3500.00"), "{said:?}");
}

#[test]
fn a_fact_that_no_asked_rule_reads_changes_the_digest_alone() {
    let replay = replay(&kept(), &[(r#""meals": true"#, r#""meals": false"#)]);
    assert!(!replay.holds() && replay.same_outcomes);
    assert_eq!(named(&replay), [(Differs::Facts, "facts_digest")]);
    assert!(english(&replay)[0].starts_with("the facts are not those of the receipt; no reason of the rules asked"));
}

#[test]
fn a_thing_with_another_id_has_outcomes_of_its_own() {
    let replay = replay(&kept(), &[(r#""id": "k3""#, r#""id": "k4""#)]);
    let said = english(&replay);
    assert!(said.contains(&"k3, example/grant: the record has this outcome, the replay has not"), "{said:?}");
    assert!(said.contains(&"k4, example/grant: the replay has this outcome, the record has not"), "{said:?}");
}

#[test]
fn a_receipt_alone_says_that_the_facts_differ_and_what_would_name_them() {
    let receipt = &kept()["receipt"];
    assert!(replay(receipt, &[]).holds());
    let replay = replay(receipt, &[("2023-05-31", "2023-06-30")]);
    assert!(!replay.replayed.whole);
    assert_eq!(
        english(&replay),
        [
            "the facts are not those of the receipt; a kept assessment would name them",
            "the outcomes are not those of the receipt; a kept assessment would name them",
        ]
    );
}

#[test]
fn the_order_of_members_is_no_difference() {
    let change =
        [(r#""birth_date": "2025-01-01", "birth_order": 4"#, r#""birth_order": 4, "birth_date": "2025-01-01""#)];
    assert!(replay(&kept(), &change).holds());
}
