//! One round of an evaluation: the rules that share their subjects and their reference day, and so one table.

use super::answer::MonthAnswer;
use super::beneath::Beneath;
use super::calendar::{ReferenceDay, Slice, pays_lookup};
use super::columns::FactOf;
use super::job::Job;
use super::kin::Around;
use super::lane::{Known, MustMay, Range};
use super::outcome::{Outcome, Question};
use super::place::place_fact;
use super::prepared::Prepared;
use super::program::{Choices, Program, Purpose, RuleSlots};
use super::reach::{Reached, Seen, Walk};
use super::sheet::Sheet;
use super::slots::{SlotRoom, Slots};
use super::table::{Ground, Subject, Table, subjects};
use super::terms::{Terms, is_head_count};
use super::trace::{Trace, Watched, watched};
use super::verdict::Verdict;
use super::view::{MonthRange, RowView};
use crate::compile::{Kind, Plan, REFERENCE_DAY, Route, Rule, RuleIndex, Source, routes};
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
        let window = window_of(rule, question.window);
        let reference = match judged_on(rule, question.window) {
            Some(day) => ReferenceDay::On(day),
            // A head count at the year's end judges every month on its last day, whatever the reading says.
            None if Terms::of(rule, 2, head_count).december_only || counts_heads(plan, *index, head_count) => {
                ReferenceDay::Last
            }
            None => chosen,
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

/// The months that a rule speaks of where others are asked about.
pub(crate) fn window_of(rule: &Rule, window: Window) -> Window {
    judged_on(rule, window).map_or(window, |day| Window::of_month(day.month()))
}

/// Whether a quantity counts a yearly rate of its own by a head count at the year's end.
fn counts_heads(plan: &Plan, index: RuleIndex, head_count: bool) -> bool {
    let sources = plan.rules.get(index.0).and_then(|rule| rule.ledger.as_ref()).map(|ledger| ledger.sources.as_slice());
    sources.unwrap_or_default().iter().any(|source| match source {
        Source::Rate(rate) => Terms::of_rate(rate.period, rate.slots.scale, head_count).december_only,
        Source::Rule(_) => false,
    })
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

/// What of a round no case changes: a program for the things of one case, such as one that sums over them, is made for
/// that case alone.
pub(super) struct Ready {
    pub(super) program: Program,
    /// The things that its subjects reach.
    routes: Vec<(ThingIndex, Route)>,
    /// The things that subjects share.
    shared: Vec<ThingIndex>,
    /// The facts that the table needs.
    facts: Vec<FactOf>,
    slices: Vec<Slice>,
    /// Whether anything depends on a reading that is open.
    is_open: bool,
    /// For each slice the program made ready for few rows, in both lanes.
    few: Vec<(Prepared<Known>, Prepared<Range>)>,
    /// In the order of the program's.
    rules: Vec<Option<ReadyRule>>,
}

/// What of a rule no case changes.
struct ReadyRule {
    terms: Terms,
    is_guarded: bool,
    watched: Vec<Watched>,
}

/// Slots that rounds use one after another.
#[derive(Default)]
pub(super) struct Lanes {
    known: SlotRoom<Known>,
    range: SlotRoom<Range>,
}

/// One rule of a round, with what its rows have shown so far, by subject.
struct Gathered<'a> {
    job: Job<'a>,
    known: Vec<Vec<MonthAnswer>>,
    /// Empty where nothing is unknown or open.
    range: Vec<Vec<MonthRange>>,
    asks_open_reading: Vec<bool>,
    /// By row of the table; empty where no choice is guarded and every row reaches the same.
    reached: Vec<Reached>,
    trace: Trace<'a>,
}

impl Round {
    /// Whether it is for one subject, or takes its months by calendar years: rows of many are not run by it together.
    pub(super) fn is_own(&self) -> bool {
        self.annual || self.only.is_some()
    }

    /// What of the round no case changes, if its program is not made for one.
    pub(super) fn ready(&self, plan: &Plan, around: Around<'_>, question: &Question) -> Ready {
        let vocabulary = &plan.book.vocabulary;
        let program = Program::new(plan, around, &self.rules, &question.choices, Purpose::Reasons);
        let head_count = is_head_count(plan, &question.choices);
        let rule = |slots: &RuleSlots| {
            let terms = Terms::of(plan.book.rules.get(slots.rule.0)?, slots.scale, head_count);
            let divides = slots.figures.iter().any(|figures| !figures.over.is_empty());
            let is_guarded = divides || Beneath::is_guarded(&program, slots);
            Some(ReadyRule { terms, is_guarded, watched: watched(plan, &program, slots, terms) })
        };
        let cut = if self.annual { Slice::years } else { Slice::cut };
        let slices = cut(self.window, self.reference);
        let few = |slice: &Slice| {
            (Prepared::new(&program, vocabulary, slice, 0), Prepared::new(&program, vocabulary, slice, 0))
        };
        Ready {
            rules: program.rules.iter().map(rule).collect(),
            routes: routes(vocabulary, &self.things),
            shared: program.rules.iter().filter_map(|rule| rule.single).collect(),
            facts: self.facts(plan, &program, &question.choices),
            few: slices.iter().map(few).collect(),
            slices,
            is_open: program.is_open(),
            program,
        }
    }

    fn around<'a>(&'a self, case: &'a Facts) -> Around<'a> {
        let subject = self.only.as_ref().map(|subject| subject.instances.as_slice()).unwrap_or_default();
        Around { case: Some(case), subject }
    }

    /// Runs the round: every row once in each lane, then each subject's verdict. What is not ready is made so for the
    /// case, if it has a subject at all.
    pub(super) fn outcomes(
        &self,
        plan: &Plan,
        ground: &Ground<'_>,
        question: &Question,
        ready: Option<&Ready>,
        lanes: &mut Lanes,
        outcomes: &mut Vec<Outcome>,
    ) {
        let (case, vocabulary) = (ground.case, &plan.book.vocabulary);
        let subjects = match &self.only {
            Some(only) => vec![only.clone()],
            None => subjects(case, vocabulary, &self.things),
        };
        if subjects.is_empty() {
            return;
        }
        let anew;
        let ready = match ready {
            Some(ready) => ready,
            None => {
                anew = self.ready(plan, self.around(case), question);
                &anew
            }
        };
        let Ready { program, slices, .. } = ready;
        let subjects = (&ready.routes[..], subjects);
        let table = Table::cut(ground, subjects, &ready.facts, &ready.shared, self.window, self.reference);
        // Where nothing is unknown or open, one lane says all that there is to say.
        let is_settled = table.unknowns.is_empty() && !ready.is_open;
        let mut gathered = self.gather(plan, self.around(case), question, ready, &table, is_settled);
        let rows: Vec<usize> = (0..table.rows.len()).collect();
        for (slice, few) in slices.iter().zip(&ready.few) {
            // Anew for each slice: what the first of several has taken are months of one.
            lanes.known.refit(program);
            lanes.range.refit(program);
            let sheet = Sheet::new(&table, slice, &rows, 1, |_, _| None);
            // Over many rows it pays to work out more beforehand.
            let many = pays_lookup(sheet.rows.len()).then(|| {
                let rows = sheet.rows.len();
                (Prepared::new(program, vocabulary, slice, rows), Prepared::new(program, vocabulary, slice, rows))
            });
            let (known, range) = many.as_ref().unwrap_or(few);
            sheet.run_ready(&table, program, known, &mut lanes.known, &mut |slots, row, place| {
                let Some((subject, span)) = sheet.subject(place) else { return };
                let of_table = sheet.rows.get(place).map(|(of_table, ..)| *of_table);
                for one in &mut gathered {
                    one.take_known(slots, slice, row, subject, span);
                    if is_settled {
                        let certain = |months| MustMay { must: months, may: months };
                        let seen = |operand| certain(slots.month_set(operand, row));
                        one.take_trace(&seen, slice, row, (of_table, subject), span);
                    }
                }
            });
            if is_settled {
                continue;
            }
            sheet.run_ready(&table, program, range, &mut lanes.range, &mut |slots, row, place| {
                let Some((subject, span)) = sheet.subject(place) else { return };
                let of_table = sheet.rows.get(place).map(|(of_table, ..)| *of_table);
                for one in &mut gathered {
                    one.take_range(slots, slice, row, subject, span);
                    let seen = |operand| slots.month_set(operand, row);
                    one.take_trace(&seen, slice, row, (of_table, subject), span);
                }
            });
        }
        gathered.into_iter().for_each(|one| one.tell(outcomes));
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
        ready: &'a Ready,
        table: &'a Table,
        is_settled: bool,
    ) -> Vec<Gathered<'a>> {
        let Some(case) = around.case else { return Vec::new() };
        let Ready { program, slices, .. } = ready;
        let (subjects, months) = (table.subjects.len(), self.window.len());
        let one = |(slots, rule): (&'a RuleSlots, &'a Option<ReadyRule>)| {
            let ReadyRule { terms, is_guarded, watched } = rule.as_ref()?;
            let (choices, reference, window) = (&question.choices, self.reference, self.window);
            let terms = *terms;
            let job = Job { plan, case, around, choices, table, slices, program, slots, terms, reference, window };
            Some(Gathered {
                trace: Trace::new(watched, subjects, months),
                job,
                known: vec![vec![MonthAnswer::default(); months]; subjects],
                range: vec![vec![MonthRange::default(); months]; if is_settled { 0 } else { subjects }],
                asks_open_reading: vec![false; subjects],
                reached: vec![Reached::default(); if *is_guarded { table.rows.len() } else { 0 }],
            })
        };
        program.rules.iter().zip(&ready.rules).filter_map(one).collect()
    }
}

