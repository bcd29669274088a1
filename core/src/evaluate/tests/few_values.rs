//! What a step makes of a fact with few values, looked up for many rows at once.

use crate::evaluate::integer::Integer;
use crate::evaluate::lookup::Lookup;

fn lookup(bounds: (i64, i64), results: &[i64]) -> Lookup<i64> {
    let at = |value: i64| usize::try_from(value - bounds.0).ok().and_then(|place| results.get(place)).copied();
    Lookup::new(bounds, |value, known| if known { at(value).unwrap() } else { -1 }).unwrap()
}

/// What many values come to at once; `None` where each must be looked up by itself.
fn filled(lookup: &Lookup<i64>, values: &[u8]) -> Option<Vec<i64>> {
    let mut out = vec![0; values.len()];
    lookup.fill(values, &mut out).then_some(out)
}

#[test]
fn one_value_apart_is_told_by_a_comparison() {
    for (results, values, expected) in [
        (&[5, 7][..], &[0, 1, 1][..], [5, 7, 7]),
        (&[7, 7, 5, 7], &[2, 0, 3], [5, 7, 7]),
        (&[5, 7, 7, 7], &[3, 0, 1], [7, 5, 7]),
        (&[7, 5, 7], &[0, 1, 2], [7, 5, 7]),
        (&[7, 7, 7], &[0, 1, 2], [7, 7, 7]),
    ] {
        let high = i64::try_from(results.len()).unwrap() - 1;
        assert_eq!(filled(&lookup((0, high), results), values).as_deref(), Some(&expected[..]), "{results:?}");
    }
}

#[test]
fn values_begin_where_the_fact_does() {
    let first = lookup((1, 3), &[5, 7, 7]);
    assert_eq!(filled(&first, &[1, 2, 3]).unwrap(), [5, 7, 7]);
    let last = lookup((1, 3), &[7, 7, 5]);
    assert_eq!(filled(&last, &[1, 2, 3]).unwrap(), [7, 7, 5]);
}

#[test]
fn two_values_apart_are_looked_up_one_by_one() {
    let three = lookup((0, 2), &[5, 6, 7]);
    assert_eq!(filled(&three, &[0, 1, 2]), None);
    assert_eq!([0, 1, 2].map(|value| three.of(value, true)), [5, 6, 7]);
    assert_eq!(three.of(1, false), -1);
    let pairs = lookup((0, 3), &[5, 5, 7, 7]);
    assert_eq!(filled(&pairs, &[0]), None);
}

#[test]
fn the_smaller_and_the_larger_are_found_by_difference() {
    let far = i64::MAX / 2;
    for (a, b) in [(0, 0), (-1, 1), (1, -1), (300_000, 299_999), (-far, far), (far, -far), (far, far - 1)] {
        assert_eq!((a.lesser(b), a.greater(b)), (a.min(b), a.max(b)), "{a} {b}");
    }
}

#[test]
fn sums_are_rounded_half_up_with_and_without_a_sign() {
    let rounded = |sums: &[i64], divisor: i128| {
        let mut sums = sums.to_vec();
        i64::round(&mut sums, divisor);
        sums
    };
    assert_eq!(rounded(&[0, 5, 6, 17, 18, 24], 12), [0, 0, 1, 1, 2, 2]);
    assert_eq!(rounded(&[-6, -7, -18, -19, 6], 12), [0, -1, -1, -2, 1]);
    assert_eq!(rounded(&[4_999, 5_000, 14_999, 15_000], 10_000), [0, 1, 1, 2]);
    assert_eq!(rounded(&[-5_000, -5_001, -15_000], 10_000), [0, -1, -1]);
    // 2^63 - 1 is 12 × 768 614 336 404 564 650 + 7.
    assert_eq!(rounded(&[i64::MAX], 12), [768_614_336_404_564_651]);
    assert_eq!(rounded(&[i64::MAX, -1], 12), [768_614_336_404_564_651, 0]);
}
