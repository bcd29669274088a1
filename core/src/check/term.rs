//! Expressions as written → typed terms, with their units.

use super::by_name::ByName;
use super::declare::{MONTH_NAMES, RESERVED_NAMES};
use super::fold::{Fold, RecordName};
use super::head::Head;
use super::scope::{Declared, Site, unit_of};
use crate::error::{Code, Diagnostic, NOTHING, nearest, nearest_or_all};
use crate::limits::{DECIMALS, FAULTS, TERMS, of};
use crate::model::{Fact, FactIndex, FactType, ThingIndex};
use crate::parse::{BinaryOperator, Expression, ExpressionKind, Spanned};
use crate::rulebook::{Comparison, Number, NumberKind, Shift, Truth};
use crate::rulebook::{Extent, Route, RuleIndex};
use crate::source::Span;
use crate::value::{Date, Decimal, Period, Unit};
use std::collections::HashSet;

/// A typed expression.
#[derive(Clone, Debug)]
pub(super) enum Term {
    Truth(Truth),
    Number(Number),
    /// One number over another.
    Quotient(Number, Number),
    Option(FactIndex),
    /// A value of an option fact.
    Choice(usize),
    /// The reference day.
    Day,
    Date(Date),
    /// A date fact with a period added.
    DateFact(FactIndex, Shift),
    /// The month.
    Month,
    /// The month of a date fact with a period added.
    MonthOf(FactIndex, Shift),
    /// A month of the year; 0 is January.
    MonthOfYear(u16),
    /// Whole months from the month of a date fact with a period added to the month.
    Age(FactIndex, Shift),
    /// A day that no month changes.
    Fixed(Number),
    /// Options of a set fact.
    Set(FactIndex),
}

/// What an expression may speak of, and what went wrong.
pub(super) struct Terms<'a> {
    pub(super) declared: &'a Declared<'a>,
    pub(super) site: Site<'a>,
    pub(super) routes: Vec<(ThingIndex, Route)>,
    pub(super) subject: &'a [ThingIndex],
    pub(super) heads: &'a ByName<Head>,
    /// Names that `let` binds; `None` after a fault.
    pub(super) lets: ByName<Option<Term>>,
    /// The labels of conditions and steps.
    pub(super) labels: HashSet<String>,
    /// How many terms the rule has so far, what its names stand for put in.
    pub(super) spent: usize,
    /// What a name stands for inside a sum over records.
    pub(super) record: Option<RecordName>,
    /// Whether names mean the facts of each of many things.
    pub(super) in_fold: bool,
    /// How often the rate is paid, where its line says so.
    pub(super) rate_period: Option<Period>,
    /// How often the cells of a rate are paid, where they say so.
    pub(super) cell_periods: Vec<Spanned<Period>>,
    /// Whether names mean the facts of the things of a quantity's item.
    pub(super) in_item: bool,
    pub(super) faults: &'a mut Vec<Diagnostic>,
}

/// Decimals of money: fen.
pub(super) const MONEY_SCALE: u8 = 2;

impl Term {
    /// How large what it stands for is.
    pub(super) fn extent(&self) -> Extent {
        match self {
            Self::Truth(truth) => truth.extent(),
            Self::Number(number) | Self::Fixed(number) => number.extent(),
            Self::Quotient(above, below) => {
                let (above, below) = (above.extent(), below.extent());
                Extent { terms: above.terms + below.terms, levels: above.levels.max(below.levels) }
            }
            _ => Extent { terms: 1, levels: 1 },
        }
    }

    fn terms(&self) -> usize {
        self.extent().terms
    }
}

impl<'a> Terms<'a> {
    /// Counts terms of the rule; the fault, once, where they are too many.
    pub(super) fn spend(&mut self, terms: usize, span: Span) -> Option<()> {
        if self.faults.len() >= FAULTS {
            // More of them nobody is told.
            return None;
        }
        let before = self.spent;
        self.spent = before.saturating_add(terms);
        if self.spent <= TERMS {
            return Some(());
        }
        if before <= TERMS {
            let fault = self.site.fault(Code::TooMany, span, self.spent.to_string(), of::TERMS.bound());
            self.faults.push(fault);
        }
        None
    }

    pub(super) fn fault(&mut self, code: Code, span: Span, expected: impl Into<String>) {
        let fault = self.site.fault(code, span, self.site.text(span), expected);
        self.faults.push(fault);
    }

