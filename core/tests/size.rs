//! A case may hold as many things as sums were proved for, and no more.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use tuoyu::limits::THINGS;
use tuoyu::model::{Facts, Instance};
use tuoyu::{Ask, Rules};

/// A case of so many institutions of which nothing is stated.
fn institutions(rules: &Rules, count: usize) -> Facts {
    let thing = rules.vocabulary().thing("institution").unwrap();
    let one = Instance { thing, holder: None, name: String::new(), path: String::new(), facts: Vec::new() };
    Facts { instances: vec![one; count] }
}

#[test]
fn a_million_institutions_are_the_most_that_are_summed_over() {
    let rules = Rules::from_pack(&tuoyu::Pack::new(tuoyu_rules::jining().iter().copied())).unwrap();
    let ask = Ask::window("2026-01", "2026-01").rule("jining/responsible");
    let refused = |count: usize| {
        let told = rules.assess(&institutions(&rules, count), &ask).err()?;
        let one = told.0.first()?;
        Some((one.code.id(), one.found.clone(), one.expected.clone()))
    };
    assert_eq!(THINGS, 1_000_000);
    assert_eq!(refused(1_000_000), None);
    assert_eq!(refused(1_000_001), Some(("number-too-large", "1000001".to_owned(), "1000000".to_owned())));
}
