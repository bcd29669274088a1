//! How sure a source is.

use crate::source::{Standing, hexadecimal};

#[test]
fn standings_are_the_contracts_words_from_weak_to_strong() {
    let words = Standing::ALL.map(Standing::id);
    assert_eq!(words, ["from-memory", "verified-secondary", "verified-primary", "seed"]);
    assert!(Standing::ALL.windows(2).all(|pair| pair[0] < pair[1]));
    assert_eq!(Standing::ALL.into_iter().min(), Some(Standing::FromMemory), "the weakest of several is their minimum");
}

#[test]
fn a_standing_is_read_from_its_own_word_alone() {
    for standing in Standing::ALL {
        assert_eq!(Standing::parse(standing.id()), Some(standing));
        assert_eq!(standing.to_string(), standing.id());
    }
    for wrong in ["", "Seed", "seed ", "verified", "memory"] {
        assert_eq!(Standing::parse(wrong), None, "{wrong:?}");
    }
}

#[test]
fn bytes_are_two_digits_each() {
    assert_eq!(hexadecimal(&[]), "");
    assert_eq!(hexadecimal(&[0, 9, 16, 255]), "000910ff");
}
