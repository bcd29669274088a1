//! The evaluator: a program over blocks of rows, one slot at a time.

use super::calendar::{Slice, Thresholds};
use super::columns::{Columns, FactOf, Groups, Values, bounds_of};
use super::lane::Lane;
use super::program::{Arithmetic, MonthsOp, MonthsOperand, NumberOp, Program};
use super::slots::Slots;
use crate::compile::{Age, Shift};
use crate::model::{ThingIndex, Vocabulary};
use crate::value::Date;

/// Rows that are evaluated together: few enough for every slot to stay in the cache.
pub(super) const BLOCK_ROWS: usize = 512;

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

/// A program made ready for one slice: dates of law and window turned into sets of months.
pub(super) struct Prepared<'a> {
    program: &'a Program,
    vocabulary: &'a Vocabulary,
    fixed: Vec<u64>,
    pub(super) thresholds: Vec<Option<Thresholds>>,
}

impl<'a> Prepared<'a> {
    pub(super) fn new(program: &'a Program, vocabulary: &'a Vocabulary, slice: &Slice, rows: usize) -> Self {
        let fixed = program.months.iter().map(|op| match op {
            MonthsOp::Force(days) => slice.within(*days),
            MonthsOp::Since(date) => slice.mask(|_, day| day >= *date),
            MonthsOp::OfYear(months) => slice.mask(|month, _| months >> (month.of_year() - 1) & 1 == 1),
            _ => 0,
        });
        let thresholds = program.months.iter().map(|op| match op {
            MonthsOp::Reached(_, shift, after) => Some(Thresholds::new(reached(slice, *shift, *after), rows)),
            MonthsOp::Aged(_, age) => Some(Thresholds::new(aged(slice, *age), rows)),
            _ => None,
        });
        Self { program, vocabulary, fixed: fixed.collect(), thresholds: thresholds.collect() }
    }

    /// Runs every step over a block of rows.
    pub(super) fn run<L: Lane>(&self, columns: &Columns<'_>, start: usize, rows: usize, slots: &mut Slots<L>) {
        slots.make_room(self.program, rows);
        for (place, op) in self.program.numbers.iter().enumerate() {
            let mut out = slots.numbers.get_mut(place).map(std::mem::take).unwrap_or_default();
            self.number(op, columns, start, slots, &mut out);
            if let Some(slot) = slots.numbers.get_mut(place) {
                *slot = out;
            }
        }
        for (place, op) in self.program.months.iter().enumerate() {
            let mut out = slots.months.get_mut(place).map(std::mem::take).unwrap_or_default();
            self.months(place, op, columns, start, slots, &mut out);
            if let Some(slot) = slots.months.get_mut(place) {
                *slot = out;
            }
        }
    }

