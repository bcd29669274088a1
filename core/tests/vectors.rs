//! Every vector of `tests/vectors/` against the embedded law.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use tuoyu::rulebook::{Rule, Says};
use tuoyu::{Ask, Assessor, Pack, Rules};

#[test]
fn every_vector_holds() {
    let rules = Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).unwrap();
    let vectors = vectors();
    let wrong: Vec<String> = vectors.iter().flat_map(|vector| differences(&rules, vector)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(vectors.len() >= 960, "only {} vectors", vectors.len());
}

#[test]
fn every_vector_says_why_and_has_a_name_of_its_own() {
    let mut names = BTreeSet::new();
    for vector in vectors() {
        let name = vector["name"].as_str().unwrap().to_owned();
        assert!(!vector["because"].as_str().unwrap().is_empty(), "{name}");
        assert!(!vector["clause"].as_str().unwrap().is_empty(), "{name}");
        assert!(names.insert(name.clone()), "{name} stands twice");
    }
}

#[test]
fn every_rule_and_every_state_of_its_kind_stands_in_a_vector() {
    let rules = Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).unwrap();
    let mut stated: BTreeSet<(String, String)> = BTreeSet::new();
    for expected in vectors().iter().flat_map(|vector| vector["expect"].as_array().unwrap().clone()) {
        let text = |key: &str| expected[key].as_str().unwrap_or_default().to_owned();
        stated.insert((text("rule"), text("state")));
    }
    for rule in &rules.plan().book.rules {
        // A requirement that does not bind is short and not breached; a target without a day is never pending.
        let not_kept = if rule.guiding.is_some() { "short" } else { "breached" };
        let states: &[&str] = match (rule.kind.word(), rule.due.is_some()) {
            ("entitlement", _) if rule.benefit.as_ref().unwrap().elsewhere.is_some() => {
                &["undetermined", "not-in-force"]
            }
            ("entitlement", _) => &["granted", "undetermined", "not-in-force"],
            ("limit", _) if rule.versions.iter().all(|version| version.applies.is_empty()) => {
                &["met", "breached", "undetermined", "not-in-force"]
            }
            ("limit", _) => &["met", "breached", "undetermined", "not-in-force", "not-applicable"],
            ("requirement", _) => &["met", not_kept, "undetermined", "not-in-force"],
            ("indicator", true) => &["met", "missed", "pending", "undetermined", "not-in-force"],
            ("indicator", false) => &["met", "missed", "undetermined", "not-in-force"],
            ("procedure", _) if has_every_way(rule) => {
                &["done", "pending", "undetermined", "not-in-force", "not-applicable"]
            }
            ("procedure", _) => &["done", "pending", "no-branch", "undetermined", "not-in-force", "not-applicable"],
            ("quantity", _) => &["known", "undetermined"],
            _ => &["known", "not-in-force"],
        };
        for state in states {
            assert!(stated.contains(&(rule.id.clone(), (*state).to_owned())), "{} {state}", rule.id);
        }
    }
}

#[test]
fn an_answer_is_the_same_every_time() {
    let rules = Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).unwrap();
    for vector in vectors().iter().take(50) {
        let answer = || serde_json::to_string(&rules.assess(&case(&rules, vector), &ask(vector)).unwrap()).unwrap();
        assert_eq!(answer(), answer());
    }
}

#[test]
fn a_question_that_was_made_ready_is_answered_to_the_byte_as_one_that_was_not() {
    let rules = Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).unwrap();
    let mut kept: Vec<(Ask, Assessor<'_>)> = Vec::new();
    for vector in vectors().into_iter().step_by(4) {
        let (case, ask) = (case(&rules, &vector), ask(&vector));
        let place = kept.iter().position(|(known, _)| *known == ask).unwrap_or_else(|| {
            kept.push((ask.clone(), rules.assessor(&ask).unwrap()));
            kept.len() - 1
        });
        let written = |answer| serde_json::to_string(&answer).unwrap();
        let (ready, anew) = (kept[place].1.assess(&case).unwrap(), rules.assess(&case, &ask).unwrap());
        assert_eq!(written(ready), written(anew), "{}", vector["name"]);
    }
    assert!(kept.len() > 20, "only {} questions", kept.len());
}

