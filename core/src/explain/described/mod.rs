//! A pack as data (规则包): what it speaks of, what it asks, its numbers and its rules, for doors that list them.

mod facts;
mod law;
mod rules;

pub use facts::{FACT_TYPES, FactReport, ThingReport};
pub use law::{DocumentReport, ForceReport, ParameterReport, ReadingReport};
pub use rules::{RuleReport, VersionReport};

use super::receipt::PackIdentity;
use crate::compile::Rulebook;

/// Everything that a pack holds, in its order.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
pub struct PackReport {
    /// The name: that of the last layer.
    pub name: String,
    /// SHA-256 of the compiled pack.
    pub hash: String,
    /// SHA-256 of the files that it was compiled from.
    pub text_hash: String,
    /// The layers, in order.
    pub layers: Vec<String>,
    /// The instruments.
    pub documents: Vec<DocumentReport>,
    /// The kinds of thing that a case holds; a holder stands before what it holds.
    pub things: Vec<ThingReport>,
    /// The facts that a case may state, in the order in which missing ones are asked for.
    pub facts: Vec<FactReport>,
    /// What the law leaves open.
    pub readings: Vec<ReadingReport>,
    /// The named numbers of the law.
    pub parameters: Vec<ParameterReport>,
    /// The rules.
    pub rules: Vec<RuleReport>,
}

/// Describes the rules of a pack.
///
/// ```
/// let rules = tuoyu::Rules::from_pack(&tuoyu::Pack::new(tuoyu_rules::jining().iter().copied()))?;
/// let nameless = tuoyu::explain::PackIdentity { name: String::new(), hash: String::new(), text_hash: String::new() };
/// let pack = tuoyu::explain::described(&rules.plan().book, &nameless);
/// // The nation's instruments come first, the city's last.
/// assert!(pack.documents.last().is_some_and(|document| document.layer == "jining"));
/// # Ok::<(), tuoyu::error::Diagnostics>(())
/// ```
#[must_use]
pub fn described(book: &Rulebook, pack: &PackIdentity) -> PackReport {
    let mut layers: Vec<String> = book.documents.iter().map(|document| document.layer.clone()).collect();
    layers.dedup();
    PackReport {
        name: pack.name.clone(),
        hash: pack.hash.clone(),
        text_hash: pack.text_hash.clone(),
        layers,
        documents: book.documents.iter().map(law::document).collect(),
        things: book.vocabulary.things.iter().map(|thing| facts::thing(&book.vocabulary, thing)).collect(),
        facts: book.vocabulary.facts.iter().map(|fact| facts::fact(&book.vocabulary, fact)).collect(),
        readings: book.readings.iter().map(|reading| law::reading(book, reading)).collect(),
        parameters: book.parameters.iter().map(|parameter| law::parameter(book, parameter)).collect(),
        rules: book.rules.iter().map(|rule| rules::rule(book, rule)).collect(),
    }
}
