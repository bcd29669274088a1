//! Equal steps share a slot, and the same law makes the same plan.

use super::law;
use crate::Pack;
use crate::compile::{MaskStep, NumberStep};

#[test]
fn no_step_stands_twice() {
    let twice = |place: usize, rest: &[NumberStep]| assert!(!rest.contains(&law().numbers[place]), "number {place}");
    (0..law().numbers.len()).for_each(|place| twice(place, &law().numbers[place + 1..]));
    let twice = |place: usize, rest: &[MaskStep]| assert!(!rest.contains(&law().masks[place]), "mask {place}");
    (0..law().masks.len()).for_each(|place| twice(place, &law().masks[place + 1..]));
}

#[test]
fn two_rules_with_the_same_conditions_share_them() {
    let versions = |id: &str| {
        let place = law().book.rules.iter().position(|rule| rule.id == id).unwrap();
        &law().rules[place].versions
    };
    let (subsidy, award) = (versions("jining/operating-subsidy"), versions("jining/city-award"));
    assert_eq!(subsidy[0].conditions, award[0].conditions);
    assert_eq!(subsidy[0].in_force, award[0].in_force);
}

#[test]
fn the_same_law_makes_the_same_plan() {
    let again = Pack::new(tuoyu_rules::jining().iter().rev().copied()).check().plan.unwrap();
    assert_eq!(again.numbers, law().numbers);
    assert_eq!(again.masks, law().masks);
    assert_eq!(again.rules, law().rules);
}
