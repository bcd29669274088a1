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

/// What the command prints for a case in 2026, of the rules that the texts by hand are about.
fn assess(case: &str, more: &[&str]) -> String {
    let rules: Vec<&str> = RULES.iter().flat_map(|rule| ["--rules", rule]).collect();
    whole(case, &[&rules, more].concat())
}

/// What the command prints for a case in 2026, of all rules unless some are named.
fn whole(case: &str, more: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tuoyu"));
    let said = command.args(["assess", case, "--from", "2026-01", "--to", "2026-12"]).args(more).output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    String::from_utf8(said.stdout).unwrap()
}

/// A text by hand; the receipt's digests are those of the JSON answer.
fn by_hand(text: &str) -> String {
    filled(text, &assess(&example("family.json"), &["--json"]))
}

fn filled(text: &str, answer: &str) -> String {
    let answer: serde_json::Value = serde_json::from_str(answer).unwrap();
    let of = |name: &str| answer.pointer(&format!("/receipt/{name}")).unwrap().as_str().unwrap().to_owned();
    let short = |name: &str| of(name).chars().take(8).collect::<String>();
    text.replace("{pack}", &short("pack_hash"))
        .replace("{engine}", &of("engine"))
        .replace("{facts}", &short("facts_digest"))
        .replace("{answer}", &short("outcomes_digest"))
}

/// Every rule of an example, against its text by hand.
#[track_caller]
fn reads(name: &str, language: &str, text: &str) {
    let case = example(name);
    assert_eq!(whole(&case, &["--lang", language]), filled(text, &whole(&case, &["--json"])));
}

#[test]
fn a_family_with_every_rule_reads_as_written_by_hand() {
    reads("family-three-children.toml", "zh", include_str!("family-three-children.zh.txt"));
    reads("family-three-children.toml", "en", include_str!("family-three-children.en.txt"));
}

/// 10 months of 1500 less 300 and half the fee leave 450 a month; 24000 deducted at 10 % save 2400.
#[test]
fn a_family_of_which_every_fact_is_known_has_a_statement_without_a_range() {
    let chosen = ["--reading", "parental-leave-year=calendar-year"];
    let case = example("family-two-children.toml");
    let answer = whole(&case, &[&chosen[..], &["--json"]].concat());
    for (language, text) in
        [("zh", include_str!("family-two-children.zh.txt")), ("en", include_str!("family-two-children.en.txt"))]
    {
        assert_eq!(whole(&case, &[&chosen[..], &["--lang", language]].concat()), filled(text, &answer));
    }
    let outcomes: serde_json::Value = serde_json::from_str(&answer).unwrap();
    let states = outcomes["outcomes"].as_array().unwrap().iter().filter(|one| one["rule"] == "family/statement");
    assert_eq!(states.map(|one| one["state"].as_str().unwrap()).collect::<Vec<_>>(), ["known"]);
}

#[test]
fn an_institution_reads_as_written_by_hand() {
    reads("institution-four-classes.toml", "zh", include_str!("institution-four-classes.zh.txt"));
    reads("institution-four-classes.toml", "en", include_str!("institution-four-classes.en.txt"));
}

#[test]
fn a_place_and_its_targets_read_as_written_by_hand() {
    reads("jurisdiction.toml", "zh", include_str!("jurisdiction.zh.txt"));
}

#[test]
fn who_is_responsible_is_listed_where_it_is_asked_for() {
    let case = example("jurisdiction.toml");
    let text = whole(&case, &["--rules", "jining/responsible"]);
    for line in [
        "      措施9：市卫生健康委",
        "      措施10：市卫生健康委、市市场监管局",
        "      属地：机构所在县（市、区）政府（管委会）",
    ] {
        assert!(text.lines().any(|known| known == line), "{line}:\n{text}");
    }
    assert!(!text.contains("--rules"), "{text}");
}

#[test]
fn what_a_family_does_not_say_of_its_nursery_is_asked_where_rules_are_named() {
    let case = example("family-three-children.toml");
    let text = whole(&case, &["--rules", "jining/safety-measures", "--lang", "en"]);
    assert!(text.contains("How many security guards"), "{text}");
    assert!(!whole(&case, &["--lang", "en"]).contains("How many security guards"));
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
