//! What is asked, and what is answered.

use super::answer::{MonthAnswer, State};
use super::program::Choices;
use super::table::Subject;
use super::trace::Reason;
use crate::compile::{CalendarIndex, ReadingIndex, RuleIndex};
use crate::model::FactIndex;
use crate::value::{Date, Window};

/// What is asked of a plan.
#[derive(Clone, Debug)]
pub struct Question {
    /// The months.
    pub window: Window,
    /// The rules, in the order of outcomes.
    pub rules: Vec<RuleIndex>,
    /// The chosen option of every reading; `None` is open.
    pub choices: Choices,
}

/// What is known of one step.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct StepAnswer {
    /// The version of the rule that it stands in.
    pub version: usize,
    /// The way that is the one, by its place; `None` where the facts do not settle it.
    pub way: Option<usize>,
    /// Whether it is done, or not to be done; `None` where the facts do not settle it.
    pub done: Option<bool>,
    /// Whether it is to be done at all; `None` where the facts do not settle it.
    pub only: Option<bool>,
    /// The day by which it must be done; `None` where none is set or known, or where it is not to be done.
    pub due: Option<Date>,
}

/// One cell of a quantity, or what several come to.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Part {
    /// What it is about, as outcomes name it.
    pub subject: String,
    /// The place of the month in the window; none for all of it.
    pub month: Option<usize>,
    /// The item, by its place.
    pub item: usize,
    /// The smallest and the largest amount in fen; it is settled where they are one.
    pub range: (i128, i128),
}

/// What one rule says of one subject.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Whom it is about.
    pub subject: Subject,
    /// The rule.
    pub rule: RuleIndex,
    /// The months that it speaks of: those asked about, or that of the one day on which it is judged.
    pub window: Window,
    /// The one day on which an indicator or a procedure is judged.
    pub judged: Option<Date>,
    /// Its state over the window.
    pub state: State,
    /// What it says of each month.
    pub months: Vec<MonthAnswer>,
    /// Decimals of the months' rates.
    pub scale: u8,
    /// Whether the yearly rate is paid at once, in December.
    pub once: bool,
    /// The amount in fen; `None` unless granted or refused.
    pub amount: Option<i128>,
    /// The smallest and the largest amount in fen over all completions; `None` where there is no amount at all.
    pub range: Option<(i128, i128)>,
    /// Whether the range is exact.
    pub range_is_exact: bool,
    /// The facts that can still change the outcome: whose, and which.
    pub missing: Vec<(String, FactIndex)>,
    /// The open readings that can.
    pub open: Vec<ReadingIndex>,
    /// The calendars that lack a year that the answer depends on.
    pub calendars: Vec<CalendarIndex>,
    /// The place that pays, as the case names it.
    pub payer_place: Option<String>,
    /// Each step of a procedure, where it applies.
    pub steps: Vec<StepAnswer>,
    /// Every item of a quantity, by things and months and in all, where it is in force and applies.
    pub parts: Vec<Part>,
    /// One for each condition and stretch of months with the same answer.
    pub reasons: Vec<Reason>,
}
