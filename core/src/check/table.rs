//! Tables: every key is a value of what selects, no value has two rows, none is without one.

use super::scope::unit_of;
use super::term::{Term, Terms};
use crate::error::{Code, nearest_or_all};
use crate::model::{Choice, Fact, FactIndex, FactType};
use crate::parse::{Expression, ExpressionKind, Literal, Row, RowKey, Selector, Spanned};
use crate::rulebook::ReadingIndex;
use crate::rulebook::{Arm, Cell, Number, NumberKind, Shift, Truth};
use crate::source::{Span, Words};
use crate::value::{Date, Decimal, Unit};
use std::collections::BTreeMap;

/// A row's values: from, to. `None`: `otherwise`.
type Keys = Option<(i64, i64)>;

/// The rows of a table; no two share a value.
struct Rows<C> {
    entries: Vec<Entry<C>>,
    /// The places of the entries by their first value.
    places: BTreeMap<i64, usize>,
    /// The place of the entry that takes what is left.
    otherwise: Option<usize>,
    /// Whether every row has its keys.
    complete: bool,
}

/// A row: its values, and what it says; `None` after a fault.
struct Entry<C> {
    keys: Keys,
    cell: Option<C>,
}

impl<C> Rows<C> {
    fn otherwise(&self) -> Option<&Entry<C>> {
        self.entries.get(self.otherwise?)
    }

    /// The entry of the last row that begins at a value or before, if it reaches to another.
    fn reaching(&self, low: i64, high: i64) -> Option<&Entry<C>> {
        let (_, place) = self.places.range(..=high).next_back()?;
        self.entries.get(*place).filter(|entry| entry.keys.is_some_and(|(_, to)| to >= low))
    }

    /// Adds a row; says whether none before it has a value in common.
    fn add(&mut self, keys: Keys, cell: Option<C>) -> bool {
        let place = self.entries.len();
        let is_free = match keys {
            None => self.otherwise.is_none(),
            Some((low, high)) => self.reaching(low, high).is_none(),
        };
        if is_free {
            match keys {
                None => self.otherwise = Some(place),
                Some((from, _)) => {
                    self.places.insert(from, place);
                }
            }
            self.entries.push(Entry { keys, cell });
        }
        is_free
    }
}

/// What a cell costs where it is taken for several values.
pub(super) trait Taken: Clone {
    /// Its terms.
    fn terms(&self) -> usize;
}

impl Taken for (Cell, Span) {
    fn terms(&self) -> usize {
        self.0.as_ref().map_or(1, |number| number.extent().terms)
    }
}

impl Taken for FactIndex {
    fn terms(&self) -> usize {
        1
    }
}

/// The place of a row.
#[derive(Clone, Copy)]
pub(super) struct Place(usize);

impl Taken for Place {
    fn terms(&self) -> usize {
        1
    }
}

/// What may be asked of a truth.
fn answers() -> [Choice; 2] {
    ["no", "yes"].map(|id| Choice { id: id.to_owned(), words: Words::default() })
}

/// Rows that hold nothing but their keys.
fn keys_alone(keys: &[&Spanned<RowKey>]) -> Vec<Row> {
    let row = |key: &&Spanned<RowKey>| Row {
        key: (*key).clone(),
        name: None,
        words: None,
        body: Expression { kind: ExpressionKind::None, span: key.span },
    };
    keys.iter().map(row).collect()
}

