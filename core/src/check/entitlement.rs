//! Who gives what to whom: the lines that only entitlements have.

use super::declare::{line, words};

use super::term::{MONEY_SCALE, Terms};
use crate::error::{Code, nearest_or_all};
use crate::model::{Choice, FactIndex, FactType, ThingIndex};
use crate::parse::{Expression, ExpressionKind, LAYER_SEPARATOR, LineBody, Selector};
use crate::rulebook::Number;
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
                let period = rate.period.node;
                self.rate(&rate.amount, period).map(|rate| (Some(period), rate.unit, None, Says::Rate(rate)))
            }
            Some(LineBody::Elsewhere { name, words }) => {
                let id = format!("{}{LAYER_SEPARATOR}{}.{}", self.layer(), self.site.rule.name.node, name.node);
                let set = Choice { id, words: words.node.clone() };
                Some((None, Unit::Cny, Some(set), Says::Elsewhere))
            }
            _ => {
                self.site.missing("rate", self.faults);
                None
            }
        };
        let (place, single) = (self.place(), self.single());
        let ((payer, payee), form, (period, unit, elsewhere, says)) = (pay?, form?, amount?);
        let benefit = Benefit { form, payer, payee, place, single, discretionary, period, unit, elsewhere };
        Some((benefit, says))
    }

    fn layer(&self) -> &str {
        &self.site.document.layer
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

    fn rate(&mut self, amount: &Expression, period: Period) -> Option<Number> {
        let number = self.cell(amount, true)?;
        let Some(number) = number else {
            self.fault(Code::TypeMismatch, amount.span, "an amount in at least one row");
            return None;
        };
        let fits = match period {
            Period::Month => matches!(number.unit, Unit::Cny | Unit::CnyPerMonth),
            Period::Year => matches!(number.unit, Unit::Cny | Unit::CnyPerYear),
            Period::Once => number.unit == Unit::Cny,
        };
        if !fits {
            self.unit_mismatch(amount.span, number.unit, Unit::Cny);
            return None;
        }
        // A rate has at least the decimals of money, so that totals never lose any.
        Some(number.with_scale(MONEY_SCALE))
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
