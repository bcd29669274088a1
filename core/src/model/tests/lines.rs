//! Facts that change: lines in time.

use super::{read, read_with, real, shown, small, wrong, wrong_with};

fn inclusive(line: &str) -> String {
    format!(r#"{{"institutions": [{{"id": "n", "inclusive": {line}}}]}}"#)
}

fn line(given: &str) -> Vec<String> {
    shown(&read(&inclusive(given)), &real(), "institution.inclusive", "n")
}

fn faults(given: &str) -> Vec<String> {
    let told = wrong(&inclusive(given)).into_iter();
    told.map(|told| told.replace("institutions[0].inclusive", "P")).collect()
}

#[test]
fn stretches_stand_in_the_order_of_their_days() {
    let given = r#"[{"from": "2026-04-01", "value": false}, {"value": true, "to": "2024-12-31"}, {"from": "2025-01-01", "to": "2026-03-31", "value": true}]"#;
    assert_eq!(line(given), ["..2024-12-31=1", "2025-01-01..2026-03-31=1", "2026-04-01..=0"]);
    assert_eq!(line(r#"[{"from": null, "to": null, "value": true}]"#), ["..=1"]);
}

#[test]
fn what_states_nothing_is_left_out() {
    assert_eq!(line(r#"[{"from": "2026-01-01"}, {"to": "2025-12-31", "value": true}]"#), ["..2025-12-31=1"]);
    assert!(line(r#"[{"from": "2026-01-01", "value": null}]"#).is_empty());
    assert!(line("[]").is_empty());
    assert!(line("null").is_empty());
}

#[test]
fn stretches_share_no_day() {
    let given =
        |to: &str, from: &str| format!(r#"[{{"to": "{to}", "value": true}}, {{"from": "{from}", "value": false}}]"#);
    assert_eq!(line(&given("2026-03-31", "2026-04-01")).len(), 2);
    let told = faults(&given("2026-04-01", "2026-04-01"));
    assert_eq!(told, ["overlapping-line P[1]: 2026-04-01 ..; .. 2026-04-01"]);
}

#[test]
fn of_two_that_overlap_the_later_one_of_the_input_is_told() {
    let given =
        r#"[{"from": "2026-04-01", "value": false}, {"from": "2025-01-01", "to": "2026-04-30", "value": true}]"#;
    assert_eq!(faults(given), ["overlapping-line P[1]: 2025-01-01 .. 2026-04-30; 2026-04-01 .."]);
    let around = r#"[{"value": true}, {"from": "2025-01-01", "to": "2025-01-01", "value": true},
        {"from": "2026-01-01", "to": "2026-01-01", "value": true}]"#;
    assert_eq!(faults(around).len(), 2, "each shares its day with the first");
    assert_eq!(faults(r#"[{"value": true}, {"from": "2025-01-01", "value": null}]"#).len(), 1, "stated or not");
}

#[test]
fn every_fault_of_a_stretch_has_its_path() {
    let given = r#"[{"from": "2026-02-02", "to": "2026-02-01", "value": true}, {"fromm": "2026-02-03", "value": 1, "since": 2},
        {"from": 5, "to": "x", "from": null}, true]"#;
    assert_eq!(
        faults(given),
        [
            "end-before-start P[0].to: 2026-02-01; 2026-02-02",
            "unknown-field P[1].fromm: fromm; from",
            "not-yes-no P[1].value: 1; ",
            "unknown-field P[1].since: since; from, to, value",
            "not-a-date P[2].from: 5; ",
            "not-a-date P[2].to: x; ",
            "duplicate-key P[2].from: from; ",
            "not-an-object P[3]: true; ",
        ]
    );
    assert_eq!(faults(r#"{"value": true}"#), ["not-yes-no P: {…}; "], "one stretch is a list too");
}

#[test]
fn a_fact_that_does_not_change_takes_no_line() {
    let told = wrong(r#"{"families": [{"children": [{"birth_order": [{"value": 1}], "birth_date": []}]}]}"#);
    let path = "families[0].children[0]";
    assert_eq!(told, [format!("not-a-line {path}.birth_order: […]; "), format!("not-a-line {path}.birth_date: […]; ")]);
    let told = wrong_with(&small(), r#"{"readers": [{"tags": [{"value": ["a"]}]}]}"#);
    assert_eq!(told, ["not-a-line readers[0].tags: […]; "]);
}

#[test]
fn where_the_value_is_a_list_its_objects_tell_a_line() {
    let vocabulary = real();
    let items = |items: &str| {
        format!(r#"{{"families": [{{"children": [{{"enrolments": [{{"id": "e", "fee_items": {items}}}]}}]}}]}}"#)
    };
    let given = items(r#"[{"from": "2026-01-01", "value": ["meals"]}, {"to": "2025-12-31", "value": []}]"#);
    let case = read_with(&vocabulary, &given).unwrap();
    assert_eq!(shown(&case, &vocabulary, "enrolment.fee_items", "e"), ["..2025-12-31=", "2026-01-01..=meals"]);
    let mixed = wrong(&items(r#"["meals", {"from": "2026-01-01"}]"#));
    assert_eq!(mixed, ["not-an-object families[0].children[0].enrolments[0].fee_items[0]: \"meals\"; "]);

    let utilities = |list: &str| format!(r#"{{"institutions": [{{"id": "n", "utilities": {list}}}]}}"#);
    let given = utilities(r#"[{"to": "2025-12-31", "value": [{"kind": "gas"}]}]"#);
    let shown = shown(&read(&given), &vocabulary, "institution.utilities", "n");
    assert_eq!(shown, ["..2025-12-31=[Record { choice: 2, numbers: [None, None, None] }]"]);
    let told = wrong(&utilities(r#"[{"kind": "gas", "from": "2025-01-01"}]"#));
    assert_eq!(told, ["unknown-field institutions[0].utilities[0].kind: kind; from, to, value"]);
    assert!(wrong(&utilities(r#"[{"value": [{"kind": "oil"}]}]"#))[0].contains("utilities[0].value[0].kind: oil"));
}
