//! Tables: every key is a value of what selects, no value has two rows, none is without one.

use super::rulebook::{Arm, Cell, Number, NumberKind};
use super::term::{Term, Terms};
use crate::error::{Code, nearest};
use crate::model::{Choice, Fact, FactIndex, FactType};
use crate::parse::{Expression, ExpressionKind, Row, RowKey, Selector};
use crate::source::Span;
use crate::value::Date;

/// A row's values: from, to, and where the row stands. `None`: `otherwise`.
type Keys = Option<(i64, i64)>;

impl Terms<'_> {
    /// The cell of an expression: `none` is the refusal.
    pub(super) fn cell(&mut self, expression: &Expression, may_refuse: bool) -> Option<Cell> {
        match &expression.kind {
            ExpressionKind::None if may_refuse => Some(None),
            ExpressionKind::By { selector, rows } => self.table(selector, rows, expression.span, may_refuse),
            _ => self.number(expression).map(Some),
        }
    }

    /// A table; `Some(None)` where every cell is the refusal.
    pub(super) fn table(&mut self, selector: &Selector, rows: &[Row], span: Span, may_refuse: bool) -> Option<Cell> {
        match selector {
            Selector::Reading(id) => self.reading_table(&id.node, id.span, rows, may_refuse),
            Selector::Name(name) => {
                let fact = match self.lets.iter().find(|(known, _)| *known == name.node) {
                    Some((_, Term::Option(fact) | Term::DateFact(fact, _))) => Some(*fact),
                    Some((_, Term::Number(Number { kind: NumberKind::Fact(fact), .. }))) => Some(*fact),
                    Some(_) => None,
                    None => Some(self.fact(&name.node, name.span)?),
                };
                let Some(fact) = fact else {
                    self.fault(Code::TypeMismatch, name.span, "a fact");
                    return None;
                };
                self.fact_table(fact, rows, span, may_refuse)
            }
        }
    }

    fn reading_table(&mut self, id: &str, at: Span, rows: &[Row], may_refuse: bool) -> Option<Cell> {
        let Some(reading) = self.declared.reading(id) else {
            let known = self.declared.readings.iter().map(|reading| reading.id.as_str());
            let expected = nearest(id, known).unwrap_or_default().to_owned();
            self.fault(Code::UnknownName, at, expected);
            return None;
        };
        let options = self.declared.readings.get(reading.0).map(|reading| reading.options.clone())?;
        let cells = self.cells(rows, may_refuse, |terms, row| terms.choice_keys(&options, row));
        let mut ordered = Vec::new();
        for (place, option) in options.iter().enumerate() {
            let place = i64::try_from(place).ok()?;
            let row = cells.iter().find(|(keys, _)| keys.is_some_and(|(from, _)| from == place));
            let row = row.or_else(|| cells.iter().find(|(keys, _)| keys.is_none()));
            match row {
                Some((_, cell)) => ordered.push(cell.clone()?),
                None => self.missing_row(at, &option.id),
            }
        }
        if ordered.len() < options.len() {
            return None;
        }
        self.alike_cells(&mut ordered, at)?;
        let shape = ordered.iter().flatten().next().cloned();
        Some(shape.map(|shape| Number { kind: NumberKind::Reading(reading, ordered), ..shape }))
    }

    fn fact_table(&mut self, fact: FactIndex, rows: &[Row], span: Span, may_refuse: bool) -> Option<Cell> {
        let data = self.data(fact)?;
        let Some((minimum, maximum)) = domain(data) else {
            self.fault(Code::TypeMismatch, span, "a number, a date, yes or no, or an option");
            return None;
        };
        let cells = self.cells(rows, may_refuse, |terms, row| terms.fact_keys(data, row));
        let mut arms = Vec::new();
        let mut sorted: Vec<_> = cells.iter().filter_map(|(keys, cell)| keys.map(|keys| (keys, cell))).collect();
        sorted.sort_by_key(|(keys, _)| *keys);
        let otherwise = cells.iter().find(|(keys, _)| keys.is_none()).map(|(_, cell)| cell);
        let mut next = minimum;
        let mut numbers = Vec::new();
        let last = ((maximum.checked_add(1)?, maximum.checked_add(1)?), &None);
        for ((from, to), cell) in sorted.into_iter().chain([last]) {
            if from > next {
                match otherwise {
                    Some(cell) => {
                        arms.push((next, from - 1, false));
                        numbers.push(cell.clone()?);
                    }
                    None => self.missing_row(span, &shown(data, next, from - 1)),
                }
            }
            if from <= maximum {
                arms.push((from.max(minimum), to.min(maximum), true));
                numbers.push(cell.clone()?);
                next = next.max(to.saturating_add(1));
            }
        }
        self.alike_cells(&mut numbers, span)?;
        let shape = numbers.iter().flatten().next().cloned();
        let arms = arms.into_iter().zip(numbers).map(|((from, to, named), cell)| Arm { from, to, named, cell });
        Some(shape.map(|shape| Number { kind: NumberKind::Table(fact, arms.collect()), ..shape }))
    }

    /// Each row's keys and cell, faults reported; a row whose keys are wrong is left out.
    fn cells(
        &mut self,
        rows: &[Row],
        may_refuse: bool,
        mut keys_of: impl FnMut(&mut Self, &Row) -> Option<Keys>,
    ) -> Vec<(Keys, Option<Cell>)> {
        let mut cells: Vec<(Keys, Option<Cell>)> = Vec::new();
        for row in rows {
            let keys = keys_of(self, row);
            let cell = self.cell(&row.body, may_refuse);
            let Some(keys) = keys else { continue };
            let clash = cells.iter().any(|(known, _)| match (known, keys) {
                (None, None) => true,
                (Some((from, to)), Some((low, high))) => *from <= high && low <= *to,
                _ => false,
            });
            if clash {
                self.fault(Code::OverlappingRow, row.key.span, "");
            } else {
                cells.push((keys, cell));
            }
        }
        cells
    }

    fn choice_keys(&mut self, choices: &[Choice], row: &Row) -> Option<Keys> {
        let place = match &row.key.node {
            RowKey::Otherwise => return Some(None),
            RowKey::Name(name) => choices.iter().position(|choice| choice.id == *name),
            _ => None,
        };
        let Some(place) = place else {
            let names: Vec<&str> = choices.iter().map(|choice| choice.id.as_str()).collect();
            self.fault(Code::UnknownKey, row.key.span, names.join(", "));
            return None;
        };
        let place = i64::try_from(place).ok()?;
        Some(Some((place, place)))
    }

    fn fact_keys(&mut self, data: &Fact, row: &Row) -> Option<Keys> {
        let (minimum, maximum) = domain(data)?;
        let keys = match (&data.kind, &row.key.node) {
            (_, RowKey::Otherwise) => return Some(None),
            (FactType::Options(choices), _) => return self.choice_keys(choices, row),
            (FactType::YesNo, RowKey::Name(name)) if name == "no" => Some((0, 0)),
            (FactType::YesNo, RowKey::Name(name)) if name == "yes" => Some((1, 1)),
            (FactType::Number { scale, .. }, RowKey::Number(number)) => {
                self.site.ground(number.value_as_written(), row.key.span, self.faults);
                number.value.at_scale(*scale).map(|value| (value, value))
            }
            (FactType::Number { scale, .. }, RowKey::Numbers(from, to)) => {
                self.site.ground(from.value_as_written(), row.key.span, self.faults);
                self.site.ground(to.value_as_written(), row.key.span, self.faults);
                from.value.at_scale(*scale).zip(to.value.at_scale(*scale))
            }
            (FactType::Date, RowKey::Days(days)) => {
                let from = days.from().map_or(minimum, |day| i64::from(day.number()));
                Some((from, days.to().map_or(maximum, |day| i64::from(day.number()))))
            }
            _ => None,
        };
        let keys = keys.filter(|(from, to)| from <= to && *to >= minimum && *from <= maximum);
        if keys.is_none() {
            self.fault(Code::UnknownKey, row.key.span, shown(data, minimum, maximum));
        }
        keys.map(Some)
    }

    fn missing_row(&mut self, at: Span, found: &str) {
        let fault = self.site.fault(Code::MissingRow, at, found, "");
        self.faults.push(fault);
    }

    /// All cells in one unit and with the same decimals.
    fn alike_cells(&mut self, cells: &mut [Cell], span: Span) -> Option<()> {
        let Some(first) = cells.iter().flatten().next().cloned() else { return Some(()) };
        let scale = cells.iter().flatten().map(|number| number.scale).max().unwrap_or_default();
        for cell in cells.iter_mut().flatten() {
            if cell.unit != first.unit {
                let fault =
                    self.site.fault(Code::UnitMismatch, span, format!("{}", cell.unit), format!("{}", first.unit));
                self.faults.push(fault);
                return None;
            }
            *cell = cell.clone().with_scale(scale);
        }
        Some(())
    }
}

