//! Completions: every combination of values for what is unknown, run as known rows.

use super::answer::MonthAnswer;
use super::job::Job;
use super::lane::{Known, Range};
use super::points::{Counts, Search};
use super::program::{Choices, NumberOp, Program, Purpose};
use super::reach::Reached;
use super::sheet::Sheet;
use super::view::RowView;
use crate::compile::{ReadingIndex, RulePlan};
use crate::limits::COMPLETIONS;
use crate::model::{Content, FactIndex, FactType, Facts, Vocabulary};

/// One thing that is not known, with the values that are tried for it.
#[derive(Clone, Debug)]
pub(super) enum Axis {
    /// A fact, by its place among the table's unknowns; values that no input could have are left out.
    Fact(usize, Vec<i64>),
    /// An open reading, by its number of options.
    Reading(ReadingIndex, usize),
}

impl Axis {
    pub(super) fn length(&self) -> usize {
        match self {
            Self::Fact(_, values) => values.len(),
            Self::Reading(_, options) => *options,
        }
    }
}

/// Every completion with the number of its answer.
pub(super) struct Completed {
    pub(super) axes: Vec<Axis>,
    /// For each completion, the first axis turning fastest, the place of its answer.
    pub(super) answers: Vec<usize>,
    /// The different answers.
    pub(super) distinct: Vec<Vec<MonthAnswer>>,
}

impl Completed {
    /// How far apart completions stand that differ by one step of an axis.
    pub(super) fn stride(&self, axis: usize) -> usize {
        self.axes.iter().take(axis).map(Axis::length).product()
    }
}

/// The rows that the answer of a subject can depend on: its own, and those of earlier subjects that share.
pub(super) fn rows_of(job: &Job<'_>, subject: usize) -> Vec<usize> {
    let table = job.table;
    let shared = job.slots.single.and_then(|thing| table.groups.iter().find(|shared| shared.thing == thing));
    let Some(shared) = shared else { return table.places(subject).collect() };
    shared.up_to(subject).flat_map(|other| table.places(other)).collect()
}

/// The unknowns that the answer of a subject can depend on, in the order in which they first stand.
pub(super) fn unknowns_of(job: &Job<'_>, subject: usize, rows: &[usize], reached: &[Reached]) -> Vec<usize> {
    let mut unknowns = Vec::new();
    for place in rows {
        let Some(row) = job.table.rows.get(*place) else { continue };
        let facts = match reached.get(*place) {
            Some(reached) if row.subject == subject => &reached.facts,
            _ if row.subject == subject => &job.slots.facts,
            _ => &job.slots.shared,
        };
        let cells = facts.iter().filter_map(|fact| row.cells.get(job.table.place(*fact)?)?.unknown);
        for unknown in cells {
            if !unknowns.contains(&unknown) {
                unknowns.push(unknown);
            }
        }
    }
    unknowns
}

/// Tries every completion of a subject; `None` where there are more than [`COMPLETIONS`].
pub(super) fn complete(
    job: &Job<'_>,
    slots: &RulePlan,
    subject: usize,
    rows: &[usize],
    reached: &[Reached],
) -> Option<Completed> {
    let program = Program::of(job.plan, job.around, &[slots], job.choices, Purpose::Subjects);
    let search = Search {
        program: &program,
        vocabulary: job.vocabulary(),
        table: job.table,
        rows,
        slices: job.slices,
        facts: &job.slots.facts,
        counts: counts(job, &program, rows),
    };
    let tried = search.values();
    let mut axes = Vec::new();
    let mut counted: usize = 1;
    for unknown in unknowns_of(job, subject, rows, reached) {
        let data = job.table.unknowns.get(unknown)?;
        let values = tried.get(&data.fact)?;
        counted = counted.checked_mul(values.len())?;
        let latest = latest_allowed(job.case, job.vocabulary(), data.named, data.fact.fact);
        let most = left_by_others(job.case, job.vocabulary(), data.named, data.fact.fact);
        let is_admissible =
            |value: &i64| latest.is_none_or(|latest| *value <= latest) && most.is_none_or(|most| *value <= most);
        let admissible = values.iter().copied().filter(is_admissible);
        axes.push(Axis::Fact(unknown, admissible.collect()));
    }
    for reading in &job.slots.readings {
        let options = job.plan.book.readings.get(reading.0).map_or(1, |reading| reading.options.len());
        counted = counted.checked_mul(options)?;
        axes.push(Axis::Reading(*reading, options));
    }
    if counted > COMPLETIONS {
        return None;
    }
    let mut completed = Completed { axes, answers: Vec::new(), distinct: Vec::new() };
    // The places of the different answers, the smallest answer first.
    let mut in_order: Vec<usize> = Vec::new();
    let months = months_of(job);
    for choices in chosen(job.choices, &completed.axes) {
        let program = Program::of(job.plan, job.around, &[slots], &choices, Purpose::Subjects);
        for answer in run(job, &program, subject, rows, &completed).chunks(months) {
            let distinct = |place: &usize| completed.distinct.get(*place).map(Vec::as_slice);
            let place = match in_order.binary_search_by(|place| distinct(place).cmp(&Some(answer))) {
                Ok(found) => in_order.get(found).copied().unwrap_or_default(),
                Err(new) => {
                    let next = completed.distinct.len();
                    in_order.insert(new, next);
                    completed.distinct.push(answer.to_vec());
                    next
                }
            };
            completed.answers.push(place);
        }
    }
    Some(completed)
}

