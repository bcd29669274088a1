//! The proof that no number grows too large, from the declared bounds of facts and parameters.

use super::plan::{MaskSlot, MaskStep, NumberSlot, NumberStep, Plan, RulePlan};
use crate::error::{Code, Diagnostic, Diagnostics};
use crate::rulebook::Parameter;
use crate::rulebook::{FactIndex, FactType};
use crate::value::Date;
use std::collections::HashSet;

/// The most months whose amounts are summed before they are widened to 128 bits.
pub const MOST_MONTHS_AT_ONCE: i128 = 64;

/// The largest amount of money that a named number may be reformed to, in yuan.
const MOST_MONEY: i128 = 10_000_000;

/// The most things of one kind that a sum runs over; a case that holds more is refused.
pub const MOST_THINGS: usize = 1_000_000;

/// A number of a case lies below it.
const MOST_NUMBER: u128 = 1 << 100;

/// What is told where no rule can be named.
const MOST_DIGITS: &str = "2^100";

type Bounds = (i128, i128);

/// What is proved of one number.
#[derive(Clone, Copy)]
struct Proved {
    bounds: Bounds,
    /// Whether it and everything beneath it fit the 64 bits of columns, and are not summed over many things.
    is_narrow: bool,
}

/// Proves every step of every rule, and finds the rules that columns can compute.
pub(super) fn prove(plan: &mut Plan) -> Result<(), Diagnostics> {
    let mut proved: Vec<Option<Proved>> = Vec::with_capacity(plan.numbers.len());
    for step in &plan.numbers {
        let next = within(plan, step, &proved).filter(|(low, high)| fits(*low) && fits(*high));
        let of = |slot: NumberSlot| proved.get(slot.0).copied().flatten();
        let beneath = step.reads().into_iter().all(|slot| of(slot).is_some_and(|proved| proved.is_narrow));
        // A row holds none of the things that a sum runs over.
        let has_columns = beneath && !matches!(step, NumberStep::Sum(..));
        proved.push(next.map(|bounds| Proved { bounds, is_narrow: has_columns && fits_narrow(bounds, 1) }));
    }
    let of = |slot: NumberSlot| proved.get(slot.0).copied().flatten();
    let mut faults = Diagnostics::default();
    let mut narrow = Vec::with_capacity(plan.rules.len());
    for rule in &plan.rules {
        let compared = compared(plan, rule);
        let rates = || rule.pieces.iter().map(|piece| piece.number);
        if rates().chain(compared.iter().copied()).any(|number| of(number).is_none()) {
            let id = plan.book.rules.get(rule.rule.0).map(|rule| rule.id.clone()).unwrap_or_default();
            faults.0.push(Diagnostic::in_case(Code::NumberTooLarge, id.clone(), id, ""));
        }
        let sums_fit = |proved: Proved| proved.is_narrow && fits_narrow(proved.bounds, MOST_MONTHS_AT_ONCE);
        let is_narrow = rates().all(|rate| of(rate).is_some_and(sums_fit))
            && compared.iter().all(|number| of(*number).is_some_and(|proved| proved.is_narrow));
        narrow.push(is_narrow);
    }
    // Every step belongs to a rate or a condition; were there one that does not, it must not be run either.
    if faults.0.is_empty() && proved.iter().any(Option::is_none) {
        faults.0.push(Diagnostic::in_case(Code::NumberTooLarge, "", MOST_DIGITS, ""));
    }
    for (rule, is_narrow) in plan.rules.iter_mut().zip(narrow) {
        rule.is_narrow = is_narrow;
    }
    faults.unless_errors(())
}

/// Whether so many times a number fit the 64 bits of columns.
fn fits_narrow((low, high): Bounds, times: i128) -> bool {
    [low, high].into_iter().all(|end| end.checked_mul(times).is_some_and(|end| i64::try_from(end).is_ok()))
}

/// The numbers that a rule's conditions compare.
fn compared(plan: &Plan, rule: &RulePlan) -> Vec<NumberSlot> {
    let mut open: Vec<MaskSlot> = vec![rule.wanted, rule.applies, rule.answerable];
    open.extend(rule.versions.iter().flat_map(|version| version.conditions.iter().chain(&version.applies)));
    let ways = rule.versions.iter().flat_map(|version| version.steps.iter().flatten());
    open.extend(ways.flat_map(|way| std::iter::once(way.selected).chain(way.done)));
    let figures =
        rule.figures.iter().flat_map(|figures| figures.value.iter().chain(&figures.over).chain(&figures.bound));
    let figures: Vec<_> = figures.collect();
    open.extend(rule.pieces.iter().chain(figures.iter().copied()).map(|piece| piece.months));
    open.extend(rule.consults.iter().map(|consult| consult.months));
    let mut seen = HashSet::new();
    let mut numbers: Vec<NumberSlot> = figures.into_iter().map(|piece| piece.number).collect();
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

/// Whether a number leaves room for the sum over the longest window, and for the decimals of a quotient.
const fn fits(value: i128) -> bool {
    value.unsigned_abs() < MOST_NUMBER
}

fn within(plan: &Plan, step: &NumberStep, proved: &[Option<Proved>]) -> Option<Bounds> {
    let of = |slot: &NumberSlot| proved.get(slot.0).copied().flatten().map(|proved| proved.bounds);
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
        NumberStep::Sum(_, each) => of(each).and_then(|(low, high)| {
            let most = i128::try_from(MOST_THINGS).ok()?;
            Some((low.min(0) * most, high.max(0) * most))
        }),
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
