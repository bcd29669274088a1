//! Months: the one form that is read, their order and their distance.

use super::{day, month};
use crate::value::Month;
use proptest::prelude::*;

#[test]
fn only_one_form_of_a_month_is_read() {
    for wrong in [
        "",
        "-",
        "2026",
        "2026-",
        "-01",
        "2026-1",
        "2026-001",
        "202601",
        "2026/01",
        "2026-01-01",
        "26-01",
        "02026-01",
        " 2026-01",
        "2026-01 ",
        "+026-01",
        "-026-01",
        "2026-+1",
        "２０２６-０１",
        "2026-0\u{661}",
        "2026年1月",
        "1899-12",
        "2101-01",
        "2026-00",
        "2026-13",
    ] {
        assert_eq!(Month::parse(wrong), None, "{wrong}");
    }
    assert_eq!(Month::parse("1900-01"), Month::new(1900, 1));
    assert_eq!(Month::parse("2100-12"), Month::new(2100, 12));
}

#[test]
fn a_month_lies_in_the_years_1900_to_2100() {
    assert_eq!(Month::new(1899, 12), None);
    assert_eq!(Month::new(2101, 1), None);
    assert_eq!(Month::new(2026, 0), None);
    assert_eq!(Month::new(2026, 13), None);
    assert_eq!(month("1900-01").plus(-1), None);
    assert_eq!(month("2100-12").plus(1), None);
    assert_eq!(month("2026-01").plus(i32::MAX), None);
    assert_eq!(month("2026-01").plus(i32::MIN), None);
}

#[test]
fn every_month_is_written_and_read_again_and_follows_the_one_before() {
    let mut before: Option<Month> = None;
    for year in 1900..=2100 {
        for of_year in 1..=12 {
            let month = Month::new(year, of_year).unwrap();
            assert_eq!((month.year(), month.of_year()), (year, of_year));
            assert_eq!(month.to_string(), format!("{year}-{of_year:02}"));
            assert_eq!(Month::parse(&month.to_string()), Some(month));
            if let Some(before) = before {
                assert_eq!(before.plus(1), Some(month));
                assert_eq!(before.last_day().number() + 1, month.first_day().number());
                assert!(before < month);
            }
            before = Some(month);
        }
    }
}

#[test]
fn a_month_ends_on_its_last_day() {
    for (month_of, last, days) in
        [("2024-02", 29, 29), ("2023-02", 28, 28), ("1900-02", 28, 28), ("2000-02", 29, 29), ("2026-04", 30, 30)]
    {
        assert_eq!(month(month_of).last_day(), day(&format!("{month_of}-{last}")));
        assert_eq!(month(month_of).days(), days);
    }
}

proptest! {
    #[test]
    fn months_are_as_far_apart_as_their_numbers(a in 0..2_412_i32, b in 0..2_412_i32) {
        let first = month("1900-01");
        let (a, b) = (first.plus(a).unwrap(), first.plus(b).unwrap());
        prop_assert_eq!(a.plus(b.number() - a.number()), Some(b));
        let years = b.year() - a.year();
        prop_assert_eq!(b.number() - a.number(), years * 12 + i32::from(b.of_year()) - i32::from(a.of_year()));
        prop_assert_eq!(a < b, a.last_day() < b.first_day());
    }
}
