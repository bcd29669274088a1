//! A case, a window and a question → outcomes.

use super::answer::{MonthAnswer, MonthRange, MonthState, RowView, State, Terms, is_head_count};
use super::calendar::{ReferenceDay, Slice};
use super::completions::{complete, rows_of, unknowns_of};
use super::fold::{Share, fold};
use super::lane::{Known, Range};
use super::program::{Choices, Program, Purpose, RuleSlots};
use super::sheet::Sheet;
use super::table::{Subject, Table};
use super::trace::{Reason, Trace};
use crate::compile::Plan;
use crate::compile::{Place, REFERENCE_DAY, ReadingIndex, Rule, RuleIndex};
use crate::model::{Case, FactIndex, FactType, ThingIndex};
use crate::value::Window;

/// What is asked of a plan.
#[derive(Clone, Debug)]
pub struct Question {
    /// The months.
    pub window: Window,
    /// The rules, in the order of outcomes.
    pub rules: Vec<RuleIndex>,
    /// The chosen option of every reading; `None` is open.
    pub choices: Choices,
}

/// What one rule says of one subject.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Whom it is about.
    pub subject: Subject,
    /// The rule.
    pub rule: RuleIndex,
    /// Its state over the window.
    pub state: State,
    /// What it says of each month.
    pub months: Vec<MonthAnswer>,
    /// Decimals of the months' rates.
    pub scale: u8,
    /// Whether the yearly rate is paid at once, in December.
    pub once: bool,
    /// The amount in fen; `None` unless granted or refused.
    pub amount: Option<i128>,
    /// The smallest and the largest amount in fen over all completions; `None` where there is no amount at all.
    pub range: Option<(i128, i128)>,
    /// Whether the range is exact.
    pub range_is_exact: bool,
    /// The facts that can still change the outcome: whose, and which.
    pub missing: Vec<(String, FactIndex)>,
    /// The open readings that can.
    pub open: Vec<ReadingIndex>,
    /// The place that pays, as the case names it.
    pub payer_place: Option<String>,
    /// One for each condition and stretch of months with the same answer.
    pub reasons: Vec<Reason>,
}

/// One rule over one table.
pub(super) struct Job<'a> {
    pub(super) plan: &'a Plan,
    pub(super) case: &'a Case,
    pub(super) choices: &'a Choices,
    pub(super) table: &'a Table,
    pub(super) slices: &'a [Slice],
    pub(super) program: &'a Program,
    pub(super) slots: &'a RuleSlots,
    pub(super) terms: Terms,
    pub(super) reference: ReferenceDay,
}

/// Evaluates a case.
#[must_use]
pub fn evaluate(plan: &Plan, case: &Case, question: &Question) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    for family in families(plan, question) {
        evaluate_family(plan, case, question, &family, &mut outcomes);
    }
    let place = |rule: RuleIndex| question.rules.iter().position(|known| *known == rule);
    outcomes.sort_by_key(|outcome| (outcome.subject.order, place(outcome.rule)));
    outcomes
}

/// Rules that share their subjects and their reference day, and so one table.
struct Family {
    things: Vec<ThingIndex>,
    reference: ReferenceDay,
    rules: Vec<RuleIndex>,
}

fn families(plan: &Plan, question: &Question) -> Vec<Family> {
    let head_count = is_head_count(plan, &question.choices);
    let chosen = reference_day(plan, &question.choices);
    let mut families: Vec<Family> = Vec::new();
    for index in &question.rules {
        let Some(rule) = plan.book.rules.get(index.0) else { continue };
        // A head count at the year's end judges every month on its last day, whatever the reading says.
        let reference = if Terms::of(rule, 2, head_count).december_only { ReferenceDay::Last } else { chosen };
        match families.iter_mut().find(|family| family.things == rule.subject && family.reference == reference) {
            Some(family) => family.rules.push(*index),
            None => families.push(Family { things: rule.subject.clone(), reference, rules: vec![*index] }),
        }
    }
    families
}

/// The chosen reference day.
pub(super) fn reference_day(plan: &Plan, choices: &Choices) -> ReferenceDay {
    let reading = plan.book.readings.iter().position(|reading| reading.id == REFERENCE_DAY);
    let option = reading.and_then(|place| plan.book.readings.get(place)?.options.get((*choices.get(place)?)?));
    if option.is_some_and(|option| option.id == FIRST_DAY) { ReferenceDay::First } else { ReferenceDay::Last }
}

const FIRST_DAY: &str = "first-day";