fn vectors() -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let read = |file| serde_json::from_str::<Vec<Value>>(&fs::read_to_string(file).unwrap()).unwrap();
    files.into_iter().flat_map(read).collect()
}

fn case(rules: &Rules, vector: &Value) -> tuoyu::model::Facts {
    rules.read_json(vector["case"].to_string().as_bytes()).unwrap()
}

fn ask(vector: &Value) -> Ask {
    let window = &vector["window"];
    let mut ask = Ask::window(window["from"].as_str().unwrap(), window["to"].as_str().unwrap());
    for (id, option) in vector["readings"].as_object().into_iter().flatten() {
        ask = ask.reading(id, option.as_str().unwrap());
    }
    ask
}

/// What the engine says otherwise than the vector: each field that the vector states is compared exactly.
fn differences(rules: &Rules, vector: &Value) -> Vec<String> {
    let assessment = rules.assess(&case(rules, vector), &ask(vector)).unwrap();
    let answer = serde_json::to_value(assessment).unwrap();
    let mut wrong = Vec::new();
    for expected in vector["expect"].as_array().unwrap() {
        let same = |outcome: &&Value| ["subject", "rule"].iter().all(|key| outcome[*key] == expected[*key]);
        let found = answer["outcomes"].as_array().unwrap().iter().find(same).unwrap_or(&Value::Null);
        compare(vector, expected, found, &mut wrong);
    }
    for expected in vector["totals"].as_array().into_iter().flatten() {
        let keys = ["payer", "payee", "form", "unit", "discretionary"];
        let same = |total: &&Value| keys.iter().all(|key| total[*key] == expected[*key]);
        let found = answer["totals"].as_array().unwrap().iter().find(same).unwrap_or(&Value::Null);
        compare(vector, expected, found, &mut wrong);
    }
    wrong
}

fn compare(vector: &Value, expected: &Value, found: &Value, wrong: &mut Vec<String>) {
    for (field, value) in expected.as_object().unwrap() {
        if !agrees(field, value, &found[field]) {
            let (name, because) = (&vector["name"], &vector["because"]);
            wrong.push(format!("{name} ({because}): {field} of {expected} is {}", found[field]));
        }
    }
}

/// Whether the law gives a way for every step, whatever the facts are.
fn has_every_way(rule: &Rule) -> bool {
    let steps = rule.versions.iter().flat_map(|version| match &version.says {
        Says::Steps(steps) => steps.as_slice(),
        _ => &[],
    });
    steps.flat_map(|step| &step.ways).all(|way| way.act.is_some())
}

/// Whether a field is as stated. Of steps and parts only what is stated is compared; a part that is stated as nothing
/// may be left out; of a text it may be stated what its Chinese holds.
fn agrees(field: &str, expected: &Value, found: &Value) -> bool {
    match field {
        "steps" => {
            let (expected, found) = (list(expected), list(found));
            expected.len() == found.len() && expected.iter().zip(found).all(|(step, said)| holds(step, said))
        }
        "parts" => list(expected).iter().all(|part| {
            let same = |said: &&Value| ["subject", "month", "item"].iter().all(|key| said[*key] == part[*key]);
            list(found).iter().find(same).map_or(part["amount"] == "0.00", |said| holds(part, said))
        }),
        _ => match expected["holds"].as_str() {
            Some(words) => found["zh"].as_str().is_some_and(|text| text.contains(words)),
            None => found == expected,
        },
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn holds(stated: &Value, said: &Value) -> bool {
    stated.as_object().unwrap().iter().all(|(key, value)| said[key] == *value)
}
