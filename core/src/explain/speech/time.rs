//! Days and months in words.

use super::{both, words};
use crate::source::Words;
use crate::value::{Date, Month};

const NAMES: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day written `YYYY-MM-DD`, in words; any other text stands as it is.
///
/// ```
/// assert_eq!(tuoyu::explain::day_in_words("2023-05-31").en, "31 May 2023");
/// ```
#[must_use]
pub fn day_in_words(text: &str) -> Words {
    Date::parse(text).map_or_else(|| both(text), of_day)
}

/// A month written `YYYY-MM`, in words; any other text stands as it is.
///
/// ```
/// assert_eq!(tuoyu::explain::month_in_words("2026-03").zh, "2026年3月");
/// ```
#[must_use]
pub fn month_in_words(text: &str) -> Words {
    Month::parse(text).map_or_else(|| both(text), of_month)
}

/// The months from one to another, in words; the year is said once where it is one.
///
/// ```
/// let words = tuoyu::explain::months_in_words("2026-01", "2026-04");
/// assert_eq!((words.zh.as_str(), words.en.as_str()), ("2026年1月至4月", "January to April 2026"));
/// ```
#[must_use]
pub fn months_in_words(from: &str, to: &str) -> Words {
    let (Some(first), Some(last)) = (Month::parse(from), Month::parse(to)) else {
        return words(format!("{from}至{to}"), format!("{from} to {to}"));
    };
    if first == last {
        return of_month(first);
    }
    let (a, b) = (of_month(first), of_month(last));
    if first.year() == last.year() {
        words(format!("{}至{}月", a.zh, last.of_year()), format!("{} to {}", name(first), b.en))
    } else {
        words(format!("{}至{}", a.zh, b.zh), format!("{} to {}", a.en, b.en))
    }
}

/// A day: 2025年7月21日, 21 July 2025.
pub(in super::super) fn of_day(date: Date) -> Words {
    let (month, day) = (of_month(date.month()), date.of_month());
    words(format!("{}{day}日", month.zh), format!("{day} {}", month.en))
}

/// A month: 2025年7月, July 2025.
pub(in super::super) fn of_month(month: Month) -> Words {
    words(format!("{}年{}月", month.year(), month.of_year()), format!("{} {}", name(month), month.year()))
}

fn name(month: Month) -> &'static str {
    NAMES.get(usize::from(month.of_year()).saturating_sub(1)).copied().unwrap_or_default()
}
