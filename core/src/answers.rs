//! What rows are answered with: columns that callers own and reuse.

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
    /// The state: its place in [`STATES`](crate::explain::STATES), or [`NO_STATE`].
    pub state: Option<&'a mut [u8]>,
    /// How many months are granted, kept to, done or known; null unless the state is settled and the rule applies.
    pub months: Option<Filled<'a, u16>>,
}

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

impl<'a, T> Filled<'a, T> {
    fn split_at(self, row: usize) -> (Self, Self) {
        let (values, other_values) = self.values.split_at_mut(row.min(self.values.len()));
        let (known, other_known) = self.known.split_at_mut(row.min(self.known.len()));
        (Self { values, known }, Self { values: other_values, known: other_known })
    }
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
pub(crate) struct RowAnswer {
    pub(crate) state: u8,
    pub(crate) amount: Option<i128>,
    pub(crate) range: Option<(i128, i128)>,
    pub(crate) months: Option<u16>,
}

impl RowAnswer {
    pub(crate) const LEFT_OUT: Self = Self { state: NO_STATE, amount: None, range: None, months: None };
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
        let amounts = [&self.amount, &self.min, &self.max].into_iter().flatten().map(Amounts::length);
        let state = self.state.iter().map(|state| state.len());
        let months = self.months.iter().map(|months| months.values.len().min(months.known.len()));
        amounts.chain(state).chain(months).min().unwrap_or(usize::MAX)
    }

    /// Writes the answer of a row; whether every amount fits.
    pub(crate) fn put(&mut self, row: usize, answer: RowAnswer) -> bool {
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
