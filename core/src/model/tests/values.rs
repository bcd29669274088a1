//! Texts, yes and no, options, sets, dates, records.

use super::{named, read, read_with, real, shown, small, wrong, wrong_with};
use crate::model::{Content, Record};

fn wrong_child(members: &str) -> Vec<String> {
    wrong(&format!(r#"{{"families": [{{"children": [{{{members}}}]}}]}}"#))
}

fn wrong_enrolment(members: &str) -> Vec<String> {
    wrong_child(&format!(r#""enrolments": [{{{members}}}]"#))
}

#[test]
fn a_date_is_its_day_number_and_must_exist() {
    let case = read(r#"{"families": [{"children": [{"id": "k", "birth_date": "1970-01-02"}]}]}"#);
    assert_eq!(shown(&case, &real(), "child.birth_date", "k"), ["..=1"]);
    let path = "families[0].children[0].birth_date";
    for (value, told) in [
        ("\"2026-02-29\"", "no-such-day P: 2026-02-29; "),
        ("\"2026-13-01\"", "no-such-day P: 2026-13-01; "),
        ("\"1899-02-29\"", "no-such-day P: 1899-02-29; "),
        ("\"1899-12-31\"", "out-of-range P: 1899-12-31; 1900-01-01 .. 2100-12-31"),
        ("\"2101-01-01\"", "out-of-range P: 2101-01-01; 1900-01-01 .. 2100-12-31"),
        ("\"2104-02-29\"", "out-of-range P: 2104-02-29; 1900-01-01 .. 2100-12-31"),
        ("\"2400-02-29\"", "out-of-range P: 2400-02-29; 1900-01-01 .. 2100-12-31"),
        ("\"2200-02-29\"", "no-such-day P: 2200-02-29; "),
        ("\"2026-3-1\"", "not-a-date P: 2026-3-1; "),
        ("\"2026/03/01\"", "not-a-date P: 2026/03/01; "),
        ("\"+026-03-01\"", "not-a-date P: +026-03-01; "),
        ("20260301", "not-a-date P: 20260301; "),
    ] {
        assert_eq!(wrong_child(&format!("\"birth_date\": {value}")), [told.replace('P', path)]);
    }
    for day in ["1900-01-01", "2100-12-31", "2024-02-29"] {
        read(&format!(r#"{{"families": [{{"children": [{{"birth_date": "{day}"}}]}}]}}"#));
    }
}

#[test]
fn yes_and_no_are_true_and_false() {
    let text = r#"{"institutions": [{"id": "n", "filed": true, "inclusive": false, "registered": null}]}"#;
    let (case, vocabulary) = (read(text), real());
    assert_eq!(shown(&case, &vocabulary, "institution.filed", "n"), ["..=1"]);
    assert_eq!(shown(&case, &vocabulary, "institution.inclusive", "n"), ["..=0"]);
    let institution = named(&case, &vocabulary, "institution", "n");
    assert_eq!(institution.line(vocabulary.fact("institution.registered").unwrap()), None);
    let told = wrong(r#"{"institutions": [{"filed": "yes"}]}"#);
    assert_eq!(told, ["not-yes-no institutions[0].filed: \"yes\"; "]);
}

#[test]
fn an_option_is_its_place_in_the_list() {
    let case = read(r#"{"institutions": [{"id": "n", "ownership": "private"}]}"#);
    assert_eq!(shown(&case, &real(), "institution.ownership", "n"), ["..=2"]);
    let told = wrong(r#"{"institutions": [{"ownership": "Private"}]}"#);
    assert_eq!(told, ["not-an-option institutions[0].ownership: Private; public, state-owned, private"]);
    assert_eq!(wrong(r#"{"institutions": [{"ownership": 2}]}"#), ["not-text institutions[0].ownership: 2; "]);
}

#[test]
fn a_set_keeps_each_text_once_and_an_open_one_takes_any() {
    let items = r#"["meals", "nap fee", "meals"]"#;
    let json =
        format!(r#"{{"families": [{{"children": [{{"enrolments": [{{"id": "e", "fee_items": {items}}}]}}]}}]}}"#);
    assert_eq!(shown(&read(&json), &real(), "enrolment.fee_items", "e"), ["..=meals+nap fee"]);
    let empty = json.replace(items, "[]");
    assert_eq!(shown(&read(&empty), &real(), "enrolment.fee_items", "e"), ["..="]);
    let path = "families[0].children[0].enrolments[0].fee_items";
    assert_eq!(wrong_enrolment(r#""fee_items": "meals""#), [format!("not-a-list {path}: \"meals\"; ")]);
    assert_eq!(wrong_enrolment(r#""fee_items": ["a", 3]"#), [format!("not-text {path}[1]: 3; ")]);

    let told = wrong_with(&small(), r#"{"readers": [{"tags": ["a", "c", "d"]}]}"#);
    assert_eq!(told, ["not-an-option readers[0].tags[1]: c; a, b", "not-an-option readers[0].tags[2]: d; a, b"]);
    let case = read_with(&small(), r#"{"readers": [{"id": "r", "tags": ["b", "a"]}]}"#).unwrap();
    assert_eq!(shown(&case, &small(), "reader.tags", "r"), ["..=b+a"]);
}

#[test]
fn records_stand_in_the_order_of_their_choices() {
    let utilities = r#"[{"kind": "gas", "quantity": "1.5"}, {"commercial_price": "0.55", "kind": "electricity", "quantity": null}]"#;
    let case = read(&format!(r#"{{"institutions": [{{"id": "n", "utilities": {utilities}}}]}}"#));
    let vocabulary = real();
    let fact = vocabulary.fact("institution.utilities").unwrap();
    let line = named(&case, &vocabulary, "institution", "n").line(fact).unwrap();
    let records = vec![
        Record { choice: 0, numbers: vec![None, None, Some(550_000)] },
        Record { choice: 2, numbers: vec![Some(15_000), None, None] },
    ];
    assert_eq!(line.0[0].content, Content::Records(records));
}

#[test]
fn every_fault_of_a_record_has_its_path() {
    let utilities =
        r#"[{"kind": "gas"}, {"kind": "gas", "quantity": 0.5}, {"quantity": "1"}, {"kind": "oil", "price": 1}, 7]"#;
    let path = "institutions[0].utilities";
    let kinds = "electricity, water, gas, heating";
    assert_eq!(
        wrong(&format!(r#"{{"institutions": [{{"utilities": {utilities}}}]}}"#)),
        [
            format!("duplicate-key {path}[1].kind: gas; "),
            format!("number-with-fraction {path}[1].quantity: 0.5; 0.5"),
            format!("not-an-option {path}[2].kind: ; {kinds}"),
            format!("not-an-option {path}[3].kind: oil; {kinds}"),
            format!("unknown-field {path}[3].price: price; kind, quantity, residential_price, commercial_price"),
            format!("not-an-object {path}[4]: 7; "),
        ]
    );
}

#[test]
fn a_date_before_the_one_it_must_follow_is_told_at_the_later_fact() {
    let path = "families[0].children[0].enrolments[0].to";
    let told = wrong_enrolment(r#""to": "2025-09-09", "from": "2025-09-10""#);
    assert_eq!(told, [format!("end-before-start {path}: 2025-09-09; 2025-09-10")]);
    let day = r#"{"families": [{"children": [{"enrolments": [{"from": "2025-09-10", "to": "2025-09-10"}]}]}]}"#;
    read(day);
    read(&day.replace(r#""from": "2025-09-10""#, r#""from": null"#));
    let told = wrong_with(&small(), r#"{"readers": [{"loans": [{"first": "2025-01-02", "last": "2025-01-01"}]}]}"#);
    assert_eq!(told, ["end-before-start readers[0].loans[0].last: 2025-01-01; 2025-01-02"]);
}

#[test]
fn an_absent_end_stores_nothing() {
    let vocabulary = real();
    for end in ["", r#", "to": null"#] {
        let enrolment = format!(r#"{{"id": "e", "from": "2025-09-10"{end}}}"#);
        let case = read(&format!(r#"{{"families": [{{"children": [{{"enrolments": [{enrolment}]}}]}}]}}"#));
        assert!(shown(&case, &vocabulary, "enrolment.to", "e").is_empty());
    }
}
