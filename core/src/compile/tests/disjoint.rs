//! The pieces of a rate: in one month at most one holds, and one does where the rule is granted.

use super::interpreter::Row;
use super::law;
use crate::compile::{FactType, RulePlan};
use crate::evaluate::bounds_of;
use crate::value::Month;
use proptest::prelude::*;

/// A value for every fact: dates near the months that are asked about, small numbers often.
fn facts() -> Vec<BoxedStrategy<i64>> {
    let vocabulary = &law().book.vocabulary;
    let each = vocabulary.facts.iter().enumerate().map(|(place, fact)| {
        let (low, high) = bounds_of(vocabulary, crate::compile::FactIndex(place));
        match fact.kind {
            FactType::Date => (18_000..22_000_i64).boxed(),
            _ if high - low < 100 => (low..=high).boxed(),
            _ => prop_oneof![low..=low + 5, low..=high].boxed(),
        }
    });
    each.collect()
}

fn choices() -> Vec<BoxedStrategy<usize>> {
    law().book.readings.iter().map(|reading| (0..reading.options.len()).boxed()).collect()
}

fn of(id: &str) -> &'static RulePlan {
    let place = law().book.rules.iter().position(|rule| rule.id == id).unwrap();
    &law().rules[place]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn pieces_hold_in_different_months_and_one_wherever_a_rule_is_granted(
        facts in facts(),
        choices in choices(),
        month in 2024 * 12..2029 * 12_i32,
        first in any::<bool>(),
    ) {
        let month = Month::new(month.div_euclid(12), u8::try_from(month.rem_euclid(12)).unwrap() + 1).unwrap();
        let day = if first { month.first_day() } else { month.last_day() };
        let row = Row { plan: law(), facts: &facts, choices: &choices, month, day };
        for rule in law().rules.iter().filter(|rule| !rule.pieces.is_empty()) {
            let rates = row.rates(rule);
            prop_assert!(rates.len() <= 1, "{:?} in {}", rates, month);
            if row.holds(rule.granted) {
                prop_assert_eq!(rates.len(), 1);
                prop_assert!(rates[0] >= 0, "nobody is owed less than nothing");
                prop_assert!(row.holds(rule.wanted) && row.holds(rule.applies) && row.holds(rule.in_force));
            }
            let granted = rule.versions.iter().any(|version| {
                let slots = version.conditions.iter().chain(&version.applies).chain([&version.in_force, &version.has_rate]);
                slots.copied().all(|slot| row.holds(slot))
            });
            prop_assert_eq!(granted, row.holds(rule.wanted), "wanted is every condition of a version in force");
        }
    }

    /// The contract's row of the family subsidy, written out by hand.
    #[test]
    fn the_family_subsidys_steps_say_what_the_contract_says(
        facts in facts(),
        choices in choices(),
        month in 2025 * 12..2029 * 12_i32,
    ) {
        let book = &law().book;
        let month = Month::new(month.div_euclid(12), u8::try_from(month.rem_euclid(12)).unwrap() + 1).unwrap();
        let day = month.last_day();
        let row = Row { plan: law(), facts: &facts, choices: &choices, month, day };
        let fact = |id: &str| facts[book.vocabulary.fact(id).unwrap().0];
        let option = |id: &str| {
            let place = book.readings.iter().position(|reading| reading.id == id).unwrap();
            book.readings[place].options[choices[place]].id.as_str()
        };
        let date = |id: &str| crate::value::Date::from_number(i32::try_from(fact(id)).unwrap());
        let birth = date("child.birth_date");
        let cared_for = birth <= day && day < birth.plus_months(36).unwrap();
        let enrolled = date("enrolment.from") <= day && day <= date("enrolment.to");
        let law_says = |text: &str| crate::value::Date::parse(text).unwrap();
        let in_force = law_says("2025-07-21") <= day && day <= law_says("2028-06-20");
        let order = if option("second-child") == "every-child" { fact("family.children_total") } else { fact("child.birth_order") };
        let rate = match order {
            2 => Some(30_000),
            3 => Some(50_000),
            4.. if option("fourth-child") == "as-third" => Some(50_000),
            _ => None,
        };
        let granted = in_force && enrolled && cared_for && rate.is_some();
        let rule = of("jining/family-subsidy");
        prop_assert_eq!(row.holds(rule.granted), granted);
        if granted {
            prop_assert_eq!(row.rates(rule), vec![rate.unwrap()]);
        }
    }
}
