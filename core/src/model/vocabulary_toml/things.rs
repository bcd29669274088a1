//! The kinds of thing: a holder stands before what it holds.

use super::entry::{Entry, Taken, is_name, words};
use super::reader::{Quoted, Reader};
use crate::limits::{CASE_LEVELS, KINDS, of};
use crate::model::{Thing, ThingIndex};
use toml::de::DeTable;

/// The word for the case itself.
const CASE: &str = "case";

pub(super) fn read(reader: &mut Reader<'_>, root: &DeTable<'_>) -> Vec<Thing> {
    let mut things: Vec<Thing> = Vec::new();
    let (mut ids, mut keys) = (Taken::default(), Taken::default());
    for entry in reader.entries(root, "thing") {
        reader.known(entry.table, &["id", "zh", "en", "holder", "key", "many", "named"]);
        let words = words(reader, &entry, "");
        let (many, named) = (reader.flag(&entry, "many"), reader.flag(&entry, "named"));
        let key = reader.text(&entry, "key");
        let holder = holder(reader, &entry, &things);
        let Some(id) = reader.text(&entry, "id") else { continue };
        if things.len() == KINDS {
            reader.too_many(of::KINDS, things.len() + 1, entry.span);
            break;
        }
        if !is_name(&id.text, '-') || id.text == CASE {
            reader.fault(id.span, format!("id = \"{}\"", id.text), "id = \"a-z, 0-9, -\"");
        }
        if !ids.take(reader, &id) {
            continue;
        }
        if let (Some(key), Some(holder)) = (&key, holder) {
            check_key(reader, key, holder, &things, &mut keys);
        }
        let holder = holder.unwrap_or_default();
        let key = key.map_or(String::new(), |key| key.text);
        things.push(Thing { id: id.text, words, holder, key, many, named });
        if depth(&things, holder, many) > CASE_LEVELS {
            reader.fault(entry.span, format!("depth > {}", CASE_LEVELS), format!("depth ≤ {}", CASE_LEVELS));
        }
    }
    things
}

/// `Some(None)` is the case; `None` is a fault.
fn holder(reader: &mut Reader<'_>, entry: &Entry<'_>, things: &[Thing]) -> Option<Option<ThingIndex>> {
    let above: Vec<&str> = std::iter::once(CASE).chain(things.iter().map(|thing| thing.id.as_str())).collect();
    let word = reader.word(entry, "holder", &above)?;
    Some(things.iter().position(|thing| thing.id == word).map(ThingIndex))
}

/// A key is a member's name of its own in the holder's object.
fn check_key(reader: &mut Reader<'_>, key: &Quoted, holder: Option<ThingIndex>, things: &[Thing], keys: &mut Taken) {
    let holding = holder.and_then(|holder| things.get(holder.0));
    if !is_name(&key.text, '_') || (key.text == "id" && holding.is_some_and(|thing| thing.named)) {
        reader.fault(key.span, format!("key = \"{}\"", key.text), "key = \"a-z, 0-9, _\"");
    }
    let of = holding.map_or(CASE, |thing| thing.id.as_str());
    keys.take(reader, &Quoted { text: format!("{of}.{}", key.text), span: key.span });
}

/// How deep the deepest value of a thing can stand: a number of an object of a list of a stretch of a line.
fn depth(things: &[Thing], holder: Option<ThingIndex>, many: bool) -> usize {
    const CASE_AND_LINE: usize = 1 + 4;
    let mut depth = CASE_AND_LINE + 1 + usize::from(many);
    let mut above = holder;
    // A holder stands before what it holds, so this ends.
    while let Some(thing) = above.and_then(|index| things.get(index.0)) {
        depth += 1 + usize::from(thing.many);
        above = thing.holder;
    }
    depth
}
