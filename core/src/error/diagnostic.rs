//! One thing that is wrong, as data.

use super::{Code, Severity};
use crate::source::{Language, Span};
use std::fmt;

/// Where something is wrong.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Place {
    /// In a case: the path of the member, such as `families[0].children[1].birth_date`; empty for the whole.
    Path(String),
    /// In a file of a pack, or in the text of a case that is no JSON or TOML.
    Text {
        /// The file's name.
        file: String,
        /// The bytes.
        span: Span,
    },
    /// In a roster: a cell, or a heading.
    Cell {
        /// The number of the row, counted from 1 after the heading; 0 is the heading itself.
        row: usize,
        /// The heading of the column, as the roster writes it.
        column: String,
    },
    /// In what the caller asked: the name of the argument, such as `--from`.
    Argument(String),
}

/// One thing that is wrong: a code of the closed list, where it is, what was found, what would be right.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Diagnostic {
    /// What kind of fault it is.
    pub code: Code,
    /// Where.
    pub place: Place,
    /// What stands there, as the writer wrote it.
    pub found: String,
    /// What would be right, in words of no language: names, bounds, a form. Empty where the code says all.
    pub expected: String,
}

/// The longest excerpt of an input that a message repeats.
const EXCERPT_CHARS: usize = 60;

impl Diagnostic {
    /// A fault of a case.
    #[must_use]
    pub fn in_case(code: Code, path: impl Into<String>, found: impl Into<String>, expected: impl Into<String>) -> Self {
        Self { code, place: Place::Path(path.into()), found: found.into(), expected: expected.into() }
    }

    /// A fault of a text.
    #[must_use]
    pub fn in_text(
        code: Code,
        file: impl Into<String>,
        span: Span,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) -> Self {
        Self { code, place: Place::Text { file: file.into(), span }, found: found.into(), expected: expected.into() }
    }

    /// A fault of an argument.
    #[must_use]
    pub fn in_argument(
        code: Code,
        name: impl Into<String>,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) -> Self {
        Self { code, place: Place::Argument(name.into()), found: found.into(), expected: expected.into() }
    }

    /// A fault of a cell of a roster.
    #[must_use]
    pub fn in_cell(
        code: Code,
        row: usize,
        column: impl Into<String>,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) -> Self {
        let place = Place::Cell { row, column: column.into() };
        Self { code, place, found: found.into(), expected: expected.into() }
    }

    /// A fault of a heading of a roster.
    #[must_use]
    pub fn in_heading(
        code: Code,
        heading: impl Into<String>,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) -> Self {
        Self::in_cell(code, 0, heading, found, expected)
    }

    /// Whether it forbids an answer.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.code.severity() == Severity::Error
    }

    /// What is wrong, in one sentence.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        self.fill(self.code.message(language))
    }

    /// What would be right, in one sentence.
    #[must_use]
    pub fn help(&self, language: Language) -> String {
        self.fill(self.code.help(language))
    }

    fn fill(&self, template: &str) -> String {
        let mut excerpt: String = self.found.chars().take(EXCERPT_CHARS).collect();
        if excerpt.len() < self.found.len() {
            excerpt.push('…');
        }
        // A message is one line, and no terminal obeys it.
        let excerpt = excerpt.replace(char::is_control, "\u{fffd}");
        // Only the template is searched for places, so that braces in the texts are never taken for one.
        let parts: Vec<String> =
            template.split("{found}").map(|part| part.replace("{expected}", &self.expected)).collect();
        parts.join(&excerpt)
    }
}

/// All faults of an input, together; the error type of every door of the core.
#[derive(Clone, Debug, Default, Eq, PartialEq, thiserror::Error)]
pub struct Diagnostics(pub Vec<Diagnostic>);

impl Diagnostics {
    /// The value if nothing forbids it, else everything that was found.
    ///
    /// # Errors
    /// The diagnostics themselves, when one of them is an error.
    pub fn unless_errors<T>(self, value: T) -> Result<T, Self> {
        if self.0.iter().any(Diagnostic::is_error) { Err(self) } else { Ok(value) }
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(diagnostic: Diagnostic) -> Self {
        Self(vec![diagnostic])
    }
}

/// In English, a line for each fault, for logs; doors for people draw them in the reader's language.
impl fmt::Display for Diagnostics {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, diagnostic) in self.0.iter().enumerate() {
            let separator = if number == 0 { "" } else { "\n" };
            let place = match &diagnostic.place {
                Place::Path(path) => path.clone(),
                Place::Text { file, span } => format!("{file}[{}..{}]", span.start, span.end),
                Place::Argument(name) => name.clone(),
                Place::Cell { row: 0, column } => format!("heading {column}"),
                Place::Cell { row, column } => format!("row {row}, {column}"),
            };
            let message = diagnostic.message(Language::English);
            write!(
                out,
                "{separator}{} at {place}: {message}; {}",
                diagnostic.code,
                diagnostic.help(Language::English)
            )?;
        }
        Ok(())
    }
}
