//! Facts as columns: what the kernel reads.

use crate::model::{Fact, FactIndex, FactType, InstanceIndex, ThingIndex, Vocabulary};
use crate::value::Date;

/// A fact as steps read it: of the one thing that a row reaches, or of one of the many that a sum runs over.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct FactOf {
    /// The fact.
    pub fact: FactIndex,
    /// Which of many things; `None`: the one that the row reaches.
    pub one: Option<InstanceIndex>,
}

impl From<FactIndex> for FactOf {
    fn from(fact: FactIndex) -> Self {
        Self { fact, one: None }
    }
}

/// The values of one fact, a row each.
#[derive(Clone, Copy, Debug)]
pub enum Values<'a> {
    /// Numbers in the fact's own decimals.
    Wide(&'a [i64]),
    /// Dates as days since 1970-01-01, and small counts.
    Narrow(&'a [i32]),
    /// Yes and no, and options by their places.
    Code(&'a [u8]),
}

/// One fact of every row.
#[derive(Clone, Copy, Debug)]
pub struct Column<'a> {
    /// The fact, and whose it is.
    pub fact: FactOf,
    /// Its values; those of unknown cells mean nothing but lie within the fact's bounds.
    pub values: Values<'a>,
    /// Which cells are known; `None`: all.
    pub known: Option<&'a [bool]>,
}

/// Rows that share a thing: of their months, an earlier member's go first.
#[derive(Clone, Copy, Debug)]
pub struct Groups<'a> {
    /// The thing.
    pub thing: ThingIndex,
    /// For each row the thing's number.
    pub group: &'a [u32],
    /// For each row the number of its subject; rows of one subject never compete.
    pub member: &'a [u32],
}

/// The rows of one evaluation.
#[derive(Clone, Copy, Debug)]
pub struct Columns<'a> {
    /// How many rows.
    pub rows: usize,
    /// The facts.
    pub columns: &'a [Column<'a>],
    /// Which rows share a thing; a row alone has every thing for itself.
    pub groups: &'a [Groups<'a>],
    /// The months that each row speaks of; needed where rows share a thing.
    pub spans: Option<&'a [u64]>,
}

impl<'a> Columns<'a> {
    /// The column of a fact.
    #[must_use]
    pub fn column(&self, fact: FactOf) -> Option<&'a Column<'a>> {
        // The columns of a case stand in order, and may be many; those of other callers are few.
        let place = self.columns.binary_search_by_key(&fact, |column| column.fact).ok();
        let found = place.and_then(|place| self.columns.get(place));
        found.or_else(|| self.columns.iter().find(|column| column.fact == fact))
    }
}

/// The smallest and the largest value of a fact, in its column's units; without end counts as later than any day.
#[must_use]
pub fn bounds_of(vocabulary: &Vocabulary, fact: FactIndex) -> (i64, i64) {
    match vocabulary.fact_at(fact) {
        Some(Fact { kind: FactType::Number { minimum, maximum, .. }, .. }) => (*minimum, *maximum),
        Some(Fact { kind: FactType::Options(choices), .. }) => {
            (0, i64::try_from(choices.len()).map_or(0, |length| length - 1))
        }
        Some(Fact { kind: FactType::Date, .. }) => (i64::from(Date::MIN.number()), i64::from(Date::MAX.number())),
        _ => (0, 1),
    }
}
