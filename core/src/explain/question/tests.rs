//! The answers that are worth trying.

use super::{Try, tries};
use crate::{Pack, Rules};

fn tried(rules: &[&str], fact: &str) -> Vec<(i64, i64)> {
    let all = Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).unwrap();
    let index = all.vocabulary().fact(fact).unwrap();
    tries(all.plan(), rules, index).into_iter().map(|Try { from, to }| (from, to)).collect()
}

#[test]
fn a_yes_or_no_and_an_option_are_tried_at_each_value() {
    assert_eq!(tried(&[], "institution.inclusive"), [(1, 1), (0, 0)]);
    assert_eq!(tried(&[], "class.kind"), [(0, 0), (1, 1), (2, 2), (3, 3)]);
    // 0, 0.5 and 1, in ten-thousandths.
    assert_eq!(tried(&[], "parent.deduction_share"), [(0, 0), (5_000, 5_000), (10_000, 10_000)]);
}

#[test]
fn a_number_falls_apart_where_the_law_names_it() {
    assert_eq!(tried(&["jining/family-subsidy"], "child.birth_order"), [(1, 1), (2, 2), (3, 3), (4, 20)]);
    let (children, most) = (tried(&["jining/family-subsidy"], "family.children_total"), 100_000_000);
    assert_eq!(children, [(0, 1), (2, 2), (3, 3), (4, most)]);
    // The reimbursement may be net of the family subsidy, so it reads what that one reads.
    let through = tried(&["jining/employer-reimbursement"], "child.birth_order");
    assert_eq!(through, [(1, 1), (2, 2), (3, 3), (4, 20)]);
    // A rule that does not read it takes every value alike.
    assert_eq!(tried(&["jining/city-award"], "child.birth_order"), [(1, 20)]);
}

#[test]
fn a_number_of_arithmetic_and_a_day_are_not_counted() {
    assert_eq!(tried(&["jining/employer-reimbursement"], "enrolment.monthly_fee"), []);
    assert_eq!(tried(&["jining/employer-reimbursement"], "employer.childcare_ratio"), []);
    assert_eq!(tried(&["jining/family-subsidy"], "child.birth_date"), []);
}
