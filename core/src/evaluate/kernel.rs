//! The evaluator: a program over blocks of rows, one slot at a time.

use super::columns::{Columns, FactOf, Groups, Values, bounds_of};
use super::lane::Lane;
use super::lookup::Lookup;
use super::mask::Mask;
use super::prepared::Prepared;
use super::program::{Arithmetic, MonthsOp, MonthsOperand, NumberOp, Program};
use super::slots::{Plain, Slots};
use crate::compile::TableArm;
use crate::model::{ThingIndex, Vocabulary};

/// Rows that are evaluated together: few enough for every slot to stay in the cache.
pub(super) const BLOCK_ROWS: usize = 512;

/// Whether one loop serves all operators and all columns. A build that is to be small asks for it; the rest have a loop
/// for each, which is compiled by itself.
pub(super) const SMALL: bool = cfg!(feature = "small");

impl Arithmetic {
    pub(super) fn of<L: Lane>(self, a: L::Number, b: L::Number) -> L::Number {
        match self {
            Self::Add => L::add(a, b),
            Self::Subtract => L::subtract(a, b),
            Self::Multiply => L::multiply(a, b),
            Self::Minimum => L::minimum(a, b),
            Self::Maximum => L::maximum(a, b),
            Self::Ceiling => L::ceiling(a, b),
            Self::CompletedMonths => L::completed_months(a, b),
        }
    }
}

impl<L: Lane> Prepared<L> {
    /// Runs every step over a block of rows.
    pub(super) fn run(
        &self,
        program: &Program,
        vocabulary: &Vocabulary,
        columns: &Columns<'_>,
        start: usize,
        rows: usize,
        slots: &mut Slots<L>,
    ) {
        slots.make_room(program, rows);
        slots.plain.clone_from(&self.plain);
        slots.same.clone_from(&self.same);
        let block = Block { prepared: self, vocabulary, columns, start };
        // Numbers come before the sets of months that compare them, except where a number counts months.
        let (mut numbers, mut months) = (0, 0);
        let all = (program.numbers.len(), program.months.len());
        for (to_number, to_months) in program.stages.iter().copied().chain([all]) {
            for place in numbers..to_number {
                let Some(op) = program.numbers.get(place) else { continue };
                if matches!(self.same.get(place), Some(Some(_))) {
                    continue;
                }
                let mut out = slots.numbers.get_mut(place).map(std::mem::take).unwrap_or_default();
                block.number(place, op, slots, &mut out);
                if let Some(slot) = slots.numbers.get_mut(place) {
                    *slot = out;
                }
            }
            for place in months..to_months {
                let Some(op) = program.months.get(place) else { continue };
                if !matches!(self.plain.get(place), Some(Plain::No)) {
                    continue;
                }
                let mut out = slots.months.get_mut(place).map(std::mem::take).unwrap_or_default();
                block.months(place, op, slots, &mut out);
                if let Some(slot) = slots.months.get_mut(place) {
                    *slot = out;
                }
            }
            (numbers, months) = (to_number, to_months);
        }
    }
}

/// Rows that are evaluated together.
struct Block<'a, L: Lane> {
    prepared: &'a Prepared<L>,
    vocabulary: &'a Vocabulary,
    columns: &'a Columns<'a>,
    start: usize,
}

