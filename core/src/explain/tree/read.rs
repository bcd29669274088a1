//! Which of the facts that a measured number could read it was made of: the other ways of working it out are left out.

use super::super::told::{ToldFound, ToldReason};
use super::teller::Teller;
use crate::compile::{FactIndex, Number, NumberKind, Truth, Version};
use crate::value::Set;

/// The facts of a condition that people are shown; of an indicator those that its number was worked out of.
pub(super) fn shown(teller: &Teller<'_>, reason: &ToldReason) -> Vec<ToldFound> {
    let facts = reason.facts();
    let version = teller.version(&reason.from);
    let mut measures = version.into_iter().flat_map(Version::measures);
    let measure = measures.find(|measure| measure.need.label == reason.condition);
    let Some(measure) = measure.filter(|_| teller.told.kind == "indicator") else { return facts };
    let mut walk = Walk { teller, facts: &facts, read: Set::new() };
    walk.number(&measure.value);
    measure.over.iter().for_each(|over| walk.number(over));
    let vocabulary = &teller.plan.book.vocabulary;
    let is_read = |found: &ToldFound| vocabulary.fact(&found.fact).is_none_or(|fact| walk.read.contains(&fact));
    facts.iter().filter(|found| is_read(found)).cloned().collect()
}

struct Walk<'w, 'a> {
    teller: &'w Teller<'a>,
    facts: &'w [ToldFound],
    read: Set<FactIndex>,
}

impl Walk<'_, '_> {
    fn number(&mut self, number: &Number) {
        match &number.kind {
            NumberKind::Fact(fact) => {
                self.read.insert(*fact);
            }
            NumberKind::Reading(reading, cells) => {
                let known = self.teller.plan.book.readings.get(reading.0);
                let chosen = known.and_then(|known| self.teller.told.reading(&known.id)?.clone());
                let place = known.zip(chosen).and_then(|(known, id)| known.options.iter().position(|one| one.id == id));
                let taken = cells.iter().enumerate().filter(|(at, _)| place.is_none_or(|place| place == *at));
                taken.filter_map(|(_, cell)| cell.as_ref()).for_each(|cell| self.number(cell));
            }
            NumberKind::Choose(truth, cells) => {
                let holds = self.truth(truth);
                let [no, yes] = cells.as_ref();
                let taken = [(no, Some(true)), (yes, Some(false))].into_iter().filter(|(_, not)| holds != *not);
                taken.filter_map(|(cell, _)| cell.as_ref()).for_each(|cell| self.number(cell));
            }
            _ => number.parts().into_iter().for_each(|part| self.number(part)),
        }
    }

    /// Whether a truth about yes or no facts holds, where what was found says so; its facts are read.
    fn truth(&mut self, truth: &Truth) -> Option<bool> {
        match truth {
            Truth::Known(fact) => {
                self.read.insert(*fact);
                Some(self.found(*fact).is_some())
            }
            Truth::Is(fact, places) => {
                self.read.insert(*fact);
                Some(places.contains(&usize::from(self.found(*fact)?)))
            }
            Truth::Not(inner) => self.truth(inner).map(|holds| !holds),
            Truth::And(a, b) => match (self.truth(a), self.truth(b)) {
                (Some(false), _) | (_, Some(false)) => Some(false),
                (Some(true), other) | (other, Some(true)) => other,
                _ => None,
            },
            Truth::Constant(holds) => Some(*holds),
            _ => None,
        }
    }

    fn found(&self, fact: FactIndex) -> Option<bool> {
        let id = &self.teller.plan.book.vocabulary.fact_at(fact)?.id;
        self.facts.iter().find(|found| found.fact == *id)?.found.as_bool()
    }
}
