//! Tables of brackets, and entitlements that look at calendar years as a whole.

use super::scope::{Num, Scope, reached};
use tuoyu::model::ThingIndex;
use tuoyu::value::Unit;

/// Decimals of the shares of a table, and those that its amounts have at least.
const SHARES: u8 = 4;
const MONEY: u8 = 2;
/// A sum over a year runs over at most a million things and twelve months.
const DIGITS_OF_YEAR: u32 = 8;

impl Scope<'_, '_, '_> {
    /// A table of brackets.
    pub(super) fn brackets(&mut self) -> String {
        let name = self.book.name('t');
        let mut text = format!("table {name} of CNY marginal\n  title {}\n  value\n", self.words());
        let mut from = "0";
        for to in ["36000", "144000.5", "300000"] {
            if self.draw.chance(60) {
                let share = self.share();
                text.push_str(&format!("    {from} .. {to}: {share}\n"));
                self.grounds.push(to.to_owned());
                from = to;
            }
        }
        let share = self.share();
        text.push_str(&format!("    {from} ..: {share}\n"));
        self.book.tables.push(name);
        text
    }

    fn share(&mut self) -> &'static str {
        let share = self.draw.word(&["3%", "10%", "45%", "0%", "100%", "12.5%"]);
        self.grounds.push(share.to_owned());
        share
    }

    /// What a table of brackets makes of an amount, or what less of it saves.
    pub(super) fn of_brackets(&mut self, depth: u8) -> Option<Num> {
        let table = self.draw.pick(&self.book.tables).cloned()?;
        let unit = *self.draw.pick(&[Unit::CnyPerYear, Unit::Cny])?;
        let whole = self.number(unit, depth.min(1));
        if self.draw.chance(40) {
            return Some(taxed(&format!("{table}({})", whole.text), &[&whole]));
        }
        let less = self.number(unit, depth.min(1));
        Some(saved(&table, &whole, &less))
    }

    /// An entitlement that pays per month, and another that looks at its years; nothing where no thing is one of many.
    pub(super) fn yearly(&mut self, layer: &str) -> Option<String> {
        let all = self.vocabulary.things.iter().enumerate();
        let many: Vec<(usize, ThingIndex)> =
            all.filter(|(_, data)| data.many).filter_map(|(place, data)| Some((place, data.holder?))).collect();
        let (one, holder) = *self.draw.pick(&many)?;
        let one = ThingIndex(one);
        let others = (0..self.vocabulary.things.len()).map(ThingIndex);
        let others: Vec<ThingIndex> =
            others.filter(|other| *other != one && self.root(*other) == self.root(one)).collect();
        let beside = self.draw.pick(&others).copied().filter(|_| self.draw.chance(50));
        let id = |thing: ThingIndex| self.vocabulary.thing_at(thing).map(|data| data.id.clone());
        let (each, whole) = (id(one)?, id(beside.unwrap_or(holder))?);
        let list = format!("{}.{}", id(holder)?, self.vocabulary.thing_at(one)?.key);
        self.unchanging = true;
        let text = self.pair_of_rules(layer, (one, beside, holder), (&each, &whole, &list));
        self.unchanging = false;
        Some(text)
    }

    fn pair_of_rules(
        &mut self,
        layer: &str,
        (one, beside, holder): (ThingIndex, Option<ThingIndex>, ThingIndex),
        (each, whole, list): (&str, &str, &str),
    ) -> String {
        let (monthly, yearly) = (self.book.name('a'), self.book.name('a'));
        self.about(beside.into_iter().chain([one]).collect());
        let subject = if beside.is_some() { format!("{whole} x {each}") } else { each.to_owned() };
        let when = if self.draw.chance(60) { self.conditions("when", false) } else { String::new() };
        let unit = if self.draw.chance(50) { Unit::Cny } else { Unit::CnyPerMonth };
        let rate = self.number(unit, 1);
        let mut text = format!(
            "entitlement {monthly} for {subject}\n  title {}\n  pay state -> family\n{when}  rate per month {}\n\n",
            self.words(),
            rate.text
        );
        self.about(vec![beside.unwrap_or(holder)]);
        let sum = Num {
            text: format!("sum({layer}/{monthly} for {each} in {list})"),
            unit: Unit::CnyPerYear,
            scale: rate.scale.max(MONEY),
            digits: rate.digits + u32::from(rate.scale.max(MONEY) - rate.scale) + DIGITS_OF_YEAR,
        };
        let table = self.draw.pick(&self.book.tables).cloned();
        let amount = match table {
            Some(table) if self.draw.chance(80) => {
                let income = self.number(Unit::CnyPerYear, 1);
                if self.draw.chance(30) {
                    taxed(&format!("{table}({})", sum.text), &[&sum])
                } else {
                    saved(&table, &income, &sum)
                }
            }
            _ => self.number(Unit::Cny, 1),
        };
        let form = if self.draw.chance(50) { "  form saving\n" } else { "" };
        text.push_str(&format!(
            "entitlement {yearly} for {whole}\n  title {}\n{form}  pay state -> family\n  each calendar year\n  \
             when {} \"{}\": {} > 0 CNY/year\n  rate once {}\n\n",
            self.words(),
            self.book.name('c'),
            self.words(),
            sum.text,
            amount.text
        ));
        text
    }

    fn about(&mut self, subject: Vec<ThingIndex>) {
        self.lets.clear();
        self.rows.clear();
        self.named_rows.clear();
        self.reached = reached(self.vocabulary, &subject);
        self.subject = subject;
    }
}

/// A number that a table of brackets has made of others.
fn taxed(text: &str, of: &[&Num]) -> Num {
    let scale = of.iter().map(|number| number.scale).max().unwrap_or_default().max(MONEY);
    let digits = of.iter().map(|number| number.digits + u32::from(scale - number.scale)).max().unwrap_or_default();
    Num { text: text.to_owned(), unit: Unit::Cny, scale: scale + SHARES, digits: digits + u32::from(SHARES) + 1 }
}

/// What less of an amount saves.
fn saved(table: &str, whole: &Num, less: &Num) -> Num {
    let zero = if whole.unit == Unit::Cny { "0 CNY" } else { "0 CNY/year" };
    let (whole_text, less_text) = (&whole.text, &less.text);
    taxed(&format!("({table}({whole_text}) - {table}(max({zero}, {whole_text} - {less_text})))"), &[whole, less])
}
