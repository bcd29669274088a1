//! The value of a fact, as a case writes it.

use super::day::DAY;
use super::digits::number;
use super::shape::{Field, choices, list, name, or_null, put, reference, text, titled, truth};
use crate::explain::admissible_in_words;
use crate::model::{Choice, Fact, FactType};
use crate::source::Words;
use serde_json::{Value, json};

/// What one value of a fact is; null and lines in time are not among them.
pub(super) fn value(kind: &FactType) -> Value {
    match kind {
        FactType::Text => text(),
        FactType::Number { scale, minimum, maximum, allowed, .. } => number(*scale, *minimum, *maximum, allowed),
        FactType::YesNo => truth(),
        FactType::Options(options) => choices(options),
        FactType::Set { choices: options, open } => list(member(options, *open)),
        FactType::Date => reference(DAY),
        FactType::Link(_) => name(),
        FactType::Records { key, choices, fields } => records(key, choices, fields),
    }
}

/// One text of a set.
pub(super) fn member(options: &[Choice], open: bool) -> Value {
    if open { json!({ "anyOf": [choices(options), text()] }) } else { choices(options) }
}

/// A list of objects, at most one for each choice of the key.
fn records(key: &str, options: &[Choice], fields: &[(String, Words, FactType)]) -> Value {
    let numbers = fields.iter().map(|(name, words, kind)| {
        let (zh, en) = (words.zh.as_str(), words.en.as_str());
        (name.clone(), titled(or_null(value(kind)), zh, en))
    });
    let key_field: Field = (key.to_owned(), choices(options));
    let mut item = super::shape::partial(std::iter::once(key_field).chain(numbers));
    put(&mut item, "required", json!([key]));
    let once = options.iter().map(|option| {
        let of_option = json!({ "properties": { key: { "const": option.id } }, "required": [key] });
        json!({ "contains": of_option, "minContains": 0, "maxContains": 1 })
    });
    let mut all = list(item);
    put(&mut all, "allOf", once.collect());
    all
}

/// A schema with what people read of a fact: its label, its question, its help, what may be stated.
pub(super) fn described(schema: Value, fact: &Fact) -> Value {
    let admissible = admissible_in_words(fact);
    let help = fact.help.as_ref();
    let zh = [Some(&fact.ask.zh), help.map(|help| &help.zh), Some(&admissible.zh)];
    let en = [Some(&fact.words.en), Some(&fact.ask.en), help.map(|help| &help.en), Some(&admissible.en)];
    let line =
        |parts: &[Option<&String>]| parts.iter().flatten().map(|part| part.as_str()).collect::<Vec<_>>().join("\n");
    titled(schema, &fact.words.zh, &format!("{}\n\n{}", line(&zh), line(&en)))
}
