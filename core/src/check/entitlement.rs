//! Who gives what to whom: the lines that only entitlements have.

use super::declare::{line, words};

use super::term::{MONEY_SCALE, Terms};
use crate::error::{Code, nearest_or_all};
use crate::model::{Choice, FactIndex, FactType, ThingIndex};
use crate::parse::{Expression, ExpressionKind, LineBody, Rate, Selector, Spanned};
use crate::rulebook::{Arm, Cell, Number, NumberKind};
use crate::rulebook::{Benefit, BenefitForm, Period, Place, Says};
use crate::source::{Span, Words};
use crate::value::Unit;

/// Words that make what a sentence grants discretionary.
const DISCRETION: [&str; 3] = ["可", "鼓励", "按规定"];

impl Terms<'_> {
    /// What an entitlement says, and who gives it to whom.
    pub(super) fn benefit(&mut self) -> Option<(Benefit, Says)> {
        let pay = match line(self.site.rule, "pay").map(|line| &line.body) {
            Some(LineBody::Pay { payer, payee }) => {
                Some((payer.as_ref().map(|payer| payer.node.clone()), payee.node.clone()))
            }
            _ => {
                self.site.missing("pay", self.faults);
                None
            }
        };
        let discretionary = self.discretion();
        let form = self.form();
        let amount = match line(self.site.rule, "rate").map(|line| &line.body) {
            Some(LineBody::Rate(rate)) => {
                self.rate(rate).map(|(period, rate)| (Some(period), rate.unit, None, Says::Rate(rate)))
            }
            Some(LineBody::Elsewhere { name, words }) => {
                let id = format!("{}.{}", self.site.id(), name.node);
                let set = Choice { id, words: words.node.clone() };
                Some((None, Unit::Cny, Some(set), Says::Elsewhere))
            }
            _ => {
                self.site.missing("rate", self.faults);
                None
            }
        };
        let (place, single) = (self.place(), self.single());
        let at_least = line(self.site.rule, "at_least").is_some();
        let annual = self.is_annual();
        let ((payer, payee), form, (period, unit, elsewhere, says)) = (pay?, form?, amount?);
        let benefit =
            Benefit { form, payer, payee, place, single, discretionary, period, unit, elsewhere, at_least, annual };
        Some((benefit, says))
    }

    fn discretion(&mut self) -> Option<Words> {
        let discretionary = words(self.site.rule, "discretionary")?;
        let written = line(self.site.rule, "discretionary")?;
        let quote = self.site.quote();
        if !quote.is_empty() && !DISCRETION.iter().any(|word| quote.contains(word)) {
            let fault = self.site.fault(Code::DiscretionUnfounded, written.keyword.span, "discretionary", "");
            self.faults.push(fault);
        }
        Some(discretionary)
    }

    /// Whether the rule is worked out for each calendar year.
    pub(super) fn is_annual(&self) -> bool {
        line(self.site.rule, "each").is_some()
    }

    fn form_name(&self) -> Option<&str> {
        match line(self.site.rule, "form").map(|line| &line.body) {
            Some(LineBody::Name(name)) => Some(&name.node),
            _ => None,
        }
    }

    /// The form; a payment unless the rule says otherwise.
    fn form(&mut self) -> Option<BenefitForm> {
        let Some(LineBody::Name(name)) = line(self.site.rule, "form").map(|line| &line.body) else {
            return Some(BenefitForm::Payment);
        };
        let form = BenefitForm::ALL.into_iter().find(|form| form.id() == name.node);
        if form.is_none() {
            let expected = nearest_or_all(&name.node, BenefitForm::ALL.into_iter().map(BenefitForm::id));
            self.fault(Code::UnknownKey, name.span, expected);
        }
        form
    }

    /// A cell of a rate: how often, how much, and in which months.
    pub(super) fn paid(
        &mut self,
        period: Option<&Spanned<Period>>,
        amount: &Expression,
        condition: Option<&Expression>,
    ) -> Option<Cell> {
        match (period, self.rate_period) {
            (Some(period), None) => self.cell_periods.push(period.clone()),
            (Some(period), Some(of_all)) => {
                // Said twice, it might be said in two ways.
                let expected = format!("`{}` on the line of `rate` alone", of_all.id());
                self.fault(Code::Syntax, period.span, expected);
                return None;
            }
            (None, None) => self.fault(Code::Syntax, amount.span, "per month, per year, once"),
            (None, Some(_)) => {}
        }
        let condition = condition.map(|condition| self.truth(condition));
        let number = self.number(amount)?;
        let (unit, scale) = (number.unit, number.scale);
        let is_once = period.is_some_and(|period| period.node == Period::Once);
        let kind = if is_once { NumberKind::Once(Box::new(number)) } else { number.kind };
        let number = Number { kind, unit, scale };
        let Some(condition) = condition else { return Some(Some(number)) };
        let kind = NumberKind::Choose(Box::new(condition?), Box::new([None, Some(number)]));
        Some(Some(Number { kind, unit, scale }))
    }

    /// How often the rate is paid, and how much. Where cells differ in this, what is paid once is marked, and the rest
    /// is paid per month.
    pub(super) fn rate(&mut self, rate: &Rate) -> Option<(Period, Number)> {
        let amount = &rate.amount;
        self.rate_period = rate.period.as_ref().map(|period| period.node);
        self.cell_periods.clear();
        let number = self.cell(amount, true)?;
        let Some(number) = number else {
            self.fault(Code::TypeMismatch, amount.span, "an amount in at least one row");
            return None;
        };
        let periods = std::mem::take(&mut self.cell_periods);
        let period = match (self.rate_period, periods.as_slice()) {
            (Some(period), _) => period,
            (None, [first, rest @ ..]) => {
                let other = rest.iter().find(|other| other.node != first.node);
                if let Some(other) = other {
                    // A twelfth of a year beside a month would be one number with two meanings.
                    let yearly = [first, other].into_iter().find(|period| period.node == Period::Year);
                    if let Some(yearly) = yearly {
                        self.fault(Code::TypeMismatch, yearly.span, "per month, once");
                        return None;
                    }
                    Period::Month
                } else {
                    first.node
                }
            }
            (None, []) => return None,
        };
        let number = if period == Period::Once { of_one_period(number) } else { number };
        let fits = match period {
            Period::Month => matches!(number.unit, Unit::Cny | Unit::CnyPerMonth),
            Period::Year => matches!(number.unit, Unit::Cny | Unit::CnyPerYear),
            Period::Once => number.unit == Unit::Cny,
        };
        if self.is_annual() && period != Period::Once {
            self.fault(Code::TypeMismatch, amount.span, "once");
            return None;
        }
        let is_leave = self.form_name() == Some(BenefitForm::Leave.id());
        let fits = if is_leave { number.unit == Unit::Days && period != Period::Year } else { fits };
        if !fits {
            self.unit_mismatch(amount.span, number.unit, if is_leave { Unit::Days } else { Unit::Cny });
            return None;
        }
        // A rate has at least the decimals of money, so that totals never lose any.
        Some((period, number.with_scale(MONEY_SCALE)))
    }

    /// A place is one of a list, so that outcomes name it as the case does.
    fn place_fact(&mut self, name: &str, span: Span) -> Option<FactIndex> {
        let fact = self.fact(name, span)?;
        if matches!(self.data(fact)?.kind, FactType::Options(_)) {
            return Some(fact);
        }
        self.fault(Code::TypeMismatch, span, "an option fact");
        None
    }

    fn place(&mut self) -> Option<Place> {
        let LineBody::Expression(expression) = &line(self.site.rule, "place")?.body else { return None };
        match &expression.kind {
            ExpressionKind::Name(name) => self.place_fact(name, expression.span).map(Place::Fact),
            ExpressionKind::By { selector: Selector::Reading(id), rows } => {
                let reading = self.reading(&id.node, id.span)?;
                let options = self.declared.readings.get(reading.0).map(|reading| reading.options.clone())?;
                let facts = self.option_cells(&options, (&id.node, id.span), rows, |terms, body| match &body.kind {
                    ExpressionKind::Name(name) => terms.place_fact(name, body.span),
                    _ => {
                        terms.fault(Code::TypeMismatch, body.span, "a fact");
                        None
                    }
                })?;
                Some(Place::Reading(reading, facts))
            }
            _ => {
                self.fault(Code::TypeMismatch, expression.span, "a fact");
                None
            }
        }
    }

    fn single(&mut self) -> Option<ThingIndex> {
        let LineBody::Name(name) = &line(self.site.rule, "single")?.body else { return None };
        let thing = self.declared.vocabulary.thing(&name.node);
        let reached = thing.filter(|thing| self.routes.iter().any(|(reached, _)| reached == thing));
        let names = self.reached_names();
        match (thing, reached) {
            (None, _) => {
                let expected = nearest_or_all(&name.node, names.iter().copied());
                self.fault(Code::UnknownThing, name.span, expected);
            }
            (Some(_), None) => self.fault(Code::OutOfReach, name.span, names.join(", ")),
            _ => {}
        }
        reached
    }
}

/// The same number where nothing of it needs the mark that it is paid once.
fn of_one_period(number: Number) -> Number {
    let cell = |cell: Cell| cell.map(of_one_period);
    let kind = match number.kind {
        NumberKind::Once(inner) => return of_one_period(*inner),
        NumberKind::Multiply(inner, one) => NumberKind::Multiply(Box::new(of_one_period(*inner)), one),
        NumberKind::Choose(truth, cells) => {
            let [no, yes] = *cells;
            NumberKind::Choose(truth, Box::new([cell(no), cell(yes)]))
        }
        NumberKind::Table(fact, arms) => {
            let arms = arms.into_iter().map(|arm| Arm { cell: arm.cell.map(of_one_period), ..arm });
            NumberKind::Table(fact, arms.collect())
        }
        NumberKind::Reading(reading, cells) => NumberKind::Reading(reading, cells.into_iter().map(cell).collect()),
        other => other,
    };
    Number { kind, ..number }
}
