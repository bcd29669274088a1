//! Tests of compiled packs, one file for each thought.

mod header;
mod mutated;
mod sound;
mod stored;

use super::{Packed, read, write};
use crate::Pack;
use crate::error::Diagnostics;
use std::sync::LazyLock;

/// The published law.
fn published() -> &'static Packed {
    static PACKED: LazyLock<Packed> = LazyLock::new(|| {
        let bytes = Pack::new(tuoyu_rules::jining().iter().copied()).compile().unwrap();
        read(&bytes).unwrap().0
    });
    &PACKED
}

/// The published law as bytes.
fn bytes() -> &'static [u8] {
    static BYTES: LazyLock<Vec<u8>> = LazyLock::new(|| write(published()).0);
    &BYTES
}

/// Each fault as its code, what was found and what would be right.
fn told(Diagnostics(faults): &Diagnostics) -> Vec<(&'static str, &str, &str)> {
    faults.iter().map(|fault| (fault.code.id(), fault.found.as_str(), fault.expected.as_str())).collect()
}
