//! What is wrong with a case, in the order of its text.

use crate::error::{Code, Diagnostic, Diagnostics, nearest};
use crate::limits::FAULTS;

/// Names longer than this are no misspelling of anything known.
const LONGEST_NAME: usize = 64;

/// The faults so far, each with the byte at which it stands.
#[derive(Default)]
pub(super) struct Report(Vec<(usize, Diagnostic)>);

impl Report {
    pub(super) fn add(
        &mut self,
        offset: usize,
        code: Code,
        path: &str,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) {
        if self.0.len() < FAULTS {
            self.0.push((offset, Diagnostic::in_case(code, path, found, expected)));
        }
    }

    /// The nearest of some names, or all; nothing once nobody will read it.
    pub(super) fn known(&self, word: &str, names: &[&str]) -> String {
        if self.0.len() >= FAULTS {
            return String::new();
        }
        meant(word, names.iter().copied()).map_or_else(|| names.join(", "), str::to_owned)
    }

    /// What was read, unless something is wrong.
    pub(super) fn finish<T>(mut self, read: T) -> Result<T, Diagnostics> {
        // Stable, so that a tree without places keeps the order in which it was read.
        self.0.sort_by_key(|(offset, _)| *offset);
        Diagnostics(self.0.into_iter().map(|(_, fault)| fault).collect()).unless_errors(read)
    }
}

/// The name that was most likely meant, of those that are not much longer or shorter.
pub(super) fn meant<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let fits = |name: &&str| name.len().abs_diff(word.len()) <= LONGEST_NAME / 4;
    if word.len() > LONGEST_NAME { None } else { nearest(word, names.into_iter().filter(fits)) }
}

/// The path of a member.
pub(super) fn join(path: &str, member: &str) -> String {
    if path.is_empty() { member.to_owned() } else { format!("{path}.{member}") }
}
