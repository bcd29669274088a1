//! Functions of numbers and days.

use super::term::{MONEY_SCALE, Term, Terms};
use crate::error::{Code, nearest_or_all};
use crate::limits::DECIMALS;
use crate::model::{FactIndex, FactType, SET_CHOICES};
use crate::parse::{Expression, ExpressionKind};
use crate::rulebook::{Number, NumberKind, SHARE_SCALE, Shift, Truth};
use crate::source::Span;
use crate::value::Unit;

/// The functions, as they are called.
const FORMS: &str =
    "month(date), min(a, b), max(a, b), ceil(a / b), completed-months(date, date), start(link), first(date)";
const NAMES: [&str; 7] = ["month", "min", "max", "ceil", "completed-months", "start", "first"];

impl Terms<'_> {
    pub(super) fn call(&mut self, function: &str, at: Span, arguments: &[Expression], span: Span) -> Option<Term> {
        match (function, arguments) {
            ("month", [date]) => match self.term(date)? {
                Term::DateFact(fact, shift) => Some(Term::MonthOf(fact, shift)),
                _ => {
                    self.fault(Code::TypeMismatch, date.span, "a date fact");
                    None
                }
            },
            ("min" | "max", [first, rest @ ..]) if !rest.is_empty() => self.extreme(function == "min", first, rest),
            ("ceil", [quotient]) => self.ceiling(quotient),
            ("completed-months", [from, to]) => {
                let (from, to) = (self.day(from), self.day(to));
                let kind = NumberKind::CompletedMonths(Box::new(from?), Box::new(to?));
                Some(Term::Number(Number { kind, unit: Unit::Months, scale: 0 }))
            }
            ("start", [link]) => self.start(link),
            ("first", [date]) => match self.term(date)? {
                Term::DateFact(fact, shift) if shift == Shift::default() && self.is_one_of_many(fact) => {
                    Some(Term::Truth(Truth::First(fact)))
                }
                _ => {
                    self.fault(Code::TypeMismatch, date.span, "a date fact of a thing that the rule is for");
                    None
                }
            },
            (table, [of]) if self.declared.table_places.get(table).is_some() => self.brackets(table, of),
            ("rate", [rule]) if self.in_item => self.rate_of(rule).map(Term::Number),
            (known, _) if NAMES.contains(&known) => {
                self.fault(Code::TypeMismatch, span, FORMS);
                None
            }
            _ => {
                let expected = nearest_or_all(function, NAMES.into_iter().chain(self.declared.table_places.names()));
                self.fault(Code::UnknownName, at, expected);
                None
            }
        }
    }

    /// What a table of brackets makes of an amount.
    fn brackets(&mut self, table: &str, of: &Expression) -> Option<Term> {
        let table = *self.declared.table_places.get(table)?;
        let number = self.number(of)?;
        if !matches!(number.unit, Unit::Cny | Unit::CnyPerYear) {
            self.unit_mismatch(of.span, number.unit, Unit::Cny);
            return None;
        }
        let number = number.with_scale(MONEY_SCALE);
        let scale = number.scale.saturating_add(SHARE_SCALE);
        if scale > DECIMALS {
            self.fault(Code::NumberTooLarge, of.span, "");
            return None;
        }
        Some(Term::Number(Number { kind: NumberKind::Brackets(table, Box::new(number)), unit: Unit::Cny, scale }))
    }

    /// The smallest or the largest of several numbers, or of several days.
    fn extreme(&mut self, is_least: bool, first: &Expression, rest: &[Expression]) -> Option<Term> {
        let term = self.term(first)?;
        let days = fixed(&term);
        let is_day = days.is_some();
        let mut result = match days {
            Some(day) => day,
            None => self.as_number(term, first.span)?,
        };
        for argument in rest {
            let other = if is_day { self.day(argument)? } else { self.number(argument)? };
            let (a, b) = self.alike(result, other, argument.span)?;
            let (unit, scale) = (a.unit, a.scale);
            let (a, b) = (Box::new(a), Box::new(b));
            let kind = if is_least { NumberKind::Minimum(a, b) } else { NumberKind::Maximum(a, b) };
            result = Number { kind, unit, scale };
        }
        Some(if is_day { Term::Fixed(result) } else { Term::Number(result) })
    }

    /// A quotient rounded up. What stands below is of the law, so that it is never 0.
    fn ceiling(&mut self, quotient: &Expression) -> Option<Term> {
        let Term::Quotient(above, below) = self.term(quotient)? else {
            self.fault(Code::TypeMismatch, quotient.span, "a / b");
            return None;
        };
        if !below.is_above_nought(&self.declared.parameters) {
            self.fault(Code::TypeMismatch, quotient.span, "a / b, b > 0");
            return None;
        }
        let kind = NumberKind::Ceiling(Box::new(above), Box::new(below));
        Some(Term::Number(Number { kind, unit: Unit::One, scale: 0 }))
    }

    /// A day that no month changes.
    fn day(&mut self, expression: &Expression) -> Option<Number> {
        let term = self.term(expression)?;
        let day = fixed(&term);
        if day.is_none() {
            self.fault(Code::TypeMismatch, expression.span, "a date fact");
        }
        day
    }

    /// The first day on which a link leads where it does.
    fn start(&mut self, link: &Expression) -> Option<Term> {
        let ExpressionKind::Name(name) = &link.kind else {
            self.fault(Code::TypeMismatch, link.span, LINK);
            return None;
        };
        let fact = self.fact(name, link.span)?;
        let leads = self.data(fact).is_some_and(|fact| matches!(fact.kind, FactType::Link(_)));
        if !leads || self.in_fold {
            self.fault(Code::TypeMismatch, link.span, LINK);
            return None;
        }
        Some(Term::Fixed(Number { kind: NumberKind::Since(fact), unit: Unit::Days, scale: 0 }))
    }

    /// How many items of a set are none of some choices.
    pub(super) fn outside(&mut self, fact: FactIndex, members: &[Expression]) -> Option<Number> {
        let FactType::Set { choices, .. } = &self.data(fact)?.kind else { return None };
        let names: Vec<&str> = choices.iter().map(|choice| choice.id.as_str()).collect();
        let mut listed = Vec::new();
        for member in members {
            let place = match &member.kind {
                ExpressionKind::Name(name) => names.iter().position(|choice| choice == name),
                _ => None,
            };
            match place {
                Some(place) => listed.push(place),
                None => {
                    let written = self.site.text(member.span).to_owned();
                    self.fault(Code::UnknownKey, member.span, nearest_or_all(&written, names.iter().copied()));
                    return None;
                }
            }
        }
        if choices.len() > SET_CHOICES {
            let span = members.first().map_or(self.site.rule.name.span, |member| member.span);
            self.fault(Code::TypeMismatch, span, format!("a fact with at most {SET_CHOICES} options"));
            return None;
        }
        listed.sort_unstable();
        listed.dedup();
        Some(Number { kind: NumberKind::Outside(fact, listed), unit: Unit::One, scale: 0 })
    }
}

const LINK: &str = "a link, such as enrolment.class";

/// A day that no month changes, as a number.
fn fixed(term: &Term) -> Option<Number> {
    match term {
        Term::Fixed(day) => Some(day.clone()),
        Term::DateFact(fact, shift) if *shift == Shift::default() => {
            Some(Number { kind: NumberKind::Fact(*fact), unit: Unit::Days, scale: 0 })
        }
        _ => None,
    }
}
