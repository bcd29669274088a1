//! The evaluator: a program over blocks of rows, one slot at a time.

use super::columns::{Column, Columns, Values};
use super::conjunction::{Conjunction, Part};
use super::lane::Lane;
use super::lookup::Lookup;
use super::mask::Mask;
use super::prepared::Prepared;
use super::program::{Arithmetic, MonthsOp, MonthsOperand, NumberOp, Program, Step};
use super::slots::{SlotRoom, Slots, Taken};
use crate::compile::TableArm;
use crate::model::ThingIndex;

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
    pub(super) fn run<'s>(
        &'s self,
        program: &Program,
        columns: &Columns<'_>,
        start: usize,
        rows: usize,
        room: &'s mut SlotRoom<L>,
    ) -> Slots<'s, L> {
        let block = Block { prepared: self, columns, start };
        for step in &self.steps {
            match *step {
                Step::Number(place, fact) => {
                    let Some((op, (slots, out))) = program.numbers.get(place).zip(room.number(self, place, rows))
                    else {
                        continue;
                    };
                    block.number(place, op, block.cells_of(fact), &slots, out);
                }
                Step::Months(place, fact) => {
                    let Some((op, (slots, out, taken))) = program.months.get(place).zip(room.set(self, place, rows))
                    else {
                        continue;
                    };
                    block.months(place, op, block.cells_of(fact), &slots, out);
                    if let MonthsOp::First(_, thing) = op {
                        block.leave(*thing, taken, out);
                    }
                }
                Step::All(place, conjunction) => {
                    let conjunction = self.conjunctions.get(conjunction);
                    if let Some((conjunction, (slots, out, _))) = conjunction.zip(room.set(self, place, rows)) {
                        block.all(conjunction, &slots, out);
                    }
                }
            }
        }
        room.all(self)
    }
}

/// Rows that are evaluated together.
struct Block<'a, L: Lane> {
    prepared: &'a Prepared<L>,
    columns: &'a Columns<'a>,
    start: usize,
}

/// The fact that a step reads: its column, if there is one, and its bounds.
#[derive(Clone, Copy, Default)]
struct Cells<'a> {
    column: Option<&'a Column<'a>>,
    bounds: (i64, i64),
}

