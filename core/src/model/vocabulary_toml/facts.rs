//! Facts one by one: name, type, texts. What they say of one another comes after.

use super::entry::{Entry, Taken, is_name, words, words_if};
use super::kinds;
use super::reader::{Quoted, Reader};
use crate::error::nearest;
use crate::limits::{FACTS, of};
use crate::model::{Fact, FactIndex, FactType, Part, Thing, ThingIndex, WHO};
use crate::source::Words;
use toml::de::DeTable;

/// The members that every fact may have.
const KEYS: [&str; 11] =
    ["id", "type", "changes", "who", "zh", "en", "ask_zh", "ask_en", "help_zh", "help_en", "headings"];

/// A fact and the table that it was read from.
pub(super) struct Draft<'e> {
    pub(super) entry: Entry<'e>,
    pub(super) fact: Fact,
    /// Whether the type could be read, so that others may be held against it.
    pub(super) typed: bool,
}

pub(super) fn read<'e>(reader: &mut Reader<'_>, root: &'e DeTable<'e>, things: &[Thing]) -> Vec<Draft<'e>> {
    let mut drafts = Vec::new();
    let (mut ids, mut headings) = (Taken::default(), Taken::default());
    for entry in reader.entries(root, "fact") {
        let type_name = reader.word(&entry, "type", &kinds::TYPES);
        let keys = type_name.as_deref().map_or(&[][..], kinds::keys);
        if type_name.is_some() {
            reader.known(entry.table, &[&KEYS[..], keys].concat());
        }
        let kind = type_name.as_deref().and_then(|name| kinds::read(reader, &entry, name, things));
        let changes = changes(reader, &entry, type_name.as_deref());
        let words_of = [words(reader, &entry, ""), words(reader, &entry, "ask_")];
        let help = words_if(reader, &entry, "help_");
        let who = reader.word(&entry, "who", &WHO).unwrap_or_default();
        let headings = columns(reader, &entry, &mut headings);
        let Some(id) = reader.text(&entry, "id") else { continue };
        let Some((thing, member)) = place(reader, &id, things) else { continue };
        if !ids.take(reader, &id) {
            continue;
        }
        let [words, ask] = words_of;
        let typed = kind.is_some();
        let kind = kind.unwrap_or(FactType::Text);
        let fact = Fact {
            id: id.text,
            thing,
            member,
            kind,
            part: None,
            changes,
            absent_is_without_end: false,
            after: None,
            implied_by: Vec::new(),
            contradicts_no: false,
            sum_at_most: None,
            words,
            ask,
            help,
            headings,
            who,
        };
        let place = drafts.len();
        let parts = parts(FactIndex(place), &fact);
        if place + parts.len() >= FACTS {
            reader.too_many(of::FACTS, place + parts.len() + 1, entry.span);
            break;
        }
        drafts.push(Draft { entry, fact, typed });
        drafts.extend(parts.into_iter().map(|fact| Draft { entry, fact, typed }));
    }
    drafts
}

/// The numbers of records, each as a fact that rules can read; it stands right after the records.
fn parts(of: FactIndex, records: &Fact) -> Vec<Fact> {
    let FactType::Records { choices, fields, .. } = &records.kind else { return Vec::new() };
    let mut parts = Vec::new();
    for (choice, option) in choices.iter().enumerate() {
        for (field, (name, words, kind)) in fields.iter().enumerate() {
            let words = Words {
                zh: format!("{}{}", option.words.zh, words.zh),
                en: format!("{}: {}", option.words.en, words.en),
            };
            let path = |whole: &str| format!("{whole}.{}.{name}", option.id);
            parts.push(Fact {
                id: path(&records.id),
                member: path(&records.member),
                kind: kind.clone(),
                part: Some(Part { of, choice, field }),
                headings: vec![words.zh.clone()],
                words,
                ..records.clone()
            });
        }
    }
    parts
}

fn changes(reader: &mut Reader<'_>, entry: &Entry<'_>, type_name: Option<&str>) -> bool {
    let changes = reader.flag(entry, "changes");
    if let (true, Some(name), Some(value)) = (changes, type_name, entry.table.get("changes"))
        && !kinds::can_change(name)
    {
        reader.wrong(&format!("type = \"{name}\", changes"), value, "changes = false");
    }
    changes
}

/// The column headings, each of one fact alone.
fn columns(reader: &mut Reader<'_>, entry: &Entry<'_>, taken: &mut Taken) -> Vec<String> {
    if reader.required(entry, "headings", "[\"…\"]").is_none() {
        return Vec::new();
    }
    let mut columns = Vec::new();
    for heading in reader.texts_if(entry, "headings").unwrap_or_default() {
        if taken.take(reader, &heading) {
            columns.push(heading.text);
        }
    }
    columns
}

/// The thing and the member that a dotted name names.
fn place(reader: &mut Reader<'_>, id: &Quoted, things: &[Thing]) -> Option<(ThingIndex, String)> {
    let (thing, member) = id.text.split_once('.').unwrap_or((id.text.as_str(), ""));
    let Some(index) = things.iter().position(|known| known.id == thing) else {
        let names: Vec<&str> = things.iter().map(|thing| thing.id.as_str()).collect();
        let meant = nearest(thing, names.iter().copied()).map_or_else(|| names.join(", "), str::to_owned);
        reader.fault(id.span, format!("id = \"{}\"", id.text), meant);
        return None;
    };
    let index = ThingIndex(index);
    let held = things.iter().any(|thing| thing.holder == Some(index) && thing.key == member);
    let own_name = member == "id" && things.get(index.0).is_some_and(|thing| thing.named);
    if !is_name(member, '_') || held || own_name {
        reader.fault(id.span, format!("id = \"{}\"", id.text), format!("id = \"{thing}.a-z, 0-9, _\""));
        return None;
    }
    Some((index, member.to_owned()))
}
