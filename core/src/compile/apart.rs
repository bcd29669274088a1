//! Sets of months that cannot share one, whatever the facts are: a truth and its negation, cells of one table.
//!
//! What is not seen here costs a pair of pieces more and changes no answer.

use super::plan::{MaskSlot, MaskStep, TableArm};

/// The most sets that are kept for each as those that it lies within; what is left out is not seen.
const MOST_KEPT: usize = 128;
/// The most of them that select by one fact, one reading or one time.
const MOST_SELECTORS: usize = 16;
/// The most cells that are looked at for one pair.
const MOST_LOOKS: usize = 4_096;

/// For each set of months, what it lies within.
#[derive(Default)]
pub(super) struct Bounds {
    /// The sets, itself among them, in order.
    within: Vec<Vec<MaskSlot>>,
    /// Those of them that select.
    selectors: Vec<Vec<MaskSlot>>,
}

impl Bounds {
    /// Notes the next set.
    pub(super) fn add(&mut self, step: &MaskStep, place: usize) {
        let (mut within, mut selectors) = match step {
            MaskStep::And(a, b) => {
                let both = |all: &[Vec<MaskSlot>]| joined(of(all, *a), of(all, *b));
                (both(&self.within), both(&self.selectors))
            }
            MaskStep::First(a, _) => (of(&self.within, *a).to_vec(), of(&self.selectors, *a).to_vec()),
            _ => (Vec::new(), Vec::new()),
        };
        within.truncate(MOST_KEPT - 1);
        // Every slot beneath is smaller, so the order stays.
        within.push(MaskSlot(place));
        let selects = matches!(step, MaskStep::Force(_) | MaskStep::Is(..) | MaskStep::Table(..) | MaskStep::Pick(..));
        selectors.extend(selects.then_some(MaskSlot(place)));
        selectors.truncate(MOST_SELECTORS);
        self.within.push(within);
        self.selectors.push(selectors);
    }

    pub(super) fn are_apart(&self, masks: &[MaskStep], a: MaskSlot, b: MaskSlot) -> bool {
        let mut looks = MOST_LOOKS;
        self.apart(masks, a, b, &mut looks)
    }

    fn apart(&self, masks: &[MaskStep], a: MaskSlot, b: MaskSlot, looks: &mut usize) -> bool {
        let never = |slot: MaskSlot| masks.get(slot.0) == Some(&MaskStep::Constant(false));
        if never(a) || never(b) {
            return true;
        }
        let denies = |a: MaskSlot, b: MaskSlot| {
            let other = of(&self.within, b);
            of(&self.within, a).iter().any(|slot| match masks.get(slot.0) {
                Some(MaskStep::Not(inner)) => other.binary_search(inner).is_ok(),
                _ => false,
            })
        };
        if denies(a, b) || denies(b, a) {
            return true;
        }
        let others = of(&self.selectors, b);
        of(&self.selectors, a)
            .iter()
            .any(|one| others.iter().any(|other| self.select_apart(masks, *one, *other, looks)))
    }

    /// Whether two sets that select by one fact, one reading or the day never select the same.
    fn select_apart(&self, masks: &[MaskStep], a: MaskSlot, b: MaskSlot, looks: &mut usize) -> bool {
        if a == b {
            return false;
        }
        let mut are_apart = |a, b| match looks.checked_sub(1) {
            Some(left) => {
                *looks = left;
                self.apart(masks, a, b, looks)
            }
            None => false,
        };
        match (masks.get(a.0), masks.get(b.0)) {
            (Some(MaskStep::Force(a)), Some(MaskStep::Force(b))) => !a.overlaps(*b),
            (Some(MaskStep::Is(a, these)), Some(MaskStep::Is(b, those))) => a == b && these & those == 0,
            (Some(MaskStep::Table(a, these)), Some(MaskStep::Table(b, those))) => {
                a == b && meeting(these, those).all(|(a, b)| are_apart(a, b))
            }
            (Some(MaskStep::Pick(a, these)), Some(MaskStep::Pick(b, those))) => {
                a == b && these.iter().zip(those).all(|(a, b)| are_apart(*a, *b))
            }
            _ => false,
        }
    }
}

fn of(all: &[Vec<MaskSlot>], slot: MaskSlot) -> &[MaskSlot] {
    all.get(slot.0).map(Vec::as_slice).unwrap_or_default()
}

fn joined(a: &[MaskSlot], b: &[MaskSlot]) -> Vec<MaskSlot> {
    let mut all = [a, b].concat();
    all.sort_unstable();
    all.dedup();
    all
}

/// The cells that one value of the fact would select in both tables. Arms stand in the order of their values.
fn meeting<'t>(
    these: &'t [TableArm<MaskSlot>],
    those: &'t [TableArm<MaskSlot>],
) -> impl Iterator<Item = (MaskSlot, MaskSlot)> + 't {
    let (mut these, mut those) = (these.iter().peekable(), those.iter().peekable());
    std::iter::from_fn(move || {
        let (a, b) = (*these.peek()?, *those.peek()?);
        if a.to <= b.to {
            these.next();
        }
        if b.to <= a.to {
            those.next();
        }
        Some((a.cell, b.cell))
    })
}
