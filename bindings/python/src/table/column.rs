//! One column of an Arrow batch → a column of facts: as it lies in memory where that says the fact exactly, else cell
//! by cell as text, which the core reads as it reads every roster.

use super::text::{as_text, from_list};
use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Decimal128Type, Int8Type, Int16Type, Int32Type, Int64Type, TimestampMicrosecondType,
    TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type, UInt32Type,
    UInt64Type,
};
use arrow_array::{Array, ArrayRef, ArrowPrimitiveType, PrimitiveArray, StringArray, downcast_integer_array};
use arrow_buffer::{ArrowNativeType, NullBuffer};
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

/// The cells of a column: what is converted is so when rows are answered, while it is near.
pub enum Cells {
    /// Numbers as the batch holds them: 64 bits, 32 bits, a byte, a bit.
    Array(ArrayRef),
    /// Decimals of the fact's own scale.
    Decimals(ArrayRef),
    /// Whole numbers or decimals of another scale, to be multiplied.
    Multiplied(ArrayRef, i128),
    /// Decimals of another scale, to be divided without remainder.
    Divided(ArrayRef, i128),
    /// Points in time, and how many of their units a day has; all of them begin one.
    Points(ArrayRef, i64),
    /// Keys of a dictionary, and the place among the options for each.
    Options(ArrayRef, Vec<u8>),
    /// Texts, to be read.
    Text(StringArray),
}

/// Some rows of a column that the batch holds otherwise.
pub enum Converted {
    /// No need.
    Not,
    /// Numbers.
    Long(Vec<i128>),
    /// Numbers that fit.
    Wide(Vec<i64>),
    /// Days.
    Narrow(Vec<i32>),
    /// Places of options.
    Code(Vec<u8>),
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

    /// The rows of a range, converted.
    pub fn convert(&self, start: usize, length: usize) -> Converted {
        match &self.cells {
            Cells::Array(_) | Cells::Text(_) => Converted::Not,
            // Of a long run, so that the block after it finds half of the bytes, and those near.
            Cells::Decimals(array) => narrowed(decimals(array, start, length)).map_or(Converted::Not, Converted::Wide),
            Cells::Multiplied(array, times) => {
                let mut units = numbers(&array.slice(start, length));
                // What no longer fits is larger than every bound, and told so.
                units.iter_mut().for_each(|units| *units = units.saturating_mul(*times));
                Converted::Long(units)
            }
            Cells::Divided(array, parts) => {
                let mut units = numbers(&array.slice(start, length));
                units.iter_mut().for_each(|units| *units /= parts);
                Converted::Long(units)
            }
            Cells::Points(array, each) => {
                let day = |point: &i64| i32::try_from(point / each).unwrap_or(i32::MIN);
                let points = array.as_primitive::<Int64Type>().values().iter().skip(start).take(length);
                Converted::Narrow(points.map(day).collect())
            }
            Cells::Options(keys, places) => Converted::Code(coded(&keys.slice(start, length), places)),
        }
    }

