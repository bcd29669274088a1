//! Items of a quantity: things beneath its subject, rates of what they reach, and amounts of whole fen.

use super::number::MONEY_SCALE;
use super::{Proof, Scope};
use crate::model::ThingIndex;
use crate::rulebook::{Counted, Item, ItemRate, Kind, Number, NumberKind, Rule, routes};
use crate::value::{Period, Unit};

impl<'b> Proof<'b> {
    pub(super) fn item(&mut self, rule: &'b Rule, items: &'b [Item], place: usize, item: &'b Item) {
        let vocabulary = &self.book.vocabulary;
        let subject = rule.subject.first().copied();
        let is_beneath = |thing: ThingIndex| {
            vocabulary.thing_at(thing).is_some() && subject.is_some_and(|subject| vocabulary.holds(subject, thing))
        };
        self.must(item.by.is_none_or(is_beneath), "by: thing");
        match &item.counted {
            Counted::Rate(rate) => {
                let is_shown = item.by.is_none_or(|by| vocabulary.holds(by, rate.of));
                self.must(is_beneath(rate.of) && is_shown, "for: thing");
                if self.faults.is_empty() {
                    self.item_rate(rate);
                }
            }
            Counted::Amounts(number) => self.amounts(number, items, place, item),
        }
    }

    fn item_rate(&mut self, rate: &'b ItemRate) {
        let reached: Vec<ThingIndex> =
            routes(&self.book.vocabulary, &[rate.of]).into_iter().map(|(thing, _)| thing).collect();
        let scope = Scope { reached: &reached, subject: Some(&[]), may_refuse: true, may_take: true, is_annual: false };
        let has_unit = match rate.period {
            Period::Month => matches!(rate.rate.unit, Unit::Cny | Unit::CnyPerMonth),
            Period::Year => matches!(rate.rate.unit, Unit::Cny | Unit::CnyPerYear),
            Period::Once => rate.rate.unit == Unit::Cny,
        };
        self.must(has_unit && rate.rate.scale >= MONEY_SCALE, "rate: unit, scale ≥ 2");
        self.truth(&rate.when, Scope { may_take: false, ..scope });
        self.number(&rate.rate, scope);
    }

    /// A number that is made of whole amounts: of rules, and of items above that are shown by the same things.
    fn amounts(&mut self, number: &'b Number, items: &'b [Item], place: usize, item: &'b Item) {
        self.must((number.unit, number.scale) == (Unit::Cny, MONEY_SCALE), "amount: fen");
        match &number.kind {
            NumberKind::Constant(_) => {}
            NumberKind::Rule(index) => {
                let rule = self.book.rules.get(index.0);
                self.must(rule.is_some_and(|rule| rule.kind == Kind::Entitlement), "amount: entitlement");
            }
            NumberKind::Item(above) => {
                let known = items.get(*above).filter(|_| *above < place);
                let fits = known.is_some_and(|known| {
                    (known.by == item.by || item.by.is_none()) && (known.monthly || !item.monthly)
                });
                self.must(fits, "amount: item above");
            }
            NumberKind::Add(a, b)
            | NumberKind::Subtract(a, b)
            | NumberKind::Minimum(a, b)
            | NumberKind::Maximum(a, b) => {
                self.amounts(a, items, place, item);
                self.amounts(b, items, place, item);
            }
            _ => self.must(false, "amount"),
        }
    }
}
