//! One round of an evaluation: the rules that share their subjects and their reference day, and so one table.

use super::answer::MonthAnswer;
use super::beneath::Beneath;
use super::calendar::{ReferenceDay, Slice};
use super::columns::FactOf;
use super::job::Job;
use super::kin::Around;
use super::lane::{Known, Range};
use super::outcome::{Outcome, Question};
use super::place::place_fact;
use super::program::{Choices, Program, Purpose};
use super::reach::{Reached, Walk};
use super::sheet::Sheet;
use super::slots::Slots;
use super::table::{Subject, Table, subjects};
use super::terms::{Terms, is_head_count};
use super::trace::Trace;
use super::verdict::Verdict;
use super::view::{MonthRange, RowView};
use crate::compile::{Kind, Plan, REFERENCE_DAY, Rule, RuleIndex};
use crate::model::{Facts, ThingIndex};
use crate::value::{Date, Window};

/// Rules that share their subjects and their reference day.
pub(super) struct Round {
    things: Vec<ThingIndex>,
    pub(super) reference: ReferenceDay,
    pub(super) window: Window,
    pub(super) rules: Vec<RuleIndex>,
    /// The one subject that it is for; none for every subject of the case.
    only: Option<Subject>,
    /// Whether its months are taken by calendar years.
    annual: bool,
}

/// The rounds that a question takes.
pub(super) fn rounds(plan: &Plan, case: &Facts, question: &Question) -> Vec<Round> {
    let head_count = is_head_count(plan, &question.choices);
    let chosen = reference_day(plan, &question.choices);
    let mut rounds: Vec<Round> = Vec::new();
    for index in &question.rules {
        let Some(rule) = plan.book.rules.get(index.0) else { continue };
        let (reference, window) = match judged_on(rule, question.window) {
            Some(day) => (ReferenceDay::On(day), Window::of_month(day.month())),
            // A head count at the year's end judges every month on its last day, whatever the reading says.
            None if Terms::of(rule, 2, head_count).december_only => (ReferenceDay::Last, question.window),
            None => (chosen, question.window),
        };
        let annual = rule.benefit.as_ref().is_some_and(|benefit| benefit.annual);
        let new = |only| {
            let (things, rules) = (rule.subject.clone(), vec![*index]);
            Round { things, reference, window, rules, only, annual }
        };
        if plan.rules.get(index.0).is_some_and(|plan| plan.has_kin) {
            // Who stands around a subject is its own.
            let all = subjects(case, &plan.book.vocabulary, &rule.subject);
            rounds.extend(all.into_iter().map(|subject| new(Some(subject))));
            continue;
        }
        let same = |round: &&mut Round| {
            (&round.things, &round.only, round.annual) == (&rule.subject, &None, annual)
                && (round.reference, round.window) == (reference, window)
        };
        match rounds.iter_mut().find(same) {
            Some(round) => round.rules.push(*index),
            None => rounds.push(new(None)),
        }
    }
    rounds
}

/// The one day on which a rule of some kinds is judged: the last of the window, or the day by which it is due.
fn judged_on(rule: &Rule, window: Window) -> Option<Date> {
    let last = window.to().last_day();
    match rule.kind {
        Kind::Indicator => Some(rule.due.map_or(last, |due| due.min(last))),
        Kind::Procedure => Some(last),
        _ => None,
    }
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
    /// By row of the table; empty where no choice is guarded and every row reaches the same.
    reached: Vec<Reached>,
    trace: Trace,
}

impl Round {
    /// Whether it is for one subject, or takes its months by calendar years: rows of many are not run by it together.
    pub(super) fn is_own(&self) -> bool {
        self.annual || self.only.is_some()
    }

