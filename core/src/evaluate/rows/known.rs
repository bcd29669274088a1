//! What a rule answers for the rows of a block that are known: states as flags, months counted, rates summed.

use super::verdict::{Flags, GRANTED, NOT_APPLICABLE, REFUSED, UNANSWERED};
use crate::compile::Kind;
use crate::evaluate::integer::Integer;
use crate::evaluate::lane::Known;
use crate::evaluate::mask::Mask;
use crate::evaluate::program::RuleSlots;
use crate::evaluate::slots::Slots;

/// The months of one slice that a rule judges.
#[derive(Clone, Copy)]
pub(super) struct Judged<M> {
    /// Every month.
    pub(super) all: M,
    /// Those in which a rule of its terms can pay.
    pub(super) paying: M,
}

/// What one rule says of the rows of a block, in one slice.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally<N, M> {
    /// The months that are granted.
    pub(super) granted: Vec<M>,
    /// Those that are refused, and those without an answer; the rest of those in force do not apply.
    pub(super) refused: Vec<M>,
    pub(super) unanswered: Vec<M>,
    /// Over the slices so far: which states there are, rates summed, months counted.
    pub(super) flags: Vec<Flags>,
    pub(super) sums: Vec<N>,
    pub(super) counts: Vec<u16>,
}

/// What is asked of a tally.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Asked {
    pub(super) flags: bool,
    pub(super) sums: bool,
    pub(super) counts: bool,
    /// Whether flags are needed for nothing but whether there is an amount.
    pub(super) only_amounts: bool,
}

impl<N: Integer, M: Mask> Tally<N, M> {
    /// Reads a rule's slots.
    pub(super) fn read(
        &mut self,
        rule: &RuleSlots,
        slots: &Slots<Known<N, M>>,
        judged: Judged<M>,
        rows: usize,
        asked: Asked,
        is_first: bool,
    ) {
        if is_first {
            refill(&mut self.flags, if asked.flags { rows } else { 0 }, 0);
            refill(&mut self.counts, if asked.counts { rows } else { 0 }, 0);
            self.sums.resize(if asked.sums { rows } else { 0 }, N::default());
        }
        let Judged { all, paying } = judged;
        refill(&mut self.granted, rows, all & paying);
        for operand in [rule.in_force, rule.applies, rule.answerable, rule.granted] {
            keep(&mut self.granted, slots.months_slot(operand), |set| set);
        }
        if asked.flags {
            self.states(rule, slots, all, rows);
        }
        if asked.counts {
            let rows = self.counts.iter_mut().zip(&self.granted);
            rows.for_each(|(so_far, months)| *so_far = so_far.saturating_add(count(*months)));
        }
        if asked.sums {
            self.sum(rule, slots, is_first);
        }
    }

    fn states(&mut self, rule: &RuleSlots, slots: &Slots<Known<N, M>>, all: M, rows: usize) {
        refill(&mut self.refused, rows, all);
        keep(&mut self.refused, slots.months_slot(rule.in_force), |set| set);
        // In force: first those that do not apply are told apart, then those without an answer.
        let applies = slots.months_slot(rule.applies);
        mark(&mut self.flags, &self.refused, applies, NOT_APPLICABLE);
        keep(&mut self.refused, applies, |set| set);
        self.unanswered.clone_from(&self.refused);
        let answerable = slots.months_slot(rule.answerable);
        mark(&mut self.flags, &self.refused, answerable, UNANSWERED);
        keep(&mut self.unanswered, answerable, |set| !set);
        keep(&mut self.refused, answerable, |set| set);
        for ((flags, refused), granted) in self.flags.iter_mut().zip(&mut self.refused).zip(&self.granted) {
            *refused = *refused & !*granted;
            *flags |= flag(*granted, GRANTED) | flag(*refused, REFUSED);
        }
    }

    /// Rates times granted months, for each row: exact by the compiler's proof.
    fn sum(&mut self, rule: &RuleSlots, slots: &Slots<Known<N, M>>, mut is_first: bool) {
        for (months, number) in &rule.pieces {
            let granted = self.granted.iter();
            let number = slots.number_slot(*number);
            match slots.months_slot(*months) {
                Ok(months) => {
                    let both = granted.zip(months).map(|(granted, months)| *granted & *months);
                    add(&mut self.sums, both, number, is_first);
                }
                Err(months) => add(&mut self.sums, granted.map(|granted| *granted & months), number, is_first),
            }
            is_first = false;
        }
        if is_first {
            self.sums.fill(N::default());
        }
    }
}

