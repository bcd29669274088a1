//! The values that are tried for an unknown: the ends of its range, and the value at and on both sides of each
//! point where a condition or a rate can change.

use super::calendar::Slice;
use super::columns::{FactOf, bounds_of, outside};
use super::integer::Integer;
use super::program::{Arithmetic, MonthsOp, NumberOp, NumberOperand, Program};
use super::table::Table;
use crate::compile::{Comparison, Shift};
use crate::model::{FactType, Vocabulary};
use crate::value::{Date, Map, Set};

/// The most values that are followed through one step; more would leave the bound of completions anyway.
const MOST_VALUES: usize = 4_096;

/// A value that arithmetic may have put between two steps of a fact's scale.
type Quotient = (i128, i128);

/// Where a number turns a comparison: where it comes to what it is held against, where it passes it, or both.
#[derive(Clone, Copy)]
enum Turn {
    At,
    Past,
    Both,
}

impl Turn {
    /// Those of the two sides of a comparison.
    const fn of(comparison: Comparison) -> [Self; 2] {
        match comparison {
            Comparison::Less => [Self::At, Self::Past],
            Comparison::AtMost => [Self::Past, Self::At],
            Comparison::Equal => [Self::Both, Self::Both],
        }
    }

    /// Of two steps, up to a target and past it, those that turn.
    const fn of_steps(self, at: i128, past: i128) -> [Option<i128>; 2] {
        match self {
            Self::At => [Some(at), None],
            Self::Past => [None, Some(past)],
            Self::Both => [Some(at), Some(past)],
        }
    }
}

/// What a number is held against.
struct Targets {
    values: Vec<Quotient>,
    turn: Turn,
}

/// What is needed to find the points of one rule for some rows.
pub(super) struct Search<'a> {
    pub(super) program: &'a Program,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) table: &'a Table,
    pub(super) rows: &'a [usize],
    pub(super) slices: &'a [Slice],
    pub(super) facts: &'a [FactOf],
    /// The counts of months, of each slice that has its own.
    pub(super) counts: Vec<Counts>,
}

/// For each number that counts months, by its place: how many they are at least and at most.
pub(super) type Counts = Map<usize, (i128, i128)>;

type Points = Map<FactOf, Set<i128>>;

/// The points before a pass; where numbers are added, an unknown one beside another counts its least.
struct Before {
    points: Points,
    in_sums: Points,
}

