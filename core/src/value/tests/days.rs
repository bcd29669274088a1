//! Spans of days, against counting the days themselves.

use super::day;
use crate::value::{Date, Days};
use proptest::prelude::*;

const FIRST: i32 = 20_000;
const LAST: i32 = 20_012;

fn span(from: Option<i32>, to: Option<i32>) -> Option<Days> {
    Days::new(from.map(Date::from_number), to.map(Date::from_number))
}

fn end() -> impl Strategy<Value = Option<i32>> {
    proptest::option::weighted(0.8, FIRST + 1..LAST)
}

/// Every day that matters: one more on each side stands for all beyond.
fn counted(from: Option<i32>, to: Option<i32>) -> Vec<i32> {
    (FIRST..=LAST).filter(|day| from.is_none_or(|from| *day >= from) && to.is_none_or(|to| *day <= to)).collect()
}

proptest! {
    #[test]
    fn a_span_holds_the_days_between_its_ends(from in end(), to in end()) {
        let Some(days) = span(from, to) else {
            prop_assert!(to < from);
            return Ok(());
        };
        prop_assert_eq!((days.from(), days.to()), (from.map(Date::from_number), to.map(Date::from_number)));
        let held: Vec<i32> = (FIRST..=LAST).filter(|day| days.holds(Date::from_number(*day))).collect();
        prop_assert_eq!(held, counted(from, to));
    }

    #[test]
    fn two_spans_overlap_where_they_share_a_day(a in (end(), end()), b in (end(), end())) {
        if let (Some(one), Some(other)) = (span(a.0, a.1), span(b.0, b.1)) {
            let shared = counted(a.0, a.1).iter().any(|day| counted(b.0, b.1).contains(day));
            prop_assert_eq!(one.overlaps(other), shared);
            prop_assert_eq!(other.overlaps(one), shared);
        }
    }
}

#[test]
fn a_span_of_one_day_is_a_span_and_a_reversed_one_is_none() {
    let (today, tomorrow) = (day("2025-07-21"), day("2025-07-22"));
    let one = Days::new(Some(today), Some(today)).unwrap();
    assert!(one.holds(today) && !one.holds(tomorrow));
    assert_eq!(Days::new(Some(tomorrow), Some(today)), None);
    assert!(!one.overlaps(Days::new(Some(tomorrow), None).unwrap()), "neighbours share no day");
}

#[test]
fn an_open_span_holds_the_first_and_the_last_day_of_the_calendar() {
    assert!(Days::ALWAYS.holds(Date::MIN) && Days::ALWAYS.holds(Date::MAX));
    assert_eq!(Days::default(), Days::ALWAYS);
    assert_eq!(Days::new(None, None), Some(Days::ALWAYS));
}
