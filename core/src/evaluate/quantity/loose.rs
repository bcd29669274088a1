//! Cells behind a month whose rate hangs on an unknown number. Every value of that number is possible and only some are
//! tried, so what has been rounded up to a month may be any fraction of a fen: its cell is one of the whole fen about
//! its rate.

use super::layout::{Cells, Layout};
use super::sources::{Said, Shown, Sources};
use crate::evaluate::answer::MonthAnswer;
use crate::evaluate::lane::Between;
use crate::evaluate::program::NumberOp;
use crate::evaluate::terms::Terms;
use crate::model::FactType;
use crate::value::Set;

/// For each amount the first month whose cell hangs on what an unknown number came to before it.
pub(super) fn of(
    sources: &Sources<'_>,
    layout: &Layout<'_>,
    open: &[usize],
    rates: &[Vec<Between>],
) -> Vec<Option<usize>> {
    let shown_by_month = by_month(layout);
    let each = open.iter().zip(rates).map(|(amount, rates)| {
        let data = layout.amounts.get(*amount).filter(|_| shown_by_month.contains(amount))?;
        // What is whole fen in every month is never rounded.
        let shown = sources.all.get(data.shown).filter(|shown| shown.job.terms.divisor() > 1)?;
        let Said::Open { unknowns, .. } = &data.said else { return None };
        let is_open = |month: &usize| rates.get(*month).is_some_and(|rate| rate.low != rate.high);
        let first = numbered(shown, data.subject, unknowns).into_iter().find(is_open)?;
        Some(first + 1)
    });
    each.collect()
}

/// Whether every cell that is held so ends at a whole fen, which is its amount then.
pub(super) fn is_exact(
    sources: &Sources<'_>,
    layout: &Layout<'_>,
    open: &[usize],
    rates: &[Vec<Between>],
    loose: &[Option<usize>],
) -> bool {
    let mut each = open.iter().zip(rates).zip(loose).filter_map(|((amount, rates), first)| {
        let shown = sources.all.get(layout.amounts.get(*amount)?.shown)?;
        Some((shown.job.terms.divisor(), rates.get((*first)?..)?))
    });
    each.all(|(divisor, rates)| rates.iter().all(|rate| rate.low % divisor == 0 && rate.high % divisor == 0))
}

/// Gives what takes several loose amounts away a fen more at both ends for each but the first: between two values that
/// were tried, all of them may be rounded the same way. Whether it had to.
pub(super) fn spread(layout: &Layout<'_>, open: &[usize], loose: &[Option<usize>], parts: &mut [Between]) -> bool {
    let mut had_to = false;
    for (place, item) in layout.items.iter().enumerate().filter(|(place, item)| item.monthly && layout.takes(*place)) {
        let mut sum = 0;
        for holder in 0..item.holders.len() {
            let rests = layout.rests_on(place, holder);
            let own = open.iter().zip(loose).filter(|(amount, _)| rests.contains(amount));
            let firsts: Vec<usize> = own.filter_map(|(_, first)| *first).collect();
            let more = |month: usize| firsts.iter().filter(|first| **first <= month).count().saturating_sub(1);
            let each = (0..layout.months).map(|month| i128::try_from(more(month)).unwrap_or_default());
            let each: Vec<i128> = each.collect();
            let total = each.iter().sum();
            let places = layout.parts_of(item, holder);
            for (place, more) in places.zip(each.into_iter().chain([total])) {
                parts.get_mut(place).into_iter().for_each(|part| part.spread(more));
            }
            sum += total;
        }
        let all = layout.sum_of(item).and_then(|place| parts.get_mut(place));
        all.into_iter().for_each(|part| part.spread(sum));
        had_to |= sum > 0;
    }
    had_to
}

/// The amounts on which a cell of a month rests.
fn by_month(layout: &Layout<'_>) -> Set<usize> {
    let items = layout.items.iter().enumerate().filter(|(_, item)| item.monthly);
    let holders = items.flat_map(|(place, item)| (0..item.holders.len()).map(move |holder| (place, holder)));
    holders.flat_map(|(place, holder)| layout.rests_on(place, holder)).collect()
}

/// The months in which a number that is counted with, and not only asked about, is unknown.
fn numbered(shown: &Shown<'_>, subject: usize, unknowns: &[usize]) -> Set<usize> {
    let job = &shown.job;
    let counted = job.program.numbers.iter().filter_map(|step| match step {
        NumberOp::Load(fact) => Some(*fact),
        _ => None,
    });
    let kind = |fact: &crate::evaluate::FactOf| job.vocabulary().fact_at(fact.fact).map(|fact| &fact.kind);
    // Where few values are allowed, all of them are tried.
    let counted =
        counted.filter(|fact| matches!(kind(fact), Some(FactType::Number { allowed, .. }) if allowed.is_empty()));
    let places: Set<usize> = counted.filter_map(|fact| job.table.place(fact)).collect();
    let rows = job.table.own(subject).iter().filter(|row| {
        let mut cells = places.iter().filter_map(|place| row.cells.get(*place)?.unknown);
        cells.any(|unknown| unknowns.contains(&unknown))
    });
    rows.flat_map(|row| row.from..=row.to).collect()
}

impl Cells<i128> {
    /// The same as bounds.
    pub(super) fn between(&self) -> Cells<Between> {
        let one = |value: &i128| Between { low: *value, high: *value };
        Cells { months: self.months.iter().map(one).collect(), total: one(&self.total) }
    }

    /// The same, from one month on between the whole fen about each month's rate.
    pub(super) fn loosened(&self, terms: Terms, months: &[MonthAnswer], first: Option<usize>) -> Cells<Between> {
        let mut cells = self.between();
        let behind = first.and_then(|first| cells.months.get_mut(first..)).into_iter().flatten();
        for (cell, month) in behind.zip(months.iter().skip(first.unwrap_or_default())) {
            *cell = Between::of_fen(Between { low: month.rate, high: month.rate }, terms.divisor());
        }
        cells
    }
}

impl Between {
    /// Wider by so much at both ends, but not below nothing where it was not.
    fn spread(&mut self, more: i128) {
        let least = self.low.min(0);
        *self = Self { low: (self.low - more).max(least), high: self.high + more };
    }

    /// The whole fen about what lies between two rates.
    pub(super) const fn of_fen(rates: Self, divisor: i128) -> Self {
        Self { low: rates.low.div_euclid(divisor), high: -(-rates.high).div_euclid(divisor) }
    }
}
