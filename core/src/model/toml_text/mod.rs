//! A TOML text's root table, once a look at its depth has shown that it is safe to parse.

mod depth;

use super::input::{excerpt, too_deep};
use crate::error::{Code, Diagnostic, Diagnostics};
use crate::source::Span;
use toml::de::DeTable;

/// The root table of a text, with the place of everything in it.
pub(super) fn root<'t>(file: &str, text: &'t str) -> Result<DeTable<'t>, Diagnostics> {
    if let Some(at) = depth::first_too_deep(text) {
        return Err(too_deep(file, at).into());
    }
    DeTable::parse(text).map(toml::Spanned::into_inner).map_err(|fault| {
        let at = fault.span().unwrap_or(text.len()..text.len());
        let (found, first) = excerpt(text, at.start);
        let span = Span::new(first.start, first.end.max(at.end));
        Diagnostic::in_text(Code::InvalidToml, file, span, found, fault.message()).into()
    })
}