impl Search<'_> {
    /// The values to try for each fact that is unknown in a row, smallest first.
    pub(super) fn values(&self) -> Map<FactOf, Vec<i64>> {
        let mut own: Points = Map::new();
        self.months(&mut own);
        let each: Vec<Counted<'_>> = self.counts.iter().map(|counts| Counted::new(self, counts)).collect();
        each.iter().for_each(|counted| counted.kinks(&self.before(Points::new()), &mut own));
        // Where two unknowns are compared, each gets the points that the other has of itself.
        let mut points = own.clone();
        let own = self.before(own);
        each.iter().for_each(|counted| counted.kinks(&own, &mut points));
        self.facts.iter().map(|fact| (*fact, self.tried(*fact, points.get(fact)))).collect()
    }

    /// What is known before a pass.
    fn before(&self, points: Points) -> Before {
        let kind = |fact: &FactOf| self.vocabulary.fact_at(fact.fact).map(|fact| &fact.kind);
        let numbers = self.facts.iter().filter(|fact| matches!(kind(fact), Some(FactType::Number { .. })));
        let least = numbers.map(|fact| (*fact, Set::from([i128::from(bounds_of(self.vocabulary, fact.fact).0)])));
        let mut in_sums = points.clone();
        least.for_each(|(fact, values)| in_sums.insert(fact, values));
        Before { points, in_sums }
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

    fn is_unknown(&self, fact: FactOf) -> bool {
        let Some(place) = self.table.place(fact) else { return false };
        let mut cells = self.rows.iter().filter_map(|row| self.table.rows.get(*row)?.cells.get(place));
        cells.any(|cell| cell.unknown.is_some())
    }

    fn cells(&self, fact: FactOf, points: &Points) -> Set<i128> {
        let mut values = Set::new();
        let Some(place) = self.table.place(fact) else { return values };
        for cell in self.rows.iter().filter_map(|row| self.table.rows.get(*row)?.cells.get(place)) {
            if cell.is_absent {
                // What is not there adds nothing; of a record nothing is held against it either.
                values.extend(fact.one.map(|_| 0));
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
}

/// The search under the counts of months of some slices.
struct Counted<'s> {
    search: &'s Search<'s>,
    counts: &'s Counts,
    /// For each step of numbers whether a number beneath it is unknown in a row: only there is anything to solve.
    open: Vec<bool>,
}

impl<'s> Counted<'s> {
    fn new(search: &'s Search<'s>, counts: &'s Counts) -> Self {
        let mut counted = Self { search, counts, open: Vec::new() };
        counted.open = counted.open();
        counted
    }

    fn open(&self) -> Vec<bool> {
        let mut open: Vec<bool> = Vec::with_capacity(self.search.program.numbers.len());
        for op in &self.search.program.numbers {
            let of = |operand: &NumberOperand| is_open(&open, *operand);
            let is_open = match op {
                NumberOp::Load(fact) | NumberOp::Outside(fact, _) => self.search.is_unknown(*fact),
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

    fn is_open(&self, operand: NumberOperand) -> bool {
        is_open(&self.open, operand)
    }

    /// Points where two numbers meet.
    fn kinks(&self, before: &Before, points: &mut Points) {
        let numbers = self.search.program.numbers.iter().filter_map(|op| match op {
            NumberOp::Binary(Arithmetic::Minimum | Arithmetic::Maximum, a, b) => Some((*a, *b, [Turn::Both; 2])),
            _ => None,
        });
        let comparisons = self.search.program.months.iter().filter_map(|op| match op {
            MonthsOp::Compare(comparison, a, b) => Some((*a, *b, Turn::of(*comparison))),
            _ => None,
        });
        for (a, b, [of_a, of_b]) in numbers.chain(comparisons) {
            for (side, other, turn) in [(a, b, of_a), (b, a, of_b)] {
                if !self.is_open(side) {
                    continue;
                }
                let values = self.reached(other, &before.points).into_iter().map(|value| (value, 1)).collect();
                self.solve(side, &Targets { values, turn }, before, points);
            }
        }
    }

    /// The values that a number takes in the rows, unknowns standing at their points.
    fn reached(&self, operand: NumberOperand, points: &Points) -> Set<i128> {
        let NumberOperand::Slot(place) = operand else {
            let NumberOperand::Constant(value) = operand else { return Set::new() };
            return Set::from([i128::from(value)]);
        };
        let mut values = match self.search.program.numbers.get(place) {
            Some(NumberOp::Load(fact)) => self.search.cells(*fact, points),
            Some(NumberOp::Outside(fact, bits)) => {
                let sets = self.search.cells(*fact, points).into_iter().filter_map(|set| i64::try_from(set).ok());
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

    /// Gives facts the values at which a number would be one of the targets.
    fn solve(&self, operand: NumberOperand, all: &Targets, before: &Before, points: &mut Points) {
        let NumberOperand::Slot(place) = operand else { return };
        if !self.is_open(operand) {
            return;
        }
        let turn = all.turn;
        let targets = all.values.get(..all.values.len().min(MOST_VALUES)).unwrap_or(&all.values);
        match self.search.program.numbers.get(place) {
            Some(NumberOp::Load(fact)) => {
                let (low, high) = bounds_of(self.search.vocabulary, fact.fact);
                let inside = i128::from(low)..=i128::from(high);
                let around = targets.iter().flat_map(|(numerator, denominator)| {
                    let down = numerator.div_euclid(*denominator);
                    [down, if numerator.rem_euclid(*denominator) == 0 { down } else { down + 1 }]
                });
                points.entry(*fact).or_default().extend(around.filter(|point| inside.contains(point)));
            }
            Some(NumberOp::Binary(operator, a, b)) => {
                for (side, other, first) in [(*a, *b, true), (*b, *a, false)] {
                    if !self.is_open(side) {
                        continue;
                    }
                    if matches!(operator, Arithmetic::Minimum | Arithmetic::Maximum) {
                        // The result is a target where one side is, whatever the other is.
                        self.solve(side, all, before, points);
                        continue;
                    }
                    let is_sum = matches!(operator, Arithmetic::Add);
                    let beside = if is_sum { &before.in_sums } else { &before.points };
                    let mut values = Vec::new();
                    for value in self.reached(other, beside) {
                        let undo = |target: &Quotient| operator.undo(*target, turn, value, first);
                        values.extend(targets.iter().flat_map(undo).flatten());
                    }
                    values.sort_unstable();
                    values.dedup();
                    let turn = if matches!(operator, Arithmetic::Add) { turn } else { Turn::Both };
                    self.solve(side, &Targets { values, turn }, before, points);
                }
            }
            Some(NumberOp::Table(_, arms)) => arms.iter().for_each(|arm| self.solve(arm.cell, all, before, points)),
            Some(NumberOp::Pick(options)) => options.iter().for_each(|option| self.solve(*option, all, before, points)),
            // The two sets that are tried are all that matters.
            Some(NumberOp::Outside(..)) | None => {}
            Some(NumberOp::Times(_, number)) => {
                let (least, most) = self.months_counted(place);
                let each = (least.max(1)..=most).flat_map(|count| {
                    targets.iter().filter_map(move |(above, below)| Some((*above, below.checked_mul(count)?)))
                });
                self.solve(*number, &Targets { values: each.collect(), turn }, before, points);
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

    /// What one side is where the result comes to a target, and where it leaves it, and the other side is a value. What
    /// counts in steps comes to a target at one value and leaves it at another; only where it turns does it matter.
    fn undo(self, target: Quotient, turn: Turn, value: i128, first: bool) -> [Option<Quotient>; 2] {
        let (numerator, denominator) = target;
        let down = numerator.div_euclid(denominator);
        let up = if numerator.rem_euclid(denominator) == 0 { down } else { down + 1 };
        match (self, first) {
            // The last value with the target, and the last below it.
            (Self::Ceiling, true) => turn.of_steps(up - 1, down).map(|whole| Some((whole?.checked_mul(value)?, 1))),
            (Self::Ceiling, false) => [None, None],
            (Self::CompletedMonths, true) => turn
                .of_steps(up, down + 1)
                .map(|months| Some((i128::from(value.day().latest_reaching(i32::try_from(months?).ok()?)), 1))),
            (Self::CompletedMonths, false) => turn.of_steps(up, down + 1).map(|months| {
                let reached = value.day().plus_months(i32::try_from(months?).ok()?)?;
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
