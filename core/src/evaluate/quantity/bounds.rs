//! Bounds of every part from what each amount says by itself.

use super::layout::{Cells, Layout};
use super::sources::{Said, Sources};
use super::together::Settled;
use crate::evaluate::lane::{Between, Range};

/// Bounds of the parts, and of the rates of what is open in each month.
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
                let (rates, (low, high)) = verdict.between();
                let rates = rates.into_iter().zip(shown.ends(amount.subject));
                let rates: Vec<Between> = rates
                    .map(|(rate, ends)| rate.map_or(ends, |rate| (rate, rate)))
                    .map(|(low, high)| Between { low, high })
                    .collect();
                // A month's cell differs from its exact amount by less than a fen, whatever was rounded before.
                let divisor = shown.job.terms.divisor();
                let cells = rates.iter().map(|rate| Between::of_fen(*rate, divisor)).collect();
                months.push((place, rates));
                Cells { months: cells, total: Between { low, high } }
            }
            _ => Cells::default(),
        };
        cells.push(next);
    }
    Held { parts: layout.add::<Range>(&cells), months }
}
