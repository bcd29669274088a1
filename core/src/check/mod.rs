//! [`Document`](crate::parse::Document)s → [`Rulebook`]: names, types, units, time cover, tables, cycles,
//! grounding of numbers, accounting of pieces.
//!
//! Imports `parse`, `model` and the leaves. What passes here never fails in evaluation.

mod accounting;
mod comparison;
mod declare;
mod entitlement;
mod grounding;
mod order;
mod pack;
mod reach;
mod rulebook;
mod scope;
mod table;
mod term;
mod versions;
mod walk;

// A rulebook is made of these too.
pub use crate::model::{Choice, Fact, FactIndex, FactType, ThingIndex, Vocabulary};
pub use crate::parse::Period;
pub use accounting::{NONE_WORDS, NoneWord, lock_of};
pub use entitlement::{REFERENCE_DAY, YEARLY_RATE};
pub use pack::rulebook;
pub use reach::{Hop, Route, routes};
pub use rulebook::{
    Arm, Cell, Comparison, Condition, Instrument, Number, NumberKind, Parameter, ParameterIndex, Place, Reading,
    ReadingIndex, Rule, RuleIndex, Rulebook, Shift, Truth, Version,
};

#[cfg(test)]
mod tests;
