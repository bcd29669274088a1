//! What the input states of each thing, fact by fact.

use super::dates;
use super::ids::Ids;
use super::report::{Report, join};
use super::things::Found;
use crate::model::{FactIndex, Facts, Instance, Line, Vocabulary};

/// What the reader of a value needs to know, and where faults go.
pub(super) struct Reading<'r> {
    pub(super) instances: &'r [Instance],
    pub(super) ids: &'r mut Ids,
    pub(super) report: &'r mut Report,
}

/// The things with their facts.
pub(super) fn state(found: Found<'_>, vocabulary: &Vocabulary, report: &mut Report) -> Facts {
    let Found { mut instances, given, mut ids } = found;
    let mut stated = Vec::with_capacity(instances.len());
    for (instance, given) in instances.iter().zip(&given) {
        let mut reading = Reading { instances: &instances, ids: &mut ids, report };
        let mut facts: Vec<(FactIndex, Line)> = Vec::new();
        for (index, node) in given {
            let Some(fact) = vocabulary.fact_at(*index) else { continue };
            let line = reading.line(fact, node, &join(&instance.path, &fact.member));
            facts.extend(line.map(|line| (*index, line)));
        }
        dates::check_order(vocabulary, &instance.path, given, &facts, report);
        stated.push(facts);
    }
    for (instance, facts) in instances.iter_mut().zip(stated) {
        instance.facts = facts;
    }
    Facts { instances }
}
