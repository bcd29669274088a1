//! The lane of ranges holds whatever the lane of known values says.

use crate::compile::Comparison;
use crate::evaluate::lane::{Between, CellRange, Known as Lanes, Lane, MustMay, Range as Ranges};
use proptest::prelude::*;

/// Both widths of known numbers mean the same; cases count in the wide one.
type Known = Lanes<i128>;
type Narrow = Lanes<i64>;
type Range = Ranges<i128>;

/// A range and a value within it.
fn within() -> impl Strategy<Value = (Between, i128)> {
    (-1_000_i128..1_000, 0_i128..50, 0_i128..50)
        .prop_map(|(low, below, above)| (Between { low, high: low + below + above }, low + below))
}

/// What a fact may be, and one such value.
fn cell() -> impl Strategy<Value = (CellRange, i64)> {
    (-1_000_i64..1_000, 0_i64..50, 0_i64..50)
        .prop_map(|(low, below, above)| (CellRange { low, high: low + below + above }, low + below))
}

fn holds(range: Between, value: i128) -> bool {
    range.low <= value && value <= range.high
}

fn holds_months(range: MustMay, months: u64) -> bool {
    range.must & !months == 0 && months & !range.may == 0
}

proptest! {
    #[test]
    fn numbers_stay_within_their_ranges((a, x) in within(), (b, y) in within()) {
        prop_assert!(holds(Range::add(a, b), Known::add(x, y)));
        prop_assert!(holds(Range::subtract(a, b), Known::subtract(x, y)));
        prop_assert!(holds(Range::multiply(a, b), Known::multiply(x, y)));
        prop_assert!(holds(Range::minimum(a, b), Known::minimum(x, y)));
        prop_assert!(holds(Range::maximum(a, b), Known::maximum(x, y)));
        let (narrow_x, narrow_y) = (i64::try_from(x).unwrap(), i64::try_from(y).unwrap());
        prop_assert_eq!(i128::from(Narrow::multiply(narrow_x, narrow_y)), Known::multiply(x, y));
        prop_assert_eq!(i128::from(Narrow::subtract(narrow_x, narrow_y)), Known::subtract(x, y));
        for comparison in [Comparison::Less, Comparison::AtMost, Comparison::Equal] {
            prop_assert!(holds_months(Range::compare(comparison, a, b), Known::compare(comparison, x, y)));
        }
    }

    #[test]
    fn months_stay_between_certain_and_possible(x in any::<u64>(), y in any::<u64>(), open in any::<u64>()) {
        let (a, b) = (MustMay { must: x & !open, may: x | open }, MustMay { must: y & !open, may: y | open });
        prop_assert!(holds_months(Range::and(a, b), Known::and(x, y)));
        prop_assert!(holds_months(Range::or(a, b), Known::or(x, y)));
        prop_assert!(holds_months(Range::not(a), Known::not(x)));
    }

    #[test]
    fn a_table_holds_the_arm_of_every_value((cell, value) in cell(), numbers in prop::array::uniform3(-9_i64..9)) {
        let arms = [(i64::MIN, -1), (0, 20), (21, i64::MAX)];
        let (mut range, mut known) = (Range::no_number(), Known::no_number());
        for (arm, number) in arms.into_iter().zip(numbers) {
            range = Range::arm_number(range, cell, arm, Range::number(number));
            known = Known::arm_number(known, value, arm, number.into());
        }
        prop_assert!(holds(range, known));
        prop_assert!(range.low <= range.high);
    }
}

#[test]
fn a_range_of_one_value_is_known() {
    let five = Range::number(5);
    assert_eq!(Range::compare(Comparison::Equal, five, five), MustMay { must: u64::MAX, may: u64::MAX });
    assert_eq!(Range::is(CellRange { low: 1, high: 1 }, 0b10), MustMay { must: u64::MAX, may: u64::MAX });
    assert_eq!(Range::is(CellRange { low: 0, high: 1 }, 0b10), MustMay { must: 0, may: u64::MAX });
    assert_eq!(Range::is(CellRange { low: 0, high: 1 }, 0b11), MustMay { must: u64::MAX, may: u64::MAX });
}
