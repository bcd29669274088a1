//! Any bytes as a case, or a case made from them: refused with diagnostics, or read, assessed and explained.

#![no_main]

use arbitrary::Unstructured;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use tuoyu::{Ask, Pack, Rules};

static RULES: LazyLock<Option<Rules>> =
    LazyLock::new(|| Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).ok());

fuzz_target!(|bytes: &[u8]| {
    let Some(rules) = RULES.as_ref() else { return };
    // The first byte says what the others are. Text begins with none of these.
    let (ask, text) = match bytes.split_first() {
        Some((kind @ (0 | 1), bytes)) => {
            let mut bytes = Unstructured::new(bytes);
            let ask = tuoyu_generate::ask(&mut bytes, rules);
            let make = if *kind == 0 { tuoyu_generate::case } else { tuoyu_generate::spoilt_case };
            (ask, make(&mut bytes, rules.vocabulary()).into_bytes())
        }
        _ => (Ask::window("2025-06", "2026-12"), bytes.to_vec()),
    };
    let Ok(case) = rules.read_json(&text) else { return };
    let answer = rules.assess(&case, &ask);
    assert!(answer.is_ok(), "a case that reads is assessed");
    for outcome in answer.iter().flat_map(|answer| &answer.outcomes) {
        assert!(rules.explain(outcome).is_ok(), "every outcome is explained");
    }
});
