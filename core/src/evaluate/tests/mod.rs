//! Evaluation against itself: lanes, slices, completions, columns.

mod alone;
mod calendar;
mod conjunctions;
mod endless;
mod entry;
mod few_values;
mod firsts;
mod guards;
mod kinds;
mod lanes;

mod long_limits;
mod lookups;
mod many;
mod needs;
mod nought;
mod one_day;
mod records;
mod unknowns;
mod versions;
mod whole_months;
mod windows;
mod years;

use crate::{Pack, Rules};

/// The published law.
fn law() -> Rules {
    Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).unwrap()
}
