//! A case, a window and a question → outcomes.

use super::outcome::{Outcome, Question};
use super::round::rounds;
use crate::compile::{Plan, RuleIndex};
use crate::model::Facts;

/// Evaluates a case.
#[must_use]
pub fn evaluate(plan: &Plan, case: &Facts, question: &Question) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    for round in rounds(plan, question) {
        outcomes.extend(round.outcomes(plan, case, question));
    }
    let place = |rule: RuleIndex| question.rules.iter().position(|known| *known == rule);
    outcomes.sort_by_key(|outcome| (outcome.subject.order, place(outcome.rule)));
    outcomes
}
