//! Links by id, and the link that follows from another.

use super::{read, read_with, real, shown, small, wrong, wrong_with};

const PLACES: &str =
    r#""institutions": [{"id": "n1", "classes": [{"id": "c1"}]}, {"id": "n2", "classes": [{"id": "c2"}]}]"#;

fn enrolled(members: &str) -> String {
    format!(r#"{{{PLACES}, "families": [{{"id": "f1", "children": [{{"enrolments": [{{"id": "e", {members}}}]}}]}}]}}"#)
}

fn institution(members: &str) -> Vec<String> {
    shown(&read(&enrolled(members)), &real(), "enrolment.institution", "e")
}

fn faults(members: &str) -> Vec<String> {
    let told = wrong(&enrolled(members)).into_iter();
    told.map(|told| told.replace("families[0].children[0].enrolments[0]", "E")).collect()
}

#[test]
fn an_id_leads_to_the_thing_that_carries_it_wherever_it_stands() {
    assert_eq!(institution(r#""institution": "n2""#), ["..=n2"]);
    let told = wrong(&enrolled(r#""institution": 5"#));
    assert_eq!(told, ["not-text families[0].children[0].enrolments[0].institution: 5; "]);
}

#[test]
fn an_id_that_is_not_there_is_told_with_those_of_its_kind_nearest_first() {
    assert_eq!(faults(r#""institution": "c1""#), ["unknown-id E.institution: c1; n1, n2"]);
    assert_eq!(faults(r#""class": "n2""#), ["unknown-id E.class: n2; c2, c1"]);
    assert_eq!(faults(r#""class": """#), ["unknown-id E.class: ; c1, c2"]);
    let nobody = wrong(
        r#"{"institutions": [{}], "families": [{"children": [{"enrolments": [{"institution": "institutions[0]"}]}]}]}"#,
    );
    assert_eq!(nobody, ["unknown-id families[0].children[0].enrolments[0].institution: institutions[0]; —"]);
}

#[test]
fn a_list_of_ids_is_cut() {
    let rooms: Vec<String> = (10..99).map(|number| format!(r#"{{"id": "r{number}"}}"#)).collect();
    let json = format!(r#"{{"rooms": [{}], "readers": [{{"loans": [{{"room": "r95x"}}]}}]}}"#, rooms.join(","));
    let told = wrong_with(&small(), &json).remove(0);
    assert!(told.starts_with("unknown-id readers[0].loans[0].room: r95x; r95, r10, r11, "), "{told}");
    assert!(told.ends_with(", r28, …"), "{told}");
}

#[test]
fn the_institution_follows_from_the_class() {
    assert_eq!(institution(r#""class": "c2""#), ["..=n2"]);
    assert_eq!(institution(r#""class": "c2", "institution": "n2""#), ["..=n2"]);
    assert!(institution(r#""class": null"#).is_empty());
}

#[test]
fn it_follows_only_on_the_days_that_are_open() {
    let class = r#""class": [{"from": "2025-01-01", "to": "2025-12-31", "value": "c1"}, {"from": "2026-02-01", "value": "c2"}]"#;
    assert_eq!(institution(class), ["2025-01-01..2025-12-31=n1", "2026-02-01..=n2"]);
    let given = r#""institution": [{"from": "2025-03-01", "to": "2025-04-30", "value": "n1"}, {"from": "2026-06-01", "value": "n2"}]"#;
    assert_eq!(
        institution(&format!("{class}, {given}")),
        [
            "2025-01-01..2025-02-28=n1",
            "2025-03-01..2025-04-30=n1",
            "2025-05-01..2025-12-31=n1",
            "2026-02-01..2026-05-31=n2",
            "2026-06-01..=n2",
        ]
    );
    let around = r#""class": "c1", "institution": [{"from": "2025-03-01", "to": "2025-04-30", "value": "n1"}]"#;
    assert_eq!(institution(around), ["..2025-02-28=n1", "2025-03-01..2025-04-30=n1", "2025-05-01..=n1"]);
    let day =
        r#""class": "c1", "institution": [{"to": "2025-03-01", "value": "n1"}, {"from": "2025-03-03", "value": "n1"}]"#;
    assert_eq!(institution(day), ["..2025-03-01=n1", "2025-03-02..2025-03-02=n1", "2025-03-03..=n1"]);
    let ends = r#""class": "c1", "institution": [{"from": "1900-01-01", "to": "2100-12-31", "value": "n1"}]"#;
    assert_eq!(institution(ends), ["1900-01-01..2100-12-31=n1"]);
}

#[test]
fn a_class_of_another_institution_is_told() {
    assert_eq!(faults(r#""class": "c2", "institution": "n1""#), ["foreign-class E.class: c2; n2"]);
    let moved = |day: &str| {
        let line = r#"[{"to": "2025-12-31", "value": "n1"}, {"from": "2026-01-01", "value": "n2"}]"#;
        format!(r#""class": [{{"from": "{day}", "value": "c2"}}], "institution": {line}"#)
    };
    assert_eq!(faults(&moved("2025-12-31")), ["foreign-class E.class: c2; n2"]);
    assert_eq!(institution(&moved("2026-01-01")), ["..2025-12-31=n1", "2026-01-01..=n2"]);
    let left = |day: &str| {
        let line = r#"[{"to": "2025-12-31", "value": "n1"}, {"from": "2026-01-01", "value": "n2"}]"#;
        format!(r#""class": [{{"to": "{day}", "value": "c1"}}], "institution": {line}"#)
    };
    assert_eq!(institution(&left("2025-12-31")).len(), 2);
    assert_eq!(faults(&left("2026-01-01")), ["foreign-class E.class: c1; n1"]);
}

#[test]
fn it_is_the_vocabulary_that_says_what_follows() {
    let vocabulary = small();
    let json =
        r#"{"rooms": [{"shelves": [{"id": "s"}]}, {"id": "r"}], "readers": [{"loans": [{"id": "l", "shelf": "s"}]}]}"#;
    let case = read_with(&vocabulary, json).unwrap();
    assert_eq!(shown(&case, &vocabulary, "loan.room", "l"), ["..=rooms[0]"]);
    let chain =
        json.replace(r#"{"id": "s"}"#, r#"{"books": [{"id": "b"}]}"#).replace(r#""shelf": "s""#, r#""book": "b""#);
    let case = read_with(&vocabulary, &chain).unwrap();
    assert_eq!(shown(&case, &vocabulary, "loan.shelf", "l"), ["..=rooms[0].shelves[0]"]);
    assert_eq!(shown(&case, &vocabulary, "loan.room", "l"), ["..=rooms[0]"], "what follows from what follows");
    let told = wrong_with(&vocabulary, &json.replace(r#""shelf": "s""#, r#""shelf": "s", "room": "r""#));
    assert_eq!(told, ["foreign-class readers[0].loans[0].shelf: s; rooms[0]"]);
}
