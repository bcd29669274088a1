//! An outcome as an assessment tells it. Fields of another kind of rule are absent.

mod members;
mod read;

use crate::source::Words;
use serde_json::Value;

/// An outcome read back from its JSON form, so that every door can hand over what it was given.
#[derive(Clone, Debug)]
pub struct Told {
    pub(super) subject: String,
    pub(super) rule: String,
    pub(super) kind: String,
    pub(super) state: String,
    pub(super) amount: Option<String>,
    pub(super) range: Option<[String; 2]>,
    pub(super) range_exact: Option<bool>,
    pub(super) unit: Option<String>,
    pub(super) at_least: bool,
    pub(super) months: Vec<ToldMonths>,
    pub(super) payer: Option<String>,
    pub(super) payee: Option<String>,
    pub(super) payer_place: Option<String>,
    pub(super) discretionary: bool,
    pub(super) readings: Vec<(String, Option<String>)>,
    pub(super) missing: Vec<ToldFact>,
    pub(super) open: Vec<ToldOpening>,
    pub(super) assumes: Vec<String>,
    pub(super) sources: Vec<ToldSource>,
    pub(super) reasons: Vec<ToldReason>,
    pub(super) value: Option<Value>,
    pub(super) relation: Option<String>,
    pub(super) bound: Option<String>,
    pub(super) excess: Option<String>,
    pub(super) target: Option<String>,
    pub(super) due: Option<String>,
    pub(super) steps: Vec<ToldStep>,
    pub(super) next: Option<String>,
    pub(super) parts: Vec<ToldPart>,
}

#[derive(Clone, Debug)]
pub(super) struct ToldMonths {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) state: String,
    pub(super) rate: Option<String>,
    pub(super) per: Option<String>,
    pub(super) value: Option<ToldAnswer>,
}

/// An answer in words, or a list of them.
#[derive(Clone, Debug)]
pub(super) enum ToldAnswer {
    Words(Words),
    List(Vec<Words>),
}

impl ToldAnswer {
    /// The answer in one line: of a list its first entry, and how many there are.
    pub(super) fn words(&self) -> Words {
        match self {
            Self::Words(words) => words.clone(),
            Self::List(list) => {
                let first = list.first().cloned().unwrap_or_default();
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

#[derive(Clone, Debug)]
pub(super) struct ToldPart {
    pub(super) subject: String,
    pub(super) month: Option<String>,
    pub(super) item: String,
    pub(super) amount: Option<String>,
    pub(super) range: [String; 2],
    pub(super) discretionary: bool,
}

#[derive(Clone, Debug)]
pub(super) struct ToldFact {
    pub(super) subject: String,
    pub(super) fact: String,
}

#[derive(Clone, Debug)]
pub(super) struct ToldOpening {
    pub(super) reading: Option<String>,
    pub(super) set_elsewhere: Option<String>,
    pub(super) calendar: Option<String>,
}

#[derive(Clone, Debug)]
pub(super) struct ToldSource {
    pub(super) document: String,
    pub(super) clause: String,
    pub(super) quote: String,
    pub(super) standing: String,
}

#[derive(Clone, Debug)]
pub(super) struct ToldReason {
    pub(super) condition: String,
    pub(super) holds: Option<bool>,
    pub(super) subject: Option<String>,
    pub(super) fact: Option<String>,
    pub(super) found: Value,
    pub(super) also: Vec<ToldFound>,
    pub(super) relation: Option<String>,
    pub(super) bound: Option<String>,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) changes_in: Option<String>,
    pub(super) source: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct ToldFound {
    pub(super) subject: String,
    pub(super) fact: String,
    pub(super) found: Value,
}

#[derive(Clone, Debug)]
pub(super) struct ToldStep {
    pub(super) id: String,
    pub(super) state: String,
    pub(super) act: Option<Words>,
    pub(super) body: Option<Words>,
    pub(super) certificate: Option<Words>,
    pub(super) due: Option<String>,
}

impl Told {
    /// The option of a reading that the rule names, where one is taken.
    pub(super) fn reading(&self, id: &str) -> Option<&Option<String>> {
        self.readings.iter().find(|(known, _)| known == id).map(|(_, option)| option)
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
