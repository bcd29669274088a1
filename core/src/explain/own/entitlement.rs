//! Of an entitlement: how much, in which months, from whom to whom.

use super::lines::stretches;
use crate::compile::{BenefitForm, Period, Plan, Rule};
use crate::evaluate::{MonthState, Outcome};
use crate::explain::canonical::{Canonical, Text, canonical, members};
use crate::explain::cited::{SourceReport, source};
use crate::explain::wording::{DAY, amount, plain, state};
use crate::source::Words;
use crate::value::Month;
use std::sync::Arc;

/// What amounts count: yuan, or days of leave.
pub const AMOUNT_UNITS: [&str; 2] = [YUAN, DAY];

const YUAN: &str = "CNY";

/// What only an entitlement carries.
#[derive(Clone, Debug, serde::Serialize)]
pub struct EntitlementReport {
    /// What form it takes; only one form is ever added up.
    pub form: &'static str,
    /// Yuan with two decimals, or whole days; none while undetermined, not in force or not applicable.
    pub amount: Option<String>,
    /// The smallest and the largest amount over all completions; none where no amount stands in the pack.
    pub range: Option<[String; 2]>,
    /// Whether the range is exact.
    pub range_exact: bool,
    /// The unit of the amount.
    pub unit: &'static str,
    /// Whether the amount is a floor.
    pub at_least: bool,
    /// The window, month by month; equal neighbours are one line.
    pub months: Vec<MonthsReport>,
    /// Who pays; none where the law names nobody.
    pub payer: Option<String>,
    /// Who is paid.
    pub payee: String,
    /// Which place pays, where it is settled.
    pub payer_place: Option<String>,
    /// Whether it is due only if it has been so decided.
    pub discretionary: bool,
    /// What is done to get it; none where the text does not say.
    pub claim: Option<Arc<ClaimReport>>,
}

canonical!(EntitlementReport {
    amount,
    at_least,
    claim,
    discretionary,
    form,
    months,
    payee,
    payer,
    payer_place,
    range,
    range_exact,
    unit,
});

/// Where something is claimed, by when and with what (申领).
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
pub struct ClaimReport {
    /// Where.
    #[serde(rename = "where")]
    pub place: Words,
    /// By when.
    pub by: Option<Words>,
    /// With what.
    pub documents: Vec<Words>,
    /// The sentences that say so.
    pub sources: Vec<SourceReport>,
}

impl Canonical for ClaimReport {
    fn write(&self, text: &mut Text) {
        let Self { by, documents, sources, place } = self;
        text.merged(&members!(by, documents, sources), &[("\"where\":", place)]);
    }
}

/// Months with one state and one rate.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
pub struct MonthsReport {
    /// The first month.
    pub from: Month,
    /// The last month.
    pub to: Month,
    /// Their state.
    pub state: &'static str,
    /// The rate where they are granted.
    pub rate: Option<String>,
    /// How often the rate is paid; none where that is set elsewhere.
    pub per: Option<&'static str>,
}

canonical!(MonthsReport { from, per, rate, state, to });

/// How it is claimed, if the text says so.
pub(in crate::explain) fn claim(plan: &Plan, rule: &Rule) -> Option<ClaimReport> {
    rule.claim.as_ref().map(|claim| ClaimReport {
        place: claim.place.clone(),
        by: claim.by.clone(),
        documents: claim.documents.clone(),
        sources: vec![source(&plan.book.cite(&claim.source))],
    })
}

pub(super) fn entitlement(rule: &Rule, claim: Option<&Arc<ClaimReport>>, outcome: &Outcome) -> EntitlementReport {
    let benefit = rule.benefit.as_ref();
    let unit = if benefit.is_some_and(|benefit| benefit.form == BenefitForm::Leave) { DAY } else { YUAN };
    EntitlementReport {
        form: benefit.map_or(BenefitForm::Payment, |benefit| benefit.form).id(),
        amount: outcome.amount.map(|amount_of| amount(amount_of, unit)),
        range: outcome.range.map(|(low, high)| [amount(low, unit), amount(high, unit)]),
        range_exact: outcome.range_is_exact,
        unit,
        at_least: benefit.is_some_and(|benefit| benefit.at_least),
        months: months(rule, outcome),
        payer: benefit.and_then(|benefit| benefit.payer.clone()),
        payee: benefit.map(|benefit| benefit.payee.clone()).unwrap_or_default(),
        payer_place: outcome.payer_place.clone(),
        discretionary: benefit.is_some_and(|benefit| benefit.discretionary.is_some()),
        claim: claim.cloned(),
    }
}

fn months(rule: &Rule, outcome: &Outcome) -> Vec<MonthsReport> {
    let per = rule.benefit.as_ref().and_then(|benefit| benefit.period).map(|period| match period {
        Period::Year if outcome.once => Period::Once.id(),
        period => period.id(),
    });
    let lines = stretches(outcome, |answer| (answer.state, answer.rate, answer.once)).into_iter();
    let line = lines.map(|(from, to, answer)| {
        let rate = (answer.state == MonthState::Granted).then(|| plain(answer.rate, outcome.scale));
        let per = if answer.once { Some(Period::Once.id()) } else { per };
        MonthsReport { from, to, state: state(rule, answer.state, None), rate, per }
    });
    line.collect()
}
