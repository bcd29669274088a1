//! The facts of a case in one form, for a digest.

use super::{Choice, Content, Fact, FactType, Facts, Instance, InstanceIndex, Line, Record, Vocabulary};
use crate::value::{Date, Days, Decimal};
use serde_json::Value;

/// A JSON value whose names and texts are those of the case and of the vocabulary.
pub(crate) enum Form<'a> {
    Null,
    Truth(bool),
    Number(i64),
    Text(&'a str),
    Decimal(Decimal),
    Day(Date),
    List(Vec<Form<'a>>),
    Object(Members<'a>),
}

/// The members of an object, in any order.
type Members<'a> = Vec<(&'a str, Form<'a>)>;

impl From<Form<'_>> for Value {
    fn from(form: Form<'_>) -> Self {
        match form {
            Form::Null => Self::Null,
            Form::Truth(truth) => Self::Bool(truth),
            Form::Number(number) => Self::from(number),
            Form::Text(text) => Self::from(text),
            Form::Decimal(decimal) => Self::String(decimal.to_string()),
            Form::Day(day) => Self::String(day.to_string()),
            Form::List(list) => list.into_iter().map(Self::from).collect(),
            Form::Object(members) => {
                members.into_iter().map(|(name, value)| (name.to_owned(), Self::from(value))).collect()
            }
        }
    }
}

impl<'a> From<&'a str> for Form<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl Facts {
    /// The case as it was read, in the shape of the contract: decimals are texts with the fact's decimals, a
    /// value for all days is not a line, what is unknown is left out. Cases that say the same are equal,
    /// whatever they were written in and in whatever order of members.
    #[must_use]
    pub fn canonical(&self, vocabulary: &Vocabulary) -> Value {
        self.form(vocabulary).into()
    }

    /// The same without a copy of what it is made of.
    pub(crate) fn form<'a>(&'a self, vocabulary: &'a Vocabulary) -> Form<'a> {
        let mut whole = Members::new();
        let mut held: Vec<Members<'a>> = self.instances.iter().map(|_| Members::new()).collect();
        // A holder stands before what it holds, so from the end each thing is whole when its holder takes it.
        for (index, instance) in self.instances.iter().enumerate().rev() {
            let Some(thing) = vocabulary.thing_at(instance.thing) else { continue };
            let object = held.get_mut(index).map(std::mem::take).unwrap_or_default();
            let object = self.object(instance, in_order(object), vocabulary);
            let holder = instance.holder.map_or(Some(&mut whole), |holder| held.get_mut(holder.0));
            let Some(holder) = holder else { continue };
            if thing.many {
                let known = holder.iter_mut().find(|(name, _)| *name == thing.key);
                match known {
                    Some((_, Form::List(list))) => list.push(Form::Object(object)),
                    _ => holder.push((&thing.key, Form::List(vec![Form::Object(object)]))),
                }
            } else if instance.holder.is_none() || !object.is_empty() {
                // What a thing always has says nothing by being there.
                holder.push((&thing.key, Form::Object(object)));
            }
        }
        Form::Object(in_order(whole))
    }

    /// A thing's object: its id, its facts, and what it holds.
    fn object<'a>(&'a self, instance: &'a Instance, held: Members<'a>, vocabulary: &'a Vocabulary) -> Members<'a> {
        let mut object = held;
        object.reserve(instance.facts.len() + 1);
        let named = vocabulary.thing_at(instance.thing).is_some_and(|thing| thing.named);
        if named && instance.name != instance.path {
            object.push(("id", instance.name.as_str().into()));
        }
        for (fact, line) in &instance.facts {
            let Some(fact) = vocabulary.fact_at(*fact) else { continue };
            object.push((&fact.member, self.line(fact, line)));
        }
        object
    }

    fn line<'a>(&'a self, fact: &'a Fact, line: &'a Line) -> Form<'a> {
        if let [stretch] = line.0.as_slice()
            && stretch.days == Days::ALWAYS
        {
            return self.content(&fact.kind, &stretch.content);
        }
        let stretches = line.0.iter().map(|stretch| {
            let ends = [("from", stretch.days.from()), ("to", stretch.days.to())].into_iter();
            let ends = ends.filter_map(|(name, day)| Some((name, Form::Day(day?))));
            Form::Object(ends.chain([("value", self.content(&fact.kind, &stretch.content))]).collect())
        });
        Form::List(stretches.collect())
    }

    fn content<'a>(&'a self, kind: &'a FactType, content: &'a Content) -> Form<'a> {
        match content {
            Content::Number(number) => scalar(kind, *number),
            Content::Link(to) => self.name(*to).map_or(Form::Null, Form::from),
            Content::Text(text) => text.as_str().into(),
            Content::Texts(texts) => Form::List(texts.iter().map(|text| text.as_str().into()).collect()),
            Content::Records(records) => Form::List(records.iter().map(|record| entry(kind, record)).collect()),
        }
    }

    fn name(&self, index: InstanceIndex) -> Option<&str> {
        self.get(index).map(|instance: &Instance| instance.name.as_str())
    }
}

/// The lists of things, which were filled from the end.
fn in_order(mut held: Members<'_>) -> Members<'_> {
    for (_, value) in &mut held {
        if let Form::List(list) = value {
            list.reverse();
        }
    }
    held
}

fn scalar(kind: &FactType, number: i64) -> Form<'_> {
    match kind {
        FactType::YesNo => Form::Truth(number == 1),
        FactType::Options(choices) => choice(choices, usize::try_from(number).ok()),
        FactType::Date => i32::try_from(number).map_or(Form::Null, |day| Form::Day(Date::from_number(day))),
        FactType::Number { scale, .. } if *scale > 0 => Form::Decimal(Decimal::new(i128::from(number), *scale)),
        _ => Form::Number(number),
    }
}

fn choice(choices: &[Choice], place: Option<usize>) -> Form<'_> {
    let choice = place.and_then(|place| choices.get(place));
    choice.map_or(Form::Null, |choice| choice.id.as_str().into())
}

fn entry<'a>(kind: &'a FactType, record: &Record) -> Form<'a> {
    let FactType::Records { key, choices, fields } = kind else { return Form::Null };
    let fields = fields.iter().zip(&record.numbers);
    let stated = fields.filter_map(|((name, _, kind), number)| Some((name.as_str(), scalar(kind, (*number)?))));
    Form::Object([(key.as_str(), choice(choices, Some(record.choice)))].into_iter().chain(stated).collect())
}
