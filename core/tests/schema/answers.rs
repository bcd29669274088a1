//! Every vector and every example: the case fits, the whole answer fits.

use super::house::{CASE, RULES, examples, faults, validator, vectors};
use jsonschema::Validator;
use serde_json::{Value, json};
use tuoyu::{Ask, schema};

/// Of whole answers.
fn answers() -> Validator {
    let mut schema = schema::outcome();
    schema["$ref"] = json!("#/$defs/Assessment");
    validator(&schema)
}

fn ask(vector: &Value) -> Ask {
    let window = &vector["window"];
    let mut ask = Ask::window(window["from"].as_str().unwrap(), window["to"].as_str().unwrap());
    for (id, option) in vector["readings"].as_object().into_iter().flatten() {
        ask = ask.reading(id, option.as_str().unwrap());
    }
    // Rules are left out that the vector expects nothing of.
    vector["expect"].as_array().unwrap().iter().fold(ask, |ask, expected| ask.rule(expected["rule"].as_str().unwrap()))
}

#[test]
fn every_vector_fits_and_so_does_its_answer() {
    let (answers, outcomes) = (answers(), validator(&schema::outcome()));
    let vectors = vectors();
    for vector in &vectors {
        let name = &vector["name"];
        assert_eq!(faults(&CASE, &vector["case"]), Vec::<String>::new(), "{name}");
        let case = RULES.read_json(vector["case"].to_string().as_bytes()).unwrap();
        let answer = serde_json::to_value(RULES.assess(&case, &ask(vector)).unwrap()).unwrap();
        for outcome in answer["outcomes"].as_array().unwrap() {
            assert!(outcomes.is_valid(outcome), "{name}: {outcome}");
        }
        assert_eq!(faults(&answers, &answer), Vec::<String>::new(), "{name}");
    }
    assert!(vectors.len() >= 600, "only {} vectors", vectors.len());
}

#[test]
fn every_example_fits_and_so_does_its_answer_by_every_rule() {
    let answers = answers();
    let examples = examples();
    assert_eq!(examples.len(), 6);
    for (file, example) in examples {
        assert_eq!(faults(&CASE, &example), Vec::<String>::new(), "{}", file.display());
        let case = RULES.read_json(example.to_string().as_bytes()).unwrap();
        let answer = RULES.assess(&case, &Ask::window("2025-06", "2028-07")).unwrap();
        let answer = serde_json::to_value(answer).unwrap();
        assert_eq!(faults(&answers, &answer), Vec::<String>::new(), "{}", file.display());
    }
}

/// The family subsidy of a second child, all year.
fn granted() -> Value {
    let case = RULES
        .read_json(
            br#"{"families":[{"children":[{"birth_date":"2025-03-10","birth_order":2,
                "enrolments":[{"id":"e1","from":"2025-09-10"}]}]}]}"#,
        )
        .unwrap();
    let ask = Ask::window("2026-01", "2026-12").rule("jining/family-subsidy");
    serde_json::to_value(&RULES.assess(&case, &ask).unwrap().outcomes[0]).unwrap()
}