    /// The rows of a range, which were converted; `None` for text.
    pub fn rows<'c>(&'c self, own: &'c Converted, start: usize, length: usize) -> Option<RowColumn<'c>> {
        let end = start + length;
        let values = match (own, &self.cells) {
            (Converted::Long(values), _) => Values::Long(values),
            (Converted::Wide(values), _) => Values::Wide(values),
            (Converted::Narrow(values), _) => Values::Narrow(values),
            (Converted::Code(values), _) => Values::Code(values),
            (Converted::Not, Cells::Decimals(array)) => Values::Long(decimals(array, start, length)),
            (Converted::Not, Cells::Array(array)) => match array.data_type() {
                DataType::Boolean => {
                    let bits = array.as_boolean().values();
                    Values::Bits(bits.values(), bits.offset() + start)
                }
                DataType::Int64 => Values::Wide(array.as_primitive::<Int64Type>().values().get(start..end)?),
                DataType::Int32 => Values::Narrow(array.as_primitive::<Int32Type>().values().get(start..end)?),
                DataType::Date32 => Values::Narrow(array.as_primitive::<Date32Type>().values().get(start..end)?),
                _ => Values::Code(array.as_primitive::<UInt8Type>().values().get(start..end)?),
            },
            (Converted::Not, _) => return None,
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
                Some(places) => Ok(places),
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

/// A dictionary of options with the place of each of its values, where each is one.
fn places(choices: &[Choice], array: &ArrayRef) -> Result<Option<Cells>, ArrowError> {
    let dictionary = array.as_any_dictionary();
    let texts = as_text(dictionary.values())?;
    let place = |text: Option<&str>| {
        let Some(text) = text else { return Some(0) };
        let place = choices.iter().position(|choice| choice.id == text || choice.words.zh == text)?;
        u8::try_from(place).ok()
    };
    let known = texts.iter().map(place).collect::<Option<Vec<u8>>>();
    Ok(known.map(|known| Cells::Options(dictionary.keys().slice(0, array.len()), known)))
}

/// The places of keys. Keys of rows without a value may be anything, and say nothing.
fn coded(keys: &dyn Array, places: &[u8]) -> Vec<u8> {
    let place = |key: usize| places.get(key).copied().unwrap_or_default();
    downcast_integer_array!(
        keys => keys.values().iter().map(|key| place(key.as_usize())).collect(),
        _ => vec![0; keys.len()]
    )
}

fn number(scale: u8, array: &ArrayRef) -> Result<Cells, Refused> {
    let factor = |more: u32| 10_i128.checked_pow(more);
    match array.data_type() {
        DataType::Int64 | DataType::Int32 | DataType::UInt8 if scale == 0 => Ok(Cells::Array(ArrayRef::clone(array))),
        kind if kind.is_integer() => {
            Ok(Cells::Multiplied(ArrayRef::clone(array), factor(u32::from(scale)).unwrap_or(1)))
        }
        DataType::Decimal32(digits, from) | DataType::Decimal64(digits, from) | DataType::Decimal256(digits, from) => {
            let wide = cast(array, &DataType::Decimal128((*digits).min(38), *from))?;
            number(scale, &wide)
        }
        DataType::Decimal128(_, from) => {
            let units = array.as_primitive::<Decimal128Type>();
            let (scale, from) = (i16::from(scale), i16::from(*from));
            if scale == from {
                return Ok(Cells::Decimals(ArrayRef::clone(array)));
            }
            let times = factor(u32::from(scale.abs_diff(from))).unwrap_or(1);
            if from < scale {
                return Ok(Cells::Multiplied(ArrayRef::clone(array), times));
            }
            let is_exact = units.iter().flatten().all(|value| value % times == 0);
            match is_exact {
                true => Ok(Cells::Divided(ArrayRef::clone(array), times)),
                // The text tells the cells with too many decimals.
                false => Ok(Cells::Text(super::text::decimals(units))),
            }
        }
        kind => Err(Refused::Type(kind.clone())),
    }
}

/// The units of some decimals.
fn decimals(array: &ArrayRef, start: usize, length: usize) -> &[i128] {
    array.as_primitive::<Decimal128Type>().values().get(start..start + length).unwrap_or_default()
}

/// The same in 64 bits, where all of them fit.
fn narrowed(units: &[i128]) -> Option<Vec<i64>> {
    let mut fit = true;
    let narrow = units.iter().map(|units| {
        i64::try_from(*units).unwrap_or_else(|_| {
            fit = false;
            0
        })
    });
    let narrow: Vec<i64> = narrow.collect();
    fit.then_some(narrow)
}

/// Whole numbers, or the units of decimals.
fn numbers(array: &ArrayRef) -> Vec<i128> {
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
        DataType::Decimal128(_, _) => wide::<Decimal128Type>(array),
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
        return Ok(Cells::Points(ArrayRef::clone(array), each));
    }
    Ok(Cells::Text(super::text::times(points, each)))
}
