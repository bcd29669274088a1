//! Every place of a case with every strange value: what the schema refuses the reader refuses, and what the reader
//! refuses for the form of a value the schema refuses.

use super::house::{CASE, RULES, codes, examples, faults};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::PathBuf;
use tuoyu::model::ThingIndex;

/// What no schema can say: how things relate to one another.
const BETWEEN: [&str; 8] = [
    "duplicate-id",
    "unknown-id",
    "foreign-class",
    "end-before-start",
    "overlapping-line",
    "shares-above-one",
    "contradiction",
    "number-with-fraction",
];

fn strange() -> Vec<Value> {
    vec![
        Value::Null,
        json!(true),
        json!(0),
        json!(1),
        json!(-1),
        json!(2_000_000_000),
        json!(1.5),
        json!(""),
        json!("x"),
        json!("0"),
        json!("1"),
        json!("-1"),
        json!("0.5"),
        json!("0.00001"),
        json!("1,000"),
        json!("1."),
        json!("yes"),
        json!("infant"),
        json!("邹城市"),
        json!("2025-03-10"),
        json!("2025-02-30"),
        json!("2025-03-10T00:00"),
        json!([]),
        json!({}),
        json!(["meals"]),
        json!([null]),
        json!([{}]),
        json!([{ "value": true }]),
        json!([{ "value": "1" }]),
        json!([{ "from": "2025-01-01" }]),
        json!([{ "kind": "water" }]),
        json!([{ "note": 1 }]),
        json!({ "note": 1 }),
    ]
}

/// Every place of a value, as pointers.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, member)| places(member, &format!("{at}/{name}"), found))
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(place, item)| places(item, &format!("{at}/{place}"), found));
        }
        _ => {}
    }
}

/// A case with one of each thing, of which every fact stands there and nothing is stated.
fn whole(holder: Option<ThingIndex>) -> Value {
    let vocabulary = RULES.vocabulary();
    let mut members = serde_json::Map::new();
    if let Some(thing) = holder {
        let stated = vocabulary.facts_of(thing).filter(|(_, fact)| fact.part.is_none());
        members.extend(stated.map(|(_, fact)| (fact.member.clone(), Value::Null)));
        members.extend(vocabulary.thing_at(thing).unwrap().named.then(|| ("id".to_owned(), Value::Null)));
    }
    for (place, thing) in vocabulary.things.iter().enumerate().filter(|(_, thing)| thing.holder == holder) {
        let one = whole(Some(ThingIndex(place)));
        members.insert(thing.key.clone(), if thing.many { json!([one]) } else { one });
    }
    Value::Object(members)
}

#[test]
fn both_sides_agree_at_every_place() {
    let (mut tried, mut refused, mut seen) = (0, 0, BTreeSet::new());
    for (file, example) in std::iter::once((PathBuf::new(), whole(None))).chain(examples()) {
        let mut all = Vec::new();
        places(&example, "", &mut all);
        // Items of one list are alike.
        let alike =
            |place: &str| place.split('/').filter(|part| part.parse::<usize>().is_err()).collect::<Vec<_>>().join("/");
        let deep = |place: &str| (alike(place), place.matches('/').count());
        for place in all.into_iter().filter(|place| seen.insert(deep(place))) {
            for value in strange() {
                let mut case = example.clone();
                *case.pointer_mut(&place).unwrap() = value.clone();
                let (codes, faults) = (codes(&case.to_string()), faults(&CASE, &case));
                let told = format!("{} {place} {value}: {codes:?} {faults:?}", file.display());
                let of_form = codes.iter().any(|code| !BETWEEN.contains(code)) || value == json!(1.5);
                assert!(!codes.is_empty() || faults.is_empty(), "only the schema refuses: {told}");
                assert!(codes.is_empty() || !of_form || !faults.is_empty(), "only the reader refuses: {told}");
                tried += 1;
                refused += usize::from(!faults.is_empty());
            }
        }
    }
    assert!(tried > 2_000 && refused > 1_500, "{refused} of {tried}");
}
