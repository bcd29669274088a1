//! No code without a test that provokes it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use tuoyu::error::Code;

/// Where the tests of wrong inputs stand, and no others.
const PLACES: [&str; 7] = [
    "core/tests/replay",
    "core/tests/wrong_packs",
    "core/src/parse/tests",
    "core/src/model/tests",
    "core/src/packed/tests",
    "core/tests/explain",
    "bindings/cli/tests/wrong_input",
];

/// Codes that no test provokes, each with its reason.
const EXCEPTIONS: [(Code, &str); 0] = [];

fn texts(folder: &Path, out: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path: PathBuf = entry.unwrap().path();
        if path.is_dir() {
            texts(&path, out);
        } else if path.extension().is_some_and(|kind| kind == "rs") && !path.ends_with("codes.rs") {
            out.push(fs::read_to_string(&path).unwrap());
        }
    }
}

/// Whether an expectation begins with the code: `"unknown-fact [`, `"unknown-fact 3:`, `"unknown-fact {`.
fn expects(text: &str, code: Code) -> bool {
    let id = code.id();
    text.match_indices(id).any(|(at, _)| {
        let (before, after) = (text.get(..at).unwrap(), text.get(at + id.len()..).unwrap());
        before.ends_with(['"', '[']) && after.starts_with([' ', ']', '"'])
    })
}

#[test]
fn every_code_is_expected_by_a_test_or_excused_by_name() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut all = Vec::new();
    for place in PLACES {
        texts(&root.join(place), &mut all);
    }
    let untested: BTreeSet<Code> =
        Code::ALL.iter().copied().filter(|code| !all.iter().any(|text| expects(text, *code))).collect();
    let excused: BTreeSet<Code> = EXCEPTIONS.iter().map(|(code, _)| *code).collect();
    assert_eq!(untested, excused);
}