impl<'a, L: Lane> Block<'a, L> {
    fn cells_of(&self, fact: Option<usize>) -> Cells<'a> {
        let Some(fact) = fact else { return Cells::default() };
        let bounds = self.prepared.bounds.get(fact).copied().unwrap_or_default();
        Cells { column: self.columns.of(fact), bounds }
    }

    fn number(&self, place: usize, op: &NumberOp, fact: Cells<'_>, slots: &Slots<'_, L>, out: &mut [L::Number]) {
        if let Some(Some(lookup)) = self.prepared.numbers.get(place) {
            self.look_up(fact, lookup, out);
            return;
        }
        match op {
            NumberOp::Load(_) => self.cells(fact, out, |_, cell| L::load(cell)),
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
            NumberOp::Table(_, arms) => {
                let cell = |operand| slots.number_slot(operand).map_err(L::number);
                self.table(fact, arms, cell, (L::no_number(), L::arm_number), out);
            }
            NumberOp::Outside(_, bits) => self.cells(fact, out, |_, cell| L::outside(cell, *bits)),
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

    fn months(&self, place: usize, op: &MonthsOp, fact: Cells<'_>, slots: &Slots<'_, L>, out: &mut [L::Months]) {
        if let Some(Some(lookup)) = self.prepared.months.get(place) {
            self.look_up(fact, lookup, out);
            return;
        }
        match op {
            // The same for every row.
            MonthsOp::Force(_) | MonthsOp::Since(_) | MonthsOp::OfYear(_) | MonthsOp::Last => {}
            MonthsOp::Reached(..) | MonthsOp::Aged(..) => {
                let Some(Some(thresholds)) = self.prepared.thresholds.get(place) else { return };
                if !self.known_days(fact).is_some_and(|days| thresholds.fill(days, out, L::months)) {
                    self.cells(fact, out, |_, cell| L::monotone(cell, |value| thresholds.reached(value)));
                }
            }
            MonthsOp::Is(_, bits) => self.cells(fact, out, |_, cell| L::is(cell, *bits)),
            MonthsOp::Within(_, spans) => self.cells(fact, out, |_, cell| L::within(cell, spans)),
            MonthsOp::Known(_) => match fact.column.map(|column| column.known) {
                Some(Some(known)) => {
                    for (out, known) in out.iter_mut().zip(known.iter().skip(self.start)) {
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
            MonthsOp::Table(_, arms) => {
                let cell = |operand| slots.months_slot(operand).map_err(L::months);
                self.table(fact, arms, cell, (L::no_months(), L::arm_months), out);
            }
            MonthsOp::Pick(options) => {
                for (row, out) in out.iter_mut().enumerate() {
                    *out = L::any_months(options.iter().map(|option| slots.month_set(*option, row)));
                }
            }
            MonthsOp::First(a, _) => slots.each_months(*a, MonthsOperand::Constant(true), out, |a, _| a),
        }
    }

    /// The months in which several conditions hold.
    fn all(&self, conjunction: &Conjunction<L::Set>, slots: &Slots<'_, L>, out: &mut [L::Months]) {
        out.fill(L::months(conjunction.among));
        for part in &conjunction.parts {
            match *part {
                Part::Slot(place) => {
                    let sets = slots.months_slot(MonthsOperand::Slot(place)).unwrap_or_default();
                    out.iter_mut().zip(sets).for_each(|(out, set)| *out = L::and(*out, *set));
                }
                Part::LookUp(place, fact) => {
                    let (Some(Some(lookup)), fact) = (self.prepared.months.get(place), self.cells_of(Some(fact)))
                    else {
                        continue;
                    };
                    if !self.known_codes(fact).is_some_and(|values| lookup.join(values, out, L::and)) {
                        self.values(fact, out, |so_far, value, known, _| L::and(so_far, lookup.of(value, known)));
                    }
                }
            }
        }
    }

    /// Leaves to each row the months that no earlier one with the same thing has taken.
    fn leave(&self, thing: ThingIndex, taken: &mut Taken<L>, out: &mut [L::Months]) {
        if let Some(groups) = self.columns.groups.iter().find(|groups| groups.thing == thing) {
            let spans = self.columns.spans.and_then(|spans| spans.get(self.start..));
            taken.leave(groups, self.start, spans.unwrap_or_default(), out);
        }
    }

    /// What a step makes of a fact with few values.
    fn look_up<T: Copy + Default + PartialEq>(&self, fact: Cells<'_>, lookup: &Lookup<T>, out: &mut [T]) {
        if !self.known_codes(fact).is_some_and(|values| lookup.fill(values, out)) {
            self.values(fact, out, |_, value, known, _| lookup.of(value, known));
        }
    }

    /// A table whose cells are worked out for each row.
    fn table<'s, T: Copy + Default + 's, O: Copy>(
        &self,
        fact: Cells<'_>,
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
                Err(value) => self.selecting(fact, out, |so_far, cell| join(so_far, cell, ends, value)),
                Ok(values) => {
                    let mut values = values.iter().copied();
                    let mut next = || values.next().unwrap_or_default();
                    self.selecting(fact, out, |so_far, cell| join(so_far, cell, ends, next()));
                }
            }
        }
    }

    /// The values of a fact that is known in every row, as far as the lane asks.
    fn known_values<'c>(fact: Cells<'c>) -> Option<Values<'c>> {
        let column = fact.column?;
        (!L::SEES_UNKNOWN || column.known.is_none()).then_some(column.values)
    }

    /// Those of a fact with few values.
    fn known_codes<'c>(&self, fact: Cells<'c>) -> Option<&'c [u8]> {
        match Self::known_values(fact)? {
            Values::Code(values) => values.get(self.start..),
            Values::Wide(_) | Values::Narrow(_) => None,
        }
    }

    /// Those of a date.
    fn known_days<'c>(&self, fact: Cells<'c>) -> Option<&'c [i32]> {
        match Self::known_values(fact)? {
            Values::Narrow(values) => values.get(self.start..),
            Values::Wide(_) | Values::Code(_) => None,
        }
    }

    /// One value for each row from what stands there and the cell of a fact.
    fn cells<T: Copy>(&self, fact: Cells<'_>, out: &mut [T], mut of: impl FnMut(T, L::Cell) -> T) {
        self.values(fact, out, |so_far, value, known, bounds| of(so_far, L::cell(value, known, bounds)));
    }

    /// The same for the arms of a table: the end of what has none lies behind every day, where the last arm is.
    fn selecting<T: Copy>(&self, fact: Cells<'_>, out: &mut [T], mut of: impl FnMut(T, L::Cell) -> T) {
        self.values(fact, out, |so_far, value, known, bounds| of(so_far, L::cell(value.min(bounds.1), known, bounds)));
    }

    /// The value that stands in the cell, whether it is known, and between which bounds it then lies.
    fn values<T: Copy>(&self, fact: Cells<'_>, out: &mut [T], mut of: impl FnMut(T, i64, bool, (i64, i64)) -> T) {
        let Cells { column, bounds } = fact;
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
