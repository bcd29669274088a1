//! Rules: heads, versions in force one after the other, and what refers to what.

use super::{Proof, Scope, unique};
use crate::model::ThingIndex;
use crate::rulebook::{Benefit, BenefitForm, Kind, Place, Rule, RuleIndex, Version, routes};
use crate::value::{Date, Period, Unit};

/// Between the layer and the name of a rule's id.
const LAYER_SEPARATOR: char = '/';

impl<'b> Proof<'b> {
    pub(super) fn rules(&mut self) {
        let book = self.book;
        self.must(unique(book.rules.iter().map(|rule| &rule.id)), "rules: id ≠ id");
        self.each("rules", &book.rules, |proof, _, rule| proof.rule(rule));
        self.order();
    }

    fn rule(&mut self, rule: &'b Rule) {
        let book = self.book;
        let layer = rule.id.split_once(LAYER_SEPARATOR).map(|(layer, _)| layer);
        let has_layer = book.documents.iter().any(|document| document.layer == rule.layer);
        let place = |layer: &str| book.documents.iter().position(|document| document.layer == layer);
        // What an earlier layer says may be overridden under its id.
        let is_earlier =
            layer.is_some_and(|layer| place(layer).is_some_and(|place_of| Some(place_of) <= place(&rule.layer)));
        // A quantity belongs to no single text, so its id need not begin with its layer.
        let in_layer = is_earlier || (layer.is_some() && rule.kind == Kind::Quantity);
        self.must(in_layer && has_layer, "layer");
        self.subject(rule);
        self.must(rule.benefit.is_some() == (rule.kind == Kind::Entitlement), "entitlement: benefit");
        self.must(rule.claim.is_none() || rule.benefit.is_some(), "claim: entitlement");
        self.must(rule.due.is_none() || rule.kind == Kind::Indicator, "due: indicator");
        let may_guide = matches!(rule.kind, Kind::Requirement | Kind::Indicator);
        self.must(rule.guiding.is_none() || may_guide, "guiding: requirement, indicator");
        if !self.faults.is_empty() {
            return;
        }
        let reached: Vec<ThingIndex> =
            routes(&book.vocabulary, &rule.subject).into_iter().map(|(thing, _)| thing).collect();
        let is_annual = rule.benefit.as_ref().is_some_and(|benefit| benefit.annual);
        let scope =
            Scope { reached: &reached, subject: Some(&rule.subject), may_refuse: false, may_take: false, is_annual };
        if let Some(benefit) = &rule.benefit {
            self.benefit(benefit, scope);
        }
        if let Some(claim) = &rule.claim {
            self.origin(&claim.source);
        }
        self.each("versions", &rule.versions, |proof, _, version| proof.version(rule, version, scope));
        self.versions(rule);
        // What a rule names is looked up once every term in it is sound.
        if self.faults.is_empty() {
            self.named(rule);
        }
    }

    fn subject(&mut self, rule: &Rule) {
        let vocabulary = &self.book.vocabulary;
        let root = |thing: ThingIndex| {
            let above = |thing: &ThingIndex| vocabulary.thing_at(*thing).and_then(|thing| thing.holder);
            std::iter::successors(Some(thing), above).last()
        };
        let known = rule.subject.iter().all(|thing| vocabulary.thing_at(*thing).is_some());
        let one_or_two = match rule.subject.as_slice() {
            [] => rule.kind == Kind::Lookup,
            [_] => true,
            [first, second] => rule.kind != Kind::Quantity && root(*first) == root(*second),
            _ => false,
        };
        self.must(known && one_or_two, "for: thing, thing x thing");
    }

