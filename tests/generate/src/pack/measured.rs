//! Limits and indicators: a number or a quotient against a bound.

use super::scope::{Num, Scope};
use tuoyu::value::Unit;

impl Scope<'_, '_, '_> {
    /// A limit, behind its head.
    pub(super) fn limit(&mut self) -> String {
        let (lets, applies) = (self.bindings(), self.applies());
        let unit = self.unit();
        let relation = self.relation();
        let need = if self.draw.chance(25) {
            let quotient = self.quotient(unit);
            format!("{quotient} {relation} {}", self.literal(Unit::One).text)
        } else {
            format!("{} {relation} {}", self.number(unit, 2).text, self.number(unit, 2).text)
        };
        let source = if self.draw.chance(15) { "  source verified-secondary 某报 \"每月2100元\"\n" } else { "" };
        format!("{source}{lets}{applies}  need {need}\n")
    }

    /// An indicator, behind its head.
    pub(super) fn indicator(&mut self) -> String {
        let (guiding, lets, unit) = (self.guiding(), self.bindings(), self.unit());
        let (value, wanted) = match self.draw.between(0, 3) {
            0 => (self.body(unit, 4, 2, false).text, unit),
            1 => (self.quotients(unit), Unit::One),
            _ => (self.quotient(unit), Unit::One),
        };
        let relation = self.relation();
        let need = self.number(wanted, 1).text;
        let due = match self.draw.chance(60) {
            true => format!("  due {}\n", self.written_day()),
            false => String::new(),
        };
        format!("{guiding}{lets}  value {value}\n  need value {relation} {need}\n{due}")
    }

    fn quotient(&mut self, unit: Unit) -> String {
        // What is per month may stand beside what is per year.
        let below = match unit {
            Unit::CnyPerMonth if self.draw.chance(50) => Unit::CnyPerYear,
            Unit::CnyPerYear if self.draw.chance(50) => Unit::CnyPerMonth,
            same => same,
        };
        let (Num { text: above, .. }, Num { text: under, .. }) = (self.number(unit, 1), self.number(below, 1));
        format!("{above} / {under}")
    }

    /// A table of quotients.
    fn quotients(&mut self, unit: Unit) -> String {
        let truths: Vec<String> = self
            .lets
            .iter()
            .filter(|(_, bound)| matches!(bound, super::scope::Bound::Truth))
            .map(|(name, _)| name.clone())
            .collect();
        let Some(name) = self.draw.pick(&truths).cloned() else { return self.quotient(unit) };
        // Their parts are in one unit, so that the rows are.
        let mut part = || self.number(unit, 1).text;
        format!("by {name}\n    yes: {} / {}\n    no: {} / {}", part(), part(), part(), part())
    }
}
