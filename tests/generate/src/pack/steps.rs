//! Procedures: steps in their order, each with its ways.

use super::scope::Scope;
use tuoyu::model::FactType;

impl Scope<'_, '_, '_> {
    /// A procedure, behind its head.
    pub(super) fn procedure(&mut self) -> String {
        let (lets, mut text) = (self.bindings(), self.applies());
        for _ in 0..=self.draw.between(0, 2) {
            let step = self.step();
            text.push_str(&step);
        }
        format!("{lets}{text}")
    }

    fn step(&mut self) -> String {
        let id = self.book.name('s');
        let selects = |kind: &FactType| match kind {
            FactType::YesNo => true,
            FactType::Options(choices) => choices.len() <= 8,
            _ => false,
        };
        let selector = self.fact(|fact| selects(&fact.kind)).filter(|_| self.draw.chance(50));
        let Some((_, fact)) = selector else {
            let way = self.way(4);
            return format!("  step {id}\n{way}");
        };
        let keys = match &fact.kind {
            FactType::Options(choices) => choices.iter().map(|choice| choice.id.clone()).collect(),
            _ => ["yes", "no"].map(str::to_owned).into(),
        };
        let mut text = format!("  step {id} by {}\n", fact.id);
        for key in self.some_of(keys) {
            if self.draw.chance(20) {
                text.push_str(&format!("    {key}: none\n"));
            } else {
                let way = self.way(6);
                text.push_str(&format!("    {key}:\n{way}"));
            }
        }
        text
    }

    fn way(&mut self, column: usize) -> String {
        let certificate = match self.draw.chance(30) {
            true => format!("{:column$}certificate {}\n", "", self.words()),
            false => String::new(),
        };
        let (act, body, done) = (self.words(), self.words(), self.truth(1));
        format!("{0:column$}act {act}\n{0:column$}body {body}\n{certificate}{0:column$}done {done}\n", "")
    }
}
