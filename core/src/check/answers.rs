//! Lookups: words by a fact or by whether something holds, or a list of words.

use super::declare::line;
use super::term::{Term, Terms};
use crate::error::Code;
use crate::parse::{Answer, LineBody, RowKey, Spanned, WordsRow};
use crate::rulebook::Says;
use crate::rulebook::{Arm, Number, NumberKind, Truth};
use crate::source::Words;
use crate::value::Unit;
use std::collections::HashSet;

impl Terms<'_> {
    /// What a lookup says.
    pub(super) fn answer(&mut self) -> Option<Says> {
        let Some(LineBody::Answer(answer)) = line(self.site.rule, "value").map(|line| &line.body) else {
            self.site.missing("value", self.faults);
            return None;
        };
        let (selector, rows) = match answer {
            Answer::Words(words) => return Some(Says::Words(at(0), vec![words.node.clone()])),
            Answer::Rows { selector, rows } => (selector, rows),
        };
        match selector {
            Some(selector) => {
                let number = match self.lets.get(&selector.node) {
                    Some(Some(Term::Truth(truth))) => {
                        let truth = truth.clone();
                        self.by_truth(truth, selector, rows)?
                    }
                    // What is wrong with the name has been reported where it is bound.
                    Some(None) => return None,
                    _ => self.by_option(selector, rows)?,
                };
                Some(Says::Words(number, rows.iter().map(|row| row.words.node.clone()).collect()))
            }
            None => self.list(rows).map(Says::List),
        }
    }

    /// The place of the words that an option of a fact selects.
    fn by_option(&mut self, selector: &Spanned<String>, rows: &[WordsRow]) -> Option<Number> {
        let fact = self.option_fact(selector)?;
        let keys: Vec<_> = rows.iter().map(|row| &row.key).collect();
        let ranges = self.key_ranges(fact, &keys, selector.span)?;
        let mut arms = Vec::new();
        for (place, (row, ranges)) in (0..).zip(rows.iter().zip(ranges)) {
            let named = row.key.node != RowKey::Otherwise;
            arms.extend(ranges.into_iter().map(|(from, to)| Arm { from, to, named, cell: Some(at(place)) }));
        }
        arms.sort_by_key(|arm| arm.from);
        Some(Number { kind: NumberKind::Table(fact, arms), unit: Unit::One, scale: 0 })
    }

    /// The place of the words for where something holds, or does not.
    fn by_truth(&mut self, truth: Truth, selector: &Spanned<String>, rows: &[WordsRow]) -> Option<Number> {
        let keys: Vec<_> = rows.iter().map(|row| &row.key).collect();
        let [no, yes] = self.truth_places(&keys, selector.span)?;
        let cells = [Some(at(i64::try_from(no).ok()?)), Some(at(i64::try_from(yes).ok()?))];
        let kind = NumberKind::Choose(Box::new(truth), Box::new(cells));
        Some(Number { kind, unit: Unit::One, scale: 0 })
    }

    fn list(&mut self, rows: &[WordsRow]) -> Option<Vec<(String, Words)>> {
        let mut list: Vec<(String, Words)> = Vec::new();
        let mut seen = HashSet::new();
        for row in rows {
            let key = match &row.key.node {
                RowKey::Name(name) => name.clone(),
                RowKey::Number(number) if number.unit.is_none() && number.value.trimmed().scale() == 0 => {
                    number.value.plain()
                }
                _ => {
                    self.fault(Code::TypeMismatch, row.key.span, "a name, a whole number");
                    continue;
                }
            };
            if !seen.insert(key.clone()) {
                self.fault(Code::OverlappingRow, row.key.span, "");
            }
            list.push((key, row.words.node.clone()));
        }
        (list.len() == rows.len()).then_some(list)
    }
}

/// A place among words.
const fn at(place: i64) -> Number {
    Number { kind: NumberKind::Constant(place), unit: Unit::One, scale: 0 }
}
