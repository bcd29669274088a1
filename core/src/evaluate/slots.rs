//! What steps leave behind: one column for each slot, for one block of rows.

use super::columns::Groups;
use super::kernel::SMALL;
use super::lane::Lane;
use super::mask::Mask;
use super::prepared::Prepared;
use super::program::{MonthsOperand, NumberOperand, Program};

/// Room for the slots of one block of rows, used again for the next.
pub(super) struct SlotRoom<L: Lane> {
    numbers: Vec<Vec<L::Number>>,
    months: Vec<Vec<L::Months>>,
    /// For each step that gives months to the first of several: what each group has taken.
    taken: Vec<Taken<L>>,
}

/// What the steps of a program have left behind in a block of rows.
pub(super) struct Slots<'a, L: Lane> {
    prepared: &'a Prepared<L>,
    numbers: &'a [Vec<L::Number>],
    months: &'a [Vec<L::Months>],
}

/// What is known of a step of months before any row is seen.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Plain<M> {
    /// Nothing: it must be run.
    No,
    /// The same months for every row.
    Months(M),
    /// The same as an earlier step.
    As(usize),
}

/// What each group has taken of the months that go to the first of several.
pub(super) struct Taken<L: Lane> {
    by_group: Vec<L::Months>,
    pending: Option<(u32, u32, L::Months)>,
}

impl<L: Lane> Default for SlotRoom<L> {
    fn default() -> Self {
        Self { numbers: Vec::new(), months: Vec::new(), taken: Vec::new() }
    }
}

impl<L: Lane> SlotRoom<L> {
    pub(super) fn new(program: &Program) -> Self {
        let mut room = Self::default();
        room.refit(program);
        room
    }

    /// The same room for another program: no step reads what it has not written.
    pub(super) fn refit(&mut self, program: &Program) {
        let (numbers, months) = (program.numbers.len(), program.months.len());
        self.numbers.resize_with(numbers.max(self.numbers.len()), Vec::new);
        self.months.resize_with(months.max(self.months.len()), Vec::new);
        self.taken.clear();
        self.taken.resize_with(months, || Taken { by_group: Vec::new(), pending: None });
    }

    /// The slot of a number with room for so many rows, and those that stand before it.
    pub(super) fn number<'s>(
        &'s mut self,
        prepared: &'s Prepared<L>,
        place: usize,
        rows: usize,
    ) -> Option<(Slots<'s, L>, &'s mut [L::Number])> {
        let (before, out) = split(&mut self.numbers, place, rows)?;
        Some((Slots { prepared, numbers: before, months: &self.months }, out))
    }

    /// The slot of a set of months, those that stand before it, and what its step has given to groups.
    pub(super) fn set<'s>(
        &'s mut self,
        prepared: &'s Prepared<L>,
        place: usize,
        rows: usize,
    ) -> Option<OfMonths<'s, L>> {
        let (before, out) = split(&mut self.months, place, rows)?;
        Some((Slots { prepared, numbers: &self.numbers, months: before }, out, self.taken.get_mut(place)?))
    }

    /// Every slot, after the steps.
    pub(super) fn all<'s>(&'s self, prepared: &'s Prepared<L>) -> Slots<'s, L> {
        Slots { prepared, numbers: &self.numbers, months: &self.months }
    }
}

/// The slots before one of months, that one, and what its step has given to groups.
type OfMonths<'s, L> = (Slots<'s, L>, &'s mut [<L as Lane>::Months], &'s mut Taken<L>);

/// The slots before one, and that one with room for so many rows.
fn split<T: Clone + Default>(slots: &mut [Vec<T>], place: usize, rows: usize) -> Option<(&[Vec<T>], &mut [T])> {
    let (before, rest) = slots.split_at_mut_checked(place)?;
    let slot = rest.first_mut()?;
    // Mostly it is there from the block before.
    if slot.len() != rows {
        slot.resize(rows, T::default());
    }
    Some((before, slot))
}

impl<'a, L: Lane> Slots<'a, L> {
    /// The number at a row of the block.
    pub(super) fn number(&self, operand: NumberOperand, row: usize) -> L::Number {
        match self.number_slot(operand) {
            Ok(slot) => slot.get(row).copied().unwrap_or_default(),
            Err(value) => L::number(value),
        }
    }

