//! Numbers: units, decimals, tables that cover their facts.

use super::truth::is_steady;
use super::{Proof, Scope, unique};
use crate::limits::DECIMALS;
use crate::model::{Fact, FactType, SET_CHOICES, ThingIndex};
use crate::rulebook::{Arm, Cell, Kind, Number, NumberKind, Rule, SHARE_SCALE, Says, routes};
use crate::value::{Date, Period, Unit};

/// Inside a sum nothing of the subject is in reach.
const INSIDE: Scope<'static> =
    Scope { reached: &[], subject: None, may_refuse: false, may_take: false, is_annual: false };

/// Decimals of money: fen.
pub(super) const MONEY_SCALE: u8 = 2;

/// Months of a year: a number per month is that many times itself per year.
const MONTHS_OF_YEAR: i64 = 12;

impl<'b> Proof<'b> {
    pub(super) fn number(&mut self, number: &'b Number, scope: Scope<'_>) {
        let strict = Scope { may_refuse: false, ..scope };
        let shape = (number.unit, number.scale);
        self.must(number.scale <= DECIMALS, "scale ≤ 18");
        match &number.kind {
            NumberKind::Constant(_) => {}
            NumberKind::Parameter(index) => {
                let parameter = self.book.parameters.get(index.0).filter(|parameter| parameter.unit == number.unit);
                let fits = parameter.is_some_and(|parameter| parameter.value.at_scale(number.scale).is_some());
                self.must(fits, "parameter: unit, scale");
            }
            NumberKind::Fact(fact) => {
                let of = self.reached(*fact, scope).and_then(shape_of);
                self.must(of == Some(shape), "fact: unit, scale");
            }
            NumberKind::Add(a, b)
            | NumberKind::Subtract(a, b)
            | NumberKind::Minimum(a, b)
            | NumberKind::Maximum(a, b) => {
                self.must([a, b].iter().all(|part| (part.unit, part.scale) == shape), "a, b: unit, scale");
                self.number(a, strict);
                self.number(b, strict);
            }
            NumberKind::Multiply(a, b) => {
                self.must(a.scale.checked_add(b.scale) == Some(number.scale), "a × b: scale");
                self.must(is_product(a, b, number.unit), "a × b: unit");
                // A table with more decimals is a table still: multiplied by one.
                let is_one = matches!(b.kind, NumberKind::Constant(_)) && b.unit == Unit::One;
                self.number(a, if is_one { scope } else { strict });
                self.number(b, strict);
            }
            NumberKind::Rule(rule) => {
                let referred = self.book.rules.get(rule.0);
                let subject = scope.subject;
                let pays = referred.is_some_and(pays_by_month);
                let reaches = referred.zip(subject).is_some_and(|(rule, subject)| is_within(&rule.subject, subject));
                self.must(pays && reaches && shape == (Unit::CnyPerMonth, MONEY_SCALE), "rule: by month");
            }
            NumberKind::RateOf(_) => self.must(scope.may_take && shape == (Unit::Cny, MONEY_SCALE), "rate of a rule"),
            // Items are named where amounts are added up alone; see `amounts`.
            NumberKind::Item(_) => self.must(false, "an item"),
            NumberKind::Choose(truth, cells) => {
                self.truth(truth, strict);
                self.cells(cells.iter(), shape, scope);
            }
            NumberKind::Holds(truth) => {
                self.must(is_steady(truth) && shape == (Unit::One, 0), "where: facts");
                self.truth(truth, strict);
            }
            NumberKind::Total(rule, thing) => {
                let referred = self.book.rules.get(rule.0);
                let adds = referred.is_some_and(is_added) && scope.subject.is_some() && scope.is_annual;
                let pairs = referred.zip(scope.subject).is_some_and(|(rule, subject)| {
                    rule.subject.contains(thing) && rule.subject.iter().all(|one| one == thing || subject.contains(one))
                });
                self.must(adds && pairs && shape == (Unit::CnyPerYear, scale_of(referred)), "total: rule, thing");
            }
            NumberKind::Brackets(table, of) => {
                let known = self.book.tables.get(table.0).is_some();
                let money = matches!(of.unit, Unit::Cny | Unit::CnyPerYear) && number.unit == Unit::Cny;
                let scale = of.scale.checked_add(SHARE_SCALE) == Some(number.scale);
                self.must(known && money && scale, "table: unit, scale");
                self.must(of.scale >= MONEY_SCALE, "table: unit, scale");
                self.number(of, strict);
            }
            NumberKind::Once(inner) => {
                self.must((inner.unit, inner.scale) == shape, "once: unit, scale");
                self.must(scope.may_refuse, "once: cell of a rate");
                self.number(inner, scope);
            }
            NumberKind::Sum(thing, each) => self.sum(*thing, each, shape, scope),
            NumberKind::SumHeld(thing, each) => self.sum_held(*thing, each, shape, scope),
            NumberKind::Ceiling(a, b) => {
                self.must(
                    (a.unit, a.scale) == (b.unit, b.scale) && shape == (Unit::One, 0),
                    "ceil(a / b): unit, scale",
                );
                self.must(b.is_above_nought(&self.book.parameters), "ceil(a / b): b > 0");
                self.number(a, strict);
                self.number(b, strict);
            }
            NumberKind::CompletedMonths(a, b) => {
                let days = [a, b].iter().all(|part| (part.unit, part.scale) == (Unit::Days, 0));
                self.must(days && shape == (Unit::Months, 0), "completed-months: unit, scale");
                self.number(a, strict);
                self.number(b, strict);
            }
            NumberKind::Since(link) => {
                let leads = self.reached(*link, scope).is_some_and(|fact| matches!(fact.kind, FactType::Link(_)));
                // Inside a sum a link would be one of many.
                self.must(leads && scope.subject.is_some() && shape == (Unit::Days, 0), "start: link");
            }
            NumberKind::Outside(fact, listed) => {
                let choices = match self.reached(*fact, scope).map(|fact| &fact.kind) {
                    Some(FactType::Set { choices, .. }) if choices.len() <= SET_CHOICES => choices.len(),
                    _ => 0,
                };
                let known = listed.iter().all(|choice| *choice < choices) && unique(listed);
                self.must(choices > 0 && known && shape == (Unit::One, 0), "in: set, choices");
            }
            NumberKind::Table(fact, arms) => {
                let domain = self.reached(*fact, scope).and_then(domain);
                self.must(domain.is_some_and(|domain| covers(arms, domain)), "table: every value once");
                self.cells(arms.iter().map(|arm| &arm.cell), shape, scope);
            }
            NumberKind::Reading(reading, cells) => {
                let options = self.book.readings.get(reading.0).map(|reading| reading.options.len());
                self.must(options == Some(cells.len()), "reading: every option");
                self.cells(cells.iter(), shape, scope);
            }
        }
    }

