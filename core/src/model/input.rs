//! What every text must keep before anything reads it: its size, its encoding, its depth.

use crate::error::{Code, Diagnostic, Diagnostics};
use crate::limits::{CASE_BYTES, CASE_LEVELS};
use crate::source::Span;

/// The text of an input that is neither too large nor anything but UTF-8.
pub(super) fn text(bytes: &[u8]) -> Result<&str, Diagnostics> {
    if bytes.len() > CASE_BYTES {
        let (found, expected) = (bytes.len().to_string(), CASE_BYTES.to_string());
        return Err(Diagnostic::in_case(Code::TooLarge, "", found, expected).into());
    }
    std::str::from_utf8(bytes).map_err(|fault| {
        let at = fault.valid_up_to();
        // People count bytes from 1, spans from 0.
        let found = (at + 1).to_string();
        Diagnostic::in_text(Code::InvalidUtf8, "", Span::new(at, at + 1), found, "").into()
    })
}

/// A text that nests too deep, at the bracket that goes too far.
pub(super) fn too_deep(file: &str, at: usize) -> Diagnostic {
    let depth = CASE_LEVELS;
    Diagnostic::in_text(Code::TooDeep, file, Span::new(at, at + 1), (depth + 1).to_string(), depth.to_string())
}

/// What stands at a byte, to the end of its line but no more than a message needs; and its first character's span.
pub(super) fn excerpt(text: &str, at: usize) -> (String, Span) {
    const EXCERPT_CHARS: usize = 20;
    let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    let rest = text.get(at..).unwrap_or_default();
    let Some(first) = rest.chars().next() else { return ("EOF".to_owned(), Span::new(at, at)) };
    let shown: String = rest.chars().take(EXCERPT_CHARS).take_while(|character| !character.is_control()).collect();
    let shown = if shown.is_empty() { first.escape_default().to_string() } else { shown };
    (shown, Span::new(at, at + first.len_utf8()))
}
