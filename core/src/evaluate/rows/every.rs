//! Rows in which one fact is unknown that has few values, or days between which nothing changes: every completion is run,
//! so what a quantity comes to is settled, or its range is exact.

use super::block::Taken;
use super::group::Group;
use super::known::{Asked, Tally};
use super::sum::Sum;
use super::waiting::amount_of;
use crate::evaluate::calendar::Thresholds;
use crate::evaluate::columns::{FactOf, bounds_of};
use crate::evaluate::integer::Integer;
use crate::evaluate::lane::Known;
use crate::evaluate::mask::Mask;
use crate::evaluate::program::{MonthsOp, NumberOp, Program};
use crate::evaluate::slots::SlotRoom;
use crate::model::{FactType, Vocabulary};
use crate::value::Set;

/// For each fact of a program values among which is one for every answer that it can lead to, whatever the others are;
/// none where that is not sure.
pub(super) fn every_value<'t, M: Mask + 't>(
    program: &Program,
    vocabulary: &Vocabulary,
    slices: impl Iterator<Item = &'t [Option<Thresholds<M>>]> + Clone,
) -> Vec<Vec<i64>> {
    let of = |fact: &FactOf| {
        let Some(data) = vocabulary.fact_at(fact.fact).filter(|data| data.after.is_none()) else { return Vec::new() };
        let is_asked_for = program.months.iter().any(|op| matches!(op, MonthsOp::Known(read) if read == fact));
        let (low, high) = bounds_of(vocabulary, fact.fact);
        match data.kind {
            FactType::YesNo | FactType::Options(_) if !is_asked_for => (low..=high).collect(),
            FactType::Date if !is_asked_for && is_only_reached(program, *fact) => {
                let thresholds = slices.clone().flat_map(|slice| program.months.iter().zip(slice));
                let read = thresholds.filter(|(op, _)| reached(op) == Some(*fact));
                // Nothing changes from the day after a threshold to the next one.
                let days = read.filter_map(|(_, thresholds)| thresholds.as_ref()).flat_map(Thresholds::turns);
                let days: Set<i64> = days.map(|day| day.clamp(low, high)).chain([low, high]).collect();
                days.into_iter().collect()
            }
            _ => Vec::new(),
        }
    };
    program.facts.iter().map(of).collect()
}

/// The date that a step holds against the days of the slice.
const fn reached(op: &MonthsOp) -> Option<FactOf> {
    match op {
        MonthsOp::Reached(fact, ..) | MonthsOp::Aged(fact, _) => Some(*fact),
        _ => None,
    }
}

fn is_only_reached(program: &Program, fact: FactOf) -> bool {
    let is_number = |op: &NumberOp| match op {
        NumberOp::Load(read) | NumberOp::Table(read, _) | NumberOp::Outside(read, _) => *read == fact,
        NumberOp::Binary(..) | NumberOp::Pick(_) | NumberOp::Times(..) => false,
    };
    let is_set = |op: &MonthsOp| match op {
        MonthsOp::Is(read, _) | MonthsOp::Table(read, _) | MonthsOp::Within(read, _) => *read == fact,
        _ => false,
    };
    !program.numbers.iter().any(is_number) && !program.months.iter().any(is_set)
}

impl<N: Integer, M: Mask> Group<N, M> {
    /// The smallest and the largest amount that a quantity comes to in the completions of a row; `None` where more than one
    /// fact is unknown, or not every answer of it is tried, or a reading is open.
    pub(super) fn every_amount(
        &self,
        vocabulary: &Vocabulary,
        (taken, row): (&Taken, usize),
        sum: &Sum,
        room: &mut SlotRoom<Known<N, M>>,
    ) -> Option<(i128, i128)> {
        let fact = self.the_unknown(sum, taken, row)?;
        let values = self.every.get(fact).filter(|values| !values.is_empty())?;
        let completions = taken.each(vocabulary, row, fact, values);
        let rows = completions.length();
        let mut tallies: Vec<Tally<N, M>> = vec![Tally::default(); self.members.len()];
        let asked = Asked { sums: true, ..Asked::default() };
        // What stands in the arithmetic twice is tallied once.
        let added: Set<usize> = sum.members().collect();
        for (number, ready) in self.slices.iter().enumerate() {
            let slots = completions
                .with_columns(&self.program.facts, |columns| ready.known.run(&self.program, columns, 0, rows, room));
            for added in added.iter().copied() {
                let (of, judged, tally) =
                    (self.program.rules.get(added)?, *ready.judged.get(added)?, tallies.get_mut(added)?);
                if of.open.iter().any(|months| is_somewhere(slots.months_slot(*months), judged.all)) {
                    return None;
                }
                let mut of_slice = Tally::default();
                of_slice.read(of, &slots, judged, rows, asked, true);
                if number == 0 { *tally = of_slice } else { tally.add(&of_slice) }
            }
        }
        let amount = |row: usize| amount_of(&self.members, sum, &tallies, row);
        Some(((0..rows).map(amount).min()?, (0..rows).map(amount).max()?))
    }

    /// The place of the only fact, of those that a quantity's sources read, that is unknown in a row.
    fn the_unknown(&self, sum: &Sum, taken: &Taken, row: usize) -> Option<usize> {
        let read = |fact: &FactOf| {
            let mut rules = sum.members().filter_map(|added| self.program.rules.get(added));
            rules.any(|rule| rule.facts.contains(fact))
        };
        let facts = self.program.facts.iter().enumerate();
        let mut unknown = facts.filter(|(place, fact)| !taken.is_known(*place, row) && read(fact));
        let (place, _) = unknown.next()?;
        unknown.next().is_none().then_some(place)
    }
}

fn is_somewhere<M: Mask>(months: Result<&[M], M>, all: M) -> bool {
    match months {
        Ok(sets) => sets.iter().any(|set| *set & all != M::default()),
        Err(months) => months & all != M::default(),
    }
}
