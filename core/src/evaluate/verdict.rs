//! One subject's answer, however it was found: known, settled by its range, folded from its completions, or open.

use super::answer::{MonthAnswer, MonthRange, MonthState, State};
use super::completions::{complete, rows_of, unknowns_of};
use super::fold::{Share, fold};
use super::job::Job;
use super::outcome::Outcome;
use super::place::payer_place;
use super::table::Subject;
use super::trace::Reason;
use crate::compile::ReadingIndex;
use crate::model::{FactIndex, InstanceIndex};

/// What is known of a subject's answer, however it was found.
pub(super) struct Verdict {
    months: Vec<MonthAnswer>,
    range: (i128, i128),
    exact: bool,
    missing: Vec<(usize, Share)>,
    open: Vec<ReadingIndex>,
}

impl Verdict {
    /// Known rows stand as they are; others are settled by their ranges, else by their completions, else
    /// they stay as wide as their ranges are.
    pub(super) fn of(job: &Job<'_>, subject: usize, known: Vec<MonthAnswer>, range: &[MonthRange], asks: bool) -> Self {
        let rows = rows_of(job, subject);
        let unknowns = unknowns_of(job, subject, &rows);
        if unknowns.is_empty() && !asks {
            return Self::settled(job, known);
        }
        let months: Vec<MonthAnswer> = range.iter().map(|month| month.answer()).collect();
        if months.iter().all(|month| month.state != MonthState::Undetermined) {
            return Self::settled(job, months);
        }
        if let Some(completed) = complete(job, subject, &rows) {
            let folded = fold(&completed, job.terms);
            let (missing, open) = (folded.missing, folded.open);
            return Self { months: folded.months, range: folded.range, exact: true, missing, open };
        }
        let ends = range
            .iter()
            .map(|month| month.ends())
            .fold((0, 0), |(low, high), month| (low + i128::from(month.0), high + i128::from(month.1)));
        let range = (job.terms.amount(ends.0), job.terms.amount(ends.1));
        let missing = unknowns.into_iter().map(|unknown| (unknown, Share::unknown())).collect();
        Self { months, range, exact: false, missing, open: job.slots.readings.clone() }
    }

    fn settled(job: &Job<'_>, months: Vec<MonthAnswer>) -> Self {
        let amount = job.terms.of_months(&months);
        Self { months, range: (amount, amount), exact: true, missing: Vec::new(), open: Vec::new() }
    }

    pub(super) fn outcome(self, job: &Job<'_>, place: usize, subject: Subject, reasons: Vec<Reason>) -> Outcome {
        let state = State::over(&self.months);
        let amount = match state {
            State::Granted | State::Refused => Some(job.terms.of_months(&self.months)),
            State::Undetermined | State::NotInForce | State::NotApplicable => None,
        };
        let has_range = !matches!(state, State::NotInForce | State::NotApplicable);
        Outcome {
            subject,
            rule: job.slots.rule,
            state,
            scale: job.slots.scale,
            once: job.terms.december_only,
            amount,
            range: has_range.then_some(self.range),
            range_is_exact: self.exact,
            missing: named(job, self.missing),
            open: self.open,
            payer_place: payer_place(job, place),
            reasons,
            months: self.months,
        }
    }
}

/// The missing facts, each once: the largest share first, then in the order of the vocabulary, then of the case.
fn named(job: &Job<'_>, missing: Vec<(usize, Share)>) -> Vec<(String, FactIndex)> {
    let mut best: Vec<(InstanceIndex, FactIndex, Share)> = Vec::new();
    for (unknown, share) in missing {
        let Some(data) = job.table.unknowns.get(unknown) else { continue };
        match best.iter_mut().find(|(named, fact, _)| (*named, *fact) == (data.named, data.fact)) {
            Some((_, _, known)) => *known = share.max(*known),
            None => best.push((data.named, data.fact, share)),
        }
    }
    best.sort_by(|a, b| b.2.cmp(&a.2).then((a.1, a.0).cmp(&(b.1, b.0))));
    let name = |index: InstanceIndex| job.case.get(index).map(|instance| instance.name.clone());
    best.into_iter().map(|(named, fact, _)| (name(named).unwrap_or_default(), fact)).collect()
}
