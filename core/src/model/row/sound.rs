//! Whether some rows are surely right: a quick look at whole columns, so that rows are looked at one by one only where
//! something is wrong.

use super::column::{Known, RowColumn, Rows, Values, halves};
use crate::model::{Fact, FactType, Vocabulary};
use crate::value::Date;
use std::ops::Range;

impl Rows<'_> {
    /// Whether nothing is wrong with the rows of a range.
    pub(crate) fn is_sound(&self, vocabulary: &Vocabulary, range: Range<usize>) -> bool {
        self.columns.iter().all(|column| {
            let Some(fact) = vocabulary.fact_at(column.fact) else { return true };
            is_inside(column, fact, range.clone())
                && self.is_after(fact, column, range.clone())
                && !self.may_contradict(fact)
        })
    }

    /// Whether no value lies before the date that it must not lie before.
    fn is_after(&self, fact: &Fact, column: &RowColumn<'_>, range: Range<usize>) -> bool {
        let Some(start) = fact.after.and_then(|start| self.column(start)) else { return true };
        if let (Values::Narrow(ends), Values::Narrow(starts)) = (column.values, start.values) {
            let (ends, starts) = (ends.get(range.clone()), starts.get(range.clone()));
            let (ends, starts) = (ends.unwrap_or_default(), starts.unwrap_or_default());
            if ends.iter().zip(starts).fold(true, |all, (end, start)| all & (start <= end)) {
                return true;
            }
        }
        range.into_iter().all(|row| {
            let both = column.known.at(row) && start.known.at(row);
            !both || start.values.number(row) <= column.values.number(row)
        })
    }

    fn may_contradict(&self, fact: &Fact) -> bool {
        fact.contradicts_no && fact.implied_by.iter().any(|by| self.column(*by).is_some())
    }
}

/// Whether every known value lies within its bounds.
fn is_inside(column: &RowColumn<'_>, fact: &Fact, range: Range<usize>) -> bool {
    let (low, high) = match &fact.kind {
        FactType::Number { allowed, .. } if !allowed.is_empty() => return false,
        FactType::Number { minimum, maximum, .. } => (*minimum, *maximum),
        FactType::YesNo => (0, 1),
        FactType::Options(choices) => (0, i64::try_from(choices.len()).map_or(i64::MAX, |count| count - 1)),
        // The end of what has none lies after every day.
        FactType::Date if fact.absent_is_without_end => return is_within_or_endless(column, range),
        FactType::Date => (i64::from(Date::MIN.number()), i64::from(Date::MAX.number())),
        FactType::Text | FactType::Set { .. } | FactType::Link(_) | FactType::Records { .. } => return true,
    };
    all_within(column, (low, high), range)
}

fn is_within_or_endless(column: &RowColumn<'_>, range: Range<usize>) -> bool {
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

fn all_within(column: &RowColumn<'_>, (low, high): (i64, i64), range: Range<usize>) -> bool {
    let is_sure = match column.values {
        Values::Wide(values) => {
            let values = values.get(range.clone()).unwrap_or_default().iter();
            // Whichever end a value lies beyond, a difference has a sign; signs are joined faster than numbers compared.
            values.fold(0, |signs, value| signs | value.wrapping_sub(low) | high.wrapping_sub(*value)) >= 0
        }
        Values::Narrow(values) => {
            let (low, high) = (i32::try_from(low).unwrap_or(i32::MIN), i32::try_from(high).unwrap_or(i32::MAX));
            within(values, range.clone(), low, high)
        }
        Values::Code(values) => {
            let (low, high) = (u8::try_from(low).unwrap_or(0), u8::try_from(high).unwrap_or(u8::MAX));
            within(values, range.clone(), low, high)
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
            && range.into_iter().all(|row| {
                let value = column.values.number(row);
                !column.known.at(row) || value.is_some_and(|value| (low..=high).contains(&value))
            }))
}

fn within<T: Copy + PartialOrd>(values: &[T], range: Range<usize>, low: T, high: T) -> bool {
    let values = values.get(range).unwrap_or_default().iter();
    values.fold(true, |all, value| all & (low <= *value) & (*value <= high))
}
