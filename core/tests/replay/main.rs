//! Recorded answers asked again: the law, the case and the record of `tests/replay/`, which nobody edits.
#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod example;
mod facts;
mod pinned;
mod record;
mod refused;
mod rules;
mod words;
