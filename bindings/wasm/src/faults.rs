//! Faults as the JSON that JavaScript reads.

use serde_json::{Value, json};
use tuoyu::error::{Diagnostic, Diagnostics, Place};
use tuoyu::source::Language;

/// A list of faults, in their order.
pub fn json(found: &Diagnostics) -> String {
    tuoyu::explain::json(&found.0.iter().map(fault).collect::<Vec<_>>())
}

fn fault(one: &Diagnostic) -> Value {
    let mut told = json!({
        "code": one.code.id(),
        "path": "",
        "found": one.found,
        "expected": one.expected,
        "message": words(|language| one.message(language)),
        "help": words(|language| one.help(language)),
    });
    let places = match &one.place {
        Place::Path(path) => [("path", json!(path)), ("argument", json!("case"))],
        Place::Text { span, .. } => [("span", json!([span.start, span.end])), ("argument", json!("case"))],
        // No door of JavaScript takes rows.
        Place::Cell { column, .. } => [("path", json!(column)), ("argument", json!("rows"))],
        Place::Argument(name) => [("path", json!(name)), ("argument", json!(name))],
    };
    if let Some(members) = told.as_object_mut() {
        members.extend(places.map(|(name, value)| (name.to_owned(), value)));
    }
    told
}

fn words(text: impl Fn(Language) -> String) -> Value {
    json!({ "zh": text(Language::Chinese), "en": text(Language::English) })
}
