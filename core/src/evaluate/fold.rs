//! Completions folded by subject: what is settled, between which amounts, and what would settle the rest.

use super::answer::{MonthAnswer, MonthState};
use super::completions::{Axis, Completed};
use super::terms::Terms;
use crate::compile::{Kind, ReadingIndex};

/// What all completions of a subject say together.
pub(super) struct Folded {
    pub(super) months: Vec<MonthAnswer>,
    /// The smallest and the largest amount, in fen.
    pub(super) range: (i128, i128),
    /// The unknowns that can still change the answer, with the share of their values that settle it.
    pub(super) missing: Vec<(usize, Share)>,
    pub(super) open: Vec<ReadingIndex>,
}

/// A share: so many of so many.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Share {
    settling: usize,
    of: usize,
}

impl Share {
    /// The share of an unknown whose values were not tried.
    pub(super) const fn unknown() -> Self {
        Self { settling: 0, of: 1 }
    }
}

impl Ord for Share {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.settling * other.of).cmp(&(other.settling * self.of))
    }
}

impl PartialOrd for Share {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// Folds completions. Without any (every combination would be refused as input) nothing is settled or due.
pub(super) fn fold(completed: &Completed, terms: Terms) -> Folded {
    let amounts = completed.distinct.iter().map(|months| terms.of_months(months));
    let range = amounts.map(|amount| (amount, amount)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).unwrap_or_default();
    let mut folded =
        Folded { months: settled(&completed.distinct, terms.kind), range, missing: Vec::new(), open: Vec::new() };
    for (place, axis) in completed.axes.iter().enumerate() {
        if !matters(completed, place) {
            continue;
        }
        match axis {
            Axis::Fact(unknown, _) => folded.missing.push((*unknown, share(completed, place))),
            Axis::Reading(reading, _) => folded.open.push(*reading),
        }
    }
    folded
}

/// Each month as far as every answer says the same. An entitlement is undetermined where its rate is, and a lookup
/// where its words are; elsewhere the state stands for itself, and only a number that differs is left out.
fn settled(distinct: &[Vec<MonthAnswer>], kind: Kind) -> Vec<MonthAnswer> {
    let Some((first, others)) = distinct.split_first() else { return Vec::new() };
    let mut months = first.clone();
    for (place, month) in months.iter_mut().enumerate() {
        let others = others.iter().filter_map(|other| other.get(place));
        if others.clone().all(|other| other == month) {
            continue;
        }
        let one_state = others.clone().all(|other| other.state == month.state);
        let all = std::iter::once(*month).chain(others.copied());
        let is_judged = |answer: &MonthAnswer| matches!(answer.state, MonthState::Granted | MonthState::Refused);
        let judged = all.clone().filter(is_judged);
        let (value, bound) =
            (one(judged.clone().map(|answer| answer.value)), one(judged.clone().map(|answer| answer.bound)));
        let mut needs = judged.map(|answer| answer.need);
        let need = needs.next().filter(|need| needs.all(|other| other == *need));
        let one_answer = one_state && !matches!(kind, Kind::Entitlement | Kind::Lookup);
        let state = if one_answer { month.state } else { MonthState::Undetermined };
        let tells = match kind {
            Kind::Limit => true,
            Kind::Indicator => all.clone().all(|answer| is_judged(&answer)),
            _ => state != MonthState::Undetermined,
        };
        *month = MonthAnswer::of(state);
        if tells {
            (month.value, month.bound, month.need) = (value, bound, need.unwrap_or_default());
        }
    }
    months
}

/// The number that all of them are.
fn one(mut numbers: impl Iterator<Item = Option<i128>>) -> Option<i128> {
    let first = numbers.next().flatten()?;
    numbers.all(|other| other == Some(first)).then_some(first)
}

/// The value of an axis in a completion.
fn value_of(completed: &Completed, axis: usize, completion: usize) -> usize {
    let length = completed.axes.get(axis).map_or(1, Axis::length).max(1);
    completion / completed.stride(axis) % length
}

/// Whether two completions that differ only in an axis are answered differently.
pub(super) fn matters(completed: &Completed, axis: usize) -> bool {
    let stride = completed.stride(axis);
    completed.answers.iter().enumerate().any(|(completion, answer)| {
        let base = completion - value_of(completed, axis, completion) * stride;
        completed.answers.get(base) != Some(answer)
    })
}

/// The share of an axis's values under which every completion is answered alike.
pub(super) fn share(completed: &Completed, axis: usize) -> Share {
    let length = completed.axes.get(axis).map_or(0, Axis::length);
    let mut by_value: Vec<(Option<usize>, bool)> = vec![(None, true); length];
    for (completion, answer) in completed.answers.iter().enumerate() {
        if let Some((first, alike)) = by_value.get_mut(value_of(completed, axis, completion)) {
            *alike &= *first.get_or_insert(*answer) == *answer;
        }
    }
    Share { settling: by_value.iter().filter(|(_, alike)| *alike).count(), of: length }
}
