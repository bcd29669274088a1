//! What the properties share: bytes, the published rules, and a case with a question out of bytes.

use arbitrary::Unstructured;
use proptest::prelude::*;
use std::sync::LazyLock;
use tuoyu::error::{Diagnostics, Place};
use tuoyu::model::Facts;
use tuoyu::source::Language;
use tuoyu::{Ask, Pack, Rules};

/// The published rules.
pub static RULES: LazyLock<Rules> =
    LazyLock::new(|| Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).unwrap());

/// So many bytes, or fewer.
pub fn bytes(most: usize) -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(any::<u8>(), most / 4..most)
}

/// As many tries as fit in some seconds, or so many times more as the variable `TRIES` says; what fails is printed
/// with its bytes.
pub fn tries(cases: u32) -> ProptestConfig {
    let times = std::env::var("TRIES").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    let cases = cases.saturating_mul(times);
    ProptestConfig { cases, failure_persistence: None, max_shrink_time: 10_000, ..ProptestConfig::default() }
}

/// A question and a case of the published rules: its text, and its facts if it can be read.
pub fn posed(bytes: &[u8]) -> (Ask, String, Option<Facts>) {
    let mut bytes = Unstructured::new(bytes);
    let ask = tuoyu_generate::ask(&mut bytes, &RULES);
    let text = tuoyu_generate::case(&mut bytes, RULES.vocabulary());
    let facts = RULES.read_json(text.as_bytes()).ok();
    (ask, text, facts)
}

/// The pack of some files.
pub fn pack(files: &[(String, String)]) -> Pack {
    Pack::new(files.iter().map(|(name, text)| (name.as_str(), text.as_str())))
}

/// Every fault is told in both languages, and what stands in a text stands there.
pub fn told_well(faults: &Diagnostics, files: &[(String, String)]) -> Result<(), TestCaseError> {
    for fault in &faults.0 {
        for language in [Language::Chinese, Language::English] {
            prop_assert!(!fault.message(language).trim().is_empty(), "{fault:?}");
            prop_assert!(!fault.help(language).trim().is_empty(), "{fault:?}");
        }
        if let Place::Text { file, span } = &fault.place {
            let text = files.iter().find(|(name, _)| name == file).map(|(_, text)| text.as_str());
            prop_assert!(text.is_some_and(|text| text.get(span.start..span.end).is_some()), "{fault:?}");
        }
    }
    Ok(())
}
