//! The schemas against a validator that is not ours: what is read and what is answered fits them, what is wrong does not.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

mod answers;
mod house;
mod numbers;
mod places;
mod right_cases;
mod rows;
mod shapes;
mod wrong_cases;
