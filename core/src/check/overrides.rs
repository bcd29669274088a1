//! A later layer takes the place of what an earlier one says, by naming it.

use super::declare::line;
use super::scope::Site;
use crate::error::{Code, Diagnostic, nearest_or_all};
use crate::parse::{Document, Kind, LAYER_SEPARATOR, LineBody, RuleSyntax, Spanned};
use std::collections::HashMap;

/// The layers that say something themselves under an id, the last of them behind.
#[derive(Default)]
pub(super) struct Overrides {
    /// The number of the layer that has the last word.
    last: HashMap<(Sort, String), usize>,
}

/// Rules have names of their own, and so have named numbers.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
enum Sort {
    Rule,
    Number,
}

/// What can be overridden: a rule with its subject, or a named number.
struct Known {
    layer: usize,
    /// How its head begins, and for what it is.
    form: String,
}

impl Overrides {
    /// What later layers override; a fault for an id that no earlier layer gives, and for one of another kind.
    pub(super) fn of(documents: &[Document], faults: &mut Vec<Diagnostic>) -> Self {
        let mut overrides = Self::default();
        let mut known: HashMap<(Sort, String), Known> = HashMap::new();
        for (layer, document, rule) in written(documents) {
            let Some(sort) = sort(rule.kind.node) else { continue };
            let key = (sort, id_of(&document.layer, rule));
            let Some(named) = overridden(rule) else {
                known.entry(key).or_insert_with(|| Known { layer, form: form(rule) });
                continue;
            };
            let mut fault = |code, expected| {
                faults.push(Diagnostic::in_text(code, &document.source.name, named.span, &named.node, expected));
            };
            let before = |known: &&Known| known.layer < layer;
            match known.get(&key).filter(before) {
                Some(earlier) if earlier.form != form(rule) => fault(Code::TypeMismatch, earlier.form.clone()),
                Some(_) if !named.node.ends_with(&format!("{LAYER_SEPARATOR}{}", rule.name.node)) => {
                    let name = named.node.split_once(LAYER_SEPARATOR).map_or("", |(_, name)| name);
                    fault(Code::DuplicateName, format!("{} {name}", rule.kind.node.word()));
                }
                Some(_) => {
                    overrides.last.insert(key, layer);
                }
                None => {
                    let ids = known.iter().filter(|((of, _), known)| *of == sort && before(known));
                    let mut ids: Vec<&str> = ids.map(|((_, id), _)| id.as_str()).collect();
                    ids.sort_unstable();
                    fault(Code::UnknownName, nearest_or_all(&named.node, ids.iter().copied()));
                }
            }
        }
        overrides
    }

    /// Whether a later layer speaks instead of a rule as it is written.
    pub(super) fn silences(&self, documents: &[Document], site: Site<'_>) -> bool {
        let Some(sort) = sort(site.rule.kind.node) else { return false };
        let last = self.last.get(&(sort, site.id()));
        last.is_some_and(|last| layer_of(documents, &site.document.layer) < *last)
    }
}

/// Every rule as written, with the number of its layer.
fn written(documents: &[Document]) -> impl Iterator<Item = (usize, &Document, &RuleSyntax)> {
    documents.iter().flat_map(|document| {
        let layer = layer_of(documents, &document.layer);
        document.rules().map(move |rule| (layer, document, rule))
    })
}

/// The number of a layer: documents stand in the order of their layers.
fn layer_of(documents: &[Document], layer: &str) -> usize {
    documents.iter().position(|document| document.layer == layer).unwrap_or_default()
}

const fn sort(kind: Kind) -> Option<Sort> {
    match kind {
        Kind::Reading | Kind::Calendar | Kind::Table => None,
        Kind::Parameter => Some(Sort::Number),
        _ => Some(Sort::Rule),
    }
}

/// `entitlement for enrolment`: what takes its place has to be the same.
fn form(rule: &RuleSyntax) -> String {
    let things: Vec<&str> = rule.subject.iter().map(|thing| thing.node.as_str()).collect();
    let word = rule.kind.node.word();
    if things.is_empty() { word.to_owned() } else { format!("{word} for {}", things.join(" x ")) }
}

/// The id that a rule's `overrides` line names.
pub(crate) fn overridden(rule: &RuleSyntax) -> Option<&Spanned<String>> {
    match &line(rule, "overrides")?.body {
        LineBody::Name(name) => Some(name),
        _ => None,
    }
}

/// The id of a rule or of a named number: that of what it overrides, else its layer and its name.
pub(crate) fn id_of(layer: &str, rule: &RuleSyntax) -> String {
    let name = &rule.name.node;
    match overridden(rule) {
        Some(overridden) => overridden.node.clone(),
        // Only a quantity may write its whole id.
        None if name.contains(LAYER_SEPARATOR) => name.clone(),
        None => format!("{layer}{LAYER_SEPARATOR}{name}"),
    }
}

impl Site<'_> {
    /// The id of what is written here.
    pub(super) fn id(self) -> String {
        id_of(&self.document.layer, self.rule)
    }
}
