//! Exact values: decimals, civil days, months and sets of months, spans of days, units; and lists that
//! are sorted.
//!
//! A leaf: it imports no other folder. Nothing here knows of law, cases or text positions.

mod date;
mod days;
mod decimal;
mod month;
mod period;
mod sorted;
mod unit;

pub use date::{Date, DateFault};
pub use days::Days;
pub use decimal::{Decimal, DecimalFault, round_half_up};
pub use month::{Month, Window, WindowFault};
pub use period::Period;
pub use sorted::{Entry, Map, Set};
pub use unit::Unit;

#[cfg(test)]
mod tests;
