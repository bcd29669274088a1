//! Trees of reasons and questions for the worked examples of the contract (§6), with lines written by hand.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

mod example;
mod figures;
mod kinds;
mod questions;
mod refusals;
mod shapes;
mod trees;
