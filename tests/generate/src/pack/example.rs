//! Examples beside rules, with an answer that needs no computation: before its first day no rule is in force.

use super::rules::Written;
use super::scope::Scope;
use tuoyu::model::{Fact, FactType};
use tuoyu::value::Decimal;

impl Scope<'_, '_, '_> {
    /// A `case` block for a rule that says from when it is in force.
    pub(super) fn example(&mut self, rule: &Written) -> Option<String> {
        let before = rule.from?.month().plus(-1)?;
        let mut text = format!("```case\n{}\nwindow {before}\n", self.words());
        for _ in 0..self.draw.between(0, 3) {
            if let Some((id, value)) = self.stated_example() {
                // A fact is stated once.
                if !text.contains(&format!("facts {id} ")) {
                    text.push_str(&format!("facts {id} {value}\n"));
                }
            }
        }
        text.push_str(&format!("expect {} not-in-force\n```\n", rule.id));
        Some(text)
    }

    fn stated_example(&mut self) -> Option<(String, String)> {
        let is_free = |fact: &Fact| {
            fact.part.is_none() && fact.sum_at_most.is_none() && !fact.contradicts_no && fact.after.is_none()
        };
        let (_, fact) = self.fact(|fact| is_free(fact) && !matches!(fact.kind, FactType::Date))?;
        let value = match &fact.kind {
            FactType::YesNo => self.draw.word(&["yes", "no"]).to_owned(),
            FactType::Options(choices) => self.draw.pick(choices)?.id.clone(),
            FactType::Number { scale, minimum, maximum, allowed, .. } => {
                let units = self.draw.pick(allowed).copied().unwrap_or_else(|| self.draw.between(*minimum, *maximum));
                Decimal::new(i128::from(units), *scale).plain()
            }
            _ => return None,
        };
        Some((fact.id.clone(), value))
    }
}
