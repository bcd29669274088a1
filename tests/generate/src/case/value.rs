//! One value of a fact's type: often at an end of what is admissible, often in the middle.

use crate::days;
use crate::draw::Draw;
use serde_json::{Map, Value};
use tuoyu::model::{Choice, FactType, ThingIndex};
use tuoyu::source::Words;
use tuoyu::value::Decimal;

/// Texts that people might give, and texts that only test the reader.
const TEXTS: [&str; 6] = ["济宁市", "name", "", "引号\"与\\斜线", "\u{1F37C}\u{0301}", "true"];

/// A value of a type that is no link.
pub(super) fn value(draw: &mut Draw<'_, '_>, kind: &FactType) -> Value {
    match kind {
        FactType::Text | FactType::Link(_) => draw.word(&TEXTS).into(),
        FactType::Number { scale, .. } => {
            let units = units(draw, kind);
            written(draw, units, *scale)
        }
        FactType::YesNo => draw.chance(65).into(),
        FactType::Options(choices) => draw.pick(choices).map_or(Value::Null, |choice| choice.id.clone().into()),
        FactType::Set { choices, open } => set(draw, choices, *open),
        FactType::Date => days::day(draw).to_string().into(),
        FactType::Records { key, choices, fields } => records(draw, key, choices, fields),
    }
}

/// The id of a thing of a kind; unknown where none has one.
pub(super) fn link(draw: &mut Draw<'_, '_>, ids: &[(ThingIndex, String)], to: ThingIndex) -> Value {
    let named: Vec<&String> = ids.iter().filter(|(thing, _)| *thing == to).map(|(_, id)| id).collect();
    draw.pick(&named).map_or(Value::Null, |id| (*id).clone().into())
}

/// An admissible number, counted in the type's scale.
pub(super) fn units(draw: &mut Draw<'_, '_>, kind: &FactType) -> i64 {
    let FactType::Number { minimum, maximum, allowed, scale, .. } = kind else { return 0 };
    if let Some(units) = draw.pick(allowed) {
        return *units;
    }
    let (low, high) = (*minimum, *maximum);
    let whole = 10_i64.checked_pow(u32::from(*scale)).unwrap_or(1);
    let drawn = match draw.between(0, 9) {
        0 => low,
        1 => high,
        2 => low.saturating_add(1),
        3 => high.saturating_sub(1),
        4 => draw.between(low, high),
        5 => draw.between(0, 3_000).saturating_mul(whole),
        6 => draw.between(0, 100).saturating_mul(whole / 100),
        _ => draw.between(0, 5).saturating_mul(whole),
    };
    drawn.clamp(low, high)
}

/// A number as a case writes it: a text with all its decimals or without trailing noughts, or a whole JSON number.
pub(super) fn written(draw: &mut Draw<'_, '_>, units: i64, scale: u8) -> Value {
    let decimal = Decimal::new(i128::from(units), scale);
    let trimmed = decimal.trimmed();
    match draw.between(0, 2) {
        0 if trimmed.scale() == 0 => i64::try_from(trimmed.units()).map_or(Value::Null, Value::from),
        1 => decimal.plain().into(),
        _ => decimal.to_string().into(),
    }
}

fn set(draw: &mut Draw<'_, '_>, choices: &[Choice], open: bool) -> Value {
    let mut texts: Vec<Value> = Vec::new();
    for choice in choices.iter().take(8) {
        if draw.chance(30) {
            texts.push(choice.id.clone().into());
        }
    }
    if open && draw.chance(20) {
        texts.push(draw.word(&TEXTS).into());
    }
    texts.into()
}

fn records(draw: &mut Draw<'_, '_>, key: &str, choices: &[Choice], fields: &[(String, Words, FactType)]) -> Value {
    let mut records: Vec<Value> = Vec::new();
    for choice in choices.iter().filter(|_| draw.chance(60)).collect::<Vec<_>>() {
        let mut record = Map::new();
        record.insert(key.to_owned(), choice.id.clone().into());
        for (name, _, kind) in fields {
            if draw.chance(85) {
                record.insert(name.clone(), value(draw, kind));
            }
        }
        records.push(record.into());
    }
    records.into()
}

/// A value as the reader counts it, of a type whose values can be counted.
pub(super) fn counted(draw: &mut Draw<'_, '_>, kind: &FactType) -> Option<i64> {
    match kind {
        FactType::Number { .. } => Some(units(draw, kind)),
        FactType::YesNo => Some(draw.between(0, 1)),
        FactType::Options(choices) => i64::try_from(draw.below(choices.len())).ok(),
        FactType::Date => Some(i64::from(days::day(draw).number())),
        _ => None,
    }
}
