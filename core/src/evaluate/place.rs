//! Which place pays.

use super::job::Job;
use super::program::Choices;
use crate::compile::{Place, Plan, Rule, RuleIndex};
use crate::model::{FactIndex, FactType};

/// The fact that names the paying place under the chosen readings.
pub(super) fn place_fact(plan: &Plan, rule: RuleIndex, choices: &Choices) -> Option<FactIndex> {
    let rule: &Rule = plan.book.rules.get(rule.0)?;
    match rule.benefit.as_ref()?.place.as_ref()? {
        Place::Fact(fact) => Some(*fact),
        Place::Reading(reading, facts) => facts.get((*choices.get(reading.0)?)?).copied(),
    }
}

/// The paying place, where it is known and one over the window.
pub(super) fn payer_place(job: &Job<'_>, subject: usize) -> Option<String> {
    let fact = place_fact(job.plan, job.slots.rule, job.choices)?;
    let place = job.table.place(fact.into())?;
    let FactType::Options(choices) = &job.vocabulary().fact_at(fact)?.kind else { return None };
    let mut cells = job.table.own(subject).iter().filter_map(|row| row.cells.get(place));
    let first = cells.next()?;
    let one = first.unknown.is_none() && cells.all(|cell| cell.unknown.is_none() && cell.value == first.value);
    let choice = one.then(|| usize::try_from(first.value).ok().and_then(|value| choices.get(value)))?;
    choice.map(|choice| choice.id.clone())
}
