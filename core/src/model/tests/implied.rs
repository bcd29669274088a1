//! Facts that follow from others being given.

use super::{read, read_with, real, shown, small, wrong, wrong_with};

fn parent(members: &str) -> String {
    format!(r#"{{"families": [{{"parents": [{{"id": "p", {members}}}]}}]}}"#)
}

fn employed(members: &str) -> Vec<String> {
    shown(&read(&parent(members)), &real(), "parent.employed", "p")
}

fn has_rule(employer: &str) -> Vec<String> {
    shown(&read(&parent(&format!(r#""employer": {employer}"#))), &real(), "employer.kindergarten_rule", "p")
}

#[test]
fn a_ratio_of_the_employer_says_that_there_is_one() {
    assert_eq!(employed(r#""employer": {"childcare_ratio": "0"}"#), ["..=1"]);
    assert_eq!(employed(r#""employer": {"kindergarten_ratio": "0.3"}"#), ["..=1"]);
    assert!(employed(r#""employer": {"kindergarten_rule": true}"#).is_empty(), "no ratio is given");
    assert!(employed(r#""employer": {"childcare_ratio": null}"#).is_empty());
}

#[test]
fn a_no_that_may_stand_beside_it_stays() {
    assert_eq!(employed(r#""employed": false, "employer": {"childcare_ratio": "0.5"}"#), ["..=0"]);
}

#[test]
fn yes_is_added_on_the_days_that_are_open() {
    let ratio = r#""employer": {"childcare_ratio": [{"from": "2025-01-01", "to": "2025-06-30", "value": "0.5"}]}"#;
    assert_eq!(employed(ratio), ["2025-01-01..2025-06-30=1"]);
    let given = r#""employed": [{"from": "2025-03-01", "to": "2025-03-31", "value": false}]"#;
    assert_eq!(
        employed(&format!("{given}, {ratio}")),
        ["2025-01-01..2025-02-28=1", "2025-03-01..2025-03-31=0", "2025-04-01..2025-06-30=1"]
    );
    let both =
        r#""employer": {"childcare_ratio": [{"to": "2025-06-30", "value": "0.5"}], "kindergarten_ratio": "0.3"}"#;
    assert_eq!(employed(both), ["..2025-06-30=1", "2025-07-01..=1"]);
}

#[test]
fn a_no_that_may_not_stand_beside_it_is_told() {
    assert_eq!(has_rule(r#"{"kindergarten_ratio": "0"}"#), ["..=1"]);
    assert_eq!(has_rule(r#"{"kindergarten_rule": false, "childcare_ratio": "0.5"}"#), ["..=0"]);
    let told = wrong(&parent(r#""employer": {"kindergarten_rule": false, "kindergarten_ratio": "0.3"}"#));
    let path = "families[0].parents[0].employer.kindergarten_rule";
    assert_eq!(told, [format!("contradiction {path}: false; employer.kindergarten_ratio")]);
}

#[test]
fn the_contradiction_lies_on_a_day() {
    let employer = |day: &str| {
        let rule = format!(r#"[{{"to": "{day}", "value": false}}]"#);
        format!(r#"{{"kindergarten_rule": {rule}, "kindergarten_ratio": [{{"from": "2025-07-01", "value": "0.3"}}]}}"#)
    };
    assert_eq!(has_rule(&employer("2025-06-30")), ["..2025-06-30=0", "2025-07-01..=1"]);
    assert_eq!(wrong(&parent(&format!(r#""employer": {}"#, employer("2025-07-01")))).len(), 1);
}

#[test]
fn it_is_the_vocabulary_that_says_what_implies_what() {
    let vocabulary = small();
    let member = |reader: &str| {
        let case = read_with(&vocabulary, &format!(r#"{{"readers": [{{"id": "r", {reader}}}]}}"#)).unwrap();
        shown(&case, &vocabulary, "reader.member", "r")
    };
    assert_eq!(member(r#""fee": "0""#), ["..=1"]);
    assert_eq!(member(r#""card": {"chip": {"level": 0}}"#), ["..=1"]);
    let told = wrong_with(&vocabulary, r#"{"readers": [{"member": false, "card": {"chip": {"level": 0}}}]}"#);
    assert_eq!(told, ["contradiction readers[0].member: false; chip.level"]);
}
