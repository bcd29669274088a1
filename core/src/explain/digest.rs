//! Digests of what went in and what came out, and the JSON text of a report.

use super::canonical::{Canonical, Text};
use serde::Serialize;

/// SHA-256 of canonical JSON.
pub(crate) fn digest(value: &impl Canonical) -> String {
    Text::default().digest(value)
}

/// The JSON text of a report, its members as they stand.
#[must_use]
pub fn json(value: &impl Serialize) -> String {
    // Reports are made of texts, numbers and lists alone, so they always have a JSON text.
    serde_json::to_string(value).unwrap_or_else(|_| "null".to_owned())
}
