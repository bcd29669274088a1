//! The types of facts.

mod number;

pub(super) use number::bound;

use super::entry::{Entry, Taken, choices, is_name, words};
use super::reader::Reader;
use crate::model::{FactType, Thing, ThingIndex};
use crate::source::Words;

/// Every type that a fact may have.
pub(super) const TYPES: [&str; 13] = [
    "text", "money", "ratio", "price", "quantity", "area", "count", "yes-no", "option", "options", "date", "link",
    "records",
];

/// The members that a fact has because of its type.
pub(super) fn keys(type_name: &str) -> &'static [&'static str] {
    match type_name {
        "money" => &["unit", "minimum", "maximum", "allowed", "sum_at_most", "over"],
        "ratio" | "price" | "quantity" | "area" | "count" => &["minimum", "maximum", "allowed", "sum_at_most", "over"],
        "yes-no" => &["implied_by", "contradicts_no"],
        "option" => &["options"],
        "options" => &["options", "open"],
        "date" => &["absent", "after"],
        "link" => &["to"],
        "records" => &["key", "options", "fields"],
        _ => &[],
    }
}

/// Whether a fact of the type may be given as a line in time: a date or a name has no days of its own.
pub(super) fn can_change(type_name: &str) -> bool {
    !matches!(type_name, "text" | "date")
}

/// The type, with all that belongs to it.
pub(super) fn read(reader: &mut Reader<'_>, entry: &Entry<'_>, name: &str, things: &[Thing]) -> Option<FactType> {
    match name {
        "text" => Some(FactType::Text),
        "yes-no" => Some(FactType::YesNo),
        "date" => Some(FactType::Date),
        "option" => Some(FactType::Options(choices(reader, entry))),
        "options" => Some(FactType::Set { choices: choices(reader, entry), open: reader.flag_if(entry, "open") }),
        "link" => link(reader, entry, things),
        "records" => records(reader, entry),
        number => number::read(reader, entry, number),
    }
}

/// Only a thing that may carry an id can be linked to.
fn link(reader: &mut Reader<'_>, entry: &Entry<'_>, things: &[Thing]) -> Option<FactType> {
    let named: Vec<&str> = things.iter().filter(|thing| thing.named).map(|thing| thing.id.as_str()).collect();
    let to = reader.word(entry, "to", &named)?;
    things.iter().position(|thing| thing.id == to).map(|index| FactType::Link(ThingIndex(index)))
}

fn records(reader: &mut Reader<'_>, entry: &Entry<'_>) -> Option<FactType> {
    let choices = choices(reader, entry);
    let key = reader.text(entry, "key");
    let list = reader.required(entry, "fields", "[{ id = \"…\", type = \"…\", zh = \"…\", en = \"…\" }, …]")?;
    let mut taken = Taken::default();
    if let Some(key) = &key {
        check_member(reader, key);
        taken.take(reader, key);
    }
    let mut fields: Vec<(String, Words, FactType)> = Vec::new();
    for field in reader.tables("fields", list) {
        let words = words(reader, &field, "");
        let kind = number_of(reader, &field);
        let Some(id) = reader.text(&field, "id") else { continue };
        check_member(reader, &id);
        taken.take(reader, &id);
        fields.extend(kind.map(|kind| (id.text, words, kind)));
    }
    Some(FactType::Records { key: key?.text, choices, fields })
}

/// A member of a record; the members of a stretch are not free, so that a list of records is no line in time.
fn check_member(reader: &mut Reader<'_>, name: &super::reader::Quoted) {
    if !is_name(&name.text, '_') || matches!(name.text.as_str(), "from" | "to" | "value") {
        reader.fault(name.span, format!("\"{}\"", name.text), "\"a-z, 0-9, _\" ≠ from, to, value");
    }
}

/// The type of a record's member: a number.
fn number_of(reader: &mut Reader<'_>, field: &Entry<'_>) -> Option<FactType> {
    const KEYS: [&str; 8] = ["id", "type", "zh", "en", "unit", "minimum", "maximum", "allowed"];
    let name = reader.word(field, "type", &number::TYPES)?;
    let known: Vec<&str> = KEYS.into_iter().filter(|key| *key != "unit" || name == "money").collect();
    reader.known(field.table, &known);
    number::read(reader, field, &name)
}
