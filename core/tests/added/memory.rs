//! A rule that rests on memory alone answers only where it is named.

use super::{answer, rules, twin};
use serde_json::Value;
use tuoyu::{Ask, Pack, Rules};

const RULE: &str = "example/first-child-grant";

fn answered(ask: &Ask) -> Vec<String> {
    let answer = answer(&rules(), &twin(1), ask).unwrap();
    let ids = |one: &Value| one["rule"].as_str().unwrap().to_owned();
    answer["outcomes"].as_array().unwrap().iter().map(ids).collect()
}

#[test]
fn it_is_off_unless_it_is_named() {
    let ask = || Ask::window("2026-01", "2026-01");
    let has = |ask: &Ask| answered(ask).contains(&RULE.to_owned());
    assert!(!has(&ask()));
    assert!(!has(&ask().rule("example/*")));
    assert!(has(&ask().with(RULE)));
    assert!(has(&ask().with("example/*")));
    assert_eq!(answered(&ask().rule(RULE)), [RULE]);
    // Naming it leaves on what is on.
    assert!(answered(&ask().with(RULE)).contains(&"china/childcare-allowance".to_owned()));
    // It switches on and chooses nothing.
    assert_eq!(answered(&ask().rule("example/twins-grant").with(RULE)), ["example/twins-grant"]);
    assert!(has(&ask().rule("example/*").with(RULE)));
}

#[test]
fn a_name_that_no_rule_has_is_told() {
    let faults = answer(&rules(), &twin(1), &Ask::window("2026-01", "2026-01").with("example/first")).unwrap_err();
    assert_eq!(faults.0.iter().map(|one| one.code.id()).collect::<Vec<_>>(), ["unknown-rule"]);
}

#[test]
fn it_says_that_it_rests_on_memory() {
    let ask = Ask::window("2026-01", "2026-01").rule(RULE);
    let outcome = answer(&rules(), &twin(1), &ask).unwrap()["outcomes"][0].clone();
    assert_eq!((&outcome["standing"], &outcome["amount"]), (&Value::from("from-memory"), &Value::from("100.00")));
}

#[test]
fn no_published_rule_rests_on_memory_alone() {
    let rules = Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).unwrap();
    let book = &rules.plan().book;
    let off: Vec<&str> =
        book.rules.iter().filter(|rule| book.rests_on_memory(rule)).map(|rule| rule.id.as_str()).collect();
    assert_eq!(off, [""; 0]);
}
