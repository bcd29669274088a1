//! Buffers for the answers of rows.

use crate::evaluate::{Amounts, Answers, Filled, NO_STATE};

/// Which answers are asked for, of every rule.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct Wanted {
    /// Amounts.
    pub amount: bool,
    /// Smallest amounts.
    pub min: bool,
    /// Largest amounts.
    pub max: bool,
    /// States.
    pub state: bool,
    /// Numbers of months.
    pub months: bool,
}

/// Buffers for the answers of one rule in 64 bits, which are filled again and again.
#[derive(Clone, Debug, Default)]
pub struct AnswerBuffer {
    wanted: Wanted,
    amount: Buffer<i64>,
    min: Buffer<i64>,
    max: Buffer<i64>,
    state: Vec<u8>,
    months: Buffer<u16>,
}

#[derive(Clone, Debug, Default)]
struct Buffer<T> {
    values: Vec<T>,
    known: Vec<bool>,
}

impl<T: Copy + Default> Buffer<T> {
    fn room(&mut self, rows: usize) -> Filled<'_, T> {
        self.values.resize(rows, T::default());
        self.known.resize(rows, false);
        Filled { values: &mut self.values, known: &mut self.known }
    }

    fn at(&self, row: usize) -> Option<T> {
        self.known.get(row).copied().unwrap_or_default().then(|| self.values.get(row).copied())?
    }
}

impl AnswerBuffer {
    /// Empty buffers for what is asked.
    #[must_use]
    pub fn new(wanted: Wanted) -> Self {
        Self { wanted, ..Self::default() }
    }

    /// The buffers with room for so many rows, to be filled.
    pub fn room(&mut self, rows: usize) -> Answers<'_> {
        let Self { wanted, amount, min, max, state, months } = self;
        Answers {
            amount: wanted.amount.then(|| Amounts::Narrow(amount.room(rows))),
            min: wanted.min.then(|| Amounts::Narrow(min.room(rows))),
            max: wanted.max.then(|| Amounts::Narrow(max.room(rows))),
            state: wanted.state.then(|| {
                state.resize(rows, NO_STATE);
                state.as_mut_slice()
            }),
            months: wanted.months.then(|| months.room(rows)),
        }
    }

    /// The amount of a row, in the decimals of its unit.
    #[must_use]
    pub fn amount(&self, row: usize) -> Option<i64> {
        self.amount.at(row)
    }

    /// The smallest amount of a row.
    #[must_use]
    pub fn min(&self, row: usize) -> Option<i64> {
        self.min.at(row)
    }

    /// The largest amount of a row.
    #[must_use]
    pub fn max(&self, row: usize) -> Option<i64> {
        self.max.at(row)
    }

    /// The state of a row, in the word that outcomes carry; `None` where the row is left out.
    #[must_use]
    pub fn state(&self, row: usize) -> Option<&'static str> {
        crate::explain::STATES.get(usize::from(*self.state.get(row)?)).copied()
    }

    /// How many months of a row are granted, kept to, done or known.
    #[must_use]
    pub fn months(&self, row: usize) -> Option<u16> {
        self.months.at(row)
    }
}
