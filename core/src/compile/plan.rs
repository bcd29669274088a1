//! What compiling makes.

use crate::rulebook::{Age, Comparison, ParameterIndex, ReadingIndex, RuleIndex, Rulebook, Shift};
use crate::rulebook::{FactIndex, ThingIndex};
use crate::value::{Date, Days, Decimal, Map, Period, Set};

/// A slot that holds, for each row, one number.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct NumberSlot(pub usize);

/// A slot that holds, for each row, a set of months.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct MaskSlot(pub usize);

/// How a number comes about; every number is constant over the months of a row.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum NumberStep {
    /// A number without a name.
    Constant(i64),
    /// A named number, with that many decimals.
    Parameter(ParameterIndex, u8),
    /// A fact.
    Load(FactIndex),
    /// Sum.
    Add(NumberSlot, NumberSlot),
    /// Difference.
    Subtract(NumberSlot, NumberSlot),
    /// Product.
    Multiply(NumberSlot, NumberSlot),
    /// The smaller.
    Minimum(NumberSlot, NumberSlot),
    /// The larger.
    Maximum(NumberSlot, NumberSlot),
    /// The cell of the row that a fact selects.
    Table(FactIndex, Vec<TableArm<NumberSlot>>),
    /// The cell of the option that is chosen.
    Pick(ReadingIndex, Vec<NumberSlot>),
    /// The sum over every thing of a kind that the case holds: the slot reads the facts of each.
    Sum(ThingIndex, NumberSlot),
    /// The quotient rounded up to a whole number.
    Ceiling(NumberSlot, NumberSlot),
    /// The completed months from one day to another.
    CompletedMonths(NumberSlot, NumberSlot),
    /// The first of the days on which a link leads where it does.
    Since(FactIndex),
    /// How many of a set's items are none of the choices in the bits.
    Outside(FactIndex, u64),
    /// The sum over every thing of a kind that the subject, or what holds it, holds: the slot reads the facts of each.
    SumHeld(ThingIndex, NumberSlot),
    /// The sum over the things of a kind that the subject's family holds: each number as often as its months.
    Total(ThingIndex, Vec<Piece>),
}

impl NumberStep {
    /// The slots that it reads.
    #[must_use]
    pub fn reads(&self) -> Vec<NumberSlot> {
        match self {
            Self::Constant(_) | Self::Parameter(..) | Self::Load(_) | Self::Since(_) | Self::Outside(..) => Vec::new(),
            Self::Add(a, b)
            | Self::Subtract(a, b)
            | Self::Multiply(a, b)
            | Self::Minimum(a, b)
            | Self::Maximum(a, b)
            | Self::Ceiling(a, b)
            | Self::CompletedMonths(a, b) => vec![*a, *b],
            Self::Table(_, arms) => arms.iter().map(|arm| arm.cell).collect(),
            Self::Pick(_, options) => options.clone(),
            Self::Sum(_, each) | Self::SumHeld(_, each) => vec![*each],
            Self::Total(_, pieces) => pieces.iter().map(|piece| piece.number).collect(),
        }
    }
}

/// Values of a fact that share a cell.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct TableArm<S> {
    /// The smallest value.
    pub from: i64,
    /// The largest.
    pub to: i64,
    /// Whether the law names these values, and not `otherwise`.
    pub named: bool,
    /// The cell.
    pub cell: S,
}

impl<S> TableArm<S> {
    /// The same values with another cell.
    #[must_use]
    pub const fn with<T>(&self, cell: T) -> TableArm<T>
    where
        T: Copy,
    {
        TableArm { from: self.from, to: self.to, named: self.named, cell }
    }
}

