//! A case, a window and a question → outcomes.

use super::kin::Around;
use super::outcome::{Outcome, Question};
use super::program::{Program, Purpose};
use super::quantity;
use super::round::{Lanes, Ready, Round, rounds};
use super::table::Ground;
use crate::compile::{Plan, RuleIndex};
use crate::model::Facts;

/// Evaluates a case.
#[must_use]
pub fn evaluate(plan: &Plan, case: &Facts, question: &Question) -> Vec<Outcome> {
    CasePlan::unready(question).evaluate(plan, case)
}

/// A question made ready for cases: what no case changes is worked out once.
pub(crate) struct CasePlan {
    pub(crate) question: Question,
    rounds: Vec<(Round, Ready)>,
    /// The rules for which each case is worked out anew: they sum over its things, or ask who stands around a subject.
    others: Question,
}

impl CasePlan {
    /// The question made ready.
    pub(crate) fn new(plan: &Plan, question: Question) -> Self {
        let choices = &question.choices;
        let is_of_case = |index: &RuleIndex| {
            plan.rules.get(index.0).is_none_or(|rule| rule.has_kin)
                || Program::new(plan, Around::default(), &[*index], choices, Purpose::Reasons).is_of_case
        };
        let (others, own) = question.rules.iter().partition(|index| is_of_case(index));
        let (others, own) =
            (Question { rules: others, ..question.clone() }, Question { rules: own, ..question.clone() });
        let rounds = rounds(plan, &Facts::default(), &own);
        let ready = rounds.into_iter().map(|round| {
            let ready = round.ready(plan, Around::default(), &question);
            (round, ready)
        });
        Self { rounds: ready.collect(), question, others }
    }

    /// A question that is asked once: nothing is worked out beforehand.
    fn unready(question: &Question) -> Self {
        Self { question: question.clone(), rounds: Vec::new(), others: question.clone() }
    }

    /// Evaluates a case.
    pub(crate) fn evaluate(&self, plan: &Plan, case: &Facts) -> Vec<Outcome> {
        let question = &self.question;
        let mut outcomes = Vec::with_capacity(question.rules.len());
        let mut lanes = Lanes::default();
        let ground = Ground::new(case, &plan.book.vocabulary);
        for (round, ready) in &self.rounds {
            round.outcomes(plan, &ground, question, Some(ready), &mut lanes, &mut outcomes);
        }
        for round in rounds(plan, case, &self.others) {
            round.outcomes(plan, &ground, question, None, &mut lanes, &mut outcomes);
        }
        quantity::add_up(plan, case, &ground, question, &mut outcomes);
        let mut places = vec![question.rules.len(); plan.rules.len()];
        for (place, rule) in question.rules.iter().enumerate() {
            if let Some(known) = places.get_mut(rule.0) {
                *known = place;
            }
        }
        outcomes.sort_by_cached_key(|outcome| (outcome.subject.order, places.get(outcome.rule.0).copied()));
        outcomes
    }
}
