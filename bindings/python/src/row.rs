//! One row: a dict of cells in, a dict of answers out.

use crate::faults::{NO_TEXTS, raised, told};
use crate::kept::{Ready, held};
use crate::question::Asked;
use crate::rules::Law;
use crate::table::{Draft, Output, Part, Wants, decimal};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyDate, PyDateTime, PyDict, PyFloat, PyInt, PyList, PyString, PyTuple};
use std::borrow::Cow;
use tuoyu::error::{Code, Diagnostic, Diagnostics, Place};
use tuoyu::explain::STATES;
use tuoyu::model::{Heading, RowCells};
use tuoyu::{Answers, Wanted};

/// What one row is read into and its answers are written from.
pub struct Desk {
    cells: RowCells,
    wanted: Wanted,
    outputs: Vec<Output>,
    drafts: Vec<Draft>,
}

impl Desk {
    fn new(ready: &Ready, wanted: Wanted) -> Self {
        let outputs: Vec<Output> = ready.batch.rules().iter().map(|_| Output::new(wanted, 1)).collect();
        let drafts = outputs.iter().map(|_| Draft::default()).collect();
        Self { cells: ready.batch.cells(), wanted, outputs, drafts }
    }

    /// Reads and answers a row.
    fn answer(&mut self, ready: &Ready, row: &[Cow<'_, str>]) -> Result<(), Diagnostics> {
        self.cells.clear();
        ready.batch.read(&mut self.cells, row.iter().map(Cow::as_ref));
        let columns = self.cells.columns();
        let rows = self.cells.rows(&columns);
        let mut parts: Vec<Part<'_>> = self.outputs.iter_mut().map(Output::part).collect();
        let rooms = parts.iter_mut().zip(&mut self.drafts);
        let mut answers: Vec<Answers<'_>> = rooms.map(|(part, draft)| part.room(draft)).collect();
        let faults = ready.in_workspace(|workspace| ready.batch.answer_in(workspace, &rows, 0..1, &mut answers))?;
        parts.iter_mut().zip(&self.drafts).for_each(|(part, draft)| part.keep(draft));
        Diagnostics(self.cells.faults().iter().cloned().chain(faults).collect()).unless_errors(())
    }
}

/// Answers one row: the answers by the names of their columns, and names that look like a misspelt fact.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "Python hands over its own copy")]
pub fn assess_row<'py>(
    py: Python<'py>,
    law: &Law,
    row: &Bound<'py, PyDict>,
    asked: Asked,
    columns: Vec<String>,
    rows: Option<String>,
) -> PyResult<(Bound<'py, PyDict>, Bound<'py, PyList>)> {
    let (keys, values): (Vec<Bound<'py, PyAny>>, Vec<Bound<'py, PyAny>>) = row.iter().unzip();
    let names = keys.iter().map(name).collect::<PyResult<Vec<&str>>>()?;
    let ready = law.kept.ready(&law.shared(), &asked.ask(), names.iter().copied(), rows.as_deref());
    let ready = ready.map_err(|faults| raised(py, &faults, NO_TEXTS))?;
    let mut faults = Diagnostics::default();
    let headings = ready.batch.headings().columns().iter().zip(&names).zip(&values);
    let cells = headings.map(|((heading, name), value)| match heading {
        Heading::Fact(_) => cell(name, value, &mut faults),
        Heading::Id(_) | Heading::Own => Ok(Cow::Borrowed("")),
    });
    let cells = cells.collect::<PyResult<Vec<Cow<'_, str>>>>()?;
    let wanted = Wants::of(&columns);
    let idle = held(&ready.desks).pop().filter(|desk| desk.wanted == wanted);
    let mut desk = idle.unwrap_or_else(|| Desk::new(&ready, wanted));
    let answered = py.detach(|| desk.answer(&ready, &cells));
    if let Err(Diagnostics(more)) = answered {
        // There is one row, so its number says nothing.
        faults.0.extend(more.into_iter().map(|fault| match fault.place {
            Place::Cell { column, .. } => Diagnostic { place: Place::Path(column), ..fault },
            _ => fault,
        }));
    }
    faults.unless_errors(()).map_err(|faults| raised(py, &faults, NO_TEXTS))?;
    let answers = PyDict::new(py);
    for (names, output) in ready.names(py).iter().zip(&desk.outputs) {
        answered_by(py, output, wanted, names, &answers)?;
    }
    held(&ready.desks).push(desk);
    let misses = ready.batch.headings().near_misses.iter();
    let misses = misses.map(|fault| told(py, fault, NO_TEXTS)).collect::<PyResult<Vec<_>>>()?;
    Ok((answers, PyList::new(py, misses)?))
}

/// The names of the columns that one rule has: amount, state, min, max, months; without amounts only those without.
pub struct Names {
    amounts: Option<[Py<PyString>; 3]>,
    state: Py<PyString>,
    months: Py<PyString>,
}

