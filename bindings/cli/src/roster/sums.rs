//! What rows add up to: by county and rule, how many rows stand how, and the sums of rounded amounts.

use std::collections::HashMap;
use tuoyu::explain::STATES;
use tuoyu::model::Headings;
use tuoyu::{AnswerBuffer, Batch, Rules};

/// The facts that say which county a row is counted to; the first that has a column does.
pub const COUNTIES: [&str; 2] = ["institution.county", "family.county"];

/// The column of the county.
pub fn county_column(rules: &Rules, headings: &Headings) -> Option<usize> {
    COUNTIES.iter().find_map(|id| headings.column(rules.vocabulary().fact(id)?))
}

/// What the rows of one county say of one rule.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct RuleSums {
    /// How many rows have each state, in the order of `STATES`.
    pub states: [u64; STATES.len()],
    /// The sum of the amounts that are settled.
    pub amount: i128,
    /// The sums of the ends of the ranges.
    pub range: (i128, i128),
    /// How many rows have a range.
    pub ranged: u64,
    /// How many rows have a range and no amount.
    pub open: u64,
}

impl RuleSums {
    /// Adds others.
    pub fn add(&mut self, other: &Self) {
        self.states.iter_mut().zip(&other.states).for_each(|(sum, more)| *sum += more);
        self.amount += other.amount;
        self.range = (self.range.0 + other.range.0, self.range.1 + other.range.1);
        self.ranged += other.ranged;
        self.open += other.open;
    }

    /// How many rows have a state.
    pub fn rows(&self, state: &str) -> u64 {
        STATES.iter().zip(&self.states).find(|(known, _)| **known == state).map_or(0, |(_, count)| *count)
    }
}

/// What some rows add up to.
#[derive(Clone, Debug)]
pub struct ChunkSums {
    rules: usize,
    rows: u64,
    counties: HashMap<Vec<u8>, Vec<RuleSums>>,
}

impl ChunkSums {
    /// Nothing yet, of so many rules.
    pub fn new(rules: usize) -> Self {
        Self { rules, rows: 0, counties: HashMap::new() }
    }

    /// Adds a row of a county.
    pub fn add(&mut self, county: &[u8], buffers: &[AnswerBuffer], row: usize) {
        self.rows += 1;
        let county = county.trim_ascii();
        if !self.counties.contains_key(county) {
            self.counties.insert(county.to_vec(), vec![RuleSums::default(); self.rules]);
        }
        let Some(sums) = self.counties.get_mut(county) else { return };
        for (sums, buffer) in sums.iter_mut().zip(buffers) {
            let state = buffer.state(row).and_then(|state| STATES.iter().position(|known| *known == state));
            if let Some(count) = state.and_then(|state| sums.states.get_mut(state)) {
                *count += 1;
            }
            let Some((low, high)) = buffer.min(row).zip(buffer.max(row)) else { continue };
            sums.ranged += 1;
            sums.range = (sums.range.0 + i128::from(low), sums.range.1 + i128::from(high));
            match buffer.amount(row) {
                Some(amount) => sums.amount += i128::from(amount),
                None => sums.open += 1,
            }
        }
    }
}

/// What all rows add up to.
#[derive(Clone, Debug)]
pub struct Sums {
    /// How many rows were answered.
    pub rows: u64,
    /// Counties, each with a sum for each rule; a row without a county is counted to the empty one.
    pub counties: Vec<(String, Vec<RuleSums>)>,
    rules: usize,
}

impl Sums {
    /// Nothing yet.
    pub fn of(batch: &Batch<'_>) -> Self {
        Self { rows: 0, counties: Vec::new(), rules: batch.rules().len() }
    }

    /// Adds those of some rows.
    pub fn add(&mut self, chunk: &ChunkSums) {
        self.rows += chunk.rows;
        let mut names: Vec<&Vec<u8>> = chunk.counties.keys().collect();
        names.sort_unstable();
        for name in names {
            let text = String::from_utf8_lossy(name).into_owned();
            let place = self.counties.iter().position(|(known, _)| *known == text).unwrap_or_else(|| {
                self.counties.push((text, vec![RuleSums::default(); self.rules]));
                self.counties.len() - 1
            });
            let sums = self.counties.get_mut(place).map(|(_, sums)| sums).into_iter().flatten();
            sums.zip(chunk.counties.get(name).into_iter().flatten()).for_each(|(sum, more)| sum.add(more));
        }
    }

    /// A rule over all counties.
    pub fn all(&self, rule: usize) -> RuleSums {
        let mut all = RuleSums::default();
        self.counties.iter().filter_map(|(_, sums)| sums.get(rule)).for_each(|sums| all.add(sums));
        all
    }
}
