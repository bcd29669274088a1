//! Shares that must not add up to more than the whole.

use super::report::Report;
use crate::error::Code;
use crate::model::{Content, FactIndex, FactType, Facts, InstanceIndex, ThingIndex, Vocabulary};
use crate::value::{Decimal, Map};

/// Every sum that the vocabulary bounds, for each holder; what is unknown adds nothing.
pub(super) fn check(case: &Facts, vocabulary: &Vocabulary, report: &mut Report) {
    for (index, fact) in vocabulary.facts.iter().enumerate() {
        let Some((most, over)) = fact.sum_at_most else { continue };
        let FactType::Number { scale, .. } = fact.kind else { continue };
        let bound = most.at_scale(scale).map_or(i128::MAX, i128::from);
        for (holder, sum) in sums(case, fact.thing, FactIndex(index), over) {
            let Some(holder) = case.get(holder).filter(|_| sum > bound) else { continue };
            let found = Decimal::new(sum, scale).plain();
            report.add(usize::MAX, Code::SharesAboveOne, &holder.path, found, most.plain());
        }
    }
}

fn sums(case: &Facts, thing: ThingIndex, fact: FactIndex, over: ThingIndex) -> Map<InstanceIndex, i128> {
    let mut sums = Map::new();
    for (index, instance) in case.of(thing) {
        // The fact does not change, so it has one stretch.
        let first = instance.line(fact).and_then(|line| line.0.first());
        let Some(Content::Number(units)) = first.map(|stretch| &stretch.content) else { continue };
        let mut at = Some(index);
        while let Some((index, instance)) = at.and_then(|index| Some((index, case.get(index)?))) {
            if instance.thing == over {
                *sums.entry(index).or_default() += i128::from(*units);
            }
            at = instance.holder;
        }
    }
    sums
}
