//! A row is answered as the case of its facts is, whatever thread answers it.

use crate::folder::{Folder, with};
use serde_json::{Value, json};
use std::fs;
use std::process::Command;

#[test]
fn threads_and_neighbours_change_nothing() {
    let made = Command::new(env!("CARGO_BIN_EXE_tuoyu"))
        .args(["sample", "--rows", "9000", "--seed", "4", "--unknown", "10%"])
        .output()
        .unwrap();
    let folder = Folder::with("r.csv", &made.stdout);
    let mut written = Vec::new();
    for threads in ["1", "2", "5"] {
        let rule =
            ["--rules", "jining/family-subsidy", "--threads", threads, "-o", "out.csv", "--columns", "amount,min"];
        let ran = folder.assess(&rule);
        assert_eq!(ran.status, Some(0), "{}", ran.told);
        written.push((ran.out, fs::read(folder.path().join("out.csv")).unwrap()));
    }
    assert!(written[0] == written[1] && written[0] == written[2]);
    assert_eq!(folder.rows().len(), 9_001);
}

#[test]
fn a_row_is_answered_as_its_case() {
    let made = Command::new(env!("CARGO_BIN_EXE_tuoyu"))
        .args(["sample", "--rows", "40", "--seed", "9", "--unknown", "50%", "--headings", "en"])
        .output()
        .unwrap();
    let folder = Folder::with("r.csv", &made.stdout);
    let columns = "amount,state,min,max";
    assert_eq!(folder.assess(&with(&["-o", "out.csv", "--columns", columns])).status, Some(0));
    let rows = folder.rows();
    let place = |name: &str| rows[0].iter().position(|known| known == name).unwrap();
    for row in &rows[1..] {
        fs::write(folder.path().join("case.json"), case(&rows[0], row).to_string()).unwrap();
        let run = Command::new(env!("CARGO_BIN_EXE_tuoyu"))
            .args(["assess", "case.json", "--from", "2026-01", "--to", "2026-12", "--json"])
            .args(with(&[]))
            .current_dir(folder.path())
            .output()
            .unwrap();
        let answer: Value = serde_json::from_slice(&run.stdout).unwrap();
        for outcome in answer["outcomes"].as_array().unwrap() {
            let rule = outcome["rule"].as_str().unwrap();
            let cell = |name: &str| row[place(&format!("{rule}.{name}"))].as_str();
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            let wanted = [&outcome["amount"], &outcome["state"], &outcome["range"][0], &outcome["range"][1]].map(text);
            assert_eq!(["amount", "state", "min", "max"].map(cell), wanted.each_ref().map(String::as_str), "{row:?}");
        }
    }
}

/// The facts of a row as a case.
fn case(names: &[String], row: &[String]) -> Value {
    let mut things: std::collections::BTreeMap<&str, serde_json::Map<String, Value>> = Default::default();
    for (name, cell) in names.iter().zip(row).filter(|(name, cell)| !name.contains('/') && !cell.is_empty()) {
        let (thing, member) = name.split_once('.').unwrap();
        let value = match cell.as_str() {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            text => Value::String(text.to_owned()),
        };
        things.entry(thing).or_default().insert(member.to_owned(), value);
    }
    let mut take = |thing: &str| Value::Object(things.remove(thing).unwrap_or_default());
    let (mut institution, mut class, mut enrolment, mut child) =
        (take("institution"), take("class"), take("enrolment"), take("child"));
    institution["id"] = "n1".into();
    class["id"] = "c1".into();
    institution["classes"] = json!([class]);
    enrolment["class"] = "c1".into();
    child["enrolments"] = json!([enrolment]);
    json!({ "institutions": [institution],
            "families": [{ "parents": [{ "employer": take("employer") }], "children": [child] }] })
}
