//! The proof that no number leaves 64 bits.

use super::{pack, told};

const LAW: &str = "每人每月300元。";

fn rule(lines: &str) -> String {
    format!("entitlement e for enrolment\n  title  甲 | A\n  pay    county -> family\n{lines}\n")
}

#[test]
fn a_product_of_large_facts_that_fits_is_taken() {
    // At most 10^7 fen × 10^8 places × 64 months.
    assert_eq!(told(LAW, &rule("  rate   per month enrolment.monthly_fee * institution.places")), [""; 0]);
}

#[test]
fn a_rate_that_can_leave_64_bits_is_refused_by_name() {
    // 10^7 × 10^8 × 10^8 is more than 9.2 × 10^18.
    let rules = rule("  rate   per month enrolment.monthly_fee * institution.places * institution.staff");
    assert_eq!(told(LAW, &rules), ["number-too-large: jining/e"]);
    assert!(pack(LAW, &rules).check().plan.is_none());
}

#[test]
fn the_sum_over_64_months_must_fit_too() {
    // 10^7 × 10^8 × 20 fits 64 times; × 20 once more fits once, and not 64 times.
    let rate = "  rate   per month enrolment.monthly_fee * institution.places * child.birth_order";
    assert_eq!(told(LAW, &rule(rate)), [""; 0]);
    assert_eq!(told(LAW, &rule(&format!("{rate} * birth.babies"))), ["number-too-large: jining/e"]);
}

#[test]
fn a_difference_and_a_minimum_are_bounded_by_their_ends() {
    let bounded = "  rate   per month enrolment.monthly_fee * min(institution.places * institution.staff, 1)";
    assert_eq!(told(LAW, &rule(bounded)), [""; 0]);
    let difference = "  rate   per month enrolment.monthly_fee * (1 - institution.places * institution.staff)";
    assert_eq!(told(LAW, &rule(difference)), ["number-too-large: jining/e"], "downwards too");
}

#[test]
fn one_cell_of_a_table_is_enough_to_refuse() {
    let rate = "  rate   per month by class.kind
           infant:     300 CNY/month
           otherwise:  enrolment.monthly_fee * institution.places * institution.staff";
    assert_eq!(told(LAW, &rule(rate)), ["number-too-large: jining/e"]);
}

#[test]
fn a_condition_that_can_leave_64_bits_is_refused() {
    let lines = "  when   many \"多 | Many\":  institution.places * institution.staff * institution.staff > 300
  rate   per month 300 CNY";
    let told = told(LAW, &rule(lines));
    assert!(told.len() == 1 && told[0].starts_with("number-too-large"), "{told:?}");
}

#[test]
fn a_named_amount_is_proved_for_whatever_a_reform_may_make_of_it() {
    // 300 yuan × 10^8 × 10^2 would fit; ten million yuan does not.
    let rate = "  rate   per month by class.kind
           infant as baby:  300 CNY
           otherwise:       baby * institution.places * child.birth_order * birth.babies";
    assert_eq!(told(LAW, &rule(rate)), ["number-too-large: jining/e"]);
}
