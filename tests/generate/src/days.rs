//! Days at which something changes: ends of months and years, 29 February, the first and the last day of all.

use crate::draw::Draw;
use tuoyu::value::{Date, Month};

/// Days on which calendars go wrong.
const EDGES: [&str; 12] = [
    "2024-02-29",
    "2025-12-31",
    "2026-01-01",
    "2023-02-28",
    "2028-02-29",
    "2026-02-28",
    "1900-01-01",
    "2100-12-31",
    "2000-02-29",
    "1900-02-28",
    "2100-02-28",
    "2099-12-31",
];

/// The years in which most cases are set.
const YEARS: (i64, i64) = (2021, 2029);

/// A day: mostly in the years of the law, often the first or last of a month, sometimes at an edge, or any at all.
pub(crate) fn day(draw: &mut Draw<'_, '_>) -> Date {
    match draw.between(0, 9) {
        0 => draw.pick(&EDGES).and_then(|text| Date::parse(text)).unwrap_or(Date::MIN),
        1 => any(draw),
        _ => near(draw),
    }
}

/// A day in the years of the law.
pub(crate) fn near(draw: &mut Draw<'_, '_>) -> Date {
    let month = month(draw);
    match draw.between(0, 3) {
        0 => month.first_day(),
        1 => month.last_day(),
        _ => later(month.first_day(), draw.between(0, 27)),
    }
}

/// A month in the years of the law.
pub(crate) fn month(draw: &mut Draw<'_, '_>) -> Month {
    let (year, month) = (draw.between(YEARS.0, YEARS.1), draw.between(1, 12));
    let made = i32::try_from(year).ok().zip(u8::try_from(month).ok()).and_then(|(year, month)| Month::new(year, month));
    made.unwrap_or_else(|| Date::MIN.month())
}

/// So many days later, but not later than the last day.
pub(crate) fn later(day: Date, days: i64) -> Date {
    let number = i64::from(day.number()).saturating_add(days);
    let inside = number.clamp(i64::from(Date::MIN.number()), i64::from(Date::MAX.number()));
    i32::try_from(inside).map_or(day, Date::from_number)
}

fn any(draw: &mut Draw<'_, '_>) -> Date {
    later(Date::MIN, draw.between(0, i64::from(Date::MAX.number()) - i64::from(Date::MIN.number())))
}
