//! Choices out of bytes.

use arbitrary::Unstructured;

/// What draws choices from bytes, and never fails: without bytes every choice is the first.
pub(crate) struct Draw<'d, 'b> {
    bytes: &'d mut Unstructured<'b>,
}

impl<'d, 'b> Draw<'d, 'b> {
    pub(crate) const fn new(bytes: &'d mut Unstructured<'b>) -> Self {
        Self { bytes }
    }

    /// A whole number between two, both included; the first where the second lies below it.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        if high <= low { low } else { self.bytes.int_in_range(low..=high).unwrap_or(low) }
    }

    /// A place in a list of so many.
    pub(crate) fn below(&mut self, length: usize) -> usize {
        let last = i64::try_from(length).unwrap_or(i64::MAX).saturating_sub(1);
        usize::try_from(self.between(0, last)).unwrap_or_default()
    }

    /// Yes in so many of a hundred; no where the bytes have run out.
    pub(crate) fn chance(&mut self, percent: i64) -> bool {
        self.between(0, 99) >= 100 - percent
    }

    /// One of a list.
    pub(crate) fn pick<'t, T>(&mut self, items: &'t [T]) -> Option<&'t T> {
        let place = self.below(items.len());
        items.get(place)
    }

    /// One of some words.
    pub(crate) fn word(&mut self, words: &[&'static str]) -> &'static str {
        self.pick(words).copied().unwrap_or_default()
    }

    /// Whether no byte is left.
    pub(crate) fn is_spent(&self) -> bool {
        self.bytes.is_empty()
    }
}