impl Terms<'_> {
    /// The cell of an expression: `none` is the refusal.
    pub(super) fn cell(&mut self, expression: &Expression, may_refuse: bool) -> Option<Cell> {
        match &expression.kind {
            ExpressionKind::None if may_refuse => Some(None),
            ExpressionKind::By { selector, rows } => self.table(selector, rows, may_refuse),
            ExpressionKind::Paid { period, amount, condition } => {
                self.paid(period.as_ref(), amount, condition.as_deref())
            }
            _ if may_refuse && self.rate_period.is_none() => {
                let number = self.number(expression)?;
                self.fault(Code::Syntax, expression.span, "per month, per year, once");
                Some(Some(number))
            }
            _ => self.number(expression).map(Some),
        }
    }

    /// A table; `Some(None)` where every cell is the refusal.
    pub(super) fn table(&mut self, selector: &Selector, rows: &[Row], may_refuse: bool) -> Option<Cell> {
        match selector {
            Selector::Reading(id) => self.reading_table(&id.node, id.span, rows, may_refuse),
            Selector::Name(name) => {
                if let Some(Some(Term::Truth(truth))) = self.lets.get(&name.node) {
                    let truth = truth.clone();
                    return self.truth_table(truth, rows, name.span, may_refuse);
                }
                let fact = match self.lets.get(&name.node) {
                    Some(Some(Term::Option(fact))) => Some(*fact),
                    // With a period added it is no fact any more, and its rows would be those of another day.
                    Some(Some(Term::DateFact(fact, shift))) if *shift == Shift::default() => Some(*fact),
                    Some(Some(Term::Number(Number { kind: NumberKind::Fact(fact), .. }))) => Some(*fact),
                    // What is wrong with the name has been reported where it is bound.
                    Some(None) => return None,
                    Some(_) => None,
                    None => Some(self.fact(&name.node, name.span)?),
                };
                let Some(fact) = fact else {
                    self.fault(Code::TypeMismatch, name.span, "a fact");
                    return None;
                };
                self.fact_table(fact, rows, name.span, may_refuse)
            }
        }
    }

    fn reading_table(&mut self, id: &str, at: Span, rows: &[Row], may_refuse: bool) -> Option<Cell> {
        let reading = self.reading(id, at)?;
        let options = self.declared.readings.get(reading.0).map(|reading| reading.options.clone())?;
        let mut cells = self.option_cells(&options, (id, at), rows, |terms, body| {
            terms.cell(body, may_refuse).map(|cell| (cell, body.span))
        })?;
        self.alike_cells(&mut cells)?;
        let cells: Vec<Cell> = cells.into_iter().map(|(cell, _)| cell).collect();
        let shape = cells.iter().flatten().next().cloned();
        Some(shape.map(|shape| Number { kind: NumberKind::Reading(reading, cells), ..shape }))
    }

    /// A table by whether something holds, with the rows `yes` and `no`.
    fn truth_table(&mut self, truth: Truth, rows: &[Row], at: Span, may_refuse: bool) -> Option<Cell> {
        let mut cells = self.option_cells(&answers(), ("", at), rows, |terms, body| {
            terms.cell(body, may_refuse).map(|cell| (cell, body.span))
        })?;
        self.alike_cells(&mut cells)?;
        let shape = cells.iter().find_map(|(cell, _)| cell.clone());
        let mut cells = cells.into_iter().map(|(cell, _)| cell);
        let (no, yes) = (cells.next()?, cells.next()?);
        Some(shape.map(|shape| Number { kind: NumberKind::Choose(Box::new(truth), Box::new([no, yes])), ..shape }))
    }

    /// For each key of a fact's rows the values that it stands for; every value has exactly one key.
    pub(super) fn key_ranges(
        &mut self,
        fact: FactIndex,
        keys: &[&Spanned<RowKey>],
        at: Span,
    ) -> Option<Vec<Vec<(i64, i64)>>> {
        let rows = keys_alone(keys);
        // The cell of each row is its place; a key that is wrong leaves its row out.
        let places: Vec<Span> = rows.iter().map(|row| row.key.span).collect();
        let data = self.data(fact)?;
        let (minimum, maximum) = domain(data)?;
        let table = self.rows(
            &rows,
            |terms, row| terms.fact_keys(data, row),
            |_, body| places.iter().position(|span| *span == body.span),
        );
        let mut ranges: Vec<Vec<(i64, i64)>> = vec![Vec::new(); rows.len()];
        let mut missing = Vec::new();
        for value in minimum..=maximum {
            let entry = table.reaching(value, value).or(table.otherwise());
            match entry.and_then(|entry| ranges.get_mut(entry.cell?)) {
                Some(ranges) => ranges.push((value, value)),
                None => missing.push(shown(data, value, value)),
            }
        }
        self.missing_rows(at, table.complete, &missing);
        (table.complete && missing.is_empty()).then_some(ranges)
    }

    /// The places of the keys `no` and `yes`.
    pub(super) fn truth_places(&mut self, keys: &[&Spanned<RowKey>], at: Span) -> Option<[usize; 2]> {
        let places: Vec<Span> = keys.iter().map(|key| key.span).collect();
        let place = |_: &mut Self, body: &Expression| places.iter().position(|span| *span == body.span).map(Place);
        let cells = self.option_cells(&answers(), ("", at), &keys_alone(keys), place)?;
        <[Place; 2]>::try_from(cells).ok().map(|places| places.map(|Place(place)| place))
    }

    /// The reading of an id.
    pub(super) fn reading(&mut self, id: &str, at: Span) -> Option<ReadingIndex> {
        let reading = self.declared.reading(id);
        if reading.is_none() && self.declared.has_all_names {
            let known = self.declared.reading_places.names();
            let expected = nearest_or_all(id, known);
            self.fault(Code::UnknownName, at, expected);
        }
        reading
    }

    /// For each option, what its row says; `None` after a fault.
    pub(super) fn option_cells<C: Taken>(
        &mut self,
        options: &[Choice],
        (id, at): (&str, Span),
        rows: &[Row],
        cell_of: impl FnMut(&mut Self, &Expression) -> Option<C>,
    ) -> Option<Vec<C>> {
        let table = self.rows(rows, |terms, row| terms.option_keys(id, options, row), cell_of);
        let (mut cells, mut missing) = (Vec::new(), Vec::new());
        for (place, option) in (0..).zip(options) {
            match table.reaching(place, place).or(table.otherwise()) {
                Some(entry) => cells.extend(self.taken(entry, at)?),
                None => missing.push(option.id.clone()),
            }
        }
        self.missing_rows(at, table.complete, &missing);
        (cells.len() == options.len()).then_some(cells)
    }

    fn fact_table(&mut self, fact: FactIndex, rows: &[Row], at: Span, may_refuse: bool) -> Option<Cell> {
        let data = self.data(fact)?;
        let Some((minimum, maximum)) = domain(data) else {
            self.fault(Code::TypeMismatch, at, "a number, a date, yes or no, or an option");
            return None;
        };
        let table = self.rows(
            rows,
            |terms, row| terms.fact_keys(data, row),
            |terms, body| terms.cell(body, may_refuse).map(|cell| (cell, body.span)),
        );
        let (mut arms, mut cells, mut missing) = (Vec::new(), Vec::new(), Vec::new());
        let mut next = minimum;
        let end = maximum.checked_add(1)?;
        let named = table.places.values().filter_map(|place| table.entries.get(*place));
        let named = named.filter_map(|entry| entry.keys.map(|keys| (keys, Some(&entry.cell))));
        for ((from, to), cell) in named.chain([((end, end), None)]) {
            if from > next {
                match table.otherwise() {
                    Some(entry) => {
                        arms.push((next, from - 1, false));
                        cells.extend(self.taken(entry, at)?);
                    }
                    None => missing.push(shown(data, next, from - 1)),
                }
            }
            if let Some(cell) = cell {
                arms.push((from.max(minimum), to.min(maximum), true));
                cells.extend(cell.clone());
                next = next.max(to.saturating_add(1));
            }
        }
        self.missing_rows(at, table.complete, &missing);
        if !missing.is_empty() || cells.len() < arms.len() {
            return None;
        }
        self.alike_cells(&mut cells)?;
        let shape = cells.iter().find_map(|(cell, _)| cell.clone());
        let arms = arms.into_iter().zip(cells).map(|((from, to, named), (cell, _))| Arm { from, to, named, cell });
        Some(shape.map(|shape| Number { kind: NumberKind::Table(fact, arms.collect()), ..shape }))
    }

    /// Each row's keys and cell, faults reported; a row whose keys are wrong is left out.
    fn rows<C>(
        &mut self,
        rows: &[Row],
        mut keys_of: impl FnMut(&mut Self, &Row) -> Option<Keys>,
        mut cell_of: impl FnMut(&mut Self, &Expression) -> Option<C>,
    ) -> Rows<C> {
        let complete = self.site.rule.complete;
        let mut table = Rows { entries: Vec::new(), places: BTreeMap::new(), otherwise: None, complete };
        for row in rows {
            let keys = keys_of(self, row);
            let cell = cell_of(self, &row.body);
            let Some(keys) = keys else {
                table.complete = false;
                continue;
            };
            if !table.add(keys, cell) {
                self.fault(Code::OverlappingRow, row.key.span, "");
            }
        }
        table
    }

    /// The cell of a row once more; `Some(None)` after a fault in it, `None` where the rule grows too large.
    fn taken<C: Taken>(&mut self, entry: &Entry<C>, at: Span) -> Option<Option<C>> {
        self.spend(entry.cell.as_ref().map_or(1, Taken::terms), at)?;
        Some(entry.cell.clone())
    }

    /// Where a key was wrong, its row may be the one that is missing.
    fn missing_rows(&mut self, at: Span, complete: bool, missing: &[String]) {
        if complete && !missing.is_empty() {
            let fault = self.site.fault(Code::MissingRow, at, missing.join(", "), "");
            self.faults.push(fault);
        }
    }

    /// A key of a reading; one whose options could not all be read may have it.
    fn option_keys(&mut self, id: &str, options: &[Choice], row: &Row) -> Option<Keys> {
        let is_known = |name: &String| options.iter().any(|option| option.id == *name);
        let unread = self.declared.failed.contains(id);
        match &row.key.node {
            RowKey::Name(name) if unread && !is_known(name) => None,
            _ => self.choice_keys(options, row),
        }
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
            (FactType::Number { scale, unit, .. }, RowKey::Number(number)) => {
                let value = self.key(number, *unit, row.key.span)?;
                value.at_scale(*scale).map(|value| (value, value))
            }
            (FactType::Number { scale, unit, .. }, RowKey::Numbers(from, to)) => {
                let (from, to) = (self.key(from, *unit, row.key.span), self.key(to, *unit, row.key.span));
                from?.at_scale(*scale).zip(to?.at_scale(*scale))
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

    /// A number as a key: grounded, and in the fact's unit where it has one.
    fn key(&mut self, written: &Literal, wanted: Unit, span: Span) -> Option<Decimal> {
        self.site.ground(written.value_as_written(), span, self.faults);
        let (unit, value) = unit_of(self.site, written, self.faults)?;
        if written.unit.is_some() && unit != wanted {
            self.unit_mismatch(span, unit, wanted);
            return None;
        }
        Some(value)
    }

    /// All cells in one unit and with the same decimals.
    fn alike_cells(&mut self, cells: &mut [(Cell, Span)]) -> Option<()> {
        let Some(first) = cells.iter().find_map(|(cell, _)| cell.clone()) else { return Some(()) };
        let scale = cells.iter().filter_map(|(cell, _)| cell.as_ref()).map(|number| number.scale).max();
        for (cell, span) in cells.iter_mut() {
            let Some(number) = cell else { continue };
            if number.unit != first.unit {
                self.unit_mismatch(*span, number.unit, first.unit);
                return None;
            }
            *cell = Some(number.clone().with_scale(scale.unwrap_or_default()));
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

/// The places of the options from one to another.
pub(super) fn values_of((from, to): (i64, i64)) -> std::ops::RangeInclusive<usize> {
    usize::try_from(from).unwrap_or_default()..=usize::try_from(to).unwrap_or_default()
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
        FactType::Number { scale, .. } => Decimal::new(i128::from(value), *scale).plain(),
        _ => String::new(),
    };
    match &fact.kind {
        FactType::YesNo | FactType::Options(_) => (from..=to).map(one).collect::<Vec<_>>().join(", "),
        _ if from == to => one(from),
        _ => format!("{} .. {}", one(from), one(to)),
    }
}
