//! Facts whose values changed, through the reasons that found them.

use super::difference::{Difference, Differs};
use super::outcomes::{member, text};
use super::words;
use crate::model::Vocabulary;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Who found it: the outcome's subject, its rule, its condition.
type Finder<'v> = (&'v str, &'v str, &'v str);

/// A value in months.
#[derive(Clone, Debug, PartialEq)]
struct Stretch<'v> {
    from: &'v str,
    to: &'v str,
    found: &'v Value,
}

/// The values of a fact, as each condition found them.
type Values<'v> = BTreeMap<Finder<'v>, Vec<Stretch<'v>>>;

/// A difference for each fact of a subject that one condition found otherwise in one month.
pub(super) fn facts(recorded: &[Value], found: &[Value], vocabulary: &Vocabulary) -> Vec<Difference> {
    let (then, now) = (by_fact(recorded), by_fact(found));
    let changed = then.iter().filter_map(|(key, before)| {
        let after = now.get(key)?;
        let (before, after) = before.iter().find_map(|(finder, before)| {
            let after = after.get(finder)?;
            clash(before, after).then_some((before, after))
        })?;
        let (before, after) = (value(before), value(after));
        let (subject, fact) = *key;
        let words = words::fact(subject, fact, vocabulary, &before, &after);
        Some(Difference::new(Differs::Fact, before, after, words).of(subject).named(fact))
    });
    changed.collect()
}

fn by_fact(outcomes: &[Value]) -> BTreeMap<(&str, &str), Values<'_>> {
    let mut facts: BTreeMap<(&str, &str), Values<'_>> = BTreeMap::new();
    for outcome in outcomes {
        for reason in member(outcome, "reasons").as_array().into_iter().flatten() {
            let finder = (text(outcome, "subject"), text(outcome, "rule"), text(reason, "condition"));
            let also = member(reason, "also").as_array().into_iter().flatten();
            for one in std::iter::once(reason).chain(also) {
                let stretch =
                    Stretch { from: text(reason, "from"), to: text(reason, "to"), found: member(one, "found") };
                let values = facts.entry((text(one, "subject"), text(one, "fact"))).or_default();
                add(values.entry(finder).or_default(), stretch);
            }
        }
    }
    // A condition without a fact finds nothing.
    facts.remove(&("", ""));
    facts
}

/// Neighbours of one value are one stretch, whatever else cut them apart.
fn add<'v>(stretches: &mut Vec<Stretch<'v>>, next: Stretch<'v>) {
    match stretches.last_mut() {
        Some(last) if last.found == next.found && last.from <= next.from => last.to = last.to.max(next.to),
        _ => stretches.push(next),
    }
}

/// Whether some month has two values. Months are texts of one length, so their order is that of time.
fn clash(before: &[Stretch<'_>], after: &[Stretch<'_>]) -> bool {
    let meet = |a: &Stretch<'_>, b: &Stretch<'_>| a.from <= b.to && b.from <= a.to;
    before.iter().any(|a| after.iter().any(|b| meet(a, b) && a.found != b.found))
}

/// One value, or a line in time by months.
fn value(stretches: &[Stretch<'_>]) -> Value {
    match stretches {
        [one] => one.found.clone(),
        several => several
            .iter()
            .map(|stretch| json!({ "from": stretch.from, "to": stretch.to, "value": stretch.found }))
            .collect(),
    }
}
