//! A case in which an unknown fact is given a value, to see what it would lead to.

use super::read::{add, uncovered};
use super::{Content, FactIndex, FactType, Facts, Instance, InstanceIndex, Line, Stretch, Vocabulary};
use crate::value::Days;

impl Facts {
    /// The case with a fact of a thing stated on every day on which nothing is stated of it. The thing is named as
    /// missing facts name it: one that no link leads to by who would link to it, and it is then added and linked.
    ///
    /// `None` where the case has no such thing.
    #[must_use]
    pub fn supposing(
        &self,
        vocabulary: &Vocabulary,
        subject: &str,
        fact: FactIndex,
        content: &Content,
    ) -> Option<Self> {
        let thing = vocabulary.fact_at(fact)?.thing;
        let mut supposed = self.clone();
        let known = self.of(thing).find(|(_, instance)| instance.name == subject).map(|(index, _)| index);
        let index = match known {
            Some(index) => index,
            None => {
                let (by, link) = self.instances.iter().enumerate().find_map(|(place, instance)| {
                    let leads = |kind: &FactType| matches!(kind, FactType::Link(to) if *to == thing);
                    let (link, _) = vocabulary.facts_of(instance.thing).find(|(_, fact)| leads(&fact.kind))?;
                    (instance.name == subject).then_some((place, link))
                })?;
                let added = InstanceIndex(supposed.instances.len());
                let (name, path) = (subject.to_owned(), String::new());
                supposed.instances.push(Instance { thing, holder: None, name, path, facts: Vec::new() });
                fill(supposed.instances.get_mut(by)?, link, &Content::Link(added));
                added
            }
        };
        fill(supposed.instances.get_mut(index.0)?, fact, content);
        Some(supposed)
    }
}

/// States a fact on the days on which nothing is stated of it.
fn fill(instance: &mut Instance, fact: FactIndex, content: &Content) {
    let nothing = Line::default();
    let line = instance.line(fact).unwrap_or(&nothing);
    let open = uncovered(line, Days::ALWAYS).into_iter();
    let stretches = open.map(|days| Stretch { days, content: content.clone() }).collect();
    add(instance, fact, stretches);
}
