//! Columns as callers hold them → columns of one block as the kernel reads them.

use crate::evaluate::columns::{Column, Values};
use crate::model::{self, ByFact, FactIndex, Known, RowColumn, Vocabulary, WITHOUT_END, halves};
use std::ops::Range;

/// Room for what has to be written out before it can be read, for one fact.
#[derive(Default)]
pub(super) struct Room {
    wide: Vec<i64>,
    code: Vec<u8>,
    known: Vec<bool>,
    days: Vec<i32>,
    implied: Vec<u8>,
    implied_known: Vec<bool>,
}

/// What a day is that never comes.
const NEVER: i32 = i32::MAX;

/// A fact that blocks load.
pub(super) struct Loaded {
    fact: FactIndex,
    /// What follows where it is not stated.
    absent: Absent,
}

/// What follows where a fact is not stated.
enum Absent {
    Unknown,
    /// A day that never comes.
    WithoutEnd,
    /// Yes, where one of these is stated.
    Implied(Vec<FactIndex>),
}

impl Loaded {
    pub(super) fn new(vocabulary: &Vocabulary, fact: FactIndex) -> Self {
        let absent = match vocabulary.fact_at(fact) {
            Some(data) if data.absent_is_without_end => Absent::WithoutEnd,
            Some(data) if !data.implied_by.is_empty() => Absent::Implied(data.implied_by.clone()),
            _ => Absent::Unknown,
        };
        Self { fact, absent }
    }

    /// Loads a block of rows; `None` where nothing is known of the fact in any of them.
    pub(super) fn load<'a>(&self, rows: &ByFact<'a>, block: Range<usize>, room: &'a mut Room) -> Option<Column<'a>> {
        let Room { wide, code, known, days, implied, implied_known } = room;
        let own = rows.column(self.fact).map(|column| own(column, block.clone(), wide, code, known));
        match (&self.absent, own) {
            (_, Some((values, None))) => Some(Column { values, known: None }),
            (Absent::Unknown, own) => own.map(|(values, known)| Column { values, known }),
            (Absent::WithoutEnd, own) => {
                days.clear();
                match own {
                    Some((values, Some(known))) => without_end(values, known, days),
                    _ => days.resize(block.len(), NEVER),
                }
                Some(Column { values: Values::Narrow(days), known: None })
            }
            (Absent::Implied(by), own) => {
                let by: Vec<&RowColumn<'a>> = by.iter().filter_map(|by| rows.column(*by)).collect();
                if by.is_empty() {
                    return own.map(|(values, known)| Column { values, known });
                }
                imply(own, &by, block, implied, implied_known);
                let known = (!all(implied_known)).then_some(implied_known.as_slice());
                Some(Column { values: Values::Code(implied), known })
            }
        }
    }
}

/// The values of a column in a block, and which are known; `None`: all.
type Cells<'a> = (Values<'a>, Option<&'a [bool]>);

fn own<'a>(
    column: &RowColumn<'a>,
    block: Range<usize>,
    wide: &'a mut Vec<i64>,
    code: &'a mut Vec<u8>,
    written: &'a mut Vec<bool>,
) -> Cells<'a> {
    let known: Option<&[bool]> = match column.known {
        Known::All => None,
        Known::Each(each) => Some(each.get(block.clone()).unwrap_or_default()),
        Known::Bits(bytes, offset) => {
            bits(bytes, offset + block.start, block.len(), written, |bit| bit == 1);
            Some(written)
        }
    };
    let known = known.filter(|known| !all(known));
    let values = match column.values {
        model::Values::Wide(values) => Values::Wide(values.get(block).unwrap_or_default()),
        model::Values::Narrow(values) => Values::Narrow(values.get(block).unwrap_or_default()),
        model::Values::Code(values) => Values::Code(values.get(block).unwrap_or_default()),
        model::Values::Long(values) => {
            let values = values.get(block).unwrap_or_default();
            wide.clear();
            // What does not fit is out of bounds, and its row is left out.
            wide.extend(values.iter().map(|value| halves(*value).1));
            Values::Wide(wide)
        }
        model::Values::Bits(bytes, offset) => {
            bits(bytes, offset + block.start, block.len(), code, |bit| bit);
            Values::Code(code)
        }
        // No rule reads a list.
        model::Values::Texts(_) => {
            code.clear();
            code.resize(block.len(), 0);
            Values::Code(code)
        }
    };
    (values, known)
}