fn evaluate_family(plan: &Plan, case: &Case, question: &Question, family: &Family, outcomes: &mut Vec<Outcome>) {
    let program = Program::new(plan, &family.rules, &question.choices, Purpose::Reasons);
    let mut facts = program.facts.clone();
    let places = family.rules.iter().filter_map(|rule| place_fact(plan, *rule, &question.choices));
    facts.extend(places);
    facts.sort_unstable();
    facts.dedup();
    let shared: Vec<ThingIndex> = program.rules.iter().filter_map(|rule| rule.single).collect();
    let things = &family.things;
    let table = Table::cut(case, &plan.book.vocabulary, things, &facts, &shared, question.window, family.reference);
    let slices = Slice::cut(question.window, family.reference);
    let rows: Vec<usize> = (0..table.rows.len()).collect();
    let head_count = is_head_count(plan, &question.choices);
    let months = question.window.len();
    let subjects = table.subjects.len();
    let mut known = vec![vec![vec![MonthAnswer::default(); months]; subjects]; program.rules.len()];
    let mut range = vec![vec![vec![MonthRange::default(); months]; subjects]; program.rules.len()];
    let mut asks = vec![vec![false; subjects]; program.rules.len()];
    let jobs: Vec<Job<'_>> = program
        .rules
        .iter()
        .filter_map(|slots| {
            let rule = plan.book.rules.get(slots.rule.0)?;
            let terms = Terms::of(rule, slots.scale, head_count);
            let (choices, slices, table, program) = (&question.choices, slices.as_slice(), &table, &program);
            Some(Job { plan, case, choices, table, slices, program, slots, terms, reference: family.reference })
        })
        .collect();
    let mut traces: Vec<Trace> = jobs.iter().map(|job| Trace::new(job, subjects, months)).collect();
    for slice in &slices {
        let sheet = Sheet::new(&table, slice, &rows, 1, |_, _| None);
        let view = |job: &Job<'_>, row: usize, place: usize| {
            let span = sheet.spans.get(place).copied().unwrap_or_default();
            let subject = sheet.rows.get(place).map_or(usize::MAX, |(_, subject, _)| *subject);
            (subject, span, row, job.terms)
        };
        sheet.run::<Known>(&table, &program, &plan.book.vocabulary, slice, |slots, row, place| {
            for ((job, answers), asks) in jobs.iter().zip(&mut known).zip(&mut asks) {
                let (subject, span, row, terms) = view(job, row, place);
                let view = RowView { slice, rule: job.slots, row, span, terms };
                if let (Some(answer), Some(asks)) = (answers.get_mut(subject), asks.get_mut(subject)) {
                    view.write(slots, answer);
                    *asks |= view.asks_open_reading(slots);
                }
            }
        });
        sheet.run::<Range>(&table, &program, &plan.book.vocabulary, slice, |slots, row, place| {
            for ((job, answers), trace) in jobs.iter().zip(&mut range).zip(&mut traces) {
                let (subject, span, row, terms) = view(job, row, place);
                let view = RowView { slice, rule: job.slots, row, span, terms };
                if let Some(answer) = answers.get_mut(subject) {
                    view.write_range(slots, answer);
                }
                trace.record(&view, slots, subject);
            }
        });
    }
    for ((((job, known), range), asks), trace) in jobs.iter().zip(known).zip(range).zip(asks).zip(&traces) {
        let each = table.subjects.iter().zip(known).zip(range).zip(asks).enumerate();
        for (place, (((subject, known), range), asks)) in each {
            let verdict = Verdict::of(job, place, known, &range, asks);
            outcomes.push(verdict.outcome(job, place, subject.clone(), trace.reasons(job, place)));
        }
    }
}

/// What is known of a subject's answer, however it was found.
struct Verdict {
    months: Vec<MonthAnswer>,
    range: (i128, i128),
    exact: bool,
    missing: Vec<(usize, Share)>,
    open: Vec<ReadingIndex>,
}

impl Verdict {
    /// Known rows stand as they are; others are settled by their ranges, else by their completions, else
    /// they stay as wide as their ranges are.
    fn of(job: &Job<'_>, subject: usize, known: Vec<MonthAnswer>, range: &[MonthRange], asks: bool) -> Self {
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

    fn outcome(self, job: &Job<'_>, place: usize, subject: Subject, reasons: Vec<Reason>) -> Outcome {
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
    let mut best: Vec<(crate::model::InstanceIndex, FactIndex, Share)> = Vec::new();
    for (unknown, share) in missing {
        let Some(data) = job.table.unknowns.get(unknown) else { continue };
        match best.iter_mut().find(|(named, fact, _)| (*named, *fact) == (data.named, data.fact)) {
            Some((_, _, known)) => *known = share.max(*known),
            None => best.push((data.named, data.fact, share)),
        }
    }
    best.sort_by(|a, b| b.2.cmp(&a.2).then((a.1, a.0).cmp(&(b.1, b.0))));
    let name = |index: crate::model::InstanceIndex| job.case.get(index).map(|instance| instance.name.clone());
    best.into_iter().map(|(named, fact, _)| (name(named).unwrap_or_default(), fact)).collect()
}

/// The fact that names the paying place under the chosen readings.
fn place_fact(plan: &Plan, rule: RuleIndex, choices: &Choices) -> Option<FactIndex> {
    let rule: &Rule = plan.book.rules.get(rule.0)?;
    match rule.place.as_ref()? {
        Place::Fact(fact) => Some(*fact),
        Place::Reading(reading, facts) => facts.get((*choices.get(reading.0)?)?).copied(),
    }
}

/// The paying place, where it is known and one over the window.
fn payer_place(job: &Job<'_>, subject: usize) -> Option<String> {
    let fact = place_fact(job.plan, job.slots.rule, job.choices)?;
    let place = job.table.place(fact)?;
    let FactType::Options(choices) = &job.vocabulary().fact_at(fact)?.kind else { return None };
    let rows = job.table.rows.iter().filter(|row| row.subject == subject);
    let mut cells = rows.filter_map(|row| row.cells.get(place));
    let first = cells.next()?;
    let one = first.unknown.is_none() && cells.all(|cell| cell.unknown.is_none() && cell.value == first.value);
    let choice = one.then(|| usize::try_from(first.value).ok().and_then(|value| choices.get(value)))?;
    choice.map(|choice| choice.id.clone())
}
