//! The names of the things of a case, which are unique over all kinds.

use super::report::{Report, meant};
use crate::error::Code;
use crate::model::{Instance, InstanceIndex, Node, ThingIndex};
use crate::value::Map;
use std::collections::HashMap;

/// What is listed where the case gives no id of the kind.
const NONE_GIVEN: &str = "—";
/// The most names that a message lists.
const MOST_LISTED: usize = 20;
/// The most names that one case is searched for misspellings, over all its faults.
const MOST_COMPARED: usize = 100_000;

/// Which thing each name names.
#[derive(Default)]
pub(super) struct Ids {
    /// Each name, and whether it is an id: a path names a thing for the reader of an outcome, not for a link.
    taken: HashMap<String, (InstanceIndex, bool)>,
    given: Map<ThingIndex, Vec<InstanceIndex>>,
    compared: usize,
}

impl Ids {
    /// Notes the name of a thing: its id, or the path that names it where it has none.
    pub(super) fn note(
        &mut self,
        instances: &[Instance],
        index: InstanceIndex,
        id: Option<&Node>,
        report: &mut Report,
    ) {
        let Some(instance) = instances.get(index.0) else { return };
        if let Some((first, _)) = self.taken.get(&instance.name) {
            let path = if id.is_some() { format!("{}.id", instance.path) } else { instance.path.clone() };
            let expected = instances.get(first.0).map_or("", |first| first.path.as_str());
            report.add(
                id.map_or(usize::MAX, |id| id.offset),
                Code::DuplicateId,
                &path,
                instance.name.as_str(),
                expected,
            );
            return;
        }
        self.taken.insert(instance.name.clone(), (index, id.is_some()));
        if id.is_some() {
            self.given.entry(instance.thing).or_default().push(index);
        }
    }

    /// The thing of a kind that carries an id.
    pub(super) fn of(&self, id: &str, instances: &[Instance], kind: ThingIndex) -> Option<InstanceIndex> {
        let (index, _) = self.taken.get(id).filter(|(_, is_id)| *is_id)?;
        instances.get(index.0).filter(|instance| instance.thing == kind)?;
        Some(*index)
    }

    /// The ids of a kind, the one that was most likely meant first.
    pub(super) fn listed(&mut self, id: &str, instances: &[Instance], kind: ThingIndex) -> String {
        let known = self.given.get(&kind).map_or(&[][..], Vec::as_slice);
        let names = || known.iter().filter_map(|index| instances.get(index.0)).map(|instance| instance.name.as_str());
        self.compared = self.compared.saturating_add(known.len());
        let meant = if self.compared > MOST_COMPARED { None } else { meant(id, names()) };
        let others = names().filter(|name| Some(*name) != meant);
        let mut listed: Vec<&str> = meant.into_iter().chain(others).take(MOST_LISTED + 1).collect();
        if let Some(more) = listed.get_mut(MOST_LISTED) {
            *more = "…";
        }
        if listed.is_empty() { NONE_GIVEN.to_owned() } else { listed.join(", ") }
    }
}
