//! Which things a case holds, and what it says of each.

use super::value::{link, value};
use super::{Item, Stated, line};
use crate::draw::Draw;
use tuoyu::model::{FactType, ThingIndex, Vocabulary};

/// The most things of a case: more only make every try slower.
const MOST_THINGS: usize = 14;
/// The most things of one list.
const MOST_OF_A_KIND: usize = 3;
/// How unknown a case is: out of a hundred facts, so many are not stated.
const MOODS: [i64; 6] = [0, 3, 10, 25, 50, 90];

/// The things of a case, a holder before what it holds.
pub(super) fn things(draw: &mut Draw<'_, '_>, vocabulary: &Vocabulary) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    hold(draw, vocabulary, None, &mut items);
    let mut next = 0;
    while next < items.len() {
        hold(draw, vocabulary, Some(next), &mut items);
        next += 1;
    }
    items
}

/// Adds what a thing, or the case itself, holds.
fn hold(draw: &mut Draw<'_, '_>, vocabulary: &Vocabulary, holder: Option<usize>, items: &mut Vec<Item>) {
    let kind = holder.and_then(|holder| items.get(holder)).map(|item| item.thing);
    for (place, thing) in vocabulary.things.iter().enumerate().filter(|(_, thing)| thing.holder == kind) {
        let count = if !thing.many {
            usize::from(draw.chance(75))
        } else if draw.chance(15) {
            0
        } else {
            1 + draw.below(MOST_OF_A_KIND).saturating_sub(usize::from(draw.chance(50)))
        };
        for _ in 0..count.min(MOST_THINGS.saturating_sub(items.len())) {
            let id = (thing.named && draw.chance(85)).then(|| id(draw, &thing.id, items.len()));
            items.push(Item { thing: ThingIndex(place), id, holder, facts: Vec::new() });
        }
    }
}

/// An id of its own; rarely one that looks like something else.
fn id(draw: &mut Draw<'_, '_>, thing: &str, number: usize) -> String {
    match draw.between(0, 19) {
        18 => format!("孩 {number}"),
        19 => format!("p{number}/e\"{number}\\"),
        _ => format!("{thing}-{number}"),
    }
}

/// States facts of every thing.
pub(super) fn state(draw: &mut Draw<'_, '_>, vocabulary: &Vocabulary, items: &mut [Item]) {
    let unknown = draw.pick(&MOODS).copied().unwrap_or_default();
    let lines = draw.between(0, 40);
    let ids: Vec<(ThingIndex, String)> =
        items.iter().filter_map(|item| item.id.clone().map(|id| (item.thing, id))).collect();
    for item in items {
        for (index, fact) in vocabulary.facts_of(item.thing).filter(|(_, fact)| fact.part.is_none()) {
            if draw.is_spent() || draw.chance(unknown) {
                continue;
            }
            let mut one = |draw: &mut Draw<'_, '_>| match &fact.kind {
                FactType::Link(to) => link(draw, &ids, *to),
                kind => value(draw, kind),
            };
            let stated = if draw.chance(2) {
                Stated::Null
            } else if fact.changes && draw.chance(lines) {
                Stated::Line(line::line(draw, &mut one))
            } else {
                Stated::Always(one(draw))
            };
            item.facts.push((index, stated));
        }
    }
}