/// Writes out so many bits from one on, the eight of a byte at once.
fn bits<T: Copy + Default>(bytes: &[u8], first: usize, count: usize, out: &mut Vec<T>, of: impl Fn(u8) -> T) {
    out.clear();
    out.resize(count, T::default());
    let (from, shift) = (bytes.get(first / 8..).unwrap_or_default(), first % 8);
    let bytes = from.iter().zip(from.iter().skip(1).chain(&[0]));
    let mut bytes = bytes.map(|(byte, next)| u16::from_le_bytes([*byte, *next]) >> shift);
    let (whole, rest) = out.as_chunks_mut::<8>();
    whole.iter_mut().zip(&mut bytes).for_each(|(cells, bits)| *cells = each(bits).map(&of));
    let last = bytes.next().map(each).unwrap_or_default();
    rest.iter_mut().zip(last).for_each(|(cell, bit)| *cell = of(bit));
}

/// The eight lowest bits, a byte each.
fn each(bits: u16) -> [u8; 8] {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    let [byte, _] = bits.to_le_bytes();
    // The byte eight times over, of each time another bit, which is moved to the lowest place.
    let bits = u64::from(byte).wrapping_mul(ONES) & 0x8040_2010_0804_0201;
    (bits.wrapping_add(ONES * 0x7f) >> 7 & ONES).to_le_bytes()
}

pub(super) fn all(known: &[bool]) -> bool {
    known.iter().fold(true, |all, known| all & known)
}

/// Dates, of which an unknown one never comes.
fn without_end(values: Values<'_>, known: &[bool], days: &mut Vec<i32>) {
    let day = |value: i64| i32::try_from(value).unwrap_or(NEVER);
    match values {
        Values::Narrow(values) => {
            days.extend(values.iter().zip(known).map(|(value, known)| if *known { *value } else { NEVER }));
        }
        Values::Wide(values) => {
            days.extend(values.iter().zip(known).map(|(value, known)| if *known { day(*value) } else { NEVER }));
        }
        Values::Code(values) => {
            days.extend(values.iter().zip(known).map(|(value, known)| if *known { (*value).into() } else { NEVER }));
        }
    }
    debug_assert_eq!(i64::from(NEVER), WITHOUT_END);
}

/// Says yes where the fact is unknown and one of some others is given.
fn imply(
    own: Option<Cells<'_>>,
    by: &[&RowColumn<'_>],
    block: Range<usize>,
    values: &mut Vec<u8>,
    known: &mut Vec<bool>,
) {
    values.clear();
    known.clear();
    match own {
        Some((own, each)) => {
            match own {
                Values::Code(own) => values.extend_from_slice(own),
                Values::Narrow(own) => values.extend(own.iter().map(|value| u8::from(*value != 0))),
                Values::Wide(own) => values.extend(own.iter().map(|value| u8::from(*value != 0))),
            }
            match each {
                Some(each) => known.extend_from_slice(each),
                None => known.resize(block.len(), true),
            }
        }
        None => {
            values.resize(block.len(), 0);
            known.resize(block.len(), false);
        }
    }
    for column in by {
        let cells = values.iter_mut().zip(known.iter_mut());
        match column.known {
            Known::All => cells.for_each(|(value, known)| put(value, known, true)),
            Known::Each(each) => {
                let each = each.get(block.clone()).unwrap_or_default();
                cells.zip(each).for_each(|((value, known), given)| put(value, known, *given));
            }
            Known::Bits(bytes, offset) => {
                let mut each = Vec::new();
                bits(bytes, offset + block.start, block.len(), &mut each, |bit| bit == 1);
                cells.zip(each).for_each(|((value, known), given)| put(value, known, given));
            }
        }
    }
}

fn put(value: &mut u8, known: &mut bool, given: bool) {
    *value = if *known { *value } else { u8::from(given) };
    *known |= given;
}
