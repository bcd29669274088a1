//! Where rules and numbers stand in the law.

use crate::source::{Citation, Standing};

/// One piece of a sentence of law.
#[derive(Clone, Debug, Eq, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct Piece {
    /// The path of number marks that it stands under, such as `二（五）13③`.
    pub clause: String,
    /// The words; those of a statement say whose they are.
    pub text: String,
    /// How sure a statement is that stands for a text which was not read; none for the law's own words, which are as
    /// sure as their instrument.
    pub standing: Option<Standing>,
}

/// Where something stands. The law's text is carried once, by its instrument; everything else points there.
#[derive(Clone, Debug, Eq, PartialEq, serde::Deserialize, serde::Serialize)]
pub enum Origin {
    /// In the law of this pack.
    Law {
        /// The place of the instrument.
        document: usize,
        /// The places of the pieces in it.
        pieces: Vec<usize>,
    },
    /// In another text, which a rule names.
    Elsewhere(Citation),
}
