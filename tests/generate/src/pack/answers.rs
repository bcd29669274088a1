//! Lookups: words by a fact, or a list of words.

use super::scope::Scope;
use tuoyu::model::FactType;

impl Scope<'_, '_, '_> {
    /// A lookup, behind its head.
    pub(super) fn lookup(&mut self) -> String {
        let applies = self.applies();
        let selects = |kind: &FactType| match kind {
            FactType::YesNo => true,
            FactType::Options(choices) => choices.len() <= 8,
            _ => false,
        };
        let selector = self.fact(|fact| selects(&fact.kind)).filter(|_| self.draw.chance(70));
        let (mut text, keys) = match selector {
            Some((_, fact)) => {
                let keys = match &fact.kind {
                    FactType::Options(choices) => choices.iter().map(|choice| choice.id.clone()).collect(),
                    _ => ["yes", "no"].map(str::to_owned).into(),
                };
                (format!("{applies}  value by {}\n", fact.id), self.some_of(keys))
            }
            None => {
                let keys = (1..=self.draw.between(1, 4)).map(|place| match self.draw.chance(50) {
                    true => place.to_string(),
                    false => format!("k{place}"),
                });
                let keys = keys.collect();
                (format!("{applies}  value list\n"), keys)
            }
        };
        for key in keys {
            text.push_str(&format!("    {key}: {}\n", self.words()));
        }
        text
    }
}
