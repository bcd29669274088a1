//! Where the answers of rows go: columns that callers own and reuse.

use super::group::GroupRule;
use super::known::Tally;
use super::load::all;
use super::verdict::{COMBINATIONS, Flags, States, has_range, is_settled};
use crate::evaluate::answer::State;
use crate::evaluate::integer::Integer;
use crate::evaluate::mask::Mask;
use std::ops::Range;

/// The code of a state where a row is left out.
pub const NO_STATE: u8 = u8::MAX;

/// A column of values with those that are there, a cell for each row.
#[derive(Debug)]
pub struct Filled<'a, T> {
    /// The values; those that are not there are zero.
    pub values: &'a mut [T],
    /// Which are there; the others are null.
    pub known: &'a mut [bool],
}

/// A column of amounts, counted in the decimals of their unit: fen, or whole days.
#[derive(Debug)]
pub enum Amounts<'a> {
    /// In 64 bits; an amount that does not fit is null, and told.
    Narrow(Filled<'a, i64>),
    /// In 128 bits, as a decimal128 of Arrow has.
    Wide(Filled<'a, i128>),
}

/// Where the answers of one rule go, a cell for each row of a range: what is left out is not computed.
#[derive(Debug, Default)]
pub struct Answers<'a> {
    /// The amount; null unless granted or refused.
    pub amount: Option<Amounts<'a>>,
    /// The smallest amount; null where nothing is in force or applies.
    pub min: Option<Amounts<'a>>,
    /// The largest amount, null with the smallest.
    pub max: Option<Amounts<'a>>,
    /// The state: its place in `tuoyu::explain::STATES`, or [`NO_STATE`].
    pub state: Option<&'a mut [u8]>,
    /// How many months are granted, kept to, done or known; null unless the state is settled and the rule applies.
    pub months: Option<Filled<'a, u16>>,
}

impl<'a, T> Filled<'a, T> {
    fn split_at(self, row: usize) -> (Self, Self) {
        let (values, other_values) = self.values.split_at_mut(row.min(self.values.len()));
        let (known, other_known) = self.known.split_at_mut(row.min(self.known.len()));
        (Self { values, known }, Self { values: other_values, known: other_known })
    }
}

impl<T: Copy + Default> Filled<'_, T> {
    fn put_block<N: Integer>(
        &mut self,
        rows: Range<usize>,
        sums: &[N],
        flags: &[Flags],
        known: &[bool; COMBINATIONS],
        of: impl Fn(N) -> Option<T>,
    ) {
        let (Some(values), Some(is_known)) = (self.values.get_mut(rows.clone()), self.known.get_mut(rows)) else {
            return;
        };
        // Without sums there is no amount.
        if sums.is_empty() {
            values.fill(T::default());
            is_known.fill(false);
        } else if flags.is_empty() {
            values.iter_mut().zip(sums).for_each(|(cell, sum)| *cell = of(*sum).unwrap_or_default());
            // A buffer that is used again mostly says so already: what is not written need not be carried to memory.
            if !all(is_known) {
                is_known.fill(true);
            }
        } else {
            let cells = values.iter_mut().zip(is_known);
            for (((cell, is_known), sum), flags) in cells.zip(sums).zip(flags) {
                let value = if at(known, *flags) { of(*sum) } else { None };
                *is_known = value.is_some();
                *cell = value.unwrap_or_default();
            }
        }
    }
}

/// What goes with a combination of flags.
fn at<T: Copy + Default>(by_flags: &[T; COMBINATIONS], flags: Flags) -> T {
    by_flags.get(usize::from(flags)).copied().unwrap_or_default()
}

impl<'a, T: Default> Filled<'a, T> {
    fn put(&mut self, row: usize, value: Option<T>) {
        if let (Some(cell), Some(known)) = (self.values.get_mut(row), self.known.get_mut(row)) {
            *known = value.is_some();
            *cell = value.unwrap_or_default();
        }
    }
}

impl<'a> Amounts<'a> {
    fn split_at(self, row: usize) -> (Self, Self) {
        match self {
            Self::Narrow(filled) => {
                let (a, b) = filled.split_at(row);
                (Self::Narrow(a), Self::Narrow(b))
            }
            Self::Wide(filled) => {
                let (a, b) = filled.split_at(row);
                (Self::Wide(a), Self::Wide(b))
            }
        }
    }

    fn length(&self) -> usize {
        match self {
            Self::Narrow(filled) => filled.values.len().min(filled.known.len()),
            Self::Wide(filled) => filled.values.len().min(filled.known.len()),
        }
    }

    /// Writes the amounts of known rows; without flags, all are there.
    fn put_block<N: Integer>(&mut self, rows: Range<usize>, sums: &[N], flags: &[Flags], known: &[bool; COMBINATIONS]) {
        match self {
            Self::Narrow(filled) => filled.put_block(rows, sums, flags, known, N::narrow),
            Self::Wide(filled) => filled.put_block(rows, sums, flags, known, |sum| Some(sum.wide())),
        }
    }

