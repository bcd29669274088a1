//! What a table gives: a number, or a quotient of two that are tables of one shape.

use super::number::bare;
use crate::compile::{FactIndex, Number, NumberKind, ReadingIndex, Truth};

/// A number, or one number over another.
#[derive(Clone, Copy)]
pub(super) struct Content<'n> {
    pub(super) above: &'n Number,
    pub(super) below: Option<&'n Number>,
}

/// The same, kept to be said later.
#[derive(Clone, PartialEq)]
pub(super) struct Kept {
    above: Number,
    below: Option<Number>,
}

impl Kept {
    pub(super) const fn content(&self) -> Content<'_> {
        Content { above: &self.above, below: self.below.as_ref() }
    }
}

/// What selects among the cells of a table.
#[derive(PartialEq)]
pub(super) enum Selector<'n> {
    /// A fact; for each row from, to, and whether the law names these values.
    Fact(FactIndex, Vec<(i64, i64, bool)>),
    Reading(ReadingIndex),
    /// Whether something holds; the first cell is where it does not.
    Truth(&'n Truth),
}

/// A cell; none is the refusal.
pub(super) type Cell<'n> = Option<Content<'n>>;

impl<'n> Content<'n> {
    pub(super) const fn number(above: &'n Number) -> Self {
        Self { above, below: None }
    }

    pub(super) fn kept(self) -> Kept {
        Kept { above: bare(self.above).0.clone(), below: self.below.map(|below| bare(below).0.clone()) }
    }

    /// The table that it is; none where it is none, or a quotient of two tables that do not fit each other.
    pub(super) fn table(self) -> Option<(Selector<'n>, Vec<Cell<'n>>)> {
        let (selector, above) = table(self.above)?;
        let Some(below) = self.below else {
            return Some((selector, above.into_iter().map(|cell| cell.map(Content::number)).collect()));
        };
        let (other, below) = table(below).filter(|(other, _)| *other == selector)?;
        let cells = above.into_iter().zip(below).map(|(above, below)| Some(Content { above: above?, below }));
        Some((other, cells.collect()))
    }
}

fn table(number: &Number) -> Option<(Selector<'_>, Vec<Option<&Number>>)> {
    Some(match &bare(number).0.kind {
        NumberKind::Table(fact, arms) => {
            let rows = arms.iter().map(|arm| (arm.from, arm.to, arm.named)).collect();
            (Selector::Fact(*fact, rows), arms.iter().map(|arm| arm.cell.as_ref()).collect())
        }
        NumberKind::Reading(reading, cells) => {
            (Selector::Reading(*reading), cells.iter().map(Option::as_ref).collect())
        }
        NumberKind::Choose(truth, cells) => (Selector::Truth(truth), cells.iter().map(Option::as_ref).collect()),
        _ => return None,
    })
}
