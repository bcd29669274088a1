//! The engine's door for JavaScript: JSON texts in, JSON texts out. `js/rules.js` makes objects of them.
//!
//! Faults leave as the JSON text of a list, which the door throws as one `TuoyuError`.

mod asked;
mod faults;
mod host_numbers;

#[cfg(test)]
mod tests;

use serde::Serialize;
use tuoyu::error::{Code, Diagnostic, Diagnostics};
use tuoyu::explain::{Told, Tree, explanation, json};
use tuoyu::model::{Facts, Node};
use tuoyu::source::Language;
use wasm_bindgen::prelude::wasm_bindgen;

/// Rules ready to be asked.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine {
    rules: tuoyu::Rules,
}

#[wasm_bindgen]
impl Engine {
    /// Loads a compiled pack.
    ///
    /// # Errors
    /// Everything that is wrong with it, as JSON.
    #[wasm_bindgen(constructor)]
    pub fn new(pack: &[u8]) -> Result<Self, String> {
        tuoyu::Rules::load(pack).map(|rules| Self { rules }).map_err(|found| faults::json(&found))
    }

    /// Assesses a case. `is_object` says that the text was made from an object of the host, whose numbers are doubles.
    ///
    /// # Errors
    /// Everything that is wrong with the case and the question, as JSON.
    pub fn assess(&self, case: &[u8], is_object: bool, ask: &[u8]) -> Result<String, String> {
        answered(self.read(case, is_object, ask).and_then(|(facts, ask)| self.rules.assess(&facts, &ask)))
    }

    /// The missing facts of a case as questions, in the order in which to ask.
    ///
    /// # Errors
    /// Everything that is wrong with the case and the question, as JSON.
    pub fn questions(&self, case: &[u8], is_object: bool, ask: &[u8]) -> Result<String, String> {
        answered(self.read(case, is_object, ask).and_then(|(facts, ask)| self.rules.questions(&facts, &ask)))
    }

    /// Why an outcome is as it is: a tree in both languages.
    ///
    /// # Errors
    /// `not-an-outcome` or `unknown-rule`, as JSON.
    pub fn tree(&self, outcome: &str) -> Result<String, String> {
        answered(self.explained(outcome))
    }

    /// The same tree as text in one language, `zh` or `en`.
    ///
    /// # Errors
    /// `not-an-outcome`, `unknown-rule` or `unknown-option`, as JSON.
    pub fn explain(&self, outcome: &str, language: &str) -> Result<String, String> {
        let language = match language {
            "zh" => Ok(Language::Chinese),
            "en" => Ok(Language::English),
            _ => Err(Diagnostic::in_argument(Code::UnknownOption, "language", language, "zh, en").into()),
        };
        let told = language.and_then(|language| Ok(self.explained(outcome)?.text(language)));
        told.map_err(|found| faults::json(&found))
    }

    /// What the pack holds.
    #[must_use]
    pub fn describe(&self) -> String {
        json(&self.rules.describe())
    }

    /// The pack's name.
    #[must_use]
    pub fn name(&self) -> String {
        self.rules.name().to_owned()
    }

    /// SHA-256 of the compiled pack.
    #[must_use]
    pub fn hash(&self) -> String {
        self.rules.hash().to_owned()
    }
}

impl Engine {
    /// A case and a question; what is wrong with either is told together.
    fn read(&self, case: &[u8], is_object: bool, ask: &[u8]) -> Result<(Facts, tuoyu::Ask), Diagnostics> {
        let facts = self.facts(case, is_object);
        let ask = asked::read(ask).and_then(|ask| self.rules.question(&ask).map(|_| ask));
        match (facts, ask) {
            (Ok(facts), Ok(ask)) => Ok((facts, ask)),
            (Err(found), Ok(_)) | (Ok(_), Err(found)) => Err(found),
            (Err(mut found), Err(more)) => {
                found.0.extend(more.0);
                Err(found)
            }
        }
    }

    fn facts(&self, case: &[u8], is_object: bool) -> Result<Facts, Diagnostics> {
        let node = Node::from_json(case)?;
        let vocabulary = self.rules.vocabulary();
        let inexact = if is_object { host_numbers::faults(&node, vocabulary) } else { Vec::new() };
        match (Facts::read(&node, vocabulary), inexact.is_empty()) {
            (read, true) => read,
            (Ok(_), false) => Err(Diagnostics(inexact)),
            (Err(mut found), false) => {
                found.0.extend(inexact);
                Err(found)
            }
        }
    }

    fn explained(&self, outcome: &str) -> Result<Tree, Diagnostics> {
        explanation(self.rules.plan(), &Told::from_json(outcome)?)
    }
}

fn answered<T: Serialize>(answer: Result<T, Diagnostics>) -> Result<String, String> {
    answer.map(|value| json(&value)).map_err(|found| faults::json(&found))
}
