//! Sums: over the things of a case, and over the records of a fact.

use super::number::chain;
use super::phrase::{Hold, Phrase, listed, two};
use super::speaker::Speaker;
use crate::compile::{FactIndex, FactType, Number, NumberKind, ThingIndex, Truth, Vocabulary};
use crate::source::Words;

impl Speaker<'_> {
    /// How many things of a kind the case, or the subject, has, or what one number of each comes to in all.
    pub(super) fn sum(&mut self, thing: ThingIndex, each: &Number, is_held: bool) -> Phrase {
        let outer = self.counted.replace(thing);
        let (value, which) = match &each.kind {
            NumberKind::Holds(truth) => (None, Some(&**truth)),
            NumberKind::Constant(1) if each.scale == 0 => (None, None),
            NumberKind::Multiply(value, counts) => match &counts.kind {
                NumberKind::Holds(truth) => (Some(&**value), Some(&**truth)),
                _ => (Some(each), None),
            },
            _ => (Some(each), None),
        };
        let value = value.map(|value| self.number(value).at_least(Hold::Tight));
        let each = if value.is_some() { "各" } else { "" };
        let those = self.those(thing, which, (each, if is_held { "it has" } else { "in the case" }));
        self.counted = outer;
        let of = if is_held { "所设" } else { "案例所列" };
        Phrase::tight(match value {
            None => two(format!("{of}{}的个数", those.zh), format!("the number of {}", those.en)),
            Some(value) => two(
                format!("{of}{}的{}之和", those.zh, value.zh),
                format!("the total of {} over the {}", value.en, those.en),
            ),
        })
    }

    /// The things of a kind that are counted; `each` is the Chinese word for each of them, `whose` the English words for
    /// where they are.
    fn those(&mut self, thing: ThingIndex, which: Option<&Truth>, (each, whose): (&str, &str)) -> Words {
        let name = self.thing(thing);
        let all = two(format!("{each}{}", name.zh), format!("{} {whose}", plural(&name.en)));
        let Some(which) = which else { return all };
        let which = self.truth(which).words;
        two(format!("{}的{}", which.zh, all.zh), format!("{} where {}", all.en, which.en))
    }

    /// Some options of a fact.
    pub(super) fn chosen(&self, fact: FactIndex, places: &[usize]) -> Words {
        let choices = match self.fact(fact).map(|fact| &fact.kind) {
            Some(FactType::Options(choices) | FactType::Set { choices, .. }) => choices.as_slice(),
            _ => &[],
        };
        let each: Vec<Words> = places.iter().filter_map(|place| Some(choices.get(*place)?.words.clone())).collect();
        listed(&each, "和", "and")
    }

    /// 1 where something holds, and else 0.
    pub(super) fn holds(&mut self, truth: &Truth) -> Phrase {
        let truth = self.truth(truth).words;
        let words = two(format!("{}的计1，否则计0", truth.zh), format!("1 where {}, and else 0", truth.en));
        Phrase::new(Hold::Loose, words)
    }

    /// A sum that adds up one number of each record of a fact, said once; none where it is another sum.
    pub(super) fn over_records(&mut self, sum: &Number) -> Option<Phrase> {
        let terms = chain(sum, |kind| matches!(kind, NumberKind::Add(..)));
        let vocabulary = &self.book.vocabulary;
        let first = *terms.first()?;
        let of = first.facts().into_iter().find_map(|fact| vocabulary.fact_at(fact)?.part).map(|part| part.of)?;
        let FactType::Records { choices, .. } = &vocabulary.fact_at(of)?.kind else { return None };
        let alike = (0..).zip(&terms).all(|(choice, term)| Record { vocabulary, of, choice }.same(first, term));
        if terms.len() != choices.len() || !alike {
            return None;
        }
        let names: Vec<Words> = choices.iter().map(|choice| choice.words.clone()).collect();
        let names = listed(&names, "与", "and");
        let outer = self.records.replace(of);
        let each = self.number(first).at_least(Hold::Joined);
        self.records = outer;
        Some(Phrase::new(
            Hold::Loose,
            two(
                format!("{}各项之和，每项为{}", names.zh, each.zh),
                format!("the sum over {} of {}", names.en, each.en),
            ),
        ))
    }
}

/// A record of a fact, by the place of its choice.
struct Record<'v> {
    vocabulary: &'v Vocabulary,
    of: FactIndex,
    choice: usize,
}

impl Record<'_> {
    /// Whether a number says of this record what another says of the first one.
    fn same(&self, first: &Number, here: &Number) -> bool {
        if (first.unit, first.scale) != (here.unit, here.scale) {
            return false;
        }
        match (&first.kind, &here.kind) {
            (NumberKind::Fact(a), NumberKind::Fact(b)) => self.same_field(*a, *b),
            (NumberKind::Multiply(a, b), NumberKind::Multiply(c, d))
            | (NumberKind::Subtract(a, b), NumberKind::Subtract(c, d))
            | (NumberKind::Minimum(a, b), NumberKind::Minimum(c, d))
            | (NumberKind::Maximum(a, b), NumberKind::Maximum(c, d)) => self.same(a, c) && self.same(b, d),
            (a, b) => a == b,
        }
    }

    fn same_field(&self, first: FactIndex, here: FactIndex) -> bool {
        let part = |fact| self.vocabulary.fact_at(fact).and_then(|fact| fact.part).filter(|part| part.of == self.of);
        match (part(first), part(here)) {
            (Some(first), Some(here)) => (first.choice, here.choice, first.field) == (0, self.choice, here.field),
            (None, None) => first == here,
            _ => false,
        }
    }
}

/// More than one of a thing, in English.
fn plural(one: &str) -> String {
    match one.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if one.ends_with('s') => format!("{one}es"),
        _ => format!("{one}s"),
    }
}
