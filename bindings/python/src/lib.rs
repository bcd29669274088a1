//! `tuoyu._native`: what the Python package `tuoyu` calls. It converts in, calls the core once, and converts out;
//! classes that people meet are Python's, in `python/tuoyu`.

mod case;
mod faults;
mod kept;
mod law;
mod question;
mod row;
mod rules;
mod table;

use pyo3::prelude::*;

/// The engine of the Python package.
#[pymodule(gil_used = false)]
mod _native {
    #[pymodule_export]
    use super::law::{embedded, pack_of_texts};
    #[pymodule_export]
    use super::row::assess_row;
    #[pymodule_export]
    use super::rules::Law;
    #[pymodule_export]
    use super::table::{
        assess_stream, assess_table, budgets, table_bytes, table_from_bytes, table_of, table_of_frame, table_rows,
        table_schema,
    };

    /// The version of the engine.
    #[pymodule_export]
    const ENGINE: &str = env!("CARGO_PKG_VERSION");
}
