//! A plan with its readings chosen: what is left to do for some rules, in order.

use super::columns::FactOf;
use crate::compile::{Age, Comparison, ReadingIndex, RuleIndex, Shift, TableArm};
use crate::model::ThingIndex;
use crate::value::{Date, Days, Set};

/// The chosen option of each reading, by its place; `None` is open.
pub type Choices = Vec<Option<usize>>;

/// A number: a step's slot or a number of the law.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum NumberOperand {
    Slot(usize),
    Constant(i64),
}

/// A set of months: a step's slot, or every month or none.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum MonthsOperand {
    Slot(usize),
    Constant(bool),
}

/// An operator between two numbers.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Arithmetic {
    Add,
    Subtract,
    Multiply,
    Minimum,
    Maximum,
    Ceiling,
    CompletedMonths,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum NumberOp {
    Load(FactOf),
    Binary(Arithmetic, NumberOperand, NumberOperand),
    Table(FactOf, Vec<TableArm<NumberOperand>>),
    /// A reading that is open.
    Pick(Vec<NumberOperand>),
    Outside(FactOf, u64),
    /// As often as a set holds months of the slice.
    Times(MonthsOperand, NumberOperand),
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum MonthsOp {
    /// The last month of the slice.
    Last,
    Force(Days),
    Since(Date),
    Reached(FactOf, Shift, bool),
    Aged(FactOf, Age),
    OfYear(u16),
    Is(FactOf, u64),
    Known(FactOf),
    Compare(Comparison, NumberOperand, NumberOperand),
    Not(MonthsOperand),
    And(MonthsOperand, MonthsOperand),
    Or(MonthsOperand, MonthsOperand),
    Table(FactOf, Vec<TableArm<MonthsOperand>>),
    Pick(Vec<MonthsOperand>),
    First(MonthsOperand, ThingIndex),
    Within(FactOf, Vec<(i64, i64)>),
}

/// A step by its place among those of its kind, with the place among the program's facts of the one that it reads.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    Number(usize, Option<usize>),
    Months(usize, Option<usize>),
    /// A set of months by its place, with that of the conditions that must all hold.
    All(usize, usize),
}

impl NumberOp {
    /// The fact that it reads.
    pub(super) const fn fact(&self) -> Option<FactOf> {
        match self {
            Self::Load(fact) | Self::Table(fact, _) | Self::Outside(fact, _) => Some(*fact),
            Self::Binary(..) | Self::Pick(_) | Self::Times(..) => None,
        }
    }
}

impl MonthsOp {
    /// The fact that it reads.
    pub(super) const fn fact(&self) -> Option<FactOf> {
        match self {
            Self::Reached(fact, ..)
            | Self::Aged(fact, _)
            | Self::Is(fact, _)
            | Self::Known(fact)
            | Self::Table(fact, _)
            | Self::Within(fact, _) => Some(*fact),
            Self::Last | Self::Force(_) | Self::Since(_) | Self::OfYear(_) => None,
            Self::Compare(..) | Self::Not(_) | Self::And(..) | Self::Or(..) | Self::Pick(_) | Self::First(..) => None,
        }
    }
}

/// Where one rule's answers stand.
#[derive(Clone, Debug)]
pub(super) struct RuleSlots {
    pub(super) rule: RuleIndex,
    pub(super) in_force: MonthsOperand,
    pub(super) applies: MonthsOperand,
    pub(super) answerable: MonthsOperand,
    pub(super) wanted: MonthsOperand,
    pub(super) granted: MonthsOperand,
    pub(super) pieces: Vec<PieceOperand>,
    /// The numbers that are held against bounds, in their order.
    pub(super) figures: Vec<FigureSlots>,
    /// For each step of a procedure the months in which it is done.
    pub(super) steps: Vec<MonthsOperand>,
    /// The months in which a step is to be done by a day that no published calendar has.
    pub(super) waits: MonthsOperand,
    /// The months in which the facts lead to a reading that is open.
    pub(super) open: Vec<MonthsOperand>,
    /// By version: applies, the conditions, has-rate. Empty without a trace.
    pub(super) trace: Vec<VersionSlots>,
    pub(super) scale: u8,
    /// The months whose rate is due once, where others are due per month.
    pub(super) once: MonthsOperand,
    /// The facts that the answer can depend on.
    pub(super) facts: Vec<FactOf>,
    /// The open readings that the answer can depend on.
    pub(super) readings: Vec<ReadingIndex>,
    /// The thing whose other subjects the answer can depend on.
    pub(super) single: Option<ThingIndex>,
    /// The facts of those subjects that it can depend on.
    pub(super) shared: Vec<FactOf>,
}

/// The months in which a number holds, and the number.
pub(super) type PieceOperand = (MonthsOperand, NumberOperand);

/// Where a number stands that is held against a bound.
#[derive(Clone, Debug)]
pub(super) struct FigureSlots {
    pub(super) value: Vec<PieceOperand>,
    pub(super) over: Vec<PieceOperand>,
    pub(super) bound: Vec<PieceOperand>,
    /// The months in which the number keeps to the bound.
    pub(super) kept: MonthsOperand,
}

/// Where one version's conditions stand.
#[derive(Clone, Debug)]
pub(super) struct VersionSlots {
    pub(super) in_force: MonthsOperand,
    pub(super) applies: Vec<MonthsOperand>,
    pub(super) conditions: Vec<MonthsOperand>,
    pub(super) has_rate: MonthsOperand,
    /// For each step its ways: where each is the one, where it is done, and where it is to be done at all.
    pub(super) steps: Vec<Vec<WaySlots>>,
}

/// Where one way of a step stands: selected, done, to be done at all.
pub(super) type WaySlots = (MonthsOperand, Option<MonthsOperand>, MonthsOperand);

/// The steps of some rules under some readings.
#[derive(Clone, Debug)]
pub(super) struct Program {
    pub(super) numbers: Vec<NumberOp>,
    pub(super) months: Vec<MonthsOp>,
    pub(super) rules: Vec<RuleSlots>,
    /// Every fact that a step reads.
    pub(super) facts: Vec<FactOf>,
    /// The steps of months by which one of two numbers is chosen.
    pub(super) guards: Set<MonthsOperand>,
    /// Every step, in the order in which they are run.
    pub(super) steps: Vec<Step>,
    /// Whether it is made for the things of one case, over which a sum runs or among which one is the first.
    pub(super) is_of_case: bool,
}

impl Program {
    /// Whether anything depends on a reading that is open: an answer, or a step of a condition that is told.
    pub(super) fn is_open(&self) -> bool {
        self.rules.iter().any(|rule| !rule.readings.is_empty())
            || self.numbers.iter().any(|op| matches!(op, NumberOp::Pick(_)))
            || self.months.iter().any(|op| matches!(op, MonthsOp::Pick(_)))
    }
}

/// What a program is for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Purpose {
    /// Rows that stand alone: each has every thing for itself, and only answers are asked for.
    Rows,
    /// Subjects that may share things.
    Subjects,
    /// The same, with every condition kept for the reasons.
    Reasons,
}
