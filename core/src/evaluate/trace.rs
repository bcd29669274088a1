//! Why: every condition of every month, and when time alone will change it.

use super::beneath::Beneath;
use super::calendar::{ReferenceDay, SLICE_MONTHS, Slice};
use super::columns::{FactOf, One};
use super::job::Job;
use super::lane::{MustMay, Range};
use super::outcome::StepAnswer;
use super::program::{MonthsOperand, Program, RuleSlots};
use super::reach::{Reached, Seen};
use super::sheet::{Sheet, positions};
use super::table::{Cell, Row, Table};
use super::terms::Terms;
use super::view::RowView;
use crate::compile::{Number, Plan, Says, Truth, Version};
use crate::model::{Content, FactIndex, FactType, InstanceIndex, WITHOUT_END};
use crate::value::{Date, Month, Set};

/// Which condition a reason is about.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum ConditionKind {
    /// A condition under which the rule applies, by its place.
    Applies(usize),
    /// Any other named condition, by its place; the last of a limit or an indicator is whether the bound is kept to.
    When(usize),
    /// Whether a step is done, by its place.
    Step(usize),
    /// Whether a way of a step is the one.
    Way(usize, usize),
    /// Whether a way of a step is the one and is to be done at all.
    Only(usize, usize),
    /// Whether the table has an amount for the facts.
    Rate,
    /// Whether another enrolment of the same child is paid in that month.
    PaidElsewhere,
    /// Whether the year's rate is paid in December.
    PaidInDecember,
}

/// The months of a reason, as positions in the window, both included.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Stretch {
    /// The first.
    pub from: usize,
    /// The last.
    pub to: usize,
}

/// A fact as a reason found it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Found {
    /// The fact.
    pub fact: FactIndex,
    /// Whose it is.
    pub named: InstanceIndex,
    /// Its value in the fact's own units; `None` is unknown.
    pub value: Option<i64>,
    /// The items of a set, as the case states them.
    pub items: Vec<String>,
}

/// What one condition says in a stretch of months.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Reason {
    /// Which version of the rule, by its place.
    pub version: usize,
    /// Which condition.
    pub condition: ConditionKind,
    /// Whether it holds; `None` where the facts do not settle it.
    pub holds: Option<bool>,
    /// The months.
    pub stretch: Stretch,
    /// The facts that it reads, as they are in these months.
    pub facts: Vec<Found>,
    /// The month in which time alone changes it.
    pub changes_in: Option<Month>,
}

/// One condition of one rule: where it stands in the program.
pub(super) struct Watched {
    version: usize,
    condition: ConditionKind,
    in_force: MonthsOperand,
    operand: MonthsOperand,
    facts: Vec<FactIndex>,
    /// Whether time alone can change it.
    is_timed: bool,
}

/// What a condition is in a month: nothing where it is not asked, else whether it holds.
type Told = Option<Option<bool>>;

/// Every condition of one rule, for every subject and month.
pub(super) struct Trace<'a> {
    watched: &'a [Watched],
    subjects: usize,
    months: usize,
    /// By condition, then by subject, then by month.
    truths: Vec<Told>,
}

impl<'a> Trace<'a> {
    pub(super) fn new(watched: &'a [Watched], subjects: usize, months: usize) -> Self {
        Self { watched, subjects, months, truths: vec![None; watched.len() * subjects * months] }
    }

    /// The months of a condition for a subject, as places.
    const fn months_of(&self, condition: usize, subject: usize) -> std::ops::Range<usize> {
        let start = (condition * self.subjects + subject) * self.months;
        start..start + self.months
    }

    /// Each condition with what it is in the months of a subject.
    fn of(&self, subject: usize) -> impl Iterator<Item = (&'a Watched, &[Told])> {
        let each = self.watched.iter().enumerate();
        each.map(move |(place, watched)| (watched, self.truths.get(self.months_of(place, subject)).unwrap_or_default()))
    }

