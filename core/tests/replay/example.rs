//! The example, whole or with a change.

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use tuoyu::check::lock_of;
use tuoyu::replay::{Differs, Recorded, Replay};
use tuoyu::rulebook::SEMANTICS;
use tuoyu::{Pack, Rules};

/// How an answer is recorded when semantics or the format was raised.
pub const RECORD: &str = "tuoyu assess tests/replay/case.json --pack tests/replay/pack --from 2026-01 --to 2026-12 --json -o tests/replay/semantics-N.json";

const DOCUMENT: &str = "example/measures.md";

pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/replay")
}

pub fn read(name: &str) -> String {
    fs::read_to_string(folder().join(name)).unwrap()
}

/// The assessment that was recorded.
pub fn kept() -> Value {
    serde_json::from_str(&kept_text()).unwrap()
}

/// The same as it stands in its file.
pub fn kept_text() -> String {
    let name = format!("semantics-{SEMANTICS}.json");
    assert!(folder().join(&name).exists(), "nothing was recorded for semantics {SEMANTICS}: {RECORD}");
    read(&name)
}

/// A text with one part replaced, which stands there once.
pub fn replaced(text: &str, from: &str, to: &str) -> String {
    assert_eq!(text.matches(from).count(), 1, "{from}");
    text.replace(from, to)
}

/// The rules, with parts of the document replaced and the lock of its law renewed.
pub fn rules(changes: &[(&str, &str)]) -> Rules {
    let mut document = read(&format!("pack/{DOCUMENT}"));
    for (from, to) in changes {
        document = replaced(&document, from, to);
    }
    let law: String = document.lines().filter_map(|line| line.strip_prefix("> ")).collect();
    let old = document.split("sha256:").nth(1).unwrap().lines().next().unwrap().to_owned();
    let document = document.replace(&old, &lock_of(&law));
    let vocabulary = read("pack/vocabulary.toml");
    Rules::from_pack(&Pack::new([("vocabulary.toml", vocabulary.as_str()), (DOCUMENT, document.as_str())])).unwrap()
}

/// A record replayed by rules, with parts of the case replaced.
pub fn replay_by(rules: &Rules, record: &Value, changes: &[(&str, &str)]) -> Replay {
    let mut case = read("case.json");
    for (from, to) in changes {
        case = replaced(&case, from, to);
    }
    rules.replay(&Recorded::of(record).unwrap(), &rules.read_json(case.as_bytes()).unwrap()).unwrap()
}

/// A record replayed by the rules as they are, with parts of the case replaced.
pub fn replay(record: &Value, changes: &[(&str, &str)]) -> Replay {
    replay_by(&rules(&[]), record, changes)
}

/// What differs, each with its name.
pub fn named(replay: &Replay) -> Vec<(Differs, &str)> {
    replay.differences.iter().map(|one| (one.what, one.name.as_deref().unwrap_or_default())).collect()
}

/// What differs, in English.
pub fn english(replay: &Replay) -> Vec<&str> {
    replay.differences.iter().map(|one| one.words.en.as_str()).collect()
}
