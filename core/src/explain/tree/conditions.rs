//! Every condition of the rule.

use super::super::speech::words;
use super::super::told::ToldReason;
use super::Tree;
use super::condition::condition;
use super::teller::Teller;

/// The conditions, each with its stretches; the amount's own facts stand with the amount, those of a step with it.
pub(super) fn conditions(teller: &Teller<'_>) -> Option<Tree> {
    let mut groups: Vec<Vec<&ToldReason>> = Vec::new();
    for reason in teller.told.reasons.iter().filter(|reason| !is_amount(reason) && !teller.is_step(reason)) {
        match groups.iter_mut().find(|group| group.iter().any(|known| known.condition == reason.condition)) {
            Some(group) => group.push(reason),
            None => groups.push(vec![reason]),
        }
    }
    let points = groups.iter().filter_map(|group| condition(teller, group));
    Tree::section(words("条件", "Conditions"), points.collect())
}

/// Whether a reason says which amount it is, and not whether there is one.
pub(super) fn is_amount(reason: &ToldReason) -> bool {
    reason.condition == "rate" && reason.holds == Some(true)
}
