//! One outcome in the contract's shape.

use super::cited::{SourceReport, source, sources};
use super::reason::{ReasonReport, reason};
use super::wording::{month_state, state, yuan};
use crate::compile::Period;
use crate::compile::Plan;
use crate::compile::{ReadingIndex, Rule};
use crate::evaluate::{Choices, MonthState, Outcome};
use crate::source::Standing;
use crate::value::{Decimal, Window};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// What one rule says of one subject (结论).
#[derive(Clone, Debug, serde::Serialize)]
pub struct OutcomeReport {
    /// The subject's id, path or pair.
    pub subject: String,
    /// The rule's id.
    pub rule: String,
    /// The rule's kind.
    pub kind: &'static str,
    /// What form it takes; only one form is ever added up.
    pub form: &'static str,
    /// The state over the window.
    pub state: &'static str,
    /// Yuan with two decimals; none while undetermined, not in force or not applicable.
    pub amount: Option<String>,
    /// The smallest and the largest amount over all completions.
    pub range: Option<[String; 2]>,
    /// Whether the range is exact.
    pub range_exact: bool,
    /// The unit of the amount.
    pub unit: &'static str,
    /// Whether the amount is a floor.
    pub at_least: bool,
    /// The window, month by month; equal neighbours are one line.
    pub months: Vec<MonthsReport>,
    /// Who pays.
    pub payer: String,
    /// Who is paid.
    pub payee: String,
    /// Which place pays, where it is settled.
    pub payer_place: Option<String>,
    /// Whether it is due only if it has been so decided.
    pub discretionary: bool,
    /// What a parent does to get it.
    pub claim: Option<String>,
    /// Every reading that the rule names, with its chosen option.
    pub readings: ChosenReadings,
    /// The facts that can still change the outcome, in the order in which to ask.
    pub missing: Vec<FactName>,
    /// The open readings that can.
    pub open: Vec<Opening>,
    /// Conditions that the text refers elsewhere, in Chinese.
    pub assumes: Vec<String>,
    /// The weakest standing of the sources.
    pub standing: &'static str,
    /// The layer of the rule.
    pub layer: String,
    /// The sentences that it rests on.
    pub sources: Vec<SourceReport>,
    /// One for each condition and stretch of months with the same answer.
    pub reasons: Vec<ReasonReport>,
}

/// Months with one state and one rate.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
pub struct MonthsReport {
    /// The first month.
    pub from: String,
    /// The last month.
    pub to: String,
    /// Their state.
    pub state: &'static str,
    /// The rate where they are granted.
    pub rate: Option<String>,
    /// How often the rate is paid.
    pub per: &'static str,
}

/// A fact of a subject.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
pub struct FactName {
    /// Whose.
    pub subject: String,
    /// Which.
    pub fact: String,
}

/// What is open besides facts.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
pub struct Opening {
    /// The id of a reading.
    pub reading: String,
}

/// Readings with their options, in the order of the readings.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ChosenReadings(pub Vec<(String, Option<String>)>);

impl Serialize for ChosenReadings {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (id, option) in &self.0 {
            map.serialize_entry(id, option)?;
        }
        map.end()
    }
}

/// The report of an outcome.
pub(super) fn report(plan: &Plan, choices: &Choices, window: Window, outcome: &Outcome) -> Option<OutcomeReport> {
    let rule = plan.book.rules.get(outcome.rule.0)?;
    let vocabulary = &plan.book.vocabulary;
    let cited = sources(plan, rule, window);
    let standing = cited.iter().map(|(citation, _)| citation.standing).min().unwrap_or(Standing::FromMemory);
    let missing = outcome.missing.iter().filter_map(|(subject, fact)| {
        Some(FactName { subject: subject.clone(), fact: vocabulary.fact_at(*fact)?.id.clone() })
    });
    let id = |reading: &ReadingIndex| plan.book.readings.get(reading.0).map(|reading| reading.id.clone());
    Some(OutcomeReport {
        subject: outcome.subject.name.clone(),
        rule: rule.id.clone(),
        kind: "entitlement",
        form: "payment",
        state: state(outcome.state),
        amount: outcome.amount.map(yuan),
        range: outcome.range.map(|(low, high)| [yuan(low), yuan(high)]),
        range_exact: outcome.range_is_exact,
        unit: "CNY",
        at_least: false,
        months: months(rule, window, outcome),
        payer: rule.payer.clone(),
        payee: rule.payee.clone(),
        payer_place: outcome.payer_place.clone(),
        discretionary: rule.discretionary.is_some(),
        claim: None,
        readings: chosen(plan, choices, &rule.readings),
        missing: missing.collect(),
        open: outcome.open.iter().filter_map(id).map(|reading| Opening { reading }).collect(),
        assumes: rule.assumes.iter().map(|words| words.zh.clone()).collect(),
        standing: standing.id(),
        layer: rule.layer.clone(),
        sources: cited.iter().map(|(citation, _)| source(citation)).collect(),
        reasons: outcome.reasons.iter().filter_map(|one| reason(plan, rule, window, &cited, one)).collect(),
    })
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

fn months(rule: &Rule, window: Window, outcome: &Outcome) -> Vec<MonthsReport> {
    let per = match rule.period {
        Period::Month => "month",
        Period::Year if outcome.once => "once",
        Period::Year => "year",
        Period::Once => "once",
    };
    let mut lines: Vec<MonthsReport> = Vec::new();
    for (month, answer) in window.months().zip(&outcome.months) {
        let granted = answer.state == MonthState::Granted;
        let rate = granted.then(|| Decimal::new(i128::from(answer.rate), outcome.scale).plain());
        let state = month_state(answer.state);
        match lines.last_mut().filter(|last| last.state == state && last.rate == rate) {
            Some(last) => last.to = month.to_string(),
            None => lines.push(MonthsReport { from: month.to_string(), to: month.to_string(), state, rate, per }),
        }
    }
    lines
}
