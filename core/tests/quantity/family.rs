//! The family's statement where everything is known.

use super::statement;
use tuoyu::Ask;

/// Two parents with employers; a second child at 1999.99 a month, and a third that starts in May.
const FAMILY: &str = r#"{"families":[{"id":"f1",
    "parents":[{"id":"p1","annual_taxable_income":"90000.00","deduction_share":"1","employer":{"childcare_ratio":"0.85","kindergarten_ratio":"0.3"}},
               {"id":"p2","annual_taxable_income":"90000.00","deduction_share":"0","employer":{"childcare_ratio":"0.2","kindergarten_ratio":"0.1"}}],
    "children":[{"id":"k1","birth_date":"2024-05-31","birth_order":2,
                 "enrolments":[{"id":"e1","from":"2025-09-10","monthly_fee":"1999.99"}]},
                {"id":"k2","birth_date":"2025-11-02","birth_order":3,
                 "enrolments":[{"id":"e2","from":"2026-05-04","to":"2026-06-30","monthly_fee":"1000.00"},
                               {"id":"e3","from":"2026-07-01","monthly_fee":"600.00"}]}]}]}"#;

fn year() -> super::Statement {
    statement("family/statement", FAMILY, &Ask::window("2026-01", "2026-12"))
}

#[test]
fn every_item_stands_by_child_and_month_and_in_all() {
    let statement = year();
    assert_eq!(
        (statement.0.state, statement.0.layer.as_str(), statement.0.subject.as_str()),
        ("known", "jining", "f1")
    );
    let shape = statement.shape();
    for (subject, cells) in [("p1", 13), ("p2", 13), ("f1", 1)] {
        assert_eq!(shape[&(subject.to_owned(), "tax-saved".to_owned())], cells, "tax saved of {subject}");
    }
    for item in ["fees", "family-subsidy", "employer-reimbursement", "allowance", "left-to-pay"] {
        for (subject, cells) in [("k1", 13), ("k2", 13), ("f1", 1)] {
            assert_eq!(shape[&(subject.to_owned(), item.to_owned())], cells, "{item} of {subject}");
        }
    }
}

#[test]
fn fees_are_the_months_enrolled_and_the_cells_add_up_to_the_outcome() {
    let statement = year();
    // 12 × 1999.99; 2 × 1000 + 6 × 600.
    assert_eq!((statement.all("k1", "fees"), statement.all("k2", "fees")), ("23999.88".into(), "5600.00".into()));
    assert_eq!(statement.all("f1", "fees"), "29599.88");
    assert_eq!(statement.months("k2", "fees"), [["0.00"; 4].as_slice(), &["1000.00"; 2], &["600.00"; 6]].concat());
    assert_eq!(statement.all("k1", "family-subsidy"), "3600.00");
    assert_eq!(statement.all("k2", "family-subsidy"), "4000.00");
}

#[test]
fn the_allowance_is_the_childs_and_the_tax_saved_the_parents() {
    let statement = year();
    // Born in 2024: 12 × 300. Born in November 2025: once, twelve months later.
    assert_eq!(
        (statement.all("k1", "allowance"), statement.all("k2", "allowance")),
        ("3600.00".into(), "3600.00".into())
    );
    assert_eq!(statement.months("k2", "allowance"), [["0.00"; 10].as_slice(), &["3600.00", "0.00"]].concat());
    // 2 × 12 × 2000 off 90000: (1080 + 5400) − (1080 + 600).
    assert_eq!((statement.all("p1", "tax-saved"), statement.all("p2", "tax-saved")), ("4800.00".into(), "0.00".into()));
    assert_eq!(
        (statement.all("f1", "allowance"), statement.all("f1", "tax-saved")),
        ("7200.00".into(), "4800.00".into())
    );
}

#[test]
fn a_cell_is_what_the_months_up_to_it_come_to_less_those_before() {
    let statement = year();
    // p1: 1999.99 × 0.6 = 1199.994; up to each month 1199.99, 2399.99, 3599.98, 4799.98, 5999.97.
    // p2: 1999.99 × 0.2 = 399.998; up to each month 400.00, 800.00, 1199.99, 1599.99, 1999.99.
    let cells = statement.months("k1", "employer-reimbursement");
    assert_eq!(cells[..5], ["1599.99", "1600.00", "1599.98", "1600.00", "1599.99"]);
    // 14399.928 → 14399.93, and 4799.976 → 4799.98.
    assert_eq!(statement.all("k1", "employer-reimbursement"), "19199.91");
}

#[test]
fn left_to_pay_is_never_below_nothing_for_a_child_and_month() {
    let statement = year();
    // 1999.99 − 300 − 1599.99, − 1600.00, − 1599.98, − 1600.00, …
    assert_eq!(statement.months("k1", "left-to-pay")[..4], ["100.00", "99.99", "100.01", "99.99"]);
    // 23999.88 − 3600.00 − 19199.91.
    assert_eq!(statement.all("k1", "left-to-pay"), "1199.97");
    // 1000 − 500 − 600 − 200 and 600 − 500 − 360 − 120: below 0 in each month.
    assert_eq!(statement.months("k2", "left-to-pay"), ["0.00"; 12]);
    assert_eq!(statement.all("f1", "left-to-pay"), "1199.97");
}

#[test]
fn what_rests_on_a_decision_says_so() {
    let statement = year();
    let is = |item: &str| statement.part("k1", None, item).discretionary;
    assert_eq!(
        [is("fees"), is("family-subsidy"), is("employer-reimbursement"), is("left-to-pay")],
        [false, false, true, true]
    );
}

#[test]
fn it_rests_on_the_sentences_of_what_it_adds_up() {
    let statement = year();
    let (notice, above): (Vec<_>, Vec<_>) =
        statement.0.sources.iter().partition(|source| source.document == "济政办字〔2025〕15号");
    let clauses: Vec<&str> = notice.iter().map(|source| source.clause.as_str()).collect();
    // The subsidy, the age at which childcare ends, the reimbursement.
    assert_eq!(clauses, ["二（五）13③", "二（二）2", "二（五）13③"]);
    // The allowance and the tax saved rest on the nation's own.
    assert!(above.iter().any(|source| source.quote.contains("3600")), "{above:?}");
    let readings: Vec<&str> = statement.0.readings.0.iter().map(|(id, _)| id.as_str()).collect();
    for reading in ["reference-day", "second-child", "fourth-child", "reimbursement-base"] {
        assert!(readings.contains(&reading), "{readings:?}");
    }
    assert!(!readings.contains(&"family-subsidy-payer"), "which place pays changes no amount");
}

#[test]
fn fees_count_outside_the_days_in_which_the_notice_is_in_force() {
    let statement = statement("family/statement", FAMILY, &Ask::window("2028-05", "2028-08"));
    assert_eq!(statement.0.state, "known");
    // 4 × (1999.99 + 600.00); only May is in force, and k1 is three by then.
    assert_eq!(statement.all("f1", "fees"), "10399.96");
    assert_eq!(statement.months("k1", "employer-reimbursement")[1..], ["0.00"; 3]);
    assert_eq!(statement.months("k1", "left-to-pay")[1..], ["1999.99"; 3]);
}
