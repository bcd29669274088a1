//! What a rule says of each month, and of the window.

use super::calendar::Slice;
use super::lane::{Known, Range};
use super::program::RuleSlots;
use super::sheet::positions;
use super::slots::Slots;
use crate::compile::Period;
use crate::compile::{Rule, YEARLY_RATE};
use crate::value::round_half_up;

/// The state of one month.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum MonthState {
    /// The rule is not in force on the reference day (未生效或已失效).
    #[default]
    NotInForce,
    /// The rule is in force but does not apply (不适用).
    NotApplicable,
    /// A condition fails (不予).
    Refused,
    /// It is granted (给予).
    Granted,
    /// The facts do not settle it (待定).
    Undetermined,
}

/// What a rule says of one month.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct MonthAnswer {
    /// The state.
    pub state: MonthState,
    /// The rate, in the rule's decimals; 0 unless granted.
    pub rate: i64,
}

/// The state of an entitlement over a window.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum State {
    /// A month is granted and none is undetermined.
    Granted,
    /// Months are in force, none granted, one refused.
    Refused,
    /// A month is undetermined.
    Undetermined,
    /// No month is in force.
    NotInForce,
    /// Months are in force; in none of them does the rule apply.
    NotApplicable,
}

impl State {
    /// The state over the window.
    #[must_use]
    pub fn over(months: &[MonthAnswer]) -> Self {
        let any = |state: MonthState| months.iter().any(|month| month.state == state);
        if any(MonthState::Undetermined) {
            Self::Undetermined
        } else if any(MonthState::Granted) {
            Self::Granted
        } else if any(MonthState::Refused) {
            Self::Refused
        } else if any(MonthState::NotApplicable) {
            Self::NotApplicable
        } else {
            Self::NotInForce
        }
    }
}

/// How a rule's monthly answers become an amount.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terms {
    /// Whether the whole yearly rate is paid for December alone.
    pub(super) december_only: bool,
    divisor: i128,
}

impl Terms {
    /// The terms of a rule, `head_count` being the chosen option of the reading `yearly-rate`.
    pub(super) fn of(rule: &Rule, scale: u8, head_count: bool) -> Self {
        let december_only = head_count && rule.period == Period::Year;
        let twelfths = if rule.period == Period::Year && !december_only { 12 } else { 1 };
        let cents = 10_i128.pow(u32::from(scale.saturating_sub(2)));
        Self { december_only, divisor: cents * twelfths }
    }

    /// The months of a slice in which a rule of these terms can pay.
    pub(super) fn paying(self, slice: &Slice) -> u64 {
        slice.mask(|month, _| !self.december_only || month.of_year() == 12)
    }

    /// The amount of summed rates in fen, rounded once, half up.
    pub(super) fn amount(self, sum: i128) -> i128 {
        round_half_up(sum, self.divisor)
    }

    /// The amount of a window.
    pub(super) fn of_months(self, months: &[MonthAnswer]) -> i128 {
        self.amount(months.iter().map(|month| i128::from(month.rate)).sum())
    }

    pub(super) const fn divisor(self) -> i128 {
        self.divisor
    }
}

/// The option of `yearly-rate` under which December alone is paid.
pub(super) fn is_head_count(plan: &crate::compile::Plan, choices: &super::Choices) -> bool {
    let reading = plan.book.readings.iter().position(|reading| reading.id == YEARLY_RATE);
    let chosen = reading.and_then(|place| choices.get(place).copied().flatten());
    let option = reading.zip(chosen).and_then(|(place, chosen)| plan.book.readings.get(place)?.options.get(chosen));
    option.is_some_and(|option| option.id == HEAD_COUNT)
}

const HEAD_COUNT: &str = "head-count-at-year-end";

/// Where one row's answers are read from.
pub(super) struct RowView<'a> {
    pub(super) slice: &'a Slice,
    pub(super) rule: &'a RuleSlots,
    pub(super) row: usize,
    pub(super) span: u64,
    pub(super) terms: Terms,
}