/// How many months an answer has.
fn months_of(job: &Job<'_>) -> usize {
    job.slices.iter().map(|slice| slice.months.len()).sum::<usize>().max(1)
}

/// The answers of every combination of values under one choice of readings, one after the other: so many would be too
/// many lists.
fn run(job: &Job<'_>, program: &Program, subject: usize, rows: &[usize], completed: &Completed) -> Vec<MonthAnswer> {
    let facts: Vec<(usize, &[i64], usize)> = completed
        .axes
        .iter()
        .enumerate()
        .filter_map(|(axis, data)| match data {
            Axis::Fact(unknown, values) => Some((*unknown, values.as_slice(), completed.stride(axis))),
            Axis::Reading(..) => None,
        })
        .collect();
    let copies: usize = facts.iter().map(|(_, values, _)| values.len()).product();
    let value = |copy: usize, unknown: usize| {
        let (_, values, stride) = facts.iter().find(|(known, _, _)| *known == unknown)?;
        values.get((copy / stride) % values.len()).copied()
    };
    let months = months_of(job);
    let mut answers = vec![MonthAnswer::default(); copies * months];
    let Some(rule) = program.rules.first() else { return answers };
    for slice in job.slices {
        let sheet = Sheet::new(job.table, slice, rows, copies, value);
        sheet.run::<Known>(job.table, program, job.vocabulary(), slice, &mut |slots, row, place| {
            let (Some((_, of, copy)), Some(span)) = (sheet.rows.get(place), sheet.spans.get(place)) else { return };
            let answer = answers.get_mut(copy * months..(copy + 1) * months);
            if let (true, Some(answer)) = (*of == subject, answer) {
                RowView { slice, rule, row, span: *span, terms: job.terms }.write(slots, answer);
            }
        });
    }
    answers
}

/// For each number that counts months how many they are at least and at most: of each slice, each once.
pub(super) fn counts(job: &Job<'_>, program: &Program, rows: &[usize]) -> Vec<Counts> {
    let counted = program.numbers.iter().enumerate().filter_map(|(place, op)| match op {
        NumberOp::Times(months, _) => Some((place, *months)),
        _ => None,
    });
    let counted: Vec<_> = counted.collect();
    if counted.is_empty() {
        return vec![Counts::new()];
    }
    let mut all: Vec<Counts> = Vec::new();
    for slice in job.slices {
        let mut counts = Counts::new();
        let sheet = Sheet::new(job.table, slice, rows, 1, |_, _| None);
        sheet.run::<Range>(job.table, program, job.vocabulary(), slice, &mut |slots, row, _| {
            for (place, months) in &counted {
                let set = slots.month_set(*months, row);
                let [must, may] = [set.must, set.may].map(|set| i128::from((set & slice.all()).count_ones()));
                let (least, most) = counts.entry(*place).or_insert((must, may));
                (*least, *most) = ((*least).min(must), (*most).max(may));
            }
        });
        if !all.contains(&counts) {
            all.push(counts);
        }
    }
    all
}

/// Every choice of the open readings; the first turns fastest.
pub(super) fn chosen(choices: &Choices, axes: &[Axis]) -> Vec<Choices> {
    let mut all = vec![choices.clone()];
    for axis in axes {
        let Axis::Reading(reading, options) = axis else { continue };
        let mut next = Vec::new();
        for option in 0..*options {
            for known in &all {
                let mut with = known.clone();
                if let Some(place) = with.get_mut(reading.0) {
                    *place = Some(option);
                }
                next.push(with);
            }
        }
        all = next;
    }
    all
}

/// The latest value that an unknown date may have where a known date must not lie before it.
pub(super) fn latest_allowed(
    case: &Facts,
    vocabulary: &Vocabulary,
    named: crate::model::InstanceIndex,
    fact: FactIndex,
) -> Option<i64> {
    let instance = case.get(named)?;
    let later = vocabulary.facts_of(instance.thing).filter(|(_, data)| data.after == Some(fact));
    let ends = later.filter_map(|(later, _)| match instance.line(later)?.0.first()?.content {
        Content::Number(value) => Some(value),
        _ => None,
    });
    ends.min()
}

/// The most that an unknown number may be where a sum must not pass a bound: what the known numbers of the others leave.
pub(super) fn left_by_others(
    case: &Facts,
    vocabulary: &Vocabulary,
    named: crate::model::InstanceIndex,
    fact: FactIndex,
) -> Option<i64> {
    let data = vocabulary.fact_at(fact)?;
    let (most, over) = data.sum_at_most?;
    let FactType::Number { scale, .. } = data.kind else { return None };
    let most = most.at_scale(scale)?;
    let within = |index: crate::model::InstanceIndex| {
        let holders = std::iter::successors(Some(index), |index| case.get(*index).and_then(|instance| instance.holder));
        holders.into_iter().find(|index| case.get(*index).is_some_and(|instance| instance.thing == over))
    };
    let family = within(named)?;
    let thing = case.get(named)?.thing;
    let others = case.of(thing).filter(|(index, _)| *index != named && within(*index) == Some(family));
    let known = others.filter_map(|(_, instance)| match instance.line(fact)?.0.first()?.content {
        Content::Number(value) => Some(value),
        _ => None,
    });
    Some(most - known.sum::<i64>())
}
