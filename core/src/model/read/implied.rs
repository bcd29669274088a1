//! Facts that others say yes to: who is reimbursed by an employer is employed.

use super::report::{Report, join};
use super::spans::{add, touching, uncovered};
use crate::error::Code;
use crate::model::{Content, FactIndex, Facts, InstanceIndex, Line, Stretch, ThingIndex, Vocabulary};
use crate::value::Days;

const NO: Content = Content::Number(0);
const YES: Content = Content::Number(1);

/// That a fact is given on some days, so that another one is yes on them.
struct Implication {
    of: InstanceIndex,
    fact: FactIndex,
    by: FactIndex,
    days: Vec<Days>,
}

/// Adds each implied yes, and reports where a given no contradicts it.
pub(super) fn complete(case: &mut Facts, vocabulary: &Vocabulary, report: &mut Report) {
    // All are found before any is added, so that only what the input gives implies anything.
    for implication in implications(case, vocabulary) {
        contradiction(case, vocabulary, &implication, report);
        let Some(instance) = case.instances.get_mut(implication.of.0) else { continue };
        let nothing = Line::default();
        let line = instance.line(implication.fact).unwrap_or(&nothing);
        let open = implication.days.iter().flat_map(|days| uncovered(line, *days));
        let stretches = open.map(|days| Stretch { days, content: YES }).collect();
        add(instance, implication.fact, stretches);
    }
}

/// Adds each implied yes to a case that is known to hold no contradiction.
pub(in crate::model) fn imply(case: &mut Facts, vocabulary: &Vocabulary) {
    complete(case, vocabulary, &mut Report::default());
}

fn implications(case: &Facts, vocabulary: &Vocabulary) -> Vec<Implication> {
    let mut found = Vec::new();
    for (index, fact) in vocabulary.facts.iter().enumerate() {
        for by in &fact.implied_by {
            let Some(of_thing) = vocabulary.fact_at(*by).map(|by| by.thing) else { continue };
            for (at, instance) in case.of(of_thing) {
                let Some(line) = instance.line(*by) else { continue };
                let days = line.0.iter().map(|stretch| stretch.days).collect();
                let of = holding(case, at, fact.thing);
                found.extend(of.map(|of| Implication { of, fact: FactIndex(index), by: *by, days }));
            }
        }
    }
    found
}

/// The thing itself, or the one above it that is of the kind.
fn holding(case: &Facts, at: InstanceIndex, kind: ThingIndex) -> Option<InstanceIndex> {
    let mut at = Some(at);
    while let Some((index, instance)) = at.and_then(|index| Some((index, case.get(index)?))) {
        if instance.thing == kind {
            return Some(index);
        }
        at = instance.holder;
    }
    None
}

fn contradiction(case: &Facts, vocabulary: &Vocabulary, implication: &Implication, report: &mut Report) {
    let Some(fact) = vocabulary.fact_at(implication.fact).filter(|fact| fact.contradicts_no) else { return };
    let Some(instance) = case.get(implication.of) else { return };
    let Some(line) = instance.line(implication.fact) else { return };
    let denied = |days: &Days| touching(line, *days).iter().any(|stretch| stretch.content == NO);
    if implication.days.iter().any(denied) {
        let by = vocabulary.fact_at(implication.by).map_or("", |by| by.id.as_str());
        report.add(usize::MAX, Code::Contradiction, &join(&instance.path, &fact.member), "false", by);
    }
}
