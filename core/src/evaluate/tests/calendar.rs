//! Slices, reference days and thresholds.

use crate::evaluate::ReferenceDay;
use crate::evaluate::calendar::{Slice, Thresholds};
use crate::evaluate::kernel::SMALL;
use crate::value::{Date, Days, Month, Window};

fn window(from: &str, to: &str) -> Window {
    Window::new(Month::parse(from).unwrap(), Month::parse(to).unwrap()).unwrap()
}

#[test]
fn a_window_is_cut_into_slices_of_64_months() {
    let lengths = |from, to| {
        let slices = Slice::cut(window(from, to), ReferenceDay::Last);
        slices.iter().map(|slice| (slice.start, slice.months.len())).collect::<Vec<_>>()
    };
    assert_eq!(lengths("2026-01", "2026-01"), [(0, 1)]);
    assert_eq!(lengths("2026-01", "2031-04"), [(0, 64)]);
    assert_eq!(lengths("2026-01", "2031-05"), [(0, 64), (64, 1)]);
}

#[test]
fn force_is_judged_on_the_reference_day() {
    let force = Days::new(Date::parse("2025-07-21"), Date::parse("2028-06-20")).unwrap();
    let months = |reference| Slice::cut(window("2025-06", "2025-08"), reference).remove(0).within(force);
    assert_eq!(months(ReferenceDay::Last), 0b110, "31 July is in force");
    assert_eq!(months(ReferenceDay::First), 0b100, "1 July is not");
    let end = |reference| Slice::cut(window("2028-05", "2028-07"), reference).remove(0).within(force);
    assert_eq!(end(ReferenceDay::Last), 0b001, "30 June is not in force");
    assert_eq!(end(ReferenceDay::First), 0b011, "1 June is");
}

#[test]
fn a_threshold_is_reached_from_its_day_on_by_search_and_by_lookup() {
    let days = vec![10, 20, 20, 35];
    let (search, lookup) = (Thresholds::<u64>::new(days.clone(), 1), Thresholds::<u64>::new(days, 10_000));
    for (value, months) in [(9, 0b1111), (10, 0b1111), (11, 0b1110), (20, 0b1110), (21, 0b1000), (35, 0b1000), (36, 0)]
    {
        assert_eq!(search.reached(value) & 0b1111, months, "{value}");
        assert_eq!(lookup.reached(value) & 0b1111, months, "{value}");
    }
    for value in [i64::from(i32::MIN), i64::from(i32::MAX)] {
        assert_eq!(search.reached(value) & 0b1111, lookup.reached(value) & 0b1111);
    }
}

#[test]
fn many_days_are_looked_up_as_each_is() {
    let days = vec![10, 20, 20, 35];
    let lookup = Thresholds::<u16>::new(days.clone(), 10_000);
    let values: Vec<i32> = (-100..100).chain([i32::MIN, i32::MAX]).collect();
    let mut sets = vec![0; values.len()];
    let is_filled = lookup.fill(&values, &mut sets, |months| months & 0b1111);
    assert_eq!(is_filled, !SMALL, "a small build searches");
    for (value, set) in values.iter().zip(&sets).filter(|_| is_filled) {
        let reached = days.iter().zip(0..).filter(|(day, _)| *day >= value).fold(0, |set, (_, month)| set | 1 << month);
        assert_eq!(*set, reached, "{value}");
    }
    assert!(!Thresholds::<u16>::new(days, 1).fill(&values, &mut sets, |months| months), "no table for few rows");
}
