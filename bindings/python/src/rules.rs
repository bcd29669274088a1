//! Rules ready to be asked, from Python.

use crate::faults::{NO_TEXTS, raised};
use crate::kept::Kept;
use crate::question::Asked;
use crate::{case, law};
use pyo3::prelude::*;
use std::sync::Arc;
use tuoyu::error::{Code, Diagnostic, Diagnostics};
use tuoyu::explain::rule_in_words;
use tuoyu::model::Facts;
use tuoyu::source::{Language, Words};
use tuoyu::{Ask, Rules};

/// A pack of rules, loaded. Reports come as JSON, as the command prints them.
#[pyclass(frozen, weakref, module = "tuoyu._native")]
pub struct Law {
    rules: Arc<Rules>,
    /// Questions about rows, made ready.
    pub kept: Kept,
}

impl Law {
    /// Rules for Python.
    pub fn new(rules: Rules) -> Self {
        Self { rules: Arc::new(rules), kept: Kept::default() }
    }

    /// The same for other threads.
    pub fn shared(&self) -> Arc<Rules> {
        Arc::clone(&self.rules)
    }

    /// Reads case and question, both before either is refused; then asks without holding the interpreter. `ready` is
    /// what a question is asked with.
    fn answered<Q, T: Send>(
        &self,
        py: Python<'_>,
        case: &Bound<'_, PyAny>,
        asked: &Asked,
        ready: impl FnOnce(&Ask) -> Result<Q, Diagnostics> + Send,
        answer: impl FnOnce(Q, &Facts) -> Result<T, Diagnostics> + Send,
    ) -> PyResult<T> {
        let (text, unsayable) = case::written(case)?;
        let ask = asked.ask();
        let answer = py.detach(|| {
            let mut faults = Diagnostics::default();
            let ready = ready(&ask).map_err(|Diagnostics(more)| faults.0.extend(more)).ok();
            faults.0.extend(unsayable.0);
            let facts = self.rules.read_json(text.as_bytes());
            let facts = facts.map_err(|Diagnostics(more)| faults.0.extend(more)).ok();
            match (ready, facts) {
                (Some(ready), Some(facts)) if faults.0.is_empty() => answer(ready, &facts),
                _ => Err(faults),
            }
        });
        answer.map_err(|faults| raised(py, &faults, &|file| file.is_empty().then_some(text.as_str())))
    }
}

#[pymethods]
impl Law {
    /// The rules of a compiled pack.
    #[new]
    fn load(py: Python<'_>, pack: &[u8]) -> PyResult<Self> {
        law::loaded(py, pack)
    }

    /// The pack's name.
    #[getter]
    fn name(&self) -> &str {
        self.rules.name()
    }

    /// SHA-256 of the compiled pack.
    #[getter]
    fn hash(&self) -> &str {
        self.rules.hash()
    }

    /// Named numbers that are not the law's, with their values.
    #[getter]
    fn reformed(&self) -> Vec<(String, String)> {
        let plan = self.rules.plan();
        let changed = plan.reformed.keys().filter_map(|index| plan.book.parameters.get(index.0));
        changed.map(|parameter| (parameter.id.clone(), parameter.value.plain())).collect()
    }

    /// Everything that the pack holds.
    fn describe(&self) -> String {
        json(&self.rules.describe())
    }

    /// The same rules with other numbers.
    #[expect(clippy::needless_pass_by_value, reason = "Python hands over its own copy")]
    fn reform(&self, py: Python<'_>, numbers: Vec<(String, String)>) -> PyResult<Self> {
        let numbers = numbers.iter().map(|(id, value)| (id.as_str(), value.as_str()));
        self.rules.reform(numbers).map(Self::new).map_err(|faults| raised(py, &faults, NO_TEXTS))
    }

    /// The same rules with other readings.
    #[expect(clippy::needless_pass_by_value, reason = "Python hands over its own copy")]
    fn with_readings(&self, py: Python<'_>, readings: Vec<(String, String)>) -> PyResult<Self> {
        let readings = readings.iter().map(|(id, option)| (id.as_str(), option.as_str()));
        self.rules.with_readings(readings).map(Self::new).map_err(|faults| raised(py, &faults, NO_TEXTS))
    }

    /// An assessment.
    #[expect(clippy::needless_pass_by_value, reason = "Python hands over its own copy")]
    fn assess(&self, py: Python<'_>, case: &Bound<'_, PyAny>, asked: Asked) -> PyResult<String> {
        let ready = |ask: &Ask| self.kept.assessor(&self.rules, ask);
        self.answered(py, case, &asked, ready, |ready, facts| Ok(json(&ready.1.assess(facts)?)))
    }

    /// The missing facts, as questions.
    #[expect(clippy::needless_pass_by_value, reason = "Python hands over its own copy")]
    fn questions(&self, py: Python<'_>, case: &Bound<'_, PyAny>, asked: Asked) -> PyResult<String> {
        let ready = |ask: &Ask| self.rules.question(ask).map(|_| ask.clone());
        self.answered(py, case, &asked, ready, |ask, facts| Ok(json(&self.rules.questions(facts, &ask)?)))
    }

    /// An outcome as a tree of reasons: as JSON, as text in Chinese, as text in English.
    fn explain(&self, py: Python<'_>, outcome: &str) -> PyResult<(String, String, String)> {
        let value: serde_json::Value = serde_json::from_str(outcome).unwrap_or_default();
        let tree = self.rules.explain(&value).map_err(|faults| raised(py, &faults, NO_TEXTS))?;
        Ok((json(&tree), tree.text(Language::Chinese), tree.text(Language::English)))
    }

    /// A rule in words: a sentence for each thing that it says, in both languages.
    fn words(&self, py: Python<'_>, rule: &str) -> PyResult<Vec<(String, String)>> {
        let book = &self.rules.plan().book;
        let Some(found) = book.rules.iter().find(|known| known.id == rule) else {
            let known = book.rules.iter().map(|known| known.id.as_str());
            let expected = tuoyu::error::nearest_or_all(rule, known);
            let fault = Diagnostic::in_argument(Code::UnknownRule, "rule", rule, expected);
            return Err(raised(py, &fault.into(), NO_TEXTS));
        };
        Ok(rule_in_words(book, found).into_iter().map(|Words { zh, en }| (zh, en)).collect())
    }
}

/// A report as the command prints it.
fn json(report: &impl serde::Serialize) -> String {
    // Reports are made of texts, numbers and lists alone, so they always have a JSON text.
    serde_json::to_string_pretty(report).unwrap_or_default()
}
