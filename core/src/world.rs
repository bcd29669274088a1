//! The world of an example: one of each thing, linked with each other.

use crate::model::{Fact, FactIndex, FactType, Node, NodeValue, ThingIndex, Vocabulary};
use crate::parse::{CaseFact, Spanned};

/// How an example writes the values of a yes/no fact.
pub(crate) const YES_NO: [&str; 2] = [YES, NO];
const YES: &str = "yes";
const NO: &str = "no";
/// Between the values of a fact that takes several.
const BETWEEN_VALUES: char = ',';

/// One of each thing, as the tree that a case is read from.
pub(crate) struct World<'w> {
    pub(crate) vocabulary: &'w Vocabulary,
    pub(crate) things: Vec<ThingIndex>,
    pub(crate) facts: &'w [(FactIndex, &'w CaseFact)],
}

impl World<'_> {
    /// The object of a thing; without one, that of the case.
    pub(crate) fn held_by(&self, holder: Option<ThingIndex>) -> Node {
        let mut members: Vec<(String, Node)> = holder.map(|thing| self.members(thing)).unwrap_or_default();
        for thing in self.things.iter().copied() {
            let Some(data) = self.vocabulary.thing_at(thing).filter(|data| data.holder == holder) else { continue };
            let object = self.held_by(Some(thing));
            let node = if data.many { NodeValue::List(vec![object]).into() } else { object };
            members.push((data.key.clone(), node));
        }
        NodeValue::Object(members).into()
    }

    /// The id, the stated facts, and the links to other things of this world.
    fn members(&self, thing: ThingIndex) -> Vec<(String, Node)> {
        let mut members = Vec::new();
        if let Some(data) = self.vocabulary.thing_at(thing).filter(|data| data.named) {
            members.push(("id".to_owned(), NodeValue::Text(data.id.clone()).into()));
        }
        for (index, fact) in self.vocabulary.facts_of(thing) {
            let stated = self.facts.iter().find(|(known, _)| *known == index);
            let node = match (stated, &fact.kind) {
                (Some((_, stated)), _) => Some(value(fact, &stated.value)),
                (None, FactType::Link(to)) if self.things.contains(to) => {
                    self.vocabulary.thing_at(*to).map(|to| NodeValue::Text(to.id.clone()).into())
                }
                (None, _) => None,
            };
            members.extend(node.map(|node| (fact.member.clone(), node)));
        }
        members
    }
}

/// A value as a case would carry it.
fn value(fact: &Fact, written: &Spanned<String>) -> Node {
    let text = |text: &str| NodeValue::Text(text.to_owned());
    let value = match (&fact.kind, written.node.as_str()) {
        (FactType::YesNo, YES) => NodeValue::Truth(true),
        (FactType::YesNo, NO) => NodeValue::Truth(false),
        (FactType::Set { .. }, several) => {
            NodeValue::List(several.split(BETWEEN_VALUES).map(|one| text(one.trim()).into()).collect())
        }
        (_, one) => text(one),
    };
    Node { value, offset: written.span.start }
}
