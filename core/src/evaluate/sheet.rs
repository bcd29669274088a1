//! Rows of a table as columns for the kernel: once, or once for each completion.

use super::calendar::{SLICE_MONTHS, Slice};
use super::columns::{Column, Columns, Groups, Values, places};
use super::kernel::BLOCK_ROWS;
use super::lane::Lane;
use super::prepared::Prepared;
use super::program::Program;
use super::slots::{SlotRoom, Slots};
use super::table::{Shared, Table};
use crate::model::{ThingIndex, Vocabulary};
use crate::value::Map;

/// Some rows of a table in one slice, repeated for each copy.
pub(super) struct Sheet {
    /// For each row its place in the table, its subject and its copy.
    pub(super) rows: Vec<(usize, usize, usize)>,
    /// For each fact of the table its value in every row, one fact after the other.
    values: Vec<i64>,
    known: Vec<bool>,
    pub(super) spans: Vec<u64>,
    groups: Vec<(ThingIndex, Vec<u32>)>,
    members: Vec<u32>,
}

impl Sheet {
    /// Rows that reach into a slice. `value` gives an unknown its value in a copy; `None` leaves it unknown.
    pub(super) fn new(
        table: &Table,
        slice: &Slice,
        rows: &[usize],
        copies: usize,
        value: impl Fn(usize, usize) -> Option<i64>,
    ) -> Self {
        let mut sheet = Self {
            rows: Vec::new(),
            values: Vec::new(),
            known: Vec::new(),
            spans: Vec::new(),
            groups: table.groups.iter().map(|shared| (shared.thing, Vec::new())).collect(),
            members: Vec::new(),
        };
        let short = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        // Only the groups of these rows are counted, so that a sheet is as large as its rows.
        let groups: Vec<Map<u32, u32>> = table.groups.iter().map(|shared| numbered(table, rows, shared)).collect();
        for copy in 0..copies {
            for place in rows {
                let Some(row) = table.rows.get(*place) else { continue };
                let span = span_in(slice, row.from, row.to);
                if span == 0 {
                    continue;
                }
                for ((shared, known), (_, groups)) in table.groups.iter().zip(&groups).zip(&mut sheet.groups) {
                    let group = shared.numbers.get(row.subject).and_then(|number| known.get(number));
                    let first = short(copy).saturating_mul(short(known.len()));
                    groups.push(group.copied().unwrap_or_default().saturating_add(first));
                }
                sheet.members.push(short(copy * table.subjects.len() + row.subject));
                sheet.spans.push(span);
                sheet.rows.push((*place, row.subject, copy));
            }
        }
        let cells = table.facts.len() * sheet.rows.len();
        sheet.values.reserve_exact(cells);
        sheet.known.reserve_exact(cells);
        for fact in 0..table.facts.len() {
            for (place, _, copy) in &sheet.rows {
                let Some(cell) = table.rows.get(*place).and_then(|row| row.cells.get(fact)) else { continue };
                let given = cell.unknown.and_then(|unknown| value(*copy, unknown));
                sheet.values.push(given.unwrap_or(cell.value));
                // Whether the input states the fact; a completion gives a value and states nothing.
                sheet.known.push(cell.unknown.is_none());
            }
        }
        sheet
    }

    /// The subject of a row, and its months.
    pub(super) fn subject(&self, place: usize) -> Option<(usize, u64)> {
        let (_, subject, _) = self.rows.get(place)?;
        Some((*subject, *self.spans.get(place)?))
    }

    /// Runs a program and shows every row's slots: the slots, the row in its block, the row in the sheet.
    pub(super) fn run<L: Lane>(
        &self,
        table: &Table,
        program: &Program,
        vocabulary: &Vocabulary,
        slice: &Slice,
        show: &mut dyn FnMut(&Slots<'_, L>, usize, usize),
    ) {
        let prepared = Prepared::<L>::new(program, vocabulary, slice, self.rows.len());
        self.run_ready(table, program, &prepared, &mut SlotRoom::<L>::new(program), show);
    }

    /// The same of a program that is ready for the slice, in slots that fit it.
    pub(super) fn run_ready<L: Lane>(
        &self,
        table: &Table,
        program: &Program,
        prepared: &Prepared<L>,
        room: &mut SlotRoom<L>,
        show: &mut dyn FnMut(&Slots<'_, L>, usize, usize),
    ) {
        let rows = self.rows.len();
        let columns = self.values.chunks(rows.max(1)).zip(self.known.chunks(rows.max(1)));
        let columns = columns.map(|(values, known)| Some(Column { values: Values::Wide(values), known: Some(known) }));
        let columns: Vec<Option<Column<'_>>> = columns.collect();
        let places = places(&program.facts, &table.facts);
        let groups: Vec<Groups<'_>> =
            self.groups.iter().map(|(thing, group)| Groups { thing: *thing, group, member: &self.members }).collect();
        let spans = Some(self.spans.as_slice());
        let columns = Columns { rows, columns: &columns, places: &places, groups: &groups, spans };
        for start in (0..rows).step_by(BLOCK_ROWS) {
            let length = BLOCK_ROWS.min(rows - start);
            let slots = prepared.run(program, &columns, start, length, room);
            for row in 0..length {
                show(&slots, row, start + row);
            }
        }
    }
}

/// The groups of some rows, numbered in the order in which they come.
fn numbered(table: &Table, rows: &[usize], shared: &Shared) -> Map<u32, u32> {
    let mut known = Map::new();
    for row in rows.iter().filter_map(|place| table.rows.get(*place)) {
        let Some(number) = shared.numbers.get(row.subject) else { continue };
        let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
        known.entry(*number).or_insert(next);
    }
    known
}

/// The months of a slice that lie between two positions of the window.
pub(super) fn span_in(slice: &Slice, from: usize, to: usize) -> u64 {
    let length = slice.months.len();
    let first = from.saturating_sub(slice.start);
    let last = (to + 1).saturating_sub(slice.start).min(length);
    if first >= last {
        return 0;
    }
    let ones = last - first;
    let mask = if ones >= SLICE_MONTHS { u64::MAX } else { (1 << ones) - 1 };
    mask << first
}

/// The positions in the window of the months of a set.
pub(super) fn positions(slice: &Slice, months: u64) -> impl Iterator<Item = (usize, u64)> {
    let start = slice.start;
    (0..slice.months.len()).map(move |place| (start + place, 1 << place)).filter(move |(_, bit)| months & bit != 0)
}
