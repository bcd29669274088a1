//! The proof that no number leaves 64 bits, from the declared bounds of facts and parameters.

use super::plan::{NumberSlot, NumberStep, Plan};
use crate::check::Parameter;
use crate::check::{FactIndex, FactType};
use crate::error::{Code, Diagnostic, Diagnostics};
use crate::value::Date;

/// The most months whose amounts are summed before they are widened to 128 bits.
pub const MOST_MONTHS_AT_ONCE: i128 = 64;

/// The largest amount of money that a named number may be reformed to, in yuan.
const MOST_MONEY: i128 = 10_000_000;

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
    for rule in &plan.rules {
        let sums = rule.pieces.iter().map(|piece| of(piece.number));
        let proved = sums.map(|bound| {
            bound.filter(|(low, high)| fits(low * MOST_MONTHS_AT_ONCE) && fits(high * MOST_MONTHS_AT_ONCE))
        });
        if proved.clone().any(|bound| bound.is_none()) {
            let id = plan.book.rules.get(rule.rule.0).map(|rule| rule.id.clone()).unwrap_or_default();
            faults.0.push(Diagnostic::in_case(Code::NumberTooLarge, id.clone(), id, ""));
        }
    }
    // A condition's numbers are steps too; one that is unproved and belongs to no rate is reported without a rule.
    if faults.0.is_empty() && bounds.iter().any(Option::is_none) {
        faults.0.push(Diagnostic::in_case(Code::NumberTooLarge, "", "", ""));
    }
    faults.unless_errors(())
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
