//! Tables: by a fact, by a truth, by a reading; every admissible value has exactly one row.

use super::number::alike;
use super::scope::{Bound, Num, Scope};
use crate::days;
use tuoyu::model::{Fact, FactType};
use tuoyu::value::{Date, Decimal, Unit};

/// A row of a table may be reformed to any money up to this many digits before the point.
const DIGITS_OF_REFORM: u32 = 8;
/// A table with more options has `otherwise`.
const MOST_ROWS: usize = 6;

/// What selects, and the keys of its rows.
struct Keys {
    selector: String,
    keys: Vec<String>,
}

impl Scope<'_, '_, '_> {
    /// What may stand behind a keyword or a row's mark: a number, or a table whose rows stand in a column.
    pub(super) fn body(&mut self, unit: Unit, column: usize, depth: u8, may_refuse: bool) -> Num {
        let keys = if depth > 0 && self.draw.chance(55) { self.keys() } else { None };
        let Some(Keys { selector, keys }) = keys.filter(|keys| !keys.keys.is_empty()) else {
            return self.number(unit, depth);
        };
        let mut whole: Option<Num> = None;
        let mut text = format!("by {selector}");
        let last = keys.len() - 1;
        for (place, key) in keys.into_iter().enumerate() {
            // A table of refusals alone is no rate.
            if may_refuse && (place < last || whole.is_some()) && self.draw.chance(20) {
                text.push_str(&format!("\n{:column$}{key}: none", ""));
                continue;
            }
            let (name, cell) = self.cell(&key, (unit, column + 2), depth - 1, may_refuse);
            text.push_str(&format!("\n{:column$}{key}{name}: {}", "", cell.text));
            whole = Some(match whole {
                Some(whole) => {
                    let (scale, digits) = alike(&whole, &cell);
                    Num { scale, digits, ..whole }
                }
                None => cell,
            });
        }
        match whole {
            Some(whole) => Num { text, ..whole },
            None => self.number(unit, 0),
        }
    }

    /// A cell; a number that stands alone in its row may get a name, or has its key's.
    fn cell(&mut self, key: &str, (unit, column): (Unit, usize), depth: u8, may_refuse: bool) -> (String, Num) {
        if depth > 0 && self.draw.chance(50) {
            return (String::new(), self.body(unit, column, depth, may_refuse));
        }
        let mut literal = self.literal(unit);
        let is_name = key != "otherwise" && key.starts_with(|c: char| c.is_ascii_lowercase());
        let must_be_named = is_name && self.rows.iter().any(|known| known == key);
        if unit.is_money() {
            literal.digits = literal.digits.max(DIGITS_OF_REFORM + u32::from(literal.scale));
        }
        if must_be_named || self.draw.chance(30) {
            let name = self.book.name('r');
            self.named_rows.push(Num { text: name.clone(), ..literal.clone() });
            return (format!(" as {name}"), literal);
        }
        if is_name {
            self.rows.push(key.to_owned());
        }
        (String::new(), literal)
    }

    fn keys(&mut self) -> Option<Keys> {
        match self.draw.between(0, 4) {
            0 if !self.book.readings.is_empty() => {
                let reading = self.draw.pick(&self.book.readings)?.clone();
                let keys = self.some_of(reading.options);
                Some(Keys { selector: format!("reading {}", reading.id), keys })
            }
            1 => {
                let truths = self.lets.iter().filter(|(_, bound)| matches!(bound, Bound::Truth));
                let names: Vec<String> = truths.map(|(name, _)| name.clone()).collect();
                let selector = self.draw.pick(&names)?.clone();
                Some(Keys { selector, keys: self.some_of(["no", "yes"].map(str::to_owned).into()) })
            }
            _ => {
                let selects = |fact: &Fact| {
                    matches!(
                        fact.kind,
                        FactType::Options(_) | FactType::YesNo | FactType::Number { .. } | FactType::Date
                    )
                };
                let (index, fact) = self.fact(selects)?;
                let is_same = |(_, bound): &&(String, Bound)| matches!(bound, Bound::Fact(known) if *known == index);
                let other = self.lets.iter().find(is_same).map(|(name, _)| name.clone());
                let selector = other.unwrap_or_else(|| fact.id.clone());
                let keys = match &fact.kind {
                    FactType::Options(choices) => {
                        self.some_of(choices.iter().map(|choice| choice.id.clone()).collect())
                    }
                    FactType::YesNo => self.some_of(["yes", "no"].map(str::to_owned).into()),
                    FactType::Date => self.spans(),
                    kind => self.numbers(kind),
                };
                Some(Keys { selector, keys })
            }
        }
    }

    /// All keys, or some and `otherwise`.
    pub(super) fn some_of(&mut self, mut keys: Vec<String>) -> Vec<String> {
        if keys.len() <= MOST_ROWS && self.draw.chance(60) {
            return keys;
        }
        keys.truncate(1 + self.draw.below(keys.len().min(MOST_ROWS).saturating_sub(1)));
        keys.push("otherwise".to_owned());
        keys
    }

    fn spans(&mut self) -> Vec<String> {
        let (one, other) = (days::near(self.draw), days::near(self.draw));
        let (first, last) = (one.min(other), one.max(other));
        let next = Date::from_number(first.number() + 1);
        match self.draw.between(0, 2) {
            0 => vec![format!("{first} .. {last}"), "otherwise".to_owned()],
            1 => vec![format!(".. {first}"), format!("{next} ..")],
            _ => vec!["otherwise".to_owned(), format!("{next} ..")],
        }
    }

    /// Whole numbers as keys: one, a range and what is left, or two ranges that meet.
    fn numbers(&mut self, kind: &FactType) -> Vec<String> {
        let FactType::Number { scale, minimum, maximum, .. } = kind else { return Vec::new() };
        let one = 10_i64.checked_pow(u32::from(*scale)).unwrap_or(1);
        let cut = self.draw.between(0, 4).saturating_mul(one).clamp(*minimum, *maximum);
        let mut written = |units: i64| {
            let text = Decimal::new(i128::from(units), *scale).plain();
            self.grounds.push(text.clone());
            text
        };
        let (low, middle, high) = (written(*minimum), written(cut), written(*maximum));
        let next = (cut < *maximum).then(|| written(cut + 1));
        match (self.draw.between(0, 2), next) {
            (0, Some(next)) => vec![format!("{low} .. {middle}"), format!("{next} .. {high}")],
            (1, _) => vec![format!("{low} .. {middle}"), "otherwise".to_owned()],
            _ => vec![middle, "otherwise".to_owned()],
        }
    }
}
