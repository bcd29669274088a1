//! One input, one answer: byte for byte, and whatever the file's kind.

use super::command::{Folder, assess, run};

const JSON: &str = r#"{"institutions": [{"id": "n1", "registered": true, "filed": true, "inclusive": true,
        "classes": [{"id": "c1", "kind": "infant"}]}],
    "families": [{"children": [{"id": "k1", "birth_date": "2025-03-10", "birth_order": 2,
        "enrolments": [{"id": "e1", "class": "c1", "from": "2025-09-10", "monthly_fee": "2100.50"}]}]}]}"#;

const TOML: &str = r#"
[[institutions]]
id = "n1"
registered = true
filed = true
inclusive = true
classes = [{ id = "c1", kind = "infant" }]

[[families]]
[[families.children]]
id = "k1"
birth_date = 2025-03-10
birth_order = 2

[[families.children.enrolments]]
id = "e1"
class = "c1"
from = "2025-09-10"
monthly_fee = "2100.50"
"#;

fn answer(file: &str) -> String {
    let said = assess(file, &["--json"]);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    said.out
}

#[test]
fn two_runs_of_one_input_are_the_same_bytes() {
    let folder = Folder::new("same");
    let case = folder.file("case.json", JSON);
    assert_eq!(answer(&case), answer(&case));
}

#[test]
fn a_case_in_toml_is_the_case_in_json() {
    let folder = Folder::new("alike");
    let read = |name: &str, text: &str| -> serde_json::Value {
        serde_json::from_str(&answer(&folder.file(name, text))).unwrap()
    };
    let (json, toml) = (read("case.json", JSON), read("case.toml", TOML));
    assert_eq!(json["receipt"]["facts_digest"].as_str().unwrap().len(), 64);
    let outcomes = json["outcomes"].as_array().unwrap();
    let subsidy = outcomes.iter().find(|outcome| outcome["rule"] == "jining/operating-subsidy").unwrap();
    assert_eq!(subsidy["amount"], "3000.00");
    assert_eq!(json, toml);
}

#[test]
fn only_json_stands_on_standard_output_and_a_file_takes_it_instead() {
    let folder = Folder::new("output");
    let (case, out) = (folder.file("case.json", JSON), folder.path().join("out.json"));
    let said = assess(&case, &["--json", "-o", &out.to_string_lossy()]);
    assert_eq!((said.status, said.out.as_str(), said.err.as_str()), (0, "", ""));
    assert_eq!(std::fs::read_to_string(&out).unwrap(), answer(&case));
}

#[test]
fn an_answer_is_explained_later_as_it_was_at_once() {
    let folder = Folder::new("later");
    let case = folder.file("case.json", JSON);
    let answer_file = folder.file("answer.json", answer(&case));
    let rule = ["--rule", "*"];
    let at_once = run(&[&["explain", &case, "--from", "2026-01", "--to", "2026-12"], &rule[..]].concat());
    let later = run(&["explain-outcome", &answer_file]);
    assert_eq!((later.status, later.err.as_str()), (0, ""));
    assert_eq!(later.out, at_once.out);
    let whole: serde_json::Value = serde_json::from_str(&answer(&case)).unwrap();
    let one = folder.file("one.json", whole["outcomes"][0].to_string());
    let said = run(&["explain-outcome", &one]);
    assert!(said.status == 0 && at_once.out.starts_with(said.out.trim_end()), "{}", said.err);
}
