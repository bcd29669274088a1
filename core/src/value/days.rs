//! A span of civil days.

use super::Date;

/// A span of days, both ends included; an absent end is open.
///
/// ```
/// use tuoyu::value::{Date, Days};
/// let force = Days::new(Date::parse("2025-07-21"), Date::parse("2028-06-20")).unwrap();
/// assert!(!force.holds(Date::parse("2025-07-20").unwrap()));
/// assert!(force.holds(Date::parse("2025-07-21").unwrap()));
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq, serde::Deserialize, serde::Serialize)]
#[serde(try_from = "(Option<Date>, Option<Date>)", into = "(Option<Date>, Option<Date>)")]
pub struct Days {
    from: Option<Date>,
    to: Option<Date>,
}

impl TryFrom<(Option<Date>, Option<Date>)> for Days {
    type Error = &'static str;

    fn try_from((from, to): (Option<Date>, Option<Date>)) -> Result<Self, Self::Error> {
        Self::new(from, to).ok_or("a span of days that ends before it begins")
    }
}

impl From<Days> for (Option<Date>, Option<Date>) {
    fn from(days: Days) -> Self {
        (days.from, days.to)
    }
}

impl Days {
    /// Every day.
    pub const ALWAYS: Self = Self { from: None, to: None };

    /// The span, or `None` when it would end before it begins.
    #[must_use]
    pub fn new(from: Option<Date>, to: Option<Date>) -> Option<Self> {
        let reversed = matches!((from, to), (Some(from), Some(to)) if to < from);
        (!reversed).then_some(Self { from, to })
    }

    /// The first day, if it has one.
    #[must_use]
    pub const fn from(self) -> Option<Date> {
        self.from
    }

    /// The last day, if it has one.
    #[must_use]
    pub const fn to(self) -> Option<Date> {
        self.to
    }

    /// Whether the day lies in the span.
    #[must_use]
    pub fn holds(self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether a day lies in both spans.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        let starts_late = |a: Self, b: Self| matches!((a.to, b.from), (Some(to), Some(from)) if to < from);
        !starts_late(self, other) && !starts_late(other, self)
    }
}
