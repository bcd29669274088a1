//! What checking makes: rules whose names, types, units, tables and times have been proved to fit.

use crate::model::{Choice, FactIndex, ThingIndex, Vocabulary};
use crate::parse::Period;
use crate::source::{Citation, Standing, Words};
use crate::value::{Date, Days, Decimal, Unit};

/// The place of a rule in its rulebook.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct RuleIndex(pub usize);

/// The place of a reading in its rulebook.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct ReadingIndex(pub usize);

/// The place of a parameter in its rulebook.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct ParameterIndex(pub usize);

/// A pack that has passed every check: the law as typed rules, in the order of layers and texts.
#[derive(Clone, Debug)]
pub struct Rulebook {
    /// The facts that its rules speak of.
    pub vocabulary: Vocabulary,
    /// The instruments.
    pub documents: Vec<Instrument>,
    /// The open questions of the law.
    pub readings: Vec<Reading>,
    /// Every number of the law that has a name.
    pub parameters: Vec<Parameter>,
    /// The rules, in the order of layers and texts.
    pub rules: Vec<Rule>,
    /// The rules in an order in which each stands after those that it refers to.
    pub order: Vec<RuleIndex>,
}

/// A legal instrument (规范性文件).
#[derive(Clone, Debug)]
pub struct Instrument {
    /// The layer, such as `jining`.
    pub layer: String,
    /// The number, such as `济政办字〔2025〕15号`.
    pub number: String,
    /// The title.
    pub title: Words,
    /// How sure its text is.
    pub standing: Standing,
    /// The days in force.
    pub force: Days,
    /// The day of publication.
    pub published: Date,
}

/// A question that the law leaves open, with its possible answers (解释选项).
#[derive(Clone, Debug)]
pub struct Reading {
    /// The id, such as `fourth-child`.
    pub id: String,
    /// The question.
    pub ask: Words,
    /// Why it is a question.
    pub because: Words,
    /// The answers.
    pub options: Vec<Choice>,
    /// The answer taken unless another is chosen; `None`: open until chosen.
    pub default: Option<usize>,
    /// The sentences.
    pub source: Citation,
}

/// A named number of the law (参数).
#[derive(Clone, Debug)]
pub struct Parameter {
    /// The id, such as `jining/family-subsidy.second-child`.
    pub id: String,
    /// The number.
    pub value: Decimal,
    /// What it counts.
    pub unit: Unit,
    /// The days in force.
    pub force: Days,
    /// The day of publication.
    pub published: Date,
    /// The sentences.
    pub source: Citation,
}

/// A rule, in all its versions.
#[derive(Clone, Debug)]
pub struct Rule {
    /// The id, such as `jining/family-subsidy`.
    pub id: String,
    /// The layer that it stands in.
    pub layer: String,
    /// The kinds of thing that it is for: one, or a pair.
    pub subject: Vec<ThingIndex>,
    /// What people call it.
    pub title: Words,
    /// Who pays.
    pub payer: String,
    /// Who is paid.
    pub payee: String,
    /// Which fact names the paying place.
    pub place: Option<Place>,
    /// In one month, only one of this thing's enrolments is granted.
    pub single: Option<ThingIndex>,
    /// The words that make it discretionary.
    pub discretionary: Option<Words>,
    /// Conditions that the text refers elsewhere.
    pub assumes: Vec<Words>,
    /// How often the rate is paid.
    pub period: Period,
    /// What its rate counts: yuan, a month, a year or once.
    pub unit: Unit,
    /// The readings that it names, in the order of the readings.
    pub readings: Vec<ReadingIndex>,
    /// The rules that it refers to.
    pub refers: Vec<RuleIndex>,
    /// The versions, by force.
    pub versions: Vec<Version>,
}

/// What a rule says while one version of it is in force.
#[derive(Clone, Debug)]
pub struct Version {
    /// The days in force.
    pub force: Days,
    /// The day of publication.
    pub published: Date,
    /// Where false, the outcome is not-applicable.
    pub applies: Option<Truth>,
    /// The named conditions.
    pub when: Vec<Condition>,
    /// How much.
    pub rate: Number,
    /// The sentences.
    pub source: Citation,
}

/// A named condition.
#[derive(Clone, Debug)]
pub struct Condition {
    /// The label: the reason's id.
    pub label: String,
    /// What people read.
    pub words: Words,
    /// What must hold.
    pub truth: Truth,
}

/// Which fact names the paying place.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Place {
    /// Always this fact.
    Fact(FactIndex),
    /// By a reading: one fact for each option.
    Reading(ReadingIndex, Vec<FactIndex>),
}

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
        /// The months.
        months: i32,
    },
    /// The reference day is on or after a day.
    Since(Date),
}

/// A period added to a date: months first, then days.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct Shift {
    /// Months.
    pub months: i32,
    /// Days.
    pub days: i32,
    /// A named number of months, and how many times it is added.
    pub parameter: Option<(ParameterIndex, i32)>,
}

/// How two numbers are compared.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
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
    /// A table by a fact.
    Table(FactIndex, Vec<Arm>),
    /// A table by a reading: a cell for each option.
    Reading(ReadingIndex, Vec<Cell>),
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
