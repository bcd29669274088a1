//! text → [`Document`]: the scanner of literate documents and the grammar of the rule language.
//!
//! Imports only the leaves. Nothing here knows which facts, things or rules exist; that is the
//! checker's. Everything that was written keeps its span, so that a later phase can point at the character.
//!
//! From the outside in: `scan` walks through the lines of a document and knows `pieces` of law with their
//! `clause` path, and blocks in a `fence`. A block's lines become `token`s, which a `cursor` reads: `header`
//! the data of the document, `rule` the rules with their `keyword`s, `rows` and tables, `expression` and
//! `literal` what is computed, `ways` the steps of procedures and the answers of lookups, `items` those of quantities; `case` the examples.

mod case;
mod clause;
mod cursor;
mod expression;
mod faults;
mod fence;
mod header;
mod items;
mod keyword;
mod lines;
mod literal;
mod pieces;
mod rows;
mod rule;
mod scan;
mod syntax;
mod token;
mod ways;

pub use case::{CaseBlock, CaseFact, CaseReading, Expectation};
pub use header::NO_LOCK;
pub(crate) use literal::WORKDAYS;
pub use scan::{Examples, document, examples};
pub use syntax::{
    Answer, BinaryOperator, Block, BlockKind, Document, DocumentBlock, Expression, ExpressionKind, Item, Kind,
    LAYER_SEPARATOR, Line, LineBody, Literal, NoneBlock, Piece, Rate, Row, RowKey, RuleSyntax, Selector, Spanned,
    Stated, Step, Way, WordsRow,
};

#[cfg(test)]
mod tests;
