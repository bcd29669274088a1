//! The family's statement with unknowns: ranges of every part, what is missing, and what is tried together.

use super::statement;
use tuoyu::Ask;

fn year(case: &str) -> super::Statement {
    statement("family/statement", case, &Ask::window("2026-01", "2026-12"))
}

#[test]
fn what_rests_on_one_unknown_is_tried_together() {
    let statement = year(
        r#"{"families":[{"id":"f1","parents":[{"id":"p1","annual_taxable_income":"0.00","deduction_share":"0","employer":{"kindergarten_ratio":"0.5"}}],
            "children":[{"id":"k1","birth_date":"2025-03-10","birth_order":1,
                         "enrolments":[{"id":"e1","from":"2025-09-10","monthly_fee":"2000.00"}]}]}]}"#,
    );
    assert_eq!((statement.0.state, statement.own().range_exact), ("undetermined", true));
    assert_eq!(statement.all("k1", "fees"), "24000.00");
    // The ratio is 0 to 1: what is paid back and what is left are two ends of one unknown.
    assert_eq!(statement.all("k1", "employer-reimbursement"), "0.00 .. 24000.00");
    assert_eq!(statement.all("f1", "left-to-pay"), "0.00 .. 24000.00");
    assert_eq!(statement.missing(), ["p1 employer.childcare_ratio"]);
}

#[test]
fn an_unknown_fee_moves_fees_and_reimbursement_alike() {
    let statement = year(
        r#"{"families":[{"id":"f1","parents":[{"id":"p1","annual_taxable_income":"0.00","deduction_share":"0","employer":{"childcare_ratio":"0.5","kindergarten_ratio":"0.5"}}],
            "children":[{"id":"k1","birth_date":"2025-03-10","birth_order":1,
                         "enrolments":[{"id":"e1","from":"2025-09-10","to":"2026-01-31"}]}]}]}"#,
    );
    // 0 to 100 000 a month, of which half is left. Bounds of each by itself would be −50000 to 100000.
    assert_eq!(statement.months("k1", "left-to-pay")[0], "0.00 .. 50000.00");
    assert_eq!(statement.months("k1", "left-to-pay")[1..], ["0.00"; 11]);
    let states: Vec<(String, &str)> =
        statement.own().months.iter().map(|line| (line.from.to_string(), line.state)).collect();
    assert_eq!(states, [("2026-01".to_owned(), "undetermined"), ("2026-02".to_owned(), "known")]);
}

#[test]
fn open_readings_are_named() {
    let statement = year(
        r#"{"families":[{"id":"f1","children":[{"id":"k1","birth_date":"2025-03-10","birth_order":4,
            "enrolments":[{"id":"e1","from":"2025-09-10","monthly_fee":"2000.00"}]}]}]}"#,
    );
    assert_eq!(statement.all("f1", "family-subsidy"), "0.00 .. 6000.00");
    assert_eq!(statement.all("f1", "left-to-pay"), "18000.00 .. 24000.00");
    let open = serde_json::to_value(&statement.0.open).unwrap();
    assert_eq!(open, serde_json::json!([{ "reading": "fourth-child" }]));
    assert!(statement.missing().is_empty());
}

#[test]
fn children_whose_unknowns_are_their_own_are_tried_apart() {
    let child = |id: &str| {
        format!(r#"{{"id":"{id}","enrolments":[{{"id":"e{id}","from":"2026-01-01","monthly_fee":"2000.00"}}]}}"#)
    };
    let statement = year(&format!(
        r#"{{"families":[{{"id":"f1","children":[{},{},{}]}}]}}"#,
        child("k1"),
        child("k2"),
        child("k3")
    ));
    // Three birth dates and three orders, each with dozens of values, are too many together, but not each by itself.
    assert_eq!(statement.all("k2", "left-to-pay"), "18000.00 .. 24000.00");
    // The reading about fourth children is one for all of them: what they come to may be less wide than its ends.
    assert!(!statement.own().range_exact);
    assert_eq!(statement.all("f1", "family-subsidy"), "0.00 .. 18000.00");
    assert_eq!(statement.missing().len(), 6);
}
