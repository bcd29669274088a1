//! What of a program can be done before any row is seen: once for each slice of a window.

use super::calendar::{Slice, Thresholds, pays_lookup};
use super::columns::{FactOf, bounds_of};
use super::conjunction::Conjunction;
use super::lane::Lane;
use super::lookup::Lookup;
use super::mask::Mask;
use super::program::{MonthsOp, MonthsOperand, NumberOp, NumberOperand, Program, Step};
use super::slots::Plain;
use crate::compile::{Age, Shift};
use crate::model::Vocabulary;
use crate::value::Date;

/// A program made ready for one slice: dates of law and window turned into sets of months, steps that are the same for
/// every row left out, steps over facts with few values worked out.
pub(super) struct Prepared<L: Lane> {
    /// The steps that are left to run for each block of rows.
    pub(super) steps: Vec<Step>,
    /// Conditions that are run as one step.
    pub(super) conjunctions: Vec<Conjunction<L::Set>>,
    /// Between which numbers each fact of the program lies.
    pub(super) bounds: Vec<(i64, i64)>,
    pub(super) plain: Vec<Plain<L::Set>>,
    pub(super) same: Vec<Option<NumberOperand>>,
    /// Every month of the slice.
    pub(super) all: L::Set,
    pub(super) thresholds: Vec<Option<Thresholds<L::Set>>>,
    pub(super) numbers: Vec<Option<Lookup<L::Number>>>,
    pub(super) months: Vec<Option<Lookup<L::Months>>>,
}

impl<L: Lane> Prepared<L> {
    /// Makes a program ready for about so many rows.
    pub(super) fn new(program: &Program, vocabulary: &Vocabulary, slice: &Slice, rows: usize) -> Self {
        let thresholds = program.months.iter().map(|op| match op {
            MonthsOp::Reached(_, shift, after) => Some(Thresholds::new(reached(slice, *shift, *after), rows)),
            MonthsOp::Aged(_, age) => Some(Thresholds::new(aged(slice, *age), rows)),
            _ => None,
        });
        let (mut numbers, mut months) = (Vec::new(), Vec::new());
        if pays_lookup(rows) {
            numbers.extend(program.numbers.iter().map(|op| number_lookup::<L>(op, vocabulary)));
            months.extend(program.months.iter().map(|op| months_lookup::<L>(op, vocabulary)));
        }
        let all = L::Set::of(slice.all());
        let (plain, same) = (plain(program, slice), same::<L>(program));
        let is_run = |step: &&Step| match **step {
            Step::Number(place, _) => same.get(place).is_some_and(Option::is_none),
            Step::Months(place, _) => plain.get(place) == Some(&Plain::No),
            Step::All(..) => true,
        };
        let steps = program.steps.iter().filter(is_run).copied().collect();
        let bounds = program.facts.iter().map(|fact| bounds_of(vocabulary, fact.fact)).collect();
        let conjunctions = Vec::new();
        Self { steps, conjunctions, bounds, plain, same, all, thresholds: thresholds.collect(), numbers, months }
    }
}

impl<L: Lane> Prepared<L> {
    /// The number itself, or what it is the same as.
    pub(super) fn number(&self, operand: NumberOperand) -> NumberOperand {
        match operand {
            NumberOperand::Slot(place) => self.same.get(place).copied().flatten().unwrap_or(operand),
            NumberOperand::Constant(_) => operand,
        }
    }

    /// The place of the step that a set of months is read from; its months where they are the same for every row.
    pub(super) fn place(&self, operand: MonthsOperand) -> Result<usize, L::Set> {
        match operand {
            MonthsOperand::Constant(truth) => Err(L::Set::all_if(truth)),
            MonthsOperand::Slot(place) => match self.plain.get(place) {
                Some(Plain::Months(months)) => Err(*months),
                Some(Plain::As(other)) => Ok(*other),
                Some(Plain::No) | None => Ok(place),
            },
        }
    }
}

/// Of each number what it is the same as: where every fact is known, of the options of an open reading the first.
fn same<L: Lane>(program: &Program) -> Vec<Option<NumberOperand>> {
    let mut same: Vec<Option<NumberOperand>> = Vec::with_capacity(program.numbers.len());
    for op in &program.numbers {
        let of = |operand: NumberOperand| match operand {
            NumberOperand::Slot(place) => same.get(place).copied().flatten().unwrap_or(operand),
            NumberOperand::Constant(_) => operand,
        };
        let first = match op {
            NumberOp::Pick(options) if !L::SEES_UNKNOWN => options.first().copied().map(of),
            _ => None,
        };
        same.push(first);
    }
    same
}

