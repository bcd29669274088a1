//! What limits of several needs, quotients taken up, closed lists and steps with a period ask for.

use super::{changed, told};

const NEED: &str = "need     enrolment.monthly_fee <= standard";
const DONE: &str = "    done  institution.education_confirmed\n";

#[test]
fn every_one_of_several_needs_is_a_comparison() {
    let rows = "need\n    fee \"费 | Fee\":  enrolment.monthly_fee <= standard\n    children \"人数 | Children\":";
    for (row, found) in [
        ("class.children <= 20", "ungrounded [26: 20] 20 => "),
        (
            "institution.inclusive",
            "type-mismatch [26: institution.inclusive] institution.inclusive => a <= b, a >= b, a is b",
        ),
        ("class.children <= standard", "unit-mismatch [26: class.children <= standard] CNY/month => 1"),
    ] {
        assert_eq!(told(&changed(NEED, &format!("{rows}  {row}"))), [found], "{row}");
    }
}

#[test]
fn what_is_taken_up_is_a_quotient_by_a_number_of_the_law() {
    for (divided, found) in [
        ("class.children / 3", "ungrounded [24: 3] 3 => "),
        (
            "class.children / class.carers",
            "type-mismatch [24: class.children / class.carers] class.children / class.carers => a / b, b > 0",
        ),
        ("class.children / 0", "type-mismatch [24: class.children / 0] class.children / 0 => a / b, b > 0"),
        ("class.children", "type-mismatch [24: class.children] class.children => a / b"),
    ] {
        let need = format!("need     class.carers >= ceil({divided})");
        assert_eq!(told(&changed(NEED, &need)), [found], "{divided}");
    }
}

#[test]
fn a_closed_list_holds_options_of_its_fact() {
    let need = |list: &str| told(&changed(NEED, &format!("need     enrolment.fee_items in {list}")));
    assert_eq!(need("{childcare, meals}"), [""; 0]);
    assert_eq!(
        need("{childcare, gold}"),
        ["unknown-key [24: gold] gold => childcare, boarding, meals, transport, extended-hours, bedding, \
          medical-insurance, accident-insurance"]
    );
    assert_eq!(need("{}"), ["syntax [24: }] } => an expression"]);
}

#[test]
fn a_step_is_for_some_only_by_yes_or_no_and_due_after_a_day() {
    for (line, found) in [
        ("only  institution.registered", None),
        ("only  institution.places", Some("type-mismatch [49: institution.places] institution.places => yes or no")),
        (
            "due   institution.places",
            Some("type-mismatch [49: institution.places] institution.places => a date fact, + 5 workdays, + 15 days"),
        ),
    ] {
        let found: Vec<&str> = found.into_iter().collect();
        assert_eq!(told(&changed(DONE, &format!("    {line}\n{DONE}"))), found, "{line}");
    }
}
