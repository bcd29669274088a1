//! Documents, readings and named numbers.

use super::{Break, hold};
use crate::rulebook::Origin;

pub(super) const BREAKS: &[Break] = &[
    ("reading's default", |book| book.readings[0].default = Some(9), "readings[0]", "default < options"),
    (
        "parameter",
        |book| book.parameters[1].id = book.parameters[0].id.clone(),
        "",
        "parameters: id, force ≠ id, force",
    ),
    (
        "source",
        |book| book.parameters[0].source = Origin::Law { document: 0, pieces: vec![100_000] },
        "parameters[0]",
        "source: document, pieces",
    ),
    (
        "years of a calendar in disorder",
        |book| {
            let year = book.calendars[0].days.years[0].clone();
            book.calendars[0].days.years.push(year);
        },
        "calendars[0]",
        "years: 1900 .. 2100, in order",
    ),
    (
        "two tables of one name",
        |book| {
            let table = book.tables[0].clone();
            book.tables.push(table);
        },
        "",
        "tables: id ≠ id",
    ),
    (
        "a bracket before another",
        |book| book.tables[0].parts.reverse(),
        "tables[0]",
        "brackets: 0 .., rising, at most 100%",
    ),
    ("no document", |book| book.documents.clear(), "", "documents"),
    (
        "layers in disorder",
        |book| {
            let first = book.documents[0].clone();
            let mut other = first.clone();
            other.layer = "county".to_owned();
            book.documents.extend([other, first]);
        },
        "",
        "documents: layer",
    ),
    ("reading", |book| book.readings[1].id = book.readings[0].id.clone(), "", "readings: id ≠ id"),
    (
        "piece twice",
        |book| book.parameters[0].source = Origin::Law { document: 0, pieces: vec![1, 1] },
        "parameters[0]",
        "pieces ≠ pieces",
    ),
];

#[test]
fn broken_invariants_are_told() {
    hold(BREAKS);
}
