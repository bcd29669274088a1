//! The values that are tried for an unknown: the ends of its range, and the value at and on both sides of each
//! point where a condition or a rate can change.

use super::calendar::Slice;
use super::columns::{FactOf, bounds_of, outside};
use super::integer::Integer;
use super::program::{Arithmetic, MonthsOp, NumberOp, NumberOperand, Program};
use super::table::Table;
use crate::compile::Shift;
use crate::model::{FactType, Vocabulary};
use crate::value::{Date, Map, Set};

/// The most values that are followed through one step; more would leave the bound of completions anyway.
const MOST_VALUES: usize = 4_096;

/// A value that arithmetic may have put between two steps of a fact's scale.
type Quotient = (i128, i128);

/// What is needed to find the points of one rule for some rows.
pub(super) struct Search<'a> {
    pub(super) program: &'a Program,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) table: &'a Table,
    pub(super) rows: &'a [usize],
    pub(super) slices: &'a [Slice],
    pub(super) facts: &'a [FactOf],
    /// For each number that counts months, by its place: how many they are at least and at most.
    pub(super) counts: Map<usize, (i128, i128)>,
}

type Points = Map<FactOf, Set<i128>>;

impl Search<'_> {
    /// The values to try for each fact that is unknown in a row, smallest first.
    pub(super) fn values(&self) -> Map<FactOf, Vec<i64>> {
        let mut points: Points = Map::new();
        self.months(&mut points);
        let open = self.open();
        // Where two unknowns are compared, each gets the points of the other: the second pass sees them.
        for _ in 0..2 {
            let before = points.clone();
            self.kinks(&open, &before, &mut points);
        }
        self.facts.iter().map(|fact| (*fact, self.tried(*fact, points.get(fact)))).collect()
    }

    fn tried(&self, fact: FactOf, points: Option<&Set<i128>>) -> Vec<i64> {
        let (low, high) = bounds_of(self.vocabulary, fact.fact);
        match self.vocabulary.fact_at(fact.fact).map(|fact| &fact.kind) {
            Some(FactType::YesNo | FactType::Options(_)) => return (low..=high).collect(),
            // Nothing outside any list, or as much as there can be.
            Some(FactType::Set { .. }) => return vec![low, high],
            Some(FactType::Number { allowed, .. }) if !allowed.is_empty() => return allowed.clone(),
            _ => {}
        }
        let around = points.into_iter().flatten().flat_map(|point| [point - 1, *point, point + 1]);
        let inside = around.filter_map(|value| i64::try_from(value).ok()).filter(|value| (low..=high).contains(value));
        let all: Set<i64> = inside.chain([low, high]).collect();
        all.into_iter().collect()
    }

    /// Points of dates against the months of the window, and of tables against their keys.
    fn months(&self, points: &mut Points) {
        for op in &self.program.months {
            match op {
                MonthsOp::Reached(fact, shift, _) => {
                    let days = self.slices.iter().flat_map(|slice| &slice.days);
                    let latest = days.map(|day| i128::from(latest(*day, *shift)));
                    points.entry(*fact).or_default().extend(latest);
                }
                MonthsOp::Aged(fact, age) => {
                    let all = self.slices.iter().flat_map(|slice| &slice.months);
                    let last = all.filter_map(|month| age.latest(*month)).map(i128::from);
                    points.entry(*fact).or_default().extend(last);
                }
                MonthsOp::Within(fact, spans) => {
                    let ends = spans.iter().flat_map(|(from, to)| [i128::from(*from), i128::from(*to)]);
                    points.entry(*fact).or_default().extend(ends);
                }
                MonthsOp::Table(fact, arms) => {
                    keys(points, *fact, arms.iter().map(|arm| (arm.from, arm.to, arm.named)))
                }
                _ => {}
            }
        }
        for op in &self.program.numbers {
            if let NumberOp::Table(fact, arms) = op {
                keys(points, *fact, arms.iter().map(|arm| (arm.from, arm.to, arm.named)));
            }
        }
    }

    /// For each step of numbers whether a number beneath it is unknown in a row: only there is anything to solve.
    fn open(&self) -> Vec<bool> {
        let mut open: Vec<bool> = Vec::with_capacity(self.program.numbers.len());
        for op in &self.program.numbers {
            let of = |operand: &NumberOperand| is_open(&open, *operand);
            let is_open = match op {
                NumberOp::Load(fact) | NumberOp::Outside(fact, _) => self.is_unknown(*fact),
                NumberOp::Binary(_, a, b) => of(a) || of(b),
                NumberOp::Table(_, arms) => arms.iter().any(|arm| of(&arm.cell)),
                NumberOp::Pick(options) => options.iter().any(of),
                NumberOp::Times(_, number) => {
                    let (least, most) = self.months_counted(open.len());
                    least != most || of(number)
                }
            };
            open.push(is_open);
        }
        open
    }

    fn months_counted(&self, place: usize) -> (i128, i128) {
        self.counts.get(&place).copied().unwrap_or_default()
    }

    fn is_unknown(&self, fact: FactOf) -> bool {
        let Some(place) = self.table.place(fact) else { return false };
        let mut cells = self.rows.iter().filter_map(|row| self.table.rows.get(*row)?.cells.get(place));
        cells.any(|cell| cell.unknown.is_some())
    }

    /// Points where two numbers meet.
    fn kinks(&self, open: &[bool], before: &Points, points: &mut Points) {
        let numbers = self.program.numbers.iter().filter_map(|op| match op {
            NumberOp::Binary(Arithmetic::Minimum | Arithmetic::Maximum, a, b) => Some((*a, *b)),
            _ => None,
        });
        let comparisons = self.program.months.iter().filter_map(|op| match op {
            MonthsOp::Compare(_, a, b) => Some((*a, *b)),
            _ => None,
        });
        for (a, b) in numbers.chain(comparisons) {
            for (side, other) in [(a, b), (b, a)] {
                if !is_open(open, side) {
                    continue;
                }
                let targets: Vec<Quotient> = self.reached(other, before).into_iter().map(|value| (value, 1)).collect();
                self.solve(side, &targets, open, before, points);
            }
        }
    }

    /// The values that a number takes in the rows, unknowns standing at their points.
    fn reached(&self, operand: NumberOperand, points: &Points) -> Set<i128> {
        let NumberOperand::Slot(place) = operand else {
            let NumberOperand::Constant(value) = operand else { return Set::new() };
            return Set::from([i128::from(value)]);
        };
        let mut values = match self.program.numbers.get(place) {
            Some(NumberOp::Load(fact)) => self.cells(*fact, points),
            Some(NumberOp::Outside(fact, bits)) => {
                let sets = self.cells(*fact, points).into_iter().filter_map(|set| i64::try_from(set).ok());
                sets.map(|set| i128::from(outside(set, *bits))).collect()
            }
            Some(NumberOp::Binary(operator, a, b)) => {
                let (a, b) = (self.reached(*a, points), self.reached(*b, points));
                let pairs = a.iter().flat_map(|a| b.iter().map(move |b| (*a, *b)));
                pairs.take(MOST_VALUES).filter_map(|(a, b)| operator.wide(a, b)).collect()
            }
            Some(NumberOp::Table(_, arms)) => arms.iter().flat_map(|arm| self.reached(arm.cell, points)).collect(),
            Some(NumberOp::Pick(options)) => options.iter().flat_map(|option| self.reached(*option, points)).collect(),
            Some(NumberOp::Times(_, number)) => {
                let ((least, most), each) = (self.months_counted(place), self.reached(*number, points));
                (least..=most).flat_map(|count| each.iter().filter_map(move |value| value.checked_mul(count))).collect()
            }
            None => Set::new(),
        };
        while values.len() > MOST_VALUES {
            values.pop_last();
        }
        values
    }

    fn cells(&self, fact: FactOf, points: &Points) -> Set<i128> {
        let mut values = Set::new();
        let Some(place) = self.table.place(fact) else { return values };
        for cell in self.rows.iter().filter_map(|row| self.table.rows.get(*row)?.cells.get(place)) {
            if cell.is_absent {
                continue;
            }
            if cell.unknown.is_none() {
                values.insert(i128::from(cell.value));
            } else {
                values.extend(points.get(&fact).into_iter().flatten());
            }
        }
        values
    }

    /// Gives facts the values at which a number would be one of the targets.
    fn solve(&self, operand: NumberOperand, targets: &[Quotient], open: &[bool], before: &Points, points: &mut Points) {
        let NumberOperand::Slot(place) = operand else { return };
        if !is_open(open, operand) {
            return;
        }
        let targets = targets.get(..targets.len().min(MOST_VALUES)).unwrap_or(targets);
        match self.program.numbers.get(place) {
            Some(NumberOp::Load(fact)) => {
                let (low, high) = bounds_of(self.vocabulary, fact.fact);
                let inside = i128::from(low)..=i128::from(high);
                let around = targets.iter().flat_map(|(numerator, denominator)| {
                    let down = numerator.div_euclid(*denominator);
                    [down, if numerator.rem_euclid(*denominator) == 0 { down } else { down + 1 }]
                });
                points.entry(*fact).or_default().extend(around.filter(|point| inside.contains(point)));
            }
            Some(NumberOp::Binary(operator, a, b)) => {
                for (side, other, first) in [(*a, *b, true), (*b, *a, false)] {
                    if !is_open(open, side) {
                        continue;
                    }
                    if matches!(operator, Arithmetic::Minimum | Arithmetic::Maximum) {
                        // The result is a target where one side is, whatever the other is.
                        self.solve(side, targets, open, before, points);
                        continue;
                    }
                    let mut moved = Vec::new();
                    for value in self.reached(other, before) {
                        moved.extend(targets.iter().flat_map(|target| operator.undo(*target, value, first)).flatten());
                    }
                    moved.sort_unstable();
                    moved.dedup();
                    self.solve(side, &moved, open, before, points);
                }
            }
            Some(NumberOp::Table(_, arms)) => {
                arms.iter().for_each(|arm| self.solve(arm.cell, targets, open, before, points))
            }
            Some(NumberOp::Pick(options)) => {
                options.iter().for_each(|option| self.solve(*option, targets, open, before, points))
            }
            // The two sets that are tried are all that matters.
            Some(NumberOp::Outside(..)) | None => {}
            Some(NumberOp::Times(_, number)) => {
                let (least, most) = self.months_counted(place);
                let each = (least.max(1)..=most).flat_map(|count| {
                    targets.iter().filter_map(move |(above, below)| Some((*above, below.checked_mul(count)?)))
                });
                let each: Vec<Quotient> = each.collect();
                self.solve(*number, &each, open, before, points);
            }
        }
    }
}

