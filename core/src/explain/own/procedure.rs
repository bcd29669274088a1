//! Of a procedure: its steps, and which is next.

use super::lines::telling;
use crate::compile::{Rule, Says, Step};
use crate::evaluate::{Outcome, StepAnswer};
use crate::explain::canonical::canonical;
use crate::explain::tokens::StepState;
use crate::source::Words;

/// What only a procedure carries.
#[derive(Clone, Debug, serde::Serialize)]
pub struct ProcedureReport {
    /// The steps in their order.
    pub steps: Vec<StepReport>,
    /// The id of the first step that is not done; none where there is none, or where the facts do not settle it.
    pub next: Option<String>,
}

canonical!(ProcedureReport { next, steps });

/// One step.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
pub struct StepReport {
    /// The id.
    pub id: String,
    /// `done`, `pending`, `undetermined`, `no-branch`, or `not-applicable` where it is to be done in another case only.
    pub state: &'static str,
    /// What is to be done; none where the facts do not settle which way is the one, or the law gives none.
    pub act: Option<Words>,
    /// Who does it.
    pub body: Option<Words>,
    /// The certificate that it is about.
    pub certificate: Option<Words>,
    /// The day by which it must be done; none where the law sets none.
    pub due: Option<String>,
}

canonical!(StepReport { act, body, certificate, due, id, state });

pub(super) fn procedure(rule: &Rule, outcome: &Outcome) -> ProcedureReport {
    let written = |answer: &StepAnswer| match rule.versions.get(answer.version).map(|version| &version.says) {
        Some(Says::Steps(steps)) => steps.as_slice(),
        _ => &[],
    };
    let steps = outcome.steps.iter().enumerate();
    let steps: Vec<StepReport> =
        steps.filter_map(|(place, answer)| Some(step(written(answer).get(place)?, answer))).collect();
    let next = telling(outcome).and_then(|answer| usize::try_from(answer.value?).ok());
    let next = next.and_then(|next| steps.get(next)).map(|step| step.id.clone());
    ProcedureReport { steps, next }
}

fn step(step: &Step, answer: &StepAnswer) -> StepReport {
    let way = answer.way.and_then(|way| step.ways.get(way));
    let act = way.and_then(|way| way.act.as_ref());
    let every_way_has_an_act = step.ways.iter().all(|way| way.act.is_some());
    let state = match (way, act, answer.done) {
        (Some(_), None, _) => StepState::NoBranch,
        (None, _, _) if !every_way_has_an_act => StepState::Undetermined,
        (Some(_), _, _) if answer.only == Some(false) => StepState::NotApplicable,
        (Some(_), _, _) if answer.only.is_none() => StepState::Undetermined,
        (_, _, Some(true)) => StepState::Done,
        (_, _, Some(false)) => StepState::Pending,
        (_, _, None) => StepState::Undetermined,
    };
    StepReport {
        id: step.id.clone(),
        state: state.id(),
        act: act.map(|act| act.act.clone()),
        body: act.map(|act| act.body.clone()),
        certificate: act.and_then(|act| act.certificate.clone()),
        due: answer.due.map(|due| due.to_string()),
    }
}