    fn benefit(&mut self, benefit: &Benefit, scope: Scope<'_>) {
        self.must(!benefit.payee.is_empty(), "payee");
        self.must(benefit.single.is_none_or(|thing| scope.reached.contains(&thing)), "single");
        self.must(benefit.period.is_some() != benefit.elsewhere.is_some(), "rate, elsewhere");
        let is_place = |fact: &_| {
            let options = self.reached(*fact, scope).map(|fact| &fact.kind);
            matches!(options, Some(crate::model::FactType::Options(_)))
        };
        let has_place = match &benefit.place {
            None => true,
            Some(Place::Fact(fact)) => is_place(fact),
            Some(Place::Reading(reading, facts)) => {
                let options = self.book.readings.get(reading.0).map(|reading| reading.options.len());
                options == Some(facts.len()) && facts.iter().all(is_place)
            }
        };
        self.must(has_place, "place");
        let is_leave = benefit.form == BenefitForm::Leave;
        self.must(!benefit.annual || benefit.period == Some(Period::Once), "each year: once");
        let has_unit = match benefit.period {
            Some(period) if is_leave => benefit.unit == Unit::Days && period != Period::Year,
            Some(Period::Month) => matches!(benefit.unit, Unit::Cny | Unit::CnyPerMonth),
            Some(Period::Year) => matches!(benefit.unit, Unit::Cny | Unit::CnyPerYear),
            Some(Period::Once) | None => benefit.unit == Unit::Cny,
        };
        self.must(has_unit, "unit");
    }

    fn version(&mut self, rule: &'b Rule, version: &'b Version, scope: Scope<'_>) {
        self.each("applies", &version.applies, |proof, _, one| proof.truth(&one.truth, scope));
        self.each("when", &version.when, |proof, _, one| proof.truth(&one.truth, scope));
        let labels = version.conditions().map(|condition| &condition.label);
        self.must(unique(labels), "label ≠ label");
        self.says(rule, &version.says, scope);
        self.origin(&version.source);
    }

    /// Versions follow each other day by day.
    fn versions(&mut self, rule: &Rule) {
        self.must(!rule.versions.is_empty(), "versions");
        let follows = |(earlier, later): (&Version, &Version)| match (earlier.force.to(), later.force.from()) {
            (Some(to), Some(from)) => Date::from_number(to.number() + 1) == from,
            _ => false,
        };
        let all = rule.versions.iter().zip(rule.versions.iter().skip(1)).all(follows);
        self.must(all, "force, force");
    }

    fn named(&mut self, rule: &Rule) {
        let book = self.book;
        let benefit = rule.benefit.as_ref();
        let mut readings: Vec<_> = rule
            .versions
            .iter()
            .flat_map(|version| version.named_readings(&book.readings, rule.kind, benefit))
            .collect();
        readings.sort_unstable();
        readings.dedup();
        if rule.kind == Kind::Quantity {
            let rules: Vec<&Rule> = book.rules.iter().collect();
            readings = rule.added_readings(&rules, &book.readings);
            self.must(rule.not_added(&rules, &book.vocabulary).is_empty(), "items: money");
        }
        self.must(readings == rule.readings, "readings");
        let mut refers: Vec<RuleIndex> = rule.refers.clone();
        let mut rules: Vec<RuleIndex> = rule.versions.iter().flat_map(Version::named_rules).collect();
        for list in [&mut refers, &mut rules] {
            list.sort_unstable();
            list.dedup();
        }
        self.must(refers == rules, "refers");
    }

    /// Whether each rule stands in the order after those that it refers to, and every rule stands there once.
    pub(super) fn order(&mut self) {
        let book = self.book;
        let mut done: Vec<RuleIndex> = Vec::new();
        for (place, index) in book.order.iter().enumerate() {
            let refers = book.rules.get(index.0).map(|rule| rule.refers.as_slice());
            let after = refers.is_some_and(|refers| refers.iter().all(|other| done.contains(other)));
            self.within("order", place, |proof| proof.must(after && !done.contains(index), "refers < rule"));
            done.push(*index);
        }
        self.must(done.len() == book.rules.len(), "order: every rule");
    }
}
