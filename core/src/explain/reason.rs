//! One reason: what a condition found, and what it was held against.

use super::canonical::canonical;
use super::cited::Places;
use super::tokens::Held;
use super::wording::{date, value};
use crate::compile::Plan;
use crate::compile::{Comparison, Condition, Fact, FactType, Number, NumberKind, Rule, Says, Shift, Truth};
use crate::evaluate::{ConditionKind, Found, Reason, WITHOUT_END};
use crate::model::Facts;
use crate::value::{Date, Decimal, Month, Unit, Window};
use serde_json::Value;

/// What one condition says in a stretch of months (理由).
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct ReasonReport {
    /// The condition's label.
    pub condition: String,
    /// Whether it holds; none where the facts do not settle it.
    pub holds: Option<bool>,
    /// Whose fact decides.
    pub subject: Option<String>,
    /// Which fact.
    pub fact: Option<String>,
    /// What was found, as a case writes it; none where it is unknown.
    pub found: Value,
    /// The other facts that it reads, with what was found of each.
    pub also: Vec<FoundReport>,
    /// How it is held against the bound, where one relation says it.
    pub relation: Option<&'static str>,
    /// The bound.
    pub bound: Option<String>,
    /// The first month.
    pub from: Month,
    /// The last month.
    pub to: Month,
    /// The month in which time alone changes the answer.
    pub changes_in: Option<Month>,
    /// The place of the sentence among the outcome's sources.
    pub source: usize,
}

canonical!(ReasonReport {
    also,
    bound,
    changes_in,
    condition,
    fact,
    found,
    from,
    holds,
    relation,
    source,
    subject,
    to,
});

/// A fact that a condition reads.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct FoundReport {
    /// Whose it is.
    pub subject: String,
    /// Which it is.
    pub fact: String,
    /// What was found, as a case writes it; none where it is unknown.
    pub found: Value,
}

canonical!(FoundReport { fact, found, subject });

/// The report of a reason.
pub(super) fn reason(
    plan: &Plan,
    case: &Facts,
    rule: &Rule,
    window: Window,
    places: &[Places],
    one: &Reason,
) -> Option<ReasonReport> {
    let (version, places) = (rule.versions.get(one.version)?, places.get(one.version)?);
    let (condition, truth) = match one.condition {
        ConditionKind::Applies(place) => labelled(version.applies.get(place)?),
        ConditionKind::When(place) => labelled(version.asked(place)?),
        ConditionKind::Step(place) => match &version.says {
            Says::Steps(steps) => (steps.get(place)?.id.as_str(), None),
            _ => return None,
        },
        ConditionKind::Way(..) | ConditionKind::Only(..) => return None,
        ConditionKind::Rate => ("rate", None),
        ConditionKind::PaidElsewhere => ("paid-elsewhere", None),
        ConditionKind::PaidInDecember => ("paid-in-december", None),
    };
    // The fact that decides: the first unknown one where nothing is settled, else the first.
    let unknown = one.facts.iter().find(|fact| fact.value.is_none()).filter(|_| one.holds.is_none());
    let found = unknown.or_else(|| one.facts.first());
    let also = one.facts.iter().filter(|fact| Some(*fact) != found).filter_map(|fact| found_report(plan, case, fact));
    let fact = found.and_then(|found| plan.book.vocabulary.fact_at(found.fact));
    let held = truth.and_then(|truth| Comparand::of(plan, truth, &one.facts));
    Some(ReasonReport {
        condition: condition.to_owned(),
        holds: one.holds,
        subject: found.map(|found| name(case, found)),
        fact: fact.map(|fact| fact.id.clone()),
        found: found.and_then(|found| found_value(plan, found)).unwrap_or(Value::Null),
        also: also.collect(),
        relation: held.as_ref().map(|held| held.relation.id()),
        bound: held.and_then(|held| held.bound),
        from: window.month(one.stretch.from),
        to: window.month(one.stretch.to),
        changes_in: one.changes_in,
        source: places.of_condition(one.condition),
    })
}

fn labelled(condition: &Condition) -> (&str, Option<&Truth>) {
    (condition.label.as_str(), Some(&condition.truth))
}

/// Whose fact was found.
fn name(case: &Facts, found: &Found) -> String {
    case.get(found.named).map(|instance| instance.name.clone()).unwrap_or_default()
}

fn found_report(plan: &Plan, case: &Facts, found: &Found) -> Option<FoundReport> {
    let fact = plan.book.vocabulary.fact_at(found.fact)?;
    let value = found_value(plan, found).unwrap_or(Value::Null);
    Some(FoundReport { subject: name(case, found), fact: fact.id.clone(), found: value })
}

