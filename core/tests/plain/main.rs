//! Cases as plain structs: they are the vocabulary, and they mean what the same case means in JSON and TOML.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod added;
mod contract;
mod examples;
mod faults;
mod filled;
mod jurisdiction;
mod vocabulary;

use std::sync::LazyLock;
use tuoyu::value::{Date, Decimal};
use tuoyu::{Pack, Rules};

fn rules() -> &'static Rules {
    static RULES: LazyLock<Rules> =
        LazyLock::new(|| Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).unwrap());
    &RULES
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}
