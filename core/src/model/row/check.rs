//! What the cells of one row say together: bounds, order of dates, facts that others imply, shares.

use super::column::Rows;
use super::headings::Headings;
use crate::error::{Code, Diagnostic};
use crate::model::read::bounds;
use crate::model::{Choice, Fact, FactIndex, FactType, Vocabulary};
use crate::value::Date;

/// What a date fact holds where it is absent and that means without end.
pub const WITHOUT_END: i64 = i32::MAX as i64;

impl Rows<'_> {
    /// The number that a cell states; `None` where nothing is known.
    #[must_use]
    pub fn stated(&self, fact: FactIndex, row: usize) -> Option<i64> {
        let column = self.column(fact).filter(|column| column.known.at(row))?;
        column.values.number(row)
    }

    /// Adds what is wrong with a row to the faults: the same as in a case with these facts.
    pub(crate) fn check(&self, vocabulary: &Vocabulary, headings: &Headings, row: usize, faults: &mut Vec<Diagnostic>) {
        let mut add = |fact: FactIndex, (code, found, expected): (Code, String, String)| {
            let heading = headings.column(fact).and_then(|place| headings.names().get(place)).map(String::as_str);
            let column = heading.or_else(|| vocabulary.fact_at(fact).map(|fact| fact.id.as_str())).unwrap_or_default();
            faults.push(Diagnostic::in_cell(code, self.first + row, column, found, expected));
        };
        for column in self.columns.iter().filter(|column| column.known.at(row)) {
            let Some(fact) = vocabulary.fact_at(column.fact) else { continue };
            match (column.values.number(row), &fact.kind) {
                (_, FactType::Text | FactType::Link(_) | FactType::Records { .. } | FactType::Set { .. }) => {}
                (Some(value), _) => {
                    if let Some(fault) = out_of_bounds(fact, value) {
                        add(column.fact, fault);
                    } else if let Some(fault) = self.against_others(vocabulary, fact, value, row) {
                        add(column.fact, fault);
                    }
                }
                (None, _) => add(column.fact, (Code::OutOfRange, String::new(), range(fact))),
            }
        }
    }

    /// A value that its own bounds admit, beside the other cells of the row.
    fn against_others(
        &self,
        vocabulary: &Vocabulary,
        fact: &Fact,
        value: i64,
        row: usize,
    ) -> Option<(Code, String, String)> {
        if let Some(start) = fact.after.and_then(|start| self.stated(start, row)).filter(|start| value < *start) {
            return Some((Code::EndBeforeStart, shown(fact, value), shown(fact, start)));
        }
        let given = |by: &&FactIndex| self.stated(**by, row).is_some();
        if let (true, 0, Some(by)) = (fact.contradicts_no, value, fact.implied_by.iter().find(given)) {
            let by = vocabulary.fact_at(*by).map(|by| by.id.clone()).unwrap_or_default();
            return Some((Code::Contradiction, "false".to_owned(), by));
        }
        let FactType::Number { scale, .. } = fact.kind else { return None };
        let most = fact
            .sum_at_most
            .map(|(most, _)| most)
            .filter(|most| most.at_scale(scale).is_some_and(|most| value > most))?;
        Some((Code::SharesAboveOne, shown(fact, value), most.plain()))
    }
}

fn out_of_bounds(fact: &Fact, value: i64) -> Option<(Code, String, String)> {
    let is_without_end = fact.absent_is_without_end && value == WITHOUT_END;
    let (code, is_inside) = match &fact.kind {
        FactType::Number { minimum, maximum, allowed, .. } => {
            let is_allowed = allowed.is_empty() || allowed.contains(&value);
            (Code::OutOfRange, (*minimum..=*maximum).contains(&value) && is_allowed)
        }
        FactType::Date => {
            let days = i64::from(Date::MIN.number())..=i64::from(Date::MAX.number());
            (Code::OutOfRange, is_without_end || days.contains(&value))
        }
        FactType::YesNo => (Code::NotYesNo, (0..=1).contains(&value)),
        FactType::Options(choices) => {
            (Code::NotAnOption, usize::try_from(value).is_ok_and(|place| place < choices.len()))
        }
        _ => return None,
    };
    (!is_inside).then(|| (code, shown(fact, value), range(fact)))
}

/// A value as a cell of text would state it, if it can.
fn shown(fact: &Fact, value: i64) -> String {
    match &fact.kind {
        FactType::Number { scale, .. } => crate::value::Decimal::new(value.into(), *scale).plain(),
        FactType::Date => {
            let day = i32::try_from(value).ok().map(Date::from_number);
            day.filter(|day| (Date::MIN..=Date::MAX).contains(day))
                .map_or_else(|| value.to_string(), |day| day.to_string())
        }
        _ => value.to_string(),
    }
}

/// What a fact may be.
fn range(fact: &Fact) -> String {
    match &fact.kind {
        FactType::Number { scale, minimum, maximum, allowed, .. } => bounds(*scale, *minimum, *maximum, allowed),
        FactType::Date => format!("{} .. {}", Date::MIN, Date::MAX),
        FactType::Options(choices) => {
            choices.iter().map(|choice: &Choice| choice.id.as_str()).collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    }
}
