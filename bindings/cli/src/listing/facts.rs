//! Facts and their values in words.

use super::numbers::{percent, quantity, thousands};
use serde_json::Value;
use tuoyu::model::{Choice, Fact, FactType, Vocabulary};
use tuoyu::source::{Language, Words};
use tuoyu::value::Unit;

/// A fact by its dotted name; for a number of a record, the list that holds it and which number it is.
pub fn find<'v>(vocabulary: &'v Vocabulary, id: &str) -> Option<(&'v Fact, Option<Words>)> {
    if let Some(fact) = vocabulary.fact(id).and_then(|index| vocabulary.fact_at(index)) {
        return Some((fact, None));
    }
    let (before, number) = id.rsplit_once('.')?;
    let (list, choice) = before.rsplit_once('.')?;
    let fact = vocabulary.fact(list).and_then(|index| vocabulary.fact_at(index))?;
    let FactType::Records { choices, fields, .. } = &fact.kind else { return None };
    let choice = choices.iter().find(|known| known.id == choice)?;
    let (_, field, _) = fields.iter().find(|(name, _, _)| name == number)?;
    let zh = format!("{}：{}", choice.words.zh, field.zh);
    let en = format!("{}: {}", choice.words.en, field.en);
    Some((fact, Some(Words { zh, en })))
}

/// A value as a case writes it, in words.
pub fn value(fact: &Fact, value: &Value, language: Language) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
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
        (FactType::Options(choices), _, _) => {
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