impl Gathered<'_> {
    fn take_known(&mut self, slots: &Slots<'_, Known>, slice: &Slice, row: usize, subject: usize, span: u64) {
        let view = RowView { slice, rule: self.job.slots, row, span, terms: self.job.terms };
        if let (Some(answer), Some(asks)) = (self.known.get_mut(subject), self.asks_open_reading.get_mut(subject)) {
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

    /// What its reasons need of a row, and what the row reaches.
    fn take_trace(
        &mut self,
        seen: Seen<'_>,
        slice: &Slice,
        row: usize,
        (of_table, subject): (Option<usize>, usize),
        span: u64,
    ) {
        let view = RowView { slice, rule: self.job.slots, row, span, terms: self.job.terms };
        self.trace.record(&view, seen, subject);
        if let Some(reached) = of_table.and_then(|place| self.reached.get_mut(place)) {
            reached.join(Walk { program: self.job.program, seen, span }.reached(self.job.slots));
        }
    }

    fn tell(self, outcomes: &mut Vec<Outcome>) {
        let Self { job, known, range, asks_open_reading, reached, trace } = self;
        let each = job.table.subjects.iter().zip(known).zip(asks_open_reading).enumerate();
        outcomes.extend(each.map(|(place, ((subject, known), asks))| {
            let range = range.get(place).map(Vec::as_slice).unwrap_or_default();
            let verdict = Verdict::of(&job, place, known, range, asks, &reached);
            let (reasons, steps) = (trace.reasons(&job, place, &reached), trace.steps(&job, place));
            verdict.outcome(&job, place, subject.clone(), reasons, steps, &reached)
        }));
    }
}