impl RowView<'_> {
    /// Writes the row's months into an answer.
    pub(super) fn write(&self, slots: &Slots<Known>, answer: &mut [MonthAnswer]) {
        let set = |operand| slots.month_set(operand, self.row);
        let (in_force, applies) = (set(self.rule.in_force), set(self.rule.applies));
        let granted = set(self.rule.granted) & self.terms.paying(self.slice);
        for (position, bit) in positions(self.slice, self.span) {
            let state = if in_force & bit == 0 {
                MonthState::NotInForce
            } else if applies & bit == 0 {
                MonthState::NotApplicable
            } else if granted & bit == 0 {
                MonthState::Refused
            } else {
                MonthState::Granted
            };
            let rate = if state == MonthState::Granted { self.rate(slots, bit) } else { 0 };
            if let Some(month) = answer.get_mut(position) {
                *month = MonthAnswer { state, rate };
            }
        }
    }

    fn rate(&self, slots: &Slots<Known>, bit: u64) -> i64 {
        let piece = self.rule.pieces.iter().find(|(months, _)| slots.month_set(*months, self.row) & bit != 0);
        piece.map_or(0, |(_, number)| slots.number(*number, self.row))
    }

    /// Whether the row's facts lead to a reading that is open.
    pub(super) fn asks_open_reading(&self, slots: &Slots<Known>) -> bool {
        self.rule.open.iter().any(|months| slots.month_set(*months, self.row) & self.span != 0)
    }

    /// Writes what is certain and what is possible in the row's months.
    pub(super) fn write_range(&self, slots: &Slots<Range>, answer: &mut [MonthRange]) {
        let set = |operand| slots.month_set(operand, self.row);
        let (in_force, applies, granted) = (set(self.rule.in_force), set(self.rule.applies), set(self.rule.granted));
        let paying = self.terms.paying(self.slice);
        for (position, bit) in positions(self.slice, self.span) {
            let Some(month) = answer.get_mut(position) else { continue };
            let (must, may) = (granted.must & paying & bit != 0, granted.may & paying & bit != 0);
            let (low, high) = self.rates(slots, bit);
            let applies = (applies.must & bit != 0, applies.may & bit != 0);
            *month =
                MonthRange { in_force: in_force.must & bit != 0, applies, granted: (must, may), rate: (low, high) };
        }
    }

    /// The smallest and the largest rate that a month may have where it is granted.
    fn rates(&self, slots: &Slots<Range>, bit: u64) -> (i64, i64) {
        let possible = self.rule.pieces.iter().filter(|(months, _)| slots.month_set(*months, self.row).may & bit != 0);
        let numbers = possible.map(|(_, number)| slots.number(*number, self.row));
        numbers.map(|number| (number.low, number.high)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).unwrap_or_default()
    }
}

/// What is certain and what is possible in one month.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct MonthRange {
    in_force: bool,
    applies: (bool, bool),
    granted: (bool, bool),
    rate: (i64, i64),
}

impl MonthRange {
    /// The month's answer as far as it is settled.
    pub(super) fn answer(self) -> MonthAnswer {
        let state = match (self.in_force, self.applies, self.granted) {
            (false, _, _) => MonthState::NotInForce,
            (true, (false, false), _) => MonthState::NotApplicable,
            (true, (true, true), (false, false)) => MonthState::Refused,
            (true, (true, true), (true, true)) if self.rate.0 == self.rate.1 => MonthState::Granted,
            _ => MonthState::Undetermined,
        };
        MonthAnswer { state, rate: if state == MonthState::Granted { self.rate.0 } else { 0 } }
    }

    /// The smallest and the largest amount of the month.
    pub(super) fn ends(self) -> (i64, i64) {
        match (self.in_force, self.granted) {
            (false, _) | (_, (_, false)) => (0, 0),
            (true, (true, true)) => self.rate,
            (true, (false, true)) => (self.rate.0.min(0), self.rate.1.max(0)),
        }
    }
}
