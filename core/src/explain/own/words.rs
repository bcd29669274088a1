//! Of a lookup: an answer in words.

use super::lines::{stretches, telling};
use crate::compile::{InWords, Rule};
use crate::evaluate::{MonthAnswer, MonthState, Outcome};
use crate::explain::canonical::{Canonical, Text, canonical, members};
use crate::explain::wording::state;
use crate::source::Words;
use crate::value::Month;
use std::sync::Arc;

/// What only a lookup carries.
#[derive(Clone, Debug, serde::Serialize)]
pub struct LookupReport {
    /// The answer, of the first month with the outcome's state.
    pub value: Option<Arc<Found>>,
    /// The window, month by month; equal neighbours are one line.
    pub months: Vec<AnswerLine>,
}

canonical!(LookupReport { months, value });

/// An answer in words.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
#[serde(untagged)]
pub enum Found {
    /// One answer.
    Words(Words),
    /// A list.
    List(Vec<KeyedWords>),
}

impl Canonical for Found {
    fn write(&self, text: &mut Text) {
        match self {
            Self::Words(words) => words.write(text),
            Self::List(list) => list.write(text),
        }
    }
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

impl Canonical for KeyedWords {
    fn write(&self, text: &mut Text) {
        let Self { key, words: Words { en, zh } } = self;
        text.object(&members!(en, key, zh));
    }
}

/// Months with one answer.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
pub struct AnswerLine {
    /// The first month.
    pub from: Month,
    /// The last month.
    pub to: Month,
    /// Their state.
    pub state: &'static str,
    /// The answer; none where there is none, and for a list that is the same in all months.
    pub value: Option<Arc<Found>>,
}

canonical!(AnswerLine { from, state, to, value });

pub(super) fn lookup(rule: &Rule, answers: &[Arc<Found>], outcome: &Outcome) -> LookupReport {
    let found = |answer: &MonthAnswer| answers.get(usize::try_from(answer.value?).ok()?).map(Arc::clone);
    let changes = rule.versions.len() > 1;
    let lines = stretches(outcome, |answer| (answer.state, answer.value)).into_iter();
    let lines = lines.map(|(from, to, answer)| {
        let told = found(&answer).filter(|found| changes || matches!(**found, Found::Words(_)));
        AnswerLine { from, to, state: state(rule, answer.state, None), value: told }
    });
    let told = telling(outcome).filter(|answer| answer.state == MonthState::Granted);
    LookupReport { value: told.and_then(found), months: lines.collect() }
}

/// Every answer of a lookup, by its place.
pub(in crate::explain) fn answers(rule: &Rule) -> Vec<Arc<Found>> {
    let entry = |(key, words): &(String, Words)| KeyedWords { key: key.clone(), words: words.clone() };
    let found = |answer| match answer {
        InWords::Words(words) => Found::Words(words.clone()),
        InWords::List(list) => Found::List(list.iter().map(entry).collect()),
    };
    (0..).map_while(|place| rule.answer(place)).map(found).map(Arc::new).collect()
}
