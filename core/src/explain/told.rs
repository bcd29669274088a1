//! An outcome as an assessment tells it. Fields of another kind of rule are absent.

use crate::error::{Code, Diagnostic, Diagnostics};
use crate::source::Words;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// An outcome read back from its JSON form, so that every door can hand over what it was given.
#[derive(Clone, Debug, Deserialize)]
pub struct Told {
    pub(super) subject: String,
    pub(super) rule: String,
    pub(super) kind: String,
    pub(super) state: String,
    pub(super) amount: Option<String>,
    pub(super) range: Option<[String; 2]>,
    pub(super) range_exact: Option<bool>,
    pub(super) unit: Option<String>,
    #[serde(default)]
    pub(super) at_least: bool,
    #[serde(default)]
    pub(super) months: Vec<ToldMonths>,
    pub(super) payer: Option<String>,
    pub(super) payee: Option<String>,
    pub(super) payer_place: Option<String>,
    #[serde(default)]
    pub(super) discretionary: bool,
    #[serde(default)]
    pub(super) readings: BTreeMap<String, Option<String>>,
    #[serde(default)]
    pub(super) missing: Vec<ToldFact>,
    #[serde(default)]
    pub(super) open: Vec<ToldOpening>,
    #[serde(default)]
    pub(super) assumes: Vec<String>,
    #[serde(default)]
    pub(super) sources: Vec<ToldSource>,
    #[serde(default)]
    pub(super) reasons: Vec<ToldReason>,
    pub(super) value: Option<Value>,
    pub(super) relation: Option<String>,
    pub(super) bound: Option<String>,
    pub(super) excess: Option<String>,
    pub(super) target: Option<String>,
    pub(super) due: Option<String>,
    #[serde(default)]
    pub(super) steps: Vec<ToldStep>,
    pub(super) next: Option<String>,
    #[serde(default)]
    pub(super) parts: Vec<ToldPart>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct ToldMonths {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) state: String,
    pub(super) rate: Option<String>,
    pub(super) per: Option<String>,
    pub(super) value: Option<ToldAnswer>,
}

/// An answer in words, or a list of them.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum ToldAnswer {
    Words(ToldWords),
    List(Vec<ToldWords>),
}

impl ToldAnswer {
    /// The answer in one line: of a list its first entry, and how many there are.
    pub(super) fn words(&self) -> Words {
        match self {
            Self::Words(words) => words.words(),
            Self::List(list) => {
                let first = list.first().map(ToldWords::words).unwrap_or_default();
                match list.len() {
                    0 | 1 => first,
                    all => {
                        Words { zh: format!("{}等 {all} 项", first.zh), en: format!("{} ({all} entries)", first.en) }
                    }
                }
            }
        }
    }
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct ToldPart {
    pub(super) subject: String,
    pub(super) month: Option<String>,
    pub(super) item: String,
    pub(super) amount: Option<String>,
    pub(super) range: [String; 2],
    #[serde(default)]
    pub(super) discretionary: bool,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct ToldFact {
    pub(super) subject: String,
    pub(super) fact: String,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct ToldOpening {
    pub(super) reading: Option<String>,
    pub(super) set_elsewhere: Option<String>,
    pub(super) calendar: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct ToldSource {
    pub(super) document: String,
    pub(super) clause: String,
    pub(super) quote: String,
    pub(super) standing: String,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct ToldReason {
    pub(super) condition: String,
    pub(super) holds: Option<bool>,
    pub(super) subject: Option<String>,
    pub(super) fact: Option<String>,
    #[serde(default)]
    pub(super) found: Value,
    #[serde(default)]
    pub(super) also: Vec<ToldFound>,
    pub(super) relation: Option<String>,
    pub(super) bound: Option<String>,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) changes_in: Option<String>,
    pub(super) source: usize,
}

#[derive(Clone, Debug, Deserialize, PartialEq)]
pub(super) struct ToldFound {
    pub(super) subject: String,
    pub(super) fact: String,
    #[serde(default)]
    pub(super) found: Value,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct ToldStep {
    #[serde(default)]
    pub(super) id: String,
    pub(super) state: String,
    pub(super) act: Option<ToldWords>,
    pub(super) body: Option<ToldWords>,
    pub(super) certificate: Option<ToldWords>,
    pub(super) due: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct ToldWords {
    pub(super) zh: String,
    pub(super) en: String,
}

impl ToldWords {
    /// The texts.
    pub(super) fn words(&self) -> Words {
        Words { zh: self.zh.clone(), en: self.en.clone() }
    }
}

impl Told {
    /// Reads an outcome from what an assessment holds, or from its JSON form.
    ///
    /// # Errors
    /// `not-an-outcome` where it is something else.
    pub fn of(outcome: &impl serde::Serialize) -> Result<Self, Diagnostics> {
        let told = serde_json::to_value(outcome).and_then(Self::deserialize);
        told.map_err(|error| Diagnostic::in_argument(Code::NotAnOutcome, "outcome", error.to_string(), "").into())
    }
}

impl ToldReason {
    /// Every fact that the condition reads, the one that decides first.
    pub(super) fn facts(&self) -> Vec<ToldFound> {
        let first = self.subject.clone().zip(self.fact.clone());
        let first = first.map(|(subject, fact)| ToldFound { subject, fact, found: self.found.clone() });
        let mut facts: Vec<ToldFound> = Vec::new();
        for found in first.into_iter().chain(self.also.iter().cloned()) {
            // A condition may read a fact in several places.
            if !facts.contains(&found) {
                facts.push(found);
            }
        }
        facts
    }
}
