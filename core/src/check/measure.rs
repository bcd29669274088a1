//! Limits and indicators: a number, or a quotient, held against a bound.

use super::comparison::relation;
use super::declare::line;
use super::term::{Term, Terms};
use crate::error::Code;
use crate::parse::{BinaryOperator, Expression, ExpressionKind, LineBody, Row, RowKey, Spanned};
use crate::rulebook::{Condition, Measure, Relation, Says};
use crate::rulebook::{Number, NumberKind};
use crate::source::{Span, Words};
use crate::value::{Date, Decimal, Unit};

/// The name of an indicator's number in its `need`.
const VALUE: &str = "value";
/// The line that says what must hold, and the label of its condition.
pub(super) const NEED: &str = "need";
/// Months of a year: a number per month is that many times itself per year.
const MONTHS_OF_YEAR: i64 = 12;

impl Terms<'_> {
    /// What a limit says: one need, or several with labels.
    pub(super) fn limit(&mut self) -> Option<Says> {
        match line(self.site.rule, NEED).map(|line| &line.body) {
            Some(LineBody::Expression(need)) => {
                self.labels.insert(NEED.to_owned());
                let title = self.title();
                self.measure(need, NEED.to_owned(), title).map(|measure| Says::Measures(vec![measure]))
            }
            Some(LineBody::Rows(rows)) => {
                let measures: Vec<Option<Measure>> = rows.iter().map(|row| self.labelled_measure(row)).collect();
                let measures: Option<Vec<Measure>> = measures.into_iter().collect();
                measures.filter(|measures| !measures.is_empty()).map(Says::Measures)
            }
            _ => {
                self.site.missing(NEED, self.faults);
                None
            }
        }
    }

    /// One need of several.
    fn labelled_measure(&mut self, row: &Row) -> Option<Measure> {
        let RowKey::Name(label) = &row.key.node else {
            self.fault(Code::TypeMismatch, row.key.span, "a name");
            return None;
        };
        if !self.labels.insert(label.clone()) {
            let fault = self.site.fault(Code::DuplicateName, row.key.span, label, "");
            self.faults.push(fault);
        }
        if row.words.is_none() {
            self.fault(Code::OneLanguage, row.key.span, "");
        }
        let words = row.words.as_ref().map(|words| words.node.clone()).unwrap_or_default();
        self.measure(&row.body, label.clone(), words)
    }

    /// What an indicator says: its `need` speaks of its `value`.
    pub(super) fn indicator(&mut self) -> Option<Says> {
        let value = match line(self.site.rule, VALUE).map(|line| &line.body) {
            Some(LineBody::Expression(value)) => self.quotient(value),
            _ => {
                self.site.missing(VALUE, self.faults);
                None
            }
        };
        self.lets.add(VALUE, value);
        self.limit()
    }

    /// The day by which a target must be reached; its year stands in the law.
    pub(super) fn due(&mut self, day: &Spanned<Date>) -> Date {
        let year = Decimal::new(i128::from(day.node.month().year()), 0);
        self.site.ground(year, day.span, self.faults);
        day.node
    }

    fn measure(&mut self, need: &Expression, label: String, words: Words) -> Option<Measure> {
        if let ExpressionKind::InSet { value, members } = &need.kind {
            // A closed list: whatever of it stands outside is too much.
            return match self.term(value)? {
                Term::Set(fact) => {
                    let value = self.outside(fact, members)?;
                    let bound = Number { kind: NumberKind::Constant(0), unit: Unit::One, scale: 0 };
                    let relation = Relation::AtMost;
                    let truth = relation.held(&value, None, &bound);
                    Some(Measure { value, over: None, relation, bound, need: Condition { label, words, truth } })
                }
                _ => {
                    self.fault(Code::TypeMismatch, value.span, "a fact that holds a list");
                    None
                }
            };
        }
        let comparison = match &need.kind {
            ExpressionKind::Binary { operator, left, right } => {
                relation(*operator).map(|relation| (*operator, relation, left, right))
            }
            _ => None,
        };
        let Some((operator, relation, left, right)) = comparison else {
            self.fault(Code::TypeMismatch, need.span, "a <= b, a >= b, a is b");
            return None;
        };
        let (left, bound) = (self.term(left), self.number(right));
        let (left, bound) = (left?, bound?);
        let truth = self.compare(operator, left.clone(), Term::Number(bound.clone()), need.span)?;
        let (value, over) = match left {
            Term::Quotient(above, below) => (above, Some(below)),
            other => (self.as_number(other, need.span)?, None),
        };
        let need = Condition { label, words, truth };
        Some(Measure { value, over, relation, bound, need })
    }

    /// A number, a quotient, or a table whose cells are quotients.
    fn quotient(&mut self, written: &Expression) -> Option<Term> {
        let cells = cells(written);
        if !cells.iter().any(|cell| is_quotient(cell)) {
            return self.term(written);
        }
        if let Some(whole) = cells.into_iter().find(|cell| !is_quotient(cell)) {
            self.fault(Code::TypeMismatch, whole.span, "a / b in every row");
            return None;
        }
        let before = self.faults.len();
        let above = self.number(&side(written, Side::Above))?;
        if self.faults.len() > before {
            return None;
        }
        let below = self.number(&side(written, Side::Below))?;
        self.divide(above, below, written.span)
    }

    /// One number over another; what is per month is taken for a year where the other is per year.
    pub(super) fn divide(&mut self, above: Number, below: Number, span: Span) -> Option<Term> {
        let (above, below) = match (above.unit, below.unit) {
            (a, b) if a == b => (above, below),
            (Unit::CnyPerMonth, Unit::CnyPerYear) => (per_year(above), below),
            (Unit::CnyPerYear, Unit::CnyPerMonth) => (above, per_year(below)),
            (a, b) => {
                self.unit_mismatch(span, b, a);
                return None;
            }
        };
        let scale = above.scale.max(below.scale);
        Some(Term::Quotient(above.with_scale(scale), below.with_scale(scale)))
    }
}

fn per_year(number: Number) -> Number {
    let scale = number.scale;
    let months = Number { kind: NumberKind::Constant(MONTHS_OF_YEAR), unit: Unit::One, scale: 0 };
    Number { kind: NumberKind::Multiply(Box::new(number), Box::new(months)), unit: Unit::CnyPerYear, scale }
}

/// Which part of a quotient.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Above,
    Below,
}

/// Everything that an expression may come to: the cells of its tables, or itself.
fn cells(written: &Expression) -> Vec<&Expression> {
    match &written.kind {
        ExpressionKind::By { rows, .. } => rows.iter().flat_map(|row| cells(&row.body)).collect(),
        _ => vec![written],
    }
}

const fn is_quotient(written: &Expression) -> bool {
    matches!(written.kind, ExpressionKind::Binary { operator: BinaryOperator::Divide, .. })
}

/// A table of quotients as the table of one of their parts.
fn side(written: &Expression, which: Side) -> Expression {
    let kind = match &written.kind {
        ExpressionKind::By { selector, rows } => {
            let rows = rows.iter().map(|row| Row { body: side(&row.body, which), ..row.clone() });
            ExpressionKind::By { selector: selector.clone(), rows: rows.collect() }
        }
        ExpressionKind::Binary { operator: BinaryOperator::Divide, left, right } => {
            return if which == Side::Above { (**left).clone() } else { (**right).clone() };
        }
        _ => written.kind.clone(),
    };
    Expression { kind, span: written.span }
}
