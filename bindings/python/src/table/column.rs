//! One column of an Arrow batch → a column of facts: as it lies in memory where that says the fact exactly, else cell
//! by cell as text, which the core reads as it reads every roster.

use super::text::{as_text, from_list};
use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Decimal128Type, Int8Type, Int16Type, Int32Type, Int64Type, TimestampMicrosecondType,
    TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type, UInt32Type,
    UInt64Type,
};
use arrow_array::{Array, ArrayRef, ArrowPrimitiveType, PrimitiveArray, StringArray};
use arrow_buffer::NullBuffer;
use arrow_cast::cast;
use arrow_schema::{ArrowError, DataType, TimeUnit};
use tuoyu::model::{Choice, Fact, FactIndex, FactType, Known, RowColumn, Values};

/// A column of facts.
pub struct Held {
    /// Which.
    pub fact: FactIndex,
    /// Its cells.
    pub cells: Cells,
    known: Option<NullBuffer>,
}

/// The cells of a column.
pub enum Cells {
    /// Numbers as the batch holds them: decimals of the fact's own scale, 64 bits, 32 bits, a byte, a bit.
    Array(ArrayRef),
    /// Numbers that were converted exactly.
    Long(Vec<i128>),
    /// Days.
    Narrow(Vec<i32>),
    /// Places of options.
    Code(Vec<u8>),
    /// Texts, to be read.
    Text(StringArray),
}

/// Why a column is no column of its fact: the Arrow type that it has.
pub enum Refused {
    /// Floats do not say decimals exactly.
    Float(DataType),
    /// Another type.
    Type(DataType),
    /// What Arrow says.
    Arrow(ArrowError),
}

impl From<ArrowError> for Refused {
    fn from(error: ArrowError) -> Self {
        Self::Arrow(error)
    }
}

impl Held {
    /// The column of a fact; `None` for what no rule reads, and where nothing is known.
    pub fn of(index: FactIndex, fact: &Fact, array: &ArrayRef) -> Result<Option<Self>, Refused> {
        if matches!(fact.kind, FactType::Text | FactType::Link(_) | FactType::Records { .. })
            || *array.data_type() == DataType::Null
        {
            return Ok(None);
        }
        let cells = cells(fact, array)?;
        let known = match &cells {
            Cells::Text(texts) => texts.nulls().cloned(),
            _ => array.logical_nulls(),
        };
        Ok(Some(Self { fact: index, cells, known }))
    }

    /// The rows of a range; `None` for text.
    pub fn rows(&self, start: usize, length: usize) -> Option<RowColumn<'_>> {
        let end = start + length;
        let values = match &self.cells {
            Cells::Long(values) => Values::Long(values.get(start..end)?),
            Cells::Narrow(values) => Values::Narrow(values.get(start..end)?),
            Cells::Code(values) => Values::Code(values.get(start..end)?),
            Cells::Text(_) => return None,
            Cells::Array(array) => match array.data_type() {
                DataType::Boolean => {
                    let bits = array.as_boolean().values();
                    Values::Bits(bits.values(), bits.offset() + start)
                }
                DataType::Decimal128(_, _) => {
                    Values::Long(array.as_primitive::<Decimal128Type>().values().get(start..end)?)
                }
                DataType::Int64 => Values::Wide(array.as_primitive::<Int64Type>().values().get(start..end)?),
                DataType::Int32 => Values::Narrow(array.as_primitive::<Int32Type>().values().get(start..end)?),
                DataType::Date32 => Values::Narrow(array.as_primitive::<Date32Type>().values().get(start..end)?),
                _ => Values::Code(array.as_primitive::<UInt8Type>().values().get(start..end)?),
            },
        };
        let known = match &self.known {
            None => Known::All,
            Some(nulls) => Known::Bits(nulls.validity(), nulls.offset() + start),
        };
        Some(RowColumn { fact: self.fact, values, known })
    }
}

fn cells(fact: &Fact, array: &ArrayRef) -> Result<Cells, Refused> {
    let kind = array.data_type();
    if matches!(kind, DataType::Float16 | DataType::Float32 | DataType::Float64) {
        return Err(Refused::Float(kind.clone()));
    }
    if matches!(kind, DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View) {
        return Ok(Cells::Text(as_text(array)?));
    }
    if let DataType::Dictionary(_, values) = kind {
        return match &fact.kind {
            FactType::Options(choices) => match places(choices, array)? {
                Some(places) => Ok(Cells::Code(places)),
                // The text tells the cells that are no option.
                None => Ok(Cells::Text(as_text(array)?)),
            },
            _ => cells(fact, &cast(array, values)?),
        };
    }
    match &fact.kind {
        FactType::Number { scale, .. } => number(*scale, array),
        FactType::Date => date(array),
        FactType::YesNo if *kind == DataType::Boolean || *kind == DataType::UInt8 => {
            Ok(Cells::Array(ArrayRef::clone(array)))
        }
        FactType::YesNo if kind.is_integer() => Ok(Cells::Text(as_text(array)?)),
        FactType::Set { .. } => from_list(array)?.map(Cells::Text).ok_or_else(|| Refused::Type(kind.clone())),
        _ => Err(Refused::Type(kind.clone())),
    }
}

