//! Frames in, frames out.

use super::job::{Fault, Job, Options};
use super::pages::let_go;
use crate::faults::{NO_TEXTS, raised, told};
use crate::question::Asked;
use crate::rules::Law;
use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};
use pyo3::prelude::*;
use pyo3::types::PyList;
use pyo3_arrow::input::AnyRecordBatch;
use pyo3_arrow::{PyRecordBatchReader, PyTable};
use tuoyu::error::{Diagnostic, Diagnostics};
use tuoyu::limits::FAULTS;

/// Answers a frame, whole: the table, and columns that look like a misspelt fact.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "Python hands over its own copy")]
pub fn assess_table<'py>(
    py: Python<'py>,
    law: &Law,
    frame: AnyRecordBatch,
    asked: Asked,
    options: Options,
) -> PyResult<(PyTable, Bound<'py, PyList>)> {
    let reader = frame.into_reader()?;
    let job = job(py, law, reader.schema(), &asked, options)?;
    let batches = py.detach(|| whole(&job, reader)).map_err(|fault| python(py, fault))?;
    let misses = misses(py, &job)?;
    Ok((PyTable::try_new(batches, job.schema)?, misses))
}

/// Answers a frame batch by batch, as they are read.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "Python hands over its own copy")]
pub fn assess_stream<'py>(
    py: Python<'py>,
    law: &Law,
    frame: AnyRecordBatch,
    asked: Asked,
    options: Options,
) -> PyResult<(PyRecordBatchReader, Bound<'py, PyList>)> {
    let reader = frame.into_reader()?;
    let job = job(py, law, reader.schema(), &asked, options)?;
    let misses = misses(py, &job)?;
    Ok((PyRecordBatchReader::new(Box::new(Answered { job, reader, first: 1 })), misses))
}

fn job(py: Python<'_>, law: &Law, schema: SchemaRef, asked: &Asked, options: Options) -> PyResult<Job> {
    Job::new(law, &asked.ask(), schema, options).map_err(|faults| raised(py, &faults, NO_TEXTS))
}

fn misses<'py>(py: Python<'py>, job: &Job) -> PyResult<Bound<'py, PyList>> {
    let told = job.near_misses().iter().map(|fault| told(py, fault, NO_TEXTS)).collect::<PyResult<Vec<_>>>()?;
    PyList::new(py, told)
}

fn whole(job: &Job, reader: impl RecordBatchReader) -> Result<Vec<RecordBatch>, Fault> {
    let mut faults: Vec<Diagnostic> = Vec::new();
    let mut first = 1;
    let mut answered = Vec::new();
    for batch in reader {
        let batch = batch?;
        let (answers, more) = job.answer(&batch, first)?;
        first += batch.num_rows();
        answered.push(answers);
        faults.extend(more);
        if faults.len() >= FAULTS {
            break;
        }
    }
    let_go();
    faults.truncate(FAULTS);
    Ok(Diagnostics(faults).unless_errors(answered)?)
}

/// Why there is no answer, as Python says it.
pub fn python(py: Python<'_>, fault: Fault) -> PyErr {
    match fault {
        Fault::Told(faults) => raised(py, &faults, NO_TEXTS),
        Fault::Arrow(error) => super::build::fault(error),
    }
}

/// A reader of answers.
struct Answered<R> {
    job: Job,
    reader: R,
    first: usize,
}

impl<R: RecordBatchReader> Iterator for Answered<R> {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        let batch = self.reader.next()?;
        Some(batch.and_then(|batch| {
            let answered = self.job.answer(&batch, self.first);
            let (answers, faults) = answered.map_err(|fault| match fault {
                Fault::Told(faults) => external(faults),
                Fault::Arrow(error) => error,
            })?;
            self.first += batch.num_rows();
            Diagnostics(faults).unless_errors(answers).map_err(external)
        }))
    }
}

impl<R: RecordBatchReader> RecordBatchReader for Answered<R> {
    fn schema(&self) -> SchemaRef {
        self.job.schema.clone()
    }
}

fn external(faults: Diagnostics) -> ArrowError {
    ArrowError::ExternalError(Box::new(faults))
}
