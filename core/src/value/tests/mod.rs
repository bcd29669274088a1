//! Tests of exact values, one file for each thought.

mod dates;
mod days;
mod decimals;
mod months;
mod rounding;
mod sorted;
mod windows;

use super::{Date, Month};

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

/// The same day in a calendar that others wrote.
fn in_jiff(day: Date) -> jiff::civil::Date {
    jiff::civil::date(1970, 1, 1).checked_add(jiff::Span::new().days(day.number())).unwrap()
}
