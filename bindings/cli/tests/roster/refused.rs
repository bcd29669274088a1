//! Rosters and options that give no answer, and rows that cannot be taken apart.

use crate::folder::{Folder, with};
use std::fs;

/// Codes and places of what was told, where nothing was answered.
fn refused(roster: &str, arguments: &[&str]) -> Vec<String> {
    let folder = Folder::with("r.csv", roster);
    let ran = folder.assess(&[arguments, &["--lang", "en"]].concat());
    assert_eq!((ran.status, ran.out.as_str()), (Some(2), ""), "{}", ran.told);
    let lines: Vec<&str> = ran.told.lines().collect();
    let starts = lines.iter().enumerate().filter(|(_, line)| line.starts_with("error["));
    let told = starts.map(|(at, line)| {
        let code = line.trim_start_matches("error[").split(']').next().unwrap();
        format!("{code} {}", lines[at + 1].trim_start_matches([' ', '╭', '▸']))
    });
    told.collect()
}

const HEADING: &str = "孩次,出生日期,入托日期\n";

#[test]
fn everything_wrong_with_a_question_is_told_at_once() {
    let arguments = [
        "--columns",
        "amount,colour",
        "--rules",
        "jining/none",
        "--reading",
        "fourth-child=as-fifth",
        "--rows",
        "weather",
    ];
    let told = refused(HEADING, &arguments);
    assert_eq!(
        told,
        ["unknown-rule --rules", "unknown-option --reading", "malformed-argument --columns", "unknown-thing --rows"]
    );
}

#[test]
fn headings_that_cannot_be_meant_are_refused() {
    assert_eq!(refused("child.birthdate,孩次\n", &[]), ["unknown-fact heading child.birthdate"]);
    assert_eq!(refused("孩次,第几孩\n", &[]), ["duplicate-column heading 第几孩"]);
    assert_eq!(refused("姓名;孩次\n", &[]), ["no-fact-column r.csv"]);
    assert_eq!(refused("", &[]), ["no-fact-column r.csv"]);
    assert_eq!(
        refused("孩次,出生日期,入托日期,jining/family-subsidy.amount\n", &with(&["-o", "out.csv"])),
        ["column-taken heading jining/family-subsidy.amount"]
    );
    assert_eq!(refused(HEADING, &["--rules", "jining/target-public-share"]), ["rule-without-columns --rules"]);
}

#[test]
fn the_roster_is_not_written_over() {
    let folder = Folder::with("r.csv", HEADING);
    let ran = folder.assess(&["-o", "r.csv"]);
    assert_eq!(ran.status, Some(2));
    assert!(ran.told.starts_with("错误[unwritable-file]"), "{}", ran.told);
    assert_eq!(fs::read_to_string(folder.path().join("r.csv")).unwrap(), HEADING);
}

#[test]
fn a_case_takes_no_options_of_rosters() {
    let folder = Folder::with("case.json", "{}");
    let command = std::process::Command::new(env!("CARGO_BIN_EXE_tuoyu"))
        .args(["assess", "case.json", "--from", "2026-01", "--to", "2026-12", "--columns", "amount", "--lang", "en"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert_eq!(command.status.code(), Some(2));
    let told = String::from_utf8(command.stderr).unwrap();
    assert!(told.contains("malformed-argument") && told.contains("ROSTER.csv"), "{told}");
}

#[test]
fn near_misses_are_told_and_pass_through() {
    let folder = Folder::with("r.csv", "孩次,出生日,入托日期\n2,2025-03-10,2025-09-10\n");
    let ran =
        folder.assess(&["--rules", "jining/family-subsidy", "-o", "out.csv", "--columns", "state", "--lang", "en"]);
    assert_eq!(ran.status, Some(0));
    assert!(ran.told.starts_with("warning[near-heading]") && ran.told.contains("`出生日期`"), "{}", ran.told);
    assert_eq!(folder.rows()[1], ["2", "2025-03-10", "2025-09-10", "undetermined"]);
}

#[test]
fn rows_that_cannot_be_taken_apart_are_left_out_and_none_is_lost() {
    let roster = "孩次,出生日期,入托日期,月保育费\n\
                  2,2025-03-10,2025-09-10,2,100.00\n\
                  3,2025-03-10,2025-09-10,2100.00\n\
                  2,2025-03-10,2025-09-10,\"2100.00\n\
                  3,2025-03-10,2025-09-10,2100.00\n";
    let folder = Folder::with("r.csv", roster);
    let ran =
        folder.assess(&["--rules", "jining/family-subsidy", "-o", "out.csv", "--columns", "amount", "--lang", "en"]);
    assert_eq!(ran.status, Some(1));
    assert!(ran.told.contains("the row has 5 cells under 4 headings") && ran.told.contains("row 1, "), "{}", ran.told);
    assert!(ran.told.contains("row 3, ") && ran.told.contains("not assessed: 2."), "{}", ran.told);
    let out = fs::read_to_string(folder.path().join("out.csv")).unwrap();
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines[1], "2,2025-03-10,2025-09-10,2,100.00,");
    assert_eq!(lines[2], "3,2025-03-10,2025-09-10,2100.00,6000.00");
    // What the open quote took in is written again.
    assert!(out.contains("\"2100.00\n3,2025-03-10,2025-09-10,2100.00\n\""), "{out}");
}

#[test]
fn every_bad_row_has_its_findings_however_many_there_are() {
    let mut roster = String::from("孩次,出生日期,入托日期\n");
    for _ in 0..5_000 {
        roster += "x,y,z\n";
    }
    roster += "2,2025-03-10,2025-09-10\n";
    let folder = Folder::with("r.csv", roster);
    let ran = folder.assess(&["--rules", "jining/family-subsidy", "-o", "out.csv", "--columns", "amount,findings"]);
    assert_eq!(ran.status, Some(1));
    assert!(
        ran.told.ends_with("有 5000 行未能读取，没有测算，另有 14980 处未列出；原因都写在 findings 列。\n"),
        "{}",
        ran.told
    );
    let rows = folder.rows();
    assert_eq!(rows.len(), 5_002);
    let told = |row: &Vec<String>| row[4].matches("：").count();
    assert!(rows[1..5_001].iter().all(|row| row[3].is_empty() && row[4].starts_with("未测算：") && told(row) >= 4));
    assert_eq!(rows[5_001][3..], ["3600.00", ""]);
}
