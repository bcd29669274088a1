//! Links that follow from other links: what is in a class is in the class's institution.

use super::report::{Report, join};
use super::spans::{add, touching, uncovered};
use crate::error::Code;
use crate::model::{
    Content, FactIndex, FactType, Facts, Instance, InstanceIndex, Line, Stretch, ThingIndex, Vocabulary,
};

/// A link to a thing, and a link of the same thing to what holds that thing.
struct Pair {
    of: ThingIndex,
    narrow: FactIndex,
    wide: FactIndex,
}

/// Gives each wide link on the days on which only the narrow one is given, and reports where they disagree.
pub(super) fn complete(case: &mut Facts, vocabulary: &Vocabulary, report: &mut Report) {
    for pair in pairs(vocabulary) {
        for index in 0..case.instances.len() {
            let stretches = follow(case, vocabulary, &pair, InstanceIndex(index), report);
            if let (Some(stretches), Some(instance)) = (stretches, case.instances.get_mut(index)) {
                add(instance, pair.wide, stretches);
            }
        }
    }
}

/// Every pair, those of the innermost things first, so that what follows from one is there for the next.
fn pairs(vocabulary: &Vocabulary) -> Vec<Pair> {
    let links = || {
        let facts = vocabulary.facts.iter().enumerate();
        facts.filter_map(|(index, fact)| match fact.kind {
            FactType::Link(to) => Some((FactIndex(index), fact.thing, to)),
            _ => None,
        })
    };
    let mut pairs = Vec::new();
    for (narrow, of, to) in links() {
        let holder = vocabulary.thing_at(to).and_then(|thing| thing.holder);
        let wide = links().filter(|(_, thing, to)| *thing == of && Some(*to) == holder);
        pairs.extend(wide.map(|(wide, _, _)| (to, Pair { of, narrow, wide })));
    }
    pairs.sort_by_key(|(to, _)| std::cmp::Reverse(*to));
    pairs.into_iter().map(|(_, pair)| pair).collect()
}

/// The stretches to add to the wide link of a thing; `None` where there is no narrow one.
fn follow(
    case: &Facts,
    vocabulary: &Vocabulary,
    pair: &Pair,
    index: InstanceIndex,
    report: &mut Report,
) -> Option<Vec<Stretch>> {
    let instance = case.get(index).filter(|instance| instance.thing == pair.of)?;
    let nothing = Line::default();
    let wide = instance.line(pair.wide).unwrap_or(&nothing);
    let mut added = Vec::new();
    for stretch in &instance.line(pair.narrow)?.0 {
        let Some((linked, holder)) = holder(case, &stretch.content) else { continue };
        let content = Content::Link(holder);
        if touching(wide, stretch.days).iter().any(|given| given.content != content) {
            let member = vocabulary.fact_at(pair.narrow).map_or("", |fact| fact.member.as_str());
            let expected = case.get(holder).map_or("", |holder| holder.name.as_str());
            let path = join(&instance.path, member);
            report.add(usize::MAX, Code::ForeignClass, &path, linked.name.as_str(), expected);
        }
        let open = uncovered(wide, stretch.days).into_iter();
        added.extend(open.map(|days| Stretch { days, content: content.clone() }));
    }
    Some(added)
}

/// The thing that a link leads to, and what holds it.
fn holder<'c>(case: &'c Facts, content: &Content) -> Option<(&'c Instance, InstanceIndex)> {
    let Content::Link(to) = content else { return None };
    let linked = case.get(*to)?;
    Some((linked, linked.holder?))
}
