//! The proof that what a quantity adds up never grows too large, and whether columns can add it up.

use super::bounds::{Bounds, Compared, fits_narrow};
use super::plan::{AmountStep, Ledger, NumberSlot, Plan, RatePlan, RulePlan, Source};
use crate::limits::{THINGS, WINDOW_MONTHS};
use crate::rulebook::{RuleIndex, ThingIndex};

/// No sum of amounts reaches so far: twice it still fits.
const MOST: u128 = 1 << 125;

impl RulePlan {
    /// What the items of a quantity count themselves.
    pub fn rates(&self) -> impl Iterator<Item = &RatePlan> {
        let sources = self.ledger.iter().flat_map(|ledger| &ledger.sources);
        sources.filter_map(|source| match source {
            Source::Rate(rate) => Some(&**rate),
            Source::Rule(_) => None,
        })
    }

    /// The rules that a quantity adds up.
    pub fn added(&self) -> impl Iterator<Item = RuleIndex> {
        let sources = self.ledger.iter().flat_map(|ledger| &ledger.sources);
        sources.filter_map(|source| match source {
            Source::Rule(rule) => Some(*rule),
            Source::Rate(_) => None,
        })
    }
}

impl Plan {
    /// The kind of thing that keeps a quantity out of rows: it is added up over several of them. None where everything
    /// is about the one thing of the row.
    #[must_use]
    pub fn spread_over(&self, rule: RuleIndex) -> Option<ThingIndex> {
        let ledger = self.rules.get(rule.0)?.ledger.as_ref()?;
        let quantity = self.book.rules.get(rule.0)?;
        let thing = *quantity.subject.first()?;
        let shown = quantity.items().iter().find_map(|item| item.by);
        let added = ledger.sources.iter().find_map(|source| match source {
            Source::Rate(rate) => Some(rate.of).filter(|of| *of != thing),
            Source::Rule(index) => {
                let subject = &self.book.rules.get(index.0)?.subject;
                if subject.contains(&thing) { None } else { subject.first().copied() }
            }
        });
        shown.or(added)
    }
}

/// What is proved of the sums of a quantity; of any other rule there is nothing to prove.
pub(super) fn proved(plan: &Plan, rule: &RulePlan, of: impl Fn(NumberSlot) -> Option<Bounds>) -> Compared {
    let Some(ledger) = &rule.ledger else { return Compared::NOTHING };
    let whole = plan.book.rules.get(rule.rule.0).is_some_and(|book| book.items().iter().all(|item| !item.monthly));
    let is_row = whole && plan.spread_over(rule.rule).is_none();
    // A case may hold many things; of a row there is one of each.
    let of_case = i128::try_from(THINGS).ok().and_then(|things| sums(plan, ledger, &of, things));
    let of_row = sums(plan, ledger, &of, 1);
    Compared {
        is_proved: of_case.is_some(),
        // With room for the difference of any two.
        is_narrow: is_row && of_row.is_some_and(|all| all.into_iter().all(|bounds| fits_narrow(bounds, 2))),
    }
}

/// The bounds of every step of every item, over the longest window and so many things; none where one is too large.
fn sums(plan: &Plan, ledger: &Ledger, of: &impl Fn(NumberSlot) -> Option<Bounds>, things: i128) -> Option<Vec<Bounds>> {
    let times = i128::try_from(WINDOW_MONTHS).ok()?.checked_mul(things)?;
    let mut sources: Vec<Bounds> = Vec::new();
    for source in &ledger.sources {
        let slots = match source {
            Source::Rule(rule) => plan.rules.get(rule.0)?,
            Source::Rate(rate) => &rate.slots,
        };
        let mut bounds = (0_i128, 0_i128);
        for piece in &slots.pieces {
            let (low, high) = of(piece.number)?;
            bounds = (bounds.0.min(low), bounds.1.max(high));
        }
        sources.push(within((bounds.0.checked_mul(times)?, bounds.1.checked_mul(times)?))?);
    }
    let (mut items, mut all): (Vec<Bounds>, Vec<Bounds>) = (Vec::new(), sources.clone());
    for steps in &ledger.items {
        let mut slots: Vec<Bounds> = Vec::new();
        for step in steps {
            let at = |place: &usize| slots.get(*place).copied();
            let bounds = match step {
                // One for each cell.
                AmountStep::Constant(units) => {
                    let all = i128::from(*units).checked_mul(times)?;
                    (all.min(0), all.max(0))
                }
                AmountStep::Source(place) => sources.get(*place).copied()?,
                AmountStep::Item(place) => items.get(*place).copied()?,
                AmountStep::Add(a, b) => at(a).zip(at(b)).map(|(a, b)| (a.0 + b.0, a.1 + b.1))?,
                AmountStep::Subtract(a, b) => at(a).zip(at(b)).map(|(a, b)| (a.0 - b.1, a.1 - b.0))?,
                AmountStep::Minimum(a, b) => at(a).zip(at(b)).map(|(a, b)| (a.0.min(b.0), a.1.min(b.1)))?,
                AmountStep::Maximum(a, b) => at(a).zip(at(b)).map(|(a, b)| (a.0.max(b.0), a.1.max(b.1)))?,
            };
            slots.push(within(bounds)?);
        }
        items.push(slots.last().copied()?);
        all.extend(slots);
    }
    Some(all)
}

fn within((low, high): Bounds) -> Option<Bounds> {
    (low.unsigned_abs() < MOST && high.unsigned_abs() < MOST).then_some((low, high))
}
