//! A calendar of working days from its file: `[[year]]` with `year`, `off` and `worked`.

use super::calendar::{WorkCalendar, WorkYear, is_weekend, year_ends};
use super::toml_text::root;
use crate::error::{Code, Diagnostic, Diagnostics};
use crate::source::{SourceText, Span};
use crate::value::{Date, Days};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

const YEAR: &str = "year";
const OFF: &str = "off";
const WORKED: &str = "worked";
const YEAR_FORM: &str = "year = 2026";
const OFF_FORM: &str = "off = [\"YYYY-MM-DD\", \"YYYY-MM-DD .. YYYY-MM-DD\"]";
const WORKED_FORM: &str = "worked = [\"YYYY-MM-DD\"]";

impl WorkCalendar {
    /// Reads a calendar.
    ///
    /// # Errors
    /// `invalid-toml`, or `invalid-calendar` for everything that is wrong: a member that is none, a day that does not
    /// exist or lies in another year, a day that stands twice, a worked day that is worked anyway.
    pub fn from_toml(file: &SourceText) -> Result<Self, Diagnostics> {
        let table = root(&file.name, &file.text)?;
        let mut reader = Reader { file, faults: Vec::new() };
        let calendar = reader.calendar(&table);
        Diagnostics(reader.faults).unless_errors(calendar)
    }
}

struct Reader<'t> {
    file: &'t SourceText,
    faults: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn calendar(&mut self, table: &DeTable<'_>) -> WorkCalendar {
        self.known(table, &[YEAR]);
        let mut years: Vec<WorkYear> = Vec::new();
        let list = table.get(YEAR).and_then(|list| list.get_ref().as_array());
        let Some(list) = list else {
            self.fault(Span::new(0, 0), "", "[[year]]");
            return WorkCalendar::default();
        };
        for item in list.iter() {
            let DeValue::Table(entry) = item.get_ref() else {
                self.wrong(item, "[[year]]");
                continue;
            };
            let Some(year) = self.year(entry, item) else { continue };
            if years.iter().any(|known| known.year == year.year) {
                self.wrong(entry.get(YEAR).unwrap_or(item), YEAR_FORM);
            }
            years.push(year);
        }
        years.sort_by_key(|year| year.year);
        WorkCalendar { years }
    }

    fn year(&mut self, entry: &DeTable<'_>, item: &Spanned<DeValue<'_>>) -> Option<WorkYear> {
        self.known(entry, &[YEAR, OFF, WORKED]);
        let written = entry.get(YEAR);
        let number = written.and_then(|year| match year.get_ref() {
            DeValue::Integer(number) => i32::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        });
        let Some(year) = number.filter(|year| Date::new(*year, 1, 1).is_some()) else {
            self.wrong(written.unwrap_or(item), YEAR_FORM);
            return None;
        };
        let mut off: Vec<Days> = Vec::new();
        for (days, at) in self.spans(entry, OFF, OFF_FORM, year) {
            if off.iter().any(|known| known.overlaps(days)) {
                self.fault(at, self.text(at), OFF_FORM);
            }
            off.push(days);
        }
        let mut worked: Vec<Date> = Vec::new();
        for (days, at) in self.spans(entry, WORKED, WORKED_FORM, year) {
            let one = days.from().filter(|from| days.to() == Some(*from));
            match one.filter(|day| is_weekend(*day) && !worked.contains(day)) {
                Some(day) if !off.iter().any(|days| days.holds(day)) => worked.push(day),
                _ => self.fault(at, self.text(at), "a Saturday or a Sunday that is not off, once"),
            }
        }
        Some(WorkYear { year, off, worked })
    }

    /// The spans of days of a list, all of them in the year.
    fn spans(&mut self, entry: &DeTable<'_>, key: &str, form: &str, year: i32) -> Vec<(Days, Span)> {
        let Some(list) = entry.get(key) else { return Vec::new() };
        let DeValue::Array(items) = list.get_ref() else {
            self.wrong(list, form);
            return Vec::new();
        };
        let (first, last) = year_ends(year);
        let mut spans = Vec::new();
        for item in items.iter() {
            let days = item.get_ref().as_str().and_then(days);
            let inside = |days: &Days| days.from() >= Some(first) && days.to().is_some_and(|to| to <= last);
            match days.filter(inside) {
                Some(days) => spans.push((days, span(item))),
                None => self.wrong(item, form),
            }
        }
        spans
    }

    fn known(&mut self, table: &DeTable<'_>, keys: &[&str]) {
        for name in table.keys().filter(|name| !keys.contains(&name.get_ref().as_ref())) {
            let at = Span::new(name.span().start, name.span().end);
            self.fault(at, name.get_ref().to_string(), keys.join(", "));
        }
    }

    fn wrong(&mut self, value: &Spanned<DeValue<'_>>, expected: &str) {
        let at = span(value);
        self.fault(at, self.text(at), expected);
    }

    fn text(&self, span: Span) -> String {
        self.file.text.get(span.start..span.end).unwrap_or_default().to_owned()
    }

    fn fault(&mut self, span: Span, found: impl Into<String>, expected: impl Into<String>) {
        self.faults.push(Diagnostic::in_text(Code::InvalidCalendar, &self.file.name, span, found, expected));
    }
}

fn span(value: &Spanned<DeValue<'_>>) -> Span {
    Span::new(value.span().start, value.span().end)
}

/// `YYYY-MM-DD`, or two of them with `..` between.
fn days(text: &str) -> Option<Days> {
    let (from, to) = text.split_once("..").unwrap_or((text, text));
    Days::new(Some(Date::parse(from.trim())?), Some(Date::parse(to.trim())?))
}
