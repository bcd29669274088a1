//! What a page tells in short where no rules were named: long lists, and the rules of an institution that a family's
//! case only mentions.

use super::subject::Subjects;
use super::view::{Detail, Entitlement, Sum, View};
use tuoyu::model::{Facts, Vocabulary};

/// Marks what the case says nothing of: a family's page does not ask for the keeping of a nursery.
pub fn mark(views: &mut [View], subjects: &Subjects<'_>) {
    if !holds_family(subjects.case, subjects.vocabulary) {
        return;
    }
    for view in views.iter_mut().filter(|view| subjects.is_institution(&view.subject) && is_blank(view)) {
        view.is_blank = true;
        view.missing.clear();
        view.open.clear();
    }
}

/// Totals of something that is told.
pub fn told(sums: Vec<Sum>, views: &[View]) -> Vec<Sum> {
    let adds = |sum: &Sum, own: &Entitlement| {
        (&sum.payer, sum.payee.as_ref(), &sum.form, sum.discretionary)
            == (&own.payer, Some(&own.payee), &own.form, own.discretionary)
    };
    let is_told = |sum: &Sum| {
        views.iter().filter(|view| !view.is_blank).any(|view| match &view.detail {
            Detail::Entitlement(own) => adds(sum, own),
            _ => false,
        })
    };
    sums.into_iter().filter(is_told).collect()
}

fn holds_family(case: &Facts, vocabulary: &Vocabulary) -> bool {
    let is_family = |thing| vocabulary.thing_at(thing).is_some_and(|thing| thing.id == "family");
    case.instances.iter().any(|instance| is_family(instance.thing))
}

/// Whether an outcome is open in all months and no fact is known that it turns on.
pub fn is_blank(view: &View) -> bool {
    if view.state != "undetermined" {
        return false;
    }
    if let Detail::Procedure { steps, .. } = &view.detail {
        return steps.iter().all(|step| step.state == "undetermined");
    }
    let asked = view.reasons.iter().filter(|reason| !reason.is_scope);
    asked.flat_map(|reason| std::iter::once(&reason.found).chain(&reason.also)).all(serde_json::Value::is_null)
}
