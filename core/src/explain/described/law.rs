//! Documents, readings and parameters.

use crate::compile::{Instrument, Parameter, Reading, Rulebook};
use crate::explain::cited::{SourceReport, source};
use crate::explain::question::OptionWords;
use crate::source::Words;
use crate::value::Days;

/// Days in force; an open end is null.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
pub struct ForceReport {
    /// The first day.
    pub from: Option<String>,
    /// The last day.
    pub to: Option<String>,
}

impl From<Days> for ForceReport {
    fn from(days: Days) -> Self {
        let [from, to] = [days.from(), days.to()].map(|day| day.map(|day| day.to_string()));
        Self { from, to }
    }
}

/// A legal instrument.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
pub struct DocumentReport {
    /// The layer that it stands in.
    pub layer: String,
    /// The number, such as `济政办字〔2025〕15号`.
    pub number: String,
    /// The title.
    pub title: Words,
    /// How sure its text is.
    pub standing: &'static str,
    /// The days in force.
    pub force: ForceReport,
    /// The day of publication.
    pub published: String,
}

/// A question that the law leaves open.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
pub struct ReadingReport {
    /// The id.
    pub id: String,
    /// The question.
    pub ask: Words,
    /// Why it is one.
    pub because: Words,
    /// The answers.
    pub options: Vec<OptionWords>,
    /// The id of the answer taken unless another is chosen; none: open until chosen.
    pub default: Option<String>,
    /// The sentences that leave it open.
    pub source: SourceReport,
}

/// A named number of the law.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
pub struct ParameterReport {
    /// The id.
    pub id: String,
    /// The number, an exact decimal without zeros at its end.
    pub value: String,
    /// What it counts; `1` for a plain number.
    pub unit: String,
    /// The days in force.
    pub force: ForceReport,
    /// The day of publication.
    pub published: String,
    /// The sentences that state it.
    pub source: SourceReport,
}

pub(super) fn document(document: &Instrument) -> DocumentReport {
    DocumentReport {
        layer: document.layer.clone(),
        number: document.number.clone(),
        title: document.title.clone(),
        standing: document.standing.id(),
        force: document.force.into(),
        published: document.published.to_string(),
    }
}

pub(super) fn reading(book: &Rulebook, reading: &Reading) -> ReadingReport {
    let option = |option: &crate::compile::Choice| OptionWords { id: option.id.clone(), words: option.words.clone() };
    ReadingReport {
        id: reading.id.clone(),
        ask: reading.ask.clone(),
        because: reading.because.clone(),
        options: reading.options.iter().map(option).collect(),
        default: reading.default.and_then(|place| reading.options.get(place)).map(|option| option.id.clone()),
        source: source(&book.cite(&reading.source)),
    }
}

pub(super) fn parameter(book: &Rulebook, parameter: &Parameter) -> ParameterReport {
    ParameterReport {
        id: parameter.id.clone(),
        value: parameter.value.plain(),
        unit: parameter.unit.to_string(),
        force: parameter.force.into(),
        published: parameter.published.to_string(),
        source: source(&book.cite(&parameter.source)),
    }
}
