//! Of a quantity: what is added up, by things and months and in all.

use super::lines::{StatesReport, states};
use crate::compile::{Counted, Number};
use crate::compile::{NumberKind, Plan, Rule};
use crate::evaluate::Outcome;
use crate::explain::canonical::canonical;
use crate::explain::wording::yuan;
use crate::value::Month;

/// What only a quantity carries.
#[derive(Clone, Debug, serde::Serialize)]
pub struct QuantityReport {
    /// Every item, by things and months and in all; none while it is not in force or not applicable.
    pub parts: Vec<PartReport>,
    /// Whether every range is as narrow as it can be.
    pub range_exact: bool,
    /// The window, month by month; equal neighbours are one line.
    pub months: Vec<StatesReport>,
}

canonical!(QuantityReport { months, parts, range_exact });

/// One cell of a statement, or what several come to (账单单元格).
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
pub struct PartReport {
    /// What it is about: a thing, or the quantity's own subject for all of them.
    pub subject: String,
    /// The month; none for all of the window.
    pub month: Option<Month>,
    /// The item's id.
    pub item: String,
    /// Yuan; none while it is not settled.
    pub amount: Option<String>,
    /// The smallest and the largest amount over all completions.
    pub range: [String; 2],
    /// Whether it is due, or holds, only if that has been so decided.
    pub discretionary: bool,
}

canonical!(PartReport { amount, discretionary, item, month, range, subject });

pub(super) fn quantity(plan: &Plan, rule: &Rule, outcome: &Outcome) -> QuantityReport {
    let items = rule.items();
    let parts = outcome.parts.iter().filter_map(|part| {
        let item = items.get(part.item)?;
        let (low, high) = part.range;
        Some(PartReport {
            subject: part.subject.clone(),
            month: part.month.map(|place| outcome.window.month(place)),
            item: item.id.clone(),
            amount: (low == high).then(|| yuan(low)),
            range: [yuan(low), yuan(high)],
            discretionary: is_discretionary(plan, rule, part.item),
        })
    });
    QuantityReport { parts: parts.collect(), range_exact: outcome.range_is_exact, months: states(rule, outcome) }
}

/// Whether an item adds up, or rests on, what somebody may decide to pay.
pub(in crate::explain) fn is_discretionary(plan: &Plan, rule: &Rule, place: usize) -> bool {
    match rule.items().get(place).map(|item| &item.counted) {
        Some(Counted::Amounts(number)) => rests_on_discretion(plan, rule, number),
        _ => false,
    }
}

fn rests_on_discretion(plan: &Plan, rule: &Rule, number: &Number) -> bool {
    let own = match number.kind {
        NumberKind::Rule(index) => {
            let benefit = plan.book.rules.get(index.0).and_then(|rule| rule.benefit.as_ref());
            benefit.is_some_and(|benefit| benefit.discretionary.is_some())
        }
        NumberKind::Item(place) => is_discretionary(plan, rule, place),
        _ => false,
    };
    own || number.parts().into_iter().any(|part| rests_on_discretion(plan, rule, part))
}
