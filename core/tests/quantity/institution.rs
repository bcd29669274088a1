//! The institution's statement.

use super::statement;
use tuoyu::Ask;

fn institution(facts: &str) -> String {
    format!(
        r#"{{"institutions":[{{"id":"n1",{facts},"classes":[
            {{"id":"c1","kind":"infant","children":8}},{{"id":"c2","kind":"toddler-junior","children":7}},
            {{"id":"c3","kind":"mixed-age","children":0}}]}}]}}"#
    )
}

const RIGHT: &str = r#""registered":true,"filed":true,"inclusive":true"#;

fn of(facts: &str, from: &str, to: &str) -> super::Statement {
    statement("institution/statement", &institution(facts), &Ask::window(from, to))
}

#[test]
fn each_class_counts_as_full_in_every_month_and_is_rounded_once() {
    let statement = of(RIGHT, "2026-01", "2026-05");
    // 8 × 3000 × 5/12 = 10000; 7 × 2000 × 5/12 = 5833.33…; 8 × 900 × 5/12 = 3000; 7 × 600 × 5/12 = 1750.
    let all =
        |subject: &str| ["operating-subsidy", "city-award", "county-net"].map(|item| statement.all(subject, item));
    assert_eq!(all("c1"), ["10000.00", "3000.00", "7000.00"]);
    assert_eq!(all("c2"), ["5833.33", "1750.00", "4083.33"]);
    assert_eq!(all("c3"), ["0.00", "0.00", "0.00"]);
    assert_eq!(all("n1"), ["15833.33", "4750.00", "11083.33"]);
    assert_eq!(statement.own().parts.len(), 12);
}

#[test]
fn a_condition_that_fails_counts_nothing_and_is_a_reason() {
    let statement = of(r#""registered":true,"filed":false,"inclusive":true"#, "2026-01", "2026-12");
    assert_eq!((statement.0.state, statement.all("n1", "county-net")), ("known", "0.00".to_owned()));
    let failed: Vec<&str> = statement
        .0
        .reasons
        .iter()
        .filter(|reason| reason.holds == Some(false))
        .map(|reason| reason.condition.as_str())
        .collect();
    assert_eq!(failed, ["filed"]);
}

#[test]
fn months_not_in_force_count_nothing() {
    let statement = of(RIGHT, "2025-05", "2025-09");
    let states: Vec<(String, &str)> =
        statement.own().months.iter().map(|line| (line.from.to_string(), line.state)).collect();
    assert_eq!(states, [("2025-05".to_owned(), "not-in-force"), ("2025-07".to_owned(), "known")]);
    // 8 × 3000 × 3/12.
    assert_eq!(statement.all("c1", "operating-subsidy"), "6000.00");
    let before = of(RIGHT, "2025-01", "2025-06");
    assert_eq!((before.0.state, before.own().parts.len()), ("not-in-force", 0));
}

#[test]
fn a_head_count_at_the_years_end_counts_in_december() {
    let ask = Ask::window("2026-11", "2026-12").reading("yearly-rate", "head-count-at-year-end");
    let statement = statement("institution/statement", &institution(RIGHT), &ask);
    assert_eq!(statement.all("c1", "operating-subsidy"), "24000.00");
}

#[test]
fn what_is_unknown_gives_a_range_and_is_missing() {
    let statement = of(r#""registered":true,"filed":true"#, "2026-01", "2026-12");
    assert_eq!((statement.0.state, statement.missing()), ("undetermined", vec!["n1 institution.inclusive".to_owned()]));
    assert_eq!(statement.all("n1", "county-net"), "0.00 .. 26600.00");
    // Not filed: whether it is inclusive changes nothing.
    let refused = of(r#""registered":true,"filed":false"#, "2026-01", "2026-12");
    assert_eq!((refused.0.state, refused.missing()), ("known", Vec::new()));
}
