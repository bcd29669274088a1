//! The limits, and that what stays within them takes time in proportion to its size.
#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod cases;
mod documentation;
mod made;
mod packs;
mod probe;
mod rules;
mod stack;
mod time;

use std::collections::BTreeSet;
use tuoyu::limits::ALL;

/// Every limit has a test that stands at it and goes one further.
#[test]
fn no_limit_without_a_test() {
    let all: BTreeSet<&str> = ALL.iter().map(|limit| limit.name).collect();
    let tested: BTreeSet<&str> = [packs::TESTED, rules::TESTED, cases::TESTED].concat().into_iter().collect();
    assert_eq!(tested, all);
    assert_eq!(ALL.len(), all.len(), "each name once");
}
