//! A layer of files adds a fact, a parameter, a reading and rules, and overrides some: no Rust changes.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

mod memory;
mod overrides;

use serde_json::{Value, json};
use tuoyu::error::Diagnostics;
use tuoyu::{Ask, Pack, Rules};

const FACTS: &str = include_str!("../../../tests/added/facts.toml");
const MEASURES: &str = include_str!("../../../tests/added/example/measures.md");
const NAME: &str = "example/measures.md";

/// The published law under the layer of an example county, whose text is changed so.
fn pack(change: impl Fn(&str) -> String) -> Pack {
    let law = tuoyu_rules::jining().iter().map(|(name, text)| match *name {
        "vocabulary.toml" => (*name, format!("{text}{FACTS}")),
        _ => (*name, (*text).to_owned()),
    });
    let all: Vec<(&str, String)> = law.chain([(NAME, change(MEASURES))]).collect();
    Pack::new(all.iter().map(|(name, text)| (*name, text.as_str())))
}

fn rules() -> Rules {
    Rules::from_pack(&pack(str::to_owned)).unwrap()
}

/// What is wrong with the pack where the county's text is changed so, each as `code found => expected`.
fn told(from: &str, to: &str) -> Vec<String> {
    assert!(MEASURES.contains(from), "{from}");
    let checked = pack(|text| text.replacen(from, to, 1)).check();
    let shown = checked.diagnostics.iter().map(|one| format!("{} {} => {}", one.code, one.found, one.expected));
    shown.collect()
}

fn answer(rules: &Rules, case: &Value, ask: &Ask) -> Result<Value, Diagnostics> {
    let facts = rules.read_json(case.to_string().as_bytes())?;
    Ok(serde_json::to_value(rules.assess(&facts, ask)?).unwrap())
}

fn twin(order: u32) -> Value {
    json!({"families": [{"children": [{"birth_date": "2025-03-10", "birth_order": order, "twin": true}]}]})
}

#[test]
fn the_layer_has_nothing_wrong_in_it() {
    let checked = pack(str::to_owned).check();
    assert_eq!(checked.diagnostics.iter().map(|one| one.found.clone()).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn a_rule_that_was_added_answers_by_the_fact_the_parameter_and_the_reading_that_were_added() {
    let ask = Ask::window("2026-01", "2027-12").rule("example/twins-grant");
    let outcome = |ask: &Ask| answer(&rules(), &twin(1), ask).unwrap()["outcomes"][0].clone();
    let open = outcome(&ask);
    assert_eq!((&open["state"], &open["open"]), (&json!("undetermined"), &json!([{"reading": "twin-orders"}])));
    let granted = outcome(&ask.reading("twin-orders", "as-twins"));
    // Two years old on 10 March 2027, so January 2026 to February 2027: 14 × 150.
    assert_eq!((&granted["amount"], &granted["layer"]), (&json!("2100.00"), &json!("example")));
    assert_eq!(granted["sources"][0]["document"], "示例县〔2026〕1号");
}

#[test]
fn the_vocabulary_asks_for_the_fact_that_was_added() {
    let rules = rules();
    let case = json!({"families": [{"children": [{"birth_date": "2025-03-10"}]}]});
    let facts = rules.read_json(case.to_string().as_bytes()).unwrap();
    let ask = Ask::window("2026-01", "2026-12").rule("example/twins-grant").reading("twin-orders", "as-twins");
    let asked = serde_json::to_value(rules.questions(&facts, &ask).unwrap()).unwrap();
    assert!(asked.to_string().contains("孩子是双胞胎之一吗？"), "{asked}");
}
