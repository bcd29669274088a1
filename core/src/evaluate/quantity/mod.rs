//! Quantities: what rules grant and items count, added up by things and months; with unknowns, over the completions of
//! everything that is added up together.

mod bounds;
mod components;
mod layout;
mod loose;
mod sources;
mod together;

use super::answer::{MonthAnswer, MonthState, State};
use super::fold::Share;
use super::lane::Between;
use super::outcome::{Outcome, Part, Question};
use super::table::{Ground, Unknown};
use super::verdict::named;
use crate::compile::{Plan, ReadingIndex};
use crate::model::Facts;
use layout::Layout;
use sources::Sources;

/// What is known of every part.
struct Added {
    /// The smallest and the largest amount of each part.
    parts: Vec<Between>,
    /// The months in which something that is added up is not settled.
    open_months: Vec<bool>,
    exact: bool,
    missing: Vec<(Unknown, Share)>,
    open: Vec<ReadingIndex>,
}

/// Gives the outcomes of quantities their parts.
pub(super) fn add_up(plan: &Plan, case: &Facts, ground: &Ground<'_>, question: &Question, outcomes: &mut [Outcome]) {
    for index in &question.rules {
        let Some(ledger) = plan.rules.get(index.0).and_then(|rule| rule.ledger.as_ref()) else { continue };
        let Some(rule) = plan.book.rules.get(index.0) else { continue };
        let boards = Sources::boards(plan, case, ground, question, ledger);
        let sources = Sources::run(plan, case, question, &boards);
        for outcome in outcomes.iter_mut().filter(|outcome| outcome.rule == *index) {
            if matches!(outcome.state, State::NotInForce | State::NotApplicable) {
                continue;
            }
            let Some(subject) = outcome.subject.instances.first() else { continue };
            let layout = Layout::of(case, rule, ledger, &sources, *subject, question.window.len());
            let added = together::added(&sources, &layout);
            tell(case, outcome, &layout, added);
        }
    }
}

fn tell(case: &Facts, outcome: &mut Outcome, layout: &Layout<'_>, added: Added) {
    for (month, is_open) in outcome.months.iter_mut().zip(&added.open_months) {
        if *is_open && month.state == MonthState::Granted {
            *month = MonthAnswer::of(MonthState::Undetermined);
        }
    }
    let parts = layout.parts.iter().zip(&added.parts);
    outcome.parts = parts
        .map(|(part, between)| Part {
            subject: part.subject.clone(),
            month: part.month,
            item: part.item,
            range: (between.low, between.high),
        })
        .collect();
    // What it comes to is what its last item does in all.
    if let Some(last) = added.parts.last() {
        outcome.range = Some((last.low, last.high));
        outcome.amount = (last.low == last.high).then_some(last.low);
    }
    outcome.state = State::over(crate::compile::Kind::Quantity, &outcome.months);
    outcome.range_is_exact &= added.exact;
    let own = std::mem::take(&mut outcome.missing);
    outcome.missing = named(case, added.missing);
    outcome.missing.extend(own.into_iter().filter(|name| !outcome.missing.contains(name)).collect::<Vec<_>>());
    outcome.open.extend(added.open);
    outcome.open.sort_unstable();
    outcome.open.dedup();
}