    /// Takes down what a row's conditions say.
    pub(super) fn record(&mut self, view: &RowView<'_>, set: Seen<'_>, subject: usize) {
        let paying = view.terms.paying(view.slice);
        for (place, watched) in self.watched.iter().enumerate() {
            let asked = set(watched.in_force).must & view.span;
            let (asked, holds) = match watched.condition {
                ConditionKind::PaidElsewhere => {
                    let (wanted, granted) = (set(view.rule.wanted), set(view.rule.granted));
                    // Only where an earlier enrolment takes the month, or may: elsewhere nothing stands in its way.
                    let taken = (wanted.may & !granted.may) | (wanted.must & !granted.must);
                    (asked & taken, granted)
                }
                ConditionKind::PaidInDecember => (asked & !paying, MustMay::default()),
                // Where nothing can be compared, the bound is neither kept to nor broken.
                ConditionKind::When(_) if !view.rule.figures.is_empty() => {
                    let (holds, answerable) = (set(watched.operand), set(view.rule.answerable));
                    let none = !answerable.must;
                    (asked, MustMay { must: holds.must & !none, may: holds.may | none })
                }
                _ => (asked, set(watched.operand)),
            };
            let months = self.months_of(place, subject);
            let Some(truths) = self.truths.get_mut(months) else { continue };
            for (position, bit) in positions(view.slice, asked) {
                let settled = (holds.must & bit != 0, holds.may & bit != 0);
                if let Some(truth) = truths.get_mut(position) {
                    *truth = Some((settled.0 == settled.1).then_some(settled.0));
                }
            }
        }
    }

    /// The reasons of a subject: a stretch ends where the answer or a fact behind it changes.
    pub(super) fn reasons(&self, job: &Job<'_>, subject: usize, reached: &[Reached]) -> Vec<Reason> {
        let mut reasons: Vec<Reason> = Vec::with_capacity(self.watched.len());
        let asked = |watched: &Watched| !matches!(watched.condition, ConditionKind::Way(..) | ConditionKind::Only(..));
        for (watched, truths) in self.of(subject).filter(|(watched, _)| asked(watched)) {
            let first = reasons.len();
            for (place, row) in job.table.places(subject).zip(job.table.own(subject)) {
                let mut facts = found(job, row, &watched.facts, reached.get(place));
                let mut from = row.from;
                while from <= row.to {
                    let truth = truths.get(from).copied().flatten();
                    let is_same = |position: &usize| truths.get(*position).copied().flatten() == truth;
                    let to = (from..=row.to).take_while(is_same).last().unwrap_or(from);
                    if let Some(holds) = truth {
                        let joins = |last: &&mut Reason| {
                            last.version == watched.version
                                && last.condition == watched.condition
                                && (last.holds, last.stretch.to + 1) == (holds, from)
                                && last.facts == facts
                        };
                        match reasons.last_mut().filter(joins) {
                            Some(last) => last.stretch.to = to,
                            None => {
                                let facts = if to == row.to { std::mem::take(&mut facts) } else { facts.clone() };
                                let (version, condition) = (watched.version, watched.condition);
                                let stretch = Stretch { from, to };
                                reasons.push(Reason { version, condition, holds, stretch, facts, changes_in: None });
                            }
                        }
                    }
                    from = to + 1;
                }
            }
            for reason in reasons.iter_mut().skip(first).filter(|_| watched.is_timed) {
                reason.changes_in = changes_in(job, subject, reason, watched.operand);
            }
        }
        reasons
    }
}

impl Trace<'_> {
    /// Each step of a procedure on the day on which it is judged.
    pub(super) fn steps(&self, job: &Job<'_>, subject: usize) -> Vec<StepAnswer> {
        let mut steps: Vec<StepAnswer> = Vec::new();
        let told = self.of(subject).filter_map(|(watched, truths)| Some((watched, truths.first().copied().flatten()?)));
        for (watched, truth) in told {
            let (ConditionKind::Step(place) | ConditionKind::Way(place, _) | ConditionKind::Only(place, _)) =
                watched.condition
            else {
                continue;
            };
            if steps.len() <= place {
                steps.resize(place + 1, StepAnswer::default());
            }
            let Some(step) = steps.get_mut(place) else { continue };
            step.version = watched.version;
            match watched.condition {
                ConditionKind::Way(_, way) if truth == Some(true) => step.way = Some(way),
                ConditionKind::Step(_) => step.done = truth,
                // Only one way is the one, and another's does not count.
                ConditionKind::Only(_, way) if step.way.is_none_or(|known| known == way) => {
                    step.only = if step.only == Some(false) && step.way.is_none() { None } else { truth };
                }
                _ => {}
            }
        }
        for (place, step) in steps.iter_mut().enumerate() {
            step.due = due(job, subject, place, step);
        }
        steps
    }
}

/// The day by which a step must be done: that of its one way, if it may have to be done at all.
fn due(job: &Job<'_>, subject: usize, place: usize, step: &StepAnswer) -> Option<Date> {
    let rule = job.plan.book.rules.get(job.slots.rule.0)?;
    let Says::Steps(steps) = &rule.versions.get(step.version)?.says else { return None };
    let act = steps.get(place)?.ways.get(step.way?)?.act.as_ref()?;
    let due = act.due.filter(|_| step.only != Some(false))?;
    let row = job.table.own(subject).first()?;
    let cell = row.cells.get(job.table.place(due.fact.into())?).filter(|cell| cell.unknown.is_none())?;
    let day = i32::try_from(cell.value).ok().filter(|_| cell.value != WITHOUT_END).map(Date::from_number)?;
    let moved = day.plus_months(due.shift.months)?;
    let moved = Date::from_number(moved.number() + due.shift.days);
    match due.working {
        None => Some(moved),
        Some((calendar, days)) => job.plan.book.calendars.get(calendar.0)?.days.after(moved, days),
    }
}

