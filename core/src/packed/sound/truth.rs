//! Truths.

use super::{Proof, Scope};
use crate::limits::{OPTIONS, PERIOD};
use crate::model::{Fact, FactIndex, FactType};
use crate::rulebook::{Due, Shift, Truth};
use crate::value::Unit;

impl<'b> Proof<'b> {
    pub(super) fn truth(&mut self, truth: &'b Truth, scope: Scope<'_>) {
        let scope = Scope { may_refuse: false, ..scope };
        match truth {
            Truth::Constant(_) | Truth::Since(_) => {}
            Truth::Is(fact, choices) => {
                let options = self.reached(*fact, scope).map(options_of);
                self.must(options.is_some_and(|most| choices.iter().all(|choice| *choice < most)), "is: option");
            }
            Truth::Known(fact) => {
                let fact = self.reached(*fact, scope);
                self.must(fact.is_some(), "known: fact");
            }
            Truth::Reached { fact, shift, .. } => {
                self.date(*fact, scope);
                self.shift(*shift);
            }
            Truth::Aged { fact, age } => {
                self.date(*fact, scope);
                self.shift(age.shift);
                self.shift(Shift { parameter: age.parameter.map(|index| (index, 1)), ..Shift::default() });
                self.must(age.months.unsigned_abs() <= PERIOD.unsigned_abs() + 1, "months ≤ 100000");
            }
            Truth::First(fact) => self.date(*fact, scope),
            Truth::OfYear(months) => self.must(*months > 0 && *months < 1 << 12, "months of a year"),
            Truth::Not(inner) => self.truth(inner, scope),
            Truth::And(a, b) | Truth::Or(a, b) => {
                self.truth(a, scope);
                self.truth(b, scope);
            }
            Truth::Compare(_, a, b) => {
                self.must((a.unit, a.scale) == (b.unit, b.scale), "a, b: unit, scale");
                self.number(a, scope);
                self.number(b, scope);
            }
        }
    }

    /// A fact in reach.
    pub(super) fn reached(&self, fact: FactIndex, scope: Scope<'_>) -> Option<&'b Fact> {
        self.book.vocabulary.fact_at(fact).filter(|fact| scope.reached.contains(&fact.thing))
    }

    /// The day by which a step is to be done.
    pub(super) fn due(&mut self, due: Due, scope: Scope<'_>) {
        self.date(due.fact, scope);
        self.shift(due.shift);
        self.must(due.shift.parameter.is_none(), "due: no parameter");
        let Some((calendar, days)) = due.working else { return };
        let is_known = self.book.calendars.get(calendar.0).is_some();
        self.must(is_known && days <= PERIOD.unsigned_abs() && due.shift.months == 0, "due: calendar, days");
    }

    fn date(&mut self, fact: FactIndex, scope: Scope<'_>) {
        let is_date = self.reached(fact, scope).is_some_and(|fact| fact.kind == FactType::Date);
        self.must(is_date, "date");
    }

    fn shift(&mut self, shift: Shift) {
        let is_short = |count: i32| count.unsigned_abs() <= PERIOD.unsigned_abs();
        self.must(is_short(shift.months) && is_short(shift.days), "period ≤ 100000");
        let Some((index, times)) = shift.parameter else { return };
        let parameter = self.book.parameters.get(index.0).filter(|parameter| parameter.unit == Unit::Months);
        let months =
            parameter.and_then(|parameter| parameter.value.at_scale(0)).and_then(|value| i32::try_from(value).ok());
        self.must(times.unsigned_abs() == 1 && months.is_some_and(is_short), "period: parameter");
    }
}

/// How many values a fact may be compared with.
pub(super) fn options_of(fact: &Fact) -> usize {
    match &fact.kind {
        FactType::YesNo => 2,
        FactType::Options(options) => options.len().min(OPTIONS),
        _ => 0,
    }
}

/// Whether a truth is one of facts alone, the same in every month in which they are.
pub(super) fn is_steady(truth: &Truth) -> bool {
    match truth {
        Truth::Constant(_) | Truth::Is(..) => true,
        Truth::Not(inner) => is_steady(inner),
        Truth::And(a, b) | Truth::Or(a, b) => is_steady(a) && is_steady(b),
        Truth::Known(_)
        | Truth::Compare(..)
        | Truth::Reached { .. }
        | Truth::Aged { .. }
        | Truth::Since(_)
        | Truth::OfYear(_)
        | Truth::First(_) => false,
    }
}
