//! What numbers and sets of months are: known, or only known to lie between two bounds.

use super::columns::outside;
use super::integer::Integer;
use super::mask::Mask;
use crate::compile::Comparison;
use std::marker::PhantomData;

/// A lane gives every operator its meaning. The kernel is generic over it, so there is one evaluator.
///
/// Numbers wrap: the compiler has proved that none can leave the lane.
pub(super) trait Lane {
    /// What is known of one fact of one row.
    type Cell: Copy;
    /// A number.
    type Number: Copy + Default + PartialEq;
    /// A set of months that no fact can change; bit 0 is the slice's first month.
    type Set: Mask;
    /// A set of months.
    type Months: Copy + Default + PartialEq;

    /// Whether a cell that is not known is another than its value.
    const SEES_UNKNOWN: bool;

    /// A fact of the row, with the bounds that hold where it is unknown.
    fn cell(value: i64, known: bool, bounds: (i64, i64)) -> Self::Cell;
    /// The fact as a number.
    fn load(cell: Self::Cell) -> Self::Number;
    /// A number of the law.
    fn number(value: i64) -> Self::Number;
    /// A set that no fact can change.
    fn months(months: Self::Set) -> Self::Months;
    /// A set that shrinks, or grows, as the fact grows.
    fn monotone(cell: Self::Cell, months: impl Fn(i64) -> Self::Set) -> Self::Months;
    /// Every month if the fact is one of the values in `bits`, else none.
    fn is(cell: Self::Cell, bits: u64) -> Self::Months;
    /// Every month if the fact lies in one of these spans, else none.
    fn within(cell: Self::Cell, spans: &[(i64, i64)]) -> Self::Months;
    /// What a table's number is before any arm is seen; arms cover every admissible value.
    fn no_number() -> Self::Number;
    /// What a table's set is before any arm is seen.
    fn no_months() -> Self::Months;
    /// A table's number once an arm is seen: the arm's, if the fact selects it.
    fn arm_number(so_far: Self::Number, cell: Self::Cell, arm: (i64, i64), number: Self::Number) -> Self::Number;
    /// A table's set once an arm is seen.
    fn arm_months(so_far: Self::Months, cell: Self::Cell, arm: (i64, i64), months: Self::Months) -> Self::Months;
    /// One of several numbers, nobody knows which.
    fn any_number(options: impl Iterator<Item = Self::Number>) -> Self::Number;
    /// One of several sets, nobody knows which.
    fn any_months(options: impl Iterator<Item = Self::Months>) -> Self::Months;
    /// Sum.
    fn add(a: Self::Number, b: Self::Number) -> Self::Number;
    /// Difference.
    fn subtract(a: Self::Number, b: Self::Number) -> Self::Number;
    /// Product.
    fn multiply(a: Self::Number, b: Self::Number) -> Self::Number;
    /// The smaller.
    fn minimum(a: Self::Number, b: Self::Number) -> Self::Number;
    /// The larger.
    fn maximum(a: Self::Number, b: Self::Number) -> Self::Number;
    /// The quotient rounded up to a whole number; what stands below is above 0.
    fn ceiling(a: Self::Number, b: Self::Number) -> Self::Number;
    /// The completed months from one day to another.
    fn completed_months(a: Self::Number, b: Self::Number) -> Self::Number;
    /// How many items of a set are none of the choices in the bits.
    fn outside(cell: Self::Cell, bits: u64) -> Self::Number;
    /// A number as often as a set holds months among these.
    fn times(months: Self::Months, among: Self::Set, number: Self::Number) -> Self::Number;
    /// Every month if the comparison holds, else none.
    fn compare(comparison: Comparison, a: Self::Number, b: Self::Number) -> Self::Months;
    /// Months in both.
    fn and(a: Self::Months, b: Self::Months) -> Self::Months;
    /// Months in one or both.
    fn or(a: Self::Months, b: Self::Months) -> Self::Months;
    /// The other months.
    fn not(a: Self::Months) -> Self::Months;
}

/// Every fact is known; cases count in 128 bits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known<N = i128, M = u64>(PhantomData<(N, M)>);

impl<N: Integer, M: Mask> Lane for Known<N, M> {
    type Cell = i64;
    type Number = N;
    type Set = M;
    type Months = M;

    const SEES_UNKNOWN: bool = false;

