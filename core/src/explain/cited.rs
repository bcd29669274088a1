//! The sentences that an outcome rests on.

use super::canonical::canonical;
use crate::compile::{
    Condition, Kind, Number, NumberKind, Origin, Parameter, ParameterIndex, Plan, Rule, Truth, Version,
};
use crate::evaluate::ConditionKind;
use crate::source::Citation;
use crate::value::{Days, Window};

/// A sentence of law behind an outcome.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
pub struct SourceReport {
    /// The document's number.
    pub document: String,
    /// The clause.
    pub clause: String,
    /// The sentences.
    pub quote: String,
    /// How sure the document is.
    pub standing: &'static str,
}

canonical!(SourceReport { clause, document, quote, standing });

/// Where something stands, with the parameter that it gives, if it gives one.
pub(super) type Cited = (Origin, Option<ParameterIndex>);

/// Where the sentences of a version's conditions stand among the sources.
pub(super) struct Places {
    own: usize,
    applies: Vec<usize>,
    when: Vec<usize>,
}

impl Places {
    pub(super) fn of(plan: &Plan, version: &Version, cited: &[Cited]) -> Self {
        let place = |source: &Origin| cited.iter().position(|(known, _)| known == source).unwrap_or_default();
        let parameter = |index: &ParameterIndex| plan.book.parameters.get(index.0);
        // A condition that adds a named period to a date rests on the sentence that names it.
        let of = |condition: &Condition| match periods(&condition.truth).first() {
            Some(index) => parameter(index).map(|parameter| place(&parameter.source)).unwrap_or_default(),
            None => place(&version.source),
        };
        let (applies, when) = (version.applies.iter(), version.conditions().skip(version.applies.len()));
        Self { own: place(&version.source), applies: applies.map(of).collect(), when: when.map(of).collect() }
    }

    /// Where the sentence of a condition stands.
    pub(super) fn of_condition(&self, condition: ConditionKind) -> usize {
        let place = match condition {
            ConditionKind::Applies(place) => self.applies.get(place),
            ConditionKind::When(place) => self.when.get(place),
            _ => None,
        };
        place.copied().unwrap_or(self.own)
    }
}

/// What an outcome rests on: the sentences of every version that the window touches, then those of the named
/// numbers that stand elsewhere; each with the parameter that it gives, if it gives one. A quantity that has no
/// sentence of its own rests on those of the rules that it adds up.
pub(super) fn sources(plan: &Plan, rule: &Rule, window: Window) -> Vec<Cited> {
    let mut cited = own(plan, rule, window);
    if rule.kind == Kind::Quantity {
        cited.retain(|(origin, _)| !matches!(origin, Origin::Law { pieces, .. } if pieces.is_empty()));
        for added in rule.refers.iter().filter_map(|index| plan.book.rules.get(index.0)) {
            let more = own(plan, added, window).into_iter();
            cited
                .extend(more.filter(|(origin, _)| !cited.iter().any(|(known, _)| known == origin)).collect::<Vec<_>>());
        }
    }
    cited
}

fn own(plan: &Plan, rule: &Rule, window: Window) -> Vec<Cited> {
    let touched = |version: &&Version| {
        let days = Days::new(Some(window.from().first_day()), Some(window.to().last_day()));
        days.is_some_and(|days| version.force.overlaps(days))
    };
    let mut versions: Vec<_> = rule.versions.iter().filter(touched).collect();
    if versions.is_empty() {
        versions = rule.versions.iter().collect();
    }
    let mut cited: Vec<Cited> = Vec::new();
    for version in &versions {
        if !cited.iter().any(|(known, _)| *known == version.source) {
            cited.push((version.source.clone(), None));
        }
    }
    let dues = versions.iter().flat_map(|version| version.dues()).filter_map(|due| due.working);
    for calendar in dues.filter_map(|(calendar, _)| plan.book.calendars.get(calendar.0)) {
        if !cited.iter().any(|(known, _)| *known == calendar.source) {
            cited.push((calendar.source.clone(), None));
        }
    }
    for index in versions.iter().flat_map(|version| named(version)) {
        let Some(Parameter { source, .. }) = plan.book.parameters.get(index.0) else { continue };
        if !cited.iter().any(|(known, _)| known == source) {
            cited.push((source.clone(), Some(index)));
        }
    }
    cited
}

/// The named numbers of a version, in the order in which it is written; one may stand several times.
pub(super) fn named(version: &Version) -> Vec<ParameterIndex> {
    let truths = version.truths().into_iter();
    truths.flat_map(periods).chain(version.numbers().into_iter().flat_map(parameters)).collect()
}

/// The named periods that a condition adds to dates.
pub(super) fn periods(truth: &Truth) -> Vec<ParameterIndex> {
    let each = truth.time_terms().into_iter().filter_map(|term| match term {
        Truth::Reached { shift, .. } => shift.parameter.map(|(index, _)| index),
        _ => None,
    });
    each.collect()
}

/// The named numbers within a number.
pub(super) fn parameters(number: &Number) -> Vec<ParameterIndex> {
    let own = match number.kind {
        NumberKind::Parameter(index) => Some(index),
        _ => None,
    };
    own.into_iter().chain(number.parts().into_iter().flat_map(parameters)).collect()
}

pub(super) fn source(citation: &Citation) -> SourceReport {
    SourceReport {
        document: citation.document.clone(),
        clause: citation.clause.clone(),
        quote: citation.quote.clone(),
        standing: citation.standing.id(),
    }
}
