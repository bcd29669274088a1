//! Files that are no case at all.

use super::command::{Folder, assess, refused};
use std::time::{Duration, Instant};

fn read(name: &str, bytes: &[u8]) -> Vec<String> {
    let folder = Folder::new(&format!("text-{name}"));
    let said = assess(&folder.file(name, bytes), &[]);
    refused(&folder, &said)
}

#[test]
fn a_file_is_utf_8_and_json_or_toml() {
    assert_eq!(read("latin.json", b"{\"a\": \"\xff\"}"), ["invalid-utf8 | latin.json | 请将文件另存为 UTF-8 编码"]);
    assert_eq!(read("latin.toml", b"a = \"\xff\""), ["invalid-utf8 | latin.toml | 请将文件另存为 UTF-8 编码"]);
    assert_eq!(
        read("comma.json", b"{\n  \"families\": [],,\n}"),
        ["invalid-json | comma.json:2:18 | 在此处改正；常是逗号、引号或括号多了或少了"]
    );
    assert_eq!(read("empty.json", b""), ["invalid-json | empty.json:1:1 | 在此处改正；常是逗号、引号或括号多了或少了"]);
    assert_eq!(
        read("open.toml", b"a = 1\n[[families]\nb = 2\n"),
        ["invalid-toml | open.toml:2:12 | 在此处改正；常是引号、等号或括号多了或少了"]
    );
    assert_eq!(read("list.json", b"[]"), ["not-an-object | list.json:1:1 | 写成 { … }"]);
}

#[test]
fn brackets_without_end_are_refused_at_once() {
    let begun = Instant::now();
    let half = 5 * 1024 * 1024;
    let deep = ["[".repeat(half), "]".repeat(half)].concat();
    assert_eq!(read("deep.json", deep.as_bytes()), ["too-deep | deep.json:1:33 | 至多 32 层"]);
    let deep = format!("a = {deep}");
    assert_eq!(read("deep.toml", deep.as_bytes()), ["too-deep | deep.toml:1:36 | 至多 32 层"]);
    let taken = begun.elapsed();
    assert!(taken < Duration::from_secs(4), "two files took {taken:?}");
}

#[test]
fn a_file_that_cannot_be_read_is_told_with_its_path() {
    let folder = Folder::new("unreadable");
    let missing = folder.path().join("none.json");
    assert_eq!(
        refused(&folder, &assess(&missing.to_string_lossy(), &[])),
        ["unreadable-file | none.json | 请检查路径和权限"]
    );
    let sheet = folder.file("roster.xlsx", "a,b\n");
    assert_eq!(
        refused(&folder, &assess(&sheet, &[])),
        ["unknown-format | roster.xlsx | 可用：.json, .toml (assess: .csv)"]
    );
    let nameless = folder.file("case", "{}");
    assert_eq!(
        refused(&folder, &assess(&nameless, &[])),
        ["unknown-format | case | 可用：.json, .toml (assess: .csv)"]
    );
}

#[test]
fn a_place_that_cannot_be_written_is_told_with_its_path() {
    let folder = Folder::new("unwritable");
    let (case, out) = (folder.file("case.json", "{}"), folder.path().join("none").join("out.json"));
    let said = assess(&case, &["-o", &out.to_string_lossy()]);
    assert_eq!(refused(&folder, &said), ["unwritable-file | none/out.json | 请检查路径和权限"]);
}

#[test]
fn a_file_over_the_limit_is_not_read() {
    let folder = Folder::new("large");
    let path = folder.file("large.json", "{}");
    // A hole in the file takes no room on the disk.
    std::fs::OpenOptions::new().write(true).open(&path).unwrap().set_len(64 * 1024 * 1024 + 1).unwrap();
    assert_eq!(refused(&folder, &assess(&path, &[])), ["too-large | large.json | 上限为 67108864 字节"]);
}

#[test]
fn no_input_writes_to_the_terminal_through_a_fault() {
    let folder = Folder::new("control");
    let text = r#"{"families": [{"a\u001b[2Jb\nc\u0000": 1}]}"#;
    let said = assess(&folder.file("case.json", text), &["--lang", "en"]);
    assert!(
        said.err.starts_with("error[unknown-field]: no field is named `a\u{fffd}[2Jb\u{fffd}c\u{fffd}`\n"),
        "{}",
        said.err
    );
    assert!(!said.err.contains(['\u{1b}', '\u{0}']), "{:?}", said.err);
    assert_eq!(said.err.lines().filter(|line| line.contains("[2Jb")).count(), 2, "{}", said.err);
}

#[test]
fn the_end_of_a_line_is_drawn_in_it_whatever_ends_it() {
    let folder = Folder::new("ends");
    for (name, end) in [("unix.toml", "\n"), ("windows.toml", "\r\n")] {
        let text = format!("a = 1{end}[[families]{end}b = 2{end}");
        let said = assess(&folder.file(name, &text), &[]);
        let drawn: Vec<&str> = said.err.lines().skip(3).take(2).collect();
        assert_eq!(drawn, ["2 │ [[families]", "  │            ━"], "{}", said.err);
    }
}
