//! Citations of law and how sure they are.

use std::fmt;

/// How sure a source is, weakest first, so that the weakest of several is their minimum.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, serde::Deserialize, serde::Serialize)]
pub enum Standing {
    /// General knowledge; no text was read.
    FromMemory,
    /// A report, a read-out or a translation states it; the document itself was not read.
    VerifiedSecondary,
    /// The document's own words were read.
    VerifiedPrimary,
    /// The words stand in the notice that the pack is about.
    Seed,
}

impl Standing {
    /// Every word that a pack may write, weakest first.
    pub const ALL: [Self; 4] = [Self::FromMemory, Self::VerifiedSecondary, Self::VerifiedPrimary, Self::Seed];

    /// The word that packs and outcomes carry.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::FromMemory => "from-memory",
            Self::VerifiedSecondary => "verified-secondary",
            Self::VerifiedPrimary => "verified-primary",
            Self::Seed => "seed",
        }
    }

    /// The standing of a word, if it is one.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.id() == word)
    }
}

impl fmt::Display for Standing {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.id())
    }
}

/// The sentences of law that a rule rests on; it is where the rule stands and is never typed by hand.
#[derive(Clone, Debug, Eq, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct Citation {
    /// The document's number, such as `济政办字〔2025〕15号`.
    pub document: String,
    /// The path of number marks, such as `二（五）13③`; empty for text outside every mark.
    pub clause: String,
    /// The sentences, as they stand.
    pub quote: String,
    /// How sure the document is.
    pub standing: Standing,
}
