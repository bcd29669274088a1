//! Some rows → the same rows with answers, as bytes; what they add up to; what is wrong with them.

use super::columns::Wish;
use super::sums::{ChunkSums, county_column};
use super::table::{Chunk, Form};
use super::telling::Faults;
use crate::listing;
use csv::{ByteRecord, Writer};
use std::collections::HashMap;
use tuoyu::error::{Code, Diagnostic, Place};
use tuoyu::limits::FAULTS;
use tuoyu::model::RowCells;
use tuoyu::source::Language;
use tuoyu::{AnswerBuffer, Batch, Rules, Wanted};

/// What every thread works by.
pub struct Work<'a> {
    pub rules: &'a Rules,
    pub batch: &'a Batch<'a>,
    wish: Wish,
    language: Language,
    /// Whether rows are written at all.
    is_written: bool,
    form: Form,
    /// The column by whose cells sums are kept apart.
    county: Option<usize>,
}

impl<'a> Work<'a> {
    /// The work of one run.
    pub fn new(
        rules: &'a Rules,
        batch: &'a Batch<'a>,
        wish: Wish,
        language: Language,
        is_written: bool,
        form: Form,
    ) -> Self {
        let county = county_column(rules, batch.headings());
        Self { rules, batch, wish, language, is_written, form, county }
    }

    /// What is asked of the core: what is written, and what the sums are made of.
    fn wanted(&self) -> Wanted {
        Wanted { amount: true, min: true, max: true, state: true, ..self.wish.wanted }
    }
}

/// Some rows, answered.
pub struct Done {
    pub bytes: Vec<u8>,
    pub sums: ChunkSums,
    pub faults: Faults,
    pub left_out: u64,
}

/// The buffers of one thread.
pub struct Worker<'a> {
    work: &'a Work<'a>,
    cells: RowCells,
    buffers: Vec<AnswerBuffer>,
    /// How many rows the cells have counted.
    counted: usize,
}

impl<'a> Worker<'a> {
    /// Empty buffers.
    pub fn new(work: &'a Work<'a>) -> Self {
        let buffers = work.batch.rules().iter().map(|_| AnswerBuffer::new(work.wanted())).collect();
        Self { work, cells: work.batch.cells(), buffers, counted: 0 }
    }

    /// Answers some rows.
    pub fn answer(&mut self, chunk: &Chunk) -> Done {
        let work = self.work;
        self.cells.clear();
        let mut faults: HashMap<usize, Vec<Diagnostic>> = HashMap::new();
        for (place, row) in chunk.rows.iter().enumerate() {
            let is_torn = chunk.is_torn && place + 1 == chunk.rows.len();
            match texts(row, work.batch.headings().names(), is_torn) {
                Ok(texts) => work.batch.read(&mut self.cells, texts),
                Err(fault) => {
                    faults.entry(place).or_default().push(fault);
                    self.cells.push_unread();
                }
            }
        }
        let columns = self.cells.columns();
        let rows = self.cells.rows(&columns);
        let mut room: Vec<_> = self.buffers.iter_mut().map(|buffer| buffer.room(rows.length)).collect();
        // The columns, the range and the buffers were all made for these rows.
        let found = work.batch.answer(&rows, 0..rows.length, &mut room).unwrap_or_default();
        drop(room);
        for fault in self.cells.faults().iter().chain(&found) {
            // The cells count the rows of this thread alone.
            if let Place::Cell { row, .. } = &fault.place
                && let Some(place) = row.checked_sub(self.counted + 1)
            {
                faults.entry(place).or_default().push(fault.clone());
            }
        }
        self.counted += chunk.rows.len();
        let is_cut = self.cells.faults().len().max(found.len()) >= FAULTS;

        let mut done = Done {
            bytes: Vec::new(),
            sums: ChunkSums::new(work.batch.rules().len()),
            faults: Faults::default(),
            left_out: 0,
        };
        let mut writer = work.is_written.then(|| work.form.writer(Vec::new()));
        for (place, row) in chunk.rows.iter().enumerate() {
            let is_left_out = match self.buffers.first() {
                Some(first) => first.state(place).is_none(),
                None => faults.contains_key(&place),
            };
            let mut own = faults.remove(&place).unwrap_or_default();
            if is_left_out && (is_cut || own.is_empty()) {
                let all = self.faults_of(row);
                own = if all.is_empty() { own } else { all };
            }
            for fault in &mut own {
                if let Place::Cell { row, .. } = &mut fault.place {
                    *row = chunk.first + place;
                }
                done.faults.add(fault);
            }
            if is_left_out {
                done.left_out += 1;
            } else {
                let county = work.county.and_then(|column| row.get(column)).unwrap_or_default();
                done.sums.add(county, &self.buffers, place);
            }
            if let Some(writer) = &mut writer {
                let findings = || match is_left_out {
                    true => listing::left_out(&own, work.language),
                    false => self.findings(&rows, place),
                };
                // Memory takes whatever is written.
                _ = self.write(writer, (place, row), work.wish.findings.then(findings));
            }
        }
        done.bytes = writer.and_then(|writer| writer.into_inner().ok()).unwrap_or_default();
        done
    }

