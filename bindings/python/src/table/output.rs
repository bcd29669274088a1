//! Where answers are written, and the Arrow columns that they become.

use arrow_array::types::Int8Type;
use arrow_array::{ArrayRef, Decimal128Array, DictionaryArray, Int8Array, Int32Array, StringArray};
use arrow_buffer::{BooleanBuffer, NullBuffer};
use arrow_schema::{ArrowError, DataType, Field};
use std::sync::Arc;
use tuoyu::explain::STATES;
use tuoyu::{Amounts, Answers, BatchRule, Filled, NO_STATE, Wanted};

/// The digits of an amount's column; every sum of amounts fits too.
const DIGITS: u8 = 38;

/// The answers of one rule.
pub struct Output {
    amount: Option<Column<i128>>,
    min: Option<Column<i128>>,
    max: Option<Column<i128>>,
    state: Option<Vec<u8>>,
    months: Option<Column<u16>>,
}

struct Column<T> {
    values: Vec<T>,
    known: Vec<bool>,
}

impl<T: Clone + Default> Column<T> {
    fn new(rows: usize) -> Self {
        Self { values: vec![T::default(); rows], known: vec![false; rows] }
    }

    fn room(&mut self) -> Filled<'_, T> {
        Filled { values: &mut self.values, known: &mut self.known }
    }
}

/// An amount that is there.
fn at(values: &[i128], known: &[bool], row: usize) -> Option<i128> {
    known.get(row).copied().unwrap_or_default().then(|| values.get(row).copied())?
}

impl Output {
    /// Room for what is wanted of so many rows.
    pub fn new(wanted: Wanted, rows: usize) -> Self {
        let amounts = |is_wanted: bool| is_wanted.then(|| Column::new(rows));
        Self {
            amount: amounts(wanted.amount),
            min: amounts(wanted.min),
            max: amounts(wanted.max),
            state: wanted.state.then(|| vec![NO_STATE; rows]),
            months: wanted.months.then(|| Column::new(rows)),
        }
    }

    /// The room, to be filled.
    pub fn room(&mut self) -> Answers<'_> {
        Answers {
            amount: self.amount.as_mut().map(|column| Amounts::Wide(column.room())),
            min: self.min.as_mut().map(|column| Amounts::Wide(column.room())),
            max: self.max.as_mut().map(|column| Amounts::Wide(column.room())),
            state: self.state.as_deref_mut(),
            months: self.months.as_mut().map(Column::room),
        }
    }

    /// The amount of a row.
    pub fn amount(&self, row: usize) -> Option<i128> {
        self.amount.as_ref().and_then(|column| at(&column.values, &column.known, row))
    }

    /// The smallest and the largest amount of a row.
    pub fn range(&self, row: usize) -> Option<(i128, i128)> {
        let (min, max) = self.range_of_each(row);
        min.zip(max)
    }

    /// The same, each where it is there.
    pub fn range_of_each(&self, row: usize) -> (Option<i128>, Option<i128>) {
        let end = |column: Option<&Column<i128>>| column.and_then(|column| at(&column.values, &column.known, row));
        (end(self.min.as_ref()), end(self.max.as_ref()))
    }

    /// The place of a row's state among the words for states.
    pub fn state(&self, row: usize) -> Option<usize> {
        self.state.as_ref()?.get(row).map(|state| usize::from(*state))
    }

    /// How many months of a row are granted, kept to, done or known.
    pub fn months(&self, row: usize) -> Option<u16> {
        let column = self.months.as_ref()?;
        column.known.get(row).copied().unwrap_or_default().then(|| column.values.get(row).copied())?
    }

    /// Whether a row was left out.
    pub fn is_left_out(&self, row: usize) -> bool {
        self.state.as_ref().is_some_and(|state| state.get(row).copied() == Some(NO_STATE))
    }

    /// The columns, in the order amount, state, min, max, months.
    pub fn columns(self, rule: &BatchRule) -> Result<Vec<ArrayRef>, ArrowError> {
        let mut columns: Vec<ArrayRef> = Vec::new();
        let scale = i8::try_from(rule.scale).unwrap_or(2);
        let amounts = |column: Column<i128>| -> Result<ArrayRef, ArrowError> {
            let array = Decimal128Array::new(column.values.into(), nulls(&column.known));
            Ok(Arc::new(array.with_precision_and_scale(DIGITS, scale)?))
        };
        if let (Some(column), true) = (self.amount, rule.has_amount) {
            columns.push(amounts(column)?);
        }
        if let Some(state) = self.state {
            columns.push(Arc::new(states(&state)?));
        }
        if let (Some(column), true) = (self.min, rule.has_amount) {
            columns.push(amounts(column)?);
        }
        if let (Some(column), true) = (self.max, rule.has_amount) {
            columns.push(amounts(column)?);
        }
        if let Some(column) = self.months {
            let months: Vec<i32> = column.values.iter().map(|months| i32::from(*months)).collect();
            columns.push(Arc::new(Int32Array::new(months.into(), nulls(&column.known))));
        }
        Ok(columns)
    }
}

fn nulls(known: &[bool]) -> Option<NullBuffer> {
    let nulls = NullBuffer::new(BooleanBuffer::from(known));
    Some(nulls).filter(|nulls| nulls.null_count() > 0)
}

/// States as a dictionary of their words.
fn states(state: &[u8]) -> Result<DictionaryArray<Int8Type>, ArrowError> {
    let known: Vec<bool> = state.iter().map(|state| *state != NO_STATE).collect();
    let keys = state.iter().map(|state| i8::try_from(*state).unwrap_or_default()).collect::<Vec<i8>>();
    let keys = Int8Array::new(keys.into(), nulls(&known));
    DictionaryArray::try_new(keys, Arc::new(StringArray::from(STATES.to_vec())))
}

/// What columns a rule has, in the order of [`Output::columns`].
pub fn fields(rule: &BatchRule, wanted: Wanted) -> Vec<Field> {
    let amount = DataType::Decimal128(DIGITS, i8::try_from(rule.scale).unwrap_or(2));
    let state = DataType::Dictionary(Box::new(DataType::Int8), Box::new(DataType::Utf8));
    let all = [
        ("amount", wanted.amount && rule.has_amount, amount.clone()),
        ("state", wanted.state, state),
        ("min", wanted.min && rule.has_amount, amount.clone()),
        ("max", wanted.max && rule.has_amount, amount),
        ("months", wanted.months, DataType::Int32),
    ];
    let wanted = all.into_iter().filter(|(_, is_wanted, _)| *is_wanted);
    wanted.map(|(name, _, kind)| Field::new(format!("{}.{name}", rule.id), kind, true)).collect()
}
