//! One row of a roster: columns by their names.

use super::cell::{cell, empty, literal};
use super::day::{DAY, day};
use super::fact::described;
use super::shape::{Field, document, name, reference, titled};
use crate::model::{Fact, Thing, Vocabulary};
use serde_json::{Map, Value, json};

/// Between the parts of a dotted name, and in columns that may have no dots.
const DOT: char = '.';
const UNDERSCORE: &str = "_";

/// The columns of one fact, or of the ids of a thing.
struct Column {
    /// Every name that it may have, the dotted one first.
    names: Vec<String>,
    cell: Value,
}

pub(super) fn schema(vocabulary: &Vocabulary) -> Value {
    let columns: Vec<Column> =
        vocabulary.things.iter().filter_map(id_column).chain(vocabulary.facts.iter().filter_map(column)).collect();
    let mut properties = Map::new();
    let mut exclusive = Map::new();
    let mut dotted = Vec::new();
    let mut definitions: Vec<Field> = vec![(DAY.to_owned(), day())];
    for Column { names, cell } in columns {
        let Some(first) = names.first() else { continue };
        for (place, name) in names.iter().enumerate() {
            properties.insert(name.clone(), reference(first));
            // Two columns for one fact are a fault, whatever they hold.
            let others: Map<String, Value> =
                names.iter().skip(place + 1).map(|other| (other.clone(), json!(false))).collect();
            if !others.is_empty() {
                exclusive.insert(name.clone(), json!({ "properties": others }));
            }
        }
        dotted.push(first.clone());
        definitions.push((first.clone(), cell));
    }
    let things: Vec<String> = vocabulary.things.iter().map(|thing| literal(&thing.id)).collect();
    let of_a_thing = format!(r"^({})\.", things.join("|"));
    let row = json!({
        "type": "object",
        "properties": properties,
        "propertyNames": { "anyOf": [{ "enum": dotted }, { "not": { "pattern": of_a_thing } }] },
        "dependentSchemas": exclusive,
    });
    let row = titled(
        row,
        "名册的一行",
        "One row of a roster, as an object. A column is named by the fact, the fact with underscores for dots, or a \
         heading. An empty cell is null or an empty text; it is unknown. Other columns are the caller's.",
    );
    document(row, definitions)
}

/// The column that names the things of a kind.
fn id_column(thing: &Thing) -> Option<Column> {
    let id = format!("{}{DOT}id", thing.id);
    let zh = format!("{}编号", thing.words.zh);
    let en = format!("The id of the {}.", thing.words.en);
    let cell = titled(json!({ "anyOf": [name(), empty()] }), &zh, &en);
    thing.named.then(|| Column { names: vec![id.clone(), id.replace(DOT, UNDERSCORE)], cell })
}

fn column(fact: &Fact) -> Option<Column> {
    let cell = described(cell(fact)?, fact);
    let mut names = vec![fact.id.clone()];
    for name in std::iter::once(fact.id.replace(DOT, UNDERSCORE)).chain(fact.headings.iter().cloned()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    Some(Column { names, cell })
}
