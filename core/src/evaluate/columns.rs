//! Facts as columns: what the kernel reads.

use crate::model::{Choice, Fact, FactIndex, FactType, InstanceIndex, SET_CHOICES, ThingIndex, Vocabulary};
use crate::value::Date;

/// A fact as steps read it: of the one thing that a row reaches, or of one of the many that a sum runs over.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct FactOf {
    /// The fact.
    pub fact: FactIndex,
    /// Which of many things; `None`: the one that the row reaches.
    pub one: Option<One>,
}

/// One of the many things that a sum runs over.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum One {
    /// A thing of the case.
    Instance(InstanceIndex),
    /// The one at a place among those that the subject, or what holds it, holds; a fact of one that is not there is 0.
    Held(usize),
    /// Not a fact of it, but whether there is one at that place: 1 or 0.
    There(usize),
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

impl Values<'_> {
    /// The value of a row; 0 where there is none.
    pub(super) fn at(&self, row: usize) -> i64 {
        match self {
            Self::Wide(values) => values.get(row).copied(),
            Self::Narrow(values) => values.get(row).copied().map(i64::from),
            Self::Code(values) => values.get(row).copied().map(i64::from),
        }
        .unwrap_or_default()
    }
}

/// One fact of every row.
#[derive(Clone, Copy, Debug)]
pub struct Column<'a> {
    /// Its values; those of unknown cells mean nothing but lie within the fact's bounds.
    pub values: Values<'a>,
    /// Which cells are known; `None`: all.
    pub known: Option<&'a [bool]>,
}

impl Column<'_> {
    /// Whether the cell of a row is known.
    pub(super) fn is_known(&self, row: usize) -> bool {
        self.known.is_none_or(|known| known.get(row).copied().unwrap_or_default())
    }
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
    /// Their facts; none where nothing is known of one in any row.
    pub columns: &'a [Option<Column<'a>>],
    /// For each fact of the program that runs over them the place of its column.
    pub places: &'a [Option<usize>],
    /// Which rows share a thing; a row alone has every thing for itself.
    pub groups: &'a [Groups<'a>],
    /// The months that each row speaks of; needed where rows share a thing.
    pub spans: Option<&'a [u64]>,
}

impl<'a> Columns<'a> {
    /// The column of a fact by its place among those of the program.
    pub(super) fn of(&self, fact: usize) -> Option<&'a Column<'a>> {
        let place = self.places.get(fact).copied().flatten()?;
        self.columns.get(place)?.as_ref()
    }
}

/// For each of some facts its place among others; both stand in order.
pub(super) fn places(facts: &[FactOf], among: &[FactOf]) -> Vec<Option<usize>> {
    let mut others = among.iter().enumerate().peekable();
    let place = |fact: &FactOf| {
        while others.next_if(|(_, other)| *other < fact).is_some() {}
        others.next_if(|(_, other)| *other == fact).map(|(place, _)| place)
    };
    facts.iter().map(place).collect()
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
        Some(Fact { kind: FactType::Set { choices, open }, .. }) => {
            (0, if *open { OTHER } else { (0..choices.len().min(SET_CHOICES)).fold(0, |set, place| set | 1 << place) })
        }
        _ => (0, 1),
    }
}

/// In a set as a number, one item that is no choice of the vocabulary; below stand bits, one for each choice.
pub const OTHER: i64 = 1 << SET_CHOICES;

/// A set of texts as a number: a bit for each choice by its place, and above them how many texts are none.
#[must_use]
pub fn set_of<'t>(choices: &[Choice], texts: impl IntoIterator<Item = &'t str>) -> i64 {
    let mut set: i64 = 0;
    for text in texts {
        match choices.iter().take(SET_CHOICES).position(|choice| choice.id == text) {
            Some(place) => set |= 1 << place,
            None => set = set.saturating_add(OTHER),
        }
    }
    set
}

/// How many items of a set are none of the choices in the bits.
#[must_use]
pub(super) fn outside(set: i64, bits: u64) -> i64 {
    let listed = (set & (OTHER - 1)) & !bits.cast_signed();
    i64::from(listed.count_ones()) + set / OTHER
}