    /// The term of an expression; `None` after a fault.
    pub(super) fn term(&mut self, expression: &Expression) -> Option<Term> {
        let span = expression.span;
        self.spend(1, span)?;
        match &expression.kind {
            ExpressionKind::None => {
                self.fault(Code::TypeMismatch, span, "`none` only as a cell of a rate");
                None
            }
            ExpressionKind::Number(literal) => {
                if self.declared.row(self.site, span).is_none() {
                    self.site.ground(literal.value_as_written(), span, self.faults);
                }
                let (unit, value) = unit_of(self.site, literal, self.faults)?;
                self.constant(value, unit, span).map(Term::Number)
            }
            ExpressionKind::Date(date) => {
                self.site.ground(Decimal::new(i128::from(date.month().year()), 0), span, self.faults);
                Some(Term::Date(*date))
            }
            ExpressionKind::Name(name) => self.name(name, span),
            ExpressionKind::Call { function, arguments } => self.call(&function.node, function.span, arguments, span),
            ExpressionKind::Fold { function, value, condition, each } => {
                let (condition, each) = (condition.as_deref(), each.as_ref());
                self.fold(&Fold { function, value, condition, each }, span)
            }
            ExpressionKind::Not(inner) => Some(Term::Truth(Truth::Not(Box::new(self.truth(inner)?)))),
            ExpressionKind::Known(inner) => match &inner.kind {
                ExpressionKind::Name(name) => self.fact(name, inner.span).map(|fact| Term::Truth(Truth::Known(fact))),
                _ => {
                    self.fault(Code::TypeMismatch, inner.span, "a fact");
                    None
                }
            },
            ExpressionKind::Binary { operator, left, right } => self.binary(*operator, left, right, span),
            ExpressionKind::InRange { value, from, to } => {
                let value = self.term(value)?;
                let low = self.right_of(&value, from)?;
                let high = self.right_of(&value, to)?;
                self.spend(value.terms(), span)?;
                let above = self.compare(BinaryOperator::AtLeast, value.clone(), low, span)?;
                let below = self.compare(BinaryOperator::AtMost, value, high, span)?;
                Some(Term::Truth(Truth::And(Box::new(above), Box::new(below))))
            }
            ExpressionKind::InSet { value, members } => {
                let value = self.term(value)?;
                if let Term::Set(fact) = value {
                    let none = Number { kind: NumberKind::Constant(0), unit: Unit::One, scale: 0 };
                    let outside = self.outside(fact, members)?;
                    return Some(Term::Truth(Truth::Compare(Comparison::AtMost, outside, none)));
                }
                self.spend(value.terms().saturating_mul(members.len()), span)?;
                let mut any: Option<Truth> = None;
                for member in members {
                    let member_term = self.right_of(&value, member)?;
                    let is = self.compare(BinaryOperator::Is, value.clone(), member_term, member.span)?;
                    any = Some(any.map_or(is.clone(), |any| Truth::Or(Box::new(any), Box::new(is))));
                }
                any.map(Term::Truth)
            }
            ExpressionKind::By { selector, rows } => self.table(selector, rows, false)?.map(Term::Number),
            ExpressionKind::Paid { .. } => {
                self.fault(Code::TypeMismatch, span, "how often only in a cell of a rate");
                None
            }
        }
    }

    /// A truth.
    pub(super) fn truth(&mut self, expression: &Expression) -> Option<Truth> {
        match self.term(expression)? {
            Term::Truth(truth) => Some(truth),
            _ => {
                self.fault(Code::TypeMismatch, expression.span, "yes or no");
                None
            }
        }
    }

    /// A number that does not change by month.
    pub(super) fn number(&mut self, expression: &Expression) -> Option<Number> {
        let term = self.term(expression)?;
        self.as_number(term, expression.span)
    }

    pub(super) fn as_number(&mut self, term: Term, span: Span) -> Option<Number> {
        match term {
            Term::Number(number) => Some(number),
            Term::Age(..) | Term::Day | Term::Month | Term::MonthOf(..) | Term::MonthOfYear(_) => {
                self.fault(Code::ChangesByMonth, span, "");
                None
            }
            _ => {
                self.fault(Code::TypeMismatch, span, "a number");
                None
            }
        }
    }

    pub(super) fn constant(&mut self, value: Decimal, unit: Unit, span: Span) -> Option<Number> {
        let trimmed = value.trimmed();
        let scale = if unit.is_money() { trimmed.scale().max(MONEY_SCALE) } else { trimmed.scale() };
        let Some(units) = trimmed.at_scale(scale).filter(|_| scale <= DECIMALS) else {
            self.fault(Code::NumberTooLarge, span, "");
            return None;
        };
        let kind = self.declared.row(self.site, span).map_or(NumberKind::Constant(units), NumberKind::Parameter);
        Some(Number { kind, unit, scale })
    }

