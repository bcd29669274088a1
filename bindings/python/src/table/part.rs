//! A part of the rows of an answer, which one thread fills: the core writes amounts and states where Arrow has them, and
//! the rest into a draft, which is written out while it is near.

use tuoyu::{Amounts, Answers, Filled, NO_STATE};

/// Room for some rows of one rule's answers.
#[derive(Default)]
pub struct Part<'o> {
    /// The amount.
    pub amount: Option<Piece<'o, i128>>,
    /// The smallest amount.
    pub min: Option<Piece<'o, i128>>,
    /// The largest amount.
    pub max: Option<Piece<'o, i128>>,
    /// The state.
    pub state: Option<Piece<'o, u8>>,
    /// How many months.
    pub months: Option<Piece<'o, i32>>,
}

/// Some rows of a column: the values, and a bit for each that is there. A piece begins with a byte of bits.
pub struct Piece<'o, T> {
    /// The values.
    pub values: &'o mut [T],
    /// Which are there.
    pub known: &'o mut [u8],
}

/// What Arrow holds otherwise than the core: a byte for each cell that is there, and months.
#[derive(Default)]
pub struct Draft {
    amount: Vec<bool>,
    min: Vec<bool>,
    max: Vec<bool>,
    months: (Vec<u16>, Vec<bool>),
}

impl<T> Piece<'_, T> {
    /// The rows before one, which is a multiple of eight, and those from it on.
    fn split_at(self, row: usize) -> (Self, Self) {
        let Self { values, known } = self;
        let (values, other_values) = values.split_at_mut(row.min(values.len()));
        let (known, other_known) = known.split_at_mut((row / 8).min(known.len()));
        (Self { values, known }, Self { values: other_values, known: other_known })
    }
}

impl<'o> Piece<'o, i128> {
    fn room<'p>(&'p mut self, known: &'p mut Vec<bool>) -> Amounts<'p> {
        known.resize(self.values.len(), false);
        Amounts::Wide(Filled { values: self.values, known })
    }
}

impl Part<'_> {
    /// The rows before one, which is a multiple of eight, and those from it on.
    pub fn split_at(self, row: usize) -> (Self, Self) {
        let (amount, amount_b) = self.amount.map(|piece| piece.split_at(row)).unzip();
        let (min, min_b) = self.min.map(|piece| piece.split_at(row)).unzip();
        let (max, max_b) = self.max.map(|piece| piece.split_at(row)).unzip();
        let (state, state_b) = self.state.map(|piece| piece.split_at(row)).unzip();
        let (months, months_b) = self.months.map(|piece| piece.split_at(row)).unzip();
        let second = Self { amount: amount_b, min: min_b, max: max_b, state: state_b, months: months_b };
        (Self { amount, min, max, state, months }, second)
    }

    /// What the core fills.
    pub fn room<'p>(&'p mut self, draft: &'p mut Draft) -> Answers<'p> {
        Answers {
            amount: self.amount.as_mut().map(|piece| piece.room(&mut draft.amount)),
            min: self.min.as_mut().map(|piece| piece.room(&mut draft.min)),
            max: self.max.as_mut().map(|piece| piece.room(&mut draft.max)),
            state: self.state.as_mut().map(|piece| {
                piece.values.fill(NO_STATE);
                &mut *piece.values
            }),
            months: self.months.as_ref().map(|piece| {
                let (values, known) = &mut draft.months;
                values.resize(piece.values.len(), 0);
                known.resize(piece.values.len(), false);
                Filled { values, known }
            }),
        }
    }

    /// Writes out what was drafted.
    pub fn keep(&mut self, draft: &Draft) {
        let amounts = [(&mut self.amount, &draft.amount), (&mut self.min, &draft.min), (&mut self.max, &draft.max)];
        for (piece, known) in amounts {
            if let Some(Piece { values, known: bits }) = piece {
                write(bits, known, |known| known);
                if !known.iter().fold(true, |all, known| all & known) {
                    values.iter_mut().zip(known).for_each(|(cell, known)| *cell = if *known { *cell } else { 0 });
                }
            }
        }
        if let Some(Piece { values, known }) = &mut self.state {
            write(known, values, |state| state != NO_STATE);
            // The place of a word that is not there says nothing, but must be one.
            values.iter_mut().for_each(|state| *state = if *state == NO_STATE { 0 } else { *state });
        }
        if let Some(Piece { values, known }) = &mut self.months {
            let (months, are_there) = &draft.months;
            write(known, are_there, |known| known);
            values.iter_mut().zip(months).for_each(|(cell, months)| *cell = i32::from(*months));
        }
    }
}

/// Writes which cells are there, a bit each, the lowest first.
fn write<T: Copy>(bits: &mut [u8], cells: &[T], is_there: impl Fn(T) -> bool) {
    let (whole, rest) = cells.as_chunks::<8>();
    let mut bits = bits.iter_mut();
    whole.iter().zip(&mut bits).for_each(|(cells, bits)| *bits = joined(cells.map(&is_there)));
    if let Some(bits) = bits.next() {
        let mut last = [false; 8];
        last.iter_mut().zip(rest).for_each(|(last, cell)| *last = is_there(*cell));
        *bits = joined(last);
    }
}

/// Eight bits as a byte.
fn joined(each: [bool; 8]) -> u8 {
    // Of the bit in each byte another power of two reaches the highest byte.
    let [.., byte] = u64::from_le_bytes(each.map(u8::from)).wrapping_mul(0x0102_0408_1020_4080).to_le_bytes();
    byte
}