/// How a set of months comes about.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum MaskStep {
    /// Every month, or none.
    Constant(bool),
    /// The months in force.
    Force(Days),
    /// The months whose reference day is on or after a day.
    Since(Date),
    /// The months whose reference day is on or after a date fact plus a period; `true`: strictly after.
    Reached(FactIndex, Shift, bool),
    /// The months at least so many months after a date fact's month.
    Aged(FactIndex, Age),
    /// These months of the year; bit 0 is January.
    OfYear(u16),
    /// Every month if the fact has one of these values (bits by their places), else none.
    Is(FactIndex, u64),
    /// Every month if the input states the fact, else none.
    Known(FactIndex),
    /// Every month if the comparison holds, else none.
    Compare(Comparison, NumberSlot, NumberSlot),
    /// The other months.
    Not(MaskSlot),
    /// Months in both.
    And(MaskSlot, MaskSlot),
    /// Months in one or both.
    Or(MaskSlot, MaskSlot),
    /// The cell of the row that a fact selects.
    Table(FactIndex, Vec<TableArm<MaskSlot>>),
    /// The cell of the option that is chosen.
    Pick(ReadingIndex, Vec<MaskSlot>),
    /// The months that no earlier row of the same thing has taken.
    First(MaskSlot, ThingIndex),
    /// Every month if a fact lies in one of these spans, both ends included, else none.
    Within(FactIndex, Vec<(i64, i64)>),
    /// Every month if no earlier thing of the same kind and holder has the same date, else none.
    Eldest(FactIndex),
    /// The last month of the calendar year that lies in the window.
    YearEnd,
}

impl MaskStep {
    /// The sets of months that it reads.
    #[must_use]
    pub fn reads(&self) -> Vec<MaskSlot> {
        match self {
            Self::Not(a) | Self::First(a, _) => vec![*a],
            Self::And(a, b) | Self::Or(a, b) => vec![*a, *b],
            Self::Table(_, arms) => arms.iter().map(|arm| arm.cell).collect(),
            Self::Pick(_, options) => options.clone(),
            Self::Constant(_)
            | Self::Force(_)
            | Self::Since(_)
            | Self::Reached(..)
            | Self::Aged(..)
            | Self::OfYear(_)
            | Self::Eldest(_)
            | Self::YearEnd
            | Self::Is(..)
            | Self::Known(_)
            | Self::Within(..)
            | Self::Compare(..) => Vec::new(),
        }
    }
}

/// A number that holds in some months.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Piece {
    /// The months; those of different pieces of one number are disjoint.
    pub months: MaskSlot,
    /// The number.
    pub number: NumberSlot,
}

/// A place where an open reading would be asked.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Consult {
    /// The reading.
    pub reading: ReadingIndex,
    /// The months in which the facts lead there.
    pub months: MaskSlot,
}

/// The slots of one version of a rule.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct VersionPlan {
    /// The months in force.
    pub in_force: MaskSlot,
    /// The conditions under which it applies, in order.
    pub applies: Vec<MaskSlot>,
    /// The other named conditions, in order.
    pub conditions: Vec<MaskSlot>,
    /// The months for which its table has an amount.
    pub has_rate: MaskSlot,
    /// For each step of a procedure its ways.
    pub steps: Vec<Vec<WayPlan>>,
}

/// The slots of one way of a step.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct WayPlan {
    /// The months in which it is the one.
    pub selected: MaskSlot,
    /// The months in which it is done, or is not to be done; none where the law gives no way.
    pub done: Option<MaskSlot>,
    /// The months in which it is to be done at all.
    pub only: MaskSlot,
}

/// The slots of a number that is held against a bound.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Figures {
    /// The number; of a quotient the part above.
    pub value: Vec<Piece>,
    /// The part below of a quotient, in the same decimals.
    pub over: Vec<Piece>,
    /// The bound.
    pub bound: Vec<Piece>,
    /// Decimals of the number.
    pub value_scale: u8,
    /// Decimals of the bound.
    pub bound_scale: u8,
    /// The months in which the number keeps to the bound.
    pub kept: Option<MaskSlot>,
}

