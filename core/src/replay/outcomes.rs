//! Outcomes and totals, held against one another member by member.

use super::difference::{Difference, Differs};
use super::words;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A member of an object; null where there is none.
pub(super) fn member<'v>(object: &'v Value, name: &str) -> &'v Value {
    object.get(name).unwrap_or(&Value::Null)
}

/// A member that is a text; empty where it is none.
pub(super) fn text<'v>(object: &'v Value, name: &str) -> &'v str {
    member(object, name).as_str().unwrap_or_default()
}

type Key<'v> = (&'v str, &'v str);

fn key(outcome: &Value) -> Key<'_> {
    (text(outcome, "subject"), text(outcome, "rule"))
}

/// Every member of every outcome that differs, in the order of the recorded outcomes, then outcomes that are new.
/// Those of rules that the pack does not have are told by the rule.
pub(super) fn outcomes(recorded: &[Value], found: &[Value], gone: &[&str]) -> Vec<Difference> {
    let now: BTreeMap<Key<'_>, &Value> = found.iter().map(|outcome| (key(outcome), outcome)).collect();
    let then: BTreeSet<Key<'_>> = recorded.iter().map(key).collect();
    let mut differences = Vec::new();
    for before in recorded.iter().filter(|outcome| !gone.contains(&text(outcome, "rule"))) {
        let (subject, rule) = key(before);
        match now.get(&(subject, rule)) {
            Some(after) => differences.extend(members(before, after)),
            None => {
                let words = words::outcome_gone(subject, rule);
                let difference = Difference::new(Differs::Outcome, before.clone(), Value::Null, words);
                differences.push(difference.of(subject).by(rule));
            }
        }
    }
    for after in found.iter().filter(|outcome| !then.contains(&key(outcome))) {
        let (subject, rule) = key(after);
        let difference =
            Difference::new(Differs::Outcome, Value::Null, after.clone(), words::outcome_new(subject, rule));
        differences.push(difference.of(subject).by(rule));
    }
    differences
}

/// Every member that differs: first those of the answer itself, then the rest by name.
fn members(before: &Value, after: &Value) -> Vec<Difference> {
    const FIRST: [&str; 4] = ["state", "amount", "range", "value"];
    let (subject, rule) = key(before);
    let objects = [before, after].into_iter().filter_map(Value::as_object);
    let names: BTreeSet<&str> = objects.flat_map(|object| object.keys().map(String::as_str)).collect();
    let rest = names.iter().copied().filter(|name| !FIRST.contains(name));
    let ordered = FIRST.into_iter().filter(|name| names.contains(name)).chain(rest);
    let differing = ordered.filter(|name| before.get(name) != after.get(name));
    let each = differing.map(|name| {
        let (before, after) = (member(before, name), member(after, name));
        let words = words::outcome(subject, rule, name, before, after);
        Difference::new(Differs::Outcome, before.clone(), after.clone(), words).of(subject).by(rule).named(name)
    });
    each.collect()
}

/// Every total that differs.
pub(super) fn totals(recorded: &[Value], found: &[Value]) -> Vec<Difference> {
    const WHOSE: [&str; 5] = ["payer", "payee", "form", "unit", "discretionary"];
    let alike = |a: &Value, b: &Value| WHOSE.iter().all(|name| a.get(name) == b.get(name));
    let difference = |before: Option<&Value>, after: Option<&Value>| {
        let words = words::total(before, after);
        let value = |total: Option<&Value>| total.cloned().unwrap_or_default();
        Difference::new(Differs::Total, value(before), value(after), words)
    };
    let mut differences = Vec::new();
    for before in recorded {
        let after = found.iter().find(|after| alike(before, after));
        if after != Some(before) {
            differences.push(difference(Some(before), after));
        }
    }
    let new = found.iter().filter(|after| !recorded.iter().any(|before| alike(before, after)));
    differences.extend(new.map(|after| difference(None, Some(after))));
    differences
}
