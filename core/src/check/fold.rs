//! `count` and `sum`: over the things that a case holds, or over the records of a fact.

use super::term::{Term, Terms};
use crate::error::{Code, nearest_or_all};
use crate::model::{FactType, Thing, ThingIndex, Vocabulary};
use crate::parse::{BinaryOperator, Expression, ExpressionKind, LAYER_SEPARATOR, Spanned};
use crate::rulebook::{Number, NumberKind, RuleIndex, Truth};
use crate::source::Span;
use crate::value::Unit;

/// A name that stands for one record after another.
#[derive(Clone, Debug)]
pub(super) struct RecordName {
    name: String,
    /// What the name stands for now, such as `institution.utilities.water`.
    stands_for: String,
    /// What may be asked of it, such as `utility.quantity`.
    pub(super) fields: Vec<String>,
}

impl RecordName {
    /// The fact that a name means, if it begins with the record's.
    pub(super) fn meant(&self, name: &str) -> Option<String> {
        let field = name.strip_prefix(self.name.as_str())?.strip_prefix('.')?;
        Some(format!("{}.{field}", self.stands_for))
    }
}

/// The parts of a `count` or a `sum`.
pub(super) struct Fold<'e> {
    pub(super) function: &'e Spanned<String>,
    pub(super) value: &'e Expression,
    pub(super) condition: Option<&'e Expression>,
    pub(super) each: Option<&'e (Spanned<String>, Spanned<String>)>,
}

