//! Packs of rules: the one that the package carries, and those of bytes and of texts.

use crate::faults::{NO_TEXTS, raised};
use crate::rules::Law;
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use tuoyu::Pack;
use tuoyu::error::{Code, Diagnostic, Diagnostics};

/// The compiled pack of a name; `None` where the package carries no such pack.
#[pyfunction]
pub fn embedded<'py>(py: Python<'py>, name: &str) -> Option<Bound<'py, PyBytes>> {
    let pack = if name == "jining" { tuoyu_rules::jining_compiled() } else { None };
    pack.map(|pack| PyBytes::new(py, pack))
}

/// The compiled pack of texts: paths inside the pack, and what stands in them.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "Python hands over its own copy")]
pub fn pack_of_texts<'py>(py: Python<'py>, files: Vec<(String, Vec<u8>)>) -> PyResult<Bound<'py, PyBytes>> {
    let mut faults = Diagnostics::default();
    let mut texts = Vec::with_capacity(files.len());
    for (name, bytes) in &files {
        match std::str::from_utf8(bytes) {
            Ok(text) => texts.push((name.as_str(), text)),
            // People count bytes from 1.
            Err(error) => {
                let at = (error.valid_up_to() + 1).to_string();
                faults.0.push(Diagnostic::in_argument(Code::InvalidUtf8, name, at, ""));
            }
        }
    }
    let bytes = py.detach(|| faults.unless_errors(()).and_then(|()| Pack::new(texts.iter().copied()).compile()));
    let text = |name: &str| texts.iter().find(|(file, _)| *file == name).map(|(_, text)| *text);
    bytes.map(|bytes| PyBytes::new(py, &bytes)).map_err(|faults| raised(py, &faults, &text))
}

/// The rules of a compiled pack.
pub fn loaded(py: Python<'_>, bytes: &[u8]) -> PyResult<Law> {
    let rules = py.detach(|| tuoyu::Rules::load(bytes)).map_err(|faults| raised(py, &faults, NO_TEXTS))?;
    Ok(Law::new(rules))
}
