//! What a quantity adds up: every source over the table of its things, as far as the facts settle it.

use crate::compile::{Ledger, Plan, RulePlan, Source, ThingIndex, routes};
use crate::evaluate::answer::MonthAnswer;
use crate::evaluate::beneath::Beneath;
use crate::evaluate::calendar::{ReferenceDay, Slice};
use crate::evaluate::completions::{rows_of, unknowns_of};
use crate::evaluate::job::Job;
use crate::evaluate::kin::Around;
use crate::evaluate::lane::{Known, Range};
use crate::evaluate::outcome::Question;
use crate::evaluate::program::{Program, Purpose, RuleSlots};
use crate::evaluate::reach::{Reached, Walk};
use crate::evaluate::round::reference_day;
use crate::evaluate::sheet::Sheet;
use crate::evaluate::slots::Slots;
use crate::evaluate::table::{Ground, Subject, Table, subjects};
use crate::evaluate::terms::{Terms, is_head_count};
use crate::evaluate::verdict::Verdict;
use crate::evaluate::view::{MonthRange, RowView};
use crate::model::Facts;

/// The table of one kind of subject, with what is run over it.
pub(super) struct Board<'a> {
    reference: ReferenceDay,
    /// The one subject that it is for, where a source looks at other things of its family; none for every subject.
    only: Option<Subject>,
    /// The sources, by their places in the ledger.
    sources: Vec<usize>,
    pub(super) slots: Vec<&'a RulePlan>,
    terms: Vec<Terms>,
    program: Program,
    pub(super) table: Table,
    pub(super) slices: Vec<Slice>,
}

/// What sources share that stand on one board.
#[derive(PartialEq)]
struct Key {
    things: Vec<ThingIndex>,
    reference: ReferenceDay,
    annual: bool,
    only: Option<Subject>,
}

/// A source by its place in the ledger, with its slots and terms.
type Placed<'a> = (usize, &'a RulePlan, Terms);

/// One source, with what its rows have shown so far, by subject.
pub(super) struct Shown<'a> {
    pub(super) job: Job<'a>,
    pub(super) slots: &'a RulePlan,
    pub(super) board: usize,
    /// The source, by its place in the ledger.
    pub(super) source: usize,
    /// Its place in the programs of its board.
    pub(super) place: usize,
    known: Vec<Vec<MonthAnswer>>,
    range: Vec<Vec<MonthRange>>,
    asks: Vec<bool>,
    reached: Vec<Reached>,
}

/// Every source of a quantity.
pub(super) struct Sources<'a> {
    pub(super) boards: &'a [Board<'a>],
    /// One for each source, board by board.
    pub(super) all: Vec<Shown<'a>>,
}

/// What one source says of one subject.
pub(super) enum Said {
    /// Nothing that is unknown can change it.
    Settled(Vec<MonthAnswer>),
    /// The rows and the unknowns that it depends on.
    Open { rows: Vec<usize>, unknowns: Vec<usize> },
}

