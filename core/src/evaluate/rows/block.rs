//! Some rows that are run together, and those of them that are taken out to be run again.

use crate::evaluate::columns::{Column, Columns, FactOf, Values, places};
use crate::model::{FactIndex, Vocabulary};

/// The facts of some rows, as the kernel reads them.
pub(super) struct Block<'a> {
    /// In order.
    pub(super) facts: &'a [FactOf],
    /// For each of them its column; none where nothing is known of it.
    pub(super) columns: Vec<Option<Column<'a>>>,
    pub(super) length: usize,
    /// Where its answers begin in the range.
    pub(super) place: usize,
    /// Whether every fact of every row is known.
    pub(super) is_known: bool,
    /// The rows that are not answered.
    pub(super) left_out: &'a [usize],
}

impl<'a> Block<'a> {
    /// For a program that finds its facts at these places.
    pub(super) fn as_columns<'c>(&'c self, places: &'c [Option<usize>]) -> Columns<'c> {
        Columns { rows: self.length, columns: &self.columns, places, groups: &[], spans: None }
    }

    fn column(&self, fact: FactOf) -> Option<&Column<'a>> {
        self.columns.get(self.facts.binary_search(&fact).ok()?)?.as_ref()
    }

    /// Marks the rows in which one of some facts is unknown.
    pub(super) fn mark_unknown(&self, facts: &[FactOf], is_open: &mut [bool]) {
        for fact in facts.iter().filter(|_| !self.is_known) {
            match self.column(*fact).map(|column| column.known) {
                None => is_open.fill(true),
                Some(None) => {}
                Some(Some(known)) => is_open.iter_mut().zip(known).for_each(|(open, known)| *open |= !known),
            }
        }
    }
}

/// Rows of a block taken out, with the facts of a program.
pub(super) struct Taken {
    facts: Vec<FactOf>,
    values: Vec<Vec<i64>>,
    known: Vec<Vec<bool>>,
    length: usize,
}

impl Taken {
    /// No rows yet.
    pub(super) fn new(facts: &[FactOf]) -> Self {
        let (values, known) = (vec![Vec::new(); facts.len()], vec![Vec::new(); facts.len()]);
        Self { facts: facts.to_vec(), values, known, length: 0 }
    }

    /// Takes some rows of a block.
    pub(super) fn append(&mut self, block: &Block<'_>, rows: &[usize]) {
        self.length += rows.len();
        for (fact, (all, all_known)) in self.facts.iter().zip(self.values.iter_mut().zip(&mut self.known)) {
            let column = block.column(*fact);
            match column.map(|column| column.values) {
                Some(Values::Wide(values)) => all.extend(at(values, rows)),
                Some(Values::Narrow(values)) => all.extend(at(values, rows).map(i64::from)),
                Some(Values::Code(values)) => all.extend(at(values, rows).map(i64::from)),
                None => all.resize(self.length, 0),
            }
            match column.map(|column| column.known) {
                Some(Some(known)) => all_known.extend(at(known, rows)),
                known => all_known.resize(self.length, known.is_some()),
            }
        }
    }

    /// Lets every row go.
    pub(super) fn clear(&mut self) {
        self.values.iter_mut().for_each(Vec::clear);
        self.known.iter_mut().for_each(Vec::clear);
        self.length = 0;
    }

    /// Some of the rows that were taken.
    pub(super) fn only(&self, rows: &[usize]) -> Self {
        Self {
            facts: self.facts.clone(),
            values: self.values.iter().map(|values| at(values, rows).collect()).collect(),
            known: self.known.iter().map(|known| at(known, rows).collect()).collect(),
            length: rows.len(),
        }
    }

    /// The rows with every unknown fact at a value: one that no input could have gives way to the date that it must not
    /// pass.
    pub(super) fn completed(&self, vocabulary: &Vocabulary, with: impl Fn(usize) -> i64) -> Self {
        let mut values = self.values.clone();
        for (place, (values, known)) in values.iter_mut().zip(&self.known).enumerate() {
            let value = with(place);
            values.iter_mut().zip(known).filter(|(_, known)| !**known).for_each(|(cell, _)| *cell = value);
        }
        for (place, fact) in self.facts.iter().enumerate() {
            let later = self.facts.iter().enumerate().filter(|(_, other)| is_after(vocabulary, other.fact, fact.fact));
            for (other, _) in later {
                let (ends, known) = (self.values.get(other), self.known.get(other));
                let own = values.get_mut(place).zip(self.known.get(place));
                let (Some(ends), Some(ends_known), Some((own, own_known))) = (ends, known, own) else { continue };
                for (((value, known), end), end_known) in own.iter_mut().zip(own_known).zip(ends).zip(ends_known) {
                    if !known && *end_known {
                        *value = (*value).min(*end);
                    }
                }
            }
        }
        Self { facts: self.facts.clone(), values, known: self.known.clone(), length: self.length }
    }

    /// A row as often as an unknown fact has values, with each of them; one that no input could have gives way to the
    /// date that it must not pass.
    pub(super) fn each(&self, vocabulary: &Vocabulary, row: usize, fact: usize, values: &[i64]) -> Self {
        let mut all = self.only(&vec![row; values.len()]);
        let own = self.facts.get(fact);
        let later = self.facts.iter().enumerate().filter(|(place, other)| {
            self.is_known(*place, row) && own.is_some_and(|own| is_after(vocabulary, other.fact, own.fact))
        });
        let ends = later.filter_map(|(place, _)| self.values.get(place)?.get(row).copied());
        let last = ends.min().unwrap_or(i64::MAX);
        if let (Some(cells), Some(known)) = (all.values.get_mut(fact), all.known.get_mut(fact)) {
            cells.iter_mut().zip(values).for_each(|(cell, value)| *cell = (*value).min(last));
            known.fill(true);
        }
        all
    }

    pub(super) fn is_known(&self, fact: usize, row: usize) -> bool {
        self.known.get(fact).and_then(|known| known.get(row)).copied().unwrap_or_default()
    }

    /// Runs something over the rows as columns, for a program that reads these facts.
    pub(super) fn with_columns<R>(&self, facts: &[FactOf], run: impl FnOnce(&Columns<'_>) -> R) -> R {
        let columns = self.values.iter().zip(&self.known);
        let columns = columns.map(|(values, known)| Some(Column { values: Values::Wide(values), known: Some(known) }));
        let columns: Vec<Option<Column<'_>>> = columns.collect();
        let places = places(facts, &self.facts);
        run(&Columns { rows: self.length, columns: &columns, places: &places, groups: &[], spans: None })
    }

    pub(super) const fn length(&self) -> usize {
        self.length
    }
}

/// The cells of some rows.
fn at<T: Copy + Default>(cells: &[T], rows: &[usize]) -> impl Iterator<Item = T> {
    rows.iter().map(|row| cells.get(*row).copied().unwrap_or_default())
}

/// Whether a date must not lie before another one of the same thing.
pub(super) fn is_after(vocabulary: &Vocabulary, later: FactIndex, earlier: FactIndex) -> bool {
    vocabulary.fact_at(later).is_some_and(|fact| fact.after == Some(earlier))
}
