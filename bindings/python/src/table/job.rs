//! What is asked of every batch of a frame, and how its answers are put beside it.

use super::answer::{Frame, is_divided};
use super::output::fields;
use crate::faults::words;
use crate::kept::{Ready, Shape};
use crate::rules::Law;
use arrow_array::{ArrayRef, RecordBatch, StringArray};
use arrow_schema::{ArrowError, DataType, Field, Fields, Schema, SchemaRef};
use pyo3::prelude::*;
use rayon::ThreadPool;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};
use tuoyu::error::{Code, Diagnostic, Diagnostics, Place};
use tuoyu::{Ask, Rules, Wanted};

/// The column that says what is wrong with a row.
const FINDINGS: &str = "findings";

/// How a frame is to be answered.
#[derive(FromPyObject)]
pub struct Options {
    /// Which columns of answers.
    #[pyo3(item(0))]
    pub columns: Vec<String>,
    /// What a row is about.
    #[pyo3(item(1))]
    pub rows: Option<String>,
    /// Whether bad rows are told in a column, and not refused.
    #[pyo3(item(2))]
    pub is_reported: bool,
    /// Whether the caller's columns stand before the answers.
    #[pyo3(item(3))]
    pub is_kept: bool,
    /// How many threads; as many as the machine has where it is not said.
    #[pyo3(item(4))]
    pub threads: Option<usize>,
}

/// A question about every batch of a frame.
pub struct Job {
    rules: Arc<Rules>,
    ready: Arc<Ready>,
    wanted: Wanted,
    options: Options,
    input: SchemaRef,
    /// What the answered batches look like.
    pub schema: SchemaRef,
    /// As many threads as are wanted, from the first batch on that several can divide.
    pool: OnceLock<Option<ThreadPool>>,
}

/// Which answers are wanted.
pub struct Wants;

impl Wants {
    /// By the names of their columns.
    pub fn of(columns: &[String]) -> Wanted {
        let is = |name: &str| columns.iter().any(|column| column == name);
        let [amount, state, min, max, months] = ["amount", "state", "min", "max", "months"].map(is);
        Wanted { amount, min, max, state, months }
    }
}

/// Why a batch has no answers.
pub enum Fault {
    /// Something is wrong with the question, the columns or the rows.
    Told(Diagnostics),
    /// Something is wrong with the batch itself.
    Arrow(ArrowError),
}

impl From<Diagnostics> for Fault {
    fn from(faults: Diagnostics) -> Self {
        Self::Told(faults)
    }
}

impl From<ArrowError> for Fault {
    fn from(error: ArrowError) -> Self {
        Self::Arrow(error)
    }
}

impl Job {
    /// A question about a frame with these columns.
    ///
    /// # Errors
    /// Everything that is wrong with the question and with the headings.
    pub fn new(law: &Law, ask: &Ask, input: SchemaRef, options: Options) -> Result<Self, Diagnostics> {
        let (rules, wanted) = (law.shared(), Wants::of(&options.columns));
        let names = input.fields().iter().map(|field| field.name().as_str());
        let ready = law.kept.ready(&rules, ask, names, options.rows.as_deref())?;
        let shape = Shape { wanted, is_kept: options.is_kept, is_reported: options.is_reported };
        let added = ready.fields(shape, || added(&ready, shape, &input))?;
        let kept = if shape.is_kept { input.fields().as_ref() } else { &[] };
        let fields: Fields = kept.iter().chain(added.iter()).cloned().collect();
        let schema = Arc::new(Schema::new_with_metadata(fields, input.metadata().clone()));
        Ok(Self { rules, ready, wanted, options, input, schema, pool: OnceLock::new() })
    }

    /// Columns that look like a misspelt fact.
    pub fn near_misses(&self) -> &[Diagnostic] {
        &self.ready.batch.headings().near_misses
    }

    /// As many threads as are wanted, where so many rows are divided at all, and not among all that there are.
    fn pool(&self, rows: usize) -> Option<&ThreadPool> {
        let is_some = |threads: &usize| *threads > 1 && *threads < rayon::current_num_threads();
        let threads = self.options.threads.filter(|threads| is_divided(rows) && is_some(threads))?;
        let build = || rayon::ThreadPoolBuilder::new().num_threads(threads.max(1)).build().ok();
        self.pool.get_or_init(build).as_ref()
    }

    /// Answers a batch whose first row has a number, and tells what is wrong with its rows.
    pub fn answer(&self, rows: &RecordBatch, first: usize) -> Result<(RecordBatch, Vec<Diagnostic>), Fault> {
        let frame = Frame::of(&self.rules, &self.ready, rows, first)?;
        let (outputs, faults) = match self.pool(rows.num_rows()) {
            Some(pool) => pool.install(|| frame.answer(self.wanted, false)),
            None => frame.answer(self.wanted, self.options.threads == Some(1)),
        }?;
        let mut arrays: Vec<ArrayRef> = if self.options.is_kept { rows.columns().to_vec() } else { Vec::new() };
        for (rule, output) in self.ready.batch.rules().iter().zip(outputs) {
            arrays.extend(output.columns(rule, rows.num_rows())?);
        }
        if self.options.is_reported {
            arrays.push(Arc::new(findings(&faults, first, rows.num_rows())));
        }
        debug_assert_eq!(self.input.fields().len(), rows.num_columns());
        let options = arrow_array::RecordBatchOptions::new().with_row_count(Some(rows.num_rows()));
        let answered = RecordBatch::try_new_with_options(Arc::clone(&self.schema), arrays, &options)?;
        Ok((answered, if self.options.is_reported { Vec::new() } else { faults }))
    }
}

/// The columns that are added to a frame.
///
/// # Errors
/// The columns of the frame that would then stand there twice.
fn added(ready: &Ready, shape: Shape, input: &Schema) -> Result<Fields, Diagnostics> {
    let mut added: Vec<Field> = ready.batch.rules().iter().flat_map(|rule| fields(rule, shape.wanted)).collect();
    if shape.is_reported {
        added.push(Field::new(FINDINGS, DataType::Utf8, true));
    }
    let mut faults = Diagnostics::default();
    if shape.is_kept {
        let mut known: HashMap<&str, usize> = HashMap::new();
        let all = input.fields().iter().map(AsRef::as_ref).chain(&added);
        all.for_each(|field: &Field| *known.entry(field.name()).or_default() += 1);
        for name in input.fields().iter().map(|field| field.name().as_str()) {
            if known.get(name).is_some_and(|times| *times > 1) {
                faults.0.push(Diagnostic::in_heading(Code::DuplicateColumn, name, name, name));
            }
        }
    }
    faults.unless_errors(added.into())
}

/// What is wrong with each row, in words, in Chinese and in English.
fn findings(faults: &[Diagnostic], first: usize, rows: usize) -> StringArray {
    let mut told: BTreeMap<usize, (Vec<String>, Vec<String>)> = BTreeMap::new();
    for fault in faults {
        let Place::Cell { row, column } = &fault.place else { continue };
        let [zh, en, help_zh, help_en] = words(fault);
        let (chinese, english) = told.entry(row.saturating_sub(first)).or_default();
        chinese.push(format!("{column}：{zh}；{help_zh}"));
        english.push(format!("{column}: {en}; {help_en}"));
    }
    let words = |row: usize| told.get(&row).map(|(zh, en)| format!("{} | {}", zh.join("；"), en.join("; ")));
    (0..rows).map(words).collect()
}