/// Every condition of one rule.
pub(super) fn watched(plan: &Plan, program: &Program, slots: &RuleSlots, terms: Terms) -> Vec<Watched> {
    let versions = plan.book.rules.get(slots.rule.0).map(|rule| rule.versions.as_slice()).unwrap_or_default();
    let mut all = Vec::new();
    for (place, (of_version, version)) in slots.trace.iter().zip(versions).enumerate() {
        let mut add = |condition, operand, mut facts: Vec<FactIndex>| {
            // A fact that no step of the condition reads may still have a column, for the sake of another rule.
            if !matches!(condition, ConditionKind::Rate) {
                let read = Beneath::of(program, operand).facts;
                facts.retain(|fact| read.iter().any(|of| of.fact == *fact && is_told(*of)));
            }
            let is_timed = truth_of(version, condition).is_some_and(|truth| !truth.time_terms().is_empty());
            let in_force = of_version.in_force;
            all.push(Watched { version: place, condition, in_force, operand, facts, is_timed });
        };
        for (number, (operand, condition)) in of_version.applies.iter().zip(&version.applies).enumerate() {
            add(ConditionKind::Applies(number), *operand, condition.truth.facts());
        }
        let others = version.conditions().skip(version.applies.len());
        for (number, (operand, condition)) in of_version.conditions.iter().zip(others).enumerate() {
            add(ConditionKind::When(number), *operand, condition.truth.facts());
        }
        if let Says::Steps(steps) = &version.says {
            for (number, (ways, step)) in of_version.steps.iter().zip(steps).enumerate() {
                for (way, (selected, _, only)) in ways.iter().enumerate() {
                    add(ConditionKind::Way(number, way), *selected, Vec::new());
                    add(ConditionKind::Only(number, way), *only, Vec::new());
                }
                let acts = step.ways.iter().filter_map(|way| way.act.as_ref());
                let done = acts.flat_map(|act| act.only.facts().into_iter().chain(act.done.facts()));
                let facts: Set<FactIndex> = done.chain(step.selector).collect();
                let facts: Vec<FactIndex> = facts.into_iter().collect();
                let operand = slots.steps.get(number).copied().unwrap_or(MonthsOperand::Constant(false));
                add(ConditionKind::Step(number), operand, facts);
            }
        }
        if let Says::Rate(rate) = &version.says {
            // Where every value has an amount, the facts still say which amount it is.
            let facts = reached(slots, rate);
            if of_version.has_rate != MonthsOperand::Constant(true) || !facts.is_empty() {
                add(ConditionKind::Rate, of_version.has_rate, facts);
            }
        }
        if slots.single.is_some() && slots.wanted != slots.granted {
            add(ConditionKind::PaidElsewhere, slots.granted, Vec::new());
        }
        if terms.december_only {
            add(ConditionKind::PaidInDecember, MonthsOperand::Constant(false), Vec::new());
        }
    }
    all
}

/// The facts of a number that the chosen readings leave in reach.
fn reached(slots: &RuleSlots, number: &Number) -> Vec<FactIndex> {
    number.facts().into_iter().filter(|fact| slots.facts.contains(&(*fact).into())).collect()
}

/// The facts that a condition reads, as they are in a row; those that a choice leaves out are not read.
fn found(job: &Job<'_>, row: &Row, facts: &[FactIndex], reached: Option<&Reached>) -> Vec<Found> {
    let is_read = |of: &FactOf| reached.is_none_or(|reached| reached.holds(*of));
    let of_fact = |fact: &FactIndex| {
        let start = job.table.facts.partition_point(|of| of.fact < *fact);
        let fact = *fact;
        job.table.facts.iter().skip(start).copied().take_while(move |of| of.fact == fact).filter(|of| is_told(*of))
    };
    let all = facts.iter().flat_map(of_fact).filter(is_read);
    let each = all.filter_map(|of| Some((of, row.cells.get(job.table.place(of)?)?)));
    let there = each.filter(|(of, cell)| of.one.is_none() || !cell.is_absent);
    there
        .map(|(of, cell)| Found {
            fact: of.fact,
            named: cell.named,
            value: cell.unknown.is_none().then_some(cell.value),
            items: items(job, row, of.fact, cell),
        })
        .collect()
}

