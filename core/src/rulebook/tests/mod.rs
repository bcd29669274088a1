//! Tests of the rulebook's types, one file for each thought.

mod routes;

use super::Rulebook;
use crate::Pack;
use std::sync::LazyLock;

/// The checked law that is published.
fn book() -> &'static Rulebook {
    static BOOK: LazyLock<Rulebook> =
        LazyLock::new(|| Pack::new(tuoyu_rules::jining().iter().copied()).check().plan.unwrap().book);
    &BOOK
}
