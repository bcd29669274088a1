//! One round of an evaluation: the rules that share their subjects and their reference day, and so one table.

use super::answer::{MonthAnswer, MonthRange, RowView, Terms, is_head_count};
use super::calendar::{ReferenceDay, Slice};
use super::job::Job;
use super::lane::{Known, Range};
use super::outcome::{Outcome, Question};
use super::place::place_fact;
use super::program::{Choices, Program, Purpose};
use super::sheet::Sheet;
use super::slots::Slots;
use super::table::Table;
use super::trace::Trace;
use super::verdict::Verdict;
use crate::compile::{Plan, REFERENCE_DAY, RuleIndex};
use crate::model::{Case, FactIndex, ThingIndex};

/// Rules that share their subjects and their reference day.
pub(super) struct Round {
    things: Vec<ThingIndex>,
    reference: ReferenceDay,
    rules: Vec<RuleIndex>,
}

/// The rounds that a question takes.
pub(super) fn rounds(plan: &Plan, question: &Question) -> Vec<Round> {
    let head_count = is_head_count(plan, &question.choices);
    let chosen = reference_day(plan, &question.choices);
    let mut rounds: Vec<Round> = Vec::new();
    for index in &question.rules {
        let Some(rule) = plan.book.rules.get(index.0) else { continue };
        // A head count at the year's end judges every month on its last day, whatever the reading says.
        let reference = if Terms::of(rule, 2, head_count).december_only { ReferenceDay::Last } else { chosen };
        match rounds.iter_mut().find(|round| round.things == rule.subject && round.reference == reference) {
            Some(round) => round.rules.push(*index),
            None => rounds.push(Round { things: rule.subject.clone(), reference, rules: vec![*index] }),
        }
    }
    rounds
}

/// The chosen reference day.
pub(super) fn reference_day(plan: &Plan, choices: &Choices) -> ReferenceDay {
    let reading = plan.book.readings.iter().position(|reading| reading.id == REFERENCE_DAY);
    let option = reading.and_then(|place| plan.book.readings.get(place)?.options.get((*choices.get(place)?)?));
    if option.is_some_and(|option| option.id == FIRST_DAY) { ReferenceDay::First } else { ReferenceDay::Last }
}

const FIRST_DAY: &str = "first-day";

/// One rule of a round, with what its rows have shown so far, by subject.
struct Gathered<'a> {
    job: Job<'a>,
    known: Vec<Vec<MonthAnswer>>,
    range: Vec<Vec<MonthRange>>,
    asks_open_reading: Vec<bool>,
    trace: Trace,
}

impl Round {
    /// Runs the round: every row once in each lane, then each subject's verdict.
    pub(super) fn outcomes(&self, plan: &Plan, case: &Case, question: &Question) -> Vec<Outcome> {
        let vocabulary = &plan.book.vocabulary;
        let program = Program::new(plan, &self.rules, &question.choices, Purpose::Reasons);
        let shared: Vec<ThingIndex> = program.rules.iter().filter_map(|rule| rule.single).collect();
        let facts = self.facts(plan, &program, &question.choices);
        let table = Table::cut(case, vocabulary, &self.things, &facts, &shared, question.window, self.reference);
        let slices = Slice::cut(question.window, self.reference);
        let mut gathered = self.gather(plan, case, question, &program, &table, &slices);
        let rows: Vec<usize> = (0..table.rows.len()).collect();
        for slice in &slices {
            let sheet = Sheet::new(&table, slice, &rows, 1, |_, _| None);
            sheet.run::<Known>(&table, &program, vocabulary, slice, |slots, row, place| {
                let Some((subject, span)) = sheet.subject(place) else { return };
                gathered.iter_mut().for_each(|one| one.take_known(slots, slice, row, subject, span));
            });
            sheet.run::<Range>(&table, &program, vocabulary, slice, |slots, row, place| {
                let Some((subject, span)) = sheet.subject(place) else { return };
                gathered.iter_mut().for_each(|one| one.take_range(slots, slice, row, subject, span));
            });
        }
        gathered.into_iter().flat_map(Gathered::outcomes).collect()
    }

    /// The facts that the table needs: those that steps read, and those that name the paying places.
    fn facts(&self, plan: &Plan, program: &Program, choices: &Choices) -> Vec<FactIndex> {
        let places = self.rules.iter().filter_map(|rule| place_fact(plan, *rule, choices));
        let mut facts: Vec<FactIndex> = program.facts.iter().copied().chain(places).collect();
        facts.sort_unstable();
        facts.dedup();
        facts
    }

    fn gather<'a>(
        &self,
        plan: &'a Plan,
        case: &'a Case,
        question: &'a Question,
        program: &'a Program,
        table: &'a Table,
        slices: &'a [Slice],
    ) -> Vec<Gathered<'a>> {
        let head_count = is_head_count(plan, &question.choices);
        let (subjects, months) = (table.subjects.len(), question.window.len());
        let one = |slots: &'a super::program::RuleSlots| {
            let terms = Terms::of(plan.book.rules.get(slots.rule.0)?, slots.scale, head_count);
            let (choices, reference) = (&question.choices, self.reference);
            let job = Job { plan, case, choices, table, slices, program, slots, terms, reference };
            Some(Gathered {
                trace: Trace::new(&job, subjects, months),
                job,
                known: vec![vec![MonthAnswer::default(); months]; subjects],
                range: vec![vec![MonthRange::default(); months]; subjects],
                asks_open_reading: vec![false; subjects],
            })
        };
        program.rules.iter().filter_map(one).collect()
    }
}

impl Gathered<'_> {
    fn take_known(&mut self, slots: &Slots<Known>, slice: &Slice, row: usize, subject: usize, span: u64) {
        let view = RowView { slice, rule: self.job.slots, row, span, terms: self.job.terms };
        if let (Some(answer), Some(asks)) = (self.known.get_mut(subject), self.asks_open_reading.get_mut(subject)) {
            view.write(slots, answer);
            *asks |= view.asks_open_reading(slots);
        }
    }

    fn take_range(&mut self, slots: &Slots<Range>, slice: &Slice, row: usize, subject: usize, span: u64) {
        let view = RowView { slice, rule: self.job.slots, row, span, terms: self.job.terms };
        if let Some(answer) = self.range.get_mut(subject) {
            view.write_range(slots, answer);
        }
        self.trace.record(&view, slots, subject);
    }

    fn outcomes(self) -> Vec<Outcome> {
        let Self { job, known, range, asks_open_reading, trace } = self;
        let each = job.table.subjects.iter().zip(known).zip(range).zip(asks_open_reading).enumerate();
        each.map(|(place, (((subject, known), range), asks))| {
            let verdict = Verdict::of(&job, place, known, &range, asks);
            verdict.outcome(&job, place, subject.clone(), trace.reasons(&job, place))
        })
        .collect()
    }
}
