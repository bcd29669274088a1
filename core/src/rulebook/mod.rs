//! [`Rulebook`]: the law as typed rules, which checking makes, a compiled pack carries and compiling takes.
//!
//! Imports `model` and the leaves. It holds types and what can be asked of them; nothing here decides anything.

mod added;
mod book;
mod extent;
mod held;
mod item;
mod kind;
mod named;
mod origin;
mod postfix;
mod routes;
mod rule;
mod truth;
mod walk;

// Rules speak of these.
pub use crate::model::{Choice, Fact, FactIndex, FactType, Thing, ThingIndex, Vocabulary};
pub use crate::value::Period;
pub use added::NotAdded;
pub use book::{
    Brackets, Calendar, CalendarIndex, Instrument, Parameter, ParameterIndex, REFERENCE_DAY, Reading, ReadingIndex,
    RuleIndex, Rulebook, SEMANTICS, SHARE_SCALE, TableIndex, YEARLY_RATE,
};
pub use extent::Extent;
pub use item::{Counted, Item, ItemRate};
pub use kind::Kind;
pub use origin::{Origin, Piece};
pub use routes::{Hop, Route, routes};
pub use rule::{
    Act, Benefit, BenefitForm, Claim, Condition, Due, InWords, Measure, Place, Relation, Rule, Says, Step, Version, Way,
};
pub use truth::{Age, Arm, Cell, Comparison, Number, NumberKind, Shift, Truth};

#[cfg(test)]
mod tests;