    fn cell(value: i64, _: bool, _: (i64, i64)) -> i64 {
        value
    }
    fn load(cell: i64) -> N {
        cell.into()
    }
    fn number(value: i64) -> N {
        value.into()
    }
    fn months(months: M) -> M {
        months
    }
    fn monotone(cell: i64, months: impl Fn(i64) -> M) -> M {
        months(cell)
    }
    fn is(cell: i64, bits: u64) -> M {
        M::all_if(bits >> (cell & 63) & 1 == 1)
    }
    fn within(cell: i64, spans: &[(i64, i64)]) -> M {
        M::all_if(spans.iter().any(|(from, to)| *from <= cell && cell <= *to))
    }
    fn no_number() -> N {
        N::default()
    }
    fn no_months() -> M {
        M::default()
    }
    fn arm_number(so_far: N, cell: i64, (from, to): (i64, i64), number: N) -> N {
        if from <= cell && cell <= to { number } else { so_far }
    }
    fn arm_months(so_far: M, cell: i64, (from, to): (i64, i64), months: M) -> M {
        if from <= cell && cell <= to { months } else { so_far }
    }
    fn any_number(mut options: impl Iterator<Item = N>) -> N {
        options.next().unwrap_or_default()
    }
    fn any_months(mut options: impl Iterator<Item = M>) -> M {
        options.next().unwrap_or_default()
    }
    fn add(a: N, b: N) -> N {
        a.add(b)
    }
    fn subtract(a: N, b: N) -> N {
        a.subtract(b)
    }
    fn multiply(a: N, b: N) -> N {
        a.multiply(b)
    }
    fn minimum(a: N, b: N) -> N {
        a.lesser(b)
    }
    fn maximum(a: N, b: N) -> N {
        a.greater(b)
    }
    fn ceiling(a: N, b: N) -> N {
        a.ceiling(b)
    }
    fn completed_months(a: N, b: N) -> N {
        i64::from(a.day().completed_months(b.day())).into()
    }
    fn outside(cell: i64, bits: u64) -> N {
        outside(cell, bits).into()
    }
    fn times(months: M, among: M, number: N) -> N {
        N::from(i64::from((months & among).count())).multiply(number)
    }
    fn compare(comparison: Comparison, a: N, b: N) -> M {
        M::all_if(match comparison {
            Comparison::Less => a < b,
            Comparison::AtMost => a <= b,
            Comparison::Equal => a == b,
        })
    }
    fn and(a: M, b: M) -> M {
        a & b
    }
    fn or(a: M, b: M) -> M {
        a | b
    }
    fn not(a: M) -> M {
        !a
    }
}

/// Some facts are unknown: numbers lie between two bounds, months are certain or possible.
#[derive(Clone, Copy, Debug)]
pub(super) struct Range<N = i128, M = u64>(PhantomData<(N, M)>);

/// The smallest and the largest value that a number can have.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Between<N = i128> {
    /// The smallest.
    pub(super) low: N,
    /// The largest.
    pub(super) high: N,
}

/// The smallest and the largest value that a fact can have.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct CellRange {
    /// The smallest.
    pub(super) low: i64,
    /// The largest.
    pub(super) high: i64,
}

/// The months that certainly hold and those that may; the former lie within the latter.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct MustMay<M = u64> {
    /// Certain.
    pub(super) must: M,
    /// Possible.
    pub(super) may: M,
}

impl<N: Integer> Between<N> {
    fn hull(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high) }
    }
}

impl<M: Mask> MustMay<M> {
    fn hull(self, other: Self) -> Self {
        Self { must: self.must & other.must, may: self.may | other.may }
    }
}

impl<N: Integer, M: Mask> Lane for Range<N, M> {
    type Cell = CellRange;
    type Number = Between<N>;
    type Set = M;
    type Months = MustMay<M>;

    const SEES_UNKNOWN: bool = true;

