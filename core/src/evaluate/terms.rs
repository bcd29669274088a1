//! How a rule's monthly answers become its answer over a window.

use super::answer::MonthAnswer;
use super::calendar::Slice;
use crate::compile::{Kind, Period, Rule, YEARLY_RATE};
use crate::value::round_half_up;

/// How a rule's monthly answers become an amount.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terms {
    pub(super) kind: Kind,
    /// Whether the whole yearly rate is paid for December alone.
    pub(super) december_only: bool,
    /// Whether an amount stands in the pack, to be added up.
    pub(super) has_amount: bool,
    divisor: i128,
}

impl Terms {
    /// The terms of a rule, `head_count` being the chosen option of the reading `yearly-rate`.
    pub(super) fn of(rule: &Rule, scale: u8, head_count: bool) -> Self {
        let period = rule.benefit.as_ref().and_then(|benefit| benefit.period);
        let rate = Self::of_rate(period.unwrap_or(Period::Once), scale, head_count);
        Self { kind: rule.kind, has_amount: period.is_some(), ..rate }
    }

    /// The terms of a rate with so many decimals that is counted so often.
    pub(super) fn of_rate(period: Period, scale: u8, head_count: bool) -> Self {
        let yearly = period == Period::Year;
        let december_only = head_count && yearly;
        let twelfths = if yearly && !december_only { 12 } else { 1 };
        let cents = 10_i128.pow(u32::from(scale.saturating_sub(2)));
        Self { kind: Kind::Entitlement, december_only, has_amount: true, divisor: cents * twelfths }
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
        self.amount(months.iter().map(|month| month.rate).sum())
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