/// The slots of a rule.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RulePlan {
    /// The rule.
    pub rule: RuleIndex,
    /// Its versions, in order.
    pub versions: Vec<VersionPlan>,
    /// The months in force, of any version.
    pub in_force: MaskSlot,
    /// The months in which a version in force applies.
    pub applies: MaskSlot,
    /// The months for which the rule has an answer: the amount is not set elsewhere, nothing is divided by zero, the
    /// law gives a way.
    pub answerable: MaskSlot,
    /// The months that would be granted to this row alone, kept to the bound, or done.
    pub wanted: MaskSlot,
    /// The months that are granted: those wanted that no earlier enrolment of the same thing has taken.
    pub granted: MaskSlot,
    /// The rate; of a lookup the place of its words.
    pub pieces: Vec<Piece>,
    /// The numbers that are held against bounds, in their order.
    pub figures: Vec<Figures>,
    /// For each step the months in which it is done.
    pub steps: Vec<MaskSlot>,
    /// The months in which a step is to be done by a day that no published calendar has.
    pub waits: MaskSlot,
    /// Whether none of its numbers can leave 64 bits or is summed over many things, so that columns can compute it.
    pub is_narrow: bool,
    /// Whether it looks at other things of the subject's family, so that each subject is worked out by itself.
    pub has_kin: bool,
    /// Decimals of the rate.
    pub scale: u8,
    /// The months whose rate is due once, where others are due per month.
    pub once: MaskSlot,
    /// Where readings are asked.
    pub consults: Vec<Consult>,
    /// What a quantity adds up.
    pub ledger: Option<Ledger>,
}

/// What a quantity adds up, and how.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Ledger {
    /// The amounts that are added up, each once.
    pub sources: Vec<Source>,
    /// For each item its arithmetic: each step reads only earlier ones, and the last is the item.
    pub items: Vec<Vec<AmountStep>>,
}

/// What is added up.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Source {
    /// What another rule grants.
    Rule(RuleIndex),
    /// What an item counts itself.
    Rate(Box<RatePlan>),
}

/// The slots of what an item counts itself.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RatePlan {
    /// For which things.
    pub of: ThingIndex,
    /// How often.
    pub period: Period,
    /// Where it is counted, and how much.
    pub slots: RulePlan,
}

/// One step of the arithmetic of an item, in fen.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum AmountStep {
    /// A number of the law.
    Constant(i64),
    /// A source, summed over the things that the cell is about.
    Source(usize),
    /// An item above.
    Item(usize),
    /// Sum.
    Add(usize, usize),
    /// Difference.
    Subtract(usize, usize),
    /// The smaller.
    Minimum(usize, usize),
    /// The larger.
    Maximum(usize, usize),
}

/// Every rule of a pack, ready for evaluation.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The rules as checked: names, texts and times.
    pub book: Rulebook,
    /// The number steps; each reads only smaller slots.
    pub numbers: Vec<NumberStep>,
    /// The mask steps; each reads number slots and smaller mask slots.
    pub masks: Vec<MaskStep>,
    /// The mask steps by which one of two numbers is chosen: where none of their months can hold, what they would choose
    /// is not reached.
    pub guards: Set<MaskSlot>,
    /// The rules' slots, in the order of the rulebook.
    pub rules: Vec<RulePlan>,
    /// The named numbers that a reform has changed, with what the law says.
    pub reformed: Map<ParameterIndex, Decimal>,
}

impl Plan {
    /// A shift with its named months put in.
    #[must_use]
    pub fn fixed(&self, shift: Shift) -> Shift {
        let Some((index, times)) = shift.parameter else { return shift };
        let months = self.book.parameters.get(index.0).and_then(|parameter| parameter.value.at_scale(0));
        let months = months.and_then(|months| i32::try_from(months).ok()).unwrap_or_default();
        Shift { months: shift.months + times * months, days: shift.days, parameter: None }
    }

    /// An age with its named months put in.
    #[must_use]
    pub fn fixed_age(&self, age: Age) -> Age {
        let named = self.fixed(Shift { parameter: age.parameter.map(|index| (index, 1)), ..Shift::default() });
        Age { shift: self.fixed(age.shift), months: age.months + named.months, parameter: None }
    }
}
