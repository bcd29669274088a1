//! What is asked, as Python says it.

use pyo3::prelude::*;
use tuoyu::Ask;

/// Months, rules, readings and a subject.
#[derive(FromPyObject)]
pub struct Asked {
    #[pyo3(item(0))]
    from: String,
    #[pyo3(item(1))]
    to: String,
    #[pyo3(item(2))]
    rules: Vec<String>,
    #[pyo3(item(3))]
    readings: Vec<(String, String)>,
    #[pyo3(item(4))]
    subject: Option<String>,
}

impl Asked {
    /// The same for the core.
    pub fn ask(&self) -> Ask {
        let mut ask = Ask::window(&self.from, &self.to);
        for rule in &self.rules {
            ask = ask.rule(rule);
        }
        for (id, option) in &self.readings {
            ask = ask.reading(id, option);
        }
        match &self.subject {
            Some(subject) => ask.subject(subject),
            None => ask,
        }
    }
}
