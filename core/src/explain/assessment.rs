//! The whole answer.

use super::digest::digest;
use super::outcome::{OutcomeReport, chosen, report};
use super::receipt::{PackIdentity, Receipt};
use super::span::WindowReport;
use super::total::{Total, totals};
use crate::compile::{Plan, ReadingIndex, SEMANTICS};
use crate::evaluate::{Outcome, Question};
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

/// Puts outcomes into words and adds them up. `facts` are the case's facts as canonical JSON; `pack` says which
/// pack answers.
#[must_use]
pub fn assessment(
    plan: &Plan,
    question: &Question,
    outcomes: &[Outcome],
    facts: &serde_json::Value,
    pack: &PackIdentity,
) -> Assessment {
    let reports: Vec<OutcomeReport> =
        outcomes.iter().filter_map(|outcome| report(plan, &question.choices, outcome)).collect();
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
        layers,
        window: question.window.into(),
        rules: rules.collect(),
        readings: chosen(plan, &question.choices, &all),
        reform: reform(plan),
        known_on: None,
        facts_digest: digest(facts),
        outcomes_digest: digest(&reports),
    };
    Assessment {
        pack: pack.name.clone(),
        window: question.window.into(),
        totals: totals(outcomes, &reports),
        outcomes: reports,
        receipt,
    }
}

/// The named numbers that are not the law's, with their values.
fn reform(plan: &Plan) -> BTreeMap<String, String> {
    let changed = plan.reformed.keys().filter_map(|index| plan.book.parameters.get(index.0));
    changed.map(|parameter| (parameter.id.clone(), parameter.value.plain())).collect()
}
