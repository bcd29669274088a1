//! The whole answer.

use super::canonical::Text;
use super::outcome::{OutcomeReport, Settled, chosen, report};
use super::receipt::{PackIdentity, Receipt};
use super::span::WindowReport;
use super::total::{Total, totals};
use crate::compile::{Plan, ReadingIndex, SEMANTICS};
use crate::evaluate::{Outcome, Question, window_of};
use crate::model::Facts;
use std::collections::BTreeMap;

/// Everything that was answered (测算结果).
#[derive(Clone, Debug, serde::Serialize)]
pub struct Assessment {
    /// The pack's name.
    pub pack: String,
    /// The months asked about.
    pub window: WindowReport,
    /// One for each subject and rule.
    pub outcomes: Vec<OutcomeReport>,
    /// What the outcomes add up to.
    pub totals: Vec<Total>,
    /// What was evaluated.
    pub receipt: Receipt,
}

/// Puts outcomes of a case into words and adds them up. `pack` says which pack answers.
#[must_use]
pub fn assessment(
    plan: &Plan,
    question: &Question,
    outcomes: &[Outcome],
    case: &Facts,
    pack: &PackIdentity,
) -> Assessment {
    Frame::new(plan, question, pack).assessment(plan, question, outcomes, case)
}

/// What of an assessment no case changes.
pub(crate) struct Frame {
    receipt: Receipt,
    /// By rule, over the months that it usually speaks of; of those that were made ready.
    settled: Vec<Option<Settled>>,
}

impl Frame {
    /// The frame of a question, nothing of its rules being made ready.
    pub(crate) fn new(plan: &Plan, question: &Question, pack: &PackIdentity) -> Self {
        let mut layers: Vec<String> = plan.book.documents.iter().map(|document| document.layer.clone()).collect();
        layers.dedup();
        let rules = question.rules.iter().filter_map(|index| plan.book.rules.get(index.0)).map(|rule| rule.id.clone());
        let all: Vec<ReadingIndex> = (0..plan.book.readings.len()).map(ReadingIndex).collect();
        let receipt = Receipt {
            engine: concat!("tuoyu ", env!("CARGO_PKG_VERSION")),
            semantics: SEMANTICS,
            pack: pack.name.clone(),
            pack_hash: pack.hash.clone(),
            text_hash: pack.text_hash.clone(),
            layers: layers.into(),
            window: question.window.into(),
            rules: rules.collect(),
            readings: chosen(plan, &question.choices, &all),
            reform: reform(plan),
            known_on: None,
            facts_digest: String::new(),
            outcomes_digest: String::new(),
        };
        Self { receipt, settled: Vec::new() }
    }

    /// Makes every rule of the question ready.
    pub(crate) fn ready(mut self, plan: &Plan, question: &Question) -> Self {
        self.settled.resize_with(plan.book.rules.len(), || None);
        for index in &question.rules {
            if let (Some(rule), Some(settled)) = (plan.book.rules.get(index.0), self.settled.get_mut(index.0)) {
                let window = window_of(rule, question.window);
                *settled = Some(Settled::of(plan, rule, &question.choices, window));
            }
        }
        self
    }

    /// The assessment of a case.
    pub(crate) fn assessment(
        &self,
        plan: &Plan,
        question: &Question,
        outcomes: &[Outcome],
        case: &Facts,
    ) -> Assessment {
        let told = |outcome: &Outcome| {
            let rule = plan.book.rules.get(outcome.rule.0)?;
            let ready = self.settled.get(outcome.rule.0).and_then(Option::as_ref);
            Some(match ready.filter(|settled| settled.window == outcome.window) {
                Some(settled) => report(plan, case, rule, settled, outcome),
                None => report(plan, case, rule, &Settled::of(plan, rule, &question.choices, outcome.window), outcome),
            })
        };
        let mut reports: Vec<OutcomeReport> = Vec::with_capacity(outcomes.len());
        reports.extend(outcomes.iter().filter_map(told));
        let mut text = Text::default();
        let facts_digest = text.digest(&case.form(&plan.book.vocabulary));
        let receipt = Receipt { facts_digest, outcomes_digest: text.digest(&reports), ..self.receipt.clone() };
        Assessment {
            pack: receipt.pack.clone(),
            window: receipt.window.clone(),
            totals: totals(outcomes, &reports),
            outcomes: reports,
            receipt,
        }
    }
}

/// The named numbers that are not the law's, with their values.
fn reform(plan: &Plan) -> BTreeMap<String, String> {
    let changed = plan.reformed.keys().filter_map(|index| plan.book.parameters.get(index.0));
    changed.map(|parameter| (parameter.id.clone(), parameter.value.plain())).collect()
}
