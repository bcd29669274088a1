//! Records that were changed after they were written, and a promise that is broken.

use super::example::{english, kept, named, replay};
use serde_json::json;
use tuoyu::replay::Differs;

const ZEROS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

#[test]
fn an_amount_that_was_changed_does_not_fit_its_receipt() {
    let mut kept = kept();
    kept["outcomes"][0]["amount"] = json!("12000.00");
    let replay = replay(&kept, &[]);
    // The digest in the receipt is still that of what was answered.
    assert!(!replay.holds() && replay.same_outcomes);
    assert_eq!(named(&replay), [(Differs::Record, "outcomes"), (Differs::Outcome, "amount")]);
    assert_eq!(english(&replay)[1], "k1, example/grant, amount: 12000.00 → 1200.00");
}

#[test]
fn a_total_that_was_changed_is_named() {
    let mut kept = kept();
    kept["totals"][0]["range"] = json!(["0.00", "10200.00"]);
    let replay = replay(&kept, &[]);
    assert_eq!(named(&replay), [(Differs::Total, "")]);
    assert_eq!(
        english(&replay),
        ["the total (county → family, payment), range: [0.00, 10200.00] → [4200.00, 10200.00]"]
    );
}

#[test]
fn a_digest_that_was_changed_does_not_fit_the_outcomes() {
    let mut kept = kept();
    kept["receipt"]["outcomes_digest"] = json!(ZEROS);
    assert_eq!(named(&replay(&kept, &[])), [(Differs::Record, "outcomes"), (Differs::Outcomes, "outcomes_digest")]);
    kept["receipt"]["outcomes_digest"] = super::example::kept()["receipt"]["outcomes_digest"].clone();
    kept["receipt"]["facts_digest"] = json!(ZEROS);
    assert_eq!(named(&replay(&kept, &[])), [(Differs::Facts, "facts_digest")]);
}

#[test]
fn other_outcomes_of_the_same_facts_rules_and_semantics_break_the_promise() {
    let mut kept = kept();
    kept["receipt"]["outcomes_digest"] = json!(ZEROS);
    let replay = replay(&kept["receipt"], &[]);
    assert_eq!(named(&replay), [(Differs::Promise, "outcomes_digest")]);
    assert!(english(&replay)[0].contains("the engine breaks its promise"));
    assert!(replay.differences[0].words.zh.contains("引擎违背了承诺"));
}

#[test]
fn parts_that_are_not_the_receipts_are_named() {
    for (pointer, value, name) in [
        ("/pack", json!("jining"), "pack"),
        ("/window/from", json!("2025-12"), "window"),
        ("/receipt/rules", json!(["example/grant"]), "rules"),
        ("/receipt/readings/fourth-child", json!("none"), "readings"),
    ] {
        let mut kept = kept();
        *kept.pointer_mut(pointer).unwrap() = value;
        assert_eq!(named(&replay(&kept, &[]))[0], (Differs::Record, name), "{pointer}");
    }
}

#[test]
fn outcomes_in_another_order_are_told() {
    let mut kept = kept();
    kept["outcomes"].as_array_mut().unwrap().swap(0, 1);
    assert_eq!(named(&replay(&kept, &[])), [(Differs::Record, "outcomes"), (Differs::Outcomes, "order")]);
}
