//! A case, a window and a question → outcomes.

use super::outcome::{Outcome, Question};
use super::quantity;
use super::round::rounds;
use crate::compile::{Plan, RuleIndex};
use crate::model::Facts;
use std::collections::HashMap;

/// Evaluates a case.
#[must_use]
pub fn evaluate(plan: &Plan, case: &Facts, question: &Question) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    for round in rounds(plan, case, question) {
        outcomes.extend(round.outcomes(plan, case, question));
    }
    quantity::add_up(plan, case, question, &mut outcomes);
    let places: HashMap<RuleIndex, usize> = (0..).zip(&question.rules).map(|(place, rule)| (*rule, place)).collect();
    outcomes.sort_by_key(|outcome| (outcome.subject.order, places.get(&outcome.rule).copied()));
    outcomes
}