    pub(super) fn data(&self, fact: FactIndex) -> Option<&'a Fact> {
        self.declared.vocabulary.fact_at(fact)
    }

    fn name(&mut self, name: &str, span: Span) -> Option<Term> {
        if let Some(term) = self.lets.get(name) {
            let terms = term.as_ref().map_or(0, Term::terms);
            self.spend(terms, span)?;
            return self.lets.get(name).and_then(Clone::clone);
        }
        match name {
            "day" => return Some(Term::Day),
            "month" => return Some(Term::Month),
            "yes" => return Some(Term::Truth(Truth::Constant(true))),
            "no" => return Some(Term::Truth(Truth::Constant(false))),
            _ => {
                if let Some((number, _)) = (0..).zip(MONTH_NAMES).find(|(_, month)| *month == name) {
                    return Some(Term::MonthOfYear(number));
                }
            }
        }
        if let Some(parameter) = self.parameter(name) {
            let data = self.declared.parameters.get(parameter.0)?;
            let constant = self.constant(data.value, data.unit, span)?;
            return Some(Term::Number(Number { kind: NumberKind::Parameter(parameter), ..constant }));
        }
        if name.contains(crate::parse::LAYER_SEPARATOR) {
            return self.rule(name, span);
        }
        if !name.contains('.') {
            self.unknown_name(name, span);
            return None;
        }
        let record = self.record.as_ref().and_then(|record| Some((record.meant(name)?, &record.fields)));
        if let Some((_, fields)) = record.as_ref().filter(|(meant, _)| self.declared.fact(meant).is_none()) {
            let expected = nearest_or_all(name, fields.iter().map(String::as_str));
            self.fault(Code::UnknownFact, span, expected);
            return None;
        }
        let meant = record.map(|(meant, _)| meant);
        let name = meant.as_deref().unwrap_or(name);
        let fact = self.fact(name, span)?;
        self.fact_term(fact, span)
    }

    /// Reports a name that is not in scope, unless it may stand in what could not be read.
    fn unknown_name(&mut self, name: &str, span: Span) {
        let may_be_unread = !self.site.rule.complete || !self.declared.has_all_names;
        if may_be_unread || self.declared.failed.contains(name) {
            return;
        }
        let rows = self.declared.rows_of(self.site).into_iter().flat_map(ByName::names);
        let all = self.lets.names().chain(rows).chain(self.declared.named.names()).chain(RESERVED_NAMES);
        let expected = nearest_or_all(name, all);
        self.fault(Code::UnknownName, span, expected);
    }

    fn parameter(&self, name: &str) -> Option<crate::rulebook::ParameterIndex> {
        let own = self.declared.rows_of(self.site).and_then(|rows| rows.get(name));
        own.or(self.declared.named.get(name)).copied()
    }

    fn rule(&mut self, name: &str, span: Span) -> Option<Term> {
        let Some(position) = self.heads.place(name) else {
            if self.declared.has_all_names {
                let expected = nearest_or_all(name, self.heads.names());
                self.fault(Code::UnknownName, span, expected);
            }
            return None;
        };
        let head = self.heads.at(position)?;
        if !head.monthly? {
            self.fault(Code::TypeMismatch, span, "a rule that pays per month");
            return None;
        }
        if !head.subject.iter().all(|thing| self.subject.contains(thing)) {
            let names = self.subject.iter().filter_map(|thing| self.declared.vocabulary.thing_at(*thing));
            let expected = names.map(|thing| thing.id.as_str()).collect::<Vec<_>>().join(", ");
            self.fault(Code::OutOfReach, span, expected);
            return None;
        }
        Some(Term::Number(Number { kind: NumberKind::Rule(RuleIndex(position)), unit: head.unit, scale: MONEY_SCALE }))
    }

    /// The fact of a name that the subject reaches.
    pub(super) fn fact(&mut self, name: &str, span: Span) -> Option<FactIndex> {
        let Some(fact) = self.declared.fact(name) else {
            let expected = self.meant_facts(name);
            self.fault(Code::UnknownFact, span, expected);
            return None;
        };
        let thing = self.data(fact)?.thing;
        if !self.routes.iter().any(|(reached, _)| *reached == thing) {
            let names = self.reached_names();
            let expected = if names.is_empty() { NOTHING.to_owned() } else { names.join(", ") };
            self.fault(Code::OutOfReach, span, expected);
            return None;
        }
        Some(fact)
    }

    /// The kinds of thing that the subject reaches.
    pub(super) fn reached_names(&self) -> Vec<&'a str> {
        let things = self.routes.iter().filter_map(|(thing, _)| self.declared.vocabulary.thing_at(*thing));
        things.map(|thing| thing.id.as_str()).collect()
    }

    /// The facts that an unknown name may mean: the nearest, else those of its thing, else every kind of thing.
    fn meant_facts(&self, name: &str) -> String {
        let vocabulary = self.declared.vocabulary;
        let thing = name.split_once('.').and_then(|(thing, _)| vocabulary.thing(thing));
        let ids = || vocabulary.facts.iter().map(|fact| fact.id.as_str());
        let all: Vec<String> = match (nearest(name, ids()), thing) {
            (Some(meant), _) => vec![meant.to_owned()],
            (None, Some(thing)) => vocabulary.facts_of(thing).map(|(_, fact)| fact.id.clone()).collect(),
            (None, None) => vocabulary.things.iter().map(|thing| format!("{}.…", thing.id)).collect(),
        };
        all.join(", ")
    }

    pub(super) fn fact_term(&mut self, fact: FactIndex, span: Span) -> Option<Term> {
        match &self.data(fact)?.kind {
            FactType::Number { scale, unit, .. } => {
                Some(Term::Number(Number { kind: NumberKind::Fact(fact), unit: *unit, scale: *scale }))
            }
            FactType::YesNo => Some(Term::Truth(Truth::Is(fact, vec![1]))),
            FactType::Options(_) => Some(Term::Option(fact)),
            FactType::Date => Some(Term::DateFact(fact, Shift::default())),
            FactType::Set { .. } => Some(Term::Set(fact)),
            FactType::Text | FactType::Link(_) | FactType::Records { .. } => {
                self.fault(Code::TypeMismatch, span, "a number, a date, yes or no, or an option");
                None
            }
        }
    }

    /// Whether a fact is of a thing that the rule is for and of which its holder has many.
    pub(super) fn is_one_of_many(&self, fact: FactIndex) -> bool {
        let thing = self.data(fact).map(|fact| fact.thing);
        let many = thing.and_then(|thing| self.declared.vocabulary.thing_at(thing)).is_some_and(|thing| thing.many);
        many && thing.is_some_and(|thing| self.subject.contains(&thing))
    }

    fn binary(&mut self, operator: BinaryOperator, left: &Expression, right: &Expression, span: Span) -> Option<Term> {
        match operator {
            BinaryOperator::And | BinaryOperator::Or => {
                let (a, b) = (self.truth(left), self.truth(right));
                let (a, b) = (Box::new(a?), Box::new(b?));
                Some(Term::Truth(if operator == BinaryOperator::And { Truth::And(a, b) } else { Truth::Or(a, b) }))
            }
            BinaryOperator::Divide => {
                let (a, b) = (self.number(left), self.number(right));
                self.divide(a?, b?, span)
            }
            BinaryOperator::Add | BinaryOperator::Subtract | BinaryOperator::Multiply => {
                let (a, b) = (self.term(left), self.term(right));
                self.arithmetic(operator, a?, b?, span)
            }
            _ => {
                let value = self.term(left)?;
                // Only a limit and an indicator say what holds where nothing can be divided.
                if matches!(value, Term::Quotient(..)) {
                    self.fault(Code::TypeMismatch, left.span, "a number");
                    return None;
                }
                let other = self.right_of(&value, right)?;
                self.compare(operator, value, other, span).map(Term::Truth)
            }
        }
    }

    /// Reports a number of another unit than its place needs.
    pub(super) fn unit_mismatch(&mut self, span: Span, found: Unit, wanted: Unit) {
        let fault = self.site.fault(Code::UnitMismatch, span, found.to_string(), wanted.to_string());
        self.faults.push(fault);
    }

    /// Both numbers in one unit and with the same decimals.
    pub(super) fn alike(&mut self, a: Number, b: Number, span: Span) -> Option<(Number, Number)> {
        if a.unit != b.unit {
            self.unit_mismatch(span, b.unit, a.unit);
            return None;
        }
        let scale = a.scale.max(b.scale);
        Some((a.with_scale(scale), b.with_scale(scale)))
    }
}
