//! The proof that no number grows too large, from the declared bounds of facts and parameters.

use super::amounts;
use super::plan::{MaskSlot, MaskStep, NumberSlot, NumberStep, Piece, Plan, RulePlan};
use crate::error::{Code, Diagnostic, Diagnostics};
use crate::limits::{NUMBER, THINGS};
use crate::rulebook::Parameter;
use crate::rulebook::{FactIndex, FactType};
use crate::value::Date;

/// The most months whose amounts are summed before they are widened to 128 bits.
pub const MOST_MONTHS_AT_ONCE: i128 = 64;

/// The largest amount of money that a named number may be reformed to, in yuan.
pub(super) const MOST_MONEY: i128 = 10_000_000;

/// More than the months from the first day of a fact to the last.
const MOST_MONTHS: i128 = 201 * 12;

/// More than the items that a list may hold.
const MOST_ITEMS: i128 = 1 << 32;

/// What is told where no rule can be named.
const MOST_DIGITS: &str = "2^100";

/// The most months that a calendar year has in a window.
const MONTHS_OF_YEAR: i128 = 12;

pub(super) type Bounds = (i128, i128);

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
        let is_sum = matches!(step, NumberStep::Sum(..) | NumberStep::SumHeld(..) | NumberStep::Total(..));
        // Columns find the smaller of two numbers by their difference.
        let has_room = match step {
            NumberStep::Minimum(a, b) | NumberStep::Maximum(a, b) => {
                [*a, *b].into_iter().all(|slot| of(slot).is_some_and(|proved| fits_narrow(proved.bounds, 2)))
            }
            _ => true,
        };
        let has_columns = beneath && has_room && !is_sum;
        proved.push(next.map(|bounds| Proved { bounds, is_narrow: has_columns && fits_narrow(bounds, 1) }));
    }
    let of = |slot: NumberSlot| proved.get(slot.0).copied().flatten();
    let mut faults = Diagnostics::default();
    let mut narrow = Vec::with_capacity(plan.rules.len());
    let masks = compared(plan, &proved);
    for rule in &plan.rules {
        let all = std::iter::once(rule).chain(rule.rates().map(|rate| &rate.slots));
        let each: Vec<Compared> = all.map(|slots| of_rule(slots, &masks, of)).collect();
        let all = each.into_iter().fold(Compared::NOTHING, Compared::and);
        let added = amounts::proved(plan, rule, |number| of(number).map(|proved| proved.bounds));
        if !all.is_proved || !added.is_proved {
            let id = plan.book.rules.get(rule.rule.0).map(|rule| rule.id.clone()).unwrap_or_default();
            faults.0.push(Diagnostic::in_case(Code::NumberTooLarge, id.clone(), id, ""));
        }
        narrow.push(all.is_narrow && added.is_narrow);
    }
    let narrow: Vec<bool> = (0..narrow.len()).map(|place| has_columns(plan, &narrow, place)).collect();
    // Every step belongs to a rate or a condition; were there one that does not, it must not be run either.
    if faults.0.is_empty() && proved.iter().any(Option::is_none) {
        faults.0.push(Diagnostic::in_case(Code::NumberTooLarge, "", MOST_DIGITS, ""));
    }
    for (rule, is_narrow) in plan.rules.iter_mut().zip(narrow) {
        rule.is_narrow = is_narrow;
    }
    faults.unless_errors(())
}

/// What is proved of the rates of some slots, and of everything that is compared beneath them.
fn of_rule(slots: &RulePlan, masks: &[Compared], of: impl Fn(NumberSlot) -> Option<Proved>) -> Compared {
    let compared = rule_masks(slots).fold(Compared::NOTHING, |so_far, slot| so_far.and(at(masks, slot)));
    let compared = figures(slots).fold(compared, |so_far, piece| so_far.and(Compared::number(of(piece.number))));
    let sums_fit = |proved: Proved| proved.is_narrow && fits_narrow(proved.bounds, MOST_MONTHS_AT_ONCE);
    let rates = slots.pieces.iter().map(|piece| of(piece.number));
    let rates = rates.map(|proved| Compared { is_proved: proved.is_some(), is_narrow: proved.is_some_and(sums_fit) });
    rates.fold(compared, Compared::and)
}

/// Whether columns can compute a rule, and every rule that it adds up.
fn has_columns(plan: &Plan, narrow: &[bool], place: usize) -> bool {
    let is_narrow = |place: usize| narrow.get(place).copied().unwrap_or_default();
    let added = plan.rules.get(place).into_iter().flat_map(RulePlan::added);
    is_narrow(place) && added.into_iter().all(|index| is_narrow(index.0))
}

/// Whether so many times a number fit the 64 bits of columns.
pub(super) fn fits_narrow((low, high): Bounds, times: i128) -> bool {
    [low, high].into_iter().all(|end| end.checked_mul(times).is_some_and(|end| i64::try_from(end).is_ok()))
}

