//! `tuoyu pack`, and what the other commands make of a compiled pack.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// A folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("tuoyu-pack-{}-{name}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn tuoyu<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tuoyu")).args(arguments).current_dir(root()).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// The published pack, compiled into a file.
fn compiled(folder: &Path) -> PathBuf {
    let file = folder.join("jining.tuoyu");
    let output = tuoyu([OsStr::new("pack"), "rules-data".as_ref(), "-o".as_ref(), file.as_ref()]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    file
}

const ASK: [&str; 7] = ["assess", "examples/family.json", "--from", "2026-01", "--to", "2026-12", "--json"];

#[test]
fn a_compiled_pack_answers_like_the_folder_that_it_was_made_from() {
    let folder = folder("same");
    let file = compiled(&folder);
    let of_text = tuoyu(ASK.into_iter().chain(["--pack", "rules-data"]));
    let of_bytes = tuoyu(ASK.map(OsStr::new).into_iter().chain(["--pack".as_ref(), file.as_ref()]));
    assert_eq!(of_text.status.code(), Some(0));
    assert_eq!(text(&of_text.stdout), text(&of_bytes.stdout));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_command_carries_the_pack_that_its_folder_makes() {
    let folder = folder("carried");
    let file = compiled(&folder);
    assert_eq!(tuoyu_rules::jining_compiled().unwrap(), fs::read(&file).unwrap());
    // The whole receipt: `pack_hash` and `text_hash` too.
    let built_in = tuoyu(ASK);
    assert_eq!(built_in.status.code(), Some(0));
    assert_eq!(text(&built_in.stdout), text(&tuoyu(ASK.into_iter().chain(["--pack", "rules-data"])).stdout));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_digest_that_is_printed_stands_in_every_receipt() {
    let folder = folder("digest");
    let file = folder.join("jining.tuoyu");
    let output = tuoyu([
        OsStr::new("pack"),
        "rules-data".as_ref(),
        "-o".as_ref(),
        file.as_ref(),
        "--lang".as_ref(),
        "en".as_ref(),
    ]);
    let printed = text(&output.stdout);
    let (summary, digest) = printed.trim_end().split_once("\nsha256:").unwrap();
    let bytes = fs::metadata(&file).unwrap().len();
    assert_eq!(summary, format!("jining: rules: 41, bytes: {bytes}, format 1, semantics 1"));
    let answer: serde_json::Value = serde_json::from_slice(&tuoyu(ASK).stdout).unwrap();
    assert_eq!(answer["receipt"]["pack_hash"], digest);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_pack_that_is_wrong_is_not_written() {
    let folder = folder("wrong");
    let (pack, file) = (folder.join("pack"), folder.join("out.tuoyu"));
    for (name, text) in tuoyu_rules::jining() {
        fs::create_dir_all(pack.join(name).parent().unwrap()).unwrap();
        // An example that the law answers otherwise.
        fs::write(
            pack.join(name),
            text.replacen("operating-subsidy granted 500.00", "operating-subsidy granted 500.01", 1),
        )
        .unwrap();
    }
    let output = tuoyu([OsStr::new("pack"), pack.as_ref(), "-o".as_ref(), file.as_ref()]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), String::new()));
    assert!(text(&output.stderr).contains("case-differs"), "{}", text(&output.stderr));
    assert!(!file.exists());
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_changed_byte_of_a_compiled_pack_is_found() {
    let folder = folder("changed");
    let file = compiled(&folder);
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&file, bytes).unwrap();
    let output = tuoyu(ASK.map(OsStr::new).into_iter().chain(["--pack".as_ref(), file.as_ref()]));
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), String::new()));
    assert!(text(&output.stderr).starts_with("错误[pack-damaged]"), "{}", text(&output.stderr));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_file_that_cannot_be_written_is_told() {
    let output = tuoyu(["pack", "rules-data", "-o", "no/such/folder/out.tuoyu", "--lang", "en"]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), String::new()));
    let told = text(&output.stderr);
    assert!(told.starts_with("error[unwritable-file]") && told.contains("no/such/folder/out.tuoyu"), "{told}");
}

#[test]
fn what_a_pack_holds_is_printed_and_nothing_is_written() {
    let output = tuoyu(["pack", "rules-data", "--json"]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    let holds: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(holds["name"], "jining");
    let third =
        holds["parameters"].as_array().unwrap().iter().find(|one| one["id"] == "jining/family-subsidy.third-child");
    assert_eq!(third.unwrap()["value"], "500");
    // Without a file and without `--json` there is nothing to do.
    assert_eq!(tuoyu(["pack", "rules-data"]).status.code(), Some(2));
}
