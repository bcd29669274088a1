//! [`Document`](crate::parse::Document)s → [`Rulebook`]: names, types, units, time cover, tables, cycles,
//! grounding of numbers, accounting of pieces.
//!
//! Imports `parse`, `model` and the leaves. What passes here never fails in evaluation.

mod accounting;
mod answers;
mod comparison;
mod conditions;
mod declare;
mod entitlement;
mod fold;
mod grounding;
mod head;
mod measure;
mod order;
mod pack;
mod reach;
mod rule;
mod rulebook;
mod scope;
mod steps;
mod table;
mod term;
mod truth;
mod versions;
mod walk;
mod written;

// A rulebook is made of these too.
pub use crate::model::{Choice, Fact, FactIndex, FactType, ThingIndex, Vocabulary};
pub use crate::parse::{Kind, Period};
pub use accounting::{NONE_WORDS, NoneWord, lock_of};
pub use pack::rulebook;
pub use reach::{Hop, Route, routes};
pub use rule::{Act, Benefit, BenefitForm, Condition, Measure, Place, Relation, Rule, Says, Step, Version, Way};
pub use rulebook::{Instrument, Parameter, ParameterIndex, Reading, ReadingIndex, RuleIndex, Rulebook};
pub use truth::{Arm, Cell, Comparison, Number, NumberKind, Shift, Truth};
pub use written::{REFERENCE_DAY, YEARLY_RATE};

#[cfg(test)]
mod tests;
