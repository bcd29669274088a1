//! Other readings.

use super::{LAW, answer, child, told};
use serde_json::json;
use tuoyu::Ask;

const FAMILY: &str = "jining/family-subsidy";

#[test]
fn a_reading_that_is_taken_settles_what_was_open() {
    let fourth = child("2025-03-10", 4);
    assert_eq!(answer(&LAW, &fourth, FAMILY)["outcomes"][0]["state"], "undetermined");
    let rules = LAW.with_readings([("fourth-child", "none"), ("family-subsidy-payer", "family-county")]).unwrap();
    let answered = answer(&rules, &fourth, FAMILY);
    assert_eq!(answered["outcomes"][0]["amount"], "0.00");
    assert_eq!(answered["outcomes"][0]["readings"]["fourth-child"], "none");
    assert_eq!(answered["receipt"]["readings"]["family-subsidy-payer"], "family-county");
    assert_eq!(answered["receipt"]["pack_hash"], json!(LAW.hash()));
}

#[test]
fn a_question_may_choose_otherwise() {
    let rules = LAW.with_readings([("fourth-child", "none")]).unwrap();
    let case = rules.read_json(child("2025-03-10", 4).as_bytes()).unwrap();
    let ask = Ask::window("2026-01", "2026-12").rule(FAMILY).reading("fourth-child", "as-third");
    assert_eq!(rules.assess(&case, &ask).unwrap().outcomes[0].amount(), Some("6000.00"));
    // What was taken before is kept, what is taken twice is taken last.
    let both = rules.with_readings([("reference-day", "first-day")]).unwrap();
    assert_eq!(answer(&both, &child("2025-03-10", 4), FAMILY)["outcomes"][0]["amount"], "0.00");
    let again = rules.with_readings([("fourth-child", "as-third")]).unwrap();
    assert_eq!(answer(&again, &child("2025-03-10", 4), FAMILY)["outcomes"][0]["amount"], "6000.00");
}

#[test]
fn what_is_wrong_with_readings_comes_at_once() {
    let wrong = LAW.with_readings([("forth-child", "none"), ("fourth-child", "nothing")]);
    let found = |text: &str| text.to_owned();
    assert_eq!(
        told(wrong),
        [
            ("unknown-reading", found("forth-child"), found("fourth-child")),
            ("unknown-option", found("nothing"), found("as-third, none")),
        ]
    );
}
