//! Items of a quantity: what is added up, and by which things and months it is shown.

use super::truth::{Number, Truth};
use crate::model::ThingIndex;
use crate::source::Words;
use crate::value::Period;

/// One item of a quantity (项目).
#[derive(Clone, Debug, serde::Deserialize, serde::Serialize)]
pub struct Item {
    /// The id, such as `left-to-pay`.
    pub id: String,
    /// What people call it.
    pub title: Words,
    /// By which things it is shown; none: for the quantity's own subject alone.
    pub by: Option<ThingIndex>,
    /// Whether it is shown by month.
    pub monthly: bool,
    /// How it comes about.
    pub counted: Counted,
}

/// How an item comes about.
#[derive(Clone, Debug, serde::Deserialize, serde::Serialize)]
pub enum Counted {
    /// A rate, added up over the things of a kind.
    Rate(ItemRate),
    /// Computed from the amounts of rules and of items above, each whole fen: in each cell where it is shown by month,
    /// else from what they come to over the window.
    Amounts(Number),
}

/// What an item counts itself.
#[derive(Clone, Debug, serde::Deserialize, serde::Serialize)]
pub struct ItemRate {
    /// For which things.
    pub of: ThingIndex,
    /// In which months it counts.
    pub when: Truth,
    /// How often.
    pub period: Period,
    /// How much.
    pub rate: Number,
}
