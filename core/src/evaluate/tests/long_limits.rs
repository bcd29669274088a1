//! Limits over windows longer than a slice of 64 months.

use super::kinds::{ask, small};
use crate::Ask;
use crate::evaluate::{MonthState, Outcome, State};

const RULES: &str = "limit fee for enrolment
  title    收费 | Fee
  applies  day in enrolment.from .. enrolment.to
  need     enrolment.monthly_fee <= 2100 CNY/month";

fn fee(from: &str, to: &str) -> Outcome {
    let case = r#"{"families":[{"children":[{"enrolments":[{"id":"e1","from":"2025-03-31","to":"2035-06-30",
        "monthly_fee":[{"to":"2031-05-30","value":"2100.00"},{"from":"2031-05-31","value":"2100.01"}]}]}]}]}"#;
    ask(&small("每月不超过2100元。", RULES), case, &Ask::window(from, to)).remove(0)
}

/// The states of months as runs: state, how many.
fn runs(outcome: &Outcome) -> Vec<(MonthState, usize)> {
    let mut runs: Vec<(MonthState, usize)> = Vec::new();
    for month in &outcome.months {
        match runs.last_mut().filter(|(state, _)| *state == month.state) {
            Some((_, many)) => *many += 1,
            None => runs.push((month.state, 1)),
        }
    }
    runs
}

#[test]
fn each_month_is_judged_by_its_own_facts_in_every_slice() {
    // 2025-03 to 2031-04 is 74 months at the standard, 2031-05 to 2035-06 another 50 above it.
    let outcome = fee("2024-11", "2035-08");
    let expected = [
        (MonthState::NotInForce, 2),
        (MonthState::NotApplicable, 2),
        (MonthState::Granted, 74),
        (MonthState::Refused, 50),
        (MonthState::NotApplicable, 2),
    ];
    assert_eq!((outcome.state, runs(&outcome)), (State::Refused, expected.to_vec()));
    let values: Vec<Option<i128>> = [3, 4, 77, 78, 127, 128].map(|place| outcome.months[place].value).to_vec();
    assert_eq!(values, [None, Some(210_000), Some(210_000), Some(210_001), Some(210_001), None]);
    assert!(outcome.months[4..128].iter().all(|month| month.bound == Some(210_000)));
}

#[test]
fn the_edges_of_a_slice_are_months_as_others() {
    // 74 months at the standard: the 75th is the first above it.
    for (to, state) in [
        ("2030-06", State::Granted),
        ("2030-07", State::Granted),
        ("2031-04", State::Granted),
        ("2031-05", State::Refused),
    ] {
        let outcome = fee("2025-03", to);
        assert_eq!(outcome.state, state, "{to}");
    }
    assert_eq!(fee("2025-03", "2030-06").months.len(), 64);
    assert_eq!(fee("2025-03", "2030-07").months.len(), 65);
}
