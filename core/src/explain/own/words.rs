//! Of a lookup: an answer in words.

use super::lines::{stretches, telling};
use crate::compile::{Rule, Says};
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
    /// The answer; none where there is none, and in a list, which is the same in all months.
    pub value: Option<Words>,
}

pub(super) fn lookup(rule: &Rule, outcome: &Outcome) -> LookupReport {
    let lines = stretches(outcome, |answer| (answer.state, answer.value)).into_iter();
    let lines = lines.map(|(from, to, answer)| {
        let value = words(rule, &answer);
        AnswerLine { from, to, state: state(rule, answer.state, None), value }
    });
    let told = telling(outcome).filter(|answer| answer.state == MonthState::Granted);
    let value = told.and_then(|answer| list(rule).or_else(|| words(rule, answer).map(Found::Words)));
    LookupReport { value, months: lines.collect() }
}

fn words(rule: &Rule, answer: &MonthAnswer) -> Option<Words> {
    let place = usize::try_from(answer.value?).ok()?;
    rule.versions.iter().find_map(|version| match &version.says {
        Says::Words(_, words) => words.get(place).cloned(),
        _ => None,
    })
}

fn list(rule: &Rule) -> Option<Found> {
    rule.versions.iter().find_map(|version| match &version.says {
        Says::List(list) => {
            let entry = |(key, words): &(String, Words)| KeyedWords { key: key.clone(), words: words.clone() };
            Some(Found::List(list.iter().map(entry).collect()))
        }
        _ => None,
    })
}