    /// The set of months at a row of the block.
    pub(super) fn month_set(&self, operand: MonthsOperand, row: usize) -> L::Months {
        match self.months_slot(operand) {
            Ok(slot) => slot.get(row).copied().unwrap_or_default(),
            Err(months) => L::months(months),
        }
    }

    /// The numbers of a slot; the value of a constant.
    pub(super) fn number_slot(&self, operand: NumberOperand) -> Result<&'a [L::Number], i64> {
        match self.prepared.number(operand) {
            NumberOperand::Constant(value) => Err(value),
            NumberOperand::Slot(place) => Ok(self.numbers.get(place).map(Vec::as_slice).unwrap_or_default()),
        }
    }

    /// The sets of a slot; the months of one that is the same for every row.
    pub(super) fn months_slot(&self, operand: MonthsOperand) -> Result<&'a [L::Months], L::Set> {
        let place = self.prepared.place(operand)?;
        Ok(self.months.get(place).map(Vec::as_slice).unwrap_or_default())
    }

    pub(super) fn each_number<T>(
        &self,
        a: NumberOperand,
        b: NumberOperand,
        out: &mut [T],
        of: impl Fn(L::Number, L::Number) -> T,
    ) {
        if SMALL {
            out.iter_mut().enumerate().for_each(|(row, out)| *out = of(self.number(a, row), self.number(b, row)));
            return;
        }
        match (self.number_slot(a), self.number_slot(b)) {
            (Ok(a), Ok(b)) => each(a, b, out, of),
            (Ok(a), Err(b)) => {
                let b = L::number(b);
                out.iter_mut().zip(a).for_each(|(out, a)| *out = of(*a, b));
            }
            (Err(a), Ok(b)) => {
                let a = L::number(a);
                out.iter_mut().zip(b).for_each(|(out, b)| *out = of(a, *b));
            }
            (Err(a), Err(b)) => out.iter_mut().for_each(|out| *out = of(L::number(a), L::number(b))),
        }
    }

    pub(super) fn each_months(
        &self,
        a: MonthsOperand,
        b: MonthsOperand,
        out: &mut [L::Months],
        of: impl Fn(L::Months, L::Months) -> L::Months,
    ) {
        if SMALL {
            out.iter_mut().enumerate().for_each(|(row, out)| *out = of(self.month_set(a, row), self.month_set(b, row)));
            return;
        }
        let constant = L::months;
        match (self.months_slot(a), self.months_slot(b)) {
            (Ok(a), Ok(b)) => each(a, b, out, of),
            (Ok(a), Err(b)) => {
                let b = constant(b);
                out.iter_mut().zip(a).for_each(|(out, a)| *out = of(*a, b));
            }
            (Err(a), Ok(b)) => {
                let a = constant(a);
                out.iter_mut().zip(b).for_each(|(out, b)| *out = of(a, *b));
            }
            (Err(a), Err(b)) => out.iter_mut().for_each(|out| *out = of(constant(a), constant(b))),
        }
    }
}

impl<L: Lane> Taken<L> {
    /// Leaves to each row the months that no earlier member of its group has taken.
    pub(super) fn leave(&mut self, groups: &Groups<'_>, start: usize, spans: &[u64], out: &mut [L::Months]) {
        let rows = groups.group.iter().zip(groups.member).skip(start);
        for ((months, (group, member)), span) in out.iter_mut().zip(rows).zip(spans) {
            if self.pending.is_some_and(|(known, other, _)| known != *group || other != *member) {
                self.settle();
            }
            let before =
                usize::try_from(*group).ok().and_then(|group| self.by_group.get(group)).copied().unwrap_or_default();
            let here = L::and(*months, L::months(L::Set::of(*span)));
            *months = L::and(here, L::not(before));
            let so_far = self.pending.map_or_else(L::Months::default, |(_, _, so_far)| so_far);
            self.pending = Some((*group, *member, L::or(so_far, *months)));
        }
    }

    fn settle(&mut self) {
        let Some((group, _, months)) = self.pending.take() else { return };
        let Ok(group) = usize::try_from(group) else { return };
        if self.by_group.len() <= group {
            self.by_group.resize(group + 1, L::Months::default());
        }
        if let Some(before) = self.by_group.get_mut(group) {
            *before = L::or(*before, months);
        }
    }
}

fn each<A: Copy, T>(a: &[A], b: &[A], out: &mut [T], of: impl Fn(A, A) -> T) {
    out.iter_mut().zip(a).zip(b).for_each(|((out, a), b)| *out = of(*a, *b));
}
