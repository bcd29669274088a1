//! Whom an outcome is about, as people know it.

use super::say::capital;
use std::collections::HashMap;
use tuoyu::model::{Facts, Instance, InstanceIndex, Vocabulary};
use tuoyu::source::Language;

/// The things of a case by their names.
pub struct Subjects<'a> {
    pub(super) case: &'a Facts,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) language: Language,
    names: HashMap<&'a str, InstanceIndex>,
}

impl<'a> Subjects<'a> {
    /// The things of a case.
    pub fn of(case: &'a Facts, vocabulary: &'a Vocabulary, language: Language) -> Self {
        let mut names = HashMap::new();
        for (index, instance) in case.instances.iter().enumerate() {
            // What has no name of its own carries its holder's, which stands before it.
            names.entry(instance.name.as_str()).or_insert(InstanceIndex(index));
        }
        Self { case, vocabulary, language, names }
    }

    /// The things that a subject names: one, or a pair.
    pub(super) fn things(&self, subject: &str) -> Vec<InstanceIndex> {
        if let Some(index) = self.names.get(subject) {
            return vec![*index];
        }
        let pair = subject.match_indices('/').find_map(|(at, _)| {
            let (first, second) = subject.split_at_checked(at)?;
            let second = self.names.get(second.strip_prefix('/')?)?;
            Some(vec![*self.names.get(first)?, *second])
        });
        pair.unwrap_or_default()
    }

    /// The subject's name: `家庭 f1`, `入托记录 e1（k1）`.
    pub fn name(&self, subject: &str) -> String {
        let things = self.things(subject);
        if things.is_empty() {
            return match (subject, self.language) {
                ("law", Language::Chinese) => "政策规定".to_owned(),
                ("law", Language::English) => "The policy itself".to_owned(),
                _ => self.kind_of_name(subject).unwrap_or_else(|| subject.to_owned()),
            };
        }
        let names: Vec<String> = things.into_iter().map(|thing| self.thing(thing)).collect();
        names.join(" × ")
    }

    /// The words of a kind of thing that the case does not state: the jurisdiction.
    fn kind_of_name(&self, subject: &str) -> Option<String> {
        let kind = self.vocabulary.things.iter().find(|thing| thing.id == subject)?;
        Some(capital(kind.words.in_language(self.language)))
    }

    /// A heading for everything that belongs together: the institution's or family's name.
    pub fn group(&self, subject: &str) -> String {
        let top = self.things(subject).first().map(|thing| self.top(*thing));
        top.map_or_else(|| self.name(subject), |top| self.thing(top))
    }

    /// Whether two subjects stand in one group.
    pub fn together(&self, one: &str, other: &str) -> bool {
        let top = |subject: &str| self.things(subject).first().map(|thing| self.top(*thing));
        one == other || top(one).is_some_and(|top_of_one| top(other) == Some(top_of_one))
    }

    /// Whether a subject is an institution or stands in one.
    pub fn is_institution(&self, subject: &str) -> bool {
        let top = self.things(subject).first().map(|thing| self.top(*thing));
        top.is_some_and(|top| self.kind(top) == "institution")
    }

    /// Whether the subject is what its group is called after.
    pub fn heads_group(&self, subject: &str) -> bool {
        match self.things(subject).as_slice() {
            [one] => self.top(*one) == *one,
            [] => true,
            _ => false,
        }
    }

    pub(super) fn get(&self, thing: InstanceIndex) -> Option<&'a Instance> {
        self.case.get(thing)
    }

    pub(super) fn kind(&self, thing: InstanceIndex) -> &'a str {
        let kind = self.get(thing).and_then(|instance| self.vocabulary.thing_at(instance.thing));
        kind.map_or("", |kind| kind.id.as_str())
    }

    pub(super) fn holder(&self, thing: InstanceIndex) -> Option<InstanceIndex> {
        self.get(thing).and_then(|instance| instance.holder)
    }

    pub(super) fn top(&self, thing: InstanceIndex) -> InstanceIndex {
        self.holder(thing).map_or(thing, |holder| self.top(holder))
    }

    /// Kind and id, with the stated name before the id, and the child of an enrolment behind it.
    pub(super) fn thing(&self, thing: InstanceIndex) -> String {
        let Some(instance) = self.get(thing) else { return String::new() };
        let kind = self.vocabulary.thing_at(instance.thing);
        let words = kind.map_or("", |kind| kind.words.in_language(self.language));
        let words = capital(words);
        let stated = self.stated(instance, &format!("{}.name", kind.map_or("", |kind| kind.id.as_str())));
        let id = self.id(thing, instance);
        match (stated, self.kind(thing)) {
            (Some(name), "jurisdiction") => format!("{words} {name}"),
            (Some(name), _) => format!("{words} {name}{}", self.bracketed(&id)),
            (None, "jurisdiction") => words,
            (None, "enrolment") => {
                let child = self.holder(thing).and_then(|child| Some(self.id(child, self.get(child)?)));
                format!("{words} {id}{}", child.map(|child| self.bracketed(&child)).unwrap_or_default())
            }
            (None, "parent") => {
                let role = self.stated(instance, "parent.role");
                format!("{words} {id}{}", role.map(|role| self.bracketed(&role)).unwrap_or_default())
            }
            (None, _) => format!("{words} {id}"),
        }
    }

    /// The id; for a thing without one, its number among the things of its kind.
    fn id(&self, thing: InstanceIndex, instance: &Instance) -> String {
        if instance.name != instance.path {
            return instance.name.clone();
        }
        let place = self.case.of(instance.thing).position(|(index, _)| index == thing);
        format!("#{}", place.map_or(0, |place| place + 1))
    }

    fn bracketed(&self, text: &str) -> String {
        match self.language {
            Language::Chinese => format!("（{text}）"),
            Language::English => format!(" ({text})"),
        }
    }
}
