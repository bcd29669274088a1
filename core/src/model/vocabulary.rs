//! The vocabulary: every kind of thing and every fact, as data.

use super::{Fact, FactIndex};
use crate::source::Words;

/// The place of a kind of thing in the vocabulary.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, serde::Deserialize, serde::Serialize)]
pub struct ThingIndex(pub usize);

/// A kind of thing.
#[derive(Clone, Debug, Eq, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct Thing {
    /// Its name, such as `enrolment`.
    pub id: String,
    /// What people call it.
    pub words: Words,
    /// The kind of thing that holds it; `None` where the case itself does.
    pub holder: Option<ThingIndex>,
    /// The member of the holder's object.
    pub key: String,
    /// Whether that member is a list.
    pub many: bool,
    /// Whether it may carry an `id`.
    pub named: bool,
}

/// Every kind of thing and every fact that a pack speaks of.
#[derive(Clone, Debug, Default, Eq, PartialEq, serde::Deserialize, serde::Serialize)]
pub struct Vocabulary {
    /// The kinds of thing; a holder stands before what it holds.
    pub things: Vec<Thing>,
    /// The facts, in vocabulary order.
    pub facts: Vec<Fact>,
}

impl Vocabulary {
    /// The kind of thing of a name.
    #[must_use]
    pub fn thing(&self, id: &str) -> Option<ThingIndex> {
        self.things.iter().position(|thing| thing.id == id).map(ThingIndex)
    }

    /// The fact of a dotted name.
    #[must_use]
    pub fn fact(&self, id: &str) -> Option<FactIndex> {
        self.facts.iter().position(|fact| fact.id == id).map(FactIndex)
    }

    /// The kind of thing at a place.
    #[must_use]
    pub fn thing_at(&self, index: ThingIndex) -> Option<&Thing> {
        self.things.get(index.0)
    }

    /// The fact at a place.
    #[must_use]
    pub fn fact_at(&self, index: FactIndex) -> Option<&Fact> {
        self.facts.get(index.0)
    }

    /// The facts of a kind of thing, in order.
    pub fn facts_of(&self, thing: ThingIndex) -> impl Iterator<Item = (FactIndex, &Fact)> {
        let all = self.facts.iter().enumerate().map(|(index, fact)| (FactIndex(index), fact));
        all.filter(move |(_, fact)| fact.thing == thing)
    }
}
