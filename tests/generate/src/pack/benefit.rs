//! Entitlements: who pays whom, how much, in which months.

use super::scope::{Monthly, Num, Scope};
use tuoyu::model::FactType;
use tuoyu::value::Unit;

const PARTIES: [&str; 6] = ["county", "city", "state", "institution", "family", "employer"];

/// What every version of an entitlement repeats.
pub(super) struct Given {
    pay: String,
    period: &'static str,
    pub(super) unit: Unit,
}

impl Scope<'_, '_, '_> {
    /// The lines that say who gives what to whom.
    pub(super) fn given(&mut self) -> Given {
        let (payer, payee) = (self.draw.word(&PARTIES), self.draw.word(&PARTIES));
        let payer = if self.draw.chance(15) { "" } else { payer };
        let mut pay = format!("  pay {payer} -> {payee}\n");
        if self.draw.chance(25) {
            pay.push_str(&format!("  form {}\n", self.draw.word(&["payment", "saving", "deduction"])));
        }
        if self.draw.chance(20) {
            self.grounds.push("可".to_owned());
            pay.push_str(&format!("  discretionary {}\n", self.words()));
        }
        if self.draw.chance(25) {
            pay.push_str(&self.place());
        }
        let things: Vec<&str> = self
            .reached
            .iter()
            .filter_map(|thing| self.vocabulary.thing_at(*thing))
            .map(|thing| thing.id.as_str())
            .collect();
        if let Some(thing) = self.draw.pick(&things).filter(|_| self.draw.chance(25)) {
            pay.push_str(&format!("  single {thing}\n"));
        }
        let (period, unit) = match self.draw.between(0, 7) {
            0 => ("once", Unit::Cny),
            1 => ("per year", Unit::Cny),
            2 => ("per year", Unit::CnyPerYear),
            3 => ("per month", Unit::Cny),
            _ => ("per month", Unit::CnyPerMonth),
        };
        Given { pay, period, unit }
    }

    fn place(&mut self) -> String {
        let places = self.facts(|fact| matches!(fact.kind, FactType::Options(_)));
        let names: Vec<&str> =
            places.iter().filter_map(|fact| self.vocabulary.fact_at(*fact)).map(|fact| fact.id.as_str()).collect();
        let Some(one) = self.draw.pick(&names).copied() else { return String::new() };
        let reading = self.draw.pick(&self.book.readings).cloned().filter(|_| self.draw.chance(50));
        let Some(reading) = reading else { return format!("  place {one}\n") };
        let mut text = format!("  place by reading {}\n", reading.id);
        for key in self.some_of(reading.options) {
            let fact = self.draw.pick(&names).copied().unwrap_or(one);
            text.push_str(&format!("    {key}: {fact}\n"));
        }
        text
    }

    /// One text of an entitlement, behind its head; and its rate, if one is written here.
    pub(super) fn entitlement(&mut self, given: &Given, may_stand_elsewhere: bool) -> (String, Option<Num>) {
        let (lets, applies) = (self.bindings(), self.applies());
        let when = if self.draw.chance(70) { self.conditions("when", false) } else { String::new() };
        let pay = &given.pay;
        if may_stand_elsewhere && self.draw.chance(8) {
            let name = self.book.name('e');
            let rate = format!("  rate elsewhere as {name}: {}\n", self.words());
            return (format!("{pay}{applies}{when}{rate}"), None);
        }
        let rate = self.body(given.unit, 4, 3, true);
        let claim = self.claim();
        let text = format!("{pay}{lets}{applies}{when}  rate {} {}\n{claim}", given.period, rate.text);
        (text, Some(rate))
    }

    /// How it is claimed, or nothing.
    fn claim(&mut self) -> String {
        if !self.draw.chance(20) {
            return String::new();
        }
        let mut text = format!("  claim\n    where {}\n", self.words());
        if self.draw.chance(50) {
            text.push_str(&format!("    by {}\n", self.words()));
        }
        for _ in 0..self.draw.between(0, 2) {
            text.push_str(&format!("    documents {}\n", self.words()));
        }
        text
    }

    /// Lets quantities add up an entitlement of money, and any rule refer to one that pays whole fen per month.
    pub(super) fn offer(&mut self, id: &str, given: &Given, rates: &[Num]) {
        let digits = rates.iter().map(|rate| rate.digits).max().unwrap_or_default();
        let is_money = !given.pay.contains("form deduction") && !given.pay.contains("form leave");
        if is_money && !rates.is_empty() {
            self.book.paying.push(Monthly { id: id.to_owned(), subject: self.subject.clone(), digits });
        }
        if given.period == "per month" && !rates.is_empty() && rates.iter().all(|rate| rate.scale == 2) {
            self.book.monthly.push(Monthly { id: id.to_owned(), subject: self.subject.clone(), digits });
        }
    }
}
