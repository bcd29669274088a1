//! The one rounding: half up, of exact quotients.

use crate::value::round_half_up;
use proptest::prelude::*;

#[test]
fn a_half_goes_up_on_both_sides_of_zero() {
    for (numerator, denominator, rounded) in [
        (5, 2, 3),
        (-5, 2, -2),
        (1, 2, 1),
        (-1, 2, 0),
        (-3, 2, -1),
        (4, 3, 1),
        (5, 3, 2),
        (-4, 3, -1),
        (-5, 3, -2),
        (0, 7, 0),
        (7, 1, 7),
        (-7, 1, -7),
    ] {
        assert_eq!(round_half_up(numerator, denominator), rounded, "{numerator}/{denominator}");
    }
}

#[test]
fn amounts_of_the_contracts_examples_are_rounded_once() {
    assert_eq!(round_half_up(7 * 200_000, 12), 116_667, "7 × 2000/12 = 1166.666…");
    assert_eq!(round_half_up(12 * 199_999 * 6_000, 10_000), 1_439_993, "14399.928");
}

#[test]
fn a_denominator_that_no_rule_can_make_gives_nothing() {
    assert_eq!(round_half_up(5, 0), 0);
    assert_eq!(round_half_up(5, -2), 0);
}

proptest! {
    /// `r - 1/2 < n/d + … <= r + 1/2`, multiplied out: no other integer satisfies both.
    #[test]
    fn the_rounded_quotient_is_the_only_one_within_a_half(
        (n, d) in prop_oneof![
            (-100..100_i128, 1..=12_i128),
            (any::<i64>().prop_map(i128::from), 1..=i128::from(i32::MAX)),
        ]
    ) {
        let rounded = round_half_up(n, d);
        prop_assert!(2 * d * rounded - d <= 2 * n, "n/d is not below r - 1/2");
        prop_assert!(2 * n < 2 * d * rounded + d, "n/d is below r + 1/2");
    }
}
