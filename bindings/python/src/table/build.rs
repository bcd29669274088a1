//! Python's values → an Arrow table.

use arrow_array::builder::{
    BooleanBuilder, Date32Builder, Decimal128Builder, Int64Builder, StringBuilder, StringDictionaryBuilder,
};
use arrow_array::types::Int32Type;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, DataType, Field, Schema};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyList;
use pyo3_arrow::PyTable;
use std::sync::Arc;
use tuoyu::value::{Date, Decimal};

/// How many digits a decimal column has room for.
const DIGITS: u8 = 38;

/// A table of columns: each a name, a kind (`text`, `token`, `date`, `count`, `truth`, or `decimal` with its decimals)
/// and a list of values, in which None is null. Decimals and dates come as text.
#[pyfunction]
pub fn table_of(columns: Vec<(String, String, i8, Bound<'_, PyList>)>) -> PyResult<PyTable> {
    let mut fields = Vec::with_capacity(columns.len());
    let mut arrays = Vec::with_capacity(columns.len());
    for (name, kind, scale, values) in &columns {
        let array = array(kind, *scale, values)?;
        fields.push(Field::new(name, array.data_type().clone(), true));
        arrays.push(array);
    }
    let schema = Arc::new(Schema::new(fields));
    let batch = RecordBatch::try_new(Arc::clone(&schema), arrays).map_err(fault)?;
    PyTable::try_new(vec![batch], schema)
}

fn array(kind: &str, scale: i8, values: &Bound<'_, PyList>) -> PyResult<ArrayRef> {
    Ok(match kind {
        "text" => {
            let mut builder = StringBuilder::new();
            for value in values {
                builder.append_option(value.extract::<Option<String>>()?);
            }
            Arc::new(builder.finish())
        }
        "token" => {
            let mut builder = StringDictionaryBuilder::<Int32Type>::new();
            for value in values {
                builder.append_option(value.extract::<Option<String>>()?);
            }
            Arc::new(builder.finish())
        }
        "date" => {
            let mut builder = Date32Builder::new();
            for value in values {
                let day = value.extract::<Option<String>>()?.map(|text| text.parse::<Date>());
                let day = day.transpose().map_err(|_| PyValueError::new_err("no date"))?;
                builder.append_option(day.map(Date::number));
            }
            Arc::new(builder.finish())
        }
        "count" => {
            let mut builder = Int64Builder::new();
            for value in values {
                builder.append_option(value.extract::<Option<i64>>()?);
            }
            Arc::new(builder.finish())
        }
        "truth" => {
            let mut builder = BooleanBuilder::new();
            for value in values {
                builder.append_option(value.extract::<Option<bool>>()?);
            }
            Arc::new(builder.finish())
        }
        _ => {
            let data = DataType::Decimal128(DIGITS, scale);
            let mut builder = Decimal128Builder::new().with_data_type(data);
            for value in values {
                builder.append_option(value.extract::<Option<String>>()?.map(|text| units(&text, scale)).transpose()?);
            }
            Arc::new(builder.finish())
        }
    })
}

fn units(text: &str, scale: i8) -> PyResult<i128> {
    let exact = Decimal::parse(text).ok().and_then(|decimal| {
        let more = u8::try_from(scale).ok()?.checked_sub(decimal.scale())?;
        decimal.units().checked_mul(10_i128.checked_pow(u32::from(more))?)
    });
    exact.ok_or_else(|| PyValueError::new_err(format!("{text} is no decimal with at most {scale} places")))
}

/// What is wrong with a table, as Python says it.
pub fn fault(error: ArrowError) -> PyErr {
    PyValueError::new_err(error.to_string())
}