    /// Writes a row: its own cells, the answers, the findings.
    fn write(
        &self,
        writer: &mut Writer<Vec<u8>>,
        (place, row): (usize, &ByteRecord),
        findings: Option<String>,
    ) -> csv::Result<()> {
        for cell in row {
            writer.write_field(cell)?;
        }
        for _ in row.len()..self.work.batch.headings().names().len() {
            writer.write_field("")?;
        }
        let Wanted { amount, min, max, state, months } = self.work.wish.wanted;
        for (rule, buffer) in self.work.batch.rules().iter().zip(&self.buffers) {
            if amount {
                writer.write_field(decimal(buffer.amount(place), rule.scale))?;
            }
            if state {
                writer.write_field(buffer.state(place).unwrap_or_default())?;
            }
            if min {
                writer.write_field(decimal(buffer.min(place), rule.scale))?;
            }
            if max {
                writer.write_field(decimal(buffer.max(place), rule.scale))?;
            }
            if months {
                let months = buffer.months(place).map_or_else(String::new, |months| months.to_string());
                writer.write_field(months)?;
            }
        }
        if let Some(findings) = findings {
            writer.write_field(findings)?;
        }
        writer.write_record(None::<&[u8]>)
    }

    /// Everything that is wrong with one row, where too much was wrong with the rows beside it to tell.
    fn faults_of(&self, row: &ByteRecord) -> Vec<Diagnostic> {
        let batch = self.work.batch;
        let Ok(texts) = texts(row, batch.headings().names(), false) else { return Vec::new() };
        let mut cells = batch.cells();
        batch.read(&mut cells, texts);
        let columns = cells.columns();
        let mut buffers = self.buffers.clone();
        let mut room: Vec<_> = buffers.iter_mut().map(|buffer| buffer.room(1)).collect();
        let found = batch.answer(&cells.rows(&columns), 0..1, &mut room).unwrap_or_default();
        cells.faults().iter().chain(&found).cloned().collect()
    }

    /// What is to be said of a row that was answered.
    fn findings(&self, rows: &tuoyu::model::Rows<'_>, place: usize) -> String {
        let is_told = |buffer: &AnswerBuffer| buffer.state(place).is_some_and(listing::is_finding);
        if !self.buffers.iter().any(is_told) {
            return String::new();
        }
        let Ok(answer) = self.work.batch.assess(rows, place, None) else { return String::new() };
        listing::findings(self.work.rules, &answer, self.work.language)
    }
}

/// The cells of a row as texts.
fn texts<'r>(row: &'r ByteRecord, names: &[String], is_torn: bool) -> Result<Vec<&'r str>, Diagnostic> {
    let beyond = row.iter().skip(names.len()).any(|cell| !cell.trim_ascii().is_empty());
    if is_torn || beyond {
        let last = names.last().map(String::as_str).unwrap_or_default();
        return Err(Diagnostic::in_cell(Code::MalformedRow, 0, last, row.len().to_string(), names.len().to_string()));
    }
    let mut texts = Vec::with_capacity(row.len());
    for (place, cell) in row.iter().enumerate() {
        match std::str::from_utf8(cell) {
            Ok(text) => texts.push(text),
            Err(error) => {
                let name = names.get(place).map(String::as_str).unwrap_or_default();
                let at = (error.valid_up_to() + 1).to_string();
                return Err(Diagnostic::in_cell(Code::InvalidUtf8, 0, name, at, ""));
            }
        }
    }
    Ok(texts)
}

/// An amount with its decimals; nothing where there is none.
fn decimal(amount: Option<i64>, scale: u8) -> String {
    amount.map_or_else(String::new, |amount| fixed(amount.into(), scale))
}

/// A number of units with all its decimals.
pub fn fixed(units: i128, scale: u8) -> String {
    let one = 10_u128.pow(scale.into());
    let sign = if units < 0 { "-" } else { "" };
    let (whole, rest) = (units.unsigned_abs() / one, units.unsigned_abs() % one);
    match usize::from(scale) {
        0 => format!("{sign}{whole}"),
        width => format!("{sign}{whole}.{rest:0width$}"),
    }
}
