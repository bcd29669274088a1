//! The door for columns: each row stands alone, and only amounts are asked for.

use super::calendar::{ReferenceDay, Slice};
use super::columns::Columns;
use super::kernel::{BLOCK_ROWS, Prepared};
use super::lane::Narrow;
use super::program::{Choices, Program, Purpose, RuleSlots};
use super::round::reference_day;
use super::slots::Slots;
use super::sums::Sums;
use super::terms::{Terms, is_head_count};
use crate::compile::{Plan, RuleIndex, RulePlan};
use crate::value::Window;

/// A plan made ready for rows: a window, some rules, and readings that are all chosen.
pub struct Batch<'a> {
    plan: &'a Plan,
    program: Program,
    slices: Vec<Slice>,
    terms: Vec<Terms>,
    sums: Sums,
}

/// The amounts of one rule in fen, a row each; callers keep and reuse it.
pub type BatchAmounts = Vec<i64>;

impl<'a> Batch<'a> {
    /// Makes a plan ready; `None` if a rule has no amount, if its numbers may leave 64 bits, or if it is paid by a head
    /// count, which judges its months on another day.
    #[must_use]
    pub fn new(plan: &'a Plan, rules: &[RuleIndex], choices: &Choices, window: Window) -> Option<Self> {
        let head_count = is_head_count(plan, choices);
        if !rules.iter().all(|index| plan.rules.get(index.0).is_some_and(|rule| rule.is_narrow)) {
            return None;
        }
        let (sums, run) = Sums::of(plan, rules)?;
        let terms: Option<Vec<Terms>> = run.iter().map(|run| run.terms(plan, head_count)).collect();
        let terms = terms?;
        let slots: Vec<&RulePlan> = run.into_iter().map(|run| run.slots).collect();
        let program = Program::of(plan, None, &slots, choices, Purpose::Rows);
        if !terms.iter().all(|terms| terms.has_amount) {
            return None;
        }
        let reference = reference_day(plan, choices);
        if reference != ReferenceDay::Last && terms.iter().any(|terms| terms.december_only) {
            return None;
        }
        Some(Self { plan, program, slices: Slice::cut(window, reference), terms, sums })
    }

    /// Writes each rule's amounts over the rows, and tells the rows whose amounts mean nothing, each once: a fact
    /// that a rule reads is unknown there, or the facts lead to a reading that is open.
    #[must_use]
    pub fn amounts(&self, columns: &Columns<'_>, out: &mut [BatchAmounts]) -> Vec<usize> {
        let rows = columns.rows;
        let mut unsettled = self.unknown(columns);
        for amounts in out.iter_mut() {
            amounts.resize(rows, 0);
        }
        let prepared =
            self.slices.iter().map(|slice| Prepared::new(&self.program, &self.plan.book.vocabulary, slice, rows));
        let prepared: Vec<Prepared<'_>> = prepared.collect();
        let mut slots = Slots::<Narrow>::new(&self.program);
        let mut blocks = self.sums.blocks();
        let mut sums = vec![vec![0_i128; BLOCK_ROWS]; self.program.rules.len()];
        for start in (0..rows).step_by(BLOCK_ROWS) {
            let length = BLOCK_ROWS.min(rows - start);
            let one = prepared.len() == 1;
            let stands = || self.sums.stands.iter().zip(&self.terms);
            for (slice, prepared) in self.slices.iter().zip(&prepared) {
                prepared.run(columns, start, length, &mut slots);
                self.open(slice.all(), &slots, start..start + length, &mut unsettled);
                for ((rule, (stand, terms)), sums) in self.program.rules.iter().zip(stands()).zip(&mut sums) {
                    let all = slice.all() & terms.paying(slice);
                    let Some(out) = stand.rows(out, &mut blocks, start, length) else { continue };
                    sum_block(rule, &slots, all, out);
                    if one {
                        terms.round(out);
                    } else {
                        sums.iter_mut().zip(&*out).for_each(|(sum, part)| *sum += i128::from(*part));
                    }
                }
            }
            if !one {
                for ((stand, terms), sums) in stands().zip(&mut sums) {
                    let Some(out) = stand.rows(out, &mut blocks, start, length) else { continue };
                    for (out, sum) in out.iter_mut().zip(sums) {
                        *out = i64::try_from(terms.amount(*sum)).unwrap_or(i64::MAX);
                        *sum = 0;
                    }
                }
            }
            self.sums.write(out, &mut blocks, start, length);
        }
        unsettled.sort_unstable();
        unsettled.dedup();
        unsettled
    }

