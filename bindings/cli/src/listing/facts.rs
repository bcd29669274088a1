//! Facts and their values in words.

use super::numbers::quantity;
use serde_json::Value;
use tuoyu::explain::{percent, thousands};
use tuoyu::model::{Choice, Fact, FactType, Vocabulary};
use tuoyu::source::{Language, Words};
use tuoyu::value::Unit;

/// A fact by its dotted name.
pub fn find<'v>(vocabulary: &'v Vocabulary, id: &str) -> Option<&'v Fact> {
    vocabulary.fact_at(vocabulary.fact(id)?)
}

/// A number of a list of records.
pub struct Number<'v> {
    /// The list.
    pub list: &'v Fact,
    /// Which of its kinds, and which number: in the order of the vocabulary.
    pub place: (usize, usize),
    /// The words of both.
    pub words: (&'v Words, &'v Words),
    /// How many numbers the list has in all.
    pub of: usize,
}

/// Which number of which list a fact is.
pub fn number<'v>(vocabulary: &'v Vocabulary, fact: &Fact) -> Option<Number<'v>> {
    let part = fact.part?;
    let list = vocabulary.fact_at(part.of)?;
    let FactType::Records { choices, fields, .. } = &list.kind else { return None };
    let words = (&choices.get(part.choice)?.words, &fields.get(part.field)?.1);
    Some(Number { list, place: (part.choice, part.field), words, of: choices.len() * fields.len() })
}

/// A value as a case writes it, in words.
pub fn value(fact: &Fact, value: &Value, language: Language) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    };
    token(fact, &text, language)
}

/// A value's text in words: an option, yes or no, a number with its unit.
pub fn token(fact: &Fact, text: &str, language: Language) -> String {
    match (&fact.kind, text, language) {
        (FactType::YesNo, "true", Language::Chinese) => "是".to_owned(),
        (FactType::YesNo, "true", Language::English) => "yes".to_owned(),
        (FactType::YesNo, "false", Language::Chinese) => "否".to_owned(),
        (FactType::YesNo, "false", Language::English) => "no".to_owned(),
        (FactType::Set { .. }, "", Language::Chinese) => "没有".to_owned(),
        (FactType::Set { .. }, "", Language::English) => "none".to_owned(),
        (FactType::Options(choices) | FactType::Set { choices, .. }, _, _) => {
            let words = text.split(", ").map(|id| option(choices, id, language));
            words.collect::<Vec<_>>().join(if language == Language::Chinese { "、" } else { ", " })
        }
        (FactType::Number { scale, unit: Unit::One, .. }, _, _) if *scale > 0 => percent(text),
        (FactType::Number { unit, .. }, _, _) => quantity(text, &unit.to_string(), language),
        _ => thousands_or_text(text),
    }
}

fn option(choices: &[Choice], id: &str, language: Language) -> String {
    let choice = choices.iter().find(|choice| choice.id == id);
    choice.map_or_else(|| id.to_owned(), |choice| choice.words.in_language(language).to_owned())
}

fn thousands_or_text(text: &str) -> String {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { thousands(text) } else { text.to_owned() }
}
