//! The conditions of counts and sums: yes/no and option facts alone.

use super::scope::{Scope, reached};
use tuoyu::model::{FactType, ThingIndex};

impl Scope<'_, '_, '_> {
    /// What a count or a sum asks of each thing, if there is anything to ask.
    pub(super) fn steady(&mut self, thing: ThingIndex) -> Option<String> {
        let inside = reached(self.vocabulary, &[thing]);
        let outside = std::mem::replace(&mut self.reached, inside);
        let one = self.steady_part();
        let both = if self.draw.chance(30) { self.steady_part() } else { None };
        self.reached = outside;
        let one = one?;
        Some(match both {
            Some(other) => format!("{one} {} {other}", self.draw.word(&["and", "or"])),
            None => one,
        })
    }

    fn steady_part(&mut self) -> Option<String> {
        let (_, fact) = self.fact(|fact| matches!(fact.kind, FactType::YesNo | FactType::Options(_)))?;
        let not = if self.draw.chance(25) { "not " } else { "" };
        match &fact.kind {
            FactType::Options(choices) => {
                let choice = self.draw.pick(choices)?;
                Some(format!("{not}{} is {}", fact.id, choice.id))
            }
            _ => Some(format!("{not}{}", fact.id)),
        }
    }
}