fn is_open(open: &[bool], operand: NumberOperand) -> bool {
    match operand {
        NumberOperand::Slot(place) => open.get(place).copied().unwrap_or_default(),
        NumberOperand::Constant(_) => false,
    }
}

/// The keys that the law names.
fn keys(points: &mut Points, fact: FactOf, arms: impl Iterator<Item = (i64, i64, bool)>) {
    for (from, to, _) in arms.filter(|(_, _, named)| *named) {
        points.entry(fact).or_default().extend([i128::from(from), i128::from(to)]);
    }
}

fn latest(day: Date, shift: Shift) -> i32 {
    Date::from_number(day.number() - shift.days).latest_reaching(shift.months)
}

impl Arithmetic {
    fn wide(self, a: i128, b: i128) -> Option<i128> {
        match self {
            Self::Add => a.checked_add(b),
            Self::Subtract => a.checked_sub(b),
            Self::Multiply => a.checked_mul(b),
            Self::Minimum => Some(a.min(b)),
            Self::Maximum => Some(a.max(b)),
            Self::Ceiling => a.checked_neg()?.checked_div_euclid(b)?.checked_neg(),
            Self::CompletedMonths => Some(i128::from(a.day().completed_months(b.day()))),
        }
    }

    /// What one side is where the result comes to a target, and where it leaves it, and the other side is a value.
    fn undo(self, target: Quotient, value: i128, first: bool) -> [Option<Quotient>; 2] {
        let (numerator, denominator) = target;
        let down = numerator.div_euclid(denominator);
        let up = if numerator.rem_euclid(denominator) == 0 { down } else { down + 1 };
        match (self, first) {
            // The last value with the target, and the last below it.
            (Self::Ceiling, true) => [down, up - 1].map(|whole| Some((whole.checked_mul(value)?, 1))),
            (Self::Ceiling, false) => [None, None],
            (Self::CompletedMonths, true) => [down, down + 1]
                .map(|months| Some((i128::from(value.day().latest_reaching(i32::try_from(months).ok()?)), 1))),
            (Self::CompletedMonths, false) => [down, down + 1].map(|months| {
                let reached = value.day().plus_months(i32::try_from(months).ok()?)?;
                Some((i128::from(reached.number()), 1))
            }),
            _ => [self.undone(target, value, first), None],
        }
    }

    fn undone(self, (numerator, denominator): Quotient, value: i128, first: bool) -> Option<Quotient> {
        let scaled = value.checked_mul(denominator)?;
        match (self, first) {
            (Self::Add, _) => Some((numerator.checked_sub(scaled)?, denominator)),
            (Self::Subtract, true) => Some((numerator.checked_add(scaled)?, denominator)),
            (Self::Subtract, false) => Some((scaled.checked_sub(numerator)?, denominator)),
            (Self::Multiply, _) if value > 0 => Some((numerator, denominator.checked_mul(value)?)),
            (Self::Multiply, _) if value < 0 => Some((-numerator, denominator.checked_mul(-value)?)),
            (Self::Multiply, _) => None,
            // The result is one of the sides.
            (Self::Minimum | Self::Maximum, _) => Some((numerator, denominator)),
            (Self::Ceiling | Self::CompletedMonths, _) => None,
        }
    }
}
