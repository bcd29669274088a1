//! Rosters: a row stands for one thing with everything that it belongs to, a column for one fact.
//!
//! The vocabulary alone says which heading is which fact, and how a cell is read; no thing and no fact is named here.
//! Whatever is wrong with a row is told with its number and its column, and the other rows are read.

mod case;
mod cell;
mod cells;
mod check;
mod column;
mod headings;
mod sound;
mod world;

pub(crate) use cell::{NO, YES};
pub use cells::RowCells;
pub use check::WITHOUT_END;
pub(crate) use column::{ByFact, halves};
pub use column::{Known, RowColumn, Rows, Values};
pub use headings::{Heading, Headings};
pub(crate) use sound::Admissible;
