//! `tuoyu schema` prints what stands in `tests/schema`. When a schema is meant to change, write its file anew:
//! `cargo run -q -- schema case > tests/schema/case.json`, and read the difference.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn run(arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tuoyu"));
    let Output { status, stdout, stderr } = command.current_dir(top()).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code().unwrap(), text(stdout), text(stderr))
}

#[test]
fn every_schema_is_the_one_that_is_published() {
    let mut differ = Vec::new();
    for what in ["case", "row", "outcome", "pack"] {
        let (status, printed, told) = run(&["schema", what]);
        assert_eq!((status, told.as_str()), (0, ""));
        let file = format!("tests/schema/{what}.json");
        if fs::read_to_string(top().join(&file)).ok() != Some(printed) {
            differ.push(format!("cargo run -q -- schema {what} > {file}"));
        }
    }
    assert!(differ.is_empty(), "if these are meant to differ:\n{}", differ.join("\n"));
}

#[test]
fn a_pack_in_a_folder_has_its_own_vocabulary() {
    let (status, printed, _) = run(&["schema", "case", "--pack", "rules-data"]);
    assert_eq!((status, printed), (0, run(&["schema", "case"]).1));
    let folder = std::env::temp_dir().join(format!("tuoyu-schema-{}", std::process::id()));
    for (name, text) in tuoyu_rules::jining() {
        fs::create_dir_all(folder.join(name).parent().unwrap()).unwrap();
        fs::write(folder.join(name), text.replacen("maximum = \"20\"", "maximum = \"7\"", 1)).unwrap();
    }
    let (status, printed, told) = run(&["schema", "case", "--pack", &folder.to_string_lossy()]);
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!((status, told.as_str()), (0, ""));
    let case: serde_json::Value = serde_json::from_str(&printed).unwrap();
    let order = case.pointer("/$defs/child/properties/birth_order/maximum").unwrap();
    assert_eq!(*order, 7);
}

#[test]
fn a_pack_that_cannot_be_used_has_no_schema() {
    let (status, printed, told) = run(&["schema", "case", "--pack", "no-such-folder", "--lang", "en"]);
    assert_eq!((status, printed.as_str()), (2, ""));
    assert!(told.contains("unreadable-file") && told.contains("no-such-folder"), "{told}");
    // What it is of must be said, and is one of four.
    assert_eq!(run(&["schema"]).0, 2);
    let (status, _, told) = run(&["schema", "receipt"]);
    assert!(status == 2 && ["case", "row", "outcome", "pack"].iter().all(|what| told.contains(what)), "{told}");
}
