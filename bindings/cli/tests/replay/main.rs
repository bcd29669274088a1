//! `tuoyu replay` on what `tuoyu assess` wrote, and on the record of `tests/replay/`.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tuoyu::rulebook::SEMANTICS;

/// What a run of the command said.
struct Said {
    status: i32,
    out: String,
    err: String,
}

fn run(arguments: &[&str]) -> Said {
    let Output { status, stdout, stderr } = Command::new(env!("CARGO_BIN_EXE_tuoyu")).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Said { status: status.code().unwrap(), out: text(stdout), err: text(stderr) }
}

/// A file of the repository.
fn given(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name).to_string_lossy().into_owned()
}

/// A file of a test, with a text.
fn file(test: &str, name: &str, text: &str) -> String {
    let folder: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("replay-{test}"));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(name), text).unwrap();
    folder.join(name).to_string_lossy().into_owned()
}

/// The published law's answer for the family of the examples, as it is kept.
fn kept(test: &str) -> (String, String) {
    let case = given("examples/family-three-children.toml");
    let kept = file(test, "kept.json", "");
    let said = run(&["assess", &case, "--from", "2026-01", "--to", "2026-12", "--json", "-o", &kept]);
    assert_eq!(said.status, 0, "{}", said.err);
    (kept, case)
}

#[test]
fn what_the_command_wrote_it_replays() {
    let (kept, case) = kept("holds");
    let said = run(&["replay", &kept, &case]);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    assert!(said.out.starts_with("✓ 重算相符\n└─ 2026-01 至 2026-12，规则 "), "{}", said.out);
    let assessment: Value = serde_json::from_str(&fs::read_to_string(&kept).unwrap()).unwrap();
    let receipt = file("holds", "receipt.json", &assessment["receipt"].to_string());
    let said = run(&["replay", &receipt, &case, "--lang", "en"]);
    assert_eq!(said.status, 0);
    assert!(said.out.starts_with("✓ The replay holds\n"), "{}", said.out);
    assert!(said.out.trim_end().ends_with("a receipt alone"), "{}", said.out);
}

#[test]
fn a_changed_birth_date_is_found_and_named() {
    let (kept, case) = kept("changed");
    // Three years old on 15 October and not on 15 September: nine months of 300 and not eight.
    let changed = fs::read_to_string(case).unwrap().replace("2023-09-15", "2023-10-15");
    let changed = file("changed", "case.toml", &changed);
    let said = run(&["replay", &kept, &changed]);
    assert_eq!((said.status, said.err.as_str()), (1, ""));
    for line in [
        "✗ 重算不符：下列各项不同",
        "├─ ✗ k2 的 child.birth_date（出生日期）：2023-09-15 → 2023-10-15",
        "├─ ✗ 结论 e2，jining/family-subsidy",
        "│  ├─ amount：2400.00 → 2700.00",
    ] {
        assert!(said.out.lines().any(|other| other == line), "{line} in\n{}", said.out);
    }
    let said = run(&["replay", &kept, &changed, "--json"]);
    assert_eq!((said.status, said.err.as_str()), (1, ""));
    let replay: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(replay["holds"], false);
    assert_eq!(
        replay["differences"][1]["words"]["en"],
        "child.birth_date (Date of birth) of k2: 2023-09-15 → 2023-10-15"
    );
}

#[test]
fn a_compiled_pack_that_was_kept_replays_what_it_answered() {
    let pack = file("compiled", "example.tuoyu", "");
    assert_eq!(run(&["pack", &given("tests/replay/pack"), "-o", &pack]).status, 0);
    let (record, case) = (given(&format!("tests/replay/semantics-{SEMANTICS}.json")), given("tests/replay/case.json"));
    let said = run(&["replay", &record, &case, "--pack", &pack, "--lang", "en"]);
    assert_eq!((said.status, said.err.as_str()), (0, ""), "{}", said.out);
    assert_eq!(
        said.out,
        format!(
            "✓ The replay holds\n└─ 2026-01 to 2026-12, 2 rules, pack example, semantics {SEMANTICS}; a whole assessment\n"
        )
    );
}

#[test]
fn what_cannot_be_replayed_is_told_with_every_place_in_both_files() {
    let receipt = file("refused", "receipt.json", "{\"receipt\": {},\n \"totals\": 1}");
    let case = file("refused", "case.json", "{\n \"weather\": 1}");
    let said = run(&["replay", &receipt, &case, "--lang", "en"]);
    assert_eq!((said.status, said.out.as_str()), (2, ""));
    for place in ["receipt.json:2:12 totals", "receipt.json:1:13 receipt.engine", "case.json:2:13 weather"] {
        assert!(said.err.contains(place), "{place} in\n{}", said.err);
    }
    assert!(
        said.err.contains("error[not-a-receipt]: not a receipt that can be replayed: here stands 1\n"),
        "{}",
        said.err
    );
    let said = run(&["replay", "nowhere.json", &case]);
    assert_eq!(said.status, 2);
    assert!(said.err.contains("[unreadable-file]") && said.err.contains("[unknown-field]"), "{}", said.err);
}
