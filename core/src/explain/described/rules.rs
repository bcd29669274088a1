//! Rules with their versions.

use super::law::ForceReport;
use crate::compile::{ParameterIndex, Rule, Rulebook, Version};
use crate::explain::cited::{SourceReport, named, source};
use crate::source::Words;

/// A rule. What only an entitlement has is null in every other.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
pub struct RuleReport {
    /// The id.
    pub id: String,
    /// The layer that it stands in.
    pub layer: String,
    /// The kind.
    pub kind: &'static str,
    /// The kinds of thing that it is for: one, or a pair; none for a rule about the law itself.
    pub subject: Vec<String>,
    /// What people call it.
    pub title: Words,
    /// The form of an entitlement.
    pub form: Option<&'static str>,
    /// Who pays; null where the law names nobody.
    pub payer: Option<String>,
    /// Who is paid.
    pub payee: Option<String>,
    /// How often the rate of an entitlement is paid; null where the amount is set elsewhere.
    pub per: Option<&'static str>,
    /// The id of the amount that another text sets.
    pub set_elsewhere: Option<String>,
    /// Whether it is due only if it has been so decided.
    pub discretionary: bool,
    /// Whether it binds; false for a requirement or an indicator that only guides.
    pub binding: bool,
    /// The day by which an indicator must be reached.
    pub due: Option<String>,
    /// Conditions that the text refers elsewhere.
    pub assumes: Vec<Words>,
    /// The ids of the readings that it names.
    pub readings: Vec<String>,
    /// The ids of the parameters that it reads, over all versions.
    pub parameters: Vec<String>,
    /// The versions, by force.
    pub versions: Vec<VersionReport>,
}

/// A version of a rule.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
pub struct VersionReport {
    /// The days in force.
    pub force: ForceReport,
    /// The day of publication.
    pub published: String,
    /// The sentences: those of the version, then those of its numbers that stand elsewhere.
    pub sources: Vec<SourceReport>,
}

pub(super) fn rule(book: &Rulebook, rule: &Rule) -> RuleReport {
    let benefit = rule.benefit.as_ref();
    let things = rule.subject.iter().filter_map(|thing| book.vocabulary.thing_at(*thing));
    let readings = rule.readings.iter().filter_map(|index| book.readings.get(index.0));
    let mut parameters: Vec<ParameterIndex> = rule.versions.iter().flat_map(named).collect();
    parameters.sort_unstable();
    parameters.dedup();
    let parameters = parameters.into_iter().filter_map(|index| book.parameters.get(index.0));
    RuleReport {
        id: rule.id.clone(),
        layer: rule.layer.clone(),
        kind: rule.kind.word(),
        subject: things.map(|thing| thing.id.clone()).collect(),
        title: rule.title.clone(),
        form: benefit.map(|benefit| benefit.form.id()),
        payer: benefit.and_then(|benefit| benefit.payer.clone()),
        payee: benefit.map(|benefit| benefit.payee.clone()),
        per: benefit.and_then(|benefit| benefit.period).map(crate::value::Period::id),
        set_elsewhere: benefit.and_then(|benefit| benefit.elsewhere.as_ref()).map(|set| set.id.clone()),
        discretionary: benefit.is_some_and(|benefit| benefit.discretionary.is_some()),
        binding: rule.guiding.is_none(),
        due: rule.due.map(|due| due.to_string()),
        assumes: rule.assumes.clone(),
        readings: readings.map(|reading| reading.id.clone()).collect(),
        parameters: parameters.map(|parameter| parameter.id.clone()).collect(),
        versions: rule.versions.iter().map(|version| self::version(book, version)).collect(),
    }
}

fn version(book: &Rulebook, version: &Version) -> VersionReport {
    let mut cited = vec![&version.source];
    for parameter in named(version).into_iter().filter_map(|index| book.parameters.get(index.0)) {
        if !cited.contains(&&parameter.source) {
            cited.push(&parameter.source);
        }
    }
    VersionReport {
        force: version.force.into(),
        published: version.published.to_string(),
        sources: cited.into_iter().map(|origin| source(&book.cite(origin))).collect(),
    }
}
