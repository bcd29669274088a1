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
        // Mostly there from the call before.
        if self.values.len() != rows {
            self.values.resize(rows, T::default());
            self.known.resize(rows, false);
        }
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
        let mut answers = Answers::default();
        if wanted.amount {
            answers.amount = Some(Amounts::Narrow(amount.room(rows)));
        }
        if wanted.min {
            answers.min = Some(Amounts::Narrow(min.room(rows)));
        }
        if wanted.max {
            answers.max = Some(Amounts::Narrow(max.room(rows)));
        }
        if wanted.state {
            state.resize(rows, NO_STATE);
            answers.state = Some(state);
        }
        if wanted.months {
            answers.months = Some(months.room(rows));
        }
        answers
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
