//! Comparisons and arithmetic between typed terms, and which of them can be decided month by month.

use super::term::{Term, Terms};
use crate::error::{Code, nearest_or_all};
use crate::limits::{DECIMALS, OPTIONS, PERIOD, of};
use crate::model::{FactIndex, FactType};
use crate::parse::{BinaryOperator, Expression, ExpressionKind};
use crate::rulebook::{Age, Comparison, Number, NumberKind, Relation, Shift, Truth};
use crate::source::Span;
use crate::value::{Date, Unit};

impl Terms<'_> {
    /// The right side of a comparison; beside an option fact a name is one of its values, never a name in scope.
    pub(super) fn right_of(&mut self, left: &Term, right: &Expression) -> Option<Term> {
        let Term::Option(fact) = left else { return self.term(right) };
        let FactType::Options(choices) = &self.data(*fact)?.kind else { return None };
        let names: Vec<&str> = choices.iter().map(|choice| choice.id.as_str()).collect();
        let ExpressionKind::Name(name) = &right.kind else {
            self.fault(Code::TypeMismatch, right.span, names.join(", "));
            return None;
        };
        let place = names.iter().position(|choice| choice == name);
        if place.is_none() {
            let expected = nearest_or_all(name, names.iter().copied());
            self.fault(Code::UnknownKey, right.span, expected);
        }
        // Options are compared as bits of one word.
        self.few_options(names.len(), right.span)?;
        place.map(Term::Choice)
    }

    /// The fault that rules cannot compare a fact with so many options.
    pub(super) fn few_options(&mut self, options: usize, span: Span) -> Option<()> {
        if options <= OPTIONS {
            return Some(());
        }
        let fault = self.site.fault(Code::TooMany, span, options.to_string(), of::OPTIONS.bound());
        self.faults.push(fault);
        None
    }

    pub(super) fn compare(&mut self, operator: BinaryOperator, left: Term, right: Term, span: Span) -> Option<Truth> {
        match (left, right) {
            (Term::Option(fact), Term::Choice(choice)) if operator == BinaryOperator::Is => {
                Some(Truth::Is(fact, vec![choice]))
            }
            (Term::Truth(truth), Term::Truth(Truth::Constant(wanted))) if operator == BinaryOperator::Is => {
                Some(if wanted { truth } else { not(truth) })
            }
            (Term::Number(a), Term::Number(b)) => {
                let (a, b) = self.alike(a, b, span)?;
                Some(numbers(operator, a, b))
            }
            // Nothing is divided: a number is held against so many times what stands below.
            (Term::Quotient(above, below), Term::Number(bound)) => {
                let times = self.numeric(BinaryOperator::Multiply, bound, below, span)?;
                let (above, times) = self.alike(above, times, span)?;
                Some(numbers(operator, above, times))
            }
            (Term::Day, Term::DateFact(fact, shift)) => Some(day_against(operator, fact, shift)),
            (Term::DateFact(fact, shift), Term::Day) => Some(day_against(flipped(operator), fact, shift)),
            (Term::Day, Term::Date(date)) => Some(day_against_date(operator, date)),
            (Term::Date(date), Term::Day) => Some(day_against_date(flipped(operator), date)),
            (Term::Age(fact, shift), Term::Number(months)) => self.age(operator, (fact, shift), &months, span),
            (Term::Number(months), Term::Age(fact, shift)) => self.age(flipped(operator), (fact, shift), &months, span),
            (Term::Month, Term::MonthOf(fact, shift)) => aged(operator, fact, Age { shift, ..Age::default() }),
            (Term::MonthOf(fact, shift), Term::Month) => aged(flipped(operator), fact, Age { shift, ..Age::default() }),
            (Term::Month, Term::MonthOfYear(month)) | (Term::MonthOfYear(month), Term::Month)
                if operator == BinaryOperator::Is =>
            {
                Some(Truth::OfYear(1 << month))
            }
            (Term::DateFact(fact, shift), Term::Date(date)) => Some(date_fact(operator, fact, shift, date)),
            (Term::Date(date), Term::DateFact(fact, shift)) => Some(date_fact(flipped(operator), fact, shift, date)),
            (Term::DateFact(a, none), Term::DateFact(b, also_none)) if none == also_none => {
                Some(numbers(operator, days_of(a), days_of(b)))
            }
            (
                Term::Day
                | Term::Month
                | Term::DateFact(..)
                | Term::MonthOf(..)
                | Term::MonthOfYear(_)
                | Term::Age(..)
                | Term::Fixed(_),
                _,
            )
            | (
                _,
                Term::Day
                | Term::Month
                | Term::DateFact(..)
                | Term::MonthOf(..)
                | Term::MonthOfYear(_)
                | Term::Age(..)
                | Term::Fixed(_),
            ) => {
                self.fault(Code::Undecidable, span, "");
                None
            }
            _ => {
                self.fault(
                    Code::TypeMismatch,
                    span,
                    "two numbers of one unit, two dates, or an option and one of its values",
                );
                None
            }
        }
    }

    pub(super) fn arithmetic(&mut self, operator: BinaryOperator, left: Term, right: Term, span: Span) -> Option<Term> {
        match (left, right) {
            (Term::DateFact(fact, shift), Term::Number(period)) if operator != BinaryOperator::Multiply => {
                let sign = if operator == BinaryOperator::Add { 1 } else { -1 };
                self.shifted(shift, &period, sign, span).map(|shift| Term::DateFact(fact, shift))
            }
            (Term::Month, Term::MonthOf(fact, shift)) if operator == BinaryOperator::Subtract => {
                Some(Term::Age(fact, shift))
            }
            (Term::Day | Term::Month | Term::MonthOf(..) | Term::MonthOfYear(_) | Term::Age(..), _)
            | (_, Term::Day | Term::Month | Term::MonthOf(..) | Term::MonthOfYear(_) | Term::Age(..)) => {
                self.fault(Code::ChangesByMonth, span, "");
                None
            }
            (left, right) => {
                let (a, b) = (self.as_number(left, span)?, self.as_number(right, span)?);
                self.numeric(operator, a, b, span).map(Term::Number)
            }
        }
    }

    fn numeric(&mut self, operator: BinaryOperator, a: Number, b: Number, span: Span) -> Option<Number> {
        if operator == BinaryOperator::Multiply {
            let unit = match (a.unit, b.unit) {
                (Unit::One, unit) | (unit, Unit::One) => unit,
                (left, right) => {
                    let fault =
                        self.site.fault(Code::UnitMismatch, span, format!("{left} × {right}"), format!("{left} × 1"));
                    self.faults.push(fault);
                    return None;
                }
            };
            let scale = a.scale.saturating_add(b.scale);
            if scale > DECIMALS {
                self.fault(Code::NumberTooLarge, span, "");
                return None;
            }
            return Some(Number { kind: NumberKind::Multiply(Box::new(a), Box::new(b)), unit, scale });
        }
        let (a, b) = self.alike(a, b, span)?;
        let (unit, scale) = (a.unit, a.scale);
        let (a, b) = (Box::new(a), Box::new(b));
        let kind = if operator == BinaryOperator::Add { NumberKind::Add(a, b) } else { NumberKind::Subtract(a, b) };
        Some(Number { kind, unit, scale })
    }

    fn shifted(&mut self, shift: Shift, period: &Number, sign: i32, span: Span) -> Option<Shift> {
        let amount = match period.kind {
            NumberKind::Constant(units) if period.scale == 0 => {
                // Whatever is longer is too long, by however much.
                Some(i32::try_from(units).unwrap_or(i32::MAX).min(PERIOD + 1))
            }
            _ => None,
        };
        let shifted = match (period.unit, &period.kind, amount) {
            (Unit::Months, _, Some(months)) => Some(Shift { months: shift.months + sign * months, ..shift }),
            (Unit::Days, _, Some(days)) => Some(Shift { days: shift.days + sign * days, ..shift }),
            (Unit::Months, NumberKind::Parameter(parameter), _) if shift.parameter.is_none() => {
                let value = self.declared.parameters.get(parameter.0)?.value.at_scale(0);
                let months = value.and_then(|months| i32::try_from(months).ok()).filter(|months| *months <= PERIOD);
                months.map(|_| Shift { parameter: Some((*parameter, sign)), ..shift })
            }
            _ => None,
        };
        let is_short = |shift: &Shift| shift.months.abs() <= PERIOD && shift.days.abs() <= PERIOD;
        match shifted {
            Some(shift) if is_short(&shift) => Some(shift),
            Some(_) => {
                self.fault(Code::NumberTooLarge, span, "");
                None
            }
            None => {
                self.fault(Code::UnitMismatch, span, "3 years, 36 months, 5 days");
                None
            }
        }
    }

    fn age(
        &mut self,
        operator: BinaryOperator,
        (fact, shift): (FactIndex, Shift),
        months: &Number,
        span: Span,
    ) -> Option<Truth> {
        match (months.unit, &months.kind) {
            (Unit::Months, NumberKind::Parameter(parameter)) => {
                let value = self.declared.parameters.get(parameter.0)?.value.at_scale(0);
                if value.is_none_or(|months| months > i64::from(PERIOD)) {
                    self.fault(Code::NumberTooLarge, span, "");
                    return None;
                }
                aged(operator, fact, Age { shift, months: 0, parameter: Some(*parameter) })
            }
            (Unit::Months, NumberKind::Constant(units)) if months.scale == 0 => {
                let longest = i64::from(PERIOD);
                let months = i32::try_from((*units).clamp(-longest, longest)).ok()?;
                aged(operator, fact, Age { shift, months, parameter: None })
            }
            _ => {
                self.fault(Code::UnitMismatch, span, "36 months");
                None
            }
        }
    }
}

