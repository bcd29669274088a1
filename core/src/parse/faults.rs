//! The faults of one file, gathered while the reading goes on.

use crate::error::{Code, Diagnostic, nearest};
use crate::limits::FAULTS;
use crate::source::{SourceText, Span};

/// What a fault says it found where a line ends too early.
pub(super) const END_OF_LINE: &str = "end of line";

/// A fault is in the list already: the reader goes on at the next row or line.
#[derive(Debug)]
pub(super) struct Reported;

/// The faults found so far.
pub(super) struct Faults<'a> {
    source: &'a SourceText,
    list: Vec<Diagnostic>,
}

impl<'a> Faults<'a> {
    pub(super) const fn new(source: &'a SourceText) -> Self {
        Self { source, list: Vec::new() }
    }

    /// A fault that shows what stands at its place.
    pub(super) fn at(&mut self, code: Code, span: Span, expected: impl Into<String>) -> Reported {
        let found = self.source.text.get(span.start..span.end).unwrap_or_default();
        self.add(code, span, found, expected)
    }

    /// A fault that says in other words what it found.
    pub(super) fn add(&mut self, code: Code, span: Span, found: &str, expected: impl Into<String>) -> Reported {
        if self.list.len() < FAULTS {
            self.list.push(Diagnostic::in_text(code, self.source.name.as_str(), span, found, expected));
        }
        Reported
    }

    /// A line that ends where something is still needed.
    pub(super) fn ends_early(&mut self, end: usize, expected: impl Into<String>) -> Reported {
        self.add(Code::Syntax, Span::new(end, end), END_OF_LINE, expected)
    }

    /// The faults, each with the byte that it begins at.
    pub(super) fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.list.sort_by_key(|fault| match &fault.place {
            crate::error::Place::Text { span, .. } => span.start,
            _ => 0,
        });
        self.list
    }
}

/// The candidates for a message: the likeliest first, then the others in their own order.
pub(super) fn nearest_first<'a>(word: &str, candidates: impl Iterator<Item = &'a str> + Clone) -> String {
    // One character is near to every other one: that says nothing of what was meant.
    let likeliest = nearest(word, candidates.clone()).filter(|_| word.chars().nth(1).is_some());
    let others = candidates.filter(|candidate| Some(*candidate) != likeliest);
    likeliest.into_iter().chain(others).collect::<Vec<_>>().join(", ")
}