    /// Whether the value fits.
    fn put(&mut self, row: usize, value: Option<i128>) -> bool {
        match self {
            Self::Narrow(filled) => {
                let narrow = value.and_then(|value| i64::try_from(value).ok());
                filled.put(row, narrow);
                narrow.is_some() == value.is_some()
            }
            Self::Wide(filled) => {
                filled.put(row, value);
                true
            }
        }
    }
}

/// What one rule answers for one row.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct RowAnswer {
    pub(super) state: u8,
    pub(super) amount: Option<i128>,
    pub(super) range: Option<(i128, i128)>,
    pub(super) months: Option<u16>,
}

impl RowAnswer {
    /// The answer of a rule from its state, its amount and its months over the window.
    pub(super) fn of(rule: &GroupRule, state: State, amount: i128, months: u16) -> Self {
        Self {
            state: rule.codes.of(state),
            amount: (rule.has_amount && is_settled(state)).then_some(amount),
            range: (rule.has_amount && has_range(state)).then_some((amount, amount)),
            months: is_settled(state).then_some(months),
        }
    }

    pub(super) const LEFT_OUT: Self = Self { state: NO_STATE, amount: None, range: None, months: None };
}

impl<'a> Answers<'a> {
    /// The answers of the rows before a row, and those from it on, so that two threads can fill them.
    #[must_use]
    pub fn split_at(self, row: usize) -> (Self, Self) {
        fn both<T, H>(whole: Option<T>, split: impl FnOnce(T) -> (H, H)) -> (Option<H>, Option<H>) {
            whole.map(split).map_or((None, None), |(a, b)| (Some(a), Some(b)))
        }
        let (amount, amount_b) = both(self.amount, |amounts| amounts.split_at(row));
        let (min, min_b) = both(self.min, |amounts| amounts.split_at(row));
        let (max, max_b) = both(self.max, |amounts| amounts.split_at(row));
        let (state, state_b) = both(self.state, |state| {
            let row = row.min(state.len());
            state.split_at_mut(row)
        });
        let (months, months_b) = both(self.months, |months| months.split_at(row));
        let second = Self { amount: amount_b, min: min_b, max: max_b, state: state_b, months: months_b };
        (Self { amount, min, max, state, months }, second)
    }

    /// The rows that every column has room for.
    pub(crate) fn length(&self) -> usize {
        let mut rows = usize::MAX;
        for amounts in [&self.amount, &self.min, &self.max] {
            rows = amounts.as_ref().map_or(rows, |amounts| rows.min(amounts.length()));
        }
        rows = self.state.as_ref().map_or(rows, |state| rows.min(state.len()));
        self.months.as_ref().map_or(rows, |months| rows.min(months.values.len()).min(months.known.len()))
    }

    pub(super) const fn wants_amounts(&self) -> bool {
        self.amount.is_some() || self.min.is_some() || self.max.is_some()
    }

    pub(super) const fn wants_months(&self) -> bool {
        self.months.is_some()
    }

    /// Whether the ends of a range are asked for, which only every completion tells.
    pub(super) const fn wants_ends(&self, rule: &GroupRule) -> bool {
        rule.has_amount && (self.min.is_some() || self.max.is_some())
    }

    /// Writes the answers of a block of known rows; without flags, each of them is granted or refused.
    pub(super) fn put_block<N: Integer, M: Mask>(
        &mut self,
        place: usize,
        rows: usize,
        states: &States,
        tally: &Tally<N, M>,
    ) {
        let flags = tally.flags.as_slice();
        let States { codes, settled, ranged, .. } = states;
        for (amounts, known) in [(&mut self.amount, settled), (&mut self.min, ranged), (&mut self.max, ranged)] {
            if let Some(amounts) = amounts {
                amounts.put_block(place..place + rows, &tally.sums, flags, known);
            }
        }
        if let Some(state) = self.state.as_mut().and_then(|state| state.get_mut(place..place + rows)) {
            state.iter_mut().zip(flags).for_each(|(cell, flags)| *cell = at(codes, *flags));
        }
        if let Some(months) = &mut self.months {
            for (row, (count, flags)) in tally.counts.iter().zip(flags).enumerate() {
                months.put(place + row, at(settled, *flags).then_some(*count));
            }
        }
    }

    /// Writes the answer of a row; whether every amount fits.
    pub(super) fn put(&mut self, row: usize, answer: RowAnswer) -> bool {
        let mut fits = true;
        let ends = answer.range.unzip();
        for (amounts, value) in [(&mut self.amount, answer.amount), (&mut self.min, ends.0), (&mut self.max, ends.1)] {
            if let Some(amounts) = amounts {
                fits &= amounts.put(row, value);
            }
        }
        if let Some(state) = self.state.as_mut().and_then(|state| state.get_mut(row)) {
            *state = answer.state;
        }
        if let Some(months) = &mut self.months {
            months.put(row, answer.months);
        }
        fits
    }
}
