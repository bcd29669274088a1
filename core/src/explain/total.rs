//! Totals: what the lines add up to, for each payer, payee and form.

use super::outcome::OutcomeReport;
use super::own::EntitlementReport;
use super::wording::amount as of_unit;
use crate::evaluate::Outcome;

/// The sum of the outcomes of one payer, payee and form (合计); discretionary ones apart.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
pub struct Total {
    /// Who pays; none where the law names nobody.
    pub payer: Option<String>,
    /// Who is paid.
    pub payee: String,
    /// What form it takes.
    pub form: &'static str,
    /// The unit.
    pub unit: &'static str,
    /// Whether it is due only if it has been so decided.
    pub discretionary: bool,
    /// The sum; none if an outcome in it is undetermined.
    pub amount: Option<String>,
    /// The sums of the ends of the outcomes' ranges.
    pub range: [String; 2],
}

/// Totals in the order in which their first outcomes stand. Outcomes without a range are left out.
pub(super) fn totals(outcomes: &[Outcome], reports: &[OutcomeReport]) -> Vec<Total> {
    let mut sums: Vec<(&EntitlementReport, Option<i128>, (i128, i128))> = Vec::new();
    for (outcome, report) in outcomes.iter().zip(reports) {
        let (Some(range), Some(report)) = (outcome.range, report.entitlement()) else { continue };
        let alike = |known: &EntitlementReport| {
            (&known.payer, &known.payee, known.form, known.unit, known.discretionary)
                == (&report.payer, &report.payee, report.form, report.unit, report.discretionary)
        };
        match sums.iter_mut().find(|(known, _, _)| alike(known)) {
            Some((_, amount, (low, high))) => {
                *amount = amount.zip(outcome.amount).map(|(a, b)| a + b);
                *low += range.0;
                *high += range.1;
            }
            None => sums.push((report, outcome.amount, range)),
        }
    }
    let total = |(report, amount, (low, high)): (&EntitlementReport, Option<i128>, (i128, i128))| Total {
        payer: report.payer.clone(),
        payee: report.payee.clone(),
        form: report.form,
        unit: report.unit,
        discretionary: report.discretionary,
        amount: amount.map(|sum| of_unit(sum, report.unit)),
        range: [of_unit(low, report.unit), of_unit(high, report.unit)],
    };
    sums.into_iter().map(total).collect()
}
