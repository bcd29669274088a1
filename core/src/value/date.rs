//! A civil day, with the month arithmetic that Chinese law asks for.

use super::Month;
use super::month::digit;
use std::fmt;
use std::str::FromStr;

/// A civil day (公历日) of the years 1900 to 2100.
///
/// Ages and terms that end on a day that does not exist end on the first of the following month:
/// a child born on 29 February turns three on 1 March.
///
/// ```
/// use tuoyu::value::Date;
/// let birth = Date::parse("2024-02-29").unwrap();
/// assert_eq!(birth.plus_months(36), Date::parse("2027-03-01"));
/// assert_eq!(Date::parse("2026-02-30"), None);
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, serde::Deserialize, serde::Serialize)]
#[serde(try_from = "i32", into = "i32")]
pub struct Date(i32);

/// A day as it is stored: days since 1970-01-01. The day after the last one is one too: a bound may lie there.
impl TryFrom<i32> for Date {
    type Error = &'static str;

    fn try_from(days: i32) -> Result<Self, Self::Error> {
        let is_day = (Self::MIN.0..=Self::MAX.0 + 1).contains(&days);
        is_day.then_some(Self(days)).ok_or("a day outside 1900 to 2100")
    }
}

impl From<Date> for i32 {
    fn from(date: Date) -> Self {
        date.0
    }
}

impl Date {
    /// The first day that a fact may hold.
    pub const MIN: Self = Self(-25_567);
    /// The last day that a fact may hold.
    pub const MAX: Self = Self(47_846);

    /// The day, if it exists and lies in the years 1900 to 2100.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let of = Month::new(year, month)?;
        (day >= 1 && i32::from(day) <= of.days()).then(|| Self(of.first_day().0 + i32::from(day) - 1))
    }

    /// Reads `YYYY-MM-DD`; `None` for any other form and for days that do not exist.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (month, day) = text.rsplit_once('-')?;
        if day.len() != 2 || !day.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let month = Month::parse(month)?;
        Self::new(month.year(), month.of_year(), day.parse().ok()?)
    }

    /// The day that lies `days` after 1970-01-01, without a check of the range.
    #[must_use]
    pub const fn from_number(days: i32) -> Self {
        Self(days)
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The month that the day lies in.
    #[must_use]
    pub fn month(self) -> Month {
        Month::of_day_number(self.0)
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn of_month(self) -> i32 {
        self.0 - self.month().first_day().0 + 1
    }

    /// The same day of the month `months` later (or earlier), or the first of the following month
    /// where there is no such day; `None` outside 1900 to 2100.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Option<Self> {
        let target = self.month().plus(months)?;
        let day = self.of_month();
        let first =
            if day <= target.days() { target.first_day().0 + day - 1 } else { target.first_day().0 + target.days() };
        (Self::MIN.0..=Self::MAX.0).contains(&first).then_some(Self(first))
    }

    /// The months completed from this day to another: so many are complete from the day with the same number so many
    /// months later on, or from the first of the following month where there is no such day. Before this day they are
    /// below 0.
    #[must_use]
    pub fn completed_months(self, to: Self) -> i32 {
        let apart = to.month().number() - self.month().number();
        // A day with the same number that does not exist is reached by no day of its month.
        if self.of_month() > to.of_month() { apart - 1 } else { apart }
    }

    /// The latest day `d` for which `d.plus_months(months)` is not after this day.
    ///
    /// The inverse that a comparison of an age with a day needs.
    #[must_use]
    pub fn latest_reaching(self, months: i32) -> i32 {
        let Some(target) = months.checked_neg().and_then(|back| self.month().plus(back)) else {
            return if months > 0 { Self::MIN.0 - 1 } else { Self::MAX.0 };
        };
        // A later day of that month reaches this month's counterpart or spills over into the next month.
        target.first_day().0 + self.of_month().min(target.days()) - 1
    }
}

/// Why a text is not a day.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error("not a day of the years 1900 to 2100, written YYYY-MM-DD")]
pub struct DateFault;

/// `YYYY-MM-DD`.
impl FromStr for Date {
    type Err = DateFault;

    fn from_str(text: &str) -> Result<Self, DateFault> {
        Self::parse(text).ok_or(DateFault)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (month, day) = (self.month(), self.of_month());
        let Some([y, e, a, r, _, m, o]) = month.written() else { return write!(out, "{month}-{day:02}") };
        let [d, b] = [10, 1].map(|unit| digit(u32::try_from(day).unwrap_or_default() / unit));
        out.write_str(str::from_utf8(&[y, e, a, r, b'-', m, o, b'-', d, b]).unwrap_or_default())
    }
}