/// A table of numbers of the law by a fact with few values.
fn number_lookup<L: Lane>(op: &NumberOp, vocabulary: &Vocabulary) -> Option<Lookup<L::Number>> {
    let NumberOp::Table(fact, arms) = op else { return None };
    let cell = |operand: NumberOperand| match operand {
        NumberOperand::Constant(value) => Some(value),
        NumberOperand::Slot(_) => None,
    };
    let arms: Option<Vec<_>> = arms.iter().map(|arm| Some(arm.with(cell(arm.cell)?))).collect();
    let (arms, bounds) = (arms?, bounds_of(vocabulary, fact.fact));
    Lookup::new(bounds, |value, known| {
        let cell = L::cell(value, known, bounds);
        let arms = arms.iter();
        arms.fold(L::no_number(), |so_far, arm| L::arm_number(so_far, cell, (arm.from, arm.to), L::number(arm.cell)))
    })
}

/// A comparison of a fact with few values with options, or a table of truths by it.
fn months_lookup<L: Lane>(op: &MonthsOp, vocabulary: &Vocabulary) -> Option<Lookup<L::Months>> {
    let of = |fact: &FactOf| bounds_of(vocabulary, fact.fact);
    match op {
        MonthsOp::Is(fact, bits) => {
            let bounds = of(fact);
            Lookup::new(bounds, |value, known| L::is(L::cell(value, known, bounds), *bits))
        }
        MonthsOp::Table(fact, arms) => {
            let bounds = of(fact);
            let cell = |operand: MonthsOperand| match operand {
                MonthsOperand::Constant(truth) => Some(truth),
                MonthsOperand::Slot(_) => None,
            };
            let arms: Option<Vec<_>> = arms.iter().map(|arm| Some(arm.with(cell(arm.cell)?))).collect();
            let arms = arms?;
            Lookup::new(bounds, |value, known| {
                let cell = L::cell(value, known, bounds);
                let arms = arms.iter();
                arms.fold(L::no_months(), |so_far, arm| {
                    let months = L::months(L::Set::all_if(arm.cell));
                    L::arm_months(so_far, cell, (arm.from, arm.to), months)
                })
            })
        }
        _ => None,
    }
}

/// The steps that are the same for every row, or the same as another step.
fn plain<M: Mask>(program: &Program, slice: &Slice) -> Vec<Plain<M>> {
    let all = M::of(slice.all());
    let mut plain: Vec<Plain<M>> = Vec::with_capacity(program.months.len());
    for (place, op) in program.months.iter().enumerate() {
        let of = |operand: MonthsOperand| match operand {
            MonthsOperand::Constant(truth) => Plain::Months(M::all_if(truth)),
            MonthsOperand::Slot(other) => match plain.get(other) {
                Some(Plain::No) | None => Plain::As(other),
                Some(known) => *known,
            },
        };
        let (none, every) = (|months: M| months & all == M::default(), |months: M| months & all == all);
        let found = match op {
            MonthsOp::Force(days) => Plain::Months(M::of(slice.within(*days))),
            MonthsOp::Since(date) => Plain::Months(M::of(slice.mask(|_, day| day >= *date))),
            MonthsOp::OfYear(months) => {
                Plain::Months(M::of(slice.mask(|month, _| months >> (month.of_year() - 1) & 1 == 1)))
            }
            MonthsOp::Last => Plain::Months(M::of(1 << slice.months.len().saturating_sub(1))),
            MonthsOp::Not(a) => match of(*a) {
                Plain::Months(months) => Plain::Months(!months),
                _ => Plain::No,
            },
            MonthsOp::And(a, b) => match (of(*a), of(*b)) {
                (Plain::Months(a), Plain::Months(b)) => Plain::Months(a & b),
                (Plain::Months(a), other) | (other, Plain::Months(a)) if none(a) || every(a) => {
                    if none(a) {
                        Plain::Months(M::default())
                    } else {
                        other
                    }
                }
                (a, b) if a == b => a,
                _ => Plain::No,
            },
            MonthsOp::Or(a, b) => match (of(*a), of(*b)) {
                (Plain::Months(a), Plain::Months(b)) => Plain::Months(a | b),
                (Plain::Months(a), other) | (other, Plain::Months(a)) if none(a) || every(a) => {
                    if every(a) {
                        Plain::Months(M::ALL)
                    } else {
                        other
                    }
                }
                (a, b) if a == b => a,
                _ => Plain::No,
            },
            _ => Plain::No,
        };
        plain.push(if found == Plain::As(place) { Plain::No } else { found });
    }
    plain
}

/// The latest date fact that has come to each reference day with its period added.
fn reached(slice: &Slice, shift: Shift, after: bool) -> Vec<i32> {
    let latest =
        |day: &Date| Date::from_number(day.number() - i32::from(after) - shift.days).latest_reaching(shift.months);
    slice.days.iter().map(latest).collect()
}

/// The latest date fact whose month, with its period added, lies so many months before each month.
fn aged(slice: &Slice, age: Age) -> Vec<i32> {
    slice.months.iter().map(|month| age.latest(*month).unwrap_or(i32::MIN)).collect()
}
