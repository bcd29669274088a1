//! What the case says of a subject: a few facts that tell it from others, where they hold on all days.

use super::facts;
use super::subject::Subjects;
use tuoyu::model::{Content, FactType, Instance, InstanceIndex, Line};
use tuoyu::value::{Date, Days, Decimal};

/// What is told of each kind of thing.
const TOLD: [(&str, &[&str]); 5] = [
    ("institution", &["institution.county", "institution.setting"]),
    ("class", &["class.kind", "class.children", "class.carers"]),
    ("family", &["family.county", "family.children_total"]),
    ("child", &["child.birth_date", "child.birth_order"]),
    ("enrolment", &["enrolment.from", "enrolment.to"]),
];
/// What is told of an enrolment once more where it stands in a pair.
const IN_PAIR: &[&str] = &["enrolment.monthly_fee"];

impl<'a> Subjects<'a> {
    /// What the case says of whom a group is called after.
    pub fn told_of_group(&self, subject: &str) -> Vec<String> {
        let top = self.things(subject).first().map(|thing| self.top(*thing));
        top.map(|top| self.facts_of(top)).unwrap_or_default()
    }

    /// What the case says of a subject: a few facts that tell it from others.
    pub fn told(&self, subject: &str) -> Vec<String> {
        match self.things(subject).as_slice() {
            [one] if self.kind(*one) == "enrolment" => {
                let child = self.holder(*one).map(|child| self.facts_of(child)).unwrap_or_default();
                [child, self.place_of(*one), self.facts_of(*one)].concat()
            }
            [one] => self.facts_of(*one),
            pair => pair.iter().flat_map(|thing| self.stated_of(*thing, IN_PAIR)).collect(),
        }
    }

    /// The class and the institution that an enrolment stands in, where they are named for all days.
    fn place_of(&self, enrolment: InstanceIndex) -> Vec<String> {
        let Some(instance) = self.get(enrolment) else { return Vec::new() };
        let class = self.link(instance, "enrolment.class");
        let institution = self.link(instance, "enrolment.institution").or_else(|| class.and_then(|it| self.holder(it)));
        let institution = institution.and_then(|it| {
            let institution = self.get(it)?;
            Some(self.stated(institution, "institution.name").unwrap_or_else(|| self.thing(it)))
        });
        let class = class.and_then(|it| {
            let class = self.get(it)?;
            Some(self.stated(class, "class.kind").unwrap_or_else(|| self.thing(it)))
        });
        institution.into_iter().chain(class).collect()
    }

    fn facts_of(&self, thing: InstanceIndex) -> Vec<String> {
        let kind = self.kind(thing);
        let facts = TOLD.iter().find(|(known, _)| *known == kind).map_or(&[][..], |(_, facts)| facts);
        self.stated_of(thing, facts)
    }

    fn stated_of(&self, thing: InstanceIndex, facts: &[&str]) -> Vec<String> {
        let Some(instance) = self.get(thing) else { return Vec::new() };
        let each = facts.iter().filter_map(|id| {
            let value = self.stated(instance, id)?;
            let fact = facts::find(self.vocabulary, id)?;
            let speaks_for_itself = matches!(*id, "class.kind" | "institution.setting");
            Some(if speaks_for_itself { value } else { format!("{} {value}", fact.words.in_language(self.language)) })
        });
        each.collect()
    }

    fn content(&self, instance: &'a Instance, id: &str) -> Option<&'a Content> {
        let Line(stretches) = instance.line(self.vocabulary.fact(id)?)?;
        let [stretch] = stretches.as_slice() else { return None };
        (stretch.days == Days::ALWAYS).then_some(&stretch.content)
    }

    fn link(&self, instance: &'a Instance, id: &str) -> Option<InstanceIndex> {
        match self.content(instance, id) {
            Some(Content::Link(to)) => Some(*to),
            _ => None,
        }
    }

    /// What the case states for all days, in words.
    pub(super) fn stated(&self, instance: &'a Instance, id: &str) -> Option<String> {
        let fact = facts::find(self.vocabulary, id)?;
        let number = match self.content(instance, id)? {
            Content::Text(text) => return Some(text.clone()),
            Content::Number(number) => *number,
            _ => return None,
        };
        let text = match &fact.kind {
            FactType::YesNo => (number == 1).to_string(),
            FactType::Options(choices) => choices.get(usize::try_from(number).ok()?)?.id.clone(),
            FactType::Date => Date::from_number(i32::try_from(number).ok()?).to_string(),
            FactType::Number { scale, .. } => Decimal::new(i128::from(number), *scale).to_string(),
            _ => return None,
        };
        Some(facts::token(fact, &text, self.language))
    }
}
