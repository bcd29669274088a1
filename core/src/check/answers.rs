//! Lookups: words by a fact, or a list of words.

use super::declare::line;
use super::term::Terms;
use crate::error::Code;
use crate::parse::{Answer, LineBody, RowKey};
use crate::rulebook::Says;
use crate::rulebook::{Arm, Number, NumberKind};
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
        match &answer.selector {
            Some(selector) => {
                let fact = self.option_fact(selector)?;
                let keys: Vec<_> = answer.rows.iter().map(|row| &row.key).collect();
                let ranges = self.key_ranges(fact, &keys, selector.span)?;
                let mut arms = Vec::new();
                for (place, (row, ranges)) in (0..).zip(answer.rows.iter().zip(ranges)) {
                    let named = row.key.node != RowKey::Otherwise;
                    let cell = Some(Number { kind: NumberKind::Constant(place), unit: Unit::One, scale: 0 });
                    arms.extend(ranges.into_iter().map(|(from, to)| Arm { from, to, named, cell: cell.clone() }));
                }
                arms.sort_by_key(|arm| arm.from);
                let number = Number { kind: NumberKind::Table(fact, arms), unit: Unit::One, scale: 0 };
                Some(Says::Words(number, answer.rows.iter().map(|row| row.words.node.clone()).collect()))
            }
            None => self.list(answer).map(Says::List),
        }
    }

    fn list(&mut self, answer: &Answer) -> Option<Vec<(String, Words)>> {
        let mut list: Vec<(String, Words)> = Vec::new();
        let mut seen = HashSet::new();
        for row in &answer.rows {
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
        (list.len() == answer.rows.len()).then_some(list)
    }
}
