//! A record, held against the answer of today.

use super::difference::{Compared, Difference, Differs, Replay, Replayed};
use super::recorded::{Recorded, RecordedAnswer, RecordedReceipt};
use super::words::{self, Cause};
use super::{found, outcomes};
use crate::explain::{Assessment, Receipt, WindowReport, digest};
use crate::model::Vocabulary;
use crate::source::Words;
use serde_json::Value;

/// Everything that differs. `gone` is what of the question could not be asked any more.
pub(crate) fn compare(recorded: &Recorded, now: &Assessment, gone: Vec<Difference>, vocabulary: &Vocabulary) -> Replay {
    let (before, after) = (&recorded.receipt, &now.receipt);
    let kept = recorded.answer.as_ref();
    let mut differences = kept.map(|kept| record(kept, before)).unwrap_or_default();
    let is_sound = differences.is_empty();
    let gone_rules: Vec<String> = gone.iter().filter_map(|difference| difference.rule.clone()).collect();
    let is_asked_as_then = gone.is_empty();
    differences.extend(origin(before, after));
    differences.extend(gone);
    let same_facts = before.facts_digest == after.facts_digest;
    let same_outcomes = before.outcomes_digest == after.outcomes_digest;
    let answers = kept.map(|kept| (kept, list(&now.outcomes)));
    if !same_facts {
        let named = answers.as_ref().map(|(kept, found)| found::facts(&kept.outcomes, found, vocabulary));
        let words = words::facts(named.as_ref().map(Vec::len));
        differences.push(texts(Differs::Facts, "facts_digest", &before.facts_digest, &after.facts_digest, words));
        differences.extend(named.into_iter().flatten());
    }
    if !same_outcomes {
        let same_origin = before.pack_hash == after.pack_hash && before.semantics == after.semantics;
        let is_broken = same_origin && same_facts && is_asked_as_then && is_sound;
        let what = if is_broken { Differs::Promise } else { Differs::Outcomes };
        let cause = match (is_broken, kept.is_some()) {
            (true, _) => Cause::Engine,
            (false, true) => Cause::Told,
            (false, false) => Cause::DigestAlone,
        };
        let (then, found) = (&before.outcomes_digest, &after.outcomes_digest);
        differences.push(texts(what, "outcomes_digest", then, found, words::outcomes(cause)));
    }
    if let Some((kept, found)) = &answers {
        let gone: Vec<&str> = gone_rules.iter().map(String::as_str).collect();
        let told = outcomes::outcomes(&kept.outcomes, found, &gone);
        if told.is_empty() && kept.outcomes != *found && gone.is_empty() {
            let words = words::order();
            differences.push(Difference::new(Differs::Outcomes, Value::Null, Value::Null, words).named("order"));
        }
        differences.extend(told);
        differences.extend(outcomes::totals(&kept.totals, &list(&now.totals)));
    }
    Replay {
        holds: differences.is_empty(),
        same_outcomes,
        replayed: Replayed {
            pack: after.pack.clone(),
            semantics: after.semantics,
            window: after.window.clone(),
            rules: after.rules.to_vec(),
            whole: kept.is_some(),
        },
        engine: Compared { recorded: before.engine.clone(), found: after.engine.to_owned() },
        differences,
    }
}

/// Whether the parts of an assessment belong to its receipt.
fn record(kept: &RecordedAnswer, receipt: &RecordedReceipt) -> Vec<Difference> {
    let mut differences = Vec::new();
    let mut tell = |name: &str, stated: Value, own: Value| {
        differences.push(Difference::new(Differs::Record, stated, own, words::record(name)).named(name));
    };
    if kept.pack != receipt.pack {
        tell("pack", Value::from(receipt.pack.as_str()), Value::from(kept.pack.as_str()));
    }
    if kept.window != receipt.window {
        tell("window", months(receipt), value(&WindowReport::from(kept.window)));
    }
    let own = digest(&kept.outcomes);
    if own != receipt.outcomes_digest {
        tell("outcomes", Value::from(receipt.outcomes_digest.as_str()), Value::from(own));
    }
    let asked = |outcome: &&Value| !receipt.rules.iter().any(|rule| rule == outcomes::text(outcome, "rule"));
    if let Some(outcome) = kept.outcomes.iter().find(asked) {
        tell("rules", value(&receipt.rules), outcomes::member(outcome, "rule").clone());
    }
    let chosen = |id: &str| receipt.readings.iter().find(|(known, _)| known == id).map(|(_, option)| value(option));
    let readings = kept.outcomes.iter().filter_map(|outcome| outcomes::member(outcome, "readings").as_object());
    let other = readings.flatten().find(|(id, option)| chosen(id).as_ref() != Some(*option));
    if let Some((id, option)) = other {
        tell("readings", chosen(id).unwrap_or_default(), option.clone());
    }
    differences
}

/// What was asked: which rules, of which text, and what their answers mean.
fn origin(before: &RecordedReceipt, after: &Receipt) -> Vec<Difference> {
    let mut differences = Vec::new();
    if before.semantics != after.semantics {
        let words = words::semantics(before.semantics, after.semantics);
        let (then, found) = (Value::from(before.semantics), Value::from(after.semantics));
        differences.push(Difference::new(Differs::Semantics, then, found, words).named("semantics"));
    }
    if before.pack != after.pack {
        let words = words::pack(&before.pack, &after.pack);
        differences.push(texts(Differs::Pack, "pack", &before.pack, &after.pack, words));
    }
    let same_text = before.text_hash == after.text_hash;
    if !same_text {
        differences.push(texts(
            Differs::TextHash,
            "text_hash",
            &before.text_hash,
            &after.text_hash,
            words::text_hash(),
        ));
    }
    if before.pack_hash != after.pack_hash {
        let words = words::pack_hash(same_text);
        differences.push(texts(Differs::PackHash, "pack_hash", &before.pack_hash, &after.pack_hash, words));
    }
    if *before.layers != *after.layers {
        let words = words::layers(&before.layers, &after.layers);
        let (then, found) = (value(&before.layers), value(&after.layers));
        differences.push(Difference::new(Differs::Layers, then, found, words).named("layers"));
    }
    differences
}

fn texts(what: Differs, name: &str, before: &str, after: &str, words: Words) -> Difference {
    Difference::new(what, Value::from(before), Value::from(after), words).named(name)
}

fn months(receipt: &RecordedReceipt) -> Value {
    value(&WindowReport::from(receipt.window))
}

fn list(reports: &impl serde::Serialize) -> Vec<Value> {
    match value(reports) {
        Value::Array(items) => items,
        _ => Vec::new(),
    }
}

/// Reports are made of texts, numbers and lists alone, so they always have a JSON value.
fn value(report: &impl serde::Serialize) -> Value {
    serde_json::to_value(report).unwrap_or_default()
}
