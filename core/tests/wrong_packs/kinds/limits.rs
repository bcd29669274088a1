//! Limits: one number, one bound, one comparison.

use super::{changed, hold, told};

const NEED: &str = "need     enrolment.monthly_fee <= standard";

#[test]
fn a_limit_compares_a_number_with_a_bound() {
    const FORM: &str = " => a <= b, a >= b, a is b";
    for need in [
        "enrolment.monthly_fee",
        "institution.inclusive",
        "not institution.inclusive",
        "enrolment.monthly_fee <= standard and institution.inclusive",
        "enrolment.monthly_fee in 1 CNY/month .. standard",
        "enrolment.monthly_fee known",
    ] {
        let found = told(&changed(NEED, &format!("need     {need}")));
        assert_eq!(found, [format!("type-mismatch [24: {need}] {need}{FORM}")]);
    }
}

#[test]
fn every_comparison_of_two_numbers_is_a_limit() {
    for relation in ["<=", "<", ">=", ">", "is"] {
        let need = format!("need     enrolment.monthly_fee {relation} standard");
        assert_eq!(told(&changed(NEED, &need)), [""; 0], "{need}");
    }
}

#[test]
fn both_sides_are_numbers_of_one_unit() {
    hold(&[
        (
            NEED,
            "need  enrolment.monthly_fee <= class.children",
            &["unit-mismatch [24: enrolment.monthly_fee <= class.children] 1 => CNY/month"],
        ),
        (NEED, "need  enrolment.monthly_fee <= class.kind", &["type-mismatch [24: class.kind] class.kind => a number"]),
        (NEED, "need  day <= enrolment.to", &["type-mismatch [24: enrolment.to] enrolment.to => a number"]),
        (
            NEED,
            "need  month - month(child.birth_date) <= 1",
            &[
                "unit-mismatch [24: month - month(child.birth_date) <= 1] month - month(child.birth_date) <= 1 => 36 months",
            ],
        ),
        (
            NEED,
            "need  enrolment.monthly_fee <= none",
            &["unknown-name [24: none] none => standard, infant, day, month, yes, no"],
        ),
    ]);
}

#[test]
fn a_limit_needs_its_need() {
    hold(&[("  need     enrolment.monthly_fee <= standard\n", "", &["missing-line [16: fee] fee => `need`"])]);
}

#[test]
fn the_numbers_of_a_limit_stand_in_the_law() {
    hold(&[
        ("2100 CNY/month", "2200 CNY/month", &["ungrounded [22: 2200 CNY/month] 2200 CNY/month => "]),
        (
            NEED,
            "need  enrolment.monthly_fee <= 1800 CNY/month",
            &["ungrounded [24: 1800 CNY/month] 1800 CNY/month => "],
        ),
        (NEED, "need  enrolment.monthly_fee <= 2 * standard", &["ungrounded [24: 2] 2 => "]),
    ]);
}
