//! What cannot be replayed.

use super::example::{kept, kept_text, read, rules};
use serde_json::{Value, json};
use tuoyu::Ask;
use tuoyu::error::{Diagnostics, Place};
use tuoyu::replay::Recorded;

fn told(Diagnostics(faults): &Diagnostics) -> Vec<String> {
    let place = |place: &Place| match place {
        Place::Path(path) => path.clone(),
        Place::Text { .. } => "text".to_owned(),
        Place::Argument(name) => name.clone(),
        Place::Cell { column, .. } => column.clone(),
    };
    faults.iter().map(|one| format!("{} {} {} | {}", one.code, place(&one.place), one.found, one.expected)).collect()
}

fn refused(record: &Value) -> Vec<String> {
    told(&Recorded::of(record).unwrap_err())
}

fn changed(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut kept = kept();
    change(&mut kept);
    refused(&kept)
}

#[test]
fn every_member_of_a_receipt_must_be_there() {
    let receipt = kept()["receipt"].clone();
    let names: Vec<&String> = receipt.as_object().unwrap().keys().collect();
    assert_eq!(names.len(), 12);
    for name in names {
        let mut without = receipt.clone();
        without.as_object_mut().unwrap().remove(name);
        let faults = refused(&without);
        assert_eq!(faults.len(), 1);
        assert!(faults[0].starts_with(&format!("not-a-receipt {name} — | ")), "{faults:?}");
    }
    for name in ["pack", "window", "outcomes", "totals", "receipt"] {
        let faults = changed(|kept| _ = kept.as_object_mut().unwrap().remove(name));
        assert_eq!(faults.len(), 1);
        assert!(faults[0].starts_with(&format!("not-a-receipt {name} — | ")), "{faults:?}");
    }
}

#[test]
fn every_wrong_type_is_told_with_what_was_found_and_where() {
    for (pointer, value, fault) in [
        ("/receipt", json!([]), "receipt […] | {…}"),
        ("/receipt/engine", json!(1), "receipt.engine 1 | \"…\""),
        ("/receipt/semantics", json!("1"), "receipt.semantics \"1\" | 1, 2, 3 …"),
        ("/receipt/semantics", json!(-1), "receipt.semantics -1 | 1, 2, 3 …"),
        ("/receipt/pack_hash", json!("ABC"), "receipt.pack_hash \"ABC\" | SHA-256: 64 × [0-9a-f]"),
        ("/receipt/layers", json!("example"), "receipt.layers \"example\" | […]"),
        ("/receipt/rules/1", json!(true), "receipt.rules[1] true | \"…\""),
        ("/receipt/rules/1", json!("example/grant"), "receipt.rules[1] \"example/grant\" | 1 ×"),
        ("/receipt/readings/fourth-child", json!(2), "receipt.readings.fourth-child 2 | \"…\" / null"),
        ("/receipt/window/to", json!("2025-12"), "receipt.window.to \"2025-12\" | 2026-01 .."),
        ("/receipt/window/from", json!("January"), "receipt.window.from \"January\" | \"YYYY-MM\""),
        ("/receipt/known_on", json!("2026-01-01"), "receipt.known_on \"2026-01-01\" | null"),
        ("/outcomes/0", json!(null), "outcomes[0] null | {…}"),
        ("/outcomes/0/subject", json!("k2"), "outcomes[2] {…} | 1 ×"),
        ("/outcomes/0/rule", json!(7), "outcomes[0].rule 7 | \"…\""),
    ] {
        let faults = changed(|kept| *kept.pointer_mut(pointer).unwrap() = value);
        assert_eq!(faults, [format!("not-a-receipt {fault}")], "{pointer}");
    }
}

#[test]
fn an_unknown_member_may_have_changed_the_question_and_is_refused() {
    let faults = changed(|kept| kept["receipt"]["mood"] = json!("good"));
    assert_eq!(faults.len(), 1);
    assert!(faults[0].starts_with("unknown-field receipt.mood mood | engine, semantics, "), "{faults:?}");
}

#[test]
fn all_faults_come_at_once() {
    let faults = changed(|kept| {
        kept["receipt"]["engine"] = json!(1);
        kept["receipt"]["known_on"] = json!("2026-01-01");
        kept["totals"] = json!(null);
    });
    assert_eq!(
        faults,
        [
            "not-a-receipt totals null | […]",
            "not-a-receipt receipt.engine 1 | \"…\"",
            "not-a-receipt receipt.known_on \"2026-01-01\" | null",
        ]
    );
}

#[test]
fn a_name_that_stands_twice_and_a_fraction_are_refused() {
    let text = kept_text().replacen("\"semantics\"", "\"semantics\": 1, \"semantics\"", 1);
    let fault = Recorded::from_json(text.as_bytes()).unwrap_err();
    assert_eq!(told(&fault), ["duplicate-key receipt.semantics semantics | "]);
    let text = kept_text().replacen("\"amount\": \"1200.00\"", "\"amount\": 1200.50", 1);
    let fault = Recorded::from_json(text.as_bytes()).unwrap_err();
    assert_eq!(told(&fault), ["not-a-receipt outcomes[0].amount 1200.50 | \"1200.50\""]);
}

#[test]
fn other_texts_are_refused() {
    assert!(told(&Recorded::from_json(b"{").unwrap_err())[0].starts_with("invalid-json text"));
    assert_eq!(told(&Recorded::from_json(b"[]").unwrap_err())[0], "not-a-receipt  […] | {…}");
    let case = told(&Recorded::from_json(read("case.json").as_bytes()).unwrap_err());
    assert!(case[0].starts_with("unknown-field families families | engine, "), "{case:?}");
}

#[test]
fn a_reform_is_applied_or_refused_and_never_passed_over() {
    let rules = rules(&[]);
    let case = rules.read_json(read("case.json").as_bytes()).unwrap();
    let mut kept = kept();
    kept["receipt"]["reform"] = json!({});
    assert!(rules.replay(&Recorded::of(&kept).unwrap(), &case).unwrap().holds());
    kept["receipt"]["reform"] = json!({"example/grant.second-child": "400"});
    // The recorded answer is the law's, and not that of the reform.
    assert!(!rules.replay(&Recorded::of(&kept).unwrap(), &case).unwrap().holds());
    let more = rules.reform([("example/grant.second-child", "400")]).unwrap();
    let recorded = Recorded::of(&more.assess(&case, &Ask::window("2026-01", "2026-12")).unwrap()).unwrap();
    assert!(rules.replay(&recorded, &case).unwrap().holds());
    kept["receipt"]["reform"] = json!({"example/grant.fifth-child": "400"});
    let fault = rules.replay(&Recorded::of(&kept).unwrap(), &case).unwrap_err();
    assert_eq!(
        told(&fault),
        ["unknown-parameter reform example/grant.fifth-child | example/childcare-age, \
          example/grant.second-child, example/grant.third-child"]
    );
}
