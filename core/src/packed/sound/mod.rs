//! What checking proves of a rulebook, proved again.

mod items;
mod law;
mod number;
mod rule;
mod says;
mod truth;
mod vocabulary;

use crate::rulebook::{Rulebook, ThingIndex};

/// What is broken: where it is with what stands there, and what would be right. In words of no language.
pub(super) type Fault = (String, String);

/// Every invariant that is broken.
pub(super) fn faults(book: &Rulebook) -> Vec<Fault> {
    let mut proof = Proof { book, path: Vec::new(), faults: Vec::new() };
    proof.vocabulary();
    // What follows looks things and facts up.
    if proof.faults.is_empty() {
        proof.law();
    }
    if proof.faults.is_empty() {
        proof.rules();
    }
    proof.faults
}

/// A proof under way.
struct Proof<'b> {
    book: &'b Rulebook,
    /// Where it looks, from the outside in.
    path: Vec<(&'static str, usize)>,
    faults: Vec<Fault>,
}

impl<'b> Proof<'b> {
    /// Looks at each of a list in turn.
    fn each<T>(&mut self, name: &'static str, all: &'b [T], mut look: impl FnMut(&mut Self, usize, &'b T)) {
        for (place, one) in all.iter().enumerate() {
            self.within(name, place, |proof| look(proof, place, one));
        }
    }

    fn within(&mut self, name: &'static str, place: usize, look: impl FnOnce(&mut Self)) {
        self.path.push((name, place));
        look(self);
        self.path.pop();
    }

    /// Notes what is broken here unless it holds.
    fn must(&mut self, holds: bool, wanted: &str) {
        if !holds {
            let path: Vec<String> = self.path.iter().map(|(name, place)| format!("{name}[{place}]")).collect();
            self.faults.push((path.join("."), wanted.to_owned()));
        }
    }
}

/// What a term may look at.
#[derive(Clone, Copy)]
struct Scope<'s> {
    /// The things whose facts are in reach.
    reached: &'s [ThingIndex],
    /// The subject of the rule; none inside a sum over many things.
    subject: Option<&'s [ThingIndex]>,
    /// Whether a cell of a table may be the refusal.
    may_refuse: bool,
    /// Whether the rate of another rule's table may be taken.
    may_take: bool,
    /// Whether the rule is worked out by calendar years.
    is_annual: bool,
}

/// Whether no two of a list are the same.
fn unique<T: Ord>(all: impl IntoIterator<Item = T>) -> bool {
    let mut all: Vec<T> = all.into_iter().collect();
    all.sort_unstable();
    all.iter().zip(all.iter().skip(1)).all(|(a, b)| a != b)
}
