//! What a rule that is being written may speak of.

use crate::draw::Draw;
use tuoyu::model::{Fact, FactIndex, FactType, ThingIndex, Vocabulary};
use tuoyu::value::Unit;

/// A number as it is written, with what the check knows of it.
#[derive(Clone)]
pub(super) struct Num {
    pub(super) text: String,
    pub(super) unit: Unit,
    pub(super) scale: u8,
    /// How many digits its largest value has, counted in its scale.
    pub(super) digits: u32,
}

/// What a `let` stands for.
#[derive(Clone)]
pub(super) enum Bound {
    Truth,
    Number(Num),
    /// An option, date or number fact under another name.
    Fact(FactIndex),
}

/// A reading with its options.
#[derive(Clone)]
pub(super) struct Reading {
    pub(super) id: String,
    pub(super) options: Vec<String>,
}

/// A rule that others may refer to: it pays per month, in whole fen.
#[derive(Clone)]
pub(super) struct Monthly {
    pub(super) id: String,
    pub(super) subject: Vec<ThingIndex>,
    pub(super) digits: u32,
}

/// What a later layer may override.
#[derive(Clone)]
pub(super) struct Free {
    pub(super) layer: String,
    pub(super) name: String,
    /// None for a named number.
    pub(super) rule: Option<(&'static str, Vec<ThingIndex>)>,
    pub(super) unit: Unit,
}

/// Everything that the pack has named so far.
#[derive(Default)]
pub(super) struct Book {
    pub(super) parameters: Vec<Num>,
    pub(super) readings: Vec<Reading>,
    pub(super) monthly: Vec<Monthly>,
    /// Rules that pay or save money, which quantities add up.
    pub(super) paying: Vec<Monthly>,
    /// Tables of brackets.
    pub(super) tables: Vec<String>,
    /// Rules and named numbers to which nothing else refers, so that a later layer may say something else.
    pub(super) free: Vec<Free>,
    /// How many names have been given: each is new.
    pub(super) names: usize,
}

impl Book {
    /// A name that nothing has yet.
    pub(super) fn name(&mut self, letter: char) -> String {
        self.names += 1;
        format!("{letter}{}", self.names)
    }
}

/// The rule that is being written.
pub(super) struct Scope<'w, 'd, 'b> {
    pub(super) draw: &'w mut Draw<'d, 'b>,
    pub(super) vocabulary: &'w Vocabulary,
    pub(super) book: &'w mut Book,
    pub(super) subject: Vec<ThingIndex>,
    pub(super) reached: Vec<ThingIndex>,
    pub(super) lets: Vec<(String, Bound)>,
    /// The keys whose numbers have become parameters of this rule.
    pub(super) rows: Vec<String>,
    /// The rows of this rule that have a name of their own, as numbers.
    pub(super) named_rows: Vec<Num>,
    /// The numbers and years that the law above must hold.
    pub(super) grounds: Vec<String>,
    /// Whether only facts may be spoken of that are the same all the time.
    pub(super) unchanging: bool,
    /// Inside a sum over records: the name of one, and its numbers.
    pub(super) record: Option<Vec<Num>>,
}

impl<'w> Scope<'w, '_, '_> {
    /// The facts that the subject reaches, of a sort.
    pub(super) fn facts(&self, wanted: impl Fn(&Fact) -> bool) -> Vec<FactIndex> {
        let all = self.vocabulary.facts.iter().enumerate();
        let is_meant = |fact: &Fact| !(self.unchanging && fact.changes) && wanted(fact);
        let reached = all.filter(|(_, fact)| self.reached.contains(&fact.thing) && is_meant(fact));
        reached.map(|(index, _)| FactIndex(index)).collect()
    }

    /// One of them, if there is any.
    pub(super) fn fact(&mut self, wanted: impl Fn(&Fact) -> bool) -> Option<(FactIndex, &'w Fact)> {
        let facts = self.facts(wanted);
        let index = *self.draw.pick(&facts)?;
        Some((index, self.vocabulary.fact_at(index)?))
    }

    /// A unit in which the subject has numbers.
    pub(super) fn unit(&mut self) -> Unit {
        match self.fact(|fact| matches!(fact.kind, FactType::Number { .. })) {
            Some((_, Fact { kind: FactType::Number { unit, .. }, .. })) => *unit,
            _ => Unit::One,
        }
    }

    /// Words in both languages.
    pub(super) fn words(&mut self) -> String {
        let number = self.draw.between(1, 99);
        format!("文字{number} | Words {number}")
    }
}

/// The kinds of thing that a subject reaches: holders, what they have one of, links.
pub(super) fn reached(vocabulary: &Vocabulary, subject: &[ThingIndex]) -> Vec<ThingIndex> {
    let mut found = subject.to_vec();
    let mut next = 0;
    while let Some(thing) = found.get(next).copied() {
        let links = vocabulary.facts_of(thing).filter_map(|(_, fact)| match fact.kind {
            FactType::Link(to) => Some(to),
            _ => None,
        });
        let holder = vocabulary.thing_at(thing).and_then(|data| data.holder);
        let held = vocabulary.things.iter().enumerate().filter(|(_, data)| data.holder == Some(thing) && !data.many);
        let steps: Vec<ThingIndex> = links.chain(holder).chain(held.map(|(place, _)| ThingIndex(place))).collect();
        for step in steps {
            if !found.contains(&step) {
                found.push(step);
            }
        }
        next += 1;
    }
    found
}
