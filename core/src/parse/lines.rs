//! A text as lines that know where they stand.

use crate::source::Span;

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// One line without its end.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct TextLine<'a> {
    /// The first byte.
    pub(super) start: usize,
    /// The line.
    pub(super) text: &'a str,
}

impl<'a> TextLine<'a> {
    pub(super) const fn span(self) -> Span {
        Span::new(self.start, self.start + self.text.len())
    }

    /// Without white space on both sides.
    pub(super) fn trimmed(self) -> Self {
        let tail = self.text.trim_start();
        Self { start: self.start + self.text.len() - tail.len(), text: tail.trim_end() }
    }

    /// What stands after a prefix.
    pub(super) fn after(self, prefix: &str) -> Option<Self> {
        let text = self.text.strip_prefix(prefix)?;
        Some(Self { start: self.start + prefix.len(), text })
    }

    /// The first word, and what follows it; both trimmed.
    pub(super) fn split_word(self) -> (Self, Self) {
        let line = self.trimmed();
        let length = line.text.find(char::is_whitespace).unwrap_or(line.text.len());
        let (word, rest) = line.text.split_at_checked(length).unwrap_or((line.text, ""));
        let rest = Self { start: line.start + length, text: rest };
        (Self { start: line.start, text: word }, rest.trimmed())
    }
}

/// The lines of a text; ends of both kinds are taken, and a byte order mark is no part of the first line.
pub(super) fn lines(text: &str) -> Vec<TextLine<'_>> {
    let body = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let mut start = text.len() - body.len();
    body.split('\n')
        .map(|raw| {
            let line = TextLine { start, text: raw.strip_suffix('\r').unwrap_or(raw) };
            start += raw.len() + 1;
            line
        })
        .collect()
}
