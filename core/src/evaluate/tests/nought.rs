//! A denominator of nought: nothing can be said, and what is below is named.

use super::kinds::{judged, of};
use crate::evaluate::State;

const BURDEN: &str = "jining/target-price-burden";
const HEALTH: &str = "jining/target-health-management";

fn burden(facts: &str) -> (State, Option<i128>, Vec<String>) {
    judged(&of(BURDEN, &format!(r#"{{"jurisdiction":{{{facts}}}}}"#), "2025-12", "2025-12"))
}

fn health(facts: &str) -> (State, Option<i128>, Vec<String>) {
    judged(&of(HEALTH, &format!(r#"{{"jurisdiction":{{{facts}}}}}"#), "2027-12", "2027-12"))
}

fn named(facts: &[&str]) -> Vec<String> {
    facts.iter().map(|fact| format!("jurisdiction jurisdiction.{fact}")).collect()
}

#[test]
fn a_denominator_of_nought_is_named_whatever_stands_above() {
    let below = named(&["children_under_three"]);
    assert_eq!(
        health(r#""children_health_managed":0,"children_under_three":0"#),
        (State::Unanswered, None, below.clone())
    );
    assert_eq!(
        health(r#""children_health_managed":9,"children_under_three":0"#),
        (State::Unanswered, None, below.clone())
    );
    assert_eq!(health(r#""children_under_three":0"#), (State::Unanswered, None, below));
    let income = named(&["disposable_income_per_head"]);
    assert_eq!(
        burden(r#""average_price":"900.00","disposable_income_per_head":"0.00""#),
        (State::Unanswered, None, income)
    );
}

#[test]
fn nought_above_is_nought_in_all() {
    assert_eq!(health(r#""children_health_managed":0,"children_under_three":1"#), (State::Refused, Some(0), vec![]));
    assert_eq!(
        burden(r#""average_price":"0.00","disposable_income_per_head":"0.01""#),
        (State::Granted, Some(0), vec![])
    );
}

#[test]
fn a_denominator_that_may_be_nought_is_one_unknown_among_others() {
    // No price: 0 of any income is within 30 %, and 0 of 0 is no answer.
    let found = burden(r#""average_price":"0.00""#);
    assert_eq!(found, (State::Undetermined, None, named(&["disposable_income_per_head"])));
}

#[test]
fn a_quotient_is_compared_exactly_and_shown_rounded() {
    // 899 999 of 1 000 000 is 0.9 in four decimals, and short of it.
    assert_eq!(
        health(r#""children_health_managed":899999,"children_under_three":1000000"#),
        (State::Refused, Some(9_000), vec![])
    );
    assert_eq!(
        health(r#""children_health_managed":900000,"children_under_three":1000000"#),
        (State::Granted, Some(9_000), vec![])
    );
    // 12 × 900.00 of 36 000.00 is 30 %; a fen a month more is not.
    assert_eq!(burden(r#""average_price":"900.00","disposable_income_per_head":"36000.00""#).0, State::Granted);
    assert_eq!(
        burden(r#""average_price":"900.01","disposable_income_per_head":"36000.00""#),
        (State::Refused, Some(3_000), vec![])
    );
}
