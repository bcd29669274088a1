//! Cases with wrong facts.

use super::command::{Folder, assess, refused};

/// A case of one child, with members of the child and of its enrolment.
fn case(child: &str, enrolment: &str) -> String {
    format!("{{\"families\": [{{\"children\": [{{{child}\"enrolments\": [{{{enrolment}}}]}}]}}]}}")
}

const CHILD: &str = "families[0].children[0]";

/// What is told of one child and its enrolment, in a language.
fn told(name: &str, child: &str, enrolment: &str, language: &str) -> Vec<String> {
    let folder = Folder::new(&format!("case-{name}-{language}"));
    let file = folder.file("case.json", case(child, enrolment));
    let said = assess(&file, &["--lang", language]);
    // Each place begins with the line and the column in the file; here the member is enough.
    refused(&folder, &said).into_iter().map(|fault| without_position(&fault)).collect()
}

fn without_position(fault: &str) -> String {
    let (code, rest) = fault.split_once(" | ").unwrap();
    let (place, remedy) = rest.split_once(" | ").unwrap();
    assert!(place.starts_with("case.json:1:"), "{place}");
    format!("{code} | {} | {remedy}", place.split_once(' ').unwrap().1)
}

#[test]
fn every_wrong_fact_is_told_with_its_remedy_in_both_languages() {
    for (name, child, enrolment, code, member, zh, en) in [
        (
            "field",
            "\"birth_oder\": 2, ",
            "",
            "unknown-field",
            ".birth_oder",
            "可用的字段：birth_order",
            "known here: birth_order",
        ),
        (
            "twice",
            "\"birth_order\": 2, \"birth_order\": 3, ",
            "",
            "duplicate-key",
            ".birth_order",
            "只保留一个",
            "keep one of them",
        ),
        (
            "order-0",
            "\"birth_order\": 0, ",
            "",
            "out-of-range",
            ".birth_order",
            "允许范围：1 .. 20",
            "the range is 1 .. 20",
        ),
        (
            "order-21",
            "\"birth_order\": 21, ",
            "",
            "out-of-range",
            ".birth_order",
            "允许范围：1 .. 20",
            "the range is 1 .. 20",
        ),
        (
            "day",
            "\"birth_date\": \"2026-02-30\", ",
            "",
            "no-such-day",
            ".birth_date",
            "请写历法上存在的日期",
            "write a day that the calendar has",
        ),
        (
            "fraction",
            "",
            "\"monthly_fee\": 2100.5",
            "number-with-fraction",
            ".enrolments[0].monthly_fee",
            "加上引号写成文字：\"2100.5\"",
            "write it as a text: \"2100.5\"",
        ),
        (
            "decimals",
            "",
            "\"monthly_fee\": \"2100.005\"",
            "too-many-decimals",
            ".enrolments[0].monthly_fee",
            "最多 2 位小数",
            "at most 2 decimals",
        ),
        (
            "reversed",
            "",
            "\"from\": \"2026-02-01\", \"to\": \"2026-01-31\"",
            "end-before-start",
            ".enrolments[0].to",
            "终止日不得早于 2026-02-01",
            "end on 2026-02-01 or later",
        ),
        (
            "nowhere",
            "",
            "\"institution\": \"n1\"",
            "unknown-id",
            ".enrolments[0].institution",
            "可用的编号：—",
            "ids of that kind: —",
        ),
        (
            "overlap",
            "",
            "\"service\": [{\"to\": \"2026-01-31\", \"value\": \"hourly\"}, {\"from\": \"2026-01-31\", \"value\": \"full-day\"}]",
            "overlapping-line",
            ".enrolments[0].service[1]",
            "各时段不得有共同的日子",
            "stretches of a line must not share a day",
        ),
    ] {
        assert_eq!(told(name, child, enrolment, "zh"), [format!("{code} | {CHILD}{member} | {zh}")]);
        assert_eq!(told(name, child, enrolment, "en"), [format!("{code} | {CHILD}{member} | {en}")]);
    }
}

#[test]
fn an_unknown_institution_comes_with_the_ones_that_the_case_holds() {
    let folder = Folder::new("institution");
    let text = "{\"institutions\": [{\"id\": \"north\"}, {\"id\": \"south\"}],\n \"families\": [{\"children\": [{\"enrolments\": [\n  {\"institution\": \"nort\"}]}]}]}";
    let said = assess(&folder.file("case.json", text), &[]);
    assert_eq!(
        refused(&folder, &said),
        ["unknown-id | case.json:3:19 families[0].children[0].enrolments[0].institution | 可用的编号：north, south"]
    );
}

#[test]
fn all_faults_of_case_and_question_come_together() {
    let folder = Folder::new("together");
    let text =
        "{\"families\": [{\"children\": [{\"birth_date\": \"2026-02-30\",\n \"birth_oder\": 2}]}],\n \"weather\": 1}";
    let case = folder.file("case.json", text);
    let said = super::command::run(&[
        "assess",
        &case,
        "--from",
        "2026-12",
        "--to",
        "2026-01",
        "--rules",
        "jining/famly-subsidy",
        "--reading",
        "fourth-child=as-fourth",
        "--reading",
        "forth-child=none",
        "--reading",
        "none",
        "--lang",
        "en",
    ]);
    assert_eq!(
        refused(&folder, &said),
        [
            "malformed-argument | --reading | write ID=OPTION",
            "window-reversed | --to | end in 2026-12 or later",
            "unknown-rule | --rules | the rules are jining/family-subsidy",
            "unknown-option | --reading | its options are as-third, none",
            "unknown-reading | --reading | the readings are fourth-child",
            "no-such-day | case.json:1:44 families[0].children[0].birth_date | write a day that the calendar has",
            "unknown-field | case.json:2:16 families[0].children[0].birth_oder | known here: birth_order",
            "unknown-field | case.json:3:13 weather | known here: jurisdiction, institutions, families",
        ]
    );
}
