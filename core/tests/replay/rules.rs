//! Rules that are not those of the receipt.

use super::example::{english, kept, named, replay, replay_by, rules};
use serde_json::json;
use tuoyu::replay::{Differs, Recorded};
use tuoyu::{Ask, Pack, Rules};

const OTHER_TEXT: [(Differs, &str); 2] = [(Differs::TextHash, "text_hash"), (Differs::PackHash, "pack_hash")];

#[test]
fn a_word_of_prose_changes_the_hashes_alone() {
    let replay = replay_by(&rules(&[("made up for a test", "invented for a test")]), &kept(), &[]);
    assert!(!replay.holds() && replay.same_outcomes);
    assert_eq!(named(&replay), OTHER_TEXT);
}

#[test]
fn a_number_of_the_law_changes_what_rests_on_it() {
    let law = rules(&[("补助300元", "补助310元"), ("300 CNY", "310 CNY")]);
    let replay = replay_by(&law, &kept(), &[]);
    assert_eq!(named(&replay)[..2], OTHER_TEXT);
    // 4 × 310; every outcome of the sentence quotes it.
    assert!(english(&replay).contains(&"k1, example/grant, amount: 1200.00 → 1240.00"), "{:?}", english(&replay));
    assert!(replay.differences.iter().all(|one| one.what != Differs::Fact && one.what != Differs::Facts));
    assert!(replay.differences.iter().all(|one| one.rule.as_deref() != Some("example/fee-cap")));
}

#[test]
fn the_recorded_reading_is_taken_whatever_the_default_is_now() {
    let replay = replay_by(&rules(&[("default  open", "default  as-third")]), &kept(), &[]);
    assert!(replay.same_outcomes, "{:?}", english(&replay));
    assert_eq!(named(&replay), OTHER_TEXT);
    let mut kept = kept();
    kept["receipt"]["readings"]["reference-day"] = json!("first-day");
    // Under three on 1 May: January to May, 5 × 300. A receipt whose reading was changed by hand.
    let replay = super::example::replay(&kept, &[]);
    assert!(english(&replay).contains(&"k1, example/grant, amount: 1200.00 → 1500.00"));
    assert_eq!(named(&replay)[0], (Differs::Record, "readings"));
}

#[test]
fn rules_that_the_pack_has_lost_are_named_and_the_rest_is_asked() {
    let replay = replay_by(&rules(&[("limit fee-cap", "limit fee-limit")]), &kept(), &[]);
    assert_eq!(replay.replayed.rules, ["example/grant"]);
    let gone = &replay.differences[2];
    assert_eq!((gone.what, gone.rule.as_deref()), (Differs::Rule, Some("example/fee-cap")));
    assert_eq!(gone.words.en, "the pack has no rule example/fee-cap; it was not asked again");
    // The grant is as it was, and the lost rule's outcomes are told by the rule.
    assert_eq!(named(&replay)[3..], [(Differs::Outcomes, "outcomes_digest")]);
}

#[test]
fn readings_and_options_that_only_one_side_knows_are_named() {
    let mut kept = kept();
    let readings = kept["receipt"]["readings"].as_object_mut().unwrap();
    readings.remove("reference-day");
    readings.insert("fourth-child".to_owned(), json!("as-second"));
    readings.insert("fifth-child".to_owned(), json!(null));
    let replay = replay(&kept["receipt"], &[]);
    assert_eq!(
        english(&replay)[..3],
        [
            "the pack has no reading fifth-child",
            "the receipt has no reading reference-day; its default was taken",
            "the reading fourth-child has no option as-second; its default was taken",
        ]
    );
}

#[test]
fn a_receipt_of_another_pack_is_told_apart() {
    let jining = Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).unwrap();
    let case = br#"{"families":[{"children":[{"id":"k1","birth_date":"2025-03-10"}]}]}"#;
    let ask = Ask::window("2026-01", "2026-12").rule("jining/family-subsidy");
    let answer = jining.assess(&jining.read_json(case).unwrap(), &ask).unwrap();
    let here = rules(&[]);
    let replay = here.replay(&Recorded::of(&answer).unwrap(), &here.read_json(case).unwrap()).unwrap();
    let whats: Vec<Differs> = replay.differences.iter().map(|one| one.what).collect();
    assert_eq!(whats[..5], [Differs::Pack, Differs::TextHash, Differs::PackHash, Differs::Layers, Differs::Rule]);
    assert_eq!(english(&replay)[0], "the pack: jining → example");
    assert_eq!(english(&replay)[3], "the layers: china, shandong, jining → example");
    assert!(replay.replayed.rules.is_empty());
}

#[test]
fn the_same_text_may_have_been_compiled_otherwise() {
    let mut kept = kept();
    kept["receipt"]["pack_hash"] = json!("0".repeat(64));
    let replay = replay(&kept, &[]);
    assert_eq!(english(&replay), ["the same text, compiled otherwise (pack_hash)"]);
}

#[test]
fn other_semantics_are_a_difference_even_where_the_outcomes_are_the_same() {
    let mut kept = kept();
    kept["receipt"]["semantics"] = json!(2);
    let replay = replay(&kept, &[]);
    assert!(!replay.holds() && replay.same_outcomes);
    assert_eq!(named(&replay), [(Differs::Semantics, "semantics")]);
    assert!(english(&replay)[0].ends_with("Replay with an engine of semantics 2"));
}

#[test]
fn another_engine_alone_is_told_and_is_no_difference() {
    let mut kept = kept();
    kept["receipt"]["engine"] = json!("tuoyu 0.0.1");
    let replay = replay(&kept, &[]);
    assert!(replay.holds());
    assert_eq!(replay.engine.recorded, "tuoyu 0.0.1");
    assert_ne!(replay.engine.found, "tuoyu 0.0.1");
}