    /// The rows in which a fact that a rule reads is unknown.
    fn unknown(&self, columns: &Columns<'_>) -> Vec<usize> {
        let mut rows = Vec::new();
        for fact in self.program.rules.iter().flat_map(|rule| &rule.facts) {
            match columns.column(*fact).map(|column| column.known) {
                None => rows.extend(0..columns.rows),
                Some(None) => {}
                Some(Some(known)) => {
                    rows.extend(known.iter().enumerate().filter(|(_, known)| !**known).map(|(row, _)| row));
                }
            }
        }
        rows
    }

    /// Adds the rows of a block whose facts lead to a reading that is open.
    fn open(&self, all: u64, slots: &Slots<Narrow>, rows: std::ops::Range<usize>, unsettled: &mut Vec<usize>) {
        for months in self.program.rules.iter().flat_map(|rule| &rule.open) {
            match slots.months_slot(*months) {
                Ok(sets) => {
                    unsettled.extend(rows.clone().zip(sets).filter(|(_, set)| **set & all != 0).map(|(row, _)| row))
                }
                Err(true) => unsettled.extend(rows.clone()),
                Err(false) => {}
            }
        }
    }
}

/// Rate times granted months, for each row of a block: exact in 64 bits by the compiler's proof.
fn sum_block(rule: &RuleSlots, slots: &Slots<Narrow>, all: u64, out: &mut [i64]) {
    out.fill(0);
    for (months, number) in &rule.pieces {
        match (slots.months_slot(rule.granted), slots.months_slot(*months)) {
            (Ok(granted), Ok(months)) => {
                add(slots.number_slot(*number), out, granted.iter().zip(months).map(|(a, b)| a & b & all));
            }
            (Ok(sets), Err(true)) | (Err(true), Ok(sets)) => {
                add(slots.number_slot(*number), out, sets.iter().map(|set| set & all));
            }
            (Err(true), Err(true)) => add(slots.number_slot(*number), out, std::iter::repeat(all)),
            (Err(false), _) | (_, Err(false)) => {}
        }
    }
}

fn add(number: Result<&[i64], i64>, out: &mut [i64], months: impl Iterator<Item = u64>) {
    let rows = out.iter_mut().zip(months);
    let part = |months: u64, rate: i64| i64::from(months.count_ones()).wrapping_mul(rate);
    match number {
        Ok(numbers) => rows.zip(numbers).for_each(|((out, months), rate)| *out = out.wrapping_add(part(months, *rate))),
        Err(rate) => rows.for_each(|(out, months)| *out = out.wrapping_add(part(months, rate))),
    }
}

impl Terms {
    /// Rounds sums of one slice in place.
    fn round(self, sums: &mut [i64]) {
        match i64::try_from(self.divisor()) {
            Ok(1) => {}
            // The divisors that rules have: known to the compiler, a division becomes a multiplication.
            Ok(12) => sums.iter_mut().for_each(|sum| *sum = half_up::<12>(*sum)),
            Ok(10_000) => sums.iter_mut().for_each(|sum| *sum = half_up::<10_000>(*sum)),
            _ => {
                sums.iter_mut().for_each(|sum| *sum = i64::try_from(self.amount(i128::from(*sum))).unwrap_or(i64::MAX))
            }
        }
    }
}

const fn half_up<const DIVISOR: i64>(sum: i64) -> i64 {
    sum.wrapping_mul(2).wrapping_add(DIVISOR).div_euclid(2 * DIVISOR)
}
