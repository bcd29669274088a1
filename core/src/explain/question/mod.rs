//! Missing facts as the questions of a form (提问): what is asked, why, what may be answered, where each answer leads.

mod ask;
mod drawn;
mod tries;

pub use ask::ask;
pub use tries::{Try, tries};

use crate::source::Words;
use serde::Serialize;
use serde_json::Value;

/// A missing fact with everything that a form needs to ask for it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Question {
    /// Its place in the order in which to ask, from 1.
    pub number: usize,
    /// Whose fact it is.
    pub subject: String,
    /// The same in words: `孩子 k1`.
    pub subject_words: Words,
    /// The fact's name.
    pub fact: String,
    /// Its label.
    pub label: Words,
    /// The question.
    pub ask: Words,
    /// One sentence of help, where there is one.
    pub help: Option<Words>,
    /// Who can know it: `parent`, `institution`, `employer` or `government`.
    pub who: String,
    /// What may be answered.
    pub values: Values,
    /// Which outcomes it is missing for, and why.
    pub asked_by: Vec<AskedBy>,
    /// Where each answer leads; empty where the answers are too many to try.
    pub answers: Vec<Answer>,
}

/// What may be stated of a fact.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Values {
    /// `yes-no`, `option`, `number` or `date`; `other` for anything else.
    pub kind: &'static str,
    /// The options, for `option`.
    pub options: Vec<OptionWords>,
    /// The smallest number.
    pub minimum: Option<String>,
    /// The largest.
    pub maximum: Option<String>,
    /// The most decimals of a number.
    pub decimals: Option<u8>,
    /// If not empty, the only numbers.
    pub allowed: Vec<String>,
    /// What a number counts, such as `CNY/month`; `1` for a plain number.
    pub unit: Option<String>,
    /// All of it in one text.
    pub words: Words,
}

/// An option with its label.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct OptionWords {
    /// The token that cases carry.
    pub id: String,
    /// Its label.
    pub words: Words,
}

/// An outcome that a fact is missing for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AskedBy {
    /// The outcome's subject.
    pub subject: String,
    /// The same in words.
    pub subject_words: Words,
    /// The outcome's rule.
    pub rule: String,
    /// The rule's title.
    pub title: Words,
    /// The conditions that read the fact, `rate` for the amount; empty where it matters through another rule.
    pub conditions: Vec<OptionWords>,
    /// The state as it is now.
    pub state: String,
    /// The range of the amount as it is now.
    pub range: Option<[String; 2]>,
    /// State and range in words.
    pub words: Words,
    /// The states that the answers lead to, in their order; empty where none was tried.
    pub states: Vec<String>,
}

/// One answer and where it leads.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// The answer, as a case writes it.
    pub value: Value,
    /// The last value that leads to the same, where the answer stands for several numbers.
    pub to: Option<Value>,
    /// The answer in words.
    pub words: Words,
    /// What it makes of each outcome of `asked_by`, in its order.
    pub outcomes: Vec<Consequence>,
}

/// An outcome as an answer would make it.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Consequence {
    /// The outcome's subject.
    pub subject: String,
    /// Its rule.
    pub rule: String,
    /// Its state.
    pub state: String,
    /// Its amount, where it is settled.
    pub amount: Option<String>,
    /// Its range.
    pub range: Option<[String; 2]>,
    /// State and amount in words.
    pub words: Words,
}

#[cfg(test)]
mod tests;
