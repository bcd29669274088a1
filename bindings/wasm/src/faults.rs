//! Faults as the JSON that JavaScript reads.

use serde::Serialize;
use tuoyu::error::{Diagnostic, Diagnostics, Place};
use tuoyu::source::{Language, Words};

/// A list of faults, in their order.
pub fn json(found: &Diagnostics) -> String {
    tuoyu::explain::json(&found.0.iter().map(fault).collect::<Vec<_>>())
}

/// What `js/error.js` makes an error of.
#[derive(Serialize)]
struct Fault<'f> {
    argument: &'f str,
    code: &'static str,
    path: &'f str,
    #[serde(skip_serializing_if = "Option::is_none")]
    span: Option<[usize; 2]>,
    found: &'f str,
    expected: &'f str,
    message: Words,
    help: Words,
}

fn fault(one: &Diagnostic) -> Fault<'_> {
    let (argument, path, span) = match &one.place {
        Place::Path(path) => ("case", path.as_str(), None),
        Place::Text { span, .. } => ("case", "", Some([span.start, span.end])),
        // No door of JavaScript takes rows.
        Place::Cell { column, .. } => ("rows", column.as_str(), None),
        Place::Argument(name) => (name.as_str(), name.as_str(), None),
    };
    Fault {
        argument,
        code: one.code.id(),
        path,
        span,
        found: &one.found,
        expected: &one.expected,
        message: words(|language| one.message(language)),
        help: words(|language| one.help(language)),
    }
}

fn words(text: impl Fn(Language) -> String) -> Words {
    Words { zh: text(Language::Chinese), en: text(Language::English) }
}
