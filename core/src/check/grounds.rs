//! The numbers that stand in the law above each block, read once.

use super::declare::lines;
use super::grounding::{Numbers, is_grounded, numbers};
use crate::parse::{Block, BlockKind, Document, LineBody};
use crate::value::Decimal;
use std::rc::Rc;

/// What a block's rules may rest on.
pub(super) struct Grounds {
    /// The numbers of the sentences.
    law: Rc<Numbers>,
    /// For each rule of the block the numbers of the source that it names.
    sources: Vec<Numbers>,
}

impl Grounds {
    /// Whether the number stands there, for the rule at a place of the block.
    pub(super) fn hold(&self, rule: usize, value: Decimal) -> bool {
        is_grounded(value, &self.law) || self.sources.get(rule).is_some_and(|source| is_grounded(value, source))
    }
}

/// Those of every block of a document.
pub(super) fn grounds(document: &Document) -> Vec<Grounds> {
    let mut all: Vec<Grounds> = Vec::with_capacity(document.blocks.len());
    let mut above: Option<(&Block, Rc<Numbers>)> = None;
    for block in &document.blocks {
        // Blocks that follow one another often stand under the same sentences.
        let law = match &above {
            Some((other, numbers)) if other.pieces == block.pieces => Rc::clone(numbers),
            _ => {
                let pieces = block.pieces.iter().filter_map(|index| document.pieces.get(*index));
                Rc::new(pieces.flat_map(|piece| numbers(&piece.text)).collect())
            }
        };
        above = Some((block, Rc::clone(&law)));
        let BlockKind::Rules(rules) = &block.kind else {
            all.push(Grounds { law, sources: Vec::new() });
            continue;
        };
        let sources = rules.iter().map(|rule| match lines(rule, "source").next().map(|line| &line.body) {
            Some(LineBody::Source { quote, .. }) => numbers(quote).collect(),
            _ => Numbers::new(),
        });
        all.push(Grounds { law, sources: sources.collect() });
    }
    all
}
