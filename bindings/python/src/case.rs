//! A case as Python holds it → the JSON text that every door reads.
//!
//! Nothing is judged here but what no JSON text can say: the one reader of the core tells everything else.

use pyo3::exceptions::{PyRecursionError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyBytes, PyDate, PyDateTime, PyDict, PyFloat, PyInt, PyList, PyString, PyTuple};
use std::fmt::Write;
use tuoyu::error::{Code, Diagnostic, Diagnostics};
use tuoyu::limits::CASE_LEVELS;

/// The JSON text of a case, and what in it no JSON can say.
pub fn written(case: &Bound<'_, PyAny>) -> PyResult<(String, Diagnostics)> {
    if let Ok(text) = case.cast::<PyString>() {
        return Ok((text.to_str()?.to_owned(), Diagnostics::default()));
    }
    if let Ok(bytes) = case.cast::<PyBytes>() {
        // What is no UTF-8 is told by the reader, at its byte.
        return Ok((String::from_utf8(bytes.as_bytes().to_vec())?, Diagnostics::default()));
    }
    let mut writer = Writer { text: String::with_capacity(1024), path: String::new(), faults: Diagnostics::default() };
    writer.value(case, 0)?;
    Ok((writer.text, writer.faults))
}

struct Writer {
    text: String,
    /// Where the value stands in the case.
    path: String,
    faults: Diagnostics,
}

impl Writer {
    fn value(&mut self, value: &Bound<'_, PyAny>, depth: usize) -> PyResult<()> {
        // The reader refuses the first bracket that goes too far; a list that holds itself ends here.
        if depth > CASE_LEVELS + 1 {
            self.text.push_str("null");
            return Ok(());
        }
        if value.is_none() {
            self.text.push_str("null");
        } else if let Ok(truth) = value.cast::<PyBool>() {
            self.text.push_str(if truth.is_true() { "true" } else { "false" });
        } else if let Ok(text) = value.cast::<PyString>() {
            self.string(text.to_str()?);
        } else if let Ok(object) = value.cast::<PyDict>() {
            self.object(object, depth)?;
        } else if let Ok(list) = value.cast::<PyList>() {
            self.list(list.iter(), depth)?;
        } else if let Ok(tuple) = value.cast::<PyTuple>() {
            self.list(tuple.iter(), depth)?;
        } else if value.is_instance_of::<PyInt>() {
            self.text.push_str(value.str()?.to_str()?);
        } else if value.is_instance_of::<PyFloat>() {
            self.float(value)?;
        } else if value.is_instance_of::<PyDate>() {
            self.date(value)?;
        } else {
            self.other(value, depth)?;
        }
        Ok(())
    }

    fn object(&mut self, object: &Bound<'_, PyDict>, depth: usize) -> PyResult<()> {
        let length = self.path.len();
        for (number, (key, value)) in object.iter().enumerate() {
            self.text.push(if number == 0 { '{' } else { ',' });
            let Ok(name) = key.cast::<PyString>() else {
                let (kind, place) = (key.get_type().name()?.to_string(), self.place());
                let told = format!("a member of a case is named by a str, not by {kind} (at {place})");
                return Err(PyTypeError::new_err(told));
            };
            let name = name.to_str()?;
            self.string(name);
            self.text.push(':');
            if !self.path.is_empty() {
                self.path.push('.');
            }
            self.path.push_str(name);
            self.value(&value, depth + 1)?;
            self.path.truncate(length);
        }
        self.text.push_str(if object.is_empty() { "{}" } else { "}" });
        Ok(())
    }

    fn list<'py>(&mut self, list: impl Iterator<Item = Bound<'py, PyAny>>, depth: usize) -> PyResult<()> {
        let length = self.path.len();
        self.text.push('[');
        for (number, value) in list.enumerate() {
            if number > 0 {
                self.text.push(',');
            }
            write!(self.path, "[{number}]").map_err(|_| PyRecursionError::new_err(()))?;
            self.value(&value, depth + 1)?;
            self.path.truncate(length);
        }
        self.text.push(']');
        Ok(())
    }

    /// A float stays a number with a fraction, which the reader refuses with the text that would be right.
    fn float(&mut self, value: &Bound<'_, PyAny>) -> PyResult<()> {
        // Of the class itself: a subclass may show itself otherwise.
        let written = value.py().get_type::<PyFloat>().call_method1("__repr__", (value,))?;
        let written = written.cast::<PyString>()?.to_str()?;
        if written.bytes().all(|byte| byte.is_ascii_digit() || b".-+e".contains(&byte)) {
            self.text.push_str(written);
        } else {
            self.fault(Code::NotADecimal, written);
        }
        Ok(())
    }

    /// A day; a day with a time of day is written whole, and refused unless it is midnight of no zone.
    fn date(&mut self, value: &Bound<'_, PyAny>) -> PyResult<()> {
        let written = value.call_method0("isoformat")?;
        let written = written.cast::<PyString>()?.to_str()?;
        let day = if value.is_instance_of::<PyDateTime>() { written.strip_suffix("T00:00:00") } else { None };
        self.string(day.unwrap_or(written));
        Ok(())
    }

    /// A Decimal, or a single value of numpy.
    fn other(&mut self, value: &Bound<'_, PyAny>, depth: usize) -> PyResult<()> {
        let kind = value.get_type();
        let (name, module) = (kind.name()?.to_string(), kind.module()?.to_string());
        match (module.as_str(), name.as_str()) {
            ("decimal", "Decimal") => {
                let written = value.call_method1("__format__", ("f",))?;
                self.string(written.cast::<PyString>()?.to_str()?);
                Ok(())
            }
            ("numpy", name) if name != "ndarray" && value.hasattr("item")? => {
                self.value(&value.call_method0("item")?, depth + 1)
            }
            _ => {
                let place = self.place();
                let told = format!(
                    "a case holds dict, list, str, bool, int, Decimal, date and None, not {module}.{name} (at {place})"
                );
                Err(PyTypeError::new_err(told))
            }
        }
    }

    fn string(&mut self, text: &str) {
        // A text always has a JSON form.
        self.text.push_str(&serde_json::to_string(text).unwrap_or_default());
    }

    fn fault(&mut self, code: Code, found: &str) {
        self.faults.0.push(Diagnostic::in_case(code, &self.path, found, ""));
        self.text.push_str("null");
    }

    fn place(&self) -> String {
        if self.path.is_empty() { "the case".to_owned() } else { self.path.clone() }
    }
}
