//! Rows of a roster: headings, cells, and answers that equal those of single cases.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

mod cells;
mod every;
mod headings;
mod house;
mod kept;
mod made;
mod rules;
mod same;
mod typed;