/// The items of a set in a row.
fn items(job: &Job<'_>, row: &Row, fact: FactIndex, cell: &Cell) -> Vec<String> {
    if !matches!(job.vocabulary().fact_at(fact).map(|fact| &fact.kind), Some(FactType::Set { .. })) {
        return Vec::new();
    }
    let line = job.case.get(cell.named).and_then(|instance| instance.line(fact));
    let day = job.window.months().nth(row.from).map(|month| job.reference.of(month));
    match line.zip(day).and_then(|(line, day)| line.on(day)) {
        Some(Content::Texts(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}

/// Whether a fact is told where a condition reads it: those of every thing of a case would be too many.
const fn is_told(of: FactOf) -> bool {
    matches!(of.one, None | Some(One::Held(_)))
}

/// The first month after a reason's stretch in which, with the same facts, its condition is otherwise.
fn changes_in(job: &Job<'_>, subject: usize, reason: &Reason, operand: MonthsOperand) -> Option<Month> {
    let holds = reason.holds?;
    if matches!(job.reference, ReferenceDay::On(_)) {
        return None;
    }
    let version = job.plan.book.rules.get(job.slots.rule.0)?.versions.get(reason.version)?;
    let truth = truth_of(version, reason.condition)?;
    let terms = truth.time_terms();
    let row = job.table.own(subject).iter().find(|row| (row.from..=row.to).contains(&reason.stretch.to))?;
    let last = job.slices.iter().flat_map(|slice| &slice.months).nth(reason.stretch.to)?;
    let flips = terms.iter().filter_map(|term| flip(job.plan, job.table, row, job.reference, term));
    let mut months: Vec<Month> = flips.filter(|month| month > last).collect();
    if terms.iter().any(|term| matches!(term, Truth::OfYear(_))) {
        // What a month of the year decides changes within a year of whatever else does.
        let from: Vec<Month> = std::iter::once(*last).chain(months.iter().copied()).collect();
        months.extend(from.into_iter().flat_map(|month| (1..=12).filter_map(move |more| month.plus(more))));
    }
    months.sort_unstable();
    months.dedup();
    months.truncate(SLICE_MONTHS);
    if months.is_empty() {
        return None;
    }
    let days = months.iter().map(|month| job.reference.of(*month)).collect();
    let slice = Slice { start: 0, months, days };
    let one = Row { subject: 0, from: 0, to: slice.months.len(), cells: row.cells.clone() };
    let (subjects, groups) = (Vec::new(), Vec::new());
    let table = Table { subjects, facts: job.table.facts.clone(), rows: vec![one], unknowns: Vec::new(), groups };
    let mut changed = None;
    Sheet::new(&table, &slice, &[0], 1, |_, _| None).run::<Range>(
        &table,
        job.program,
        job.vocabulary(),
        &slice,
        &mut |slots, row, _| {
            let truth = slots.month_set(operand, row);
            let other = |bit: u64| if holds { truth.may & bit == 0 } else { truth.must & bit != 0 };
            changed = positions(&slice, u64::MAX).find(|(_, bit)| other(*bit)).map(|(position, _)| position);
        },
    );
    slice.months.get(changed?).copied()
}

fn truth_of(version: &Version, condition: ConditionKind) -> Option<&Truth> {
    match condition {
        ConditionKind::Applies(place) => version.applies.get(place).map(|condition| &condition.truth),
        ConditionKind::When(place) => version.asked(place).map(|condition| &condition.truth),
        _ => None,
    }
}

/// The first month in which a term that looks at time is true.
fn flip(plan: &Plan, table: &Table, row: &Row, reference: ReferenceDay, term: &Truth) -> Option<Month> {
    let date = |fact: FactIndex| {
        let cell = row.cells.get(table.place(fact.into())?)?;
        let known = cell.unknown.is_none() && cell.value != WITHOUT_END;
        known.then(|| i32::try_from(cell.value).ok().map(Date::from_number))?
    };
    let day = match term {
        Truth::Since(day) => *day,
        Truth::Reached { fact, shift, after } => {
            let shift = plan.fixed(*shift);
            let moved = date(*fact)?.plus_months(shift.months)?;
            Date::from_number(moved.number() + shift.days + i32::from(*after))
        }
        Truth::Aged { fact, age } => {
            let age = plan.fixed_age(*age);
            let moved = date(*fact)?.plus_months(age.shift.months)?;
            return Date::from_number(moved.number() + age.shift.days).month().plus(age.months);
        }

        _ => return None,
    };
    let month = day.month();
    if reference.of(month) >= day { Some(month) } else { month.plus(1) }
}
