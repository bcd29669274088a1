//! Which rules columns can compute: those whose numbers fit 64 bits, 9 223 372 036 854 775 807.

use super::{law, pack};

const LAW: &str = "每人每月300元，倍数144、145、4611、4612、9223、9224。";

fn is_narrow(law: &str, rule: &str) -> bool {
    pack(law, rule).check().plan.unwrap().rules[0].is_narrow
}

fn with(lines: &str) -> bool {
    is_narrow(LAW, &format!("entitlement e for enrolment\n  title  甲 | A\n  pay    county -> family\n{lines}\n"))
}

#[test]
fn sixty_four_months_of_a_rate_must_fit() {
    // 10^7 fen × 10^8 places × 64 months is 6.4 × 10^16: 144 times that fit, 145 times do not.
    assert!(with("  rate   per month enrolment.monthly_fee * institution.places * 144"));
    assert!(!with("  rate   per month enrolment.monthly_fee * institution.places * 145"));
}

#[test]
fn a_condition_is_not_summed() {
    let when = |times: &str| {
        with(&format!(
            "  when   many \"多 | Many\":  enrolment.monthly_fee * institution.places * {times} > 300 CNY/month
  rate   per month 300 CNY"
        ))
    };
    // 10^15 × 9 223 fits once, and 9 224 times does not.
    assert!(when("9223"));
    assert!(!when("9224"));
}

#[test]
fn the_smaller_of_two_numbers_leaves_room_for_their_difference() {
    let when = |times: &str| {
        with(&format!(
            "  when   many \"多 | Many\":  min(enrolment.monthly_fee * institution.places * {times}, 1 CNY/month) > 0 CNY/month
  rate   per month 300 CNY"
        ))
    };
    // 10^15 × 4 611 fits twice, and 4 612 times does not.
    assert!(when("4611"));
    assert!(!when("4612"));
}

#[test]
fn what_a_reform_may_make_of_a_rate_must_fit() {
    // 300 yuan × 10^8 × 400 × 64 would fit; ten million yuan does not.
    let named = "  rate   per month by class.kind
           infant as baby:  300 CNY
           otherwise:       baby * institution.places";
    assert!(with(named));
    assert!(!with(&format!("{named} * child.birth_order * birth.babies")));
}

fn shipped(id: &str) -> bool {
    let place = law().book.rules.iter().position(|rule| rule.id == id).unwrap();
    law().rules[place].is_narrow
}

#[test]
fn the_four_money_rules_are_narrow_and_the_utilities_are_not() {
    let money =
        ["jining/operating-subsidy", "jining/city-award", "jining/family-subsidy", "jining/employer-reimbursement"];
    for id in money {
        assert!(shipped(id), "{id}");
    }
    // A quantity of 10^8 with 4 decimals × a price of 10^4 with 6: 10^12 × 10^10 is 10^22.
    assert!(!shipped("jining/residential-utilities"));
}

#[test]
fn a_sum_over_things_has_no_columns() {
    // A row holds no institutions: what it summed would be 0.
    let head = "entitlement e for jurisdiction\n  title  甲 | A\n  pay    city -> county\n";
    assert!(is_narrow("付。", &format!("{head}  rate   per month jurisdiction.places_total * 1 CNY\n")));
    assert!(!is_narrow("付。", &format!("{head}  rate   per month sum(institution.places) * 1 CNY\n")));
}