impl<L: Lane> Block<'_, L> {
    fn number(&self, place: usize, op: &NumberOp, slots: &Slots<L>, out: &mut [L::Number]) {
        if let (NumberOp::Table(fact, _), Some(Some(lookup))) = (op, self.prepared.numbers.get(place)) {
            self.look_up(*fact, lookup, out);
            return;
        }
        match op {
            NumberOp::Load(fact) => self.cells(*fact, out, |_, cell| L::load(cell)),
            NumberOp::Binary(operator, a, b) if SMALL => {
                slots.each_number(*a, *b, out, |a, b| operator.of::<L>(a, b));
            }
            NumberOp::Binary(operator, a, b) => match operator {
                // One loop for each operator, so that each is compiled by itself.
                Arithmetic::Add => slots.each_number(*a, *b, out, L::add),
                Arithmetic::Subtract => slots.each_number(*a, *b, out, L::subtract),
                Arithmetic::Multiply => slots.each_number(*a, *b, out, L::multiply),
                Arithmetic::Minimum => slots.each_number(*a, *b, out, L::minimum),
                Arithmetic::Maximum => slots.each_number(*a, *b, out, L::maximum),
                Arithmetic::Ceiling => slots.each_number(*a, *b, out, L::ceiling),
                Arithmetic::CompletedMonths => slots.each_number(*a, *b, out, L::completed_months),
            },
            NumberOp::Table(fact, arms) => {
                let cell = |operand| slots.number_slot(operand).map_err(L::number);
                self.table(*fact, arms, cell, (L::no_number(), L::arm_number), out);
            }
            NumberOp::Outside(fact, bits) => {
                self.cells(*fact, out, |_, cell| L::outside(cell, *bits));
            }
            NumberOp::Times(months, number) => {
                for (row, out) in out.iter_mut().enumerate() {
                    *out = L::times(slots.month_set(*months, row), self.prepared.all, slots.number(*number, row));
                }
            }
            NumberOp::Pick(options) => {
                for (row, out) in out.iter_mut().enumerate() {
                    *out = L::any_number(options.iter().map(|option| slots.number(*option, row)));
                }
            }
        }
    }

    fn months(&self, place: usize, op: &MonthsOp, slots: &mut Slots<L>, out: &mut [L::Months]) {
        if let (MonthsOp::Is(fact, _) | MonthsOp::Table(fact, _), Some(Some(lookup))) =
            (op, self.prepared.months.get(place))
        {
            self.look_up(*fact, lookup, out);
            return;
        }
        let (columns, start) = (self.columns, self.start);
        match op {
            // The same for every row.
            MonthsOp::Force(_) | MonthsOp::Since(_) | MonthsOp::OfYear(_) | MonthsOp::Last => {}
            MonthsOp::Reached(fact, ..) | MonthsOp::Aged(fact, _) => {
                let Some(Some(thresholds)) = self.prepared.thresholds.get(place) else { return };
                if !self.known_days(*fact).is_some_and(|days| thresholds.fill(days, out, L::months)) {
                    self.cells(*fact, out, |_, cell| L::monotone(cell, |value| thresholds.reached(value)));
                }
            }
            MonthsOp::Is(fact, bits) => self.cells(*fact, out, |_, cell| L::is(cell, *bits)),
            MonthsOp::Within(fact, spans) => self.cells(*fact, out, |_, cell| L::within(cell, spans)),
            MonthsOp::Known(fact) => match columns.column(*fact).map(|column| column.known) {
                Some(Some(known)) => {
                    for (out, known) in out.iter_mut().zip(known.iter().skip(start)) {
                        *out = L::months(L::Set::all_if(*known));
                    }
                }
                Some(None) => out.fill(L::months(L::Set::ALL)),
                None => out.fill(L::months(L::Set::default())),
            },
            MonthsOp::Compare(comparison, a, b) => slots.each_number(*a, *b, out, |a, b| L::compare(*comparison, a, b)),
            MonthsOp::Not(a) => slots.each_months(*a, MonthsOperand::Constant(true), out, |a, _| L::not(a)),
            MonthsOp::And(a, b) => slots.each_months(*a, *b, out, L::and),
            MonthsOp::Or(a, b) => slots.each_months(*a, *b, out, L::or),
            MonthsOp::Table(fact, arms) => {
                let cell = |operand| slots.months_slot(operand).map_err(L::months);
                self.table(*fact, arms, cell, (L::no_months(), L::arm_months), out);
            }
            MonthsOp::Pick(options) => {
                for (row, out) in out.iter_mut().enumerate() {
                    *out = L::any_months(options.iter().map(|option| slots.month_set(*option, row)));
                }
            }
            MonthsOp::First(a, thing) => {
                slots.each_months(*a, MonthsOperand::Constant(true), out, |a, _| a);
                if let Some(groups) = group_of(columns, *thing) {
                    let spans = columns.spans.map(|spans| spans.get(start..).unwrap_or_default());
                    slots.first(place, groups, start, spans.unwrap_or_default(), out);
                }
            }
        }
    }

    /// What a step makes of a fact with few values.
    fn look_up<T: Copy + Default + PartialEq>(&self, fact: FactOf, lookup: &Lookup<T>, out: &mut [T]) {
        if !self.known_codes(fact).is_some_and(|values| lookup.fill(values, out)) {
            self.values(fact, out, |_, value, known, _| lookup.of(value, known));
        }
    }

    /// A table whose cells are worked out for each row.
    fn table<'s, T: Copy + Default + 's, O: Copy>(
        &self,
        fact: FactOf,
        arms: &[TableArm<O>],
        cell: impl Fn(O) -> Result<&'s [T], T>,
        (none, join): (T, impl Fn(T, L::Cell, (i64, i64), T) -> T),
        out: &mut [T],
    ) {
        let mut arms = arms.iter();
        if L::SEES_UNKNOWN {
            out.fill(none);
        } else if let Some(first) = arms.next() {
            // Arms cover every admissible value: what is in no other is in the first.
            match cell(first.cell) {
                Err(value) => out.fill(value),
                Ok(values) => out.iter_mut().zip(values).for_each(|(out, value)| *out = *value),
            }
        }
        let codes = self.known_codes(fact).filter(|_| !L::SEES_UNKNOWN);
        for arm in arms {
            let ends = (arm.from, arm.to);
            if let (Some(codes), Ok(from), Ok(to)) = (codes, u8::try_from(arm.from), u8::try_from(arm.to)) {
                choose(codes, (from, to), cell(arm.cell), out);
                continue;
            }
            match cell(arm.cell) {
                Err(value) => self.cells(fact, out, |so_far, cell| join(so_far, cell, ends, value)),
                Ok(values) => {
                    let mut values = values.iter().copied();
                    self.cells(fact, out, |so_far, cell| join(so_far, cell, ends, values.next().unwrap_or_default()));
                }
            }
        }
    }

    /// The values of a fact that is known in every row, as far as the lane asks.
    fn known_values(&self, fact: FactOf) -> Option<Values<'_>> {
        let column = self.columns.column(fact)?;
        (!L::SEES_UNKNOWN || column.known.is_none()).then_some(column.values)
    }

    /// Those of a fact with few values.
    fn known_codes(&self, fact: FactOf) -> Option<&[u8]> {
        match self.known_values(fact)? {
            Values::Code(values) => values.get(self.start..),
            Values::Wide(_) | Values::Narrow(_) => None,
        }
    }

    /// Those of a date.
    fn known_days(&self, fact: FactOf) -> Option<&[i32]> {
        match self.known_values(fact)? {
            Values::Narrow(values) => values.get(self.start..),
            Values::Wide(_) | Values::Code(_) => None,
        }
    }

    /// One value for each row from what stands there and the cell of a fact.
    fn cells<T: Copy>(&self, fact: FactOf, out: &mut [T], mut of: impl FnMut(T, L::Cell) -> T) {
        self.values(fact, out, |so_far, value, known, bounds| of(so_far, L::cell(value, known, bounds)));
    }

    /// The same from the value that stands in the cell, whether it is known, and between which bounds it then lies.
    fn values<T: Copy>(&self, fact: FactOf, out: &mut [T], mut of: impl FnMut(T, i64, bool, (i64, i64)) -> T) {
        let bounds = bounds_of(self.vocabulary, fact.fact);
        let column = self.columns.column(fact);
        if SMALL {
            for (row, out) in (self.start..).zip(out) {
                let value = column.map_or(bounds.0, |column| column.values.at(row));
                let known = column.is_some_and(|column| !L::SEES_UNKNOWN || column.is_known(row));
                *out = of(*out, value, known, bounds);
            }
            return;
        }
        let Some(column) = column else {
            for out in out {
                *out = of(*out, bounds.0, false, bounds);
            }
            return;
        };
        let start = self.start;
        // A lane of known facts never asks.
        let known = column.known.filter(|_| L::SEES_UNKNOWN).map(|known| known.get(start..).unwrap_or_default());
        let of = |so_far, value, known| of(so_far, value, known, bounds);
        match column.values {
            Values::Wide(values) => fill(values.get(start..).unwrap_or_default(), known, out, of),
            Values::Narrow(values) => fill(values.get(start..).unwrap_or_default(), known, out, of),
            Values::Code(values) => fill(values.get(start..).unwrap_or_default(), known, out, of),
        }
    }
}

