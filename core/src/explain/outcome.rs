//! One outcome in the contract's shape.

use super::canonical::{Canonical, Text, canonical, members};
use super::cited::{Places, SourceReport, source, sources};
use super::own::{ClaimReport, EntitlementReport, Found, Own, answers, claim, own};
use super::reason::{ReasonReport, reason};
use super::wording::state;
use crate::compile::{Number, Parameter, ParameterIndex, Plan, ReadingIndex, Rule, Truth};
use crate::evaluate::{Choices, MonthAnswer, MonthState, Outcome};
use crate::model::Facts;
use crate::source::{Citation, Standing};
use crate::value::{Set, Window};
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::sync::Arc;

/// What one rule says of one subject (结论).
#[derive(Clone, Debug, serde::Serialize)]
pub struct OutcomeReport {
    /// The subject's id, path or pair.
    pub subject: String,
    /// The rule's id.
    pub rule: String,
    /// The rule's kind.
    pub kind: &'static str,
    /// The state over the window.
    pub state: &'static str,
    /// What only outcomes of this kind carry.
    #[serde(flatten)]
    pub own: Own,
    /// Every reading that the rule names, with its chosen option.
    pub readings: ChosenReadings,
    /// The facts that can still change the outcome, in the order in which to ask.
    pub missing: Vec<FactName>,
    /// What else is open.
    pub open: Vec<Opening>,
    /// Conditions that the text refers elsewhere, and numbers that are not the law's, in Chinese.
    pub assumes: Arc<[String]>,
    /// The weakest standing of the sources.
    pub standing: &'static str,
    /// The layer of the rule.
    pub layer: String,
    /// The sentences that it rests on.
    pub sources: Arc<[SourceReport]>,
    /// One for each condition and stretch of months with the same answer.
    pub reasons: Vec<ReasonReport>,
}

impl Canonical for OutcomeReport {
    fn write(&self, text: &mut Text) {
        let Self {
            assumes,
            kind,
            layer,
            missing,
            open,
            own,
            readings,
            reasons,
            rule,
            sources,
            standing,
            state,
            subject,
        } = self;
        let every =
            members!(assumes, kind, layer, missing, open, readings, reasons, rule, sources, standing, state, subject);
        own.members(|own| text.merged(&every, own));
    }
}

impl OutcomeReport {
    /// The amount of an entitlement; none while it is undetermined, not in force or not applicable.
    #[must_use]
    pub fn amount(&self) -> Option<&str> {
        self.entitlement()?.amount.as_deref()
    }

    /// What an entitlement carries beyond what every outcome does.
    #[must_use]
    pub const fn entitlement(&self) -> Option<&EntitlementReport> {
        match &self.own {
            Own::Entitlement(own) => Some(own),
            _ => None,
        }
    }
}

/// A fact of a subject.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
pub struct FactName {
    /// Whose.
    pub subject: String,
    /// Which.
    pub fact: String,
}

canonical!(FactName { fact, subject });

/// What is open besides facts.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Opening {
    /// The id of a reading.
    Reading(String),
    /// The id of a number that another text sets.
    SetElsewhere(String),
    /// The id of a calendar that lacks a year.
    Calendar(String),
}

impl Canonical for Opening {
    fn write(&self, text: &mut Text) {
        let (name, id) = match self {
            Self::Reading(id) => ("\"reading\":", id),
            Self::SetElsewhere(id) => ("\"set_elsewhere\":", id),
            Self::Calendar(id) => ("\"calendar\":", id),
        };
        text.object(&[(name, id)]);
    }
}

/// Readings with their options, in the order of the readings.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ChosenReadings(pub Arc<[(String, Option<String>)]>);

impl Serialize for ChosenReadings {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (id, option) in &*self.0 {
            map.serialize_entry(id, option)?;
        }
        map.end()
    }
}

impl Canonical for ChosenReadings {
    fn write(&self, text: &mut Text) {
        text.named(self.0.iter().map(|(id, option)| (id.as_str(), option)));
    }
}

/// What of the outcomes of a rule no case changes, over the months that it speaks of.
pub(super) struct Settled {
    pub(super) window: Window,
    /// By version, where the sentences of its conditions stand among the sources.
    places: Vec<Places>,
    sources: Arc<[SourceReport]>,
    standing: &'static str,
    assumes: Arc<[String]>,
    pub(super) claim: Option<Arc<ClaimReport>>,
    /// The answers of a lookup, by their places.
    pub(super) answers: Vec<Arc<Found>>,
    readings: ChosenReadings,
}

