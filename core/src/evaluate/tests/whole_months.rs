//! Rules of whole months: ages, two regimes in one table, months of the year, days of leave.

use super::kinds::{ask, missing, small};
use crate::evaluate::{MonthState, evaluate};
use crate::{Ask, Rules};

/// Births of 2022 to 2024 by the month, later ones once a year; earlier ones are refused.
fn allowance() -> Rules {
    small(
        "2022年起出生的每月300元，2025年起出生的每次3600元，至满3岁，满2岁的当月为最后一次",
        "parameter until\n  title 年龄 | Age\n  value 3 years\n\
         parameter last\n  title 末次 | Last\n  value 2 years\n\
         entitlement allowance for child\n  title 补贴 | Allowance\n  pay state -> family\n  \
           let age = month - month(child.birth_date)\n  \
           rate by child.birth_date\n    \
             2022-01-01 .. 2024-12-31 as monthly: per month 300 CNY if age in 0 months .. until\n    \
             2025-01-01 .. as yearly: once 3600 CNY if age in {0 months, 1 year, last}\n    \
             otherwise: none",
    )
}

/// The amount of a birth in a window, and the stretches of months as `from..to state rate per`.
fn paid(rules: &Rules, birth: &str, from: &str, to: &str) -> (Option<String>, Vec<String>) {
    let case = format!(r#"{{"families": [{{"children": [{{"id": "k", "birth_date": "{birth}"}}]}}]}}"#);
    let facts = rules.read_json(case.as_bytes()).unwrap();
    let answer = rules.assess(&facts, &Ask::window(from, to).rule("jining/allowance")).unwrap();
    let outcome = &answer.outcomes[0];
    let months = &outcome.entitlement().unwrap().months;
    let line = |one: &crate::explain::MonthsReport| {
        let rate = one.rate.as_deref().map(|rate| format!(" {rate}")).unwrap_or_default();
        format!("{}..{} {}{rate} {}", one.from, one.to, one.state, one.per.unwrap_or_default())
    };
    (outcome.amount().map(str::to_owned), months.iter().map(line).collect())
}

#[test]
fn months_are_counted_from_the_month_of_birth() {
    let rules = allowance();
    // A child born on 29 February 2024 is three in March 2027; its last month is the one 36 after: February 2027.
    assert_eq!(
        paid(&rules, "2024-02-29", "2027-01", "2027-12"),
        (
            Some("600.00".to_owned()),
            vec!["2027-01..2027-02 granted 300 month".to_owned(), "2027-03..2027-12 refused month".to_owned()]
        )
    );
    // The day of the month does not matter: 12 of 2025, 12 of 2026, none of 2027.
    assert_eq!(paid(&rules, "2023-12-31", "2025-01", "2027-12").0.as_deref(), Some("7200.00"));
    assert_eq!(paid(&rules, "2023-12-01", "2025-01", "2027-12").0.as_deref(), Some("7200.00"));
    assert_eq!(paid(&rules, "2022-01-01", "2025-01", "2025-12").0.as_deref(), Some("300.00"));
    assert_eq!(paid(&rules, "2021-12-31", "2025-01", "2025-12").0.as_deref(), Some("0.00"));
}

/// Whatever the birth date is, the allowance is not in force in December 2024.
#[test]
fn a_month_before_the_force_is_that_whatever_cell_an_unknown_date_selects() {
    let rules = super::law();
    let facts = rules.read_json(br#"{"families":[{"children":[{"id":"k1"}]}]}"#).unwrap();
    let ask = Ask::window("2024-12", "2025-01").rule("china/childcare-allowance");
    let outcomes = evaluate(rules.plan(), &facts, &rules.question(&ask).unwrap());
    let states: Vec<MonthState> = outcomes[0].months.iter().map(|month| month.state).collect();
    assert_eq!(states, [MonthState::NotInForce, MonthState::Undetermined]);
}

#[test]
fn cells_of_one_table_are_due_per_month_or_once() {
    let rules = allowance();
    assert_eq!(
        paid(&rules, "2025-03-10", "2025-01", "2027-12"),
        (
            Some("10800.00".to_owned()),
            vec![
                "2025-01..2025-02 refused month".to_owned(),
                "2025-03..2025-03 granted 3600 once".to_owned(),
                "2025-04..2026-02 refused month".to_owned(),
                "2026-03..2026-03 granted 3600 once".to_owned(),
                "2026-04..2027-02 refused month".to_owned(),
                "2027-03..2027-03 granted 3600 once".to_owned(),
                "2027-04..2027-12 refused month".to_owned(),
            ]
        )
    );
    // On either side of the first day of 2025: December 2024 by the month, January 2025 once.
    assert_eq!(paid(&rules, "2024-12-31", "2025-01", "2025-12").0.as_deref(), Some("3600.00"));
    assert_eq!(paid(&rules, "2024-12-31", "2025-01", "2025-02").0.as_deref(), Some("600.00"));
    assert_eq!(paid(&rules, "2025-01-01", "2025-01", "2025-02").0.as_deref(), Some("3600.00"));
}

#[test]
fn an_unknown_birth_has_the_range_of_every_regime() {
    let rules = allowance();
    let window = Ask::window("2026-01", "2026-12").rule("jining/allowance");
    let outcome = &ask(&rules, r#"{"families": [{"children": [{"id": "k"}]}]}"#, &window)[0];
    // Nothing for earlier births; 12 × 300 for some of 2023; 3600 for births of 2025. No window of a year holds more.
    assert_eq!((outcome.range, outcome.range_is_exact), (Some((0, 360_000)), true));
    assert_eq!(missing(outcome), ["k child.birth_date"]);
}

#[test]
fn the_month_of_a_moved_date_and_months_of_the_year() {
    // January of each year in which the child is under three on some day.
    let rules = small(
        "每年10天，至满3岁的前1日",
        "parameter until\n  title 年龄 | Age\n  value 3 years\n\
         entitlement leave for child\n  title 假 | Leave\n  form leave\n  pay employer -> family\n  at_least\n  \
           rate once 10 days if month is january and month >= month(child.birth_date) \
             and month <= month(child.birth_date + until - 1 day)",
    );
    let days = |birth: &str, from: &str, to: &str| {
        let case = format!(r#"{{"families": [{{"children": [{{"birth_date": "{birth}"}}]}}]}}"#);
        let facts = rules.read_json(case.as_bytes()).unwrap();
        let answer = rules.assess(&facts, &Ask::window(from, to).rule("jining/leave")).unwrap();
        let own = answer.outcomes[0].entitlement().unwrap();
        (own.amount.clone().unwrap(), own.unit, own.at_least)
    };
    // Born on 1 January 2025 it is three on 1 January 2028, and under three on no day of that year: 2025, 2026, 2027.
    assert_eq!(days("2025-01-01", "2025-01", "2028-12"), ("30".to_owned(), "day", true));
    // A day later it is still two on 1 January 2028.
    assert_eq!(days("2025-01-02", "2025-01", "2028-12"), ("40".to_owned(), "day", true));
    assert_eq!(days("2025-01-02", "2028-02", "2028-12"), ("0".to_owned(), "day", true));
    assert_eq!(days("2025-02-01", "2025-01", "2025-12"), ("0".to_owned(), "day", true));
}
