//! Limits of several needs: carers for every so many children, ages at entry, closed lists, what an institution holds.

use super::kinds::small;
use crate::{Ask, Rules};
use serde_json::{Value, json};

/// The outcome of the one rule for the first of its subjects in January 2026.
fn told(rules: &Rules, case: &str) -> Value {
    let case = rules.read_json(case.as_bytes()).unwrap();
    let assessment = rules.assess(&case, &Ask::window("2026-01", "2026-01")).unwrap();
    serde_json::to_value(&assessment.outcomes[0]).unwrap()
}

/// State, value, relation, bound and excess.
fn figures(told: &Value) -> [Value; 5] {
    ["state", "value", "relation", "bound", "excess"].map(|member| told[member].clone())
}

fn is(told: &Value, state: &str, value: Option<&str>, relation: &str, bound: Option<&str>, excess: Option<&str>) {
    assert_eq!(figures(told), [json!(state), json!(value), json!(relation), json!(bound), json!(excess)], "{told}");
}

fn missing(told: &Value) -> Vec<String> {
    let name = |one: &Value| format!("{} {}", one["subject"].as_str().unwrap(), one["fact"].as_str().unwrap());
    told["missing"].as_array().unwrap().iter().map(name).collect()
}

fn carers() -> Rules {
    small(
        "保育人员与婴幼儿配比：乳儿班1:3，其他1:7。",
        "limit carers for class
  title  配比 | Carers
  let    children-per-carer = by class.kind
           infant:              3
           otherwise as other:  7
  need   class.carers >= ceil(class.children / children-per-carer)",
    )
}

