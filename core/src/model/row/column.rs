//! Columns of rows, as callers hand them over: typed, with what is known, borrowed.

use crate::model::{FactIndex, Vocabulary};

/// The values of one fact, a row each.
#[derive(Clone, Copy, Debug)]
pub enum Values<'a> {
    /// Numbers, counted in the fact's own decimals.
    Long(&'a [i128]),
    /// The same in 64 bits.
    Wide(&'a [i64]),
    /// Dates as days since 1970-01-01, options by their places, numbers that fit.
    Narrow(&'a [i32]),
    /// Yes and no as 1 and 0, options by their places.
    Code(&'a [u8]),
    /// Yes and no, a bit each, the lowest bit first; the first row is the bit at the offset.
    Bits(&'a [u8], usize),
    /// Any of a list, and in an open list other texts.
    Texts(&'a [Vec<String>]),
}

/// Which cells of a column are known.
#[derive(Clone, Copy, Debug)]
pub enum Known<'a> {
    /// All.
    All,
    /// Those that are true.
    Each(&'a [bool]),
    /// A bit each, the lowest bit first; the first row is the bit at the offset.
    Bits(&'a [u8], usize),
}

/// One fact of every row.
#[derive(Clone, Copy, Debug)]
pub struct RowColumn<'a> {
    /// The fact.
    pub fact: FactIndex,
    /// Its values; those of cells that are not known mean nothing.
    pub values: Values<'a>,
    /// Which cells are known.
    pub known: Known<'a>,
}

/// Some rows of a roster. A fact without a column is unknown in every row.
#[derive(Clone, Copy, Debug)]
pub struct Rows<'a> {
    /// How many.
    pub length: usize,
    /// The number of the first one, counted from 1 after the heading.
    pub first: usize,
    /// The facts, each once.
    pub columns: &'a [RowColumn<'a>],
    /// Rows that could not be read, by their places; nothing is answered for them.
    pub unread: &'a [usize],
}

impl<'a> Rows<'a> {
    /// Rows from the first one on that can all be read.
    #[must_use]
    pub const fn new(length: usize, columns: &'a [RowColumn<'a>]) -> Self {
        Self { length, first: 1, columns, unread: &[] }
    }

    /// The column of a fact.
    #[must_use]
    pub fn column(&self, fact: FactIndex) -> Option<&'a RowColumn<'a>> {
        self.columns.iter().find(|column| column.fact == fact)
    }

    /// The columns that are shorter than the rows.
    pub(crate) fn short(&self) -> impl Iterator<Item = &'a RowColumn<'a>> {
        let length = self.length;
        self.columns.iter().filter(move |column| column.values.length().min(column.known.length()) < length)
    }
}

/// The columns of rows by their facts: where many facts are sought, each is found at once.
pub(crate) struct ByFact<'a>(Vec<Option<&'a RowColumn<'a>>>);

impl<'a> ByFact<'a> {
    pub(crate) fn of(rows: &Rows<'a>, vocabulary: &Vocabulary) -> Self {
        let mut places = vec![None; vocabulary.facts.len()];
        // Of two columns of one fact the first counts, as in `Rows::column`.
        for column in rows.columns.iter().rev() {
            if let Some(place) = places.get_mut(column.fact.0) {
                *place = Some(column);
            }
        }
        Self(places)
    }

    /// The column of a fact.
    pub(crate) fn column(&self, fact: FactIndex) -> Option<&'a RowColumn<'a>> {
        self.0.get(fact.0).copied().flatten()
    }
}

impl Values<'_> {
    /// How many rows they cover.
    #[must_use]
    pub const fn length(&self) -> usize {
        match self {
            Self::Long(values) => values.len(),
            Self::Wide(values) => values.len(),
            Self::Narrow(values) => values.len(),
            Self::Code(values) => values.len(),
            Self::Bits(bytes, offset) => bytes.len().saturating_mul(8).saturating_sub(*offset),
            Self::Texts(values) => values.len(),
        }
    }

    /// The number at a row; `None` where it is a text, or more than 64 bits.
    #[must_use]
    pub fn number(&self, row: usize) -> Option<i64> {
        match self {
            Self::Long(values) => values.get(row).and_then(|value| i64::try_from(*value).ok()),
            Self::Wide(values) => values.get(row).copied(),
            Self::Narrow(values) => values.get(row).map(|value| i64::from(*value)),
            Self::Code(values) => values.get(row).map(|value| i64::from(*value)),
            Self::Bits(bytes, offset) => bit(bytes, offset + row).map(i64::from),
            Self::Texts(_) => None,
        }
    }
}

impl Known<'_> {
    /// How many rows they cover.
    #[must_use]
    pub const fn length(&self) -> usize {
        match self {
            Self::All => usize::MAX,
            Self::Each(known) => known.len(),
            Self::Bits(bytes, offset) => bytes.len().saturating_mul(8).saturating_sub(*offset),
        }
    }

    /// Whether the cell at a row is known.
    #[must_use]
    pub fn at(&self, row: usize) -> bool {
        match self {
            Self::All => true,
            Self::Each(known) => known.get(row).copied().unwrap_or_default(),
            Self::Bits(bytes, offset) => bit(bytes, offset + row).unwrap_or_default(),
        }
    }
}

fn bit(bytes: &[u8], place: usize) -> Option<bool> {
    bytes.get(place / 8).map(|byte| byte >> (place % 8) & 1 == 1)
}

/// The upper and the lower 64 bits of a number; the lower ones are the number where it fits.
pub(crate) fn halves(value: i128) -> (i64, i64) {
    let bytes = value.to_le_bytes();
    let half = |bytes: Option<&[u8; 8]>| bytes.map_or(0, |bytes| i64::from_le_bytes(*bytes));
    (half(bytes.last_chunk()), half(bytes.first_chunk()))
}
