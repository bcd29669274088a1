//! Whether some rows are surely right: a quick look at whole columns, so that rows are looked at one by one only where
//! something is wrong.

use super::column::{Known, RowColumn, Rows, Values, halves};
use crate::model::{Fact, FactIndex, FactType, Vocabulary};
use crate::value::Date;
use std::ops::Range;

/// What the values of each fact may be, made ready once.
pub(crate) struct Admissible(Vec<OfFact>);

/// What the values of a fact may be.
struct OfFact {
    values: Admitted,
    /// The date that it must not lie before.
    after: Option<FactIndex>,
    /// Those that contradict its no.
    implied_by: Vec<FactIndex>,
}

enum Admitted {
    /// Only looking at each value tells.
    Each,
    /// Numbers between two.
    Between(i64, i64),
    /// Days, and after them all the end of what has none.
    OrEndless,
    /// Anything.
    Any,
}

impl Admissible {
    pub(crate) fn new(vocabulary: &Vocabulary) -> Self {
        Self(vocabulary.facts.iter().map(OfFact::new).collect())
    }

    /// Whether nothing is wrong with the rows of a range.
    pub(crate) fn are_sound(&self, rows: &Rows<'_>, range: &Range<usize>) -> bool {
        rows.columns.iter().all(|column| {
            let Some(fact) = self.0.get(column.fact.0) else { return true };
            let is_inside = match fact.values {
                Admitted::Each => false,
                Admitted::Between(low, high) => all_within(column, (low, high), range),
                Admitted::OrEndless => is_within_or_endless(column, range),
                Admitted::Any => true,
            };
            let is_contradicted = || fact.implied_by.iter().any(|by| rows.column(*by).is_some());
            is_inside && fact.after.is_none_or(|start| is_after(rows, start, column, range)) && !is_contradicted()
        })
    }
}

impl OfFact {
    fn new(fact: &Fact) -> Self {
        let values = match &fact.kind {
            FactType::Number { allowed, .. } if !allowed.is_empty() => Admitted::Each,
            FactType::Number { minimum, maximum, .. } => Admitted::Between(*minimum, *maximum),
            FactType::YesNo => Admitted::Between(0, 1),
            FactType::Options(choices) => {
                Admitted::Between(0, i64::try_from(choices.len()).map_or(i64::MAX, |count| count - 1))
            }
            FactType::Date if fact.absent_is_without_end => Admitted::OrEndless,
            FactType::Date => Admitted::Between(i64::from(Date::MIN.number()), i64::from(Date::MAX.number())),
            FactType::Text | FactType::Set { .. } | FactType::Link(_) | FactType::Records { .. } => Admitted::Any,
        };
        let implied_by = if fact.contradicts_no { fact.implied_by.clone() } else { Vec::new() };
        Self { values, after: fact.after, implied_by }
    }
}

/// Whether no value lies before the date that it must not lie before.
fn is_after(rows: &Rows<'_>, start: FactIndex, column: &RowColumn<'_>, range: &Range<usize>) -> bool {
    let Some(start) = rows.column(start) else { return true };
    if let (Values::Narrow(ends), Values::Narrow(starts)) = (column.values, start.values) {
        let (ends, starts) = (ends.get(range.clone()), starts.get(range.clone()));
        let (ends, starts) = (ends.unwrap_or_default(), starts.unwrap_or_default());
        if ends.iter().zip(starts).fold(true, |all, (end, start)| all & (start <= end)) {
            return true;
        }
    }
    range.clone().all(|row| {
        let both = column.known.at(row) && start.known.at(row);
        !both || start.values.number(row) <= column.values.number(row)
    })
}

fn is_within_or_endless(column: &RowColumn<'_>, range: &Range<usize>) -> bool {
    let (low, high) = (Date::MIN.number(), Date::MAX.number());
    if let Values::Narrow(values) = column.values {
        let values = values.get(range.clone()).unwrap_or_default().iter();
        let inside = |value: i32| (low <= value) & (value <= high) | (value == i32::MAX);
        if values.fold(true, |all, value| all & inside(*value)) {
            return true;
        }
    }
    all_within(column, (i64::from(low), i64::from(high)), range)
}

fn all_within(column: &RowColumn<'_>, (low, high): (i64, i64), range: &Range<usize>) -> bool {
    let is_sure = match column.values {
        Values::Wide(values) => {
            let values = values.get(range.clone()).unwrap_or_default().iter();
            // Whichever end a value lies beyond, a difference has a sign; signs are joined faster than numbers compared.
            values.fold(0, |signs, value| signs | value.wrapping_sub(low) | high.wrapping_sub(*value)) >= 0
        }
        Values::Narrow(values) => {
            let (low, high) = (i32::try_from(low).unwrap_or(i32::MIN), i32::try_from(high).unwrap_or(i32::MAX));
            within(values, range, low, high)
        }
        Values::Code(values) => {
            let (low, high) = (u8::try_from(low).unwrap_or(0), u8::try_from(high).unwrap_or(u8::MAX));
            within(values, range, low, high)
        }
        Values::Long(values) => {
            let values = values.get(range.clone()).unwrap_or_default().iter();
            // The upper half of a number that fits repeats the sign of the lower one.
            let (signs, rest) = values.fold((0, 0), |(signs, rest), value| {
                let (upper, lower) = halves(*value);
                (signs | lower.wrapping_sub(low) | high.wrapping_sub(lower), rest | upper ^ lower >> 63)
            });
            signs >= 0 && rest == 0
        }
        Values::Bits(..) => low <= 0 && high >= 1,
        Values::Texts(_) => true,
    };
    // Cells that are not known may hold anything.
    is_sure
        || (!matches!(column.known, Known::All)
            && range.clone().all(|row| {
                let value = column.values.number(row);
                !column.known.at(row) || value.is_some_and(|value| (low..=high).contains(&value))
            }))
}

fn within<T: Copy + PartialOrd>(values: &[T], range: &Range<usize>, low: T, high: T) -> bool {
    let is_inside = |value: &T| (low <= *value) & (*value <= high);
    match values.get(range.clone()).unwrap_or_default() {
        [one] => is_inside(one),
        many => many.iter().fold(true, |all, value| all & is_inside(value)),
    }
}
