//! A table ↔ bytes: Arrow's own stream format.

use super::build::fault;
use arrow_ipc::reader::StreamReader;
use arrow_ipc::writer::StreamWriter;
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use pyo3_arrow::PyTable;
use pyo3_arrow::input::AnyRecordBatch;

/// A table in Arrow's stream format.
#[pyfunction]
pub fn table_bytes<'py>(py: Python<'py>, table: PyTable) -> PyResult<Bound<'py, PyBytes>> {
    let (batches, schema) = table.into_inner();
    let mut writer = StreamWriter::try_new(Vec::new(), &schema).map_err(fault)?;
    for batch in &batches {
        writer.write(batch).map_err(fault)?;
    }
    let bytes = writer.into_inner().map_err(fault)?;
    Ok(PyBytes::new(py, &bytes))
}

/// The table of such bytes.
#[pyfunction]
pub fn table_from_bytes(bytes: &[u8]) -> PyResult<PyTable> {
    let reader = StreamReader::try_new(bytes, None).map_err(fault)?;
    let schema = reader.schema();
    let batches = reader.collect::<Result<Vec<_>, _>>().map_err(fault)?;
    PyTable::try_new(batches, schema)
}

/// A frame of another library, read whole.
#[pyfunction]
pub fn table_of_frame(py: Python<'_>, frame: AnyRecordBatch) -> PyResult<PyTable> {
    let reader = frame.into_reader()?;
    let schema = reader.schema();
    let batches = py.detach(|| reader.collect::<Result<Vec<_>, _>>()).map_err(fault)?;
    PyTable::try_new(batches, schema)
}