/// What was found, as a case writes it; none where it is unknown.
fn found_value(plan: &Plan, found: &Found) -> Option<Value> {
    let (fact, number) = (plan.book.vocabulary.fact_at(found.fact)?, found.value?);
    Some(match fact.kind {
        FactType::Set { .. } => found.items.clone().into(),
        _ => value(fact, number),
    })
}

/// What a condition was held against.
struct Comparand {
    relation: Held,
    bound: Option<String>,
}

impl Comparand {
    /// The relation of a condition that is one comparison, or a span of days.
    fn of(plan: &Plan, truth: &Truth, facts: &[Found]) -> Option<Self> {
        match truth {
            Truth::Is(fact, choices) => {
                let data = plan.book.vocabulary.fact_at(*fact)?;
                let mut ids = String::new();
                for choice in choices {
                    if !ids.is_empty() {
                        ids.push_str(", ");
                    }
                    ids.push_str(option(data, *choice));
                }
                let relation = if choices.len() == 1 { Held::Is } else { Held::In };
                Some(Self { relation, bound: Some(ids) })
            }
            Truth::Known(_) => Some(Self { relation: Held::Known, bound: None }),
            Truth::Reached { fact, shift, after } => {
                let relation = if *after { Held::Above } else { Held::AtLeast };
                Some(Self { relation, bound: moved(plan, facts, *fact, *shift) })
            }
            Truth::Since(day) => Some(Self { relation: Held::AtLeast, bound: Some(day.to_string()) }),
            Truth::Not(inner) => {
                if let Truth::Compare(Comparison::AtMost, fact, bound) = &**inner
                    && fact.unit == Unit::Days
                {
                    // After the day before is on or after the day.
                    let bound = constant(bound, 1)?;
                    return Some(Self { relation: Held::AtLeast, bound: Some(bound) });
                }
                let held = Self::of(plan, inner, facts)?;
                let relation = held.relation.opposite()?;
                Some(Self { relation, ..held })
            }
            Truth::And(low, high) => {
                let (low, high) = (Self::of(plan, low, facts)?, Self::of(plan, high, facts)?);
                let span = low.relation == Held::AtLeast && high.relation == Held::AtMost;
                let bound = format!("{} .. {}", low.bound.unwrap_or_default(), high.bound.unwrap_or_default());
                span.then(|| Self { relation: Held::In, bound: Some(bound.trim().to_owned()) })
            }
            Truth::Compare(comparison, a, b) => compared(*comparison, a, b),
            Truth::Constant(_) | Truth::Or(..) | Truth::Aged { .. } | Truth::OfYear(_) | Truth::First(_) => None,
        }
    }
}

/// An option as a case writes it.
fn option(fact: &Fact, place: usize) -> &str {
    match &fact.kind {
        FactType::YesNo => {
            if place == 0 {
                "false"
            } else {
                "true"
            }
        }
        FactType::Options(choices) => choices.get(place).map_or("null", |choice| &choice.id),
        _ => "null",
    }
}

/// A date fact with a period added; without end has no day.
fn moved(plan: &Plan, facts: &[Found], fact: crate::compile::FactIndex, shift: Shift) -> Option<String> {
    let number = facts.iter().find(|found| found.fact == fact)?.value.filter(|value| *value != WITHOUT_END)?;
    let shift = plan.fixed(shift);
    let moved = date(number)?.plus_months(shift.months)?;
    Some(Date::from_number(moved.number() + shift.days).to_string())
}

/// A fact against a number of the law; other comparisons have no single bound.
fn compared(comparison: Comparison, a: &Number, b: &Number) -> Option<Comparand> {
    let is_fact = |number: &Number| matches!(number.kind, NumberKind::Fact(_));
    let (relation, bound) = match (comparison, constant(a, 0), constant(b, 0)) {
        (Comparison::Equal, _, Some(bound)) if is_fact(a) => (Held::Is, bound),
        (Comparison::Less, _, Some(bound)) if is_fact(a) => (Held::Below, bound),
        (Comparison::AtMost, _, Some(bound)) if is_fact(a) => (Held::AtMost, bound),
        (Comparison::Less, Some(bound), _) if is_fact(b) => (Held::Above, bound),
        (Comparison::AtMost, Some(bound), _) if is_fact(b) => (Held::AtLeast, bound),
        _ => return None,
    };
    Some(Comparand { relation, bound: Some(bound) })
}

/// A number of the law as people write it, a day as a day, so many steps later.
fn constant(number: &Number, later: i64) -> Option<String> {
    match number.kind {
        NumberKind::Constant(day) if number.unit == Unit::Days => date(day + later).map(|day| day.to_string()),
        NumberKind::Constant(units) => Some(Decimal::new(i128::from(units + later), number.scale).plain()),
        _ => None,
    }
}