#[test]
fn an_outcome_that_is_changed_does_not_fit() {
    let outcomes = validator(&schema::outcome());
    let outcome = granted();
    assert!(outcomes.is_valid(&outcome));
    let changes = [
        // A member that nobody knows, and states and words of other kinds.
        ("note", json!("")),
        ("state", json!("breached")),
        ("kind", json!("limit")),
        ("kind", json!("benefit")),
        ("form", json!("gift")),
        ("standing", json!("rumour")),
        ("unit", json!("EUR")),
        // Numbers are texts with two decimals.
        ("amount", json!(3600)),
        ("amount", json!("3600")),
        ("range", json!(["0.00"])),
        // Granted, and yet no amount; refused, and yet an amount; zero is not unknown.
        ("amount", Value::Null),
        ("state", json!("refused")),
        ("state", json!("undetermined")),
        ("state", json!("not-in-force")),
        ("payer", json!("")),
        ("open", json!([{ "reading": "second-child", "set_elsewhere": "x" }])),
        ("missing", json!([{ "fact": "child.birth_date" }])),
        ("readings", json!({ "second-child": 2 })),
    ];
    for (member, value) in changes {
        let mut changed = outcome.clone();
        changed[member] = value;
        assert!(!outcomes.is_valid(&changed), "{member}: {}", changed[member]);
    }
    for member in outcome.as_object().unwrap().keys() {
        let mut less = outcome.clone();
        less.as_object_mut().unwrap().remove(member);
        assert!(!outcomes.is_valid(&less), "without {member}");
    }
    let within = [
        ("/months/0/state", json!("met")),
        ("/months/0/rate", Value::Null),
        ("/months/0/per", json!("week")),
        ("/months/0/from", json!("2026-13")),
        ("/reasons/0/relation", json!("~")),
        ("/reasons/0/source", json!(-1)),
        ("/sources/0/standing", json!("heard")),
    ];
    for (place, value) in within {
        let mut changed = outcome.clone();
        *changed.pointer_mut(place).unwrap() = value;
        assert!(!outcomes.is_valid(&changed), "{place}");
    }
}

#[test]
fn the_four_answers_are_kept_apart() {
    let outcomes = validator(&schema::outcome());
    let fits = |state: &str, amount: Option<&str>, range: Option<[&str; 2]>| {
        let mut outcome = granted();
        outcome["months"] = json!([]);
        (outcome["state"], outcome["amount"], outcome["range"]) = (json!(state), json!(amount), json!(range));
        outcomes.is_valid(&outcome)
    };
    // docs/answers.md, "Four answers".
    let (due, open) = (Some(["3600.00", "3600.00"]), Some(["0.00", "3600.00"]));
    assert!(fits("granted", Some("3600.00"), due));
    assert!(!fits("granted", None, due) && !fits("granted", Some("3600.00"), None));
    assert!(fits("refused", Some("0.00"), Some(["0.00", "0.00"])) && !fits("refused", Some("3600.00"), due));
    assert!(fits("undetermined", None, open) && !fits("undetermined", Some("0.00"), open));
    for outside in ["not-in-force", "not-applicable"] {
        assert!(fits(outside, None, None));
        assert!(!fits(outside, Some("0.00"), None) && !fits(outside, None, open), "{outside}");
    }
    // Another text sets the amount.
    assert!(fits("undetermined", None, None));
}

#[test]
fn what_is_not_breached_has_no_excess_and_what_guides_is_not_breached() {
    let outcomes = validator(&schema::outcome());
    let of = |kind: &str, state: &str, own: Value| {
        let mut outcome = json!({
            "subject": "n1", "rule": "a/b", "kind": kind, "state": state, "readings": {}, "missing": [], "open": [],
            "assumes": [], "standing": "seed", "layer": "a", "sources": [], "reasons": [], "months": []
        });
        outcome.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
        outcomes.is_valid(&outcome)
    };
    let limit = |state, excess: Value| {
        of("limit", state, json!({ "value": "3", "relation": "<=", "bound": "2", "excess": excess, "unit": null }))
    };
    assert!(limit("breached", json!("1")) && limit("met", Value::Null));
    assert!(!limit("met", json!("1")) && !limit("short", Value::Null));
    let duty = |state, binding| of("requirement", state, json!({ "binding": binding }));
    assert!(duty("breached", true) && duty("short", false) && duty("met", true) && duty("met", false));
    assert!(!duty("breached", false) && !duty("short", true));
    let words = json!({ "zh": "甲", "en": "a" });
    let lookup = |state, value: &Value| of("lookup", state, json!({ "value": value }));
    assert!(lookup("known", &words) && lookup("undetermined", &Value::Null));
    assert!(lookup("known", &json!([{ "key": "k", "zh": "甲", "en": "a" }])));
    assert!(!lookup("undetermined", &words) && !lookup("refused", &Value::Null) && !lookup("known", &json!("甲")));
}
