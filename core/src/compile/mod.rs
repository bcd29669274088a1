//! [`Rulebook`] → [`Plan`]: every rule as straight lists of steps, one slot each, with
//! the proof that no number can leave 64 bits.
//!
//! Imports `check` and the leaves. A number step reads only smaller number slots; a mask step reads number
//! slots and smaller mask slots. Nothing is searched in evaluation.

mod bounds;
mod lower;
mod plan;

// A plan carries the rulebook that it was made from.
pub use crate::check::{
    Choice, Comparison, Condition, Fact, FactIndex, FactType, Hop, Number, NumberKind, Parameter, ParameterIndex,
    Period, Place, REFERENCE_DAY, Reading, ReadingIndex, Route, Rule, RuleIndex, Rulebook, Shift, ThingIndex, Truth,
    Version, Vocabulary, YEARLY_RATE, routes,
};
pub use bounds::MOST_MONTHS_AT_ONCE;
pub use lower::plan;
pub use plan::{Consult, MaskSlot, MaskStep, NumberSlot, NumberStep, Piece, Plan, RulePlan, TableArm, VersionPlan};

#[cfg(test)]
mod tests;
