//! text → [`Document`]: the scanner of literate documents and the grammar of the rule language.
//!
//! Imports only the leaves. Nothing here knows which facts, things or rules exist; that is the
//! checker's. Everything that was written keeps its span, so that a later phase can point at the character.

mod blocks;
mod clause;
mod expression;
mod pieces;
mod rows;
mod rule;
mod scan;
mod syntax;
mod token;
#[cfg(feature = "authoring")]
mod vocabulary;

pub use scan::document;
pub use syntax::{
    BinaryOperator, Block, BlockKind, DocumentBlock, Document, Expression, ExpressionKind, Kind, Line, LineBody, Literal, NoneBlock, Period, Piece, Rate, Row, RowKey, RuleSyntax, Selector, Spanned, LAYER_SEPARATOR,
};

#[cfg(test)]
mod tests;
