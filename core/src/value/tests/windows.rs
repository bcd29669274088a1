//! Windows: their limits and their months.

use super::month;
use crate::limits::WINDOW_MONTHS;
use crate::value::{Window, WindowFault};
use proptest::prelude::*;

#[test]
fn a_window_holds_from_1_to_1200_months() {
    let from = month("1950-06");
    let of = |months: i32| Window::new(from, from.plus(months - 1).unwrap()).map(Window::len);
    assert_eq!(of(1), Ok(1));
    assert_eq!(of(2), Ok(2));
    assert_eq!(of(1_200), Ok(1_200));
    assert_eq!(of(1_201), Err(WindowFault::TooLong));
    assert_eq!(of(0), Err(WindowFault::Reversed));
    assert_eq!(WINDOW_MONTHS, 1_200, "the contract's limit");
    assert_eq!(Window::new(month("1900-01"), month("2100-12")), Err(WindowFault::TooLong));
    assert_eq!(Window::new(month("2100-12"), month("1900-01")), Err(WindowFault::Reversed));
}

proptest! {
    #[test]
    fn the_months_of_a_window_follow_each_other_from_end_to_end(start in 0..1_000_i32, length in 1..=1_200_i32) {
        let from = month("1900-01").plus(start).unwrap();
        let to = from.plus(length - 1).unwrap();
        let window = Window::new(from, to).unwrap();
        let months: Vec<_> = window.months().collect();
        prop_assert_eq!(months.len(), window.len());
        prop_assert_eq!((months.first(), months.last()), (Some(&from), Some(&to)));
        prop_assert_eq!((window.from(), window.to()), (from, to));
        for (position, one) in months.iter().enumerate() {
            prop_assert_eq!(window.month(position), *one);
        }
        prop_assert!(months.windows(2).all(|pair| pair[0].plus(1) == Some(pair[1])));
    }
}
