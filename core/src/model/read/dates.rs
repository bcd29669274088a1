//! Civil days, and which date of a thing must not lie before which.

use super::facts::Reading;
use super::report::{Report, join};
use crate::error::Code;
use crate::model::{Content, FactIndex, Line, Node, NodeValue, Vocabulary};
use crate::value::Date;

impl Reading<'_> {
    /// A day of 1900 to 2100, written `YYYY-MM-DD`.
    pub(super) fn date(&mut self, node: &Node, path: &str) -> Option<Date> {
        let NodeValue::Text(text) = &node.value else {
            self.report.add(node.offset, Code::NotADate, path, node.written(), "");
            return None;
        };
        match day(text) {
            Ok(date) => Some(date),
            Err((code, expected)) => {
                self.report.add(node.offset, code, path, text, expected);
                None
            }
        }
    }
}

/// A day of 1900 to 2100, or what is wrong with it.
pub(in crate::model) fn day(text: &str) -> Result<Date, (Code, String)> {
    Date::parse(text).ok_or_else(|| match exists(text) {
        None => (Code::NotADate, String::new()),
        Some(false) => (Code::NoSuchDay, String::new()),
        Some(true) => (Code::OutOfRange, format!("{} .. {}", Date::MIN, Date::MAX)),
    })
}

/// Whether the calendar has a day, in whatever year; `None` where the text has not the form of a day.
fn exists(text: &str) -> Option<bool> {
    let digits = |text: &str, length| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let formed = digits(year, 4) && digits(month, 2) && digits(day, 2);
    let year: i32 = year.parse().ok().filter(|_| formed)?;
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    // Any year of the same kind has the same days.
    let alike = if leap { 2024 } else { 2023 };
    Some(Date::new(alike, month.parse().ok()?, day.parse().ok()?).is_some())
}

/// Each date that must not lie before another one of the same thing.
pub(super) fn check_order(
    vocabulary: &Vocabulary,
    path: &str,
    given: &[(FactIndex, &Node)],
    stated: &[(FactIndex, Line)],
    report: &mut Report,
) {
    let on = |index: FactIndex| stated.iter().find(|(fact, _)| *fact == index).and_then(|(_, line)| only_day(line));
    for (index, node) in given {
        let Some(fact) = vocabulary.fact_at(*index) else { continue };
        let Some((start, end)) = fact.after.and_then(on).zip(on(*index)) else { continue };
        if end < start {
            let path = join(path, &fact.member);
            report.add(node.offset, Code::EndBeforeStart, &path, end.to_string(), start.to_string());
        }
    }
}

fn only_day(line: &Line) -> Option<Date> {
    match line.0.as_slice() {
        [stretch] => match stretch.content {
            Content::Number(number) => i32::try_from(number).ok().map(Date::from_number),
            _ => None,
        },
        _ => None,
    }
}
