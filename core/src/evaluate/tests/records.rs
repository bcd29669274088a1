//! The numbers of records: a kind that is not listed counts 0, a number that is left out is unknown.

use super::kinds::{missing, of};
use crate::evaluate::{Outcome, State};

fn saving(utilities: &str) -> Outcome {
    let case = format!(r#"{{"institutions":[{{"id":"n1","utilities":{utilities}}}]}}"#);
    of("jining/residential-utilities", &case, "2026-01", "2026-02")
}

/// 1 000 of a kind at a difference of 0.1: 100.00 a month.
const WATER: &str = r#"{"kind":"water","quantity":"1000","residential_price":"3.1","commercial_price":"3.2"}"#;

#[test]
fn a_kind_that_is_not_listed_counts_nothing() {
    assert_eq!(saving(&format!("[{WATER}]")).amount, Some(20_000));
    assert_eq!(saving("[]").amount, Some(0));
    let gas = WATER.replace("water", "gas");
    assert_eq!(saving(&format!("[{WATER},{gas}]")).amount, Some(40_000));
    assert!(missing(&saving("[]")).is_empty());
}

#[test]
fn a_dearer_residential_price_takes_nothing_away() {
    let dear = r#"{"kind":"gas","quantity":"1000","residential_price":"3.2","commercial_price":"3.1"}"#;
    assert_eq!(saving(&format!("[{WATER},{dear}]")).amount, Some(20_000));
}

#[test]
fn a_number_that_is_left_out_is_unknown() {
    let outcome = saving(&format!(r#"[{WATER},{{"kind":"gas","quantity":"10","residential_price":"3.2"}}]"#));
    assert_eq!((outcome.state, outcome.amount), (State::Undetermined, None));
    assert_eq!(missing(&outcome), ["n1 institution.utilities.gas.commercial_price"]);
    // At least the water of two months; at most 10 × (10 000 − 3.2) a month besides.
    assert_eq!(outcome.range, Some((20_000, 20_000 + 2 * 9_996_800)));
}

#[test]
fn without_a_list_every_number_of_every_kind_is_unknown() {
    let outcome = saving("null");
    let facts = missing(&outcome);
    assert_eq!((outcome.state, facts.len()), (State::Undetermined, 12));
    assert_eq!(facts[0], "n1 institution.utilities.electricity.quantity");
    assert_eq!(facts[11], "n1 institution.utilities.heating.commercial_price");
}
