//! [`Rulebook`] → [`Plan`]: every rule as straight lists of steps, one slot each, with
//! the proof that no number can grow too large.
//!
//! Imports `rulebook` and the leaves. A number step reads only smaller number slots; a mask step reads number
//! slots and smaller mask slots. Nothing is searched in evaluation.

mod amounts;
mod apart;
mod bounds;
mod choices;
mod ledger;
mod lessened;
mod lower;
mod plan;
mod reform;
mod rules;
mod steps;

// A plan carries the rulebook that it was made from.
pub use crate::rulebook::{
    Act, Age, Arm, Benefit, BenefitForm, Brackets, Calendar, CalendarIndex, Choice, Claim, Comparison, Condition,
    Counted, Due, Fact, FactIndex, FactType, Hop, InWords, Instrument, Item, ItemRate, Kind, Measure, Number,
    NumberKind, Origin, Parameter, ParameterIndex, Period, Place, REFERENCE_DAY, Reading, ReadingIndex, Relation,
    Route, Rule, RuleIndex, Rulebook, SEMANTICS, SHARE_SCALE, Says, Shift, Step, TableIndex, Thing, ThingIndex, Truth,
    Version, Vocabulary, Way, YEARLY_RATE, routes,
};
pub use bounds::MOST_MONTHS_AT_ONCE;
pub use lower::plan;
pub use plan::{
    AmountStep, Consult, Figures, Ledger, MaskSlot, MaskStep, NumberSlot, NumberStep, Piece, Plan, RatePlan, RulePlan,
    Source, TableArm, VersionPlan, WayPlan,
};

#[cfg(test)]
mod tests;
