//! What the tests of rows share.

use std::sync::LazyLock;
use tuoyu::error::{Diagnostic, Place};
use tuoyu::{AnswerBuffer, Ask, Batch, Pack, Rules, Wanted};

/// A layer with a quantity of an enrolment.
const NET: (&str, &str) = ("bench/net.md", include_str!("../../benches/work/net.md"));

/// The published rules, and over them what is left to pay.
pub static RULES: LazyLock<Rules> =
    LazyLock::new(|| Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied().chain([NET]))).unwrap());

/// Every column.
pub const ALL: Wanted = Wanted { amount: true, min: true, max: true, state: true, months: true };

/// A batch over a table of text whose first line is the heading; cells are separated by commas.
pub fn batch(heading: &str, ask: &Ask) -> Batch<'static> {
    let headings = RULES.headings(heading.split(','), None).unwrap();
    RULES.batch(&headings, ask).unwrap()
}

/// The answers of a table, for each rule; and what is wrong with its rows.
pub fn answered(heading: &str, rows: &[&str], ask: &Ask) -> (Vec<AnswerBuffer>, Vec<String>) {
    let batch = batch(heading, ask);
    let mut cells = batch.cells();
    for row in rows {
        batch.read(&mut cells, row.split(','));
    }
    let columns = cells.columns();
    let rows = cells.rows(&columns);
    let mut buffers: Vec<AnswerBuffer> = batch.rules().iter().map(|_| AnswerBuffer::new(ALL)).collect();
    let mut out: Vec<_> = buffers.iter_mut().map(|buffer| buffer.room(rows.length)).collect();
    let found = batch.answer(&rows, 0..rows.length, &mut out).unwrap();
    let faults = cells.faults().iter().chain(&found).map(told).collect();
    (buffers, faults)
}

/// The question of a year about one rule.
pub fn year(rule: &str) -> Ask {
    Ask::window("2026-01", "2026-12").rule(rule)
}

/// A fault in one line: row, column, code, found, expected.
pub fn told(fault: &Diagnostic) -> String {
    let place = match &fault.place {
        Place::Cell { row, column } => format!("{row} {column}"),
        place => format!("{place:?}"),
    };
    format!("{place}: {} {} ({})", fault.code, fault.found, fault.expected)
}
