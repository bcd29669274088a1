//! Diagnostics → `tuoyu.TuoyuError`.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyList, PyType};
use tuoyu::error::{Code, Diagnostic, Diagnostics, Place};
use tuoyu::source::{Language, SourceText};

/// The texts that places of faults are in.
pub type Texts<'a> = &'a dyn Fn(&str) -> Option<&'a str>;

/// No text: places keep the number of their byte.
pub const NO_TEXTS: Texts<'static> = &|_| None;

/// The exception that says everything that is wrong.
pub fn raised(py: Python<'_>, faults: &Diagnostics, texts: Texts<'_>) -> PyErr {
    match error(py, faults, texts) {
        Ok(error) | Err(error) => error,
    }
}

fn error(py: Python<'_>, Diagnostics(faults): &Diagnostics, texts: Texts<'_>) -> PyResult<PyErr> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let class = CLASS.import(py, "tuoyu._errors", "TuoyuError")?;
    let told = faults.iter().map(|fault| told(py, fault, texts)).collect::<PyResult<Vec<_>>>()?;
    let error = class.call_method1("_of", (PyList::new(py, told)?,))?;
    Ok(PyErr::from_value(error))
}

/// A fault as the members of `tuoyu.Diagnostic`.
pub fn told<'py>(py: Python<'py>, fault: &Diagnostic, texts: Texts<'_>) -> PyResult<Bound<'py, PyDict>> {
    let told = PyDict::new(py);
    told.set_item("code", fault.code.id())?;
    told.set_item("path", path(&fault.place, texts))?;
    told.set_item("found", &fault.found)?;
    told.set_item("expected", &fault.expected)?;
    let [message_zh, message_en, help_zh, help_en] = words(fault);
    told.set_item("message_zh", message_zh)?;
    told.set_item("message_en", message_en)?;
    told.set_item("help_zh", help_zh)?;
    told.set_item("help_en", help_en)?;
    told.set_item("is_error", fault.is_error())?;
    Ok(told)
}

/// What is wrong and what would be right, in Chinese and in English.
pub fn words(fault: &Diagnostic) -> [String; 4] {
    if let (Code::NumberWithFraction, Place::Cell { row: 0, column }) = (fault.code, &fault.place) {
        let kind = &fault.found;
        return [
            format!("“{column}”列是浮点数（{kind}），浮点数不能准确表示金额与比例"),
            format!("the column “{column}” holds floats ({kind}), which cannot say amounts and ratios exactly"),
            format!("先声明如何取整：tuoyu.decimals(frame, {{\"{column}\": 2}}, rounding=\"exact\")"),
            format!("declare how to round first: tuoyu.decimals(frame, {{\"{column}\": 2}}, rounding=\"exact\")"),
        ];
    }
    let (zh, en) = (Language::Chinese, Language::English);
    [fault.message(zh), fault.message(en), fault.help(zh), fault.help(en)]
}

/// The path of a member, the name of an argument, or file, line and column.
pub fn path(place: &Place, texts: Texts<'_>) -> String {
    match place {
        Place::Path(path) | Place::Argument(path) => path.clone(),
        Place::Cell { row: 0, column } => column.clone(),
        Place::Cell { row, column } => format!("row {row}, {column}"),
        Place::Text { file, span } => {
            let text = texts(file).map(|text| SourceText { name: file.clone(), text: text.to_owned() });
            let place = text.map_or_else(
                || format!("byte {}", span.start + 1),
                |text| {
                    let position = text.position(span.start);
                    format!("{}:{}", position.line, position.column)
                },
            );
            if file.is_empty() { place } else { format!("{file}:{place}") }
        }
    }
}
