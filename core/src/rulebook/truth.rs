//! Typed terms: what may be true of a month, and numbers with their units.

use super::book::{ParameterIndex, ReadingIndex, RuleIndex, TableIndex};
use crate::model::{FactIndex, ThingIndex};
use crate::value::{Date, Unit};

/// A truth that may change from month to month.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Truth {
    /// Always or never.
    Constant(bool),
    /// An option or yes/no fact has one of these values.
    Is(FactIndex, Vec<usize>),
    /// The input states the fact.
    Known(FactIndex),
    /// Not.
    Not(Box<Self>),
    /// Both.
    And(Box<Self>, Box<Self>),
    /// At least one.
    Or(Box<Self>, Box<Self>),
    /// Two numbers or two dates that do not change by month.
    Compare(Comparison, Number, Number),
    /// The reference day is on or after a date fact moved by months and days (`after`: strictly after).
    Reached {
        /// The date fact.
        fact: FactIndex,
        /// What is added to it.
        shift: Shift,
        /// Whether the day itself does not count.
        after: bool,
    },
    /// The month is at least so many months after the month of a date fact.
    Aged {
        /// The date fact.
        fact: FactIndex,
        /// How many months after which month.
        age: Age,
    },
    /// The reference day is on or after a day.
    Since(Date),
    /// The month is one of these of its year; bit 0 is January.
    OfYear(u16),
    /// No thing of the same kind and the same holder that stands earlier in the case has the same date.
    First(FactIndex),
}

/// An age in whole months: from the month of a date moved by a period to the month.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct Age {
    /// What is added to the date before its month is taken.
    pub shift: Shift,
    /// The months.
    pub months: i32,
    /// A named number of months that is added to them.
    pub parameter: Option<ParameterIndex>,
}

impl Age {
    /// So many months after the month of the date itself.
    #[must_use]
    pub fn of(months: i32) -> Self {
        Self { months, ..Self::default() }
    }
}

/// A period added to a date: months first, then days.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct Shift {
    /// Months.
    pub months: i32,
    /// Days.
    pub days: i32,
    /// A named number of months, and how many times it is added.
    pub parameter: Option<(ParameterIndex, i32)>,
}

/// How two numbers are compared.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, serde::Deserialize, serde::Serialize)]
pub enum Comparison {
    /// Less.
    Less,
    /// Less or equal.
    AtMost,
    /// Equal.
    Equal,
}

/// A number with its unit and its decimals.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Number {
    /// How it comes about.
    pub kind: NumberKind,
    /// What it counts.
    pub unit: Unit,
    /// Its decimals.
    pub scale: u8,
}

/// How a number comes about.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum NumberKind {
    /// A number without a name.
    Constant(i64),
    /// A named number.
    Parameter(ParameterIndex),
    /// A number or date fact.
    Fact(FactIndex),
    /// Sum.
    Add(Box<Number>, Box<Number>),
    /// Difference.
    Subtract(Box<Number>, Box<Number>),
    /// Product.
    Multiply(Box<Number>, Box<Number>),
    /// The smaller.
    Minimum(Box<Number>, Box<Number>),
    /// The larger.
    Maximum(Box<Number>, Box<Number>),
    /// The month's amount of another rule; 0 where it is not granted.
    Rule(RuleIndex),
    /// One of two by a truth: where it does not hold, and where it does.
    Choose(Box<Truth>, Box<[Cell; 2]>),
    /// 1 where a truth about facts that no month changes holds, else 0.
    Holds(Box<Truth>),
    /// The sum over every thing of a kind that the case holds; the number reads the facts of each.
    Sum(ThingIndex, Box<Number>),
    /// A table by a fact.
    Table(FactIndex, Vec<Arm>),
    /// A table by a reading: a cell for each option.
    Reading(ReadingIndex, Vec<Cell>),
    /// A number of a rate that is due once, beside others that are due per month.
    Once(Box<Number>),
    /// In a quantity, what an item above comes to.
    Item(usize),
    /// In a quantity, the rate of another rule's table, whatever that rule asks besides.
    RateOf(RuleIndex),
    /// One number over another, rounded up to a whole number; what stands below is above 0.
    Ceiling(Box<Number>, Box<Number>),
    /// The completed months from one day to another.
    CompletedMonths(Box<Number>, Box<Number>),
    /// The first of the days on which a link leads where it does.
    Since(FactIndex),
    /// How many of a set's items are none of these choices.
    Outside(FactIndex, Vec<usize>),
    /// The sum over every thing of a kind that the subject, or what holds the subject, holds; the number reads the facts
    /// of each.
    SumHeld(ThingIndex, Box<Number>),
    /// The amounts of another rule over the months of the calendar year that lie in the window, added up over the things
    /// of a kind that the subject's family holds.
    Total(RuleIndex, ThingIndex),
    /// What a table of brackets makes of a number: of each part of it its own share.
    Brackets(TableIndex, Box<Number>),
}

/// A cell of a table; `None` is the refusal.
pub type Cell = Option<Number>;

/// Rows of a table that share a cell: every value from one to another.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Arm {
    /// The smallest value, in the fact's own units.
    pub from: i64,
    /// The largest.
    pub to: i64,
    /// Whether the law names these values, and not `otherwise`.
    pub named: bool,
    /// The cell.
    pub cell: Cell,
}
