//! `tuoyu assess ROSTER.csv`: answers worked out by hand from the law.
#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod equal;
mod folder;
mod forms;
mod refused;
mod summary;
mod table;