impl Names {
    /// Those of a rule.
    pub fn of(py: Python<'_>, rule: &tuoyu::BatchRule) -> Self {
        let name = |column: &str| PyString::new(py, &format!("{}.{column}", rule.id)).unbind();
        let amounts = rule.has_amount.then(|| ["amount", "min", "max"].map(name));
        Self { amounts, state: name("state"), months: name("months") }
    }
}

fn answered_by(
    py: Python<'_>,
    output: &Output,
    wanted: Wanted,
    names: &Names,
    answers: &Bound<'_, PyDict>,
) -> PyResult<()> {
    let amount = |amount: Option<i128>| amount.map(|units| decimal(py, units, 2)).transpose();
    if let (true, Some([name, ..])) = (wanted.amount, &names.amounts) {
        answers.set_item(name, amount(output.amount(0))?)?;
    }
    if wanted.state {
        answers.set_item(&names.state, output.state(0).and_then(|state| states(py).get(state)))?;
    }
    let range = output.range_of_each(0);
    if let (true, Some([_, name, _])) = (wanted.min, &names.amounts) {
        answers.set_item(name, amount(range.0)?)?;
    }
    if let (true, Some([.., name])) = (wanted.max, &names.amounts) {
        answers.set_item(name, amount(range.1)?)?;
    }
    if wanted.months {
        answers.set_item(&names.months, output.months(0))?;
    }
    Ok(())
}

fn states(py: Python<'_>) -> &Vec<Py<PyString>> {
    static WORDS: PyOnceLock<Vec<Py<PyString>>> = PyOnceLock::new();
    WORDS.get_or_init(py, || STATES.iter().map(|word| PyString::intern(py, word).unbind()).collect())
}

fn name<'k>(key: &'k Bound<'_, PyAny>) -> PyResult<&'k str> {
    match key.cast::<PyString>() {
        Ok(name) => name.to_str(),
        Err(_) => Err(PyTypeError::new_err(format!("a cell is named by a str, not by {}", key.get_type().name()?))),
    }
}

/// The text of a cell, which the core reads as it reads every roster.
fn cell<'v>(name: &str, value: &'v Bound<'_, PyAny>, faults: &mut Diagnostics) -> PyResult<Cow<'v, str>> {
    if let Ok(text) = value.cast::<PyString>() {
        return Ok(Cow::Borrowed(text.to_str()?));
    }
    if value.is_none() {
        return Ok(Cow::Borrowed(""));
    }
    if let Ok(truth) = value.cast::<PyBool>() {
        return Ok(Cow::Borrowed(if truth.is_true() { "true" } else { "false" }));
    }
    if value.is_instance_of::<PyInt>() {
        return Ok(Cow::Owned(value.str()?.to_str()?.to_owned()));
    }
    if value.is_instance_of::<PyFloat>() {
        // Of the class itself: a subclass may show itself otherwise.
        let written = value.py().get_type::<PyFloat>().call_method1("__repr__", (value,))?;
        let written = written.cast::<PyString>()?.to_str()?;
        faults.0.push(Diagnostic::in_case(Code::NumberWithFraction, name, written, written));
        return Ok(Cow::Borrowed(""));
    }
    if value.is_instance_of::<PyDate>() {
        let written = value.call_method0("isoformat")?;
        let written = written.cast::<PyString>()?.to_str()?;
        let day = if value.is_instance_of::<PyDateTime>() { written.strip_suffix("T00:00:00") } else { None };
        return Ok(Cow::Owned(day.unwrap_or(written).to_owned()));
    }
    if value.is_instance_of::<PyList>() || value.is_instance_of::<PyTuple>() {
        let parts = value.try_iter()?.map(|part| Ok(cell(name, &part?, faults)?.into_owned()));
        return Ok(Cow::Owned(parts.collect::<PyResult<Vec<String>>>()?.join(";")));
    }
    other(name, value, faults)
}

/// A Decimal, or a single value of numpy.
fn other<'v>(name: &str, value: &'v Bound<'_, PyAny>, faults: &mut Diagnostics) -> PyResult<Cow<'v, str>> {
    let kind = value.get_type();
    let (class, module) = (kind.name()?.to_string(), kind.module()?.to_string());
    match (module.as_str(), class.as_str()) {
        ("decimal", "Decimal") => {
            let written = value.call_method1("__format__", ("f",))?;
            Ok(Cow::Owned(written.cast::<PyString>()?.to_str()?.to_owned()))
        }
        ("numpy", class) if class != "ndarray" && value.hasattr("item")? => {
            Ok(Cow::Owned(cell(name, &value.call_method0("item")?, faults)?.into_owned()))
        }
        _ => Err(PyTypeError::new_err(format!(
            "a cell is a str, bool, int, Decimal, date, list of str or None, not {module}.{class} (in {name})"
        ))),
    }
}
