//! What can be said of the world: kinds of thing, the vocabulary of facts, and a case that states some of them.
//!
//! Imports only [`value`](crate::value), [`source`](crate::source) and [`error`](crate::error).
//! The vocabulary drives the reader of cases, so a new fact needs no change here. The structs of `plain` repeat the
//! published vocabulary for Rust programs; a test holds them to it.

mod calendar;
#[cfg(feature = "authoring")]
mod calendar_toml;
mod canonical;
mod fact;
mod facts;
mod input;
mod json;
mod node;
mod number_fields;
mod plain;
mod read;
mod row;
mod suppose;
#[cfg(feature = "authoring")]
mod toml_case;
#[cfg(feature = "authoring")]
mod toml_text;
mod vocabulary;
#[cfg(feature = "authoring")]
mod vocabulary_toml;

pub use calendar::{WorkCalendar, WorkYear};
pub(crate) use canonical::Form;
pub use fact::{Choice, Fact, FactIndex, FactType, Part, SET_CHOICES, WHO};
pub use facts::{Content, Facts, Instance, InstanceIndex, Line, Record, Stretch};
pub use node::{Node, NodeValue};
pub use plain::{
    Birth, Case, Child, Class, ClassKind, County, During, Employer, Enrolment, Extra, Family, FeeItem, Institution,
    Jurisdiction, LegalForm, Ownership, Parent, Role, Service, Setting, Timed, Utility, UtilityKind,
};
pub(crate) use row::{Admissible, ByFact, NO, YES, halves};
pub use row::{Heading, Headings, Known, RowCells, RowColumn, Rows, Values, WITHOUT_END};
pub use vocabulary::{Thing, ThingIndex, Vocabulary};

#[cfg(test)]
mod tests;
