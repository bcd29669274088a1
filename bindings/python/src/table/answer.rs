//! A batch of rows → a batch of answers, by as many threads as there are.

use super::column::{Cells, Converted, Held, Refused};
use super::output::Output;
use super::part::{Draft, Part};
use crate::kept::Ready;
use arrow_array::{Array, RecordBatch, StringArray};
use tuoyu::error::{Code, Diagnostic, Diagnostics};
use tuoyu::model::{Fact, FactType, Heading, Headings, RowCells, RowColumn, Rows, Vocabulary};
use tuoyu::{Answers, Rules, Wanted};

/// Rows that are answered in one go: their faults are told together, and their columns stay in the cache.
const ROWS: usize = 4096;

/// What of a batch of rows is asked.
pub struct Frame<'f> {
    ready: &'f Ready,
    vocabulary: &'f Vocabulary,
    held: Vec<Held>,
    texts: Option<Headings>,
    rows: usize,
    first: usize,
}

/// Whether so many rows are divided among threads.
pub const fn is_divided(rows: usize) -> bool {
    rows > ROWS
}

impl<'f> Frame<'f> {
    /// The columns of a batch of rows, the first of which has a number.
    ///
    /// # Errors
    /// A column whose type does not say its fact.
    pub fn of(rules: &'f Rules, ready: &'f Ready, rows: &RecordBatch, first: usize) -> Result<Self, Diagnostics> {
        let (headings, vocabulary) = (ready.batch.headings(), rules.vocabulary());
        let mut held = Vec::new();
        let mut faults = Diagnostics::default();
        for ((heading, name), array) in headings.columns().iter().zip(headings.names()).zip(rows.columns()) {
            let Heading::Fact(index) = heading else { continue };
            let Some(fact) = vocabulary.fact_at(*index) else { continue };
            match Held::of(*index, fact, array) {
                Ok(column) => held.extend(column),
                Err(refused) => faults.0.push(told(refused, fact, name)),
            }
        }
        let texts = held.iter().filter(|column| matches!(column.cells, Cells::Text(_)));
        let places: Vec<usize> = texts.filter_map(|column| headings.column(column.fact)).collect();
        let texts = (!places.is_empty()).then(|| headings.only(&places));
        faults.unless_errors(Self { ready, vocabulary, held, texts, rows: rows.num_rows(), first })
    }

    /// Answers every row, by one thread or as many as there are, and tells what is wrong with rows.
    ///
    /// # Errors
    /// What is wrong with the question.
    pub fn answer(&self, wanted: Wanted, is_alone: bool) -> Result<(Vec<Output>, Vec<Diagnostic>), Diagnostics> {
        let mut outputs: Vec<Output> =
            self.ready.batch.rules().iter().map(|_| Output::new(wanted, self.rows)).collect();
        let parts: Vec<Part<'_>> = outputs.iter_mut().map(Output::part).collect();
        let faults = self.range(0, self.rows, parts, is_alone)?;
        Ok((outputs, faults))
    }

    /// A range of rows: halves, until they are few.
    fn range(
        &self,
        start: usize,
        length: usize,
        parts: Vec<Part<'_>>,
        is_alone: bool,
    ) -> Result<Vec<Diagnostic>, Diagnostics> {
        if length <= ROWS {
            return self.few(start, length, parts);
        }
        // Whole blocks to the left, so that every block but the last is full.
        let half = (length / ROWS).div_ceil(2) * ROWS;
        let half = if half >= length { ROWS } else { half };
        let (left, right): (Vec<_>, Vec<_>) = parts.into_iter().map(|part| part.split_at(half)).unzip();
        let left = || self.range(start, half, left, is_alone);
        let right = || self.range(start + half, length - half, right, is_alone);
        let (left, right) = if is_alone { (left(), right()) } else { rayon::join(left, right) };
        let mut faults = left?;
        faults.extend(right?);
        Ok(faults)
    }

    fn few(&self, start: usize, length: usize, mut parts: Vec<Part<'_>>) -> Result<Vec<Diagnostic>, Diagnostics> {
        let cells = self.texts.as_ref().map(|headings| self.read(headings, start, length));
        let converted: Vec<Converted> = self.held.iter().map(|column| column.convert(start, length)).collect();
        let mut columns: Vec<RowColumn<'_>> =
            self.held.iter().zip(&converted).filter_map(|(column, own)| column.rows(own, start, length)).collect();
        let read = cells.as_ref().map(RowCells::columns).unwrap_or_default();
        columns.extend(read);
        let unread = cells.as_ref().map_or_else(Vec::new, |cells| {
            let told = cells.columns();
            cells.rows(&told).unread.to_vec()
        });
        // The faults of cells count their rows from this range's first.
        let mut faults: Vec<Diagnostic> = Vec::new();
        for fault in cells.iter().flat_map(RowCells::faults) {
            let mut fault = fault.clone();
            if let tuoyu::error::Place::Cell { row, .. } = &mut fault.place {
                *row += self.first + start - 1;
            }
            faults.push(fault);
        }
        let rows = Rows { length, first: self.first + start, columns: &columns, unread: &unread };
        let batch = &self.ready.batch;
        let mut drafts: Vec<Draft> = parts.iter().map(|_| Draft::default()).collect();
        let rooms = parts.iter_mut().zip(&mut drafts);
        let mut answers: Vec<Answers<'_>> = rooms.map(|(part, draft)| part.room(draft)).collect();
        let answered = self.ready.in_workspace(|workspace| batch.answer_in(workspace, &rows, 0..length, &mut answers));
        faults.extend(answered?);
        parts.iter_mut().zip(&drafts).for_each(|(part, draft)| part.keep(draft));
        Ok(faults)
    }

    /// The cells of the columns of text.
    fn read(&self, headings: &Headings, start: usize, length: usize) -> RowCells {
        let mut cells = RowCells::new(self.vocabulary, headings);
        let texts: Vec<&StringArray> = self.held.iter().filter_map(Held::text).collect();
        for row in start..start + length {
            let told = texts.iter().map(|column| if column.is_null(row) { "" } else { column.value(row) });
            cells.push(self.vocabulary, told);
        }
        cells
    }
}

impl Held {
    fn text(&self) -> Option<&StringArray> {
        match &self.cells {
            Cells::Text(texts) => Some(texts),
            _ => None,
        }
    }
}

/// A column whose type does not say its fact.
fn told(refused: Refused, fact: &Fact, name: &str) -> Diagnostic {
    let (code, found) = match refused {
        Refused::Float(kind) => (Code::NumberWithFraction, kind.to_string()),
        Refused::Type(kind) => (needed(fact), kind.to_string()),
        Refused::Arrow(error) => (needed(fact), error.to_string()),
    };
    Diagnostic::in_heading(code, name, found, "")
}

/// What a column of another type is not.
const fn needed(fact: &Fact) -> Code {
    match fact.kind {
        FactType::Date => Code::NotADate,
        FactType::YesNo => Code::NotYesNo,
        FactType::Options(_) => Code::NotAnOption,
        FactType::Set { .. } => Code::NotAList,
        _ => Code::NotADecimal,
    }
}
