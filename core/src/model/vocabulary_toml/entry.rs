//! One table of the file, and the small things that things and facts have in common.

use super::reader::{Quoted, Reader};
use crate::model::Choice;
use crate::source::{Span, Words};
use std::collections::HashMap;
use toml::de::DeTable;

/// A table of the file.
#[derive(Clone, Copy)]
pub(super) struct Entry<'e> {
    pub(super) table: &'e DeTable<'e>,
    pub(super) span: Span,
}

/// The members `PREFIXzh` and `PREFIXen`, both of which must be there.
pub(super) fn words(reader: &mut Reader<'_>, entry: &Entry<'_>, prefix: &str) -> Words {
    let mut text =
        |language| reader.text(entry, &format!("{prefix}{language}")).map_or(String::new(), |quoted| quoted.text);
    Words { zh: text("zh"), en: text("en") }
}

/// Both members or neither.
pub(super) fn words_if(reader: &mut Reader<'_>, entry: &Entry<'_>, prefix: &str) -> Option<Words> {
    let given = ["zh", "en"].iter().any(|language| entry.table.contains_key(format!("{prefix}{language}").as_str()));
    given.then(|| words(reader, entry, prefix))
}

/// The list of options, each `{ id, zh, en }`.
pub(super) fn choices(reader: &mut Reader<'_>, entry: &Entry<'_>) -> Vec<Choice> {
    let Some(list) = reader.required(entry, "options", "[{ id = \"…\", zh = \"…\", en = \"…\" }, …]") else {
        return Vec::new();
    };
    let entries = reader.tables("options", list);
    if entries.is_empty() && list.get_ref().as_array().is_some_and(|items| items.is_empty()) {
        reader.wrong("options", list, "options = [{ id = \"…\", zh = \"…\", en = \"…\" }, …]");
    }
    let mut taken = Taken::default();
    let mut choices = Vec::new();
    for option in &entries {
        reader.known(option.table, &["id", "zh", "en"]);
        let words = words(reader, option, "");
        let Some(id) = reader.text(option, "id") else { continue };
        taken.take(reader, &id);
        choices.push(Choice { id: id.text, words });
    }
    choices
}

/// Whether a name is made of small letters, digits and one kind of joint, and begins with a letter.
pub(super) fn is_name(text: &str, joint: char) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == joint;
    text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(fits)
}

/// Names that may be given once.
#[derive(Default)]
pub(super) struct Taken(HashMap<String, Span>);

impl Taken {
    /// Whether the name was free; a fault where it was not.
    pub(super) fn take(&mut self, reader: &mut Reader<'_>, name: &Quoted) -> bool {
        let free = self.0.insert(name.text.clone(), name.span).is_none();
        if !free {
            reader.fault(name.span, format!("\"{}\" ×2", name.text), format!("\"{}\" ×1", name.text));
        }
        free
    }
}
