//! Months with one state, as lines.

use crate::compile::Rule;
use crate::evaluate::{MonthAnswer, Outcome};
use crate::explain::canonical::canonical;
use crate::explain::wording::state;
use crate::value::Month;

/// Months with one state.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
pub struct StatesReport {
    /// The first month.
    pub from: Month,
    /// The last month.
    pub to: Month,
    /// Their state.
    pub state: &'static str,
}

canonical!(StatesReport { from, state, to });

/// The window without a gap; equal neighbours are one line.
pub(super) fn states(rule: &Rule, outcome: &Outcome) -> Vec<StatesReport> {
    let line = |from, to, answer: MonthAnswer| StatesReport { from, to, state: state(rule, answer.state, None) };
    stretches(outcome, |answer| answer.state).into_iter().map(|(from, to, answer)| line(from, to, answer)).collect()
}

/// Stretches of months whose answers are alike in one respect, each with the first of them.
pub(super) fn stretches<K: PartialEq>(
    outcome: &Outcome,
    alike: impl Fn(&MonthAnswer) -> K,
) -> Vec<(Month, Month, MonthAnswer)> {
    let mut lines: Vec<(Month, Month, MonthAnswer)> = Vec::new();
    for (month, answer) in outcome.window.months().zip(&outcome.months) {
        match lines.last_mut().filter(|(_, _, last)| alike(last) == alike(answer)) {
            Some((_, to, _)) => *to = month,
            None => lines.push((month, month, *answer)),
        }
    }
    lines
}

/// The first month whose state is that of the outcome.
pub(super) fn telling(outcome: &Outcome) -> Option<&MonthAnswer> {
    outcome.months.iter().find(|answer| answer.state == outcome.state.of_month())
}
