//! [`Document`](crate::parse::Document)s → [`Rulebook`](crate::rulebook::Rulebook): names, types, units, time cover, tables, cycles,
//! grounding of numbers, accounting of pieces.
//!
//! Imports `parse`, `rulebook`, `model` and the leaves. What passes here never fails in evaluation.

mod accounting;
mod answers;
mod brackets;
mod by_name;
mod call;
mod claim;
mod comparison;
mod conditions;
mod declare;
mod entitlement;
mod fold;
mod grounding;
mod grounds;
mod head;
mod items;
mod measure;
mod order;
mod overrides;
mod pack;
mod scope;
mod steps;
mod table;
mod term;
mod versions;
mod written;

pub(crate) use overrides::{id_of, overridden};

pub use accounting::{NONE_WORDS, NoneWord, lock_of};
pub use pack::rulebook;

#[cfg(test)]
mod tests;
