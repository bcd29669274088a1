//! An Arrow table → Python's values.

use super::build::fault;
use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Decimal128Type, Int32Type, Int64Type};
use arrow_array::{Array, ArrayRef};
use arrow_cast::cast;
use arrow_schema::DataType;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyList, PyType};
use pyo3_arrow::PyTable;
use std::sync::Arc;
use tuoyu::value::{Date, Decimal};

/// The rows of a table from one on, at most so many, as dicts. A column of a kind that tables of this package do not
/// have is left out.
#[pyfunction]
pub fn table_rows<'py>(py: Python<'py>, table: PyTable, from: usize, most: usize) -> PyResult<Bound<'py, PyList>> {
    let (batches, schema) = table.into_inner();
    let rows = PyList::empty(py);
    let mut before = 0;
    for batch in &batches {
        let start = from.saturating_sub(before).min(batch.num_rows());
        let end = from.saturating_add(most).saturating_sub(before).min(batch.num_rows());
        before += batch.num_rows();
        let told: Vec<Bound<'py, PyDict>> = (start..end).map(|_| PyDict::new(py)).collect();
        for (field, column) in schema.fields().iter().zip(batch.columns()) {
            let column = plain(&column.slice(start, end - start))?;
            for (row, told) in told.iter().enumerate() {
                if let Some(value) = value(py, &column, row)? {
                    told.set_item(field.name(), value)?;
                }
            }
        }
        for told in told {
            rows.append(told)?;
        }
    }
    Ok(rows)
}

/// The values of a dictionary themselves; every other column as it is.
fn plain(column: &ArrayRef) -> PyResult<ArrayRef> {
    match column.data_type() {
        DataType::Dictionary(_, values) => cast(column, values).map_err(fault),
        _ => Ok(Arc::clone(column)),
    }
}

/// The names and types of a table's columns, and how many rows it has.
#[pyfunction]
pub fn table_schema(table: PyTable) -> (Vec<(String, String)>, usize) {
    let (batches, schema) = table.into_inner();
    let fields = schema.fields().iter().map(|field| (field.name().clone(), field.data_type().to_string()));
    (fields.collect(), batches.iter().map(arrow_array::RecordBatch::num_rows).sum())
}

fn value<'py>(py: Python<'py>, column: &ArrayRef, row: usize) -> PyResult<Option<Bound<'py, PyAny>>> {
    if column.is_null(row) {
        return Ok(Some(py.None().into_bound(py)));
    }
    Ok(Some(match column.data_type() {
        DataType::Utf8 => column.as_string::<i32>().value(row).into_pyobject(py)?.into_any(),
        DataType::LargeUtf8 => column.as_string::<i64>().value(row).into_pyobject(py)?.into_any(),
        DataType::Utf8View => column.as_string_view().value(row).into_pyobject(py)?.into_any(),
        DataType::Boolean => column.as_boolean().value(row).into_pyobject(py)?.to_owned().into_any(),
        DataType::Int32 => column.as_primitive::<Int32Type>().value(row).into_pyobject(py)?.into_any(),
        DataType::Int64 => column.as_primitive::<Int64Type>().value(row).into_pyobject(py)?.into_any(),
        DataType::Date32 => date(py, column.as_primitive::<Date32Type>().value(row))?,
        DataType::Decimal128(_, scale) => decimal(py, column.as_primitive::<Decimal128Type>().value(row), *scale)?,
        _ => return Ok(None),
    }))
}

/// An amount as `decimal.Decimal`.
pub fn decimal(py: Python<'_>, units: i128, scale: i8) -> PyResult<Bound<'_, PyAny>> {
    static DECIMAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let text = Decimal::new(units, u8::try_from(scale).unwrap_or_default()).to_string();
    DECIMAL.import(py, "decimal", "Decimal")?.call1((text,))
}

fn date(py: Python<'_>, day: i32) -> PyResult<Bound<'_, PyAny>> {
    static DATE: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let text = Date::from_number(day).to_string();
    DATE.import(py, "datetime", "date")?.call_method1("fromisoformat", (text,))
}
