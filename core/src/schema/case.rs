//! A case: things within one another, and what is stated of each.

use super::day::{DAY, day};
use super::fact::{described, value};
use super::shape::{Field, document, field, list, name, or_null, partial, put, reference, titled};
use crate::model::{Fact, FactType, Thing, ThingIndex, Vocabulary};
use serde_json::{Value, json};

/// The names of the definitions of a stretch's ends.
const FROM: &str = "From";
const TO: &str = "To";

pub(super) fn schema(vocabulary: &Vocabulary) -> Value {
    let mut definitions: Vec<Field> = vec![
        (DAY.to_owned(), day()),
        field(FROM, "起", "The first day of a stretch; from ever if absent.", or_null(reference(DAY))),
        field(TO, "止", "The last day of a stretch; for ever if absent.", or_null(reference(DAY))),
    ];
    for (place, thing) in vocabulary.things.iter().enumerate() {
        definitions.push((thing.id.clone(), of_thing(vocabulary, ThingIndex(place), thing)));
    }
    let changing = vocabulary.facts.iter().filter(|fact| is_stated(fact) && fact.changes);
    definitions
        .extend(changing.map(|fact| (fact.id.clone(), titled(value(&fact.kind), &fact.words.zh, &fact.words.en))));
    let case = titled(
        partial(held_by(vocabulary, None)),
        "案例",
        "A case: what is known of institutions, families and their place. Everything is optional; what is absent or \
         null is unknown.",
    );
    document(case, definitions)
}

/// The numbers of records are stated in their records.
const fn is_stated(fact: &Fact) -> bool {
    fact.part.is_none()
}

fn of_thing(vocabulary: &Vocabulary, index: ThingIndex, thing: &Thing) -> Value {
    let id = thing.named.then(|| {
        let id = titled(or_null(name()), "编号", "A text of your choice, unique in the case over all things.");
        ("id".to_owned(), id)
    });
    let facts = vocabulary.facts_of(index).filter(|(_, fact)| is_stated(fact));
    let facts = facts.map(|(_, fact)| (fact.member.clone(), described(stated(fact), fact)));
    let members = id.into_iter().chain(facts).chain(held_by(vocabulary, Some(index)));
    titled(partial(members), &thing.words.zh, &thing.words.en)
}

/// The members that hold other things; an absent list is empty.
fn held_by(vocabulary: &Vocabulary, holder: Option<ThingIndex>) -> Vec<Field> {
    let things = vocabulary.things.iter().filter(|thing| thing.holder == holder);
    let member = |thing: &Thing| {
        let one = reference(&thing.id);
        let schema = or_null(if thing.many { list(one) } else { one });
        (thing.key.clone(), titled(schema, &thing.words.zh, &thing.words.en))
    };
    things.map(member).collect()
}

/// What a case may say of a fact: a value, null, or, where it changes, stretches of days.
fn stated(fact: &Fact) -> Value {
    if !fact.changes {
        return or_null(value(&fact.kind));
    }
    let own = reference(&fact.id);
    json!({ "anyOf": [own, line(fact), { "type": "null" }] })
}

fn line(fact: &Fact) -> Value {
    let mut stretch = partial([
        ("from".to_owned(), reference(FROM)),
        ("to".to_owned(), reference(TO)),
        ("value".to_owned(), or_null(reference(&fact.id))),
    ]);
    let is_list = matches!(fact.kind, FactType::Set { .. } | FactType::Records { .. });
    if is_list {
        // An object that says nothing does not tell a line from the list that is the value itself.
        put(&mut stretch, "minProperties", json!(1));
    }
    let mut line = titled(list(stretch), "随时间变化", "A line in time; days that no stretch covers are unknown.");
    if is_list {
        put(&mut line, "minItems", json!(1));
    }
    line
}
