//! The built command's listing for people, against texts by hand.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::Path;
use std::process::Command;
use unicode_width::UnicodeWidthStr;

/// The rules that the texts by hand are about.
const RULES: [&str; 4] =
    ["jining/operating-subsidy", "jining/city-award", "jining/family-subsidy", "jining/employer-reimbursement"];

fn example(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name).to_string_lossy().into_owned()
}

/// What the command prints for a case in 2026.
fn assess(case: &str, more: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tuoyu"));
    command.args(["assess", case, "--from", "2026-01", "--to", "2026-12"]);
    for rule in RULES {
        command.args(["--rules", rule]);
    }
    let said = command.args(more).output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    String::from_utf8(said.stdout).unwrap()
}

/// A text by hand; the receipt's digests are those of the JSON answer.
fn by_hand(text: &str) -> String {
    let answer: serde_json::Value = serde_json::from_str(&assess(&example("family.json"), &["--json"])).unwrap();
    let of = |name: &str| answer.pointer(&format!("/receipt/{name}")).unwrap().as_str().unwrap().to_owned();
    let short = |name: &str| of(name).chars().take(8).collect::<String>();
    text.replace("{pack}", &short("pack_hash"))
        .replace("{engine}", &of("engine"))
        .replace("{facts}", &short("facts_digest"))
        .replace("{answer}", &short("outcomes_digest"))
}

#[test]
fn the_family_reads_as_written_by_hand() {
    for case in ["family.json", "family.toml"].map(example) {
        assert_eq!(assess(&case, &[]), by_hand(include_str!("family.zh.txt")));
        assert_eq!(assess(&case, &["--lang", "en"]), by_hand(include_str!("family.en.txt")));
    }
}

#[test]
fn a_file_holds_the_same_without_colours() {
    let path = std::env::temp_dir().join(format!("tuoyu-listing-{}.txt", std::process::id()));
    let file = path.to_string_lossy();
    assert_eq!(assess(&example("family.json"), &["-o", &file]), "");
    let written = std::fs::read_to_string(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    assert_eq!(written, by_hand(include_str!("family.zh.txt")));
    assert!(!written.contains('\u{1b}'));
}

#[test]
fn names_that_would_move_the_cursor_do_not() {
    let path = std::env::temp_dir().join(format!("tuoyu-listing-{}.json", std::process::id()));
    let case = r#"{"institutions":[{"id":"n1","name":"a\u001b[2Jb","classes":[{"id":"c1"}]}],
        "families":[{"children":[{"enrolments":[{"id":"e1","class":"c1"}]}]}]}"#;
    std::fs::write(&path, case).unwrap();
    let text = assess(&path.to_string_lossy(), &[]);
    std::fs::remove_file(&path).unwrap();
    assert!(!text.contains('\u{1b}') && text.contains("a [2Jb"), "{text}");
}

#[test]
fn long_names_are_wrapped() {
    let path = std::env::temp_dir().join(format!("tuoyu-listing-long-{}.json", std::process::id()));
    let name = "城北幼儿园".repeat(30);
    let case = format!(
        r#"{{"institutions":[{{"id":"n1","name":"{name}","classes":[{{"id":"c1"}}]}}],
        "families":[{{"children":[{{"enrolments":[{{"id":"{}","class":"c1"}}]}}]}}]}}"#,
        "e1".repeat(50)
    );
    std::fs::write(&path, case).unwrap();
    let text = assess(&path.to_string_lossy(), &[]);
    std::fs::remove_file(&path).unwrap();
    assert!(text.lines().all(|line| line.width() <= 80), "{text}");
}
