//! A calendar of working days in words.

use super::phrase::{days_in_words, sentence, two};
use crate::compile::Calendar;
use crate::source::Words;
use crate::value::{Date, Days};

/// A calendar as sentences: for each published year, which days are off and which weekend days are worked.
#[must_use]
pub fn calendar_in_words(calendar: &Calendar) -> Vec<Words> {
    let each = calendar.days.years.iter().map(|year| {
        let off = joined(year.off.iter().copied());
        let one = |day: &Date| Days::new(Some(*day), Some(*day)).unwrap_or_default();
        let worked = joined(year.worked.iter().map(one));
        let number = year.year;
        sentence(&two(
            format!(
                "{number}年的工作日为周一至周五，放假的除外（{}），另加上班的周六、周日（{}）",
                none(&off.zh, "无"),
                none(&worked.zh, "无")
            ),
            format!(
                "the working days of {number} are Monday to Friday without the days off ({}), and these Saturdays and Sundays: \
                 {}",
                none(&off.en, "none"),
                none(&worked.en, "none")
            ),
        ))
    });
    each.collect()
}

fn joined(days: impl Iterator<Item = Days>) -> Words {
    let each: Vec<Words> = days.map(days_in_words).collect();
    let side = |of: fn(&Words) -> &str| each.iter().map(of).collect::<Vec<_>>();
    two(side(|words| &words.zh).join("、"), side(|words| &words.en).join("; "))
}

fn none<'t>(text: &'t str, none: &'t str) -> &'t str {
    if text.is_empty() { none } else { text }
}