impl<'a> Sources<'a> {
    /// The tables that the sources of a ledger need, one for each kind of subject and day.
    pub(super) fn boards(
        plan: &'a Plan,
        case: &Facts,
        ground: &Ground<'_>,
        question: &Question,
        ledger: &'a Ledger,
    ) -> Vec<Board<'a>> {
        let head_count = is_head_count(plan, &question.choices);
        let chosen = reference_day(plan, &question.choices);
        let mut grouped: Vec<(Key, Vec<Placed<'a>>)> = Vec::new();
        for (place, source) in ledger.sources.iter().enumerate() {
            let (things, slots, terms, annual) = match source {
                Source::Rule(index) => {
                    let (Some(rule), Some(slots)) = (plan.book.rules.get(index.0), plan.rules.get(index.0)) else {
                        continue;
                    };
                    let annual = rule.benefit.as_ref().is_some_and(|benefit| benefit.annual);
                    (rule.subject.clone(), slots, Terms::of(rule, slots.scale, head_count), annual)
                }
                Source::Rate(rate) => {
                    let terms = Terms::of_rate(rate.period, rate.slots.scale, head_count);
                    (vec![rate.of], &rate.slots, terms, false)
                }
            };
            let reference = if terms.december_only { ReferenceDay::Last } else { chosen };
            // Who stands around a subject is its own.
            let each = if slots.has_kin {
                subjects(case, &plan.book.vocabulary, &things).into_iter().map(Some).collect()
            } else {
                vec![None]
            };
            for only in each {
                let key = Key { things: things.clone(), reference, annual, only };
                match grouped.iter_mut().find(|(other, _)| *other == key) {
                    Some((_, all)) => all.push((place, slots, terms)),
                    None => grouped.push((key, vec![(place, slots, terms)])),
                }
            }
        }
        let board = |(key, all): (Key, Vec<Placed<'a>>)| {
            let Key { things, reference, annual, only } = key;
            let slots: Vec<&RulePlan> = all.iter().map(|(_, slots, _)| *slots).collect();
            let subject = only.as_ref().map(|subject| subject.instances.as_slice()).unwrap_or_default();
            let around = Around { case: Some(case), subject };
            let program = Program::of(plan, around, &slots, &question.choices, Purpose::Subjects);
            let shared: Vec<ThingIndex> = program.rules.iter().filter_map(|rule| rule.single).collect();
            let vocabulary = &plan.book.vocabulary;
            let of = match &only {
                Some(only) => vec![only.clone()],
                None => subjects(case, vocabulary, &things),
            };
            let subjects = (&routes(vocabulary, &things)[..], of);
            let table = Table::cut(ground, subjects, &program.facts, &shared, question.window, reference);
            let cut = if annual { Slice::years } else { Slice::cut };
            Board {
                slices: cut(question.window, reference),
                reference,
                only,
                sources: all.iter().map(|(place, ..)| *place).collect(),
                slots,
                terms: all.into_iter().map(|(.., terms)| terms).collect(),
                program,
                table,
            }
        };
        grouped.into_iter().map(board).collect()
    }

    /// Runs every source once in each lane.
    pub(super) fn run(plan: &'a Plan, case: &'a Facts, question: &'a Question, boards: &'a [Board<'a>]) -> Self {
        let mut all: Vec<Shown<'a>> = Vec::new();
        for (number, board) in boards.iter().enumerate() {
            let mut shown = board.shown(plan, case, question, number);
            board.run(plan, &mut shown);
            all.extend(shown);
        }
        Self { boards, all }
    }
}

impl<'a> Board<'a> {
    fn shown(&'a self, plan: &'a Plan, case: &'a Facts, question: &'a Question, number: usize) -> Vec<Shown<'a>> {
        let (subjects, months) = (self.table.subjects.len(), question.window.len());
        let subject = self.only.as_ref().map(|subject| subject.instances.as_slice()).unwrap_or_default();
        let each = self.program.rules.iter().zip(&self.slots).zip(&self.terms).zip(&self.sources).enumerate();
        let shown = each.map(|(place, (((slots, plan_slots), terms), source))| {
            let is_guarded = Beneath::is_guarded(&self.program, slots);
            Shown {
                job: Job {
                    plan,
                    case,
                    around: Around { case: Some(case), subject },
                    choices: &question.choices,
                    table: &self.table,
                    slices: &self.slices,
                    program: &self.program,
                    slots,
                    terms: *terms,
                    reference: self.reference,
                    window: question.window,
                },
                slots: plan_slots,
                board: number,
                source: *source,
                place,
                known: vec![vec![MonthAnswer::default(); months]; subjects],
                range: vec![vec![MonthRange::default(); months]; subjects],
                asks: vec![false; subjects],
                reached: vec![Reached::default(); if is_guarded { self.table.rows.len() } else { 0 }],
            }
        });
        shown.collect()
    }

