//! Which things a rule's subject reaches, and by which way.

use crate::model::{FactIndex, FactType, ThingIndex, Vocabulary};

/// One step from a thing to another.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Hop {
    /// To the thing that holds it.
    Holder,
    /// To the one thing of that kind that it holds.
    Held(ThingIndex),
    /// To the thing that a link names.
    Link(FactIndex),
}

/// The way from one of the subject's things to a thing: shortest first, so that an enrolment's institution
/// is the one that its own link names and not its class's holder.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Route {
    /// Which thing of the subject it begins at: 0, or 1 in a pair.
    pub start: usize,
    /// The steps.
    pub hops: Vec<Hop>,
}

/// Every thing that a subject reaches, with its way.
#[must_use]
pub fn routes(vocabulary: &Vocabulary, subject: &[ThingIndex]) -> Vec<(ThingIndex, Route)> {
    let mut found: Vec<(ThingIndex, Route)> = Vec::new();
    for (start, thing) in subject.iter().enumerate() {
        if !found.iter().any(|(known, _)| known == thing) {
            found.push((*thing, Route { start, hops: Vec::new() }));
        }
    }
    let mut next = 0;
    while let Some((thing, route)) = found.get(next).cloned() {
        for (reached, hop) in hops_from(vocabulary, thing) {
            if !found.iter().any(|(known, _)| *known == reached) {
                let mut hops = route.hops.clone();
                hops.push(hop);
                found.push((reached, Route { start: route.start, hops }));
            }
        }
        next += 1;
    }
    found
}

fn hops_from(vocabulary: &Vocabulary, thing: ThingIndex) -> Vec<(ThingIndex, Hop)> {
    let links = vocabulary.facts_of(thing).filter_map(|(fact, data)| match data.kind {
        FactType::Link(to) => Some((to, Hop::Link(fact))),
        _ => None,
    });
    let holder = vocabulary.thing_at(thing).and_then(|data| data.holder).map(|holder| (holder, Hop::Holder));
    let held = vocabulary.things.iter().enumerate().filter_map(|(index, data)| {
        (data.holder == Some(thing) && !data.many).then_some((ThingIndex(index), Hop::Held(ThingIndex(index))))
    });
    links.chain(holder).chain(held).collect()
}
