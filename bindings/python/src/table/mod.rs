//! Arrow tables: made of Python's values, turned into them, and written as bytes.

mod build;
mod bytes;
mod values;

pub use build::table_of;
pub use bytes::{table_bytes, table_from_bytes};
pub use values::{table_rows, table_schema};
