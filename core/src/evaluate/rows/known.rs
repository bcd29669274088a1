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

/// A set of months for each row, or the same for all.
type Months<'a, M> = Result<&'a [M], M>;

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
    /// How often a number is granted, while it is added up.
    times: Vec<u16>,
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
        slots: &Slots<'_, Known<N, M>>,
        judged: Judged<M>,
        rows: usize,
        asked: Asked,
        is_first: bool,
    ) {
        if is_first {
            make_room(&mut self.flags, if asked.flags { rows } else { 0 }, 0);
            refill(&mut self.counts, if asked.counts { rows } else { 0 }, 0);
            make_room(&mut self.sums, if asked.sums { rows } else { 0 }, N::default());
        }
        let Judged { all, paying } = judged;
        let sets = [rule.in_force, rule.applies, rule.answerable].map(|set| slots.months_slot(set));
        self.granted(sets, slots.months_slot(rule.granted), all & paying, rows);
        if asked.flags {
            self.states(sets, all, rows, if is_first { 0 } else { Flags::MAX });
        }
        if asked.counts {
            let rows = self.counts.iter_mut().zip(&self.granted);
            rows.for_each(|(so_far, months)| *so_far = so_far.saturating_add(months.count()));
        }
        if asked.sums {
            self.sum(rule, slots, is_first);
        }
    }

    /// The months that are granted among some: those in all of these sets.
    fn granted(&mut self, sets: [Months<'_, M>; 3], granted: Months<'_, M>, among: M, rows: usize) {
        let [in_force, applies, answerable] = sets;
        refill(&mut self.granted, rows, among);
        keep(&mut self.granted, in_force);
        keep(&mut self.granted, applies);
        keep(&mut self.granted, answerable);
        keep(&mut self.granted, granted);
    }

    /// In force, those that do not apply are told apart first, then those without an answer.
    fn states(&mut self, [in_force, applies, answerable]: [Months<'_, M>; 3], all: M, rows: usize, kept: Flags) {
        refill(&mut self.refused, rows, all);
        keep(&mut self.refused, in_force);
        make_room(&mut self.unanswered, rows, M::default());
        let cells = self.flags.iter_mut().zip(&self.granted).zip(self.refused.iter_mut().zip(&mut self.unanswered));
        // One loop for each combination, so that each is compiled by itself.
        match (applies, answerable) {
            (Err(applies), Err(answerable)) => cells.for_each(|cells| tell(cells, kept, applies, answerable)),
            (Ok(applies), Err(answerable)) => {
                cells.zip(applies).for_each(|(cells, applies)| tell(cells, kept, *applies, answerable));
            }
            (Err(applies), Ok(answerable)) => {
                cells.zip(answerable).for_each(|(cells, answerable)| tell(cells, kept, applies, *answerable));
            }
            (Ok(applies), Ok(answerable)) => {
                let sets = applies.iter().zip(answerable);
                cells.zip(sets).for_each(|(cells, (applies, answerable))| tell(cells, kept, *applies, *answerable));
            }
        }
    }

    /// Rates times granted months, for each row: exact by the compiler's proof.
    fn sum(&mut self, rule: &RuleSlots, slots: &Slots<'_, Known<N, M>>, is_first: bool) {
        let rows = self.granted.len();
        if is_first && rule.pieces.is_empty() {
            self.sums.fill(N::default());
        }
        make_room(&mut self.times, rows, 0);
        for (place, (months, number)) in rule.pieces.iter().enumerate() {
            // Counted before they are multiplied: narrow numbers are counted many at once.
            let counted = self.times.iter_mut().zip(&self.granted);
            match slots.months_slot(*months) {
                Ok(months) => {
                    counted.zip(months).for_each(|((times, granted), months)| *times = (*granted & *months).count());
                }
                Err(months) => counted.for_each(|(times, granted)| *times = (*granted & months).count()),
            }
            add(&mut self.sums, &self.times, slots.number_slot(*number), is_first && place == 0);
        }
    }
}

/// Adds what each row is granted, or begins with it.
fn add<N: Integer>(sums: &mut [N], times: &[u16], number: Result<&[N], i64>, is_first: bool) {
    let rows = sums.iter_mut().zip(times);
    let product = |times: u16, rate: N| N::from(times.into()).multiply(rate);
    match (number, is_first) {
        (Ok(numbers), true) => rows.zip(numbers).for_each(|((sum, times), rate)| *sum = product(*times, *rate)),
        (Ok(numbers), false) => {
            rows.zip(numbers).for_each(|((sum, times), rate)| *sum = sum.add(product(*times, *rate)));
        }
        (Err(rate), true) => rows.for_each(|(sum, times)| *sum = product(*times, rate.into())),
        (Err(rate), false) => rows.for_each(|(sum, times)| *sum = sum.add(product(*times, rate.into()))),
    }
}

/// Whether every row is granted or refused in some month, and none lacks an answer, whatever its facts.
pub(super) fn is_always_judged<N: Integer, M: Mask>(rule: &RuleSlots, slots: &Slots<'_, Known<N, M>>, all: M) -> bool {
    let set = |operand| slots.months_slot(operand).err();
    let (Some(in_force), Some(applies), Some(answerable)) =
        (set(rule.in_force), set(rule.applies), set(rule.answerable))
    else {
        return false;
    };
    let applied = all & in_force & applies;
    applied != M::default() && applied & !answerable == M::default()
}

/// Room for so many rows, which mostly is there from the block before.
fn make_room<T: Copy>(cells: &mut Vec<T>, rows: usize, value: T) {
    if cells.len() != rows {
        cells.resize(rows, value);
    }
}

pub(super) fn refill<T: Copy>(cells: &mut Vec<T>, rows: usize, value: T) {
    cells.clear();
    cells.resize(rows, value);
}

/// Keeps the months that a slot has too.
fn keep<M: Mask>(sets: &mut [M], slot: Months<'_, M>) {
    match slot {
        Ok(slot) => sets.iter_mut().zip(slot).for_each(|(set, other)| *set = *set & *other),
        Err(months) if months == M::ALL => {}
        Err(months) => sets.iter_mut().for_each(|set| *set = *set & months),
    }
}

/// The flags of a row and what it is granted, the months in force, of which those that are refused are left, and those
/// without an answer.
type Cells<'a, M> = ((&'a mut Flags, &'a M), (&'a mut M, &'a mut M));

/// Tells the months of a row apart, beside the flags that are kept of earlier slices.
fn tell<M: Mask>(((flags, granted), (refused, unanswered)): Cells<'_, M>, kept: Flags, applies: M, answerable: M) {
    let (in_force, applied) = (*refused, *refused & applies);
    *unanswered = applied & !answerable;
    *refused = applied & answerable & !*granted;
    let unjudged = flag(in_force & !applies, NOT_APPLICABLE) | flag(*unanswered, UNANSWERED);
    *flags = *flags & kept | unjudged | flag(*granted, GRANTED) | flag(*refused, REFUSED);
}

fn flag<M: Mask>(months: M, flag: Flags) -> Flags {
    if months == M::default() { 0 } else { flag }
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
