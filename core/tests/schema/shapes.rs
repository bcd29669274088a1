//! The schemas themselves, and what stands in them.

use super::house::{RULES, faults, schemas, validator};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tuoyu::model::FactType;

#[test]
fn every_schema_is_a_schema() {
    for (name, schema) in schemas() {
        assert!(jsonschema::draft202012::meta::is_valid(&schema), "{name}");
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{name}");
        validator(&schema);
    }
    // The check can fail.
    assert!(!jsonschema::draft202012::meta::is_valid(&json!({ "type": "decimal" })));
}

#[test]
fn every_reference_leads_somewhere_and_every_definition_is_used() {
    for (name, schema) in schemas() {
        let mut found = Vec::new();
        references(&schema, &mut found);
        let definitions = schema["$defs"].as_object().unwrap();
        for definition in definitions.keys().filter(|key| *key != "Assessment") {
            assert!(found.contains(&format!("#/$defs/{definition}")), "{name}: nothing uses {definition}");
        }
        for reference in found {
            let target = reference.strip_prefix("#/$defs/").unwrap();
            assert!(definitions.contains_key(target), "{name}: {reference}");
        }
    }
}

fn references(schema: &Value, found: &mut Vec<String>) {
    match schema {
        Value::Object(members) => {
            found.extend(members.get("$ref").and_then(Value::as_str).map(str::to_owned));
            members.values().for_each(|member| references(member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

#[test]
fn every_kind_has_the_states_of_the_contract() {
    // The table of docs/contract.md §4.
    let states = [
        ("Entitlement", "granted refused undetermined not-in-force not-applicable"),
        ("Limit", "met breached undetermined not-in-force not-applicable"),
        ("Requirement", "met breached short undetermined not-in-force not-applicable"),
        ("Indicator", "met missed pending undetermined not-in-force"),
        ("Procedure", "done pending no-branch undetermined not-in-force not-applicable"),
        ("Lookup", "known undetermined not-in-force not-applicable"),
    ];
    let [_, _, (_, outcome), _] = schemas();
    for (kind, states) in states {
        let listed = outcome["$defs"][kind]["properties"]["state"]["enum"].as_array().unwrap();
        let listed: BTreeSet<&str> = listed.iter().map(|state| state.as_str().unwrap()).collect();
        assert_eq!(listed, states.split(' ').collect(), "{kind}");
    }
}

#[test]
fn every_fact_has_its_texts_in_both_languages() {
    let [(_, case), (_, row), ..] = schemas();
    for fact in &RULES.vocabulary().facts {
        let thing = RULES.vocabulary().thing_at(fact.thing).unwrap();
        let in_case = &case["$defs"][&thing.id]["properties"][&fact.member];
        let in_row = &row["$defs"][&fact.id];
        // Numbers of records are columns and no members; records are members and no columns.
        assert_eq!(in_case.is_null(), fact.part.is_some(), "{}", fact.id);
        assert_eq!(in_row.is_null(), matches!(fact.kind, FactType::Records { .. }), "{}", fact.id);
        for schema in [in_case, in_row].into_iter().filter(|schema| !schema.is_null()) {
            assert_eq!(schema["title"], *fact.words.zh);
            let description = schema["description"].as_str().unwrap();
            for text in [&fact.ask.zh, &fact.words.en, &fact.ask.en] {
                assert!(description.contains(text.as_str()), "{}: {text}", fact.id);
            }
        }
    }
}

#[test]
fn the_description_of_the_pack_fits() {
    let [.., (_, pack)] = schemas();
    let described = serde_json::to_value(RULES.describe()).unwrap();
    let validator = validator(&pack);
    assert_eq!(faults(&validator, &described), Vec::<String>::new());
    assert_eq!(described["name"], "jining");
    let number = |list: &str| described[list].as_array().unwrap().len();
    let book = &RULES.plan().book;
    assert_eq!(
        (number("rules"), number("parameters"), number("readings")),
        (book.rules.len(), book.parameters.len(), 10)
    );
    assert_eq!((number("facts"), number("things")), (RULES.vocabulary().facts.len(), 9));
    // The subsidy of 二（五）13①: 3000 for an infant, from 2025-07-21 to 2028-06-20, by a notice of 2025-06-20.
    let list = |list: &str| described[list].as_array().unwrap().clone();
    let of = |all: Vec<Value>, id: &str| all.into_iter().find(|one| one["id"] == id).unwrap();
    let rule = of(list("rules"), "jining/operating-subsidy");
    assert_eq!(rule["parameters"], json!(["jining/operating-subsidy.infant", "jining/operating-subsidy.other"]));
    assert_eq!(
        (&rule["payer"], &rule["payee"], &rule["per"]),
        (&json!("county"), &json!("institution"), &json!("year"))
    );
    assert_eq!(rule["versions"][0]["force"], json!({ "from": "2025-07-21", "to": "2028-06-20" }));
    let infant = of(list("parameters"), "jining/operating-subsidy.infant");
    assert_eq!((&infant["value"], &infant["unit"]), (&json!("3000"), &json!("CNY")));
    assert_eq!(of(list("readings"), "fourth-child")["default"], Value::Null);
    assert_eq!(of(list("facts"), "institution.utilities.water.quantity")["part_of"], "institution.utilities");
    // A member more or less is no description.
    let mut more = described.clone();
    more["rules"][0]["note"] = json!("");
    let mut less = described;
    less["rules"][0].as_object_mut().unwrap().remove("payer");
    assert!(!validator.is_valid(&more) && !validator.is_valid(&less));
}
