//! Who speaks: the rulebook that words come from, and the letters that stand for tables within sums and products.

use super::content::{Content, Kept};
use super::phrase::two;
use super::value;
use crate::compile::{Fact, FactIndex, FactType, Item, Period, Reading, ReadingIndex, Rulebook, ThingIndex};
use crate::source::Words;

/// The letters of Chinese lists, and of English ones.
const LETTERS: [(&str, &str); 10] = [
    ("甲", "A"),
    ("乙", "B"),
    ("丙", "C"),
    ("丁", "D"),
    ("戊", "E"),
    ("己", "F"),
    ("庚", "G"),
    ("辛", "H"),
    ("壬", "I"),
    ("癸", "J"),
];

/// Says things of one rulebook.
pub(super) struct Speaker<'b> {
    pub(super) book: &'b Rulebook,
    /// The tables that letters stand for.
    definitions: Vec<(Kept, Option<Period>)>,
    /// How many of them have been said.
    said: usize,
    /// The readings whose question and options have been said.
    pub(super) asked: Vec<ReadingIndex>,
    /// The kind of thing that is being counted: its facts are said without its name.
    pub(super) counted: Option<ThingIndex>,
    /// The records that are being added up: their numbers are said by the name of the field.
    pub(super) records: Option<FactIndex>,
    /// What the places in a lookup's table stand for.
    pub(super) answers: &'b [Words],
    /// The items of the quantity that is being said.
    pub(super) items: &'b [Item],
}

impl<'b> Speaker<'b> {
    pub(super) const fn new(book: &'b Rulebook) -> Self {
        Self {
            book,
            definitions: Vec::new(),
            said: 0,
            asked: Vec::new(),
            counted: None,
            records: None,
            answers: &[],
            items: &[],
        }
    }

    pub(super) fn fact(&self, index: FactIndex) -> Option<&'b Fact> {
        self.book.vocabulary.fact_at(index)
    }

    /// A fact's label within a sentence; of a record that is being spoken of, the name of the field.
    pub(super) fn label(&self, index: FactIndex) -> Words {
        let Some(fact) = self.fact(index) else { return Words::default() };
        let part = fact.part.filter(|part| self.records == Some(part.of));
        let field = part.and_then(|part| match &self.fact(part.of)?.kind {
            FactType::Records { fields, .. } => fields.get(part.field).map(|(_, words, _)| words),
            _ => None,
        });
        field.map_or_else(|| value::label(fact), value::label_of)
    }

    /// What people call a kind of thing.
    pub(super) fn thing(&self, thing: ThingIndex) -> Words {
        self.book.vocabulary.thing_at(thing).map_or_else(Words::default, |thing| thing.words.clone())
    }

    pub(super) fn reading(&self, index: ReadingIndex) -> Option<&'b Reading> {
        self.book.readings.get(index.0)
    }

    /// The letter that stands for a table; the same table has the same letter.
    pub(super) fn letter(&mut self, content: Content<'_>, period: Option<Period>) -> Words {
        let kept = (content.kept(), period);
        let known = self.definitions.iter().position(|known| *known == kept);
        let place = known.unwrap_or(self.definitions.len());
        if known.is_none() {
            self.definitions.push(kept);
        }
        letter_at(place)
    }

    /// What the letters stand for that have been used and not yet been said, each without a full stop.
    pub(super) fn new_definitions(&mut self) -> Vec<Words> {
        let mut all = Vec::new();
        // Saying one may bring up others.
        while let Some((kept, period)) = self.definitions.get(self.said).cloned() {
            let letter = letter_at(self.said);
            self.said += 1;
            let body = self.body(kept.content(), period);
            all.push(two(format!("{}：{}", letter.zh, body.zh), format!("{}: {}", letter.en, body.en)));
        }
        all
    }

    /// A phrase, and after it what its letters stand for.
    pub(super) fn with_definitions(&mut self, words: Words) -> Words {
        self.new_definitions().into_iter().fold(words, |said, definition| {
            two(format!("{}。{}", said.zh, definition.zh), format!("{}. {}", said.en, definition.en))
        })
    }
}

fn letter_at(place: usize) -> Words {
    match LETTERS.get(place) {
        Some((zh, en)) => two(*zh, *en),
        None => two(format!("第{}项", place + 1), format!("item {}", place + 1)),
    }
}
