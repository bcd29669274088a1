//! The steps so far: each once, how high it stands above the facts, and how many there are.

use super::apart::Bounds;
use super::plan::{MaskSlot, MaskStep, NumberSlot, NumberStep};
use std::collections::HashMap;
use std::hash::Hash;

/// Steps of one kind, in the order in which they were first needed.
struct Shared<S> {
    list: Vec<S>,
    places: HashMap<S, usize>,
    /// For each step the steps on the longest way down from it.
    levels: Vec<usize>,
}

impl<S: Clone + Eq + Hash> Shared<S> {
    fn new() -> Self {
        Self { list: Vec::new(), places: HashMap::new(), levels: Vec::new() }
    }

    fn level(&self, slot: usize) -> usize {
        self.levels.get(slot).copied().unwrap_or_default()
    }

    fn add(&mut self, step: S, level: usize) -> usize {
        let place = self.list.len();
        self.places.insert(step.clone(), place);
        self.list.push(step);
        self.levels.push(level);
        place
    }
}

/// Numbers and sets of months.
pub(super) struct Steps {
    numbers: Shared<NumberStep>,
    masks: Shared<MaskStep>,
    bounds: Bounds,
    /// How many steps there are; each cell of a table is one, and so is every pair of pieces that was looked at.
    pub(super) count: usize,
    /// The highest level that any step has.
    pub(super) highest: usize,
}

impl Steps {
    pub(super) fn new() -> Self {
        Self { numbers: Shared::new(), masks: Shared::new(), bounds: Bounds::default(), count: 0, highest: 0 }
    }

    /// The numbers and the sets of months, in the order of their slots.
    pub(super) fn into_lists(self) -> (Vec<NumberStep>, Vec<MaskStep>) {
        (self.numbers.list, self.masks.list)
    }

    /// The number at a place, in the order of slots.
    pub(super) fn number_at(&self, place: usize) -> Option<&NumberStep> {
        self.numbers.list.get(place)
    }

    /// The slot of a number.
    pub(super) fn number(&mut self, step: NumberStep) -> NumberSlot {
        if let Some(place) = self.numbers.places.get(&step) {
            return NumberSlot(*place);
        }
        let reads = step.reads();
        let level = 1 + reads.iter().map(|slot| self.numbers.level(slot.0)).max().unwrap_or_default();
        self.note(reads.len(), level);
        NumberSlot(self.numbers.add(step, level))
    }

    /// The slot of a set of months.
    pub(super) fn mask(&mut self, step: MaskStep) -> MaskSlot {
        if let Some(place) = self.masks.places.get(&step) {
            return MaskSlot(*place);
        }
        let reads = step.reads();
        let numbers = match &step {
            MaskStep::Compare(_, a, b) => self.numbers.level(a.0).max(self.numbers.level(b.0)),
            _ => 0,
        };
        let masks = reads.iter().map(|slot| self.masks.level(slot.0)).max().unwrap_or_default();
        let level = 1 + numbers.max(masks);
        self.note(reads.len(), level);
        self.bounds.add(&step, self.masks.list.len());
        MaskSlot(self.masks.add(step, level))
    }

    fn note(&mut self, reads: usize, level: usize) {
        self.count += 1 + reads;
        self.highest = self.highest.max(level);
    }

    /// Whether two sets share no month, whatever the facts are, by the way they are made.
    pub(super) fn are_apart(&mut self, a: MaskSlot, b: MaskSlot) -> bool {
        self.count += 1;
        self.bounds.are_apart(&self.masks.list, a, b)
    }

    fn constant(&self, slot: MaskSlot) -> Option<bool> {
        match self.masks.list.get(slot.0) {
            Some(MaskStep::Constant(truth)) => Some(*truth),
            _ => None,
        }
    }

    /// The months in both.
    pub(super) fn and(&mut self, a: MaskSlot, b: MaskSlot) -> MaskSlot {
        match (self.constant(a), self.constant(b)) {
            (Some(true), _) => b,
            (_, Some(true)) => a,
            (Some(false), _) => a,
            (_, Some(false)) => b,
            _ if a == b => a,
            _ => self.mask(MaskStep::And(a, b)),
        }
    }

    /// The months in one or both.
    pub(super) fn or(&mut self, a: MaskSlot, b: MaskSlot) -> MaskSlot {
        match (self.constant(a), self.constant(b)) {
            (Some(false), _) => b,
            (_, Some(false)) => a,
            (Some(true), _) => a,
            (_, Some(true)) => b,
            _ if a == b => a,
            _ => self.mask(MaskStep::Or(a, b)),
        }
    }

    /// The months in any of them. Halves are joined, so that many sets do not stand on one another.
    pub(super) fn any(&mut self, sets: &[MaskSlot]) -> MaskSlot {
        match sets {
            [] => self.mask(MaskStep::Constant(false)),
            [one] => *one,
            [a, b] => self.or(*a, *b),
            _ => {
                let (left, right) = sets.split_at(sets.len().div_ceil(2));
                let (left, right) = (self.any(left), self.any(right));
                self.or(left, right)
            }
        }
    }

    /// The other months.
    pub(super) fn not(&mut self, mask: MaskSlot) -> MaskSlot {
        match self.constant(mask) {
            Some(truth) => self.mask(MaskStep::Constant(!truth)),
            None => self.mask(MaskStep::Not(mask)),
        }
    }
}
