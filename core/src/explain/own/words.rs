//! Of a lookup: an answer in words.

use super::lines::{stretches, telling};
use crate::compile::{InWords, Rule};
use crate::evaluate::{MonthAnswer, MonthState, Outcome};
use crate::explain::wording::state;
use crate::source::Words;

/// What only a lookup carries.
#[derive(Clone, Debug, serde::Serialize)]
pub struct LookupReport {
    /// The answer, of the first month with the outcome's state.
    pub value: Option<Found>,
    /// The window, month by month; equal neighbours are one line.
    pub months: Vec<AnswerLine>,
}

/// An answer in words.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
#[serde(untagged)]
pub enum Found {
    /// One answer.
    Words(Words),
    /// A list.
    List(Vec<KeyedWords>),
}

/// One entry of a list.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
pub struct KeyedWords {
    /// Its key.
    pub key: String,
    /// Its words.
    #[serde(flatten)]
    pub words: Words,
}

/// Months with one answer.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
pub struct AnswerLine {
    /// The first month.
    pub from: String,
    /// The last month.
    pub to: String,
    /// Their state.
    pub state: &'static str,
    /// The answer; none where there is none, and for a list that is the same in all months.
    pub value: Option<Found>,
}

pub(super) fn lookup(rule: &Rule, outcome: &Outcome) -> LookupReport {
    let changes = rule.versions.len() > 1;
    let lines = stretches(outcome, |answer| (answer.state, answer.value)).into_iter();
    let lines = lines.map(|(from, to, answer)| {
        let told = found(rule, &answer).filter(|found| changes || matches!(found, Found::Words(_)));
        AnswerLine { from, to, state: state(rule, answer.state, None), value: told }
    });
    let told = telling(outcome).filter(|answer| answer.state == MonthState::Granted);
    LookupReport { value: told.and_then(|answer| found(rule, answer)), months: lines.collect() }
}

fn found(rule: &Rule, answer: &MonthAnswer) -> Option<Found> {
    let entry = |(key, words): &(String, Words)| KeyedWords { key: key.clone(), words: words.clone() };
    match rule.answer(usize::try_from(answer.value?).ok()?)? {
        InWords::Words(words) => Some(Found::Words(words.clone())),
        InWords::List(list) => Some(Found::List(list.iter().map(entry).collect())),
    }
}