/// What is proved of every number that is compared beneath a set of months.
#[derive(Clone, Copy)]
pub(super) struct Compared {
    pub(super) is_proved: bool,
    pub(super) is_narrow: bool,
}

impl Compared {
    /// Nothing is compared.
    pub(super) const NOTHING: Self = Self { is_proved: true, is_narrow: true };

    fn number(proved: Option<Proved>) -> Self {
        Self { is_proved: proved.is_some(), is_narrow: proved.is_some_and(|proved| proved.is_narrow) }
    }

    const fn and(self, other: Self) -> Self {
        Self { is_proved: self.is_proved && other.is_proved, is_narrow: self.is_narrow && other.is_narrow }
    }
}

/// For each set of months in order, what is compared beneath it.
fn compared(plan: &Plan, proved: &[Option<Proved>]) -> Vec<Compared> {
    let number = |slot: NumberSlot| Compared::number(proved.get(slot.0).copied().flatten());
    let mut masks: Vec<Compared> = Vec::with_capacity(plan.masks.len());
    for step in &plan.masks {
        let own = match step {
            MaskStep::Compare(_, a, b) => number(*a).and(number(*b)),
            // A row knows nothing of others, nor where a year ends in the window.
            MaskStep::Eldest(_) | MaskStep::YearEnd => Compared { is_proved: true, is_narrow: false },
            _ => Compared::NOTHING,
        };
        let all = step.reads().into_iter().fold(own, |so_far, slot| so_far.and(at(&masks, slot)));
        masks.push(all);
    }
    masks
}

fn at(masks: &[Compared], slot: MaskSlot) -> Compared {
    masks.get(slot.0).copied().unwrap_or(Compared::NOTHING)
}

/// The numbers that a rule holds against a bound.
fn figures(rule: &RulePlan) -> impl Iterator<Item = &Piece> {
    let figures = rule.figures.iter();
    figures.flat_map(|figures| figures.value.iter().chain(&figures.over).chain(&figures.bound))
}

/// The sets of months that a rule's answers look at.
fn rule_masks(rule: &RulePlan) -> impl Iterator<Item = MaskSlot> {
    let versions = rule.versions.iter();
    let conditions = versions.clone().flat_map(|version| version.conditions.iter().chain(&version.applies)).copied();
    let ways = versions.flat_map(|version| version.steps.iter().flatten());
    let ways = ways.flat_map(|way| std::iter::once(way.selected).chain(way.done));
    let pieces = rule.pieces.iter().chain(figures(rule)).map(|piece| piece.months);
    let consults = rule.consults.iter().map(|consult| consult.months);
    let own = [rule.wanted, rule.applies, rule.answerable, rule.waits];
    own.into_iter().chain(conditions).chain(ways).chain(pieces).chain(consults)
}

/// Whether a number leaves room for the sum over the longest window, and for the decimals of a quotient.
const fn fits(value: i128) -> bool {
    value.unsigned_abs() < NUMBER
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
        // Nothing is divided by what may be nought.
        NumberStep::Ceiling(a, b) => of(a).zip(of(b)).filter(|(_, b)| b.0 > 0).map(|(a, b)| {
            let ends = [up(a.0, b.0), up(a.0, b.1), up(a.1, b.0), up(a.1, b.1)];
            (ends.into_iter().min().unwrap_or_default(), ends.into_iter().max().unwrap_or_default())
        }),
        NumberStep::CompletedMonths(a, b) => of(a).zip(of(b)).map(|_| (-MOST_MONTHS, MOST_MONTHS)),
        NumberStep::Since(_) => Some((i128::from(Date::MIN.number()), i128::from(Date::MAX.number()))),
        NumberStep::Outside(..) => Some((0, MOST_ITEMS)),
        NumberStep::Total(_, pieces) => pieces.iter().try_fold((0_i128, 0_i128), |sum, piece| {
            let (low, high) = of(&piece.number)?;
            let most = i128::try_from(THINGS).ok()?.checked_mul(MONTHS_OF_YEAR)?;
            Some((sum.0 + low.min(0).checked_mul(most)?, sum.1 + high.max(0).checked_mul(most)?))
        }),
        NumberStep::Sum(_, each) | NumberStep::SumHeld(_, each) => of(each).and_then(|(low, high)| {
            let most = i128::try_from(THINGS).ok()?;
            Some((low.min(0) * most, high.max(0) * most))
        }),
    }
}

/// A quotient rounded up.
const fn up(a: i128, b: i128) -> i128 {
    -(-a).div_euclid(b)
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
    pub(super) fn bounds(&self, scale: u8) -> Bounds {
        let value = self.value.at_scale(scale).map_or(i128::MAX, i128::from);
        if self.unit.is_money() { (0, value.max(MOST_MONEY * 10_i128.pow(u32::from(scale)))) } else { (value, value) }
    }
}
