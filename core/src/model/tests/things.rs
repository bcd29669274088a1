//! The things of a case: order, holders, names, paths, ids.

use super::{read, read_with, real, small, told, wrong, wrong_with};
use crate::model::{Facts, Node, Vocabulary};

/// Each thing as `kind name path <holder's name`.
fn listed(case: &Facts, vocabulary: &Vocabulary) -> Vec<String> {
    let instances = case.instances.iter();
    let shown = instances.map(|instance| {
        let kind = &vocabulary.things[instance.thing.0].id;
        let holder = instance.holder.map_or("", |holder| &case.get(holder).unwrap().name);
        format!("{kind} {} {} <{holder}", instance.name, instance.path)
    });
    shown.collect()
}

#[test]
fn a_holder_stands_before_what_it_holds_and_kinds_in_the_order_of_the_vocabulary() {
    let json = r#"{
        "families": [{"children": [{"enrolments": [{}, {"id": "e2"}], "id": "k1"}, {}], "parents": [{"id": "p1"}], "id": "f1"}],
        "institutions": [{"classes": [{"id": "c1"}, {}]}, {"id": "n2"}],
        "jurisdiction": {}
    }"#;
    assert_eq!(
        listed(&read(json), &real()),
        [
            "jurisdiction jurisdiction jurisdiction <",
            "institution institutions[0] institutions[0] <",
            "class c1 institutions[0].classes[0] <institutions[0]",
            "class institutions[0].classes[1] institutions[0].classes[1] <institutions[0]",
            "institution n2 institutions[1] <",
            "family f1 families[0] <",
            "parent p1 families[0].parents[0] <f1",
            "employer p1 families[0].parents[0].employer <p1",
            "child k1 families[0].children[0] <f1",
            "birth k1 families[0].children[0].birth <k1",
            "enrolment families[0].children[0].enrolments[0] families[0].children[0].enrolments[0] <k1",
            "enrolment e2 families[0].children[0].enrolments[1] <k1",
            "child families[0].children[1] families[0].children[1] <f1",
            "birth families[0].children[1] families[0].children[1].birth <families[0].children[1]",
        ]
    );
}

