//! Readings, parameters, and the `let`s of a rule.

use super::scope::{Bound, Free, Num, Reading, Scope};
use tuoyu::model::FactType;
use tuoyu::value::Unit;

/// Readings that say how months and yearly rates count.
const KNOWN: [(&str, [&str; 2]); 2] =
    [("reference-day", ["last-day", "first-day"]), ("yearly-rate", ["by-month", "head-count-at-year-end"])];
/// The units of parameters.
const UNITS: [Unit; 6] = [Unit::Cny, Unit::CnyPerMonth, Unit::CnyPerYear, Unit::Months, Unit::One, Unit::SquareMetres];
/// Money may be reformed up to so many digits before the point.
const DIGITS_OF_REFORM: u32 = 8;

impl Scope<'_, '_, '_> {
    /// A question that the law leaves open.
    pub(super) fn reading(&mut self) -> String {
        let known = KNOWN.iter().filter(|(id, _)| !self.book.readings.iter().any(|reading| reading.id == *id));
        let known: Vec<_> = known.collect();
        let known = self.draw.pick(&known).copied().filter(|_| self.draw.chance(40));
        let (id, options): (String, Vec<String>) = match known {
            Some((id, options)) => ((*id).to_owned(), options.map(str::to_owned).into()),
            None => {
                let id = self.book.name('q');
                let options = (1..=self.draw.between(2, 4)).map(|place| format!("{id}-{place}"));
                (id.clone(), options.collect())
            }
        };
        let mut text = format!("reading {id}\n  ask {}\n  because {}\n", self.words(), self.words());
        for option in &options {
            text.push_str(&format!("  option {option}: {}\n", self.words()));
        }
        let default = match self.draw.pick(&options) {
            Some(option) if self.draw.chance(50) => option.clone(),
            _ => "open".to_owned(),
        };
        text.push_str(&format!("  default {default}\n"));
        self.book.readings.push(Reading { id, options });
        text
    }

    /// A named number, or one in place of what an earlier layer says.
    pub(super) fn parameter(&mut self, layer: &str) -> String {
        let earlier = self.book.free.iter().filter(|free| free.layer != layer && free.rule.is_none());
        let earlier: Vec<Free> = earlier.cloned().collect();
        if let Some(over) = self.draw.pick(&earlier).cloned().filter(|_| self.draw.chance(50)) {
            let number = self.literal(over.unit);
            let known = self.book.parameters.iter().find(|known| known.text == over.name);
            if known.is_some_and(|known| number.scale <= known.scale && number.digits <= known.digits) {
                self.book.free.retain(|free| free.name != over.name);
                let Free { layer, name, .. } = over;
                let title = self.words();
                return format!(
                    "parameter {name}\n  overrides {layer}/{name}\n  title {title}\n  value {}\n",
                    number.text
                );
            }
        }
        let unit = self.draw.pick(&UNITS).copied().unwrap_or(Unit::One);
        let number = self.literal(unit);
        let name = self.book.name('p');
        self.book.free.push(Free { layer: layer.to_owned(), name: name.clone(), rule: None, unit });
        let digits = if unit.is_money() { number.digits.max(DIGITS_OF_REFORM + 3) } else { number.digits };
        self.book.parameters.push(Num { text: name.clone(), digits, ..number });
        format!("parameter {name}\n  title {}\n  value {}\n", self.words(), number.text)
    }

    /// Names for expressions, each of which the next may use; nothing where there are none.
    pub(super) fn bindings(&mut self) -> String {
        let count = self.draw.between(0, 3);
        let mut text = String::new();
        for _ in 0..count {
            let name = self.book.name('x');
            let (bound, written) = self.binding();
            text.push_str(&format!("    {name} = {written}\n"));
            self.lets.push((name, bound));
        }
        if text.is_empty() { text } else { format!("  let\n{text}") }
    }

    fn binding(&mut self) -> (Bound, String) {
        if self.draw.chance(25) {
            let selects = |kind: &FactType| matches!(kind, FactType::Options(_) | FactType::Date);
            if let Some((index, fact)) = self.fact(|fact| selects(&fact.kind)) {
                return (Bound::Fact(index), fact.id.clone());
            }
        }
        if self.draw.chance(50) {
            let truth = self.truth(2);
            return (Bound::Truth, truth);
        }
        let unit = self.unit();
        let number = self.body(unit, 6, 2, false);
        let text = number.text.clone();
        (Bound::Number(number), text)
    }
}