fn fill<V: Copy + Into<i64>, T: Copy>(
    values: &[V],
    known: Option<&[bool]>,
    out: &mut [T],
    mut of: impl FnMut(T, i64, bool) -> T,
) {
    match known {
        None => {
            for (out, value) in out.iter_mut().zip(values) {
                *out = of(*out, (*value).into(), true);
            }
        }
        Some(known) => {
            for ((out, value), known) in out.iter_mut().zip(values).zip(known) {
                *out = of(*out, (*value).into(), *known);
            }
        }
    }
}

/// Puts a table's cell where the fact lies within the ends of its arm.
fn choose<T: Copy>(codes: &[u8], (from, to): (u8, u8), cell: Result<&[T], T>, out: &mut [T]) {
    let rows = out.iter_mut().zip(codes);
    let inside = |code: u8| from <= code && code <= to;
    match cell {
        Err(value) => rows.for_each(|(out, code)| *out = if inside(*code) { value } else { *out }),
        Ok(values) => {
            rows.zip(values).for_each(|((out, code), value)| *out = if inside(*code) { *value } else { *out });
        }
    }
}

fn group_of<'a>(columns: &Columns<'a>, thing: ThingIndex) -> Option<&'a Groups<'a>> {
    columns.groups.iter().find(|groups| groups.thing == thing)
}
