//! Any text as a document of a pack: parsed and checked, with diagnostics or without.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tuoyu::Pack;

fuzz_target!(|text: &str| {
    let vocabulary = tuoyu_rules::jining().iter().filter(|(name, _)| *name == "vocabulary.toml").copied();
    let checked = Pack::new(vocabulary.chain([("fuzz/text.md", text)])).check();
    let usable = checked.plan.is_some();
    let wrong = checked.diagnostics.iter().any(tuoyu::error::Diagnostic::is_error);
    assert_eq!(usable, !wrong, "a pack is usable unless something is wrong with it");
});
