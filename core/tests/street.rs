//! The street has one direction: a phase imports only what stands before it.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Who may import whom. Leaves are known to all but each other, save that errors speak of
/// places in texts, limits name their errors, and a window has a limit.
const MAY_IMPORT: [(&str, &[&str]); 14] = [
    ("source", &[]),
    ("error", &["source"]),
    ("limits", &["error"]),
    ("value", &["limits"]),
    ("model", &["value", "source", "error", "limits"]),
    ("parse", &["value", "source", "error", "limits"]),
    ("rulebook", &["value", "source", "error", "limits", "model"]),
    ("check", &["value", "source", "error", "limits", "parse", "model", "rulebook"]),
    ("packed", &["value", "source", "error", "limits", "model", "rulebook"]),
    ("compile", &["value", "source", "error", "limits", "rulebook"]),
    ("evaluate", &["value", "source", "error", "limits", "compile", "model"]),
    ("explain", &["value", "source", "error", "limits", "model", "evaluate", "compile"]),
    ("replay", &["value", "source", "error", "limits", "model", "compile", "evaluate", "explain"]),
    ("schema", &["value", "source", "error", "limits", "model", "rulebook", "evaluate", "explain"]),
];

#[test]
fn every_folder_is_a_phase() {
    let folders: BTreeSet<String> = fs::read_dir(source())
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    let phases: BTreeSet<String> = MAY_IMPORT.iter().map(|(phase, _)| (*phase).to_owned()).collect();
    assert_eq!(folders, phases);
}

#[test]
fn a_phase_imports_only_what_stands_before_it() {
    let mut wrong = Vec::new();
    for (phase, allowed) in MAY_IMPORT {
        for file in files(&source().join(phase)) {
            let text = fs::read_to_string(&file).unwrap();
            for imported in imports(&text) {
                if imported != phase && !allowed.contains(&imported.as_str()) {
                    wrong.push(format!("{} imports {imported}", file.strip_prefix(source()).unwrap().display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn imports_are_found_in_every_form() {
    let text = "use crate::parse::Document;\nfn f() -> crate::model::Facts { super::super::check::x() }\nuse crate::{value, error as e};";
    let found: Vec<String> = imports(text).into_iter().collect();
    assert_eq!(found, ["check", "error", "model", "parse", "value"]);
}

#[test]
fn the_core_is_pure() {
    let forbidden =
        ["std::fs", "std::env", "std::net", "std::thread", "std::time", "std::process", "static mut", "thread_local!"];
    for file in files(&source()) {
        let text = fs::read_to_string(&file).unwrap();
        for word in forbidden {
            assert!(!text.contains(word), "{} uses {word}", file.display());
        }
    }
}

#[test]
fn files_are_small() {
    let mut lengths: Vec<usize> = Vec::new();
    for file in files(&source()) {
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines <= 500, "{} has {lines} lines", file.display());
        lengths.push(lines);
    }
    lengths.sort_unstable();
    assert!(lengths[lengths.len() / 2] < 250, "the median file has {} lines", lengths[lengths.len() / 2]);
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The Rust files of a folder, those of tests left out: tests may look at anything.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let is_test = entry.file_stem().is_some_and(|stem| stem == "tests");
        if entry.is_dir() && !is_test {
            found.extend(files(&entry));
        } else if entry.extension().is_some_and(|kind| kind == "rs") && !is_test {
            found.push(entry);
        }
    }
    found
}

/// The phases that a text names: after `crate::`, in `crate::{…}`, or by climbing with `super::super::`.
fn imports(text: &str) -> BTreeSet<String> {
    let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let phases: Vec<&str> = MAY_IMPORT.iter().map(|(phase, _)| *phase).collect();
    let mut found = BTreeSet::new();
    for opening in ["crate::", "super::super::"] {
        for rest in code.split(opening).skip(1) {
            let names = match rest.strip_prefix('{') {
                Some(list) => list.split('}').next().unwrap_or_default().split(',').map(first_word).collect(),
                None => vec![first_word(rest)],
            };
            found.extend(names.into_iter().filter(|name| phases.contains(name)).map(str::to_owned));
        }
    }
    found
}

fn first_word(text: &str) -> &str {
    text.trim_start().split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
}
