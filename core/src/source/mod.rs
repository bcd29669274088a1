//! Where things stand: texts, spans in them, citations of law, how sure a source is, words in two languages.
//!
//! A leaf: it imports no other folder.

mod citation;
mod hexadecimal;
mod text;
mod words;

pub use citation::{Citation, Standing};
pub use hexadecimal::hexadecimal;
pub use text::{Position, SourceText, Span};
pub use words::{Language, Words};

#[cfg(test)]
mod tests;
