//! An outcome as a tree of reasons (理由树): data for doors, and plain text.

mod bound;
mod condition;
mod conditions;
mod figures;
mod items;
mod law;
mod lines;
mod measured;
mod months;
mod read;
mod readings;
mod records;
mod root;
mod steps;
mod sum;
mod teller;
mod unknown;

pub use lines::TreeLine;
pub(super) use root::answer;
pub use root::explanation;
pub(super) use teller::Teller;

use crate::source::Words;
use serde::{Serialize, Serializer};

/// A text with what stands under it (理由).
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Tree {
    /// What the text is in the whole.
    pub part: Part,
    /// What it says of a condition, a month or the outcome; null where it says neither.
    pub mark: Mark,
    /// The text, in both languages.
    pub words: Words,
    /// What stands under it.
    pub children: Vec<Self>,
}

/// What a text of a tree is, so that a door can set it off.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// The whole answer, or a question.
    Head,
    /// The heading of a group.
    Section,
    /// A condition, a stretch of months, a reading, an answer: what the reader looks for.
    Point,
    /// What was found, and what it was held against.
    Detail,
    /// The law's own sentence.
    Law,
}

/// Whether something holds.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Mark {
    /// It holds.
    Yes,
    /// It does not.
    No,
    /// It is not settled.
    Unknown,
    /// It is settled that it is still to come: a step to be done, a target that is not yet due.
    Pending,
    /// It is nothing that holds or does not.
    None,
}

impl Mark {
    /// The sign before a text: `✓ `, `✗ `, `? `, `☐ `, or nothing.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Yes => "✓ ",
            Self::No => "✗ ",
            Self::Unknown => "? ",
            Self::Pending => "☐ ",
            Self::None => "",
        }
    }

    /// The mark of a truth that may be open.
    pub(super) const fn of(holds: Option<bool>) -> Self {
        match holds {
            Some(true) => Self::Yes,
            Some(false) => Self::No,
            None => Self::Unknown,
        }
    }

    /// The mark of a state of any kind of rule.
    pub(super) fn of_state(state: &str) -> Self {
        match state {
            "granted" | "met" | "done" | "known" => Self::Yes,
            "refused" | "breached" | "short" | "missed" => Self::No,
            "undetermined" => Self::Unknown,
            "pending" => Self::Pending,
            _ => Self::None,
        }
    }
}

/// `"yes"`, `"no"`, `"unknown"`, `"pending"` or null.
impl Serialize for Mark {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Yes => serializer.serialize_str("yes"),
            Self::No => serializer.serialize_str("no"),
            Self::Unknown => serializer.serialize_str("unknown"),
            Self::Pending => serializer.serialize_str("pending"),
            Self::None => serializer.serialize_none(),
        }
    }
}

impl Tree {
    pub(super) const fn new(part: Part, mark: Mark, words: Words, children: Vec<Self>) -> Self {
        Self { part, mark, words, children }
    }

    pub(super) const fn detail(words: Words) -> Self {
        Self::new(Part::Detail, Mark::None, words, Vec::new())
    }

    pub(super) const fn point(mark: Mark, words: Words, children: Vec<Self>) -> Self {
        Self::new(Part::Point, mark, words, children)
    }

    /// A group; none where nothing stands in it.
    pub(super) fn section(words: Words, children: Vec<Self>) -> Option<Self> {
        (!children.is_empty()).then(|| Self::new(Part::Section, Mark::None, words, children))
    }
}