/// The smallest and the largest value of a fact that can select.
fn domain(fact: &Fact) -> Option<(i64, i64)> {
    match &fact.kind {
        FactType::Number { minimum, maximum, .. } => Some((*minimum, *maximum)),
        FactType::YesNo => Some((0, 1)),
        FactType::Options(choices) => Some((0, i64::try_from(choices.len()).ok()? - 1)),
        FactType::Date => Some((i64::from(Date::MIN.number()), i64::from(Date::MAX.number()))),
        _ => None,
    }
}

/// Values of a fact as people write them.
fn shown(fact: &Fact, from: i64, to: i64) -> String {
    let one = |value: i64| match &fact.kind {
        FactType::YesNo => if value == 0 { "no" } else { "yes" }.to_owned(),
        FactType::Options(choices) => usize::try_from(value)
            .ok()
            .and_then(|place| choices.get(place))
            .map(|choice| choice.id.clone())
            .unwrap_or_default(),
        FactType::Date => i32::try_from(value).map(|day| Date::from_number(day).to_string()).unwrap_or_default(),
        FactType::Number { scale, .. } => crate::value::Decimal::new(i128::from(value), *scale).plain(),
        _ => String::new(),
    };
    match &fact.kind {
        FactType::YesNo | FactType::Options(_) => (from..=to).map(one).collect::<Vec<_>>().join(", "),
        _ if from == to => one(from),
        _ => format!("{} .. {}", one(from), one(to)),
    }
}
