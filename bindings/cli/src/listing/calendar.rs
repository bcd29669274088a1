//! The months of a window as a picture: a sign for each month.

use super::view::Months;
use super::width;
use tuoyu::value::Month;

/// The most months that are drawn on one line; a longer window is drawn by years.
const MOST_ON_A_LINE: usize = 24;
/// The most rows of years that one picture takes.
const MOST_ROWS: usize = 9;
/// What stands between two years.
const BETWEEN: &str = "│";
/// The room of the years before a row: `1950–2024`.
const YEARS: usize = 11;

/// Every sign, in the order of a legend.
pub const SIGNS: [&str; 7] = ["█", "✓", "·", "✗", "?", " ", "╌"];

/// The sign of a state.
pub fn sign(state: &str) -> &'static str {
    match state {
        "granted" | "known" => "█",
        "met" => "✓",
        "breached" | "short" => "✗",
        "refused" => "·",
        "undetermined" => "?",
        "not-in-force" => "╌",
        _ => " ",
    }
}

/// A window by years.
#[derive(Clone, Debug)]
pub struct Calendar {
    from: Month,
    to: Month,
}

impl Calendar {
    /// The calendar of a window, if its months are months.
    pub fn of(from: &str, to: &str) -> Option<Self> {
        Some(Self { from: Month::parse(from)?, to: Month::parse(to)? })
    }

    /// How many months there are.
    pub fn len(&self) -> usize {
        usize::try_from(self.to.number() - self.from.number() + 1).unwrap_or_default()
    }

    /// Whether a picture takes a row for each year, or for years that look alike.
    pub fn by_years(&self) -> bool {
        self.len() > MOST_ON_A_LINE
    }

    /// The columns that a picture takes.
    pub fn columns(&self) -> usize {
        let years = usize::try_from(self.to.year() - self.from.year()).unwrap_or_default();
        if self.by_years() { YEARS + 12 } else { self.len() + years }
    }

    /// The lines above pictures: the years, and the months in them.
    pub fn axis(&self) -> Vec<String> {
        if self.by_years() {
            return vec![width::spaces(YEARS) + &numbers(1, 12, true)];
        }
        let mut years: Vec<String> = Vec::new();
        let mut months: Vec<String> = Vec::new();
        for (year, from, to) in self.years() {
            let room = usize::from(to - from) + 1;
            let last = year == self.to.year();
            let name = year.to_string();
            let name = if room >= name.len() || last { name } else { String::new() };
            years.push(width::left(&name, room));
            months.push(width::left(&numbers(from, to, last), room));
        }
        vec![years.join(" "), months.join(BETWEEN)]
    }

    /// The rows of a picture; the columns of the first row stand below the axis.
    pub fn picture(&self, lines: &[Months]) -> Vec<String> {
        let mut rows: Vec<(i32, i32, String)> = Vec::new();
        for (year, from, to) in self.years() {
            let months = (from..=to).filter_map(|month| Month::new(year, month));
            let signs: String = months.map(|month| sign(state(lines, month))).collect();
            let before = if self.by_years() { usize::from(from) - 1 } else { 0 };
            let row = width::spaces(before) + &signs;
            match rows.last_mut().filter(|(_, _, known)| self.by_years() && *known == row) {
                Some((_, last, _)) => *last = year,
                None => rows.push((year, year, row)),
            }
        }
        if !self.by_years() {
            return vec![rows.into_iter().map(|(_, _, row)| row).collect::<Vec<_>>().join(BETWEEN)];
        }
        let more = rows.len() > MOST_ROWS;
        let mut drawn: Vec<String> = rows.into_iter().take(MOST_ROWS).map(named).collect();
        if more {
            drawn.push("……".to_owned());
        }
        drawn
    }

    /// Each year with its first and last month in the window.
    fn years(&self) -> Vec<(i32, u8, u8)> {
        let each = (self.from.year()..=self.to.year()).map(|year| {
            let from = if year == self.from.year() { self.from.of_year() } else { 1 };
            let to = if year == self.to.year() { self.to.of_year() } else { 12 };
            (year, from, to)
        });
        each.collect()
    }
}

fn named((from, to, row): (i32, i32, String)) -> String {
    let years = if from == to { from.to_string() } else { format!("{from}–{to}") };
    width::left(&years, YEARS) + &row
}

/// The state of a month.
fn state(lines: &[Months], month: Month) -> &str {
    let month = month.to_string();
    let line = lines.iter().find(|line| line.from <= month && month <= line.to);
    line.map_or("", |line| line.state.as_str())
}

/// The first month, and the first of each quarter, as numbers above their columns; the last number may stand out
/// only where nothing follows.
fn numbers(from: u8, to: u8, last: bool) -> String {
    let room = usize::from(to.saturating_sub(from)) + 1;
    let mut text = String::new();
    for month in (from..=to).filter(|month| *month == from || month % 3 == 1) {
        let column = usize::from(month - from);
        let longer = width::left(&text, column) + &month.to_string();
        // A number keeps a space from the one before it.
        if (text.is_empty() || column > text.len()) && (last || longer.len() <= room) {
            text = longer;
        }
    }
    text
}
