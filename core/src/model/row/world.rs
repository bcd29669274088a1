//! Which things stand in a row, by the thing that it is about.

use crate::model::{FactType, ThingIndex, Vocabulary};

/// Things with the number of steps that lead to them, nearest first.
type Reached = Vec<(ThingIndex, usize)>;

/// Every kind of thing that a row may be about, the narrowest first: the one that reaches the most other things, and
/// among equals the one that is nearest to the narrowest of all.
pub(super) fn narrowest_first(vocabulary: &Vocabulary) -> Vec<ThingIndex> {
    let all = (0..vocabulary.things.len()).map(ThingIndex).filter(|thing| !is_part(vocabulary, *thing));
    let mut all: Vec<(ThingIndex, usize)> = all.map(|thing| (thing, reached(vocabulary, thing).len())).collect();
    all.sort_by_key(|(thing, count)| (std::cmp::Reverse(*count), *thing));
    let from_narrowest = all.first().map(|(thing, _)| reached(vocabulary, *thing)).unwrap_or_default();
    let steps = |thing: ThingIndex| {
        let found = from_narrowest.iter().find(|(known, _)| *known == thing);
        found.map_or(usize::MAX, |(_, steps)| *steps)
    };
    all.sort_by_key(|(thing, count)| (std::cmp::Reverse(*count), steps(*thing), *thing));
    all.into_iter().map(|(thing, _)| thing).collect()
}

/// The thing that a row is about when it has a column of some thing: a part has no rows of its own.
pub(super) fn whole(vocabulary: &Vocabulary, thing: ThingIndex) -> ThingIndex {
    let mut whole = thing;
    while let Some(holder) = vocabulary.thing_at(whole).and_then(|data| data.holder) {
        if !is_part(vocabulary, whole) {
            break;
        }
        whole = holder;
    }
    whole
}

/// The things of a row: its own, those that it belongs to, and the one wider thing that stands beside it, such as the
/// parent beside the child. A holder stands before what it holds.
pub(super) fn things_of(vocabulary: &Vocabulary, thing: ThingIndex) -> Vec<ThingIndex> {
    let order = narrowest_first(vocabulary);
    let place = |thing: ThingIndex| order.iter().position(|known| *known == thing);
    let mut things: Vec<ThingIndex> = reached(vocabulary, thing).into_iter().map(|(thing, _)| thing).collect();
    let is_beside = |other: ThingIndex, things: &[ThingIndex]| {
        let holder = vocabulary.thing_at(other).and_then(|data| data.holder);
        !things.contains(&other) && holder.is_some_and(|holder| things.contains(&holder)) && place(other) > place(thing)
    };
    let beside: Vec<ThingIndex> = order.iter().copied().filter(|other| is_beside(*other, &things)).collect();
    for (other, _) in beside.into_iter().flat_map(|other| reached(vocabulary, other)) {
        if !things.contains(&other) {
            things.push(other);
        }
    }
    things.sort_unstable();
    things
}

/// Whether a thing is one of a kind of what holds it, as a birth is of its child.
fn is_part(vocabulary: &Vocabulary, thing: ThingIndex) -> bool {
    vocabulary.thing_at(thing).is_some_and(|data| data.holder.is_some() && !data.many)
}

/// A thing and everything that it belongs to or has exactly one of.
fn reached(vocabulary: &Vocabulary, thing: ThingIndex) -> Reached {
    let mut found: Reached = vec![(thing, 0)];
    let mut next = 0;
    while let Some((at, steps)) = found.get(next).copied() {
        let links = vocabulary.facts_of(at).filter_map(|(_, fact)| match fact.kind {
            FactType::Link(to) => Some(to),
            _ => None,
        });
        let holder = vocabulary.thing_at(at).and_then(|data| data.holder);
        let parts = (0..vocabulary.things.len()).map(ThingIndex).filter(|part| {
            is_part(vocabulary, *part) && vocabulary.thing_at(*part).and_then(|data| data.holder) == Some(at)
        });
        for other in links.chain(holder).chain(parts) {
            if !found.iter().any(|(known, _)| *known == other) {
                found.push((other, steps + 1));
            }
        }
        next += 1;
    }
    found
}