fn not(truth: Truth) -> Truth {
    Truth::Not(Box::new(truth))
}

fn both(a: Truth, b: Truth) -> Truth {
    Truth::And(Box::new(a), Box::new(b))
}

fn numbers(operator: BinaryOperator, a: Number, b: Number) -> Truth {
    relation(operator).unwrap_or(Relation::Equal).between(a, b)
}

/// The relation that an operator asks for; none for an operator that compares nothing.
pub(super) const fn relation(operator: BinaryOperator) -> Option<Relation> {
    Some(match operator {
        BinaryOperator::Less => Relation::Below,
        BinaryOperator::AtMost => Relation::AtMost,
        BinaryOperator::Greater => Relation::Above,
        BinaryOperator::AtLeast => Relation::AtLeast,
        BinaryOperator::Is => Relation::Equal,
        _ => return None,
    })
}

const fn flipped(operator: BinaryOperator) -> BinaryOperator {
    match operator {
        BinaryOperator::Less => BinaryOperator::Greater,
        BinaryOperator::AtMost => BinaryOperator::AtLeast,
        BinaryOperator::Greater => BinaryOperator::Less,
        BinaryOperator::AtLeast => BinaryOperator::AtMost,
        other => other,
    }
}

fn by_steps(operator: BinaryOperator, reached: Truth, passed: Truth) -> Truth {
    match operator {
        BinaryOperator::AtLeast => reached,
        BinaryOperator::Greater => passed,
        BinaryOperator::Less => not(reached),
        BinaryOperator::AtMost => not(passed),
        _ => both(reached, not(passed)),
    }
}

