//! What is taken for granted, and the law's own sentences.

use super::super::speech::{both, words};
use super::super::terms::standing_words;
use super::super::told::ToldSource;
use super::condition::note;
use super::teller::Teller;
use super::{Mark, Part, Tree};

/// What the rule takes for granted.
pub(super) fn assumptions(teller: &Teller<'_>) -> Option<Tree> {
    let points = teller.told.assumes.iter().map(|told| {
        let known = teller.rule.assumes.iter().find(|words| words.zh == *told);
        Tree::point(Mark::None, known.cloned().unwrap_or_else(|| both(told)), Vec::new())
    });
    Tree::section(words("前提", "Taken for granted"), points.collect())
}

/// The sentences, numbered as the conditions cite them.
pub(super) fn sources(teller: &Teller<'_>) -> Option<Tree> {
    let each = teller.told.sources.iter().enumerate().map(|(place, source)| sentence(place, source));
    Tree::section(words("依据", "The law"), each.collect())
}

fn sentence(place: usize, source: &ToldSource) -> Tree {
    let (note, standing) = (note(place), standing_words(&source.standing));
    let place = format!("{} {}", source.document, source.clause);
    let (place, quote) = (place.trim_end(), &source.quote);
    let text = words(
        format!("{note}{place}（{}）“{quote}”", standing.zh),
        format!("{note}{place} ({}) “{quote}”", standing.en),
    );
    Tree::new(Part::Law, Mark::None, text, Vec::new())
}
