//! A small pack of rules, as text: facts of every type, law whose numbers ground the rules, rules of every kind.

mod answers;
mod benefit;
mod conditions;
mod document;
mod example;
mod items;
mod measured;
mod names;
mod number;
mod rules;
mod scope;
mod spoil;
mod steady;
mod steps;
mod table;
mod time;
mod truth;
mod vocabulary;
mod years;

use crate::draw::Draw;
use arbitrary::Unstructured;
use tuoyu::model::Vocabulary;
use tuoyu::source::SourceText;

/// The file that holds the vocabulary.
const VOCABULARY: &str = "vocabulary.toml";

/// The files of a pack, by name. The check accepts most of them, with the right locks.
///
/// ```
/// let files = tuoyu_generate::pack(&mut arbitrary::Unstructured::new(&[7; 400]));
/// let pack = tuoyu::Pack::new(files.iter().map(|(name, text)| (name.as_str(), text.as_str())));
/// assert!(pack.check().plan.is_some());
/// ```
#[must_use]
pub fn pack(bytes: &mut Unstructured<'_>) -> Vec<(String, String)> {
    files(&mut Draw::new(bytes))
}

/// The files of a pack with one change somewhere in a document, or in the vocabulary.
#[must_use]
pub fn spoilt_pack(bytes: &mut Unstructured<'_>) -> Vec<(String, String)> {
    let mut draw = Draw::new(bytes);
    let mut files = files(&mut draw);
    spoil::spoil(&mut draw, &mut files);
    files
}

fn files(draw: &mut Draw<'_, '_>) -> Vec<(String, String)> {
    let text = vocabulary::text(draw);
    let read = Vocabulary::from_toml(&SourceText { name: VOCABULARY.to_owned(), text: text.clone() });
    let mut files = vec![(VOCABULARY.to_owned(), text)];
    files.extend(document::documents(draw, &read.unwrap_or_default()));
    files
}
