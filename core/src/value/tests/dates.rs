//! The calendar, against another one, and the law's rule for days that do not exist.

use super::{day, in_jiff};
use crate::value::Date;
use jiff::Span;
use jiff::civil;
use proptest::prelude::*;

/// Every day of the years 1900 to 2100, as the other calendar walks them.
fn every_day() -> impl Iterator<Item = civil::Date> {
    let last = civil::date(2100, 12, 31);
    std::iter::successors(Some(civil::date(1900, 1, 1)), move |day| day.tomorrow().ok().filter(|next| *next <= last))
}

/// The same day so many months later, or the first of the following month where there is no such day.
fn months_later(from: civil::Date, months: i32) -> civil::Date {
    // The other calendar stops at the last day of a month that is too short; the law goes on to the next day.
    let stopped = from.checked_add(Span::new().months(months)).unwrap();
    if stopped.day() == from.day() { stopped } else { stopped.tomorrow().unwrap() }
}

fn ours(day: civil::Date) -> Date {
    let (year, month) = (i32::from(day.year()), u8::try_from(day.month()).unwrap());
    Date::new(year, month, u8::try_from(day.day()).unwrap()).unwrap()
}

#[test]
fn every_day_of_two_centuries_is_the_day_of_another_calendar() {
    let mut count = 0;
    for (other, number) in every_day().zip(Date::MIN.number()..) {
        let day = ours(other);
        assert_eq!(day.number(), number, "{other}");
        assert_eq!(day.to_string(), other.to_string());
        assert_eq!(Date::parse(&other.to_string()), Some(day));
        assert_eq!(day.of_month(), i32::from(other.day()), "{other}");
        let month = day.month();
        assert_eq!((month.year(), month.of_year()), (other.year().into(), other.month().unsigned_abs()), "{other}");
        assert_eq!(month.days(), i32::from(other.days_in_month()), "{other}");
        assert_eq!(month.first_day(), ours(other.first_of_month()), "{other}");
        assert_eq!(month.last_day(), ours(other.last_of_month()), "{other}");
        count += 1;
    }
    assert_eq!(count, 73_414, "201 years with 49 leap days");
    assert_eq!(Date::MAX, day("2100-12-31"));
    assert_eq!(Date::MIN, day("1900-01-01"));
}

#[test]
fn days_that_the_calendar_has_not_are_none() {
    for year in 1900..=2100_i16 {
        for month in 1..=12_i8 {
            for of_month in 0..=33_i8 {
                let other = civil::Date::new(year, month, of_month).is_ok();
                let ours = Date::new(year.into(), month.unsigned_abs(), of_month.unsigned_abs()).is_some();
                assert_eq!(ours, other, "{year}-{month}-{of_month}");
            }
        }
    }
    for (year, month, of_month) in [(1899, 12, 31), (2101, 1, 1), (2026, 0, 1), (2026, 13, 1), (i32::MAX, 1, 1)] {
        assert_eq!(Date::new(year, month, of_month), None, "{year}-{month}-{of_month}");
    }
}

#[test]
fn only_one_form_of_a_date_is_read() {
    for wrong in [
        "",
        "-",
        "--",
        "2026",
        "2026-01",
        "2026-1-01",
        "2026-01-1",
        "26-01-01",
        "02026-01-01",
        "2026-01-001",
        "2026/01/01",
        "20260101",
        " 2026-01-01",
        "2026-01-01 ",
        "2026-01-01T00:00",
        "+026-01-01",
        "-026-01-01",
        "2026-+1-01",
        "2026-01-+1",
        "２０２６-01-01",
        "2026-01-０1",
        "2026—01—01",
        "2026年1月1日",
        "2026-01-0\u{661}",
        "1899-12-31",
        "2101-01-01",
        "2026-00-10",
        "2026-13-10",
        "2026-01-00",
        "2026-01-32",
        "2023-02-29",
        "2100-02-29",
    ] {
        assert_eq!(Date::parse(wrong), None, "{wrong}");
    }
    assert_eq!(Date::parse("2000-02-29").map(Date::number), Some(11_016));
}

#[test]
fn a_term_that_ends_on_no_day_ends_on_the_first_of_the_following_month() {
    let after = |from: &str, months: i32| day(from).plus_months(months).unwrap().to_string();
    assert_eq!(after("2024-02-29", 36), "2027-03-01", "born on a leap day: three on the first of March");
    assert_eq!(after("2024-02-29", 48), "2028-02-29");
    assert_eq!(after("2023-05-31", 36), "2026-05-31", "the contract's fourth example");
    assert_eq!(after("2025-08-31", 6), "2026-03-01");
    assert_eq!(after("2025-08-28", 6), "2026-02-28");
    assert_eq!(after("2026-03-31", -1), "2026-03-01", "backwards the rule is the same");
    assert_eq!(after("2025-12-31", 1), "2026-01-31");
}

#[test]
fn months_are_added_to_every_day_as_another_calendar_does() {
    for other in every_day() {
        for months in [-1200, -36, -1, 0, 1, 6, 36, 1199] {
            let later = months_later(other, months);
            let expected = (1900..=2100).contains(&later.year()).then(|| ours(later));
            assert_eq!(ours(other).plus_months(months), expected, "{other} + {months} months");
        }
    }
}

fn any_day() -> impl Strategy<Value = Date> {
    (Date::MIN.number()..=Date::MAX.number()).prop_map(Date::from_number)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn the_latest_that_reaches_a_day_is_the_exact_inverse(
        birth in any_day(),
        months in -2_500..2_500_i32,
        day in any_day(),
    ) {
        let reached = months_later(in_jiff(birth), months) <= in_jiff(day);
        prop_assert_eq!(reached, birth.number() <= day.latest_reaching(months));
    }

    #[test]
    fn births_around_the_latest_reach_the_day_or_not(day in any_day(), months in -480..480_i32, off in -4..=4_i32) {
        // Near the term, where one day decides.
        let around = in_jiff(day).checked_sub(Span::new().months(months)).unwrap();
        let birth = around.checked_add(Span::new().days(off)).unwrap();
        if (1900..=2100).contains(&birth.year()) {
            let reached = months_later(birth, months) <= in_jiff(day);
            prop_assert_eq!(reached, ours(birth).number() <= day.latest_reaching(months), "{} + {}", birth, months);
        }
    }

    #[test]
    fn the_inverse_is_exact_to_the_day(day in any_day(), months in -480..480_i32) {
        let latest = Date::from_number(day.latest_reaching(months));
        if (Date::MIN..Date::MAX).contains(&latest) {
            prop_assert!(months_later(in_jiff(latest), months) <= in_jiff(day));
            let next = in_jiff(latest).tomorrow().unwrap();
            prop_assert!(months_later(next, months) > in_jiff(day));
        }
    }
}

#[test]
fn periods_beyond_every_calendar_stop_at_its_ends() {
    let day = day("2026-06-15");
    for months in [i32::MAX, 3_000] {
        assert_eq!(day.plus_months(months), None);
        assert!(day.latest_reaching(months) < Date::MIN.number(), "no birth is early enough for {months}");
    }
    for months in [i32::MIN, -3_000] {
        assert_eq!(day.plus_months(months), None);
        assert_eq!(day.latest_reaching(months), Date::MAX.number(), "every birth is early enough for {months}");
    }
}
