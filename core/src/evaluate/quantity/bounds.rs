//! Bounds of every part from what each amount says by itself.

use super::layout::{Cells, Layout};
use super::sources::{Said, Sources};
use super::together::Settled;
use crate::evaluate::lane::{Between, Range};
use crate::evaluate::verdict::Verdict;

/// Bounds of the parts, and of the months of what is open.
pub(super) struct Held {
    pub(super) parts: Vec<Between>,
    pub(super) months: Vec<(usize, Vec<Between>)>,
}

pub(super) fn held(sources: &Sources<'_>, layout: &Layout<'_>, settled: &Settled) -> Held {
    let mut cells: Vec<Cells<Between>> = Vec::new();
    let mut months = Vec::new();
    for (place, (amount, known)) in layout.amounts.iter().zip(settled).enumerate() {
        let next = match (known, sources.all.get(amount.shown), &amount.said) {
            (Some(known), _, _) => known.between(),
            (None, Some(shown), Said::Open { .. }) => {
                let verdict = shown.verdict(amount.subject);
                let next = of_verdict(&verdict, shown.job.terms.divisor(), shown.ends(amount.subject));
                months.push((place, next.months.clone()));
                next
            }
            _ => Cells::default(),
        };
        cells.push(next);
    }
    Held { parts: layout.add::<Range>(&cells), months }
}

/// A month's cell differs from its exact amount by less than a fen, whatever was rounded before.
fn of_verdict(verdict: &Verdict, divisor: i128, ends: Vec<(i128, i128)>) -> Cells<Between> {
    let (rates, (low, high)) = verdict.between();
    let months = rates.into_iter().zip(ends).map(|(rate, ends)| {
        let (low, high) = rate.map_or(ends, |rate| (rate, rate));
        Between { low: low.div_euclid(divisor), high: -(-high).div_euclid(divisor) }
    });
    Cells { months: months.collect(), total: Between { low, high } }
}

impl Cells<i128> {
    fn between(&self) -> Cells<Between> {
        let one = |value: &i128| Between { low: *value, high: *value };
        Cells { months: self.months.iter().map(one).collect(), total: one(&self.total) }
    }
}
