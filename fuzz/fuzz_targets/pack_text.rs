//! Any text as a document of a pack, or a made pack with a change: checked, with diagnostics or without.

#![no_main]

use arbitrary::Unstructured;
use libfuzzer_sys::fuzz_target;
use tuoyu::Pack;

/// A small vocabulary, so that its reading does not take most of the time: one thing of each shape, a fact of each type.
const VOCABULARY: &str = include_str!("../vocabulary.toml");

fuzz_target!(|bytes: &[u8]| {
    // The first byte says what the others are. Text begins with none of these.
    let files = match bytes.split_first() {
        Some((0, bytes)) => tuoyu_generate::pack(&mut Unstructured::new(bytes)),
        Some((1, bytes)) => tuoyu_generate::spoilt_pack(&mut Unstructured::new(bytes)),
        _ => {
            let Ok(text) = std::str::from_utf8(bytes) else { return };
            let (vocabulary, document) = ("vocabulary.toml".to_owned(), "fuzz/text.md".to_owned());
            vec![(vocabulary, VOCABULARY.to_owned()), (document, text.to_owned())]
        }
    };
    let checked = Pack::new(files.iter().map(|(name, text)| (name.as_str(), text.as_str()))).check();
    let usable = checked.plan.is_some();
    let wrong = checked.diagnostics.iter().any(tuoyu::error::Diagnostic::is_error);
    assert_eq!(usable, !wrong, "a pack is usable unless something is wrong with it");
});