    fn number<L: Lane>(
        &self,
        op: &NumberOp,
        columns: &Columns<'_>,
        start: usize,
        slots: &Slots<L>,
        out: &mut [L::Number],
    ) {
        match op {
            NumberOp::Load(fact) => self.cells::<L, _>(columns, *fact, start, out, |_, cell| L::load(cell)),
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
                out.fill(L::no_number());
                for arm in arms {
                    let ends = (arm.from, arm.to);
                    match slots.number_slot(arm.cell) {
                        Err(value) => {
                            let number = L::number(value);
                            self.cells::<L, _>(columns, *fact, start, out, |so_far, cell| {
                                L::arm_number(so_far, cell, ends, number)
                            });
                        }
                        Ok(numbers) => {
                            let mut numbers = numbers.iter().copied();
                            self.cells::<L, _>(columns, *fact, start, out, |so_far, cell| {
                                L::arm_number(so_far, cell, ends, numbers.next().unwrap_or_default())
                            });
                        }
                    }
                }
            }
            NumberOp::Outside(fact, bits) => {
                self.cells::<L, _>(columns, *fact, start, out, |_, cell| L::outside(cell, *bits));
            }
            NumberOp::Pick(options) => {
                for (row, out) in out.iter_mut().enumerate() {
                    *out = L::any_number(options.iter().map(|option| slots.number(*option, row)));
                }
            }
        }
    }

    fn months<L: Lane>(
        &self,
        place: usize,
        op: &MonthsOp,
        columns: &Columns<'_>,
        start: usize,
        slots: &mut Slots<L>,
        out: &mut [L::Months],
    ) {
        match op {
            MonthsOp::Force(_) | MonthsOp::Since(_) | MonthsOp::OfYear(_) => {
                out.fill(L::months(self.fixed.get(place).copied().unwrap_or_default()));
            }
            MonthsOp::Reached(fact, ..) | MonthsOp::Aged(fact, _) => {
                let Some(Some(thresholds)) = self.thresholds.get(place) else { return };
                self.cells::<L, _>(columns, *fact, start, out, |_, cell| {
                    L::monotone(cell, |value| thresholds.reached(value))
                });
            }
            MonthsOp::Is(fact, bits) => self.cells::<L, _>(columns, *fact, start, out, |_, cell| L::is(cell, *bits)),
            MonthsOp::Within(fact, spans) => {
                self.cells::<L, _>(columns, *fact, start, out, |_, cell| L::within(cell, spans));
            }
            MonthsOp::Known(fact) => match columns.column(*fact).map(|column| column.known) {
                Some(Some(known)) => {
                    for (out, known) in out.iter_mut().zip(known.iter().skip(start)) {
                        *out = L::months(if *known { u64::MAX } else { 0 });
                    }
                }
                Some(None) => out.fill(L::months(u64::MAX)),
                None => out.fill(L::months(0)),
            },
            MonthsOp::Compare(comparison, a, b) => slots.each_number(*a, *b, out, |a, b| L::compare(*comparison, a, b)),
            MonthsOp::Not(a) => slots.each_months(*a, MonthsOperand::Constant(true), out, |a, _| L::not(a)),
            MonthsOp::And(a, b) => slots.each_months(*a, *b, out, L::and),
            MonthsOp::Or(a, b) => slots.each_months(*a, *b, out, L::or),
            MonthsOp::Table(fact, arms) => {
                out.fill(L::no_months());
                for arm in arms {
                    let ends = (arm.from, arm.to);
                    match slots.months_slot(arm.cell) {
                        Err(truth) => {
                            let months = L::months(if truth { u64::MAX } else { 0 });
                            self.cells::<L, _>(columns, *fact, start, out, |so_far, cell| {
                                L::arm_months(so_far, cell, ends, months)
                            });
                        }
                        Ok(months) => {
                            let mut months = months.iter().copied();
                            self.cells::<L, _>(columns, *fact, start, out, |so_far, cell| {
                                L::arm_months(so_far, cell, ends, months.next().unwrap_or_default())
                            });
                        }
                    }
                }
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

    /// One value for each row from what stands there and the cell of a fact.
    fn cells<L: Lane, T: Copy>(
        &self,
        columns: &Columns<'_>,
        fact: FactOf,
        start: usize,
        out: &mut [T],
        mut of: impl FnMut(T, L::Cell) -> T,
    ) {
        let bounds = bounds_of(self.vocabulary, fact.fact);
        let Some(column) = columns.column(fact) else {
            for out in out {
                *out = of(*out, L::cell(bounds.0, false, bounds));
            }
            return;
        };
        let known = column.known.map(|known| known.get(start..).unwrap_or_default());
        let of = |so_far, value, known| of(so_far, L::cell(value, known, bounds));
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

fn group_of<'a>(columns: &Columns<'a>, thing: ThingIndex) -> Option<&'a Groups<'a>> {
    columns.groups.iter().find(|groups| groups.thing == thing)
}

/// The latest date fact that has come to each reference day with its period added.
fn reached(slice: &Slice, shift: Shift, after: bool) -> Vec<i32> {
    let latest =
        |day: &Date| Date::from_number(day.number() - i32::from(after) - shift.days).latest_reaching(shift.months);
    slice.days.iter().map(latest).collect()
}

/// The latest date fact whose month, with its period added, lies so many months before each month.
fn aged(slice: &Slice, age: Age) -> Vec<i32> {
    slice.months.iter().map(|month| age.latest(*month).unwrap_or(i32::MIN)).collect()
}
