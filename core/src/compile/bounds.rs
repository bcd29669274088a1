//! The proof that no number leaves 64 bits, from the declared bounds of facts and parameters.

use super::plan::{MaskSlot, MaskStep, NumberSlot, NumberStep, Plan, RulePlan};
use crate::check::Parameter;
use crate::check::{FactIndex, FactType};
use crate::error::{Code, Diagnostic, Diagnostics};
use crate::value::Date;
use std::collections::HashSet;

/// The most months whose amounts are summed before they are widened to 128 bits.
pub const MOST_MONTHS_AT_ONCE: i128 = 64;

/// The largest amount of money that a named number may be reformed to, in yuan.
const MOST_MONEY: i128 = 10_000_000;

/// What is told where no rule can be named.
const MOST_DIGITS: &str = "2^63";

type Bounds = (i128, i128);

/// Proves every step of every rule.
pub(super) fn prove(plan: &Plan) -> Result<(), Diagnostics> {
    let mut bounds: Vec<Option<Bounds>> = Vec::with_capacity(plan.numbers.len());
    for step in &plan.numbers {
        let next = within(plan, step, &bounds).filter(|(low, high)| fits(*low) && fits(*high));
        bounds.push(next);
    }
    let of = |slot: NumberSlot| bounds.get(slot.0).copied().flatten();
    let mut faults = Diagnostics::default();
    let sums_fit = |(low, high): &Bounds| fits(low * MOST_MONTHS_AT_ONCE) && fits(high * MOST_MONTHS_AT_ONCE);
    let unproved = bounds.iter().any(Option::is_none);
    for rule in &plan.rules {
        let rates = rule.pieces.iter().all(|piece| of(piece.number).is_some_and(|bound| sums_fit(&bound)));
        if !rates || (unproved && compared(plan, rule).into_iter().any(|number| of(number).is_none())) {
            let id = plan.book.rules.get(rule.rule.0).map(|rule| rule.id.clone()).unwrap_or_default();
            faults.0.push(Diagnostic::in_case(Code::NumberTooLarge, id.clone(), id, ""));
        }
    }
    // Every step belongs to a rate or a condition; were there one that does not, it must not be run either.
    if faults.0.is_empty() && unproved {
        faults.0.push(Diagnostic::in_case(Code::NumberTooLarge, "", MOST_DIGITS, ""));
    }
    faults.unless_errors(())
}

/// The numbers that a rule's conditions compare.
fn compared(plan: &Plan, rule: &RulePlan) -> Vec<NumberSlot> {
    let mut open: Vec<MaskSlot> = vec![rule.wanted, rule.applies];
    open.extend(rule.versions.iter().flat_map(|version| version.conditions.iter().chain([&version.applies])));
    open.extend(rule.pieces.iter().map(|piece| piece.months));
    open.extend(rule.consults.iter().map(|consult| consult.months));
    let (mut seen, mut numbers) = (HashSet::new(), Vec::new());
    while let Some(slot) = open.pop() {
        if !seen.insert(slot) {
            continue;
        }
        match plan.masks.get(slot.0) {
            Some(MaskStep::Compare(_, a, b)) => numbers.extend([*a, *b]),
            Some(MaskStep::Not(inner) | MaskStep::First(inner, _)) => open.push(*inner),
            Some(MaskStep::And(a, b) | MaskStep::Or(a, b)) => open.extend([*a, *b]),
            Some(MaskStep::Table(_, arms)) => open.extend(arms.iter().map(|arm| arm.cell)),
            Some(MaskStep::Pick(_, options)) => open.extend(options),
            _ => {}
        }
    }
    numbers
}

fn fits(value: i128) -> bool {
    i64::try_from(value).is_ok()
}

fn within(plan: &Plan, step: &NumberStep, bounds: &[Option<Bounds>]) -> Option<Bounds> {
    let of = |slot: &NumberSlot| bounds.get(slot.0).copied().flatten();
    match step {
        NumberStep::Constant(units) => Some((i128::from(*units), i128::from(*units))),
        NumberStep::Parameter(index, scale) => {
            plan.book.parameters.get(index.0).map(|parameter| parameter.bounds(*scale))
        }
        NumberStep::Load(fact) => fact_bounds(plan, *fact),
        NumberStep::Add(a, b) => of(a).zip(of(b)).map(|(a, b)| (a.0 + b.0, a.1 + b.1)),
        NumberStep::Subtract(a, b) => of(a).zip(of(b)).map(|(a, b)| (a.0 - b.1, a.1 - b.0)),
        NumberStep::Multiply(a, b) => of(a).zip(of(b)).and_then(|(a, b)| {
            let products = [a.0.checked_mul(b.0)?, a.0.checked_mul(b.1)?, a.1.checked_mul(b.0)?, a.1.checked_mul(b.1)?];
            Some((products.into_iter().min()?, products.into_iter().max()?))
        }),
        NumberStep::Minimum(a, b) => of(a).zip(of(b)).map(|(a, b)| (a.0.min(b.0), a.1.min(b.1))),
        NumberStep::Maximum(a, b) => of(a).zip(of(b)).map(|(a, b)| (a.0.max(b.0), a.1.max(b.1))),
        NumberStep::Table(_, arms) => hull(arms.iter().map(|arm| of(&arm.cell))),
        NumberStep::Pick(_, options) => hull(options.iter().map(of)),
    }
}

fn hull(all: impl Iterator<Item = Option<Bounds>>) -> Option<Bounds> {
    all.reduce(|a, b| a.zip(b).map(|(a, b)| (a.0.min(b.0), a.1.max(b.1)))).flatten()
}

fn fact_bounds(plan: &Plan, fact: FactIndex) -> Option<Bounds> {
    match plan.book.vocabulary.fact_at(fact).map(|fact| &fact.kind) {
        Some(FactType::Number { minimum, maximum, .. }) => Some((i128::from(*minimum), i128::from(*maximum))),
        // Without end is later than every day.
        Some(FactType::Date) => Some((i128::from(Date::MIN.number()), i128::from(i32::MAX))),
        _ => None,
    }
}

impl Parameter {
    /// What the number may become in a reform: money up to ten million yuan, anything else as it stands.
    fn bounds(&self, scale: u8) -> Bounds {
        let value = self.value.at_scale(scale).map_or(i128::MAX, i128::from);
        if self.unit.is_money() { (0, value.max(MOST_MONEY * 10_i128.pow(u32::from(scale)))) } else { (value, value) }
    }
}
