//! Other numbers.

use super::{LAW, THIRD, answer, child, told};
use serde_json::{Value, json};
use tuoyu::Rules;

const FAMILY: &str = "jining/family-subsidy";

fn reformed(numbers: &[(&str, &str)]) -> Rules {
    LAW.reform(numbers.iter().copied()).unwrap()
}

#[test]
fn an_amount_is_paid_as_reformed() {
    let third = child("2025-03-10", 3);
    assert_eq!(answer(&LAW, &third, FAMILY)["outcomes"][0]["amount"], "6000.00");
    let outcome = answer(&reformed(&[(THIRD, "800")]), &third, FAMILY)["outcomes"][0].clone();
    assert_eq!((&outcome["amount"], &outcome["months"][0]["rate"]), (&json!("9600.00"), &json!("800")));
    // The second child's number is another one.
    let second = answer(&reformed(&[(THIRD, "800")]), &child("2025-03-10", 2), FAMILY);
    assert_eq!(second["outcomes"][0]["amount"], "3600.00");
}

#[test]
fn a_reform_reaches_what_the_number_is_used_for() {
    // The option as-third uses the third child's number.
    let fourth = reformed(&[(THIRD, "800")]).with_readings([("fourth-child", "as-third")]).unwrap();
    assert_eq!(answer(&fourth, &child("2025-03-10", 4), FAMILY)["outcomes"][0]["amount"], "9600.00");
    // Net of the subsidy: (2000 − 800) × 0.5 in twelve months.
    let net = reformed(&[(THIRD, "800")]).with_readings([("reimbursement-base", "net-of-family-subsidy")]).unwrap();
    let case = r#"{"families":[{"parents":[{"id":"p1","employed":true,"employer":{"childcare_ratio":"0.5",
        "kindergarten_ratio":"0.5"}}],"children":[{"birth_date":"2025-03-10","birth_order":3,
        "enrolments":[{"id":"e1","from":"2025-09-10","monthly_fee":"2000"}]}]}]}"#;
    let outcome = answer(&net, case, "jining/employer-reimbursement")["outcomes"][0].clone();
    assert_eq!(outcome["amount"], "7200.00");
    let assumed = outcome["assumes"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(assumed, "按假设测算：jining/family-subsidy.third-child 取 800，法规所定为 500");
}

#[test]
fn a_period_is_reformed_in_months() {
    // Under two on the last days of January and February: two months at 300; by the law, under three all year.
    let second = child("2024-03-10", 2);
    assert_eq!(answer(&LAW, &second, FAMILY)["outcomes"][0]["amount"], "3600.00");
    let younger = reformed(&[("jining/childcare-age", "24")]);
    assert_eq!(answer(&younger, &second, FAMILY)["outcomes"][0]["amount"], "600.00");
    // Born on the first of March it is two on the last day of March, as one born on the tenth is.
    assert_eq!(answer(&younger, &child("2024-03-01", 2), FAMILY)["outcomes"][0]["amount"], "600.00");
    assert_eq!(answer(&younger, &child("2024-04-01", 2), FAMILY)["outcomes"][0]["amount"], "900.00");
}

#[test]
fn a_bound_is_held_as_reformed() {
    let case = r#"{"institutions":[{"id":"n1","inclusive":true,"classes":[{"id":"c1","kind":"infant"}]}],
        "families":[{"children":[{"enrolments":[{"id":"e1","class":"c1","from":"2025-09-10","monthly_fee":"2100"}]}]}]}"#;
    let fee = "jining/inclusive-fee";
    assert_eq!(answer(&LAW, case, fee)["outcomes"][0]["state"], "met");
    let outcome = answer(&reformed(&[("jining/inclusive-fee.infant", "2000")]), case, fee)["outcomes"][0].clone();
    assert_eq!((&outcome["state"], &outcome["bound"]), (&json!("breached"), &json!("2000")));
    assert_eq!(outcome["excess"], "100");
}

#[test]
fn the_receipt_and_the_outcome_say_what_is_not_the_laws() {
    let third = child("2025-03-10", 3);
    let law = answer(&LAW, &third, FAMILY);
    assert_eq!(law["receipt"].get("reform"), None);
    let reform = answer(&reformed(&[(THIRD, "800.50")]), &third, FAMILY);
    assert_eq!(reform["receipt"]["reform"], json!({ THIRD: "800.5" }));
    assert_eq!(reform["receipt"]["pack_hash"], law["receipt"]["pack_hash"]);
    let said = |answer: &Value| answer["outcomes"][0]["assumes"].as_array().unwrap().len();
    assert_eq!(said(&reform), said(&law) + 1);
    // A rule that does not read the number says nothing of it.
    let other = answer(&reformed(&[("jining/city-award.other", "1")]), &third, FAMILY);
    assert_eq!(said(&other), said(&law));
    assert_eq!(other["outcomes"], law["outcomes"]);
}

#[test]
fn the_later_of_two_reforms_counts_and_the_laws_own_number_is_none() {
    let third = child("2025-03-10", 3);
    let twice = reformed(&[(THIRD, "800")]).reform([(THIRD, "900")]).unwrap();
    let answered = answer(&twice, &third, FAMILY);
    assert_eq!(answered["outcomes"][0]["amount"], "10800.00");
    let assumed = answered["outcomes"][0]["assumes"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(assumed, "按假设测算：jining/family-subsidy.third-child 取 900，法规所定为 500");
    let at_once = reformed(&[(THIRD, "800"), (THIRD, "900")]);
    assert_eq!(answer(&at_once, &third, FAMILY)["outcomes"], answered["outcomes"]);
    let back = twice.reform([(THIRD, "500.00")]).unwrap();
    assert_eq!(answer(&back, &third, FAMILY), answer(&LAW, &third, FAMILY));
}

#[test]
fn nothing_is_a_number_too() {
    let outcome = answer(&reformed(&[(THIRD, "0")]), &child("2025-03-10", 3), FAMILY)["outcomes"][0].clone();
    assert_eq!((&outcome["state"], &outcome["amount"]), (&json!("granted"), &json!("0.00")));
}

#[test]
fn what_is_wrong_with_a_reform_comes_at_once() {
    let wrong = LAW.reform([
        ("jining/family-subsidy.third-chld", "800"),
        (THIRD, "8e2"),
        (THIRD, "-1"),
        (THIRD, "10000000.01"),
        (THIRD, "800.005"),
        ("jining/childcare-age", "36.5"),
        ("jining/childcare-age", "100001"),
    ]);
    let found = |text: &str| text.to_owned();
    assert_eq!(
        told(wrong),
        [
            ("unknown-parameter", found("jining/family-subsidy.third-chld"), found(THIRD)),
            ("not-a-decimal", found("8e2"), found("")),
            ("out-of-range", found("jining/family-subsidy.third-child = -1"), found("0 .. 10000000")),
            ("out-of-range", found("jining/family-subsidy.third-child = 10000000.01"), found("0 .. 10000000")),
            ("too-many-decimals", found("jining/family-subsidy.third-child = 800.005"), found("2")),
            ("too-many-decimals", found("jining/childcare-age = 36.5"), found("0")),
            ("out-of-range", found("jining/childcare-age = 100001"), found("0 .. 100000")),
        ]
    );
    for most in ["10000000", "10000000.00", "0.01", "800.000"] {
        assert!(LAW.reform([(THIRD, most)]).is_ok(), "{most}");
    }
    assert!(LAW.reform([("jining/childcare-age", "100000")]).is_ok());
}