    fn run(&self, plan: &Plan, shown: &mut [Shown<'_>]) {
        let vocabulary = &plan.book.vocabulary;
        let rows: Vec<usize> = (0..self.table.rows.len()).collect();
        for slice in &self.slices {
            let sheet = Sheet::new(&self.table, slice, &rows, 1, |_, _| None);
            sheet.run::<Known>(&self.table, &self.program, vocabulary, slice, &mut |slots, row, place| {
                let Some((subject, span)) = sheet.subject(place) else { return };
                shown.iter_mut().for_each(|one| one.take_known(slots, slice, row, subject, span));
            });
            sheet.run::<Range>(&self.table, &self.program, vocabulary, slice, &mut |slots, row, place| {
                let Some((subject, span)) = sheet.subject(place) else { return };
                let of_table = sheet.rows.get(place).map(|(of_table, ..)| *of_table);
                for one in shown.iter_mut() {
                    one.take_range(slots, slice, row, subject, span);
                    one.take_reached(&self.program, slots, row, of_table, span);
                }
            });
        }
    }
}

impl Shown<'_> {
    fn view<'v>(&'v self, rule: &'v RuleSlots, slice: &'v Slice, row: usize, span: u64) -> RowView<'v> {
        RowView { slice, rule, row, span, terms: self.job.terms }
    }

    fn take_known(&mut self, slots: &Slots<'_, Known>, slice: &Slice, row: usize, subject: usize, span: u64) {
        let view = RowView { slice, rule: self.job.slots, row, span, terms: self.job.terms };
        if let (Some(answer), Some(asks)) = (self.known.get_mut(subject), self.asks.get_mut(subject)) {
            view.write(slots, answer);
            *asks |= view.asks_open_reading(slots);
        }
    }

    fn take_range(&mut self, slots: &Slots<'_, Range>, slice: &Slice, row: usize, subject: usize, span: u64) {
        let view = RowView { slice, rule: self.job.slots, row, span, terms: self.job.terms };
        if let Some(answer) = self.range.get_mut(subject) {
            view.write_range(slots, answer);
        }
    }

    fn take_reached(
        &mut self,
        program: &Program,
        slots: &Slots<'_, Range>,
        row: usize,
        of_table: Option<usize>,
        span: u64,
    ) {
        if let Some(reached) = of_table.and_then(|place| self.reached.get_mut(place)) {
            let seen = |operand| slots.month_set(operand, row);
            reached.join(Walk { program, seen: &seen, span }.reached(self.job.slots));
        }
    }

    /// What it says of a subject.
    pub(super) fn said(&self, subject: usize) -> Said {
        let rows = rows_of(&self.job, subject);
        let unknowns = unknowns_of(&self.job, subject, &rows, &self.reached);
        let asks = self.asks.get(subject).copied().unwrap_or_default();
        if unknowns.is_empty() && !asks {
            return Said::Settled(self.known.get(subject).cloned().unwrap_or_default());
        }
        match self.range.get(subject) {
            Some(range) if range.iter().all(|month| month.is_settled()) => {
                Said::Settled(range.iter().map(|month| month.answer()).collect())
            }
            _ => Said::Open { rows, unknowns },
        }
    }

    /// What its own completions say of a subject.
    pub(super) fn verdict(&self, subject: usize) -> Verdict {
        let known = self.known.get(subject).cloned().unwrap_or_default();
        let range = self.range.get(subject).map(Vec::as_slice).unwrap_or_default();
        let asks = self.asks.get(subject).copied().unwrap_or_default();
        Verdict::of_slots(&self.job, self.slots, subject, known, range, asks, &self.reached)
    }

    /// The ends of each month's rate.
    pub(super) fn ends(&self, subject: usize) -> Vec<(i128, i128)> {
        self.range.get(subject).into_iter().flatten().map(|month| month.ends()).collect()
    }

    /// Writes what a row of a completion says into an answer.
    pub(super) fn write(
        &self,
        program: &Program,
        slots: &Slots<'_, Known>,
        slice: &Slice,
        (row, span): (usize, u64),
        answer: &mut [MonthAnswer],
    ) {
        if let Some(rule) = program.rules.get(self.place) {
            self.view(rule, slice, row, span).write(slots, answer);
        }
    }
}
