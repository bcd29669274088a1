//! The summary as JSON.

use super::answering::fixed;
use super::summary::{Line, Summary};
use super::sums::RuleSums;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;
use tuoyu::error::Diagnostics;
use tuoyu::explain::STATES;

/// What was asked, how many rows there are, and what they add up to.
#[derive(Serialize)]
struct Report {
    /// The question and the pack, as in a receipt, without digests: a roster is kept by its owner.
    asked: Value,
    rows: u64,
    left_out: u64,
    sums: Vec<SumReport>,
    totals: Vec<TotalReport>,
}

/// The rows of one county under one rule.
#[derive(Serialize)]
struct SumReport {
    county: Option<String>,
    rule: String,
    kind: &'static str,
    #[serde(flatten)]
    parties: Option<PartiesReport>,
    states: BTreeMap<&'static str, u64>,
    amount: Option<String>,
    range: Option<[String; 2]>,
}

/// Who pays whom.
#[derive(Serialize)]
struct PartiesReport {
    payer: Option<String>,
    payee: String,
    form: String,
    unit: String,
    discretionary: bool,
}

/// What the lines of one payer, payee and form add up to.
#[derive(Serialize)]
struct TotalReport {
    #[serde(flatten)]
    parties: PartiesReport,
    amount: Option<String>,
    range: [String; 2],
}

/// Members of a receipt that speak of one case.
const OF_A_CASE: [&str; 2] = ["facts_digest", "outcomes_digest"];

impl Summary<'_> {
    /// The summary as JSON.
    ///
    /// # Errors
    /// What is wrong with the question.
    pub fn json(&self) -> Result<String, Diagnostics> {
        let empty = self.rules.read_json(b"{}")?;
        let receipt = self.rules.assess(&empty, self.ask)?.receipt;
        let mut asked = serde_json::to_value(receipt).unwrap_or_default();
        if let Value::Object(members) = &mut asked {
            members.retain(|name, _| !OF_A_CASE.contains(&name.as_str()));
            let ids = self.batch.rules().iter().map(|rule| Value::from(rule.id.as_str()));
            members.insert("rules".to_owned(), ids.collect());
        }
        let lines = self.lines();
        let report = Report {
            asked,
            rows: self.sums.rows + self.left_out,
            left_out: self.left_out,
            sums: self.counties().into_iter().flat_map(|(county, sums)| of_county(county, sums, &lines)).collect(),
            totals: self
                .totals(&lines)
                .into_iter()
                .map(|(line, sums)| TotalReport {
                    parties: parties(&line),
                    amount: (sums.open == 0).then(|| fixed(sums.amount, line.scale)),
                    range: [fixed(sums.range.0, line.scale), fixed(sums.range.1, line.scale)],
                })
                .collect(),
        };
        Ok(crate::asking::json(&report))
    }
}

fn of_county<'l>(county: &str, sums: &[RuleSums], lines: &[Line<'l>]) -> Vec<SumReport> {
    let each = lines.iter().zip(sums).map(|(line, sums)| {
        let states = STATES.into_iter().zip(sums.states).filter(|(_, count)| *count > 0).collect();
        let has_range = sums.ranged > 0;
        SumReport {
            county: (!county.is_empty()).then(|| county.to_owned()),
            rule: line.rule.to_owned(),
            kind: line.kind,
            parties: line.payee.is_some().then(|| parties(line)),
            states,
            amount: (has_range && sums.open == 0).then(|| fixed(sums.amount, line.scale)),
            range: has_range.then(|| [fixed(sums.range.0, line.scale), fixed(sums.range.1, line.scale)]),
        }
    });
    each.collect()
}

fn parties(line: &Line<'_>) -> PartiesReport {
    PartiesReport {
        payer: line.payer.map(str::to_owned),
        payee: line.payee.unwrap_or_default().to_owned(),
        form: line.form.to_owned(),
        unit: line.unit.clone(),
        discretionary: line.discretionary,
    }
}
