//! Which rules columns can compute: those whose numbers fit 64 bits, 9 223 372 036 854 775 807.

use super::{law, pack};
use crate::compile::RuleIndex;
use crate::evaluate::Batch;
use crate::value::{Month, Window};

const LAW: &str = "每人每月300元，倍数144、145、9223、9224。";

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
fn what_a_reform_may_make_of_a_rate_must_fit() {
    // 300 yuan × 10^8 × 400 × 64 would fit; ten million yuan does not.
    let named = "  rate   per month by class.kind
           infant as baby:  300 CNY
           otherwise:       baby * institution.places";
    assert!(with(named));
    assert!(!with(&format!("{named} * child.birth_order * birth.babies")));
}

fn shipped(id: &str) -> (RuleIndex, bool) {
    let place = law().book.rules.iter().position(|rule| rule.id == id).unwrap();
    (RuleIndex(place), law().rules[place].is_narrow)
}

#[test]
fn the_four_money_rules_are_narrow_and_the_utilities_are_not() {
    let money =
        ["jining/operating-subsidy", "jining/city-award", "jining/family-subsidy", "jining/employer-reimbursement"];
    for id in money {
        assert!(shipped(id).1, "{id}");
    }
    // A quantity of 10^8 with 4 decimals × a price of 10^4 with 6: 10^12 × 10^10 is 10^22.
    assert!(!shipped("jining/residential-utilities").1);
}

#[test]
fn columns_are_made_of_narrow_rules_alone() {
    let window = Window::new(Month::new(2026, 1).unwrap(), Month::new(2026, 12).unwrap()).unwrap();
    let choices: Vec<Option<usize>> = law().book.readings.iter().map(|_| Some(0)).collect();
    let batch = |id: &str| Batch::new(law(), &[shipped(id).0], &choices, window).is_some();
    assert!(batch("jining/family-subsidy"));
    assert!(!batch("jining/residential-utilities"));
    assert!(!batch("jining/inclusive-fee"), "a limit has no amount");
    assert!(!batch("jining/training-subsidy"), "its amount is set elsewhere");
}

#[test]
fn a_sum_over_things_has_no_columns() {
    // A row holds no institutions: what it summed would be 0.
    let head = "entitlement e for jurisdiction\n  title  甲 | A\n  pay    city -> county\n";
    assert!(is_narrow("付。", &format!("{head}  rate   per month jurisdiction.places_total * 1 CNY\n")));
    assert!(!is_narrow("付。", &format!("{head}  rate   per month sum(institution.places) * 1 CNY\n")));
}
