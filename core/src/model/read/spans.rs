//! Days that a line covers, and days that it leaves open.

use crate::model::{FactIndex, Instance, Line, Stretch};
use crate::value::{Date, Days};

/// The first and the last day, where an open end is the end of all days.
pub(super) fn ends(days: Days) -> (Date, Date) {
    (days.from().unwrap_or(Date::MIN), days.to().unwrap_or(Date::MAX))
}

/// As a message shows it; nothing where an end is open.
pub(super) fn shown(days: Days) -> String {
    let [from, to] = [days.from(), days.to()].map(|day| day.map_or_else(String::new, |day| day.to_string()));
    format!("{from} .. {to}").trim().to_owned()
}

/// The stretches of a line that share a day with a span.
pub(super) fn touching(line: &Line, days: Days) -> &[Stretch] {
    let (first, last) = ends(days);
    let start = line.0.partition_point(|stretch| ends(stretch.days).1 < first);
    let end = line.0.partition_point(|stretch| ends(stretch.days).0 <= last);
    line.0.get(start..end).unwrap_or_default()
}

/// The parts of a span that no stretch of a line covers.
pub(in crate::model) fn uncovered(line: &Line, days: Days) -> Vec<Days> {
    let (first, last) = ends(days);
    let mut open = Vec::new();
    let mut next = first.number();
    for stretch in touching(line, days) {
        let (from, to) = ends(stretch.days);
        open.extend(between(next, from.number() - 1));
        next = next.max(to.number() + 1);
    }
    open.extend(between(next, last.number()));
    open
}

fn between(first: i32, last: i32) -> Option<Days> {
    let [first, last] = [first, last].map(Date::from_number);
    let from = (first > Date::MIN).then_some(first);
    let to = (last < Date::MAX).then_some(last);
    if last < first { None } else { Days::new(from, to) }
}

/// Adds stretches, which share no day with those that are there, to a fact.
pub(in crate::model) fn add(instance: &mut Instance, fact: FactIndex, stretches: Vec<Stretch>) {
    if stretches.is_empty() {
        return;
    }
    let place = instance.facts.partition_point(|(index, _)| *index < fact);
    if instance.line(fact).is_none() {
        instance.facts.insert(place, (fact, Line::default()));
    }
    if let Some((_, line)) = instance.facts.get_mut(place) {
        line.0.extend(stretches);
        line.0.sort_by_key(|stretch| ends(stretch.days));
    }
}
