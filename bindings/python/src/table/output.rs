//! Where answers are written, and the Arrow columns that they become.

use super::pages::{Cells, Number};
use super::part::{Part, Piece};
use arrow_array::types::{Decimal128Type, Int8Type, Int32Type};
use arrow_array::{ArrayRef, ArrowPrimitiveType, DictionaryArray, PrimitiveArray, StringArray};
use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer, ScalarBuffer};
use arrow_schema::{ArrowError, DataType, Field};
use std::sync::{Arc, LazyLock};
use tuoyu::explain::STATES;
use tuoyu::{BatchRule, Wanted};

/// The digits of an amount's column; every sum of amounts fits too.
const DIGITS: u8 = 38;

/// The words of states, which every column of them shares.
static WORDS: LazyLock<ArrayRef> = LazyLock::new(|| Arc::new(StringArray::from(STATES.to_vec())));

/// The answers of one rule, as Arrow holds them.
pub struct Output {
    amount: Option<Column<i128>>,
    min: Option<Column<i128>>,
    max: Option<Column<i128>>,
    state: Option<Column<u8>>,
    months: Option<Column<i32>>,
}

/// The cells of a column, and which are there: a bit each, the lowest first.
struct Column<T> {
    values: Cells<T>,
    known: Vec<u8>,
}

impl<T: Number> Column<T> {
    fn new(rows: usize) -> Self {
        Self { values: Cells::new(rows), known: vec![0; rows.div_ceil(8)] }
    }

    fn piece(&mut self) -> Piece<'_, T> {
        Piece { values: self.values.cells_mut(), known: &mut self.known }
    }

    /// The value of a row, where it is there.
    fn at(&self, row: usize) -> Option<T> {
        let bits = self.known.get(row / 8).copied().unwrap_or_default();
        if bits >> (row % 8) & 1 == 1 { self.values.cells().get(row).copied() } else { None }
    }
}

impl Output {
    /// Room for what is wanted of so many rows.
    pub fn new(wanted: Wanted, rows: usize) -> Self {
        let amounts = |is_wanted: bool| is_wanted.then(|| Column::new(rows));
        Self {
            amount: amounts(wanted.amount),
            min: amounts(wanted.min),
            max: amounts(wanted.max),
            state: wanted.state.then(|| Column::new(rows)),
            months: wanted.months.then(|| Column::new(rows)),
        }
    }

    /// All of the room, to be filled.
    pub fn part(&mut self) -> Part<'_> {
        Part {
            amount: self.amount.as_mut().map(Column::piece),
            min: self.min.as_mut().map(Column::piece),
            max: self.max.as_mut().map(Column::piece),
            state: self.state.as_mut().map(Column::piece),
            months: self.months.as_mut().map(Column::piece),
        }
    }

    /// The amount of a row.
    pub fn amount(&self, row: usize) -> Option<i128> {
        self.amount.as_ref()?.at(row)
    }

    /// The smallest and the largest amount of a row.
    pub fn range(&self, row: usize) -> Option<(i128, i128)> {
        let (min, max) = self.range_of_each(row);
        min.zip(max)
    }

    /// The same, each where it is there.
    pub fn range_of_each(&self, row: usize) -> (Option<i128>, Option<i128>) {
        let end = |column: Option<&Column<i128>>| column?.at(row);
        (end(self.min.as_ref()), end(self.max.as_ref()))
    }

    /// The place of a row's state among the words for states.
    pub fn state(&self, row: usize) -> Option<usize> {
        self.state.as_ref()?.at(row).map(usize::from)
    }

    /// How many months of a row are granted, kept to, done or known.
    pub fn months(&self, row: usize) -> Option<i32> {
        self.months.as_ref()?.at(row)
    }

    /// Whether a row was left out.
    pub fn is_left_out(&self, row: usize) -> bool {
        self.state.as_ref().is_some_and(|state| state.at(row).is_none())
    }

    /// The columns of so many rows, in the order amount, state, min, max, months.
    pub fn columns(self, rule: &BatchRule, rows: usize) -> Result<Vec<ArrayRef>, ArrowError> {
        let mut columns: Vec<ArrayRef> = Vec::new();
        let scale = i8::try_from(rule.scale).unwrap_or(2);
        let amounts = |column: Column<i128>| -> Result<ArrayRef, ArrowError> {
            let (values, nulls) = column.arrow(rows);
            let array = primitive::<Decimal128Type>(values, nulls)?;
            Ok(Arc::new(array.with_precision_and_scale(DIGITS, scale)?))
        };
        if let (Some(column), true) = (self.amount, rule.has_amount) {
            columns.push(amounts(column)?);
        }
        if let Some(state) = self.state {
            let (places, nulls) = state.arrow(rows);
            let places = primitive::<Int8Type>(places, nulls)?;
            columns.push(Arc::new(DictionaryArray::try_new(places, Arc::clone(&WORDS))?));
        }
        if let (Some(column), true) = (self.min, rule.has_amount) {
            columns.push(amounts(column)?);
        }
        if let (Some(column), true) = (self.max, rule.has_amount) {
            columns.push(amounts(column)?);
        }
        if let Some(column) = self.months {
            let (values, nulls) = column.arrow(rows);
            columns.push(Arc::new(primitive::<Int32Type>(values, nulls)?));
        }
        Ok(columns)
    }
}

impl<T: Number + arrow_buffer::ArrowNativeType> Column<T> {
    /// Its memory, as it is, for Arrow.
    fn arrow(self, rows: usize) -> (Buffer, Option<NullBuffer>) {
        let nulls = NullBuffer::new(BooleanBuffer::new(Buffer::from_vec(self.known), 0, rows));
        (self.values.into_buffer(), Some(nulls).filter(|nulls| nulls.null_count() > 0))
    }
}

fn primitive<T: ArrowPrimitiveType>(
    values: Buffer,
    nulls: Option<NullBuffer>,
) -> Result<PrimitiveArray<T>, ArrowError> {
    PrimitiveArray::try_new(ScalarBuffer::from(values), nulls)
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
