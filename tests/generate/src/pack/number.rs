//! Numbers: as written, of facts, of names, and what is made of them.

use super::scope::{Bound, Num, Scope};
use tuoyu::model::{Fact, FactType, ThingIndex};
use tuoyu::value::{Decimal, Unit};

/// The most decimals that the check takes.
const MOST_DECIMALS: u8 = 18;
/// A number with more digits may reach 2^100.
const MOST_DIGITS: u32 = 29;
/// A sum runs over at most a million things.
const DIGITS_OF_SUM: u32 = 6;

impl Scope<'_, '_, '_> {
    /// A number in a unit.
    pub(super) fn number(&mut self, unit: Unit, depth: u8) -> Num {
        if depth == 0 || self.draw.is_spent() {
            return self.atom(unit);
        }
        let made = match self.draw.between(0, 14) {
            0 | 1 => {
                let operator = self.draw.word(&["+", "-"]);
                self.pair(unit, depth, |a, b| format!("({a} {operator} {b})"), 1)
            }
            2 | 3 => {
                let function = self.draw.word(&["min", "max"]);
                self.pair(unit, depth, |a, b| format!("{function}({a}, {b})"), 0)
            }
            4 => self.triple(unit, depth),
            5 | 6 => self.product(unit, depth),
            7 => self.fold(unit),
            8 => self.over_records(unit, depth),
            9 if unit == Unit::Cny => self.of_brackets(depth - 1),
            9 => self.in_steps(unit),
            _ => None,
        };
        match made {
            Some(number) if number.digits <= MOST_DIGITS && number.scale <= MOST_DECIMALS => number,
            _ => self.atom(unit),
        }
    }

    /// A number of one part.
    pub(super) fn atom(&mut self, unit: Unit) -> Num {
        let known = match self.draw.between(0, 5) {
            0 => None,
            1 => self.named(unit),
            _ => self.stated(unit),
        };
        known.unwrap_or_else(|| self.literal(unit))
    }

    /// A number as the law writes it.
    pub(super) fn literal(&mut self, unit: Unit) -> Num {
        let (text, written_unit, factor) = match unit {
            Unit::One if self.draw.chance(30) => (self.draw.word(&["30", "85", "100", "12.5", "0"]), "%", 1),
            Unit::One => (self.draw.word(&["2", "1", "0", "3", "0.5", "12", "1.25"]), "", 1),
            Unit::Months if self.draw.chance(50) => (self.draw.word(&["3", "1", "2"]), " years", 12),
            Unit::Months => (self.draw.word(&["36", "0", "12", "24"]), " months", 1),
            Unit::Days => (self.draw.word(&["5", "15", "0", "90"]), " days", 1),
            Unit::SquareMetres => (self.draw.word(&["120", "60.5", "0"]), " m²", 1),
            Unit::Cny => (self.draw.word(&["300", "0", "2000", "1234.56", "0.005"]), " CNY", 1),
            Unit::CnyPerMonth => (self.draw.word(&["300", "0", "2100", "99.99"]), " CNY/month", 1),
            Unit::CnyPerYear => (self.draw.word(&["3000", "0", "900", "100000"]), " CNY/year", 1),
        };
        self.grounds.push(if written_unit == "%" { format!("{text}%") } else { text.to_owned() });
        let value = Decimal::parse(text).unwrap_or(Decimal::new(0, 0));
        let percent = if written_unit == "%" { 2 } else { 0 };
        let value = Decimal::new(value.units() * factor, value.scale() + percent).trimmed();
        let scale = if unit.is_money() { value.scale().max(2) } else { value.scale() };
        let digits = value.units().checked_ilog10().unwrap_or_default() + 1 + u32::from(scale - value.scale());
        Num { text: format!("{text}{written_unit}"), unit, scale, digits }
    }

    /// A number fact, or a number of the record in scope.
    fn stated(&mut self, unit: Unit) -> Option<Num> {
        if let Some(fields) = self.record.clone() {
            let fitting: Vec<Num> = fields.into_iter().filter(|field| field.unit == unit).collect();
            if let Some(field) = self.draw.pick(&fitting) {
                return Some(field.clone());
            }
        }
        let (_, fact) = self.fact(|fact| unit_of(fact) == Some(unit))?;
        number_of(fact, fact.id.clone())
    }

    /// A parameter, a `let`, or what another rule pays in the month.
    fn named(&mut self, unit: Unit) -> Option<Num> {
        let lets = self.lets.iter().filter_map(|(name, bound)| match bound {
            Bound::Number(number) => Some(Num { text: name.clone(), ..number.clone() }),
            _ => None,
        });
        let monthly = self.book.monthly.iter().filter(|_| !self.unchanging);
        let rules = monthly.filter(|rule| rule.subject.iter().all(|thing| self.subject.contains(thing)));
        let rules =
            rules.map(|rule| Num { text: rule.id.clone(), unit: Unit::CnyPerMonth, scale: 2, digits: rule.digits });
        let named = self.book.parameters.iter().chain(&self.named_rows).cloned();
        let all = lets.chain(named).chain(rules);
        let fitting: Vec<Num> = all.filter(|number| number.unit == unit).collect();
        self.draw.pick(&fitting).cloned()
    }

    fn pair(&mut self, unit: Unit, depth: u8, text: impl Fn(&str, &str) -> String, more: u32) -> Option<Num> {
        let (a, b) = (self.number(unit, depth - 1), self.number(unit, depth - 1));
        let (scale, digits) = alike(&a, &b);
        Some(Num { text: text(&a.text, &b.text), unit, scale, digits: digits + more })
    }

    fn triple(&mut self, unit: Unit, depth: u8) -> Option<Num> {
        let first = self.pair(unit, depth, |a, b| format!("{a}, {b}"), 0)?;
        let last = self.number(unit, depth - 1);
        let (scale, digits) = alike(&first, &last);
        Some(Num { text: format!("min({}, {})", first.text, last.text), unit, scale, digits })
    }

    fn product(&mut self, unit: Unit, depth: u8) -> Option<Num> {
        let (a, b) = (self.number(unit, depth - 1), self.number(Unit::One, depth - 1));
        let scale = a.scale.checked_add(b.scale)?;
        let text =
            if self.draw.chance(50) { format!("{} * {}", a.text, b.text) } else { format!("{} * {}", b.text, a.text) };
        Some(Num { text: format!("({text})"), unit, scale, digits: a.digits + b.digits })
    }

    /// A count, or a sum over things that the case itself holds.
    fn fold(&mut self, unit: Unit) -> Option<Num> {
        if self.record.is_some() {
            return None;
        }
        let all = self.vocabulary.things.iter().enumerate();
        let counted: Vec<ThingIndex> =
            all.filter(|(_, data)| data.many && data.holder.is_none()).map(|(place, _)| ThingIndex(place)).collect();
        let thing = *self.draw.pick(&counted)?;
        let is_fit = |fact: &Fact| unit_of(fact) == Some(unit) && !(self.unchanging && fact.changes);
        let facts: Vec<&Fact> =
            self.vocabulary.facts_of(thing).map(|(_, fact)| fact).filter(|fact| is_fit(fact)).collect();
        let summed = self.draw.pick(&facts).and_then(|fact| number_of(fact, fact.id.clone()));
        let condition = if self.draw.chance(60) { self.steady(thing) } else { None };
        let condition = condition.map(|truth| format!(" where {truth}")).unwrap_or_default();
        let name = &self.vocabulary.thing_at(thing)?.id;
        match summed {
            Some(each) => {
                let digits = each.digits + DIGITS_OF_SUM;
                Some(Num { text: format!("sum({}{condition})", each.text), digits, ..each })
            }
            None if unit == Unit::One => {
                Some(Num { text: format!("count({name}{condition})"), unit, scale: 0, digits: 1 + DIGITS_OF_SUM })
            }
            None => None,
        }
    }

    /// What grows in steps: a quotient rounded up, or the completed months between two days.
    pub(super) fn in_steps(&mut self, unit: Unit) -> Option<Num> {
        match unit {
            Unit::One => {
                let whole = self.number(Unit::One, 0);
                self.grounds.push("3".to_owned());
                Some(Num { text: format!("ceil({} / 3)", whole.text), unit, scale: 0, digits: whole.digits + 1 })
            }
            Unit::Months => {
                let mut day = || self.fact(|fact| fact.kind == FactType::Date).map(|(_, fact)| fact.id.clone());
                let (from, to) = (day()?, day()?);
                Some(Num { text: format!("completed-months({from}, {to})"), unit, scale: 0, digits: 5 })
            }
            _ => None,
        }
    }

    /// A sum over the records of a fact.
    fn over_records(&mut self, unit: Unit, depth: u8) -> Option<Num> {
        if self.record.is_some() {
            return None;
        }
        let (_, fact) = self.fact(|fact| matches!(fact.kind, FactType::Records { .. }))?;
        let FactType::Records { fields, choices, .. } = &fact.kind else { return None };
        let numbers = fields.iter().filter_map(|(name, _, kind)| of_kind(kind, format!("u.{name}")));
        self.record = Some(numbers.collect());
        let each = self.number(unit, depth.saturating_sub(1).min(2));
        self.record = None;
        let more = choices.len().checked_ilog10().unwrap_or_default() + 1;
        Some(Num { text: format!("sum({} for u in {})", each.text, fact.id), digits: each.digits + more, ..each })
    }
}

/// The decimals that two numbers have in common, and the digits that the larger one then has.
pub(super) fn alike(a: &Num, b: &Num) -> (u8, u32) {
    let scale = a.scale.max(b.scale);
    let digits = |number: &Num| number.digits + u32::from(scale - number.scale);
    (scale, digits(a).max(digits(b)))
}

/// The unit of a number fact.
pub(super) fn unit_of(fact: &Fact) -> Option<Unit> {
    match fact.kind {
        FactType::Number { unit, .. } => Some(unit),
        _ => None,
    }
}

/// A number fact under a name.
pub(super) fn number_of(fact: &Fact, text: String) -> Option<Num> {
    of_kind(&fact.kind, text)
}

fn of_kind(kind: &FactType, text: String) -> Option<Num> {
    let FactType::Number { scale, maximum, unit, .. } = kind else { return None };
    Some(Num { text, unit: *unit, scale: *scale, digits: maximum.checked_ilog10().unwrap_or_default() + 1 })
}
