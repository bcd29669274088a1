//! Conditions: facts, comparisons, and what joins them.

use super::scope::{Bound, Scope};
use tuoyu::model::FactType;
use tuoyu::value::Unit;

impl Scope<'_, '_, '_> {
    /// A condition.
    pub(super) fn truth(&mut self, depth: u8) -> String {
        if depth > 0 && !self.draw.is_spent() {
            match self.draw.between(0, 5) {
                0 => return format!("({} and {})", self.truth(depth - 1), self.truth(depth - 1)),
                1 => return format!("({} or {})", self.truth(depth - 1), self.truth(depth - 1)),
                2 => return format!("not ({})", self.truth(depth - 1)),
                _ => {}
            }
        }
        self.simple(depth).unwrap_or_else(|| self.draw.word(&["yes", "no"]).to_owned())
    }

    fn simple(&mut self, depth: u8) -> Option<String> {
        match self.draw.between(0, 9) {
            0 | 1 => {
                let (_, fact) = self.fact(|fact| fact.kind == FactType::YesNo)?;
                let is = if self.draw.chance(25) { self.draw.word(&[" is no", " is yes"]) } else { "" };
                Some(format!("{}{is}", fact.id))
            }
            2 => self.option(),
            3 => {
                let (_, fact) = self.fact(|_| true)?;
                Some(format!("{} known", fact.id))
            }
            4 => self.bound_truth(),
            5 | 6 => Some(self.comparison(depth)),
            _ => self.time(),
        }
    }

    /// An option fact, or a `let` that is one, beside one or more of its values.
    fn option(&mut self) -> Option<String> {
        let (index, fact) = self.fact(|fact| matches!(fact.kind, FactType::Options(_)))?;
        let FactType::Options(choices) = &fact.kind else { return None };
        let is_same = |(_, bound): &&(String, Bound)| matches!(bound, Bound::Fact(known) if *known == index);
        let name = self.lets.iter().find(is_same).map_or(fact.id.clone(), |(name, _)| name.clone());
        let (one, other) = (self.draw.pick(choices)?, self.draw.pick(choices)?);
        Some(match self.draw.chance(40) {
            true => format!("{name} in {{{}, {}}}", one.id, other.id),
            false => format!("{name} is {}", one.id),
        })
    }

    fn bound_truth(&mut self) -> Option<String> {
        let truths = self.lets.iter().filter(|(_, bound)| matches!(bound, Bound::Truth));
        let names: Vec<String> = truths.map(|(name, _)| name.clone()).collect();
        self.draw.pick(&names).cloned()
    }

    /// Two numbers of one unit, a range, or a set.
    fn comparison(&mut self, depth: u8) -> String {
        let months = if self.draw.chance(15) { self.in_steps(Unit::Months) } else { None };
        let (unit, left) = match months {
            Some(months) => (Unit::Months, months.text),
            None => {
                let unit = self.unit();
                (unit, self.number(unit, depth).text)
            }
        };
        match self.draw.between(0, 5) {
            0 => format!("{left} in {} .. {}", self.number(unit, 0).text, self.number(unit, 0).text),
            1 => format!("{left} in {{{}, {}}}", self.number(unit, 0).text, self.number(unit, 0).text),
            _ => {
                let relation = self.relation();
                format!("{left} {relation} {}", self.number(unit, depth).text)
            }
        }
    }
}
