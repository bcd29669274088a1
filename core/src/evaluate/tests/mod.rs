//! Evaluation against itself: lanes, slices, completions, columns.

mod calendar;
mod columns;
mod lanes;
mod unknowns;
mod windows;

use crate::{Pack, Rules};

/// The published law.
fn law() -> Rules {
    Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).unwrap()
}
