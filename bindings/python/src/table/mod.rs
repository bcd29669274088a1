//! Arrow tables: made of Python's values, turned into them, written as bytes; frames of rows answered and added up.

mod answer;
mod assess;
mod budget;
mod build;
mod bytes;
mod column;
mod job;
mod output;
mod pages;
mod part;
mod text;
mod values;

pub use assess::{assess_stream, assess_table};
pub use budget::budgets;
pub use build::table_of;
pub use bytes::{table_bytes, table_from_bytes, table_of_frame};
pub use job::Wants;
pub use output::Output;
pub use part::{Draft, Part};
pub use values::{decimal, table_rows, table_schema};
