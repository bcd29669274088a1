//! The proof that no number of a case reaches 2^100, which is 1 267 650 600 228 229 401 496 703 205 376.

use super::{pack, told};

const LAW: &str = "每人每月300元，倍数12676506、12676507、126765、126766。";
const TOO_LARGE: &str = "number-too-large: jining/e";

fn rule(lines: &str) -> String {
    format!("entitlement e for enrolment\n  title  甲 | A\n  pay    county -> family\n{lines}\n")
}

fn rate(rate: &str) -> Vec<String> {
    told(LAW, &rule(&format!("  rate   per month {rate}")))
}

#[test]
fn a_product_of_large_facts_that_fits_is_taken() {
    // At most 10^7 fen × 10^8 places × 10^8 staff × 12 676 506: 1.2676506 × 10^30.
    assert_eq!(rate("enrolment.monthly_fee * institution.places * institution.staff * 12676506"), [""; 0]);
}

#[test]
fn a_rate_that_can_reach_the_bound_is_refused_by_name() {
    // One time more: 1.2676507 × 10^30.
    let large = "enrolment.monthly_fee * institution.places * institution.staff * 12676507";
    assert_eq!(rate(large), [TOO_LARGE]);
    assert!(pack(LAW, &rule(&format!("  rate   per month {large}"))).check().plan.is_none());
}

#[test]
fn a_difference_and_a_minimum_are_bounded_by_their_ends() {
    let large = "institution.places * institution.staff * institution.staff_certified";
    assert_eq!(rate(&format!("enrolment.monthly_fee * min({large}, 1)")), [""; 0]);
    assert_eq!(rate(&format!("enrolment.monthly_fee * {large}")), [TOO_LARGE]);
    assert_eq!(rate(&format!("enrolment.monthly_fee * (1 - {large})")), [TOO_LARGE], "downwards too");
}

#[test]
fn one_cell_of_a_table_is_enough_to_refuse() {
    let large = "by class.kind
           infant:     300 CNY/month
           otherwise:  enrolment.monthly_fee * institution.places * institution.staff * ";
    assert_eq!(rate(&format!("{large}12676506")), [""; 0]);
    assert_eq!(rate(&format!("{large}12676507")), [TOO_LARGE]);
}

#[test]
fn a_condition_that_can_reach_the_bound_is_refused() {
    let when = |large: &str| {
        told(LAW, &rule(&format!("  when   many \"多 | Many\":  {large} > 300\n  rate   per month 300 CNY")))
    };
    // 10^24, and 10^32.
    assert_eq!(when("institution.places * institution.staff * institution.staff"), [""; 0]);
    assert_eq!(when("institution.places * institution.staff * institution.staff * institution.staff"), [TOO_LARGE]);
}

#[test]
fn a_named_amount_is_proved_for_whatever_a_reform_may_make_of_it() {
    // 300 yuan × 10^8 × 10^8 × 126 766 would fit; ten million yuan, 10^9 fen, does not.
    let named = "by class.kind
           infant as baby:  300 CNY
           otherwise:       baby * institution.places * institution.staff * ";
    assert_eq!(rate(&format!("{named}126765")), [""; 0]);
    assert_eq!(rate(&format!("{named}126766")), [TOO_LARGE]);
}

#[test]
fn a_sum_is_proved_for_a_million_things() {
    // 10^8 places × 10^6 institutions, squared, in fen: 10^30; twice that is too much.
    let sums = "sum(institution.places) * sum(institution.staff) * 1 CNY";
    let of = |rate: &str| {
        let head = "entitlement e for jurisdiction\n  title  甲 | A\n  pay    city -> county\n";
        told("每月2元。", &format!("{head}  rate   per month {rate}\n"))
    };
    assert_eq!(of(sums), [""; 0]);
    assert_eq!(of(&format!("{sums} * 2")), [TOO_LARGE]);
}

#[test]
fn the_number_and_the_bound_of_a_limit_are_proved() {
    let limit =
        |need: &str| told("不超过2倍。", &format!("limit e for institution\n  title  甲 | A\n  need   {need}\n"));
    let (three, four) = ("institution.places * institution.staff * institution.staff_certified", "institution.places");
    assert_eq!(limit(&format!("{three} <= 2")), [""; 0]);
    assert_eq!(limit(&format!("{three} * {four} <= 2")), [TOO_LARGE]);
    assert_eq!(limit(&format!("2 <= {three} * {four}")), [TOO_LARGE]);
    // A quotient is compared across: 10^16 × 10^16.
    let half = "institution.places * institution.staff";
    assert_eq!(limit(&format!("{half} / {four} <= 2 * {four}")), [""; 0]);
    assert_eq!(limit(&format!("{half} / ({half}) <= 2 * {half}")), [TOO_LARGE]);
}
