//! A case: things and what is stated of them.

use super::{FactIndex, ThingIndex};
use crate::value::{Date, Days};

/// The place of a thing in its case.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct InstanceIndex(pub usize);

/// What a stretch of a line states.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Content {
    /// A number counted in the fact's own scale; yes is 1 and no is 0; an option is its place in the
    /// list; a date is its day number.
    Number(i64),
    /// A link to another thing.
    Link(InstanceIndex),
    /// A text.
    Text(String),
    /// Several texts: options, and in an open set others.
    Texts(Vec<String>),
    /// Objects by the place of their key's choice.
    Records(Vec<Record>),
}

/// One object of a list of records.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Record {
    /// The place of the key's choice.
    pub choice: usize,
    /// The numbers in the order of the fields; `None` where unknown.
    pub numbers: Vec<Option<i64>>,
}

/// A stretch of days on which a fact has one content.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Stretch {
    /// The days.
    pub days: Days,
    /// The content.
    pub content: Content,
}

/// What a case says of one fact of one thing: stretches in the order of their days. No stretch: unknown.
/// Days that no stretch covers are unknown.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Line(pub Vec<Stretch>);

impl Line {
    /// A value for every day.
    #[must_use]
    pub fn always(content: Content) -> Self {
        Self(vec![Stretch { days: Days::ALWAYS, content }])
    }

    /// What is stated for a day; `None` is unknown.
    #[must_use]
    pub fn on(&self, day: Date) -> Option<&Content> {
        self.0.iter().find(|stretch| stretch.days.holds(day)).map(|stretch| &stretch.content)
    }

    /// The first of the days around a day on which the line says the same without a break, or says nothing; `None`
    /// where that is so from ever.
    #[must_use]
    pub fn since(&self, day: Date) -> Option<Date> {
        let before = self.0.iter().take_while(|stretch| stretch.days.to().is_some_and(|to| to < day));
        let before: Vec<&Stretch> = before.collect();
        let Some(here) = self.0.get(before.len()).filter(|stretch| stretch.days.holds(day)) else {
            let last = before.last().and_then(|stretch| stretch.days.to());
            return last.map(|to| Date::from_number(to.number() + 1));
        };
        let mut from = here.days.from()?;
        for stretch in before.into_iter().rev() {
            let ends = stretch.days.to().map(|to| to.number() + 1);
            if ends != Some(from.number()) || stretch.content != here.content {
                break;
            }
            from = stretch.days.from()?;
        }
        Some(from)
    }

    /// Which gap of the line a day lies in: the number of stretches that end before it.
    #[must_use]
    pub fn gap(&self, day: Date) -> usize {
        self.0.iter().filter(|stretch| stretch.days.to().is_some_and(|to| to < day)).count()
    }
}

/// One thing of a case.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Instance {
    /// The kind of thing.
    pub thing: ThingIndex,
    /// The thing that holds it; `None` for things that the case itself holds.
    pub holder: Option<InstanceIndex>,
    /// How outcomes name it: its id, else its path; for a thing without an id of its own (an employer,
    /// a birth) the name of its holder.
    pub name: String,
    /// Its path in the input, such as `families[0].parents[1]`.
    pub path: String,
    /// What is stated of it, by fact; facts that are not stated are left out.
    pub facts: Vec<(FactIndex, Line)>,
}

impl Instance {
    /// What is stated of a fact; `None` where nothing is.
    #[must_use]
    pub fn line(&self, fact: FactIndex) -> Option<&Line> {
        self.facts.iter().find(|(index, _)| *index == fact).map(|(_, line)| line)
    }
}

/// The things of a case in the order of the input: a holder stands before what it holds.
///
/// Every parent has an employer and every child a birth, stated or not, so that their facts are
/// unknown rather than out of reach.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Facts {
    /// The things.
    pub instances: Vec<Instance>,
}

impl Facts {
    /// The thing at a place.
    #[must_use]
    pub fn get(&self, index: InstanceIndex) -> Option<&Instance> {
        self.instances.get(index.0)
    }

    /// The things of a kind that one holder (or the case itself) holds, in order.
    pub fn held_by(
        &self,
        holder: Option<InstanceIndex>,
        thing: ThingIndex,
    ) -> impl Iterator<Item = (InstanceIndex, &Instance)> {
        self.of(thing).filter(move |(_, instance)| instance.holder == holder)
    }

    /// The things of a kind, in order.
    pub fn of(&self, thing: ThingIndex) -> impl Iterator<Item = (InstanceIndex, &Instance)> {
        let all = self.instances.iter().enumerate();
        all.filter(move |(_, instance)| instance.thing == thing)
            .map(|(index, instance)| (InstanceIndex(index), instance))
    }
}