impl Terms<'_> {
    pub(super) fn fold(&mut self, fold: &Fold<'_>, span: Span) -> Option<Term> {
        let is_sum = fold.function.node == "sum";
        let number = match (fold.each, fold.condition) {
            (Some((name, all)), None) if is_sum && self.is_amount(fold.value) => self.total(name, all, fold.value)?,
            (Some((name, records)), None) if is_sum => self.over_records(name, records, fold.value, span)?,
            (None, condition) => self.over_things(is_sum, fold.value, condition, span)?,
            _ => {
                self.fault(Code::TypeMismatch, span, "sum(a for name in fact), count(thing where a), sum(a where b)");
                return None;
            }
        };
        Some(Term::Number(number))
    }

    /// Whether a name is that of a rule whose amounts can be added up.
    fn is_amount(&self, value: &Expression) -> bool {
        let ExpressionKind::Name(name) = &value.kind else { return false };
        name.contains(LAYER_SEPARATOR)
    }

    /// `sum(rule for child in family.children)`: the amounts of another rule over a calendar year, for each thing of a
    /// kind that the family holds.
    fn total(&mut self, name: &Spanned<String>, all: &Spanned<String>, value: &Expression) -> Option<Number> {
        let ExpressionKind::Name(id) = &value.kind else { return None };
        if !self.is_annual() {
            self.fault(Code::TypeMismatch, value.span, "`each calendar year`");
            return None;
        }
        let vocabulary = self.declared.vocabulary;
        let thing = vocabulary.thing(&name.node);
        let listed = thing.and_then(|thing| vocabulary.thing_at(thing)).and_then(|data| {
            let holder = vocabulary.thing_at(data.holder?)?;
            data.many.then(|| format!("{}.{}", holder.id, data.key))
        });
        let (Some(thing), Some(listed)) = (thing, listed) else {
            self.fault(Code::UnknownThing, name.span, "child");
            return None;
        };
        if listed != all.node {
            self.fault(Code::UnknownName, all.span, listed);
            return None;
        }
        let Some(position) = self.heads.place(id) else {
            if self.declared.has_all_names {
                let expected = nearest_or_all(id, self.heads.names());
                self.fault(Code::UnknownName, value.span, expected);
            }
            return None;
        };
        let head = self.heads.at(position)?;
        if !head.adds_up {
            self.fault(Code::TypeMismatch, value.span, "a rule that pays per month");
            return None;
        }
        let fits =
            head.subject.contains(&thing) && head.subject.iter().all(|one| *one == thing || self.subject.contains(one));
        if !fits {
            let names = self.subject.iter().filter_map(|thing| vocabulary.thing_at(*thing));
            let expected = names.map(|one| format!("{} x {}", one.id, name.node)).collect::<Vec<_>>().join(", ");
            self.fault(Code::OutOfReach, value.span, expected);
            return None;
        }
        Some(Number { kind: NumberKind::Total(RuleIndex(position), thing), unit: Unit::CnyPerYear, scale: head.scale })
    }

    /// The sum over every record that a fact may hold: one that it does not hold adds nothing.
    fn over_records(
        &mut self,
        name: &Spanned<String>,
        records: &Spanned<String>,
        value: &Expression,
        span: Span,
    ) -> Option<Number> {
        let fact = self.fact(&records.node, records.span)?;
        let FactType::Records { choices, fields, .. } = &self.data(fact)?.kind else {
            self.fault(Code::TypeMismatch, records.span, "a fact that holds records");
            return None;
        };
        let asked: Vec<String> = fields.iter().map(|(field, _, _)| format!("{}.{field}", name.node)).collect();
        let outer = self.record.take();
        let mut sum: Option<Number> = None;
        for choice in choices {
            let stands_for = format!("{}.{}", records.node, choice.id);
            self.record = Some(RecordName { name: name.node.clone(), stands_for, fields: asked.clone() });
            // What is wrong with the first is wrong with each, and is told once.
            let Some(part) = self.number(value) else {
                self.record = outer;
                return None;
            };
            sum = match sum {
                Some(sum) => match self.arithmetic(BinaryOperator::Add, Term::Number(sum), Term::Number(part), span)? {
                    Term::Number(sum) => Some(sum),
                    _ => None,
                },
                None => Some(part),
            };
        }
        self.record = outer;
        sum
    }

    fn over_things(
        &mut self,
        is_sum: bool,
        value: &Expression,
        condition: Option<&Expression>,
        span: Span,
    ) -> Option<Number> {
        let (thing, is_held) = self.counted(value, is_sum)?;
        if self.in_fold {
            self.fault(Code::Undecidable, span, "");
            return None;
        }
        // Inside, names mean the facts of each thing, and nothing of the subject; of what the subject holds, its own facts.
        let mut routes = self.declared.routes(&[thing]);
        if is_held {
            routes.retain(|(reached, _)| *reached == thing);
        }
        let outer_routes = std::mem::replace(&mut self.routes, routes);
        let outer_lets = std::mem::take(&mut self.lets);
        self.in_fold = true;
        let each = self.each_of(is_sum, value, condition);
        (self.routes, self.lets, self.in_fold) = (outer_routes, outer_lets, false);
        let each = each?;
        let (unit, scale) = (each.unit, each.scale);
        let each = Box::new(each);
        let kind = if is_held { NumberKind::SumHeld(thing, each) } else { NumberKind::Sum(thing, each) };
        Some(Number { kind, unit, scale })
    }

    /// What one thing adds.
    fn each_of(&mut self, is_sum: bool, value: &Expression, condition: Option<&Expression>) -> Option<Number> {
        let counts = match condition {
            Some(condition) => {
                let truth = self.truth(condition)?;
                if !is_steady(&truth) {
                    self.fault(Code::Undecidable, condition.span, "");
                    return None;
                }
                Some(Number { kind: NumberKind::Holds(Box::new(truth)), unit: Unit::One, scale: 0 })
            }
            None => None,
        };
        if !is_sum {
            let one = Number { kind: NumberKind::Constant(1), unit: Unit::One, scale: 0 };
            return Some(counts.unwrap_or(one));
        }
        let value = self.number(value)?;
        Some(match counts {
            Some(counts) => {
                let (unit, scale) = (value.unit, value.scale);
                Number { kind: NumberKind::Multiply(Box::new(value), Box::new(counts)), unit, scale }
            }
            None => value,
        })
    }

    /// The kind of thing that is counted or summed over, many of it: one that the case itself holds, or one that the
    /// subject, or what holds the subject, holds; and whether it is the latter.
    fn counted(&mut self, value: &Expression, is_sum: bool) -> Option<(ThingIndex, bool)> {
        let name = match &value.kind {
            ExpressionKind::Name(name) if name.contains('.') == is_sum => name,
            _ => {
                self.fault(Code::TypeMismatch, value.span, if is_sum { "a fact" } else { "a thing" });
                return None;
            }
        };
        let vocabulary = self.declared.vocabulary;
        let named = name.split_once('.').map_or(name.as_str(), |(thing, _)| thing);
        let thing = vocabulary.thing(named);
        let counted = thing.and_then(|thing| {
            let data = vocabulary.thing_at(thing).filter(|data| data.many)?;
            match data.holder {
                None => Some((thing, false)),
                Some(holder) => self.is_holder(holder).then_some((thing, true)),
            }
        });
        if counted.is_none() {
            let may_be = |data: &&Thing| data.many && data.holder.is_none_or(|holder| self.is_holder(holder));
            let names: Vec<&str> = vocabulary.things.iter().filter(may_be).map(|data| data.id.as_str()).collect();
            let code = if thing.is_none() { Code::UnknownThing } else { Code::OutOfReach };
            self.fault(code, value.span, names.join(", "));
        }
        counted
    }

    /// Whether a thing is the subject or holds it, however far up.
    fn is_holder(&self, thing: ThingIndex) -> bool {
        is_holder(self.declared.vocabulary, self.subject, thing)
    }
}

/// Whether a thing is one of a rule's subject, or holds one of them, however far up.
pub(super) fn is_holder(vocabulary: &Vocabulary, subject: &[ThingIndex], thing: ThingIndex) -> bool {
    let above = |thing: &ThingIndex| vocabulary.thing_at(*thing).and_then(|data| data.holder);
    subject.iter().any(|one| std::iter::successors(Some(*one), above).any(|holder| holder == thing))
}

/// Whether a truth is one of facts alone, the same in every month in which they are.
fn is_steady(truth: &Truth) -> bool {
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