#[test]
fn what_a_thing_has_one_of_is_there_however_deep_and_whether_given_or_not() {
    let vocabulary = small();
    let bare = read_with(&vocabulary, r#"{"readers": [{"id": "r"}]}"#).unwrap();
    assert_eq!(
        listed(&bare, &vocabulary),
        ["reader r readers[0] <", "card r readers[0].card <r", "chip r readers[0].card.chip <r"]
    );
    for given in [r#""card": null"#, r#""card": {}"#, r#""card": {"chip": {}}"#] {
        let case = read_with(&vocabulary, &format!(r#"{{"readers": [{{"id": "r", {given}}}]}}"#)).unwrap();
        assert_eq!(case, bare);
    }
}

#[test]
fn only_what_can_carry_no_id_and_is_one_borrows_the_name_of_its_holder() {
    let vocabulary = small();
    let json = r#"{"rooms": [{"id": "r", "desk": {"id": "d"}}, {"id": "q"}], "readers": [{"id": "x", "loans": [{"id": "l", "stamps": [{}, {}]}]}]}"#;
    let case = read_with(&vocabulary, json).unwrap();
    assert_eq!(
        listed(&case, &vocabulary),
        [
            "room r rooms[0] <",
            "desk d rooms[0].desk <r",
            "room q rooms[1] <",
            "desk rooms[1].desk rooms[1].desk <q",
            "reader x readers[0] <",
            "card x readers[0].card <x",
            "chip x readers[0].card.chip <x",
            "loan l readers[0].loans[0] <x",
            "stamp readers[0].loans[0].stamps[0] readers[0].loans[0].stamps[0] <l",
            "stamp readers[0].loans[0].stamps[1] readers[0].loans[0].stamps[1] <l",
        ]
    );
}

#[test]
fn what_the_case_has_one_of_is_there_only_if_given() {
    assert!(read("{}").instances.is_empty());
    assert!(read(r#"{"jurisdiction": null, "families": null, "institutions": []}"#).instances.is_empty());
    assert_eq!(read(r#"{"jurisdiction": {}}"#).instances.len(), 1);
}

#[test]
fn facts_stand_in_the_order_of_the_vocabulary() {
    let one = read(r#"{"institutions": [{"staff": 3, "places": 40, "filed": true, "name": "a"}]}"#);
    let other = read(r#"{"institutions": [{"name": "a", "filed": true, "places": 40, "staff": 3}]}"#);
    assert_eq!(one, other);
    let facts = one.instances[0].facts.iter();
    let order: Vec<_> = facts.map(|(fact, _)| real().facts[fact.0].member.clone()).collect();
    assert_eq!(order, ["name", "filed", "places", "staff"]);
}

#[test]
fn an_id_is_a_text_that_is_not_empty() {
    assert_eq!(wrong(r#"{"families": [{"id": ""}]}"#), ["not-text families[0].id: \"\"; "]);
    assert_eq!(wrong(r#"{"families": [{"id": 7}]}"#), ["not-text families[0].id: 7; "]);
    assert_eq!(read(r#"{"families": [{"id": null}]}"#).instances[0].name, "families[0]");
}

#[test]
fn ids_are_unique_over_all_kinds() {
    let told = wrong(r#"{"families": [{"id": "a"}], "institutions": [{"id": "a", "classes": [{"id": "a"}]}]}"#);
    assert_eq!(
        told,
        [
            "duplicate-id families[0].id: a; institutions[0]",
            "duplicate-id institutions[0].classes[0].id: a; institutions[0]"
        ]
    );
}

#[test]
fn an_id_may_not_be_the_path_that_names_another_thing() {
    let told = wrong(r#"{"families": [{"id": "families[1]"}, {}]}"#);
    assert_eq!(told, ["duplicate-id families[1]: families[1]; families[0]"]);
    assert_eq!(wrong(r#"{"jurisdiction": {}, "families": [{"id": "jurisdiction"}]}"#).len(), 1);
    read(r#"{"families": [{"id": "families[0]"}]}"#);
}

#[test]
fn a_thing_that_carries_no_id_has_no_such_field() {
    let told = wrong_with(&small(), r#"{"town": {"id": "t"}}"#);
    assert_eq!(told, ["unknown-field town.id: id; name"]);
}

#[test]
fn a_name_that_is_not_known_is_told_with_the_nearest_or_with_all() {
    assert_eq!(
        wrong(r#"{"famlies": [], "x": 1}"#),
        ["unknown-field famlies: famlies; families", "unknown-field x: x; jurisdiction, institutions, families"]
    );
    let told = wrong(r#"{"families": [{"children": [{"birthdate": 1, "weather": 2}]}]}"#);
    let known = "id, birth_date, birth_order, birth, enrolments";
    assert_eq!(
        told,
        [
            "unknown-field families[0].children[0].birthdate: birthdate; birth_date".to_owned(),
            format!("unknown-field families[0].children[0].weather: weather; {known}"),
        ]
    );
    let long = "x".repeat(100_000);
    assert!(wrong(&format!(r#"{{"{long}": 1}}"#))[0].ends_with("; jurisdiction, institutions, families"));
}

#[test]
fn a_member_that_stands_twice_is_told_and_the_first_is_read() {
    let told = wrong(r#"{"families": [{"county": "邹城市", "county": 5, "county": 6}], "families": 3}"#);
    let path = "duplicate-key families[0].county: county; ";
    assert_eq!(told, [path, path, "duplicate-key families: families; "]);
}

#[test]
fn a_list_is_a_list_and_an_object_an_object() {
    assert_eq!(wrong("7"), ["not-an-object : 7; "]);
    assert_eq!(wrong("null"), ["not-an-object : null; "]);
    assert_eq!(wrong(r#"{"families": {"id": "f"}}"#), ["not-a-list families: {…}; "]);
    assert_eq!(
        wrong(r#"{"families": [null, "f", []]}"#),
        ["not-an-object families[0]: null; ", "not-an-object families[1]: \"f\"; ", "not-an-object families[2]: […]; ",]
    );
    assert_eq!(wrong(r#"{"jurisdiction": []}"#), ["not-an-object jurisdiction: […]; "]);
    let told = wrong(r#"{"families": [{"parents": [{"employer": false}]}]}"#);
    assert_eq!(told, ["not-an-object families[0].parents[0].employer: false; "]);
}

#[test]
fn things_beyond_the_limit_are_refused_once_where_the_first_stands() {
    let wrong_of = |json: &str| {
        let node = Node::from_json(json.as_bytes()).unwrap();
        Facts::read_at_most(&node, &real(), 3).err().map(|faults| told(&faults)).unwrap_or_default()
    };
    assert_eq!(wrong_of(r#"{"institutions": [{}, {}, {}]}"#), [""; 0]);
    let one = ["too-many institutions[3]: 4; 3 (things)"];
    assert_eq!(wrong_of(r#"{"institutions": [{}, {}, {}, {}]}"#), one);
    assert_eq!(wrong_of(r#"{"institutions": [{}, {}, {}, {}, {}], "families": [{}, {"id": 1}]}"#), one, "and once");
}
