//! Rows of text, cell by cell, as typed columns: buffers that are filled, read and filled again.

use super::cell::{self, CellFault, Stated};
use super::column::{Known, RowColumn, Rows, Values};
use super::headings::{Heading, Headings};
use crate::error::Diagnostic;
use crate::limits::FAULTS;
use crate::model::{Fact, FactIndex, FactType, Vocabulary};

/// Rows read from text (名册的若干行).
///
/// Memory is in proportion to the rows that are held: a caller fills some thousands, has them answered, and
/// [clears](Self::clear) them for the next ones.
#[derive(Clone, Debug)]
pub struct RowCells {
    columns: Vec<Option<Held>>,
    names: Vec<String>,
    length: usize,
    first: usize,
    unread: Vec<usize>,
    faults: Vec<Diagnostic>,
}

#[derive(Clone, Debug)]
struct Held {
    fact: FactIndex,
    values: Buffer,
    known: Vec<bool>,
}

#[derive(Clone, Debug)]
enum Buffer {
    Wide(Vec<i64>),
    Narrow(Vec<i32>),
    Code(Vec<u8>),
    Texts(Vec<Vec<String>>),
}

impl RowCells {
    /// Empty buffers for a roster.
    #[must_use]
    pub fn new(vocabulary: &Vocabulary, headings: &Headings) -> Self {
        let column = |heading: &Heading| {
            let Heading::Fact(index) = heading else { return None };
            let values = Buffer::of(vocabulary.fact_at(*index)?)?;
            Some(Held { fact: *index, values, known: Vec::new() })
        };
        Self {
            columns: headings.columns().iter().map(column).collect(),
            names: headings.names().to_vec(),
            length: 0,
            first: 1,
            unread: Vec::new(),
            faults: Vec::new(),
        }
    }

    /// Reads a row: its cells in the order of the headings. Cells that are not there are empty, those beyond the
    /// headings are not looked at. A row with a cell that cannot be read is left out of every answer, and told.
    pub fn push<'c>(&mut self, vocabulary: &Vocabulary, cells: impl IntoIterator<Item = &'c str>) {
        let mut cells = cells.into_iter();
        let mut is_read = true;
        for (column, name) in self.columns.iter_mut().zip(&self.names) {
            let cell = cells.next().unwrap_or_default();
            let Some(column) = column else { continue };
            let Some(fact) = vocabulary.fact_at(column.fact) else { continue };
            let stated = cell::read(fact, cell).and_then(|stated| column.put(stated));
            if let Err(CellFault(code, found, expected)) = stated {
                // What is left out still has its place.
                _ = column.put(Stated::Nothing);
                is_read = false;
                if self.faults.len() < FAULTS {
                    self.faults.push(Diagnostic::in_cell(code, self.first + self.length, name, found, expected));
                }
            }
        }
        if !is_read {
            self.unread.push(self.length);
        }
        self.length += 1;
    }

    /// Leaves out a row that its reader could not take apart; its number is counted on.
    pub fn push_unread(&mut self) {
        for column in self.columns.iter_mut().flatten() {
            _ = column.put(Stated::Nothing);
        }
        self.unread.push(self.length);
        self.length += 1;
    }

    /// Forgets the rows and what is wrong with them, and counts on.
    pub fn clear(&mut self) {
        for column in self.columns.iter_mut().flatten() {
            column.known.clear();
            match &mut column.values {
                Buffer::Wide(values) => values.clear(),
                Buffer::Narrow(values) => values.clear(),
                Buffer::Code(values) => values.clear(),
                Buffer::Texts(values) => values.clear(),
            }
        }
        self.first += self.length;
        self.length = 0;
        self.unread.clear();
        self.faults.clear();
    }

    /// How many rows are held.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.length
    }

    /// Whether none is.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// What is wrong with cells of the rows that are held, in their order.
    #[must_use]
    pub fn faults(&self) -> &[Diagnostic] {
        &self.faults
    }

    /// The columns of the rows that are held.
    #[must_use]
    pub fn columns(&self) -> Vec<RowColumn<'_>> {
        let held = self.columns.iter().flatten();
        held.map(|Held { fact, values, known }| RowColumn {
            fact: *fact,
            values: values.as_values(),
            known: if known.iter().all(|known| *known) { Known::All } else { Known::Each(known) },
        })
        .collect()
    }

    /// The rows that are held, over [their columns](Self::columns).
    #[must_use]
    pub fn rows<'a>(&'a self, columns: &'a [RowColumn<'a>]) -> Rows<'a> {
        Rows { length: self.length, first: self.first, columns, unread: &self.unread }
    }
}

impl Held {
    fn put(&mut self, stated: Stated) -> Result<(), CellFault> {
        let (number, texts) = match stated {
            Stated::Nothing => (None, None),
            Stated::Number(number) => (Some(number), None),
            Stated::Texts(texts) => (None, Some(texts)),
        };
        self.known.push(number.is_some() || texts.is_some());
        let number = number.unwrap_or_default();
        match &mut self.values {
            Buffer::Wide(values) => values.push(number),
            // The type of the fact chose a buffer that holds every value of its bounds.
            Buffer::Narrow(values) => values.push(i32::try_from(number).unwrap_or_default()),
            Buffer::Code(values) => values.push(u8::try_from(number).unwrap_or_default()),
            Buffer::Texts(values) => values.push(texts.unwrap_or_default()),
        }
        Ok(())
    }
}

impl Buffer {
    /// The narrowest buffer that holds a fact; none for what no rule reads.
    fn of(fact: &Fact) -> Option<Self> {
        Some(match &fact.kind {
            FactType::Number { minimum, maximum, .. } => {
                let fits = i32::try_from(*minimum).is_ok() && i32::try_from(*maximum).is_ok();
                if fits { Self::Narrow(Vec::new()) } else { Self::Wide(Vec::new()) }
            }
            FactType::Date => Self::Narrow(Vec::new()),
            FactType::YesNo => Self::Code(Vec::new()),
            FactType::Options(choices) if u8::try_from(choices.len()).is_ok() => Self::Code(Vec::new()),
            FactType::Options(_) => Self::Narrow(Vec::new()),
            FactType::Set { .. } => Self::Texts(Vec::new()),
            FactType::Text | FactType::Link(_) | FactType::Records { .. } => return None,
        })
    }

    fn as_values(&self) -> Values<'_> {
        match self {
            Self::Wide(values) => Values::Wide(values),
            Self::Narrow(values) => Values::Narrow(values),
            Self::Code(values) => Values::Code(values),
            Self::Texts(values) => Values::Texts(values),
        }
    }
}
