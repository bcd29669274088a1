//! What a version of a rule names: readings, and other rules.

use super::book::{REFERENCE_DAY, Reading, ReadingIndex, RuleIndex, YEARLY_RATE};
use super::kind::Kind;
use super::rule::{Benefit, Place, Version};
use super::truth::{Number, Truth};
use crate::value::Period;

impl Version {
    /// The readings that it names, in their order: those of its tables and its place, and the two that say how
    /// months and yearly rates count. What is judged on one day has no reference day.
    #[must_use]
    pub fn named_readings(&self, known: &[Reading], kind: Kind, benefit: Option<&Benefit>) -> Vec<ReadingIndex> {
        let reading = |id: &str| known.iter().position(|reading| reading.id == id).map(ReadingIndex);
        let mut named: Vec<ReadingIndex> = self.numbers().into_iter().flat_map(Number::readings).collect();
        named.extend(self.truths().iter().flat_map(|truth| truth.readings()));
        if let Some(Place::Reading(reading, _)) = benefit.and_then(|benefit| benefit.place.as_ref()) {
            named.push(*reading);
        }
        // Whether it is in force is asked on the reference day, also where months alone decide the rest.
        let on_one_day = matches!(kind, Kind::Indicator | Kind::Procedure);
        let yearly = benefit.is_some_and(|benefit| benefit.period == Some(Period::Year));
        named.extend((!on_one_day).then(|| reading(REFERENCE_DAY)).flatten());
        named.extend(yearly.then(|| reading(YEARLY_RATE)).flatten());
        named.sort_unstable();
        named.dedup();
        named
    }

    /// The rules whose amounts it reads, in their order.
    #[must_use]
    pub fn named_rules(&self) -> Vec<RuleIndex> {
        let numbers = self.numbers().into_iter().flat_map(Number::rules);
        let mut named: Vec<RuleIndex> = numbers.chain(self.truths().into_iter().flat_map(Truth::rules)).collect();
        named.sort_unstable();
        named.dedup();
        named
    }
}
