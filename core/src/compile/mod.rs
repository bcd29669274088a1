//! [`Rulebook`] → [`Plan`]: every rule as straight lists of steps, one slot each, with
//! the proof that no number can grow too large.
//!
//! Imports `rulebook` and the leaves. A number step reads only smaller number slots; a mask step reads number
//! slots and smaller mask slots. Nothing is searched in evaluation.

mod apart;
mod bounds;
mod choices;
mod lower;
mod plan;
mod reform;
mod rules;
mod steps;

// A plan carries the rulebook that it was made from.
pub use crate::rulebook::{
    Act, Age, Arm, Benefit, BenefitForm, Choice, Comparison, Condition, Fact, FactIndex, FactType, Hop, Instrument,
    Kind, Measure, Number, NumberKind, Origin, Parameter, ParameterIndex, Period, Place, REFERENCE_DAY, Reading,
    ReadingIndex, Relation, Route, Rule, RuleIndex, Rulebook, SEMANTICS, Says, Shift, Step, Thing, ThingIndex, Truth,
    Version, Vocabulary, Way, YEARLY_RATE, routes,
};
pub use bounds::MOST_MONTHS_AT_ONCE;
pub use lower::plan;
pub use plan::{
    Consult, Figures, MaskSlot, MaskStep, NumberSlot, NumberStep, Piece, Plan, RulePlan, TableArm, VersionPlan, WayPlan,
};

#[cfg(test)]
mod tests;
