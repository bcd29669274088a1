//! Months and windows of months.

use super::Date;
use crate::limits::WINDOW_MONTHS;
use std::fmt;

/// A month of the years 1900 to 2100.
///
/// ```
/// use tuoyu::value::{Date, Month};
/// let february = Month::parse("2028-02").unwrap();
/// assert_eq!(february.last_day(), Date::parse("2028-02-29").unwrap());
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Month(i32);

impl Month {
    const MIN: i32 = 1900 * 12;
    const MAX: i32 = 2100 * 12 + 11;

    /// The month of a year, `month` from 1 to 12.
    #[must_use]
    pub fn new(year: i32, month: u8) -> Option<Self> {
        ((1900..=2100).contains(&year) && (1..=12).contains(&month)).then(|| Self(year * 12 + i32::from(month) - 1))
    }

    /// Reads `YYYY-MM`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let digits = |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        (digits(year, 4) && digits(month, 2)).then_some(())?;
        Self::new(year.parse().ok()?, month.parse().ok()?)
    }

    pub(super) fn of_day_number(days: i32) -> Self {
        // The civil calendar repeats every 146 097 days; years are counted from March so that leap days come last.
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        Self((year_of_era + era * 400) * 12 + from_march + 2)
    }

    /// The calendar year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// The month of the year, from 1.
    #[must_use]
    pub fn of_year(self) -> u8 {
        u8::try_from(self.0.rem_euclid(12)).unwrap_or_default() + 1
    }

    /// Months since year 0; differences of these numbers count months.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The month `months` later (or earlier); `None` outside 1900 to 2100.
    #[must_use]
    pub fn plus(self, months: i32) -> Option<Self> {
        let number = self.0.checked_add(months)?;
        (Self::MIN..=Self::MAX).contains(&number).then_some(Self(number))
    }

    /// The first day of the month.
    #[must_use]
    pub const fn first_day(self) -> Date {
        let from_march = (self.0 - 2).rem_euclid(12);
        let year = (self.0 - 2).div_euclid(12);
        let days = 365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        Date::from_number(days + (153 * from_march + 2) / 5 - 719_468)
    }

    /// The last day of the month.
    #[must_use]
    pub const fn last_day(self) -> Date {
        Date::from_number(Self(self.0 + 1).first_day().number() - 1)
    }

    /// How many days the month has.
    #[must_use]
    pub const fn days(self) -> i32 {
        Self(self.0 + 1).first_day().number() - self.first_day().number()
    }
}

impl fmt::Display for Month {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.written() {
            Some(written) => out.write_str(str::from_utf8(&written).unwrap_or_default()),
            None => write!(out, "{:04}-{:02}", self.year(), self.of_year()),
        }
    }
}

/// As it is written: `2028-02`.
impl serde::Serialize for Month {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.written() {
            Some(written) => serializer.serialize_str(str::from_utf8(&written).unwrap_or_default()),
            None => serializer.collect_str(self),
        }
    }
}

impl Month {
    /// As it is written where its year has no more than four digits: reports hold many.
    pub(crate) fn written(self) -> Option<[u8; 7]> {
        let year = u32::try_from(self.year()).ok().filter(|year| *year < 10_000)?;
        let [y, e, a, r] = [1_000, 100, 10, 1].map(|unit| digit(year / unit));
        let [m, o] = [10, 1].map(|unit| digit(u32::from(self.of_year()) / unit));
        Some([y, e, a, r, b'-', m, o])
    }
}

/// The last digit of a number.
pub(super) fn digit(number: u32) -> u8 {
    b'0' + u8::try_from(number % 10).unwrap_or_default()
}

/// The months that a question is asked about, both ends included; at most 1 200.
///
/// ```
/// use tuoyu::value::{Month, Window};
/// let year = Window::new(Month::parse("2026-01").unwrap(), Month::parse("2026-12").unwrap()).unwrap();
/// assert_eq!(year.len(), 12);
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Window {
    from: Month,
    to: Month,
}

/// Why two months are no window.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum WindowFault {
    /// The last month lies before the first.
    #[error("the window ends before it begins")]
    Reversed,
    /// More than [`WINDOW_MONTHS`] months.
    #[error("the window is longer than 1200 months")]
    TooLong,
}

impl Window {
    /// The window from one month to another, both included.
    ///
    /// # Errors
    /// [`WindowFault`] when it would be reversed or longer than 1 200 months.
    pub fn new(from: Month, to: Month) -> Result<Self, WindowFault> {
        let window = Self { from, to };
        if to < from {
            Err(WindowFault::Reversed)
        } else if window.len() > WINDOW_MONTHS {
            Err(WindowFault::TooLong)
        } else {
            Ok(window)
        }
    }

    /// One month alone.
    #[must_use]
    pub const fn of_month(month: Month) -> Self {
        Self { from: month, to: month }
    }

    /// The first month.
    #[must_use]
    pub const fn from(self) -> Month {
        self.from
    }

    /// The last month.
    #[must_use]
    pub const fn to(self) -> Month {
        self.to
    }

    /// How many months; never 0.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "a window always holds a month")]
    pub fn len(self) -> usize {
        usize::try_from(self.to.0 - self.from.0 + 1).unwrap_or_default()
    }

    /// Each month in order.
    pub fn months(self) -> impl Iterator<Item = Month> {
        (self.from.0..=self.to.0).map(Month)
    }

    /// The month at a position, from 0.
    #[must_use]
    pub fn month(self, position: usize) -> Month {
        Month(self.from.0.saturating_add(i32::try_from(position).unwrap_or(i32::MAX)))
    }
}