    fn cell(value: i64, known: bool, (low, high): (i64, i64)) -> CellRange {
        if known { CellRange { low: value, high: value } } else { CellRange { low, high } }
    }
    fn load(cell: CellRange) -> Between<N> {
        Between { low: cell.low.into(), high: cell.high.into() }
    }
    fn number(value: i64) -> Between<N> {
        Between { low: value.into(), high: value.into() }
    }
    fn months(months: M) -> MustMay<M> {
        MustMay { must: months, may: months }
    }
    fn monotone(cell: CellRange, months: impl Fn(i64) -> M) -> MustMay<M> {
        Self::months(months(cell.low)).hull(Self::months(months(cell.high)))
    }
    fn is(cell: CellRange, bits: u64) -> MustMay<M> {
        let each = (cell.low..=cell.high.min(63)).map(|value| Self::months(Known::<N, M>::is(value, bits)));
        each.reduce(MustMay::hull).unwrap_or_default()
    }
    fn within(cell: CellRange, spans: &[(i64, i64)]) -> MustMay<M> {
        let must = spans.iter().any(|(from, to)| *from <= cell.low && cell.high <= *to);
        let may = spans.iter().any(|(from, to)| *from <= cell.high && cell.low <= *to);
        MustMay { must: M::all_if(must), may: M::all_if(may) }
    }
    // The empty hulls: whatever is joined to them is the result.
    fn no_number() -> Between<N> {
        Between { low: N::MAX, high: N::MIN }
    }
    fn no_months() -> MustMay<M> {
        MustMay { must: M::ALL, may: M::default() }
    }
    fn arm_number(so_far: Between<N>, cell: CellRange, (from, to): (i64, i64), number: Between<N>) -> Between<N> {
        if from <= cell.high && cell.low <= to { so_far.hull(number) } else { so_far }
    }
    fn arm_months(so_far: MustMay<M>, cell: CellRange, (from, to): (i64, i64), months: MustMay<M>) -> MustMay<M> {
        if from <= cell.high && cell.low <= to { so_far.hull(months) } else { so_far }
    }
    fn any_number(options: impl Iterator<Item = Between<N>>) -> Between<N> {
        options.reduce(Between::hull).unwrap_or_default()
    }
    fn any_months(options: impl Iterator<Item = MustMay<M>>) -> MustMay<M> {
        options.reduce(MustMay::hull).unwrap_or_default()
    }
    fn add(a: Between<N>, b: Between<N>) -> Between<N> {
        Between { low: a.low.add(b.low), high: a.high.add(b.high) }
    }
    fn subtract(a: Between<N>, b: Between<N>) -> Between<N> {
        Between { low: a.low.subtract(b.high), high: a.high.subtract(b.low) }
    }
    fn multiply(a: Between<N>, b: Between<N>) -> Between<N> {
        let ends = [a.low.multiply(b.low), a.low.multiply(b.high), a.high.multiply(b.low), a.high.multiply(b.high)];
        Self::any_number(ends.into_iter().map(|end| Between { low: end, high: end }))
    }
    fn minimum(a: Between<N>, b: Between<N>) -> Between<N> {
        Between { low: a.low.min(b.low), high: a.high.min(b.high) }
    }
    fn maximum(a: Between<N>, b: Between<N>) -> Between<N> {
        Between { low: a.low.max(b.low), high: a.high.max(b.high) }
    }
    fn ceiling(a: Between<N>, b: Between<N>) -> Between<N> {
        let ends = [(a.low, b.low), (a.low, b.high), (a.high, b.low), (a.high, b.high)];
        let ends = ends.into_iter().map(|(a, b)| a.ceiling(b));
        Self::any_number(ends.map(|end| Between { low: end, high: end }))
    }
    fn completed_months(a: Between<N>, b: Between<N>) -> Between<N> {
        let months = |from: N, to: N| N::from(i64::from(from.day().completed_months(to.day())));
        Between { low: months(a.high, b.low), high: months(a.low, b.high) }
    }
    fn outside(cell: CellRange, bits: u64) -> Between<N> {
        let low = if cell.low == cell.high { outside(cell.low, bits) } else { 0 };
        Between { low: low.into(), high: outside(cell.high, bits).into() }
    }
    fn times(months: MustMay<M>, among: M, number: Between<N>) -> Between<N> {
        let [must, may] = [months.must, months.may].map(|set| N::from(i64::from((set & among).count())));
        // Each month that may count adds the number or nothing.
        let end = |number: N, adds: bool| number.multiply(if adds { may } else { must });
        let none = N::from(0);
        Between { low: end(number.low, number.low < none), high: end(number.high, number.high > none) }
    }
    fn compare(comparison: Comparison, a: Between<N>, b: Between<N>) -> MustMay<M> {
        let (must, may) = match comparison {
            Comparison::Less => (a.high < b.low, a.low < b.high),
            Comparison::AtMost => (a.high <= b.low, a.low <= b.high),
            Comparison::Equal => (a.low == a.high && a == b, a.low <= b.high && b.low <= a.high),
        };
        MustMay { must: M::all_if(must), may: M::all_if(may) }
    }
    fn and(a: MustMay<M>, b: MustMay<M>) -> MustMay<M> {
        MustMay { must: a.must & b.must, may: a.may & b.may }
    }
    fn or(a: MustMay<M>, b: MustMay<M>) -> MustMay<M> {
        MustMay { must: a.must | b.must, may: a.may | b.may }
    }
    fn not(a: MustMay<M>) -> MustMay<M> {
        MustMay { must: !a.may, may: !a.must }
    }
}
