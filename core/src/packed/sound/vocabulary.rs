//! Things and facts.

use super::{Proof, unique};
use crate::limits::DECIMALS;
use crate::model::{Fact, FactType, ThingIndex};
use crate::value::Unit;

impl Proof<'_> {
    pub(super) fn vocabulary(&mut self) {
        let vocabulary = &self.book.vocabulary;
        self.must(unique(vocabulary.things.iter().map(|thing| &thing.id)), "things: id ≠ id");
        self.must(unique(vocabulary.things.iter().map(|thing| (thing.holder, &thing.key))), "things: key ≠ key");
        self.must(unique(vocabulary.facts.iter().map(|fact| &fact.id)), "facts: id ≠ id");
        let members = vocabulary.facts.iter().filter(|fact| fact.part.is_none());
        self.must(unique(members.map(|fact| (fact.thing, &fact.member))), "facts: member ≠ member");
        self.each("things", &vocabulary.things, |proof, place, thing| {
            proof.must(thing.holder.is_none_or(|holder| holder.0 < place), "holder < thing");
            proof.must(!thing.id.is_empty() && !thing.key.is_empty(), "id, key");
        });
        // Facts are looked at by way of their things.
        if self.faults.is_empty() {
            self.each("facts", &vocabulary.facts, |proof, _, fact| proof.fact(fact));
        }
    }

    fn fact(&mut self, fact: &Fact) {
        let vocabulary = &self.book.vocabulary;
        self.must(vocabulary.thing_at(fact.thing).is_some(), "thing");
        let is_day_or_name = matches!(fact.kind, FactType::Date | FactType::Text);
        self.must(!(fact.changes && is_day_or_name), "changes = false");
        let is_date = fact.kind == FactType::Date;
        self.must(is_date || !fact.absent_is_without_end, "absent: date");
        let of = |index| vocabulary.fact_at(index);
        let comes_after = fact.after.is_none_or(|after| {
            of(after).is_some_and(|other| other.kind == FactType::Date && other.thing == fact.thing && other != fact)
        });
        self.must(comes_after && (is_date || fact.after.is_none()), "after: date");
        let is_truth = fact.kind == FactType::YesNo;
        let implied = fact
            .implied_by
            .iter()
            .all(|index| of(*index).is_some_and(|other| other != fact && self.is_one_of(other.thing, fact.thing)));
        self.must(implied && (is_truth || fact.implied_by.is_empty()), "implied_by");
        self.must(!fact.contradicts_no || !fact.implied_by.is_empty(), "contradicts_no: implied_by");
        self.type_of(&fact.kind);
        self.part(fact);
        if let Some((most, holder)) = &fact.sum_at_most {
            let FactType::Number { scale, .. } = fact.kind else { return self.must(false, "sum_at_most: number") };
            self.must(!fact.changes && most.at_scale(scale).is_some(), "sum_at_most");
            self.must(self.holds(*holder, fact.thing), "over: holder");
        }
    }

    fn type_of(&mut self, kind: &FactType) {
        match kind {
            FactType::Text | FactType::YesNo | FactType::Date => {}
            FactType::Number { scale, minimum, maximum, allowed, unit } => {
                self.must(*scale <= DECIMALS, "scale ≤ 18");
                self.must(minimum <= maximum, "minimum ≤ maximum");
                self.must(allowed.iter().all(|value| minimum <= value && value <= maximum), "allowed");
                self.must(unique(allowed), "allowed ≠ allowed");
                self.must(!unit.is_money() || *scale >= 2, "money: scale ≥ 2");
                self.must(*unit != Unit::Days, "unit");
            }
            FactType::Options(choices) | FactType::Set { choices, .. } => {
                self.must(!choices.is_empty() && unique(choices.iter().map(|choice| &choice.id)), "options");
            }
            FactType::Link(to) => {
                let named = self.book.vocabulary.thing_at(*to).is_some_and(|thing| thing.named);
                self.must(named, "to: named");
            }
            FactType::Records { key, choices, fields } => {
                self.must(!choices.is_empty() && unique(choices.iter().map(|choice| &choice.id)), "options");
                let names = fields.iter().map(|(name, ..)| name).chain([key]);
                self.must(!fields.is_empty() && unique(names), "fields");
                for (_, _, kind) in fields {
                    self.type_of(kind);
                }
            }
        }
    }

    /// A number of records is what its records say.
    fn part(&mut self, fact: &Fact) {
        let Some(part) = fact.part else { return };
        let records = self.book.vocabulary.fact_at(part.of).filter(|records| records.thing == fact.thing);
        let is_part = records.is_some_and(|records| match &records.kind {
            FactType::Records { choices, fields, .. } => {
                let same = fields.get(part.field).is_some_and(|(_, _, kind)| *kind == fact.kind);
                same && part.choice < choices.len() && records.changes == fact.changes
            }
            _ => false,
        });
        self.must(is_part, "part: records");
    }

    /// Whether one thing holds another, by however many steps.
    fn holds(&self, holder: ThingIndex, thing: ThingIndex) -> bool {
        let above = |thing: ThingIndex| self.book.vocabulary.thing_at(thing).and_then(|thing| thing.holder);
        std::iter::successors(above(thing), |thing| above(*thing)).any(|thing| thing == holder)
    }

    /// Whether each `whole` has exactly one `part`, or is it.
    fn is_one_of(&self, part: ThingIndex, whole: ThingIndex) -> bool {
        let above = |part: &ThingIndex| {
            let thing = self.book.vocabulary.thing_at(*part).filter(|thing| !thing.many);
            thing.and_then(|thing| thing.holder)
        };
        std::iter::successors(Some(part), above).any(|thing| thing == whole)
    }
}
