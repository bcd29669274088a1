//! Quantities: items that count a rate of their own, or are computed from the amounts of rules and of items above.

use super::declare::lines;
use super::term::{MONEY_SCALE, Terms};
use crate::error::{Code, nearest_or_all};
use crate::model::ThingIndex;
use crate::parse::{self, BinaryOperator, Expression, ExpressionKind, LAYER_SEPARATOR, LineBody, Spanned};
use crate::rulebook::{Counted, Item, ItemRate, Kind, Number, NumberKind, RuleIndex, Says, Truth};
use crate::source::Span;
use crate::value::Unit;

/// What an item may be computed from.
const AMOUNTS: &str = "an item above, a rule, 0 CNY, a + b, a - b, min(a, b), max(a, b)";

impl Terms<'_> {
    /// What a quantity says.
    pub(super) fn items(&mut self) -> Option<Says> {
        let written: Vec<&parse::Item> = lines(self.site.rule, "item")
            .filter_map(|line| match &line.body {
                LineBody::Item(item) => Some(item),
                _ => None,
            })
            .collect();
        if written.is_empty() {
            self.site.missing("item", self.faults);
        }
        if let Some(second) = self.site.rule.subject.get(1) {
            self.fault(Code::TypeMismatch, second.span, "one thing");
            return None;
        }
        let mut items: Vec<Option<Item>> = Vec::new();
        for (place, item) in written.iter().enumerate() {
            let above = written.get(..place).unwrap_or_default();
            if above.iter().any(|other| other.id.node == item.id.node) {
                self.fault(Code::DuplicateName, item.id.span, "");
            }
            let checked = self.item(item, above, &items);
            items.push(checked);
        }
        let items: Option<Vec<Item>> = items.into_iter().collect();
        items.filter(|items| !items.is_empty()).map(Says::Items)
    }

    fn item(&mut self, item: &parse::Item, above: &[&parse::Item], known: &[Option<Item>]) -> Option<Item> {
        let line = |keyword: &str| item.lines.iter().find(|line| line.keyword.node == keyword).map(|line| &line.body);
        let title = match line("title") {
            Some(LineBody::Words(title)) => Some(title.node.clone()),
            _ => {
                self.missing_in(item, "title");
                None
            }
        };
        let by = match &item.by {
            Some(name) => Some(self.beneath(name)?),
            None => None,
        };
        let counted = match (line("rate"), line("value")) {
            (Some(LineBody::Rate(rate)), None) => {
                let when = match line("when") {
                    Some(LineBody::Expression(when)) => Some(when),
                    _ => None,
                };
                self.item_rate(item, by, rate, when).map(Counted::Rate)
            }
            (None, Some(LineBody::Expression(value))) => {
                if let (Some(when), Some(_)) =
                    (item.lines.iter().find(|line| line.keyword.node == "when"), line("when"))
                {
                    self.fault(Code::TypeMismatch, when.keyword.span, "`when` beside `rate`");
                }
                if let Some(of) = &item.of {
                    self.fault(Code::TypeMismatch, of.span, "`for` beside `rate`");
                }
                let cell = Cell { by, monthly: item.monthly, above, known };
                self.amounts(value, &cell).map(Counted::Amounts)
            }
            _ => {
                self.missing_in(item, "rate` / `value");
                None
            }
        };
        Some(Item { id: item.id.node.clone(), title: title?, by, monthly: item.monthly, counted: counted? })
    }

    fn missing_in(&mut self, item: &parse::Item, keyword: &str) {
        if self.site.rule.complete {
            let fault = self.site.fault(Code::MissingLine, item.id.span, &item.id.node, format!("`{keyword}`"));
            self.faults.push(fault);
        }
    }

    /// A thing that is the subject's own, or stands beneath it.
    fn beneath(&mut self, name: &Spanned<String>) -> Option<ThingIndex> {
        let vocabulary = self.declared.vocabulary;
        let subject = self.subject.first().copied()?;
        let within = |thing: &ThingIndex| vocabulary.holds(subject, *thing);
        let names = || {
            let things = (0..vocabulary.things.len()).map(ThingIndex).filter(within);
            things.filter_map(|thing| vocabulary.thing_at(thing)).map(|thing| thing.id.as_str())
        };
        match vocabulary.thing(&name.node) {
            Some(thing) if within(&thing) => Some(thing),
            Some(_) => {
                let expected = names().collect::<Vec<_>>().join(", ");
                self.fault(Code::OutOfReach, name.span, expected);
                None
            }
            None => {
                let expected = nearest_or_all(&name.node, names());
                self.fault(Code::UnknownThing, name.span, expected);
                None
            }
        }
    }

    fn item_rate(
        &mut self,
        item: &parse::Item,
        by: Option<ThingIndex>,
        rate: &parse::Rate,
        when: Option<&Expression>,
    ) -> Option<ItemRate> {
        let of = match &item.of {
            Some(name) => self.beneath(name)?,
            None => by.or(self.subject.first().copied())?,
        };
        if let (Some(by), Some(written)) = (by, &item.by)
            && !self.declared.vocabulary.holds(by, of)
        {
            self.fault(Code::OutOfReach, written.span, "");
            return None;
        }
        // Names mean what each of these things reaches; the amounts of other rules are no part of a rate.
        let outer = (std::mem::replace(&mut self.routes, self.declared.routes(&[of])), self.subject);
        (self.subject, self.in_item) = (&[], true);
        let when = when.map_or(Some(Truth::Constant(true)), |when| self.truth(when));
        let paid = self.rate(rate);
        ((self.routes, self.subject), self.in_item) = (outer, false);
        let (period, rate) = paid?;
        Some(ItemRate { of, when: when?, period, rate })
    }

    /// `rate(rule)`: what the table of another rule gives.
    pub(super) fn rate_of(&mut self, argument: &Expression) -> Option<Number> {
        let ExpressionKind::Name(name) = &argument.kind else {
            self.fault(Code::TypeMismatch, argument.span, "rate(rule)");
            return None;
        };
        let rule = self.entitlement_named(name, argument.span)?;
        Some(Number { kind: NumberKind::RateOf(rule), unit: Unit::Cny, scale: MONEY_SCALE })
    }

    fn entitlement_named(&mut self, name: &str, span: Span) -> Option<RuleIndex> {
        let Some(place) = self.heads.place(name) else {
            if self.declared.has_all_names {
                let expected = nearest_or_all(name, self.heads.names());
                self.fault(Code::UnknownName, span, expected);
            }
            return None;
        };
        if self.heads.at(place)?.kind != Kind::Entitlement {
            self.fault(Code::TypeMismatch, span, "an entitlement");
            return None;
        }
        Some(RuleIndex(place))
    }

    /// A number that is made of whole amounts.
    fn amounts(&mut self, value: &Expression, cell: &Cell<'_>) -> Option<Number> {
        self.spend(1, value.span)?;
        match &value.kind {
            ExpressionKind::Number(_) => {
                let number = self.number(value)?;
                if number.unit != Unit::Cny {
                    self.unit_mismatch(value.span, number.unit, Unit::Cny);
                    return None;
                }
                if number.scale != MONEY_SCALE {
                    self.fault(Code::TypeMismatch, value.span, "whole fen");
                    return None;
                }
                Some(number)
            }
            ExpressionKind::Name(name) if name.contains(LAYER_SEPARATOR) => {
                let rule = self.entitlement_named(name, value.span)?;
                let head = self.heads.at(rule.0)?;
                let subject = self.subject.first().copied()?;
                let shown = cell.by.unwrap_or(subject);
                let vocabulary = self.declared.vocabulary;
                if !head.subject.iter().any(|thing| vocabulary.holds(shown, *thing)) {
                    let expected = vocabulary.thing_at(shown).map(|thing| thing.id.clone()).unwrap_or_default();
                    self.fault(Code::OutOfReach, value.span, expected);
                    return None;
                }
                Some(money(NumberKind::Rule(rule)))
            }
            ExpressionKind::Name(name) => self.item_named(name, cell, value.span),
            ExpressionKind::Call { function, arguments }
                if matches!(function.node.as_str(), "min" | "max") && arguments.len() > 1 =>
            {
                let is_least = function.node == "min";
                let mut result: Option<Number> = None;
                for argument in arguments {
                    let next = self.amounts(argument, cell)?;
                    result = Some(match result {
                        None => next,
                        Some(so_far) if is_least => money(NumberKind::Minimum(Box::new(so_far), Box::new(next))),
                        Some(so_far) => money(NumberKind::Maximum(Box::new(so_far), Box::new(next))),
                    });
                }
                result
            }
            ExpressionKind::Binary { operator: BinaryOperator::Add, left, right } => {
                let (a, b) = (self.amounts(left, cell), self.amounts(right, cell));
                Some(money(NumberKind::Add(Box::new(a?), Box::new(b?))))
            }
            ExpressionKind::Binary { operator: BinaryOperator::Subtract, left, right } => {
                let (a, b) = (self.amounts(left, cell), self.amounts(right, cell));
                Some(money(NumberKind::Subtract(Box::new(a?), Box::new(b?))))
            }
            _ => {
                self.fault(Code::TypeMismatch, value.span, AMOUNTS);
                None
            }
        }
    }

    /// An item above: one that is shown by the same things and months, or summed up for what stands over them.
    fn item_named(&mut self, name: &str, cell: &Cell<'_>, span: Span) -> Option<Number> {
        let Some(place) = cell.above.iter().position(|item| item.id.node == name) else {
            let expected = nearest_or_all(name, cell.above.iter().map(|item| item.id.node.as_str()));
            self.fault(Code::UnknownName, span, expected);
            return None;
        };
        // One that failed is a fault already.
        let item = cell.known.get(place)?.as_ref()?;
        let by_same_thing = item.by == cell.by || cell.by.is_none();
        if !by_same_thing || (cell.monthly && !item.monthly) {
            self.fault(Code::TypeMismatch, span, "an item by the same things and months");
            return None;
        }
        Some(money(NumberKind::Item(place)))
    }
}

/// Where an item is computed.
struct Cell<'i> {
    by: Option<ThingIndex>,
    monthly: bool,
    above: &'i [&'i parse::Item],
    known: &'i [Option<Item>],
}

const fn money(kind: NumberKind) -> Number {
    Number { kind, unit: Unit::Cny, scale: MONEY_SCALE }
}
