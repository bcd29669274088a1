//! A long window says of each month what a short one says.

use super::law;
use crate::Ask;
use crate::compile::Rule;
use crate::evaluate::{MonthAnswer, Outcome, evaluate};
use crate::value::Month;

const CASE: &str = r#"{"institutions":[{"id":"n1","registered":true,
    "filed":[{"to":"2026-02-28","value":true},{"from":"2026-03-01","to":"2027-01-15","value":false},{"from":"2027-01-16","value":true}],
    "inclusive":true,"classes":[{"id":"c1","kind":"infant"}]}],
  "families":[{"parents":[{"id":"p1","employer":{"childcare_ratio":"0.5",
      "kindergarten_ratio":[{"to":"2030-06-30","value":"0.3"},{"from":"2030-07-01","value":"0.2"}]}}],"children":[{"birth_date":"2024-02-29","birth_order":3,
    "enrolments":[{"id":"e1","class":"c1","from":"2025-08-01",
      "monthly_fee":[{"to":"2026-05-30","value":"2100.00"},{"from":"2026-05-31","value":"2100.01"}]}]}]}]}"#;

fn months(from: &str, to: &str) -> Vec<Vec<MonthAnswer>> {
    let rules = law();
    let question = rules.question(&Ask::window(from, to)).unwrap();
    let outcomes = evaluate(rules.plan(), &rules.read_json(CASE.as_bytes()).unwrap(), &question);
    // What is judged on one day says nothing of the other months, and a year looks at all of its months; so does what
    // adds a year up.
    let is_of_a_year = |rule: &Rule| rule.benefit.as_ref().is_some_and(|benefit| benefit.annual);
    let is_annual = |outcome: &Outcome| {
        let book = &rules.plan().book;
        let rule = &book.rules[outcome.rule.0];
        is_of_a_year(rule) || rule.refers.iter().any(|index| is_of_a_year(&book.rules[index.0]))
    };
    let by_month = outcomes.into_iter().filter(|outcome| outcome.judged.is_none() && !is_annual(outcome));
    by_month.map(|outcome| outcome.months).collect()
}

#[test]
fn every_length_up_to_a_hundred_years_agrees_with_single_months() {
    let all = months("2000-01", "2099-12");
    let first = Month::parse("2000-01").unwrap();
    for position in (0..1_200).step_by(7).chain(300..345) {
        let month = first.plus(position).unwrap().to_string();
        let place = usize::try_from(position).unwrap();
        for (long, short) in all.iter().zip(months(&month, &month)) {
            assert_eq!(long[place..=place], short[..], "{month}");
        }
    }
}

#[test]
fn windows_at_the_edges_of_a_slice_are_parts_of_the_longest() {
    let all = months("2025-01", "2035-08");
    for (length, to) in [(1, "2025-01"), (63, "2030-03"), (64, "2030-04"), (65, "2030-05"), (128, "2035-08")] {
        for (long, short) in all.iter().zip(months("2025-01", to)) {
            assert_eq!(short.len(), length);
            assert_eq!(long[..length], short[..], "{to}");
        }
    }
}
