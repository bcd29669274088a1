//! Any bytes as a case: refused with diagnostics, or read and assessed.

#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use tuoyu::{Ask, Pack, Rules};

static RULES: LazyLock<Option<Rules>> =
    LazyLock::new(|| Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).ok());

fuzz_target!(|bytes: &[u8]| {
    let Some(rules) = RULES.as_ref() else { return };
    if let Ok(case) = rules.read_json(bytes) {
        let assessed = rules.assess(&case, &Ask::window("2025-06", "2026-12"));
        assert!(assessed.is_ok(), "a case that reads is assessed");
    }
});