/// A dictionary of options as their places, where each of its values is one.
fn places(choices: &[Choice], array: &ArrayRef) -> Result<Option<Vec<u8>>, ArrowError> {
    let dictionary = array.as_any_dictionary();
    let texts = as_text(dictionary.values())?;
    let place = |text: Option<&str>| {
        let Some(text) = text else { return Some(0) };
        let place = choices.iter().position(|choice| choice.id == text || choice.words.zh == text)?;
        u8::try_from(place).ok()
    };
    let Some(known) = texts.iter().map(place).collect::<Option<Vec<u8>>>() else { return Ok(None) };
    // Keys of rows without a value are 0, which says nothing.
    let keys = if known.is_empty() { vec![0; array.len()] } else { dictionary.normalized_keys() };
    Ok(Some(keys.into_iter().map(|key| known.get(key).copied().unwrap_or_default()).collect()))
}

fn number(scale: u8, array: &ArrayRef) -> Result<Cells, Refused> {
    let factor = |more: u32| 10_i128.checked_pow(more);
    match array.data_type() {
        DataType::Int64 | DataType::Int32 | DataType::UInt8 if scale == 0 => Ok(Cells::Array(ArrayRef::clone(array))),
        kind if kind.is_integer() => {
            let whole = integers(array);
            let times = factor(u32::from(scale)).unwrap_or(1);
            // What no longer fits is larger than every bound, and told so.
            Ok(Cells::Long(whole.into_iter().map(|value| value.saturating_mul(times)).collect()))
        }
        DataType::Decimal32(digits, from) | DataType::Decimal64(digits, from) | DataType::Decimal256(digits, from) => {
            let wide = cast(array, &DataType::Decimal128((*digits).min(38), *from))?;
            number(scale, &wide)
        }
        DataType::Decimal128(_, from) => {
            let units = array.as_primitive::<Decimal128Type>();
            let (scale, from) = (i16::from(scale), i16::from(*from));
            if scale == from {
                return Ok(Cells::Array(ArrayRef::clone(array)));
            }
            let times = factor(u32::from(scale.abs_diff(from))).unwrap_or(1);
            if from < scale {
                return Ok(Cells::Long(units.values().iter().map(|value| value.saturating_mul(times)).collect()));
            }
            let is_exact = units.iter().flatten().all(|value| value % times == 0);
            match is_exact {
                true => Ok(Cells::Long(units.values().iter().map(|value| value / times).collect())),
                // The text tells the cells with too many decimals.
                false => Ok(Cells::Text(super::text::decimals(units))),
            }
        }
        kind => Err(Refused::Type(kind.clone())),
    }
}

fn integers(array: &ArrayRef) -> Vec<i128> {
    fn wide<T: ArrowPrimitiveType>(array: &ArrayRef) -> Vec<i128>
    where
        T::Native: Into<i128>,
    {
        array.as_primitive::<T>().values().iter().map(|value| (*value).into()).collect()
    }
    match array.data_type() {
        DataType::Int8 => wide::<Int8Type>(array),
        DataType::Int16 => wide::<Int16Type>(array),
        DataType::Int32 => wide::<Int32Type>(array),
        DataType::Int64 => wide::<Int64Type>(array),
        DataType::UInt8 => wide::<UInt8Type>(array),
        DataType::UInt16 => wide::<UInt16Type>(array),
        DataType::UInt32 => wide::<UInt32Type>(array),
        _ => wide::<UInt64Type>(array),
    }
}

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;

fn date(array: &ArrayRef) -> Result<Cells, Refused> {
    fn values<T: ArrowPrimitiveType<Native = i64>>(array: &ArrayRef) -> &PrimitiveArray<T> {
        array.as_primitive::<T>()
    }
    match array.data_type() {
        DataType::Date32 => Ok(Cells::Array(ArrayRef::clone(array))),
        DataType::Date64 => days(&cast(array, &DataType::Int64)?, DAY),
        DataType::Timestamp(unit, None) => {
            let (each, plain): (i64, &dyn Array) = match unit {
                TimeUnit::Second => (DAY / 1000, values::<TimestampSecondType>(array)),
                TimeUnit::Millisecond => (DAY, values::<TimestampMillisecondType>(array)),
                TimeUnit::Microsecond => (DAY * 1000, values::<TimestampMicrosecondType>(array)),
                TimeUnit::Nanosecond => (DAY * 1_000_000, values::<TimestampNanosecondType>(array)),
            };
            days(&cast(plain, &DataType::Int64)?, each)
        }
        kind => Err(Refused::Type(kind.clone())),
    }
}

/// Points in time as days; a time of day is told.
fn days(array: &ArrayRef, each: i64) -> Result<Cells, Refused> {
    let points = array.as_primitive::<Int64Type>();
    if points.iter().flatten().all(|point| point % each == 0) {
        let day = |point: &i64| i32::try_from(point / each).unwrap_or(i32::MIN);
        return Ok(Cells::Narrow(points.values().iter().map(day).collect()));
    }
    Ok(Cells::Text(super::text::times(points, each)))
}
