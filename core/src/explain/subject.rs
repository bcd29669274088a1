//! The outcomes of one subject.

use super::assessment::Assessment;
use super::outcome::OutcomeReport;
use crate::error::{Code, Diagnostic, Diagnostics, nearest};

/// The most subjects that are all listed.
const MOST_LISTED: usize = 12;

impl Assessment {
    /// The outcomes of a subject, in order; of every subject where none is named.
    ///
    /// # Errors
    /// `unknown-subject` where no outcome is about it, with the subjects that there are; where they are many, the nearest one.
    pub fn about(&self, subject: Option<&str>) -> Result<Vec<&OutcomeReport>, Diagnostics> {
        let asked = |outcome: &&OutcomeReport| subject.is_none_or(|subject| outcome.subject == subject);
        let found: Vec<&OutcomeReport> = self.outcomes.iter().filter(asked).collect();
        match subject {
            Some(subject) if found.is_empty() => Err(self.unknown(subject).into()),
            _ => Ok(found),
        }
    }

    fn unknown(&self, subject: &str) -> Diagnostic {
        let mut known: Vec<&str> = self.outcomes.iter().map(|outcome| outcome.subject.as_str()).collect();
        known.dedup();
        // Ids are often so short that any is near to any other; a few are better listed.
        let meant = if known.len() <= MOST_LISTED { None } else { nearest(subject, known.iter().copied()) };
        let expected = meant.map_or_else(|| known.join(", "), str::to_owned);
        Diagnostic::in_argument(Code::UnknownSubject, "subject", subject, expected)
    }
}
