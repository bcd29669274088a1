//! What a quantity may add up: money that is paid or saved, for the things that it is about.

use super::book::{Reading, ReadingIndex, RuleIndex, YEARLY_RATE};
use super::item::{Counted, Item, ItemRate};
use super::kind::Kind;
use super::routes::routes;
use super::rule::{Benefit, BenefitForm, Rule, Says};
use super::truth::{Number, NumberKind};
use crate::model::{FactIndex, ThingIndex, Vocabulary};
use crate::value::{Period, Set, Unit};

/// Decimals of money: fen.
const MONEY_SCALE: u8 = 2;

/// Why something cannot be added up.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum NotAdded {
    /// The rule pays or saves no money, or another text sets how much.
    Money(RuleIndex),
    /// The rule is about no thing by which the item is shown.
    Subject(RuleIndex),
    /// The rule has no table of whole fen for the item's period.
    Rate(RuleIndex),
    /// The rule's table speaks of what the item's things do not reach.
    Reach(RuleIndex, FactIndex),
}

impl Vocabulary {
    /// Whether a kind of thing is another, or holds it, however far beneath.
    #[must_use]
    pub fn holds(&self, above: ThingIndex, thing: ThingIndex) -> bool {
        let up = |thing: &ThingIndex| self.thing_at(*thing).and_then(|data| data.holder);
        std::iter::successors(Some(thing), up).any(|thing| thing == above)
    }
}

impl Rule {
    /// The items of a quantity.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        self.versions
            .iter()
            .find_map(|version| match &version.says {
                Says::Items(items) => Some(items.as_slice()),
                _ => None,
            })
            .unwrap_or_default()
    }

    /// Everything that a quantity names and cannot add up.
    #[must_use]
    pub fn not_added(&self, rules: &[&Self], vocabulary: &Vocabulary) -> Vec<NotAdded> {
        let mut faults = Vec::new();
        for item in self.items() {
            match &item.counted {
                Counted::Amounts(number) => {
                    let shown = item.by.or(self.subject.first().copied());
                    for index in number.rules() {
                        let rule = rules.get(index.0);
                        if !rule.is_some_and(|rule| rule.pays_money()) {
                            faults.push(NotAdded::Money(index));
                        }
                        let is_within = |rule: &&Self| {
                            rule.subject.iter().any(|thing| shown.is_some_and(|shown| vocabulary.holds(shown, *thing)))
                        };
                        if !rule.copied().as_ref().is_some_and(is_within) {
                            faults.push(NotAdded::Subject(index));
                        }
                    }
                }
                Counted::Rate(rate) => faults.extend(rate.not_taken(rules, vocabulary)),
            }
        }
        faults
    }

    /// The readings that a quantity names: its own, and those by which the rules that it adds up come to their
    /// amounts. Which place pays changes no amount.
    #[must_use]
    pub fn added_readings(&self, rules: &[&Self], known: &[Reading]) -> Vec<ReadingIndex> {
        let mut reached: Set<RuleIndex> = Set::new();
        let mut next: Vec<RuleIndex> = self.refers.clone();
        while let Some(index) = next.pop() {
            if reached.insert(index) {
                next.extend(rules.get(index.0).into_iter().flat_map(|rule| &rule.refers));
            }
        }
        let yearly = self.items().iter().filter_map(Item::rate).any(|rate| rate.period == Period::Year);
        let yearly = known.iter().position(|reading| yearly && reading.id == YEARLY_RATE).map(ReadingIndex);
        let mut named: Set<ReadingIndex> = yearly.into_iter().collect();
        for rule in reached.iter().filter_map(|index| rules.get(index.0).copied()).chain([self]) {
            let benefit = rule.benefit.clone().map(|benefit| Benefit { place: None, ..benefit });
            for version in &rule.versions {
                named.extend(version.named_readings(known, rule.kind, benefit.as_ref()));
            }
        }
        named.into_iter().collect()
    }

    fn pays_money(&self) -> bool {
        let pays = self.benefit.as_ref().is_some_and(|benefit| {
            let is_added = matches!(benefit.form, BenefitForm::Payment | BenefitForm::Saving);
            is_added && benefit.unit.is_money() && benefit.period.is_some()
        });
        self.kind == Kind::Entitlement && pays
    }
}

impl ItemRate {
    fn not_taken(&self, rules: &[&Rule], vocabulary: &Vocabulary) -> Vec<NotAdded> {
        let mut faults = Vec::new();
        let reached: Vec<ThingIndex> = routes(vocabulary, &[self.of]).into_iter().map(|(thing, _)| thing).collect();
        for index in taken(&self.rate) {
            let rule = rules.get(index.0);
            let period = rule.and_then(|rule| rule.benefit.as_ref()).and_then(|benefit| benefit.period);
            let rates: Vec<Option<&Number>> = rule.iter().flat_map(|rule| &rule.versions).map(rate_of).collect();
            let is_whole = |rate: &Option<&Number>| {
                rate.is_some_and(|rate| rate.unit == Unit::Cny && rate.scale == MONEY_SCALE && rate.rules().is_empty())
            };
            if rates.is_empty() || !rates.iter().all(is_whole) || period != Some(self.period) {
                faults.push(NotAdded::Rate(index));
                continue;
            }
            let facts: Set<FactIndex> = rates.into_iter().flatten().flat_map(Number::facts).collect();
            let is_out = |fact: &FactIndex| vocabulary.fact_at(*fact).is_none_or(|fact| !reached.contains(&fact.thing));
            faults.extend(facts.into_iter().find(is_out).map(|fact| NotAdded::Reach(index, fact)));
        }
        faults
    }
}

const fn rate_of(version: &super::rule::Version) -> Option<&Number> {
    match &version.says {
        Says::Rate(rate) => Some(rate),
        _ => None,
    }
}

/// The rules whose tables a number takes its rates from.
fn taken(number: &Number) -> Vec<RuleIndex> {
    let own = match number.kind {
        NumberKind::RateOf(rule) => Some(rule),
        _ => None,
    };
    own.into_iter().chain(number.parts().into_iter().flat_map(taken)).collect()
}
