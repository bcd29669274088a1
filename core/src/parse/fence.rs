//! Fenced blocks: where they begin and end, and what word they carry.

use super::lines::TextLine;
use super::pieces::{law_of, stated_of};
use super::syntax::{NoneBlock, Spanned};

const FENCE: &str = "```";

/// The blocks that a document may hold.
pub(super) const WORDS: [&str; 4] = ["rule", "none", "document", CASE];
/// The word of an example.
pub(super) const CASE: &str = "case";
/// The word of a fence that is prose.
pub(super) const PROSE: &str = "text";

/// An opening line.
#[derive(Clone, Copy)]
pub(super) struct Fence<'a> {
    /// The whole line.
    pub(super) line: TextLine<'a>,
    /// The word after the back-ticks; empty for prose.
    pub(super) word: TextLine<'a>,
    /// What follows the word.
    pub(super) rest: TextLine<'a>,
}

/// What stands between an opening line and its end.
pub(super) struct Body<'l, 'a> {
    /// The lines.
    pub(super) lines: &'l [TextLine<'a>],
    /// The closing line, if there is one.
    pub(super) close: Option<TextLine<'a>>,
    /// The lines after the block.
    pub(super) after: &'l [TextLine<'a>],
}

/// The fence that a line opens.
pub(super) fn opening(line: TextLine<'_>) -> Option<Fence<'_>> {
    let (word, rest) = line.after(FENCE)?.split_word();
    Some(Fence { line, word, rest })
}

/// The lines up to the closing one. A fence that opens another block is taken for a sign that the close
/// was forgotten; so is a line of law, in blocks that can hold none.
pub(super) fn body<'l, 'a>(lines: &'l [TextLine<'a>], may_hold_law: bool) -> Body<'l, 'a> {
    let ends = |line: &TextLine<'a>| {
        line.text.starts_with(FENCE) || (!may_hold_law && (law_of(*line).is_some() || stated_of(*line).is_some()))
    };
    let length = lines.iter().position(ends).unwrap_or(lines.len());
    let (inside, after) = lines.split_at_checked(length).unwrap_or((lines, &[]));
    match after.split_first() {
        Some((close, rest)) if close.text.trim_end() == FENCE => {
            Body { lines: inside, close: Some(*close), after: rest }
        }
        _ => Body { lines: inside, close: None, after },
    }
}

/// Reads a `none` block. Its word stands on the fence or begins the body; one that has none carries an
/// empty word, which is in no list of reasons.
pub(super) fn none(fence: Fence<'_>, lines: &[TextLine<'_>]) -> NoneBlock {
    let mut lines = lines.iter().map(|line| line.trimmed()).filter(|line| !line.text.is_empty());
    let head = if fence.rest.text.is_empty() { lines.next().unwrap_or(fence.rest) } else { fence.rest };
    let (word, first) = head.split_word();
    let note: Vec<&str> = std::iter::once(first).chain(lines).map(|line| line.text).collect();
    let note = note.join("\n").trim().to_owned();
    NoneBlock { word: Spanned { node: word.text.to_owned(), span: word.span() }, note }
}
