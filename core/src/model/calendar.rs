//! Working days (工作日), as an authority publishes them year by year.

use crate::value::{Date, Days};

/// The working days of the years that are published.
#[derive(Clone, Debug, Default, Eq, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct WorkCalendar {
    /// The years, in order.
    pub years: Vec<WorkYear>,
}

/// How the working days of a year differ from Monday to Friday.
#[derive(Clone, Debug, Eq, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct WorkYear {
    /// The year.
    pub year: i32,
    /// Days off (放假).
    pub off: Vec<Days>,
    /// Saturdays and Sundays that are worked (调休上班).
    pub worked: Vec<Date>,
}

impl WorkYear {
    /// Whether a day of the year is a working day.
    #[must_use]
    pub fn is_working(&self, day: Date) -> bool {
        let is_off = self.off.iter().any(|days| days.holds(day));
        !is_off && (!is_weekend(day) || self.worked.contains(&day))
    }
}

impl WorkCalendar {
    /// The day by which so many working days after a day have passed; the day itself does not count. `None` where one of
    /// the days after it lies in a year that is not published.
    ///
    /// ```
    /// use tuoyu::model::{WorkCalendar, WorkYear};
    /// use tuoyu::value::Date;
    /// let day = |text: &str| Date::parse(text).unwrap();
    /// let years = vec![WorkYear { year: 2026, off: Vec::new(), worked: vec![day("2026-01-10")] }];
    /// let calendar = WorkCalendar { years };
    /// // From Thursday: Friday, the Saturday that is worked, Monday.
    /// assert_eq!(calendar.after(day("2026-01-08"), 3), Some(day("2026-01-12")));
    /// assert_eq!(calendar.after(day("2026-12-31"), 1), None);
    /// ```
    #[must_use]
    pub fn after(&self, day: Date, working_days: u32) -> Option<Date> {
        let mut day = day;
        for _ in 0..working_days {
            loop {
                day = Date::from_number(day.number().checked_add(1)?);
                if self.year_of(day)?.is_working(day) {
                    break;
                }
            }
        }
        Some(day)
    }

    /// The spans of days from which so many working days lie in published years.
    #[must_use]
    pub fn covered(&self, working_days: u32) -> Vec<(Date, Date)> {
        let mut spans: Vec<(Date, Date)> = Vec::new();
        for year in &self.years {
            // From the last day before a year its days can be counted.
            let (first, last) = year_ends(year.year);
            let first = Date::from_number(first.number() - 1);
            let days = (first.number()..=last.number()).rev().map(Date::from_number);
            let Some(last) = days.into_iter().find(|day| self.after(*day, working_days).is_some()) else { continue };
            match spans.last_mut().filter(|(_, before)| before.number() + 1 >= first.number()) {
                Some(span) => span.1 = span.1.max(last),
                None => spans.push((first, last)),
            }
        }
        spans
    }

    fn year_of(&self, day: Date) -> Option<&WorkYear> {
        let year = day.month().year();
        self.years.iter().find(|known| known.year == year)
    }
}

/// The first and the last day of a year.
pub(crate) fn year_ends(year: i32) -> (Date, Date) {
    let end = |month, day| Date::new(year, month, day);
    (end(1, 1).unwrap_or(Date::MIN), end(12, 31).unwrap_or(Date::MAX))
}

/// Whether a day is a Saturday or a Sunday.
pub(crate) const fn is_weekend(day: Date) -> bool {
    // 1970-01-01 was a Thursday.
    (day.number() + 3).rem_euclid(7) >= 5
}
