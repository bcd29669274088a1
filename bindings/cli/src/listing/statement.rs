//! A quantity as a statement that one would print: a line for each thing and what they come to, and month by month.

use super::months::stretch;
use super::page::{Line, Page, Tone, WIDEST};
use super::say::say;
use super::subject::Subjects;
use super::view::{Part, Statement};
use super::width::{columns, left, right, spaces, wrap};
use tuoyu::explain::thousands;
use tuoyu::source::Language;

/// Where tables begin.
const INDENT: usize = 6;
/// What stands between two columns.
const GAP: usize = 2;
/// The widest heading of a column that is not broken into lines.
const HEADING: usize = 12;
/// Behind the heading of what somebody decides.
const DECIDED: &str = "*";

/// The tables of a statement.
pub fn write(page: &mut Page, statement: &Statement, own: &str, subjects: &Subjects<'_>, language: Language) {
    let named = statement.subjects();
    let all = |subject: &&str| **subject != *own;
    let mut rows: Vec<Row> = named
        .iter()
        .filter(|subject| all(subject))
        .map(|subject| Row::of(subjects.name(subject), statement, |part| is_total_of(part, subject), true))
        .collect();
    rows.push(Row::of(say(language, "合计", "In all").to_owned(), statement, |part| is_total_of(part, own), true));
    table(page, statement, &rows, language);
    for subject in named {
        let months = statement.months_of(subject);
        if months.is_empty() {
            continue;
        }
        page.gap();
        let (zh, en) = ("逐月，元", "by month, CNY");
        page.paragraph(
            (INDENT, ""),
            Tone::Heading,
            &format!("{}{}{}", subjects.name(subject), say(language, "：", ": "), say(language, zh, en)),
        );
        let mut rows: Vec<Row> = Vec::new();
        let mut from = months.first().copied().unwrap_or_default();
        for month in &months {
            let row = Row::of(String::new(), statement, |part| is_of(part, subject, month), false);
            match rows.last_mut().filter(|last| last.cells == row.cells) {
                Some(last) => last.name = stretch(from, month, language) + say(language, "，每月", ", each"),
                None => {
                    from = month;
                    rows.push(Row { name: stretch(from, month, language), ..row });
                }
            }
        }
        rows.push(Row::of(
            say(language, "合计", "In all").to_owned(),
            statement,
            |part| is_total_of(part, subject),
            false,
        ));
        table(page, statement, &rows, language);
    }
    notes(page, statement, language);
}

/// What the signs in the tables mean.
fn notes(page: &mut Page, statement: &Statement, language: Language) {
    if statement.items.iter().any(|item| item.discretionary) {
        let (zh, en) = (
            "须由有权决定的一方决定后才能取得；自付按已作出决定计算",
            "Due only if it has been so decided; what is left to pay takes it that it has",
        );
        page.paragraph((INDENT, "* "), Tone::Faint, say(language, zh, en));
    }
    if statement.parts.iter().any(|part| part.amount.is_none() && part.month.is_some()) {
        let (zh, en) = ("当月金额取决于案例没有写明的事实", "The month's amount depends on what the case does not say");
        page.paragraph((INDENT, "? "), Tone::Faint, say(language, zh, en));
    }
    if !statement.exact {
        let (zh, en) = ("未知的太多，范围可能偏宽", "Too much is unknown: the ranges may be too wide");
        page.paragraph((INDENT, ""), Tone::Open, say(language, zh, en));
    }
}

fn is_total_of(part: &Part, subject: &str) -> bool {
    part.subject == subject && part.month.is_none()
}

fn is_of(part: &Part, subject: &str, month: &str) -> bool {
    part.subject == subject && part.month.as_deref() == Some(month)
}

/// One line of a table: an amount for each item, none where the item is not about it.
#[derive(Clone, Debug, Default)]
struct Row {
    name: String,
    cells: Vec<Option<String>>,
}

impl Row {
    fn of(name: String, statement: &Statement, is: impl Fn(&Part) -> bool, with_range: bool) -> Self {
        let cell = |item: &super::view::ItemWords| {
            let part = statement.parts.iter().find(|part| part.item == item.id && is(part))?;
            Some(match &part.amount {
                Some(amount) => thousands(amount),
                None if with_range => {
                    let [low, high] = &part.range;
                    format!("{}–{}", thousands(low), thousands(high))
                }
                None => "?".to_owned(),
            })
        };
        Self { name, cells: statement.items.iter().map(cell).collect() }
    }
}

/// Rows with a column for each item; where they do not fit beside each other, one table below the other.
fn table(page: &mut Page, statement: &Statement, rows: &[Row], language: Language) {
    let names = rows.iter().map(|row| columns(&row.name)).max().unwrap_or_default();
    let mut place = 0;
    let widths: Vec<(usize, Vec<String>, usize)> = statement
        .items
        .iter()
        .enumerate()
        .filter(|(number, _)| rows.iter().any(|row| row.cells.get(*number).is_some_and(Option::is_some)))
        .map(|(number, item)| {
            let mark = if item.discretionary { DECIDED } else { "" };
            let title = item.title.in_language(language).to_owned() + mark;
            // A word of English is not cut.
            let widest = title.split(' ').map(columns).max().filter(|_| language == Language::English);
            let heading = wrap(&title, widest.unwrap_or_default().max(HEADING));
            let cells = rows.iter().filter_map(|row| row.cells.get(number)?.as_deref()).map(columns);
            let width = cells.chain(heading.iter().map(|line| columns(line))).max().unwrap_or_default();
            (number, heading, width)
        })
        .collect();
    while place < widths.len() {
        let mut width = INDENT + names;
        let rest = widths.get(place..).unwrap_or_default();
        let fits = rest.iter().take_while(|(_, _, own)| {
            width += GAP + own;
            width <= WIDEST
        });
        let count = fits.count().max(1);
        let shown = rest.get(..count).unwrap_or_default();
        place += count;
        lines(page, rows, names, shown);
    }
}

fn lines(page: &mut Page, rows: &[Row], names: usize, shown: &[(usize, Vec<String>, usize)]) {
    let height = shown.iter().map(|(_, heading, _)| heading.len()).max().unwrap_or_default();
    for line in 0..height {
        let mut written = Line::of(Tone::Plain, spaces(INDENT + names));
        for (_, heading, width) in shown {
            let skipped = height - heading.len();
            let text = line.checked_sub(skipped).and_then(|line| heading.get(line)).map_or("", String::as_str);
            written = written.and(Tone::Faint, spaces(GAP) + &right(text, *width));
        }
        page.line(written);
    }
    for row in rows {
        let mut written = Line::of(Tone::Plain, spaces(INDENT)).and(Tone::Plain, left(&row.name, names));
        for (number, _, width) in shown {
            let cell = row.cells.get(*number).and_then(Option::as_deref).unwrap_or_default();
            let tone = if cell.contains(['?', '–']) { Tone::Open } else { Tone::Plain };
            written = written.and(tone, spaces(GAP) + &right(cell, *width));
        }
        page.line(written);
    }
}
