//! What the phases work on: the shipped pack, and one case.

use tuoyu::model::{Vocabulary, WorkCalendar};
use tuoyu::parse::{Document, document};
use tuoyu::source::SourceText;

/// A case with an institution, a family and an employer, in which everything is known.
pub const CASE: &[u8] = include_bytes!("../../../tests/peers/case.json");

/// The files of the pack that end so, with their layers.
fn files(ending: &str) -> impl Iterator<Item = (&'static str, SourceText)> {
    tuoyu_rules::jining().iter().filter(move |(path, _)| path.ends_with(ending)).filter_map(|(path, text)| {
        let (layer, _) = path.split_once('/')?;
        Some((layer, SourceText { name: (*path).to_owned(), text: (*text).to_owned() }))
    })
}

/// The documents, without the examples beside them.
pub fn documents() -> impl Iterator<Item = (&'static str, SourceText)> {
    files(".md").filter(|(_, file)| !file.name.ends_with(".cases.md"))
}

/// The documents, parsed.
pub fn parsed() -> Vec<Document> {
    documents().map(|(layer, file)| document(layer, file).0).collect()
}

/// The facts that cases may state.
pub fn vocabulary() -> Vocabulary {
    let (name, text) = tuoyu_rules::jining().iter().find(|(path, _)| *path == "vocabulary.toml").expect("a vocabulary");
    let file = SourceText { name: (*name).to_owned(), text: (*text).to_owned() };
    Vocabulary::from_toml(&file).expect("the embedded vocabulary is right")
}

/// The calendars of working days, by their ids.
pub fn calendars() -> Vec<(String, WorkCalendar)> {
    let each = files(".toml").map(|(_, file)| {
        let calendar = WorkCalendar::from_toml(&file).expect("an embedded calendar is right");
        (file.name.trim_end_matches(".toml").to_owned(), calendar)
    });
    each.collect()
}
