//! The facts of a case in one form, for a digest.

use super::{Choice, Content, Fact, FactType, Facts, Instance, InstanceIndex, Line, Record, Vocabulary};
use crate::value::{Date, Days, Decimal};
use serde_json::{Map, Value};

impl Facts {
    /// The case as it was read, in the shape of the contract: decimals are texts with the fact's decimals, a
    /// value for all days is not a line, what is unknown is left out. Cases that say the same are equal,
    /// whatever they were written in and in whatever order of members.
    #[must_use]
    pub fn canonical(&self, vocabulary: &Vocabulary) -> Value {
        let mut whole = Map::new();
        let mut held: Vec<Map<String, Value>> = self.instances.iter().map(|_| Map::new()).collect();
        // A holder stands before what it holds, so from the end each thing is whole when its holder takes it.
        for (index, instance) in self.instances.iter().enumerate().rev() {
            let Some(thing) = vocabulary.thing_at(instance.thing) else { continue };
            let object = held.get_mut(index).map(std::mem::take).unwrap_or_default();
            let object = self.object(instance, in_order(object), vocabulary);
            let holder = instance.holder.map_or(Some(&mut whole), |holder| held.get_mut(holder.0));
            let Some(holder) = holder else { continue };
            if thing.many {
                let list = holder.entry(thing.key.as_str()).or_insert_with(|| Value::Array(Vec::new()));
                if let Value::Array(list) = list {
                    list.push(Value::Object(object));
                }
            } else if instance.holder.is_none() || !object.is_empty() {
                // What a thing always has says nothing by being there.
                holder.insert(thing.key.clone(), Value::Object(object));
            }
        }
        Value::Object(in_order(whole))
    }

    /// A thing's object: its id, its facts, and what it holds.
    fn object(&self, instance: &Instance, held: Map<String, Value>, vocabulary: &Vocabulary) -> Map<String, Value> {
        let mut object = held;
        let named = vocabulary.thing_at(instance.thing).is_some_and(|thing| thing.named);
        if named && instance.name != instance.path {
            object.insert("id".to_owned(), Value::from(instance.name.as_str()));
        }
        for (fact, line) in &instance.facts {
            let Some(fact) = vocabulary.fact_at(*fact) else { continue };
            object.insert(fact.member.clone(), self.line(fact, line));
        }
        object
    }

    fn line(&self, fact: &Fact, line: &Line) -> Value {
        if let [stretch] = line.0.as_slice()
            && stretch.days == Days::ALWAYS
        {
            return self.content(&fact.kind, &stretch.content);
        }
        let stretches = line.0.iter().map(|stretch| {
            let mut object = Map::new();
            let ends = [("from", stretch.days.from()), ("to", stretch.days.to())];
            for (name, day) in ends {
                object.extend(day.map(|day| (name.to_owned(), Value::from(day.to_string()))));
            }
            object.insert("value".to_owned(), self.content(&fact.kind, &stretch.content));
            Value::Object(object)
        });
        stretches.collect()
    }

    fn content(&self, kind: &FactType, content: &Content) -> Value {
        match content {
            Content::Number(number) => scalar(kind, *number),
            Content::Link(to) => self.name(*to).map_or(Value::Null, Value::from),
            Content::Text(text) => Value::from(text.as_str()),
            Content::Texts(texts) => texts.iter().map(String::as_str).collect(),
            Content::Records(records) => records.iter().map(|record| entry(kind, record)).collect(),
        }
    }

    fn name(&self, index: InstanceIndex) -> Option<&str> {
        self.get(index).map(|instance: &Instance| instance.name.as_str())
    }
}

/// The lists of things, which were filled from the end.
fn in_order(mut held: Map<String, Value>) -> Map<String, Value> {
    for value in held.values_mut() {
        if let Value::Array(list) = value {
            list.reverse();
        }
    }
    held
}

fn scalar(kind: &FactType, number: i64) -> Value {
    match kind {
        FactType::YesNo => Value::from(number == 1),
        FactType::Options(choices) => choice(choices, usize::try_from(number).ok()),
        FactType::Date => {
            i32::try_from(number).map_or(Value::Null, |day| Value::from(Date::from_number(day).to_string()))
        }
        FactType::Number { scale, .. } if *scale > 0 => {
            Value::from(Decimal::new(i128::from(number), *scale).to_string())
        }
        _ => Value::from(number),
    }
}

fn choice(choices: &[Choice], place: Option<usize>) -> Value {
    let choice = place.and_then(|place| choices.get(place));
    choice.map_or(Value::Null, |choice| Value::from(choice.id.as_str()))
}

fn entry(kind: &FactType, record: &Record) -> Value {
    let FactType::Records { key, choices, fields } = kind else { return Value::Null };
    let mut object = Map::new();
    object.insert(key.clone(), choice(choices, Some(record.choice)));
    for ((name, _, kind), number) in fields.iter().zip(&record.numbers) {
        object.extend(number.map(|number| (name.clone(), scalar(kind, number))));
    }
    Value::Object(object)
}