/// Adds what each row is granted, or begins with it.
fn add<N: Integer, M: Mask>(
    sums: &mut [N],
    months: impl Iterator<Item = M>,
    number: Result<&[N], i64>,
    is_first: bool,
) {
    let rows = sums.iter_mut().zip(months);
    let times = |months: M, rate: N| N::from(i64::from(months.count())).multiply(rate);
    match (number, is_first) {
        (Ok(numbers), true) => rows.zip(numbers).for_each(|((sum, months), rate)| *sum = times(months, *rate)),
        (Ok(numbers), false) => {
            rows.zip(numbers).for_each(|((sum, months), rate)| *sum = sum.add(times(months, *rate)))
        }
        (Err(rate), true) => rows.for_each(|(sum, months)| *sum = times(months, rate.into())),
        (Err(rate), false) => rows.for_each(|(sum, months)| *sum = sum.add(times(months, rate.into()))),
    }
}

/// Whether every row is granted or refused in some month, and none lacks an answer, whatever its facts.
pub(super) fn is_always_judged<N: Integer, M: Mask>(rule: &RuleSlots, slots: &Slots<Known<N, M>>, all: M) -> bool {
    let set = |operand| slots.months_slot(operand).err();
    let (Some(in_force), Some(applies), Some(answerable)) =
        (set(rule.in_force), set(rule.applies), set(rule.answerable))
    else {
        return false;
    };
    let applied = all & in_force & applies;
    applied != M::default() && applied & !answerable == M::default()
}

fn refill<T: Copy>(cells: &mut Vec<T>, rows: usize, value: T) {
    cells.clear();
    cells.resize(rows, value);
}

/// Keeps the months that a slot has too.
fn keep<M: Mask>(sets: &mut [M], slot: Result<&[M], M>, of: impl Fn(M) -> M) {
    match slot {
        Ok(slot) => sets.iter_mut().zip(slot).for_each(|(set, other)| *set = *set & of(*other)),
        Err(months) => {
            let months = of(months);
            sets.iter_mut().for_each(|set| *set = *set & months);
        }
    }
}

/// Marks the rows that have a month which a slot has not.
fn mark<M: Mask>(flags: &mut [Flags], sets: &[M], slot: Result<&[M], M>, as_flag: Flags) {
    let rows = flags.iter_mut().zip(sets);
    match slot {
        Ok(slot) => rows.zip(slot).for_each(|((flags, set), other)| *flags |= flag(*set & !*other, as_flag)),
        Err(months) => rows.for_each(|(flags, set)| *flags |= flag(*set & !months, as_flag)),
    }
}

fn flag<M: Mask>(months: M, flag: Flags) -> Flags {
    if months == M::default() { 0 } else { flag }
}

pub(super) fn count<M: Mask>(months: M) -> u16 {
    u16::try_from(months.count()).unwrap_or(u16::MAX)
}

impl<N: Integer, M: Mask> Tally<N, M> {
    /// Adds the sums of another slice.
    pub(super) fn add(&mut self, other: &Self) {
        self.sums.iter_mut().zip(&other.sums).for_each(|(sum, other)| *sum = sum.add(*other));
    }

    /// Marks the rows that another completion answers otherwise in some month, as far as that is sure.
    pub(super) fn differ(&self, other: &Self, kind: Kind, differs: &mut [bool]) {
        let states = self.granted.iter().zip(&other.granted).zip(self.refused.iter().zip(&other.refused));
        let states = states.zip(self.unanswered.iter().zip(&other.unanswered));
        for (differs, (((a, b), (c, d)), (e, f))) in differs.iter_mut().zip(states) {
            *differs |= a != b || c != d || e != f;
        }
        if matches!(kind, Kind::Entitlement | Kind::Lookup) {
            // Of the same months, another sum is another rate.
            for (differs, (own, other)) in differs.iter_mut().zip(self.sums.iter().zip(&other.sums)) {
                *differs |= own != other;
            }
        }
    }
}
