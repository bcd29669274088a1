//! A plan with its readings chosen: what is left to do for some rules, in order.

use crate::compile::{Comparison, ReadingIndex, RuleIndex, Shift, TableArm};
use crate::model::{FactIndex, ThingIndex};
use crate::value::{Date, Days};

/// The chosen option of each reading, by its place; `None` is open.
pub type Choices = Vec<Option<usize>>;

/// A number: a step's slot or a number of the law.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum NumberOperand {
    Slot(usize),
    Constant(i64),
}

/// A set of months: a step's slot, or every month or none.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
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
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum NumberOp {
    Load(FactIndex),
    Binary(Arithmetic, NumberOperand, NumberOperand),
    Table(FactIndex, Vec<TableArm<NumberOperand>>),
    /// A reading that is open.
    Pick(Vec<NumberOperand>),
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum MonthsOp {
    Force(Days),
    Since(Date),
    Reached(FactIndex, Shift, bool),
    Aged(FactIndex, i32),
    Is(FactIndex, u64),
    Known(FactIndex),
    Compare(Comparison, NumberOperand, NumberOperand),
    Not(MonthsOperand),
    And(MonthsOperand, MonthsOperand),
    Or(MonthsOperand, MonthsOperand),
    Table(FactIndex, Vec<TableArm<MonthsOperand>>),
    Pick(Vec<MonthsOperand>),
    First(MonthsOperand, ThingIndex),
}

/// Where one rule's answers stand.
#[derive(Clone, Debug)]
pub(super) struct RuleSlots {
    pub(super) rule: RuleIndex,
    pub(super) in_force: MonthsOperand,
    pub(super) applies: MonthsOperand,
    pub(super) wanted: MonthsOperand,
    pub(super) granted: MonthsOperand,
    pub(super) pieces: Vec<(MonthsOperand, NumberOperand)>,
    /// The months in which the facts lead to a reading that is open.
    pub(super) open: Vec<MonthsOperand>,
    /// By version: applies, the conditions, has-rate. Empty without a trace.
    pub(super) trace: Vec<VersionSlots>,
    pub(super) scale: u8,
    /// The facts that the answer can depend on.
    pub(super) facts: Vec<FactIndex>,
    /// The open readings that the answer can depend on.
    pub(super) readings: Vec<ReadingIndex>,
    /// The thing whose other subjects the answer can depend on.
    pub(super) single: Option<ThingIndex>,
    /// The facts of those subjects that it can depend on.
    pub(super) shared: Vec<FactIndex>,
}

/// Where one version's conditions stand.
#[derive(Clone, Debug)]
pub(super) struct VersionSlots {
    pub(super) in_force: MonthsOperand,
    pub(super) applies: MonthsOperand,
    pub(super) conditions: Vec<MonthsOperand>,
    pub(super) has_rate: MonthsOperand,
}

/// The steps of some rules under some readings.
#[derive(Clone, Debug)]
pub(super) struct Program {
    pub(super) numbers: Vec<NumberOp>,
    pub(super) months: Vec<MonthsOp>,
    pub(super) rules: Vec<RuleSlots>,
    /// Every fact that a step reads.
    pub(super) facts: Vec<FactIndex>,
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