    fn cells(&mut self, cells: impl Iterator<Item = &'b Cell>, shape: (Unit, u8), scope: Scope<'_>) {
        let mut any = false;
        for cell in cells {
            any |= cell.is_some();
            self.must(cell.is_some() || scope.may_refuse, "cell");
            if let Some(number) = cell {
                self.must((number.unit, number.scale) == shape, "cell: unit, scale");
                self.number(number, scope);
            }
        }
        self.must(any, "cells");
    }

    /// Inside a sum the facts of each thing are in reach, and nothing of the subject.
    fn sum(&mut self, thing: ThingIndex, each: &'b Number, shape: (Unit, u8), scope: Scope<'_>) {
        let data = self.book.vocabulary.thing_at(thing);
        let held_by_case = data.is_some_and(|data| data.many && data.holder.is_none());
        self.must(held_by_case && scope.subject.is_some(), "sum: things of the case");
        self.must((each.unit, each.scale) == shape, "sum: unit, scale");
        if held_by_case {
            let reached: Vec<ThingIndex> =
                routes(&self.book.vocabulary, &[thing]).into_iter().map(|(thing, _)| thing).collect();
            self.number(each, Scope { reached: &reached, ..INSIDE });
        }
    }
}

impl<'b> Proof<'b> {
    /// Inside a sum over what the subject holds, the facts of each thing are in reach, and nothing else.
    fn sum_held(&mut self, thing: ThingIndex, each: &'b Number, shape: (Unit, u8), scope: Scope<'_>) {
        let vocabulary = &self.book.vocabulary;
        let above = |thing: &ThingIndex| vocabulary.thing_at(*thing).and_then(|data| data.holder);
        let holder = vocabulary.thing_at(thing).filter(|data| data.many).and_then(|data| data.holder);
        let is_held = holder.zip(scope.subject).is_some_and(|(holder, subject)| {
            subject.iter().any(|one| std::iter::successors(Some(*one), above).any(|above| above == holder))
        });
        self.must(is_held && (each.unit, each.scale) == shape, "sum: things of the subject");
        if is_held {
            self.number(each, Scope { reached: &[thing], ..INSIDE });
        }
    }
}

