//! The things of a case: where each stands, what holds it, how outcomes name it.

use super::ids::Ids;
use super::members::Names;
use super::report::{Report, join};
use crate::error::Code;
use crate::limits::{Limit, of};
use crate::model::{FactIndex, Instance, InstanceIndex, Node, NodeValue, Thing, ThingIndex, Vocabulary};

/// The things, and what the input says of each.
#[derive(Default)]
pub(super) struct Found<'n> {
    pub(super) instances: Vec<Instance>,
    /// For each thing, the facts that the input gives.
    pub(super) given: Vec<Vec<(FactIndex, &'n Node)>>,
    pub(super) ids: Ids,
}

/// Finds every thing, a holder before what it holds.
pub(super) fn find<'n>(node: &'n Node, vocabulary: &Vocabulary, most: usize, report: &mut Report) -> Found<'n> {
    let held_by_things = (0..vocabulary.things.len()).map(|index| shape(vocabulary, Some(ThingIndex(index))));
    let shapes = std::iter::once(shape(vocabulary, None)).chain(held_by_things).collect();
    let mut walk = Walk { vocabulary, shapes, report, found: Found::default(), most, is_full: false };
    if let Some(members) = walk.members(None, node, "") {
        walk.held(None, &members);
    }
    walk.found
}

/// What a member of a thing's object is.
#[derive(Clone, Copy, PartialEq)]
enum Member {
    Id,
    Fact(FactIndex),
    Held(ThingIndex),
}

/// The members that a thing, or the case itself, may have.
fn shape(vocabulary: &Vocabulary, of: Option<ThingIndex>) -> Names<'_, Member> {
    let named = of.and_then(|of| vocabulary.thing_at(of)).is_some_and(|thing| thing.named);
    let id = named.then_some(("id", Member::Id));
    let facts = of.into_iter().flat_map(|of| vocabulary.facts_of(of)).filter(|(_, fact)| fact.part.is_none());
    let facts = facts.map(|(index, fact)| (fact.member.as_str(), Member::Fact(index)));
    let held = held_by(vocabulary, of).map(|(index, thing)| (thing.key.as_str(), Member::Held(index)));
    Names::new(id.into_iter().chain(facts).chain(held))
}

fn held_by(vocabulary: &Vocabulary, holder: Option<ThingIndex>) -> impl Iterator<Item = (ThingIndex, &Thing)> {
    let things = vocabulary.things.iter().enumerate().map(|(index, thing)| (ThingIndex(index), thing));
    things.filter(move |(_, thing)| thing.holder == holder)
}

struct Walk<'w, 'v, 'n> {
    vocabulary: &'v Vocabulary,
    /// The case's, then each thing's.
    shapes: Vec<Names<'v, Member>>,
    report: &'w mut Report,
    found: Found<'n>,
    /// How many things are taken.
    most: usize,
    /// Whether there are more; the rest is not read.
    is_full: bool,
}

impl<'v, 'n> Walk<'_, 'v, 'n> {
    fn members(&mut self, of: Option<ThingIndex>, node: &'n Node, path: &str) -> Option<Vec<(Member, &'n Node)>> {
        let shape = self.shapes.get(of.map_or(0, |of| of.0 + 1))?;
        shape.of(node, path, self.report)
    }

    /// What a thing holds, kind after kind in the order of the vocabulary.
    fn held(&mut self, holder: Option<(InstanceIndex, ThingIndex)>, members: &[(Member, &'n Node)]) {
        let vocabulary = self.vocabulary;
        let path = holder.and_then(|(index, _)| self.found.instances.get(index.0)).map(|holder| holder.path.clone());
        let holding = holder.map(|(index, _)| index);
        for (kind, thing) in held_by(vocabulary, holder.map(|(_, kind)| kind)) {
            let node = members.iter().find(|(member, _)| *member == Member::Held(kind)).map(|(_, node)| *node);
            let node = node.filter(|node| node.value != NodeValue::Null);
            let path = join(path.as_deref().unwrap_or_default(), &thing.key);
            match node {
                Some(node) if thing.many => self.list(kind, holding, node, &path),
                Some(node) => self.one(kind, holding, node, path),
                // What a thing has exactly one of is there, stated or not; of the case itself it is not.
                None if !thing.many && holding.is_some() => self.add(kind, holding, path, &[]),
                None => {}
            }
        }
    }

    fn list(&mut self, kind: ThingIndex, holder: Option<InstanceIndex>, node: &'n Node, path: &str) {
        let NodeValue::List(items) = &node.value else {
            self.report.add(node.offset, Code::NotAList, path, node.written(), "");
            return;
        };
        for (place, item) in items.iter().enumerate() {
            if self.is_full {
                return;
            }
            self.one(kind, holder, item, format!("{path}[{place}]"));
        }
    }

    fn one(&mut self, kind: ThingIndex, holder: Option<InstanceIndex>, node: &'n Node, path: String) {
        if self.found.instances.len() >= self.most {
            if !self.is_full {
                let bound = u128::try_from(self.most).unwrap_or(of::THINGS.most);
                let found = (self.found.instances.len() + 1).to_string();
                self.report.add(node.offset, Code::TooMany, &path, found, Limit { most: bound, ..of::THINGS }.bound());
            }
            self.is_full = true;
            return;
        }
        if let Some(members) = self.members(Some(kind), node, &path) {
            self.add(kind, holder, path, &members);
        }
    }

    fn add(&mut self, kind: ThingIndex, holder: Option<InstanceIndex>, path: String, members: &[(Member, &'n Node)]) {
        let index = InstanceIndex(self.found.instances.len());
        let id = members.iter().find(|(member, _)| *member == Member::Id).map(|(_, node)| *node);
        let given = id.and_then(|id| self.id(id, &path));
        let borrowed = holder.filter(|_| given.is_none()).and_then(|holder| self.name_of_holder(kind, holder));
        let has_own = borrowed.is_none();
        let name = given.map(str::to_owned).or(borrowed).unwrap_or_else(|| path.clone());
        self.found.instances.push(Instance { thing: kind, holder, name, path, facts: Vec::new() });
        self.found.given.push(facts(members));
        if has_own {
            let id = id.filter(|_| given.is_some());
            self.found.ids.note(&self.found.instances, index, id, self.report);
        }
        self.held(Some((index, kind)), members);
    }

    fn id(&mut self, id: &'n Node, path: &str) -> Option<&'n str> {
        match &id.value {
            NodeValue::Null => None,
            NodeValue::Text(text) if !text.is_empty() => Some(text),
            _ => {
                self.report.add(id.offset, Code::NotText, &join(path, "id"), id.written(), "");
                None
            }
        }
    }

    /// A thing that cannot carry an id, and of which its holder has one, is named as its holder is.
    fn name_of_holder(&self, kind: ThingIndex, holder: InstanceIndex) -> Option<String> {
        self.vocabulary.thing_at(kind).filter(|thing| !thing.named && !thing.many)?;
        self.found.instances.get(holder.0).map(|holder| holder.name.clone())
    }
}

fn facts<'n>(members: &[(Member, &'n Node)]) -> Vec<(FactIndex, &'n Node)> {
    let mut facts: Vec<(FactIndex, &Node)> = Vec::new();
    facts.extend(members.iter().filter_map(|(member, node)| match member {
        Member::Fact(fact) => Some((*fact, *node)),
        _ => None,
    }));
    facts.sort_by_key(|(fact, _)| *fact);
    facts
}
