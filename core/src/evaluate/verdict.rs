//! One subject's answer, however it was found: known, settled by its range, folded from its completions, or open.

use super::answer::{MonthAnswer, MonthState, State};
use super::calendar::ReferenceDay;
use super::completions::{complete, rows_of, unknowns_of};
use super::fold::{Share, fold};
use super::job::Job;
use super::outcome::{Outcome, StepAnswer};
use super::place::payer_place;
use super::reach::Reached;
use super::table::{Subject, Unknown};
use super::trace::Reason;
use super::view::MonthRange;
use crate::compile::{CalendarIndex, ReadingIndex, RulePlan, Version};
use crate::model::{FactIndex, Facts, InstanceIndex};
use crate::value::Set;

/// What is known of a subject's answer, however it was found.
pub(super) struct Verdict {
    months: Vec<MonthAnswer>,
    range: (i128, i128),
    exact: bool,
    missing: Vec<(usize, Share)>,
    open: Vec<ReadingIndex>,
    /// Whether a step may be due on a day that no published calendar has.
    waits: bool,
}

impl Verdict {
    /// Known rows stand as they are; others are settled by their ranges, else by their completions, else
    /// they stay as wide as their ranges are.
    pub(super) fn of(
        job: &Job<'_>,
        subject: usize,
        known: Vec<MonthAnswer>,
        range: &[MonthRange],
        asks: bool,
        reached: &[Reached],
    ) -> Self {
        match job.plan.rules.get(job.slots.rule.0) {
            Some(slots) => Self::of_slots(job, slots, subject, known, range, asks, reached),
            None => Self::settled(job, known),
        }
    }

    /// The same for the slots of a rule, or of what a quantity counts itself.
    pub(super) fn of_slots(
        job: &Job<'_>,
        slots: &RulePlan,
        subject: usize,
        known: Vec<MonthAnswer>,
        range: &[MonthRange],
        asks: bool,
        reached: &[Reached],
    ) -> Self {
        let rows = rows_of(job, subject);
        let unknowns = unknowns_of(job, subject, &rows, reached);
        if unknowns.is_empty() && !asks {
            // What is known is undetermined only where a step waits.
            let waits = known.iter().any(|month| month.state == MonthState::Undetermined);
            return Self { waits, ..Self::settled(job, known) };
        }
        let waits = range.iter().any(|month| month.waits());
        let months: Vec<MonthAnswer> = range.iter().map(|month| month.answer()).collect();
        if range.iter().all(|month| month.is_settled()) {
            return Self::settled(job, months);
        }
        if let Some(completed) = complete(job, slots, subject, &rows, reached) {
            let folded = fold(&completed, job.terms);
            let (missing, open) = (folded.missing, folded.open);
            return Self { months: folded.months, range: folded.range, exact: true, missing, open, waits };
        }
        let ends =
            range.iter().map(|month| month.ends()).fold((0, 0), |(low, high), month| (low + month.0, high + month.1));
        let range = (job.terms.amount(ends.0), job.terms.amount(ends.1));
        let missing = unknowns.into_iter().map(|unknown| (unknown, Share::unknown())).collect();
        Self { months, range, exact: false, missing, open: job.slots.readings.clone(), waits }
    }

    /// Each month's rate where it is settled, and the ends of the amount.
    pub(super) fn between(&self) -> (Vec<Option<i128>>, (i128, i128)) {
        let rate = |month: &MonthAnswer| (month.state != MonthState::Undetermined).then_some(month.rate);
        (self.months.iter().map(rate).collect(), self.range)
    }

    fn settled(job: &Job<'_>, months: Vec<MonthAnswer>) -> Self {
        let amount = job.terms.of_months(&months);
        Self { months, range: (amount, amount), exact: true, missing: Vec::new(), open: Vec::new(), waits: false }
    }

    pub(super) fn outcome(
        self,
        job: &Job<'_>,
        place: usize,
        subject: Subject,
        reasons: Vec<Reason>,
        steps: Vec<StepAnswer>,
        reached: &[Reached],
    ) -> Outcome {
        let state = State::over(job.terms.kind, &self.months);
        let settled = matches!(state, State::Granted | State::Refused) && job.terms.has_amount;
        let amount = settled.then(|| job.terms.of_months(&self.months));
        let has_range = job.terms.has_amount && !matches!(state, State::NotInForce | State::NotApplicable);
        let of_table = |(unknown, share): (usize, Share)| Some((*job.table.unknowns.get(unknown)?, share));
        let mut missing = named(job.case, self.missing.into_iter().filter_map(of_table).collect());
        if state == State::Unanswered {
            missing.extend(
                divisors(job, place, reached).into_iter().filter(|name| !missing.contains(name)).collect::<Vec<_>>(),
            );
        }
        let judged = match job.reference {
            ReferenceDay::On(day) => Some(day),
            ReferenceDay::First | ReferenceDay::Last => None,
        };
        Outcome {
            window: job.window,
            judged,
            steps: if matches!(state, State::NotInForce | State::NotApplicable) { Vec::new() } else { steps },
            subject,
            rule: job.slots.rule,
            state,
            scale: job.slots.scale,
            once: job.terms.december_only,
            amount,
            range: has_range.then_some(self.range),
            range_is_exact: self.exact,
            missing,
            open: self.open,
            calendars: if state == State::Undetermined && self.waits { calendars(job) } else { Vec::new() },
            payer_place: payer_place(job, place),
            parts: Vec::new(),
            reasons,
            months: self.months,
        }
    }
}

/// The calendars by which a rule's steps are due.
fn calendars(job: &Job<'_>) -> Vec<CalendarIndex> {
    let versions = job.plan.book.rules.get(job.slots.rule.0).map(|rule| rule.versions.as_slice()).unwrap_or_default();
    let named = versions.iter().flat_map(Version::dues).filter_map(|due| due.working).map(|(calendar, _)| calendar);
    named.collect::<Set<_>>().into_iter().collect()
}

/// The missing facts, each once: the largest share first, then in the order of the vocabulary, then of the case.
pub(super) fn named(case: &Facts, missing: Vec<(Unknown, Share)>) -> Vec<(String, FactIndex)> {
    let mut best: Vec<(InstanceIndex, FactIndex, Share)> = Vec::new();
    for (data, share) in missing {
        match best.iter_mut().find(|(named, fact, _)| (*named, *fact) == (data.named, data.fact.fact)) {
            Some((_, _, known)) => *known = share.max(*known),
            None => best.push((data.named, data.fact.fact, share)),
        }
    }
    best.sort_by(|a, b| b.2.cmp(&a.2).then((a.1, a.0).cmp(&(b.1, b.0))));
    let name = |index: InstanceIndex| case.get(index).map(|instance| instance.name.clone());
    best.into_iter().map(|(named, fact, _)| (name(named).unwrap_or_default(), fact)).collect()
}

/// The facts below a quotient, by which nothing can be divided where they are 0.
fn divisors(job: &Job<'_>, subject: usize, reached: &[Reached]) -> Vec<(String, FactIndex)> {
    let places = job.table.places(subject);
    let first = places.clone().next().and_then(|place| Some((job.table.rows.get(place)?, reached.get(place)?)));
    let Some((row, reached)) = first else { return Vec::new() };
    let cell = |fact: &crate::evaluate::FactOf| Some((row.cells.get(job.table.place(*fact)?)?.named, fact.fact));
    let cells = reached.divisors.iter().filter_map(cell);
    cells.filter_map(|(named, fact)| Some((job.case.get(named)?.name.clone(), fact))).collect()
}
