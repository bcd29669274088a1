//! Who speaks: the rulebook that words come from, and the letters that stand for tables within sums and products.

use super::phrase::two;
use crate::compile::{Fact, FactIndex, Number, Period, Reading, ReadingIndex, Rulebook};
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

/// A table that a letter stands for.
struct Definition {
    number: Number,
    period: Option<Period>,
}

/// Says things of one rulebook.
pub(super) struct Speaker<'b> {
    pub(super) book: &'b Rulebook,
    definitions: Vec<Definition>,
    /// How many of them have been said.
    said: usize,
    /// The readings whose question and options have been said.
    pub(super) asked: Vec<ReadingIndex>,
}

impl<'b> Speaker<'b> {
    pub(super) const fn new(book: &'b Rulebook) -> Self {
        Self { book, definitions: Vec::new(), said: 0, asked: Vec::new() }
    }

    pub(super) fn fact(&self, index: FactIndex) -> Option<&'b Fact> {
        self.book.vocabulary.fact_at(index)
    }

    pub(super) fn reading(&self, index: ReadingIndex) -> Option<&'b Reading> {
        self.book.readings.get(index.0)
    }

    /// The letter that stands for a table; the same table has the same letter.
    pub(super) fn letter(&mut self, number: &Number, period: Option<Period>) -> Words {
        let known = self.definitions.iter().position(|known| known.number == *number && known.period == period);
        let place = known.unwrap_or(self.definitions.len());
        if known.is_none() {
            self.definitions.push(Definition { number: number.clone(), period });
        }
        letter_at(place)
    }

    /// What the letters stand for that have been used and not yet been said, each without a full stop.
    pub(super) fn new_definitions(&mut self) -> Vec<Words> {
        let mut all = Vec::new();
        // Saying one may bring up others.
        while let Some(definition) = self.definitions.get(self.said) {
            let (number, period) = (definition.number.clone(), definition.period);
            let letter = letter_at(self.said);
            self.said += 1;
            let body = self.body(&number, period);
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
