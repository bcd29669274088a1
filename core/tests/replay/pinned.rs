//! What answers mean, and how packs are written, is held fast by a record that was made when it was decided.

use super::example::{RECORD, kept, read, replay, rules};
use tuoyu::packed::FORMAT;
use tuoyu::replay::Differs;
use tuoyu::rulebook::SEMANTICS;

#[test]
fn the_recorded_answer_still_holds() {
    let replay = replay(&kept(), &[]);
    for difference in &replay.differences {
        let what = match difference.what {
            Differs::TextHash | Differs::Layers | Differs::Pack => {
                "tests/replay/pack was edited; nobody edits it".to_owned()
            }
            Differs::PackHash => format!(
                "the bytes of a compiled pack are others: raise FORMAT (now {FORMAT}, core/src/packed/header.rs), then record anew: {RECORD}"
            ),
            Differs::Record => "tests/replay/semantics-N.json was edited by hand".to_owned(),
            _ => format!(
                "answers mean something else: undo it, or raise SEMANTICS (now {SEMANTICS}, core/src/rulebook/book.rs), add it to the list in docs/semantics.md, then record anew: {RECORD}"
            ),
        };
        eprintln!("{}\n  {what}", difference.words.en);
    }
    assert!(replay.holds(), "see docs/semantics.md");
    assert_eq!((SEMANTICS, FORMAT), (1, 1), "the list of versions in docs/semantics.md ends with these");
}

/// What the two sentences give, counted by hand; see the reasons beside each.
#[test]
fn the_recorded_answer_is_that_of_the_law() {
    let kept = kept();
    let told: Vec<String> = kept["outcomes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| format!("{} {} {} {} {}", one["subject"], one["rule"], one["state"], one["amount"], one["range"]))
        .map(|line| line.replace('"', ""))
        .collect();
    assert_eq!(
        told,
        [
            // Second child, three years old on 31 May 2026, the last day of that month: January to April, 4 × 300.
            "k1 example/grant granted 1200.00 [1200.00,1200.00]",
            // 1750 is not above 1800.
            "k1 example/fee-cap met null null",
            // Third child, enrolled to the end of June: 6 × 500.
            "k2 example/grant granted 3000.00 [3000.00,3000.00]",
            // 1900 is above 1800.
            "k2 example/fee-cap breached null null",
            // Fourth child, of whom the text says nothing: nothing, or 12 × 500 as for a third.
            "k3 example/grant undetermined null [0.00,6000.00]",
            // The fee is not stated.
            "k3 example/fee-cap undetermined null null",
        ]
    );
    assert_eq!(kept["outcomes"][3]["excess"], "100");
    assert_eq!(kept["outcomes"][5]["missing"][0]["fact"], "child.monthly_fee");
    // 1200 + 3000 + 0 and 1200 + 3000 + 6000.
    assert_eq!(kept["totals"][0]["range"], serde_json::json!(["4200.00", "10200.00"]));
}

/// Computed by another program: Python, `json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)`.
#[test]
fn the_digests_are_those_of_another_program() {
    let receipt = &kept()["receipt"];
    assert_eq!(receipt["facts_digest"], "6fb3d467d5fc9285bf8843f08a1f1089719105f406fb8d4c9014bce28ab3e626");
    assert_eq!(receipt["outcomes_digest"], "44a945b6f6ffd4fb3efbc6a47b7d6f01ec9999bd0cea1a1f821d51edf2672634");
}

#[test]
fn a_compiled_pack_replays_what_its_text_answered() {
    let files =
        [("vocabulary.toml", read("pack/vocabulary.toml")), ("example/measures.md", read("pack/example/measures.md"))];
    let pack = tuoyu::Pack::new(files.iter().map(|(name, text)| (*name, text.as_str())));
    let loaded = tuoyu::Rules::load(&pack.compile().unwrap()).unwrap();
    assert!(super::example::replay_by(&loaded, &kept(), &[]).holds());
    assert_eq!(loaded.hash(), rules(&[]).hash());
}