fn class(facts: &str) -> String {
    format!(r#"{{"institutions":[{{"classes":[{{"id":"c1",{facts}}}]}}]}}"#)
}

#[test]
fn a_started_group_of_children_needs_one_carer_more() {
    let rules = carers();
    let of = |kind: &str, children: u32, carers: u32| {
        told(&rules, &class(&format!(r#""kind":"{kind}","children":{children},"carers":{carers}"#)))
    };
    is(&of("infant", 0, 0), "met", Some("0"), ">=", Some("0"), None);
    is(&of("infant", 1, 0), "breached", Some("0"), ">=", Some("1"), Some("1"));
    is(&of("infant", 3, 1), "met", Some("1"), ">=", Some("1"), None);
    is(&of("infant", 4, 1), "breached", Some("1"), ">=", Some("2"), Some("1"));
    is(&of("toddler-senior", 7, 1), "met", Some("1"), ">=", Some("1"), None);
    is(&of("toddler-senior", 15, 1), "breached", Some("1"), ">=", Some("3"), Some("2"));
}

#[test]
fn unknown_children_are_tried_on_both_sides_of_every_group() {
    let rules = carers();
    let open = told(&rules, &class(r#""kind":"infant","carers":2"#));
    is(&open, "undetermined", Some("2"), ">=", None, None);
    assert_eq!(missing(&open), ["c1 class.children"]);
    // Enough for the most that there can be.
    let most = told(&rules, &class(r#""kind":"infant","carers":33333334"#));
    is(&most, "met", Some("33333334"), ">=", None, None);
    let fewer = told(&rules, &class(r#""kind":"infant","carers":33333333"#));
    is(&fewer, "undetermined", Some("33333333"), ">=", None, None);
    // Of an unknown kind: nine children are three carers or two.
    let kind = told(&rules, &class(r#""children":9,"carers":2"#));
    is(&kind, "undetermined", Some("2"), ">=", None, None);
    assert_eq!(missing(&kind), ["c1 class.kind"]);
    is(&told(&rules, &class(r#""children":9,"carers":3"#)), "met", Some("3"), ">=", None, None);
}

#[test]
fn what_is_divided_by_cannot_be_reformed_to_nought() {
    let rules = carers();
    let three = rules.reform([("jining/carers.infant", "2")]).unwrap();
    is(
        &told(&three, &class(r#""kind":"infant","children":3,"carers":1"#)),
        "breached",
        Some("1"),
        ">=",
        Some("2"),
        Some("1"),
    );
    let faults = rules.reform([("jining/carers.infant", "0")]).unwrap_err();
    assert_eq!(faults.0[0].code, crate::error::Code::OutOfRange);
}

fn home() -> Rules {
    small(
        "家庭托育点收托不超过5人，每名人员最多看护3名。",
        "limit home for institution
  title    家庭托育点 | Home nursery
  applies  institution.setting is family-home
  need
    children \"收托人数 | Children\":  sum(class.children) <= 5
    carers \"看护人员 | Carers\":      sum(class.carers) >= ceil(sum(class.children) / 3)",
    )
}

fn homes(classes: &str) -> String {
    format!(r#"{{"institutions":[{{"id":"n1","setting":"family-home","classes":[{classes}]}}]}}"#)
}

#[test]
fn the_first_need_that_fails_is_the_one_that_is_told() {
    let rules = home();
    let of = |classes: &str| told(&rules, &homes(classes));
    is(&of(""), "met", Some("0"), "<=", Some("5"), None);
    is(&of(r#"{"children":5,"carers":2}"#), "met", Some("5"), "<=", Some("5"), None);
    is(&of(r#"{"children":6,"carers":2}"#), "breached", Some("6"), "<=", Some("5"), Some("1"));
    is(&of(r#"{"children":4,"carers":1}"#), "breached", Some("1"), ">=", Some("2"), Some("1"));
    is(&of(r#"{"children":6,"carers":1}"#), "breached", Some("6"), "<=", Some("5"), Some("1"));
    // Over all the classes of the institution.
    is(
        &of(r#"{"children":2,"carers":1},{"children":2,"carers":0}"#),
        "breached",
        Some("1"),
        ">=",
        Some("2"),
        Some("1"),
    );
    is(
        &of(r#"{"children":3,"carers":1},{"children":3,"carers":1}"#),
        "breached",
        Some("6"),
        "<=",
        Some("5"),
        Some("1"),
    );
    let other = r#"{"institutions":[{"setting":"community","classes":[{"children":9,"carers":1}]}]}"#;
    assert_eq!(told(&rules, other)["state"], "not-applicable");
}

#[test]
fn an_institution_counts_its_own_classes() {
    let rules = home();
    let both = r#"{"institutions":[
        {"id":"n1","setting":"family-home","classes":[{"children":2,"carers":1}]},
        {"id":"n2","setting":"family-home","classes":[{"children":3,"carers":1},{"children":3,"carers":1}]}]}"#;
    let case = rules.read_json(both.as_bytes()).unwrap();
    let assessment = rules.assess(&case, &Ask::window("2026-01", "2026-01")).unwrap();
    let outcomes: Vec<Value> = assessment.outcomes.iter().map(|one| serde_json::to_value(one).unwrap()).collect();
    is(&outcomes[0], "met", Some("2"), "<=", Some("5"), None);
    is(&outcomes[1], "breached", Some("6"), "<=", Some("5"), Some("1"));
}

#[test]
fn unknown_numbers_of_a_class_are_missing_under_its_name() {
    let rules = home();
    let open = told(&rules, &homes(r#"{"id":"c1","children":2,"carers":1},{"id":"c2","carers":1}"#));
    // Up to five they are two carers' work; more are too many before anybody counts carers.
    is(&open, "undetermined", None, "<=", Some("5"), None);
    assert_eq!(missing(&open), ["c2 class.children"]);
    // Six are too many, whoever cares for them.
    let many = told(&rules, &homes(r#"{"id":"c1","children":6}"#));
    is(&many, "breached", Some("6"), "<=", Some("5"), Some("1"));
    assert_eq!(missing(&many), Vec::<String>::new());
    let found = |told: &Value| told["reasons"][1]["found"].clone();
    assert_eq!(found(&open), Value::Null);
}

#[test]
fn things_are_counted_where_they_are() {
    let rules = small(
        "至少设1个乳儿班。",
        "requirement infants for institution
  title  乳儿班 | Infants
  need   count(class where class.kind is infant) >= 1",
    );
    let state = |classes: &str| told(&rules, &homes(classes))["state"].clone();
    // The class that is not there is none of the first kind.
    let two = r#"{"institutions":[{"classes":[{"kind":"toddler-junior"}]},{"classes":[{"kind":"infant"},{"kind":"infant"}]}]}"#;
    assert_eq!(told(&rules, two)["state"], "breached");
    assert_eq!(state(r#"{"kind":"toddler-junior"},{"kind":"infant"}"#), "met");
    assert_eq!(state(r#"{"kind":"toddler-junior"},{}"#), "undetermined");
    assert_eq!(state(""), "breached");
}