    /// Runs the round: every row once in each lane, then each subject's verdict.
    pub(super) fn outcomes(&self, plan: &Plan, case: &Facts, question: &Question) -> Vec<Outcome> {
        let vocabulary = &plan.book.vocabulary;
        let subject = self.only.as_ref().map(|subject| subject.instances.as_slice()).unwrap_or_default();
        let around = Around { case: Some(case), subject };
        let program = Program::new(plan, around, &self.rules, &question.choices, Purpose::Reasons);
        let shared: Vec<ThingIndex> = program.rules.iter().filter_map(|rule| rule.single).collect();
        let facts = self.facts(plan, &program, &question.choices);
        let subjects = match &self.only {
            Some(only) => vec![only.clone()],
            None => subjects(case, vocabulary, &self.things),
        };
        let table =
            Table::cut(case, vocabulary, (&self.things, subjects), &facts, &shared, self.window, self.reference);
        let cut = if self.annual { Slice::years } else { Slice::cut };
        let slices = cut(self.window, self.reference);
        let mut gathered = self.gather(plan, around, question, &program, &table, &slices);
        let rows: Vec<usize> = (0..table.rows.len()).collect();
        for slice in &slices {
            let sheet = Sheet::new(&table, slice, &rows, 1, |_, _| None);
            sheet.run::<Known>(&table, &program, vocabulary, slice, &mut |slots, row, place| {
                let Some((subject, span)) = sheet.subject(place) else { return };
                gathered.iter_mut().for_each(|one| one.take_known(slots, slice, row, subject, span));
            });
            sheet.run::<Range>(&table, &program, vocabulary, slice, &mut |slots, row, place| {
                let Some((subject, span)) = sheet.subject(place) else { return };
                let of_table = sheet.rows.get(place).map(|(of_table, ..)| *of_table);
                for one in &mut gathered {
                    one.take_range(slots, slice, row, subject, span);
                    one.take_reached(slots, row, of_table, span);
                }
            });
        }
        gathered.into_iter().flat_map(Gathered::outcomes).collect()
    }

    /// The facts that the table needs: those that steps read, and those that name the paying places.
    fn facts(&self, plan: &Plan, program: &Program, choices: &Choices) -> Vec<FactOf> {
        let places = self.rules.iter().filter_map(|rule| place_fact(plan, *rule, choices));
        let rules = self.rules.iter().filter_map(|rule| plan.book.rules.get(rule.0));
        let dues = rules.flat_map(|rule| &rule.versions).flat_map(|version| version.dues().map(|due| due.fact));
        let named = places.chain(dues).map(FactOf::from);
        let mut facts: Vec<FactOf> = program.facts.iter().copied().chain(named).collect();
        facts.sort_unstable();
        facts.dedup();
        facts
    }

    fn gather<'a>(
        &self,
        plan: &'a Plan,
        around: Around<'a>,
        question: &'a Question,
        program: &'a Program,
        table: &'a Table,
        slices: &'a [Slice],
    ) -> Vec<Gathered<'a>> {
        let head_count = is_head_count(plan, &question.choices);
        let Some(case) = around.case else { return Vec::new() };
        let (subjects, months) = (table.subjects.len(), self.window.len());
        let one = |slots: &'a super::program::RuleSlots| {
            let terms = Terms::of(plan.book.rules.get(slots.rule.0)?, slots.scale, head_count);
            let divides = slots.figures.iter().any(|figures| !figures.over.is_empty());
            let is_guarded = divides || Beneath::is_guarded(program, slots);
            let (choices, reference, window) = (&question.choices, self.reference, self.window);
            let job = Job { plan, case, around, choices, table, slices, program, slots, terms, reference, window };
            Some(Gathered {
                trace: Trace::new(&job, subjects, months),
                job,
                known: vec![vec![MonthAnswer::default(); months]; subjects],
                range: vec![vec![MonthRange::default(); months]; subjects],
                asks_open_reading: vec![false; subjects],
                reached: vec![Reached::default(); if is_guarded { table.rows.len() } else { 0 }],
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

    fn take_reached(&mut self, slots: &Slots<Range>, row: usize, of_table: Option<usize>, span: u64) {
        if let Some(reached) = of_table.and_then(|place| self.reached.get_mut(place)) {
            let walk = Walk { program: self.job.program, slots, row, span };
            reached.join(walk.reached(self.job.slots));
        }
    }

    fn outcomes(self) -> Vec<Outcome> {
        let Self { job, known, range, asks_open_reading, reached, trace } = self;
        let each = job.table.subjects.iter().zip(known).zip(range).zip(asks_open_reading).enumerate();
        each.map(|(place, (((subject, known), range), asks))| {
            let verdict = Verdict::of(&job, place, known, &range, asks, &reached);
            let (reasons, steps) = (trace.reasons(&job, place, &reached), trace.steps(&job, place));
            verdict.outcome(&job, place, subject.clone(), reasons, steps, &reached)
        })
        .collect()
    }
}
