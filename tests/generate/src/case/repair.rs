//! What facts must not say of one another is taken back: reversed dates, foreign links, sums, contradictions.

use super::{Item, Stated, Stretch};
use crate::draw::Draw;
use serde_json::Value;
use tuoyu::model::{FactIndex, FactType, ThingIndex, Vocabulary};
use tuoyu::value::{Date, Days, Decimal};

/// Takes back what the reader would refuse.
pub(super) fn repair(draw: &mut Draw<'_, '_>, vocabulary: &Vocabulary, items: &mut [Item]) {
    for item in items.iter_mut() {
        dates(draw, vocabulary, item);
    }
    links(draw, vocabulary, items);
    sums(vocabulary, items);
    contradictions(vocabulary, items);
}

/// A date that must not lie before another one is moved to that one, or somewhat later.
fn dates(draw: &mut Draw<'_, '_>, vocabulary: &Vocabulary, item: &mut Item) {
    for (index, fact) in vocabulary.facts_of(item.thing) {
        let Some(start) = fact.after.and_then(|after| day(item, after)) else { continue };
        if day(item, index).is_some_and(|end| end < start) {
            let end = crate::days::later(start, draw.between(0, 500));
            put(item, index, Stated::Always(end.to_string().into()));
        }
    }
    // A date may stand after one that has been moved itself.
    let reversed = |item: &Item, index: FactIndex, after: Option<FactIndex>| {
        after.and_then(|after| day(item, after)).zip(day(item, index)).is_some_and(|(start, end)| end < start)
    };
    for (index, fact) in vocabulary.facts_of(item.thing) {
        if reversed(item, index, fact.after) {
            item.facts.retain(|(known, _)| *known != index);
        }
    }
}

fn day(item: &Item, fact: FactIndex) -> Option<Date> {
    match item.facts.iter().find(|(known, _)| *known == fact) {
        Some((_, Stated::Always(Value::String(text)))) => Date::parse(text),
        _ => None,
    }
}

fn put(item: &mut Item, fact: FactIndex, stated: Stated) {
    if let Some((_, known)) = item.facts.iter_mut().find(|(known, _)| *known == fact) {
        *known = stated;
    }
}

/// Beside a link to a thing, links to what holds that thing are left out, or made to agree.
fn links(draw: &mut Draw<'_, '_>, vocabulary: &Vocabulary, items: &mut [Item]) {
    for place in 0..items.len() {
        let Some(item) = items.get(place) else { continue };
        let stated: Vec<(FactIndex, ThingIndex)> = item
            .facts
            .iter()
            .filter_map(|(index, _)| match vocabulary.fact_at(*index)?.kind {
                FactType::Link(to) => Some((*index, to)),
                _ => None,
            })
            .collect();
        for (narrow, to) in &stated {
            for (wide, above) in stated.iter().filter(|(_, above)| is_above(vocabulary, *above, *to)) {
                let agreeing = holder_of(items, place, *narrow, *above).filter(|_| draw.chance(50));
                let Some(item) = items.get_mut(place) else { continue };
                match agreeing {
                    Some(id) => put(item, *wide, Stated::Always(id.into())),
                    None => item.facts.retain(|(known, _)| known != wide),
                }
            }
        }
    }
}

fn is_above(vocabulary: &Vocabulary, above: ThingIndex, thing: ThingIndex) -> bool {
    let mut at = vocabulary.thing_at(thing).and_then(|data| data.holder);
    while let Some(holder) = at.filter(|holder| *holder != above) {
        at = vocabulary.thing_at(holder).and_then(|data| data.holder);
    }
    at.is_some()
}

/// The id of the thing of a kind above the one that a link names on all days.
fn holder_of(items: &[Item], place: usize, link: FactIndex, above: ThingIndex) -> Option<String> {
    let (_, stated) = items.get(place)?.facts.iter().find(|(known, _)| *known == link)?;
    let Stated::Always(Value::String(id)) = stated else { return None };
    let mut at = items.iter().find(|item| item.id.as_ref() == Some(id));
    while let Some(item) = at.filter(|item| item.thing != above) {
        at = item.holder.and_then(|holder| items.get(holder));
    }
    at?.id.clone()
}

/// Leaves out the values with which a sum would be larger than it may be.
fn sums(vocabulary: &Vocabulary, items: &mut [Item]) {
    for (index, fact) in vocabulary.facts.iter().enumerate() {
        let (Some((most, over)), FactType::Number { scale, .. }) = (fact.sum_at_most, &fact.kind) else { continue };
        let index = FactIndex(index);
        let mut sums: Vec<(usize, i64)> = Vec::new();
        for place in 0..items.len() {
            let Some(units) = items.get(place).and_then(|item| number(item, index, *scale)) else { continue };
            let holders = above(items, place, over);
            let sum =
                |holder: usize| sums.iter().filter(|(known, _)| *known == holder).map(|(_, units)| units).sum::<i64>();
            let bound = most.at_scale(*scale).unwrap_or(i64::MAX);
            let fits = holders.iter().all(|holder| sum(*holder).saturating_add(units) <= bound);
            if fits {
                sums.extend(holders.into_iter().map(|holder| (holder, units)));
            } else if let Some(item) = items.get_mut(place) {
                item.facts.retain(|(known, _)| *known != index);
            }
        }
    }
}

fn number(item: &Item, fact: FactIndex, scale: u8) -> Option<i64> {
    let (_, Stated::Always(value)) = item.facts.iter().find(|(known, _)| *known == fact)? else { return None };
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    Decimal::parse(&text).ok()?.at_scale(scale)
}

/// The thing itself, where it is of the kind, and those above it that are.
fn above(items: &[Item], place: usize, kind: ThingIndex) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = Some(place);
    while let Some((place, item)) = at.and_then(|place| Some((place, items.get(place)?))) {
        if item.thing == kind {
            found.push(place);
        }
        at = item.holder;
    }
    found
}

/// Leaves out a no that another fact contradicts on the same days.
fn contradictions(vocabulary: &Vocabulary, items: &mut [Item]) {
    for (index, fact) in vocabulary.facts.iter().enumerate().filter(|(_, fact)| fact.contradicts_no) {
        for by in &fact.implied_by {
            let given: Vec<(usize, Vec<Days>)> = (0..items.len())
                .filter_map(|place| Some((place, stretches(items.get(place)?, *by, |_| true)?)))
                .collect();
            for (place, days) in given {
                for holder in above(items, place, fact.thing) {
                    let Some(item) = items.get_mut(holder) else { continue };
                    let denied = stretches(item, FactIndex(index), |value| *value == Value::Bool(false));
                    let clash = |denied: &Days| days.iter().any(|days| days.overlaps(*denied));
                    if denied.is_some_and(|denied| denied.iter().any(clash)) {
                        item.facts.retain(|(known, _)| *known != FactIndex(index));
                    }
                }
            }
        }
    }
}

/// The days on which a fact has a value of some kind.
fn stretches(item: &Item, fact: FactIndex, wanted: impl Fn(&Value) -> bool) -> Option<Vec<Days>> {
    let is_wanted = |value: &Value| !value.is_null() && wanted(value);
    let days = |stretch: &Stretch| Days::new(stretch.from, stretch.to).filter(|_| is_wanted(&stretch.value));
    match item.facts.iter().find(|(known, _)| *known == fact)? {
        (_, Stated::Null) => None,
        (_, Stated::Always(value)) => Some(Vec::from_iter(is_wanted(value).then_some(Days::ALWAYS))),
        (_, Stated::Line(line)) => Some(line.iter().filter_map(days).collect()),
    }
}