impl Settled {
    pub(super) fn of(plan: &Plan, rule: &Rule, choices: &Choices, window: Window) -> Self {
        let cited = sources(plan, rule, window);
        let citations: Vec<Citation> = cited.iter().map(|(origin, _)| plan.book.cite(origin)).collect();
        let standing = citations.iter().map(|citation| citation.standing).min().unwrap_or(Standing::FromMemory);
        Self {
            window,
            places: rule.versions.iter().map(|version| Places::of(plan, version, &cited)).collect(),
            sources: citations.iter().map(source).collect(),
            standing: standing.id(),
            assumes: rule.assumes.iter().map(|words| words.zh.clone()).chain(reformed(plan, rule)).collect(),
            claim: claim(plan, rule).map(Arc::new),
            answers: answers(rule),
            readings: chosen(plan, choices, &rule.readings),
        }
    }
}

/// The report of an outcome.
pub(super) fn report(plan: &Plan, case: &Facts, rule: &Rule, settled: &Settled, outcome: &Outcome) -> OutcomeReport {
    let vocabulary = &plan.book.vocabulary;
    let missing = outcome.missing.iter().filter_map(|(subject, fact)| {
        Some(FactName { subject: subject.clone(), fact: vocabulary.fact_at(*fact)?.id.clone() })
    });
    let mut reasons = Vec::with_capacity(outcome.reasons.len());
    let told = |one| reason(plan, case, rule, outcome.window, &settled.places, one);
    reasons.extend(outcome.reasons.iter().filter_map(told));
    OutcomeReport {
        subject: outcome.subject.name.clone(),
        rule: rule.id.clone(),
        kind: rule.kind.word(),
        state: state(rule, outcome.state.of_month(), outcome.judged),
        own: own(plan, rule, settled, outcome),
        readings: settled.readings.clone(),
        missing: missing.collect(),
        open: openings(plan, rule, outcome),
        assumes: Arc::clone(&settled.assumes),
        standing: settled.standing,
        layer: rule.layer.clone(),
        sources: Arc::clone(&settled.sources),
        reasons,
    }
}

/// The numbers that a rule reads, itself or by the rules that it refers to, where they are not the law's.
fn reformed(plan: &Plan, rule: &Rule) -> Vec<String> {
    let referred = rule.refers.iter().filter_map(|index| plan.book.rules.get(index.0));
    let versions = std::iter::once(rule).chain(referred).flat_map(|rule| &rule.versions);
    let named = versions.flat_map(|version| {
        let numbers = version.numbers().into_iter().flat_map(Number::parameters);
        numbers.chain(version.truths().into_iter().flat_map(Truth::parameters))
    });
    let read: Set<ParameterIndex> = named.collect();
    let changed = plan.reformed.iter().filter(|(index, _)| read.contains(index));
    let told = changed.filter_map(|(index, law)| {
        let Parameter { id, value, .. } = plan.book.parameters.get(index.0)?;
        Some(format!("按假设测算：{id} 取 {}，法规所定为 {}", value.plain(), law.plain()))
    });
    told.collect()
}

/// The readings that can change an answer, and the amount that stands in another text.
fn openings(plan: &Plan, rule: &Rule, outcome: &Outcome) -> Vec<Opening> {
    let id = |reading: &ReadingIndex| plan.book.readings.get(reading.0).map(|reading| reading.id.clone());
    let mut open: Vec<Opening> = outcome.open.iter().filter_map(id).map(Opening::Reading).collect();
    let unanswered = |answer: &MonthAnswer| matches!(answer.state, MonthState::Unanswered | MonthState::Undetermined);
    let elsewhere = rule.benefit.as_ref().and_then(|benefit| benefit.elsewhere.as_ref());
    let elsewhere = elsewhere.filter(|_| outcome.months.iter().any(unanswered));
    open.extend(elsewhere.map(|set| Opening::SetElsewhere(set.id.clone())));
    let calendars = outcome.calendars.iter().filter_map(|index| plan.book.calendars.get(index.0));
    open.extend(calendars.map(|calendar| Opening::Calendar(calendar.id.clone())));
    open
}

/// Readings with their chosen options.
pub(super) fn chosen(plan: &Plan, choices: &Choices, readings: &[ReadingIndex]) -> ChosenReadings {
    let each = readings.iter().filter_map(|index| {
        let reading = plan.book.readings.get(index.0)?;
        let option = choices.get(index.0).copied().flatten().and_then(|place| reading.options.get(place));
        Some((reading.id.clone(), option.map(|option| option.id.clone())))
    });
    ChosenReadings(each.collect())
}