/// The unit and the decimals of a fact as a number.
fn shape_of(fact: &Fact) -> Option<(Unit, u8)> {
    match &fact.kind {
        FactType::Number { unit, scale, .. } => Some((*unit, *scale)),
        FactType::Date => Some((Unit::Days, 0)),
        _ => None,
    }
}

/// The smallest and the largest value of a fact that can select.
pub(super) fn domain(fact: &Fact) -> Option<(i64, i64)> {
    match &fact.kind {
        FactType::Number { minimum, maximum, .. } => Some((*minimum, *maximum)),
        FactType::YesNo => Some((0, 1)),
        FactType::Options(choices) => Some((0, i64::try_from(choices.len()).ok()?.checked_sub(1)?)),
        FactType::Date => Some((i64::from(Date::MIN.number()), i64::from(Date::MAX.number()))),
        _ => None,
    }
}

/// Whether arms follow each other from the smallest value to the largest.
pub(super) fn covers(arms: &[Arm], (minimum, maximum): (i64, i64)) -> bool {
    let mut next = Some(minimum);
    for arm in arms {
        if next != Some(arm.from) || arm.to < arm.from {
            return false;
        }
        next = arm.to.checked_add(1);
    }
    next.is_some() && next == maximum.checked_add(1)
}

/// Whether a product may have a unit; twelve times what is per month may be per year.
fn is_product(a: &Number, b: &Number, unit: Unit) -> bool {
    let is_year = b.scale == 0 && matches!(b.kind, NumberKind::Constant(MONTHS_OF_YEAR));
    match (a.unit, b.unit) {
        (Unit::CnyPerMonth, Unit::One) if unit == Unit::CnyPerYear => is_year,
        (Unit::One, other) | (other, Unit::One) => other == unit,
        _ => false,
    }
}

/// Whether a rule's months can be added up over a year: what it says is money due per month.
fn is_added(rule: &Rule) -> bool {
    let monthly = rule.benefit.as_ref().is_some_and(|benefit| {
        benefit.period == Some(Period::Month) && benefit.unit.is_money() && benefit.single.is_none() && !benefit.annual
    });
    rule.kind == Kind::Entitlement && monthly
}

/// The decimals of a rule's rate.
fn scale_of(rule: Option<&Rule>) -> u8 {
    let rates = rule.into_iter().flat_map(|rule| &rule.versions).filter_map(|version| match &version.says {
        Says::Rate(rate) => Some(rate.scale),
        _ => None,
    });
    rates.max().unwrap_or_default()
}

/// Whether a rule pays whole fen in each month, so that its amount can be added up.
fn pays_by_month(rule: &Rule) -> bool {
    let monthly =
        rule.benefit.as_ref().is_some_and(|benefit| benefit.period == Some(Period::Month) && benefit.unit.is_money());
    let whole = |says: &Says| matches!(says, Says::Rate(rate) if rate.scale == MONEY_SCALE);
    rule.kind == Kind::Entitlement && monthly && rule.versions.iter().all(|version| whole(&version.says))
}

fn is_within(part: &[ThingIndex], whole: &[ThingIndex]) -> bool {
    part.iter().all(|thing| whole.contains(thing))
}