fn day_against(operator: BinaryOperator, fact: FactIndex, shift: Shift) -> Truth {
    let reached = Truth::Reached { fact, shift, after: false };
    by_steps(operator, reached, Truth::Reached { fact, shift, after: true })
}

fn day_against_date(operator: BinaryOperator, date: Date) -> Truth {
    by_steps(operator, Truth::Since(date), Truth::Since(Date::from_number(date.number() + 1)))
}

fn aged(operator: BinaryOperator, fact: FactIndex, age: Age) -> Option<Truth> {
    let next = Age { months: age.months.checked_add(1)?, ..age };
    Some(by_steps(operator, Truth::Aged { fact, age }, Truth::Aged { fact, age: next }))
}

fn days_of(fact: FactIndex) -> Number {
    Number { kind: NumberKind::Fact(fact), unit: Unit::Days, scale: 0 }
}

/// `fact + shift OP date`: the bound is moved to the fact's side, so that one number is compared with another.
fn date_fact(operator: BinaryOperator, fact: FactIndex, shift: Shift, date: Date) -> Truth {
    let latest = |day: i32| {
        let bound = Date::from_number(day - shift.days).latest_reaching(shift.months);
        Number { kind: NumberKind::Constant(i64::from(bound)), unit: Unit::Days, scale: 0 }
    };
    let at_most = Truth::Compare(Comparison::AtMost, days_of(fact), latest(date.number()));
    let less = Truth::Compare(Comparison::AtMost, days_of(fact), latest(date.number() - 1));
    match operator {
        BinaryOperator::AtMost => at_most,
        BinaryOperator::Less => less,
        BinaryOperator::AtLeast => not(less),
        BinaryOperator::Greater => not(at_most),
        _ => both(at_most, not(less)),
    }
}
