//! Quantities: items that count a rate of their own, or add up rules and items above.

use super::scope::{Scope, reached};
use tuoyu::model::ThingIndex;
use tuoyu::value::Unit;

/// The sum over the longest window and the most things takes so many digits more.
const DIGITS_OF_SUMS: u32 = 12;
/// A sum of amounts stays below so many digits.
const MOST_DIGITS: u32 = 36;

/// An item above.
struct Above {
    id: String,
    by: Option<ThingIndex>,
    monthly: bool,
    digits: u32,
}

impl Scope<'_, '_, '_> {
    /// A quantity, behind its head.
    pub(super) fn quantity(&mut self) -> String {
        let subject = self.subject.clone();
        let Some(thing) = subject.first().copied() else { return String::new() };
        let all: Vec<ThingIndex> = (0..self.vocabulary.things.len()).map(ThingIndex).collect();
        let beneath: Vec<ThingIndex> = all.into_iter().filter(|other| self.holds(thing, *other)).collect();
        let when = if self.draw.chance(30) { self.conditions("when", false) } else { String::new() };
        let (mut text, mut above): (String, Vec<Above>) = (when, Vec::new());
        for _ in 0..=self.draw.between(0, 3) {
            let by = self.draw.pick(&beneath).copied().filter(|_| self.draw.chance(60));
            let monthly = self.draw.chance(50);
            let id = self.book.name('i');
            let (of, lines, digits) = if self.draw.chance(40) {
                self.counted(&beneath, by.unwrap_or(thing))
            } else {
                let (value, digits) = self.added(&above, (thing, by), monthly);
                (String::new(), format!("    value {value}\n"), digits)
            };
            let by_thing = by.and_then(|by| self.vocabulary.thing_at(by)).map(|thing| thing.id.clone());
            let shown = match (by_thing, monthly) {
                (Some(by), true) => format!(" by {by} and month"),
                (Some(by), false) => format!(" by {by}"),
                (None, true) => " by month".to_owned(),
                (None, false) => String::new(),
            };
            text.push_str(&format!("  item {id}{of}{shown}\n    title {}\n{lines}", self.words()));
            above.push(Above { id, by, monthly, digits });
        }
        (self.subject, self.reached) = (subject.clone(), reached(self.vocabulary, &subject));
        text
    }

    fn holds(&self, above: ThingIndex, thing: ThingIndex) -> bool {
        self.vocabulary.holds(above, thing)
    }

    /// A rate of things that stand beneath those by which the item is shown.
    fn counted(&mut self, beneath: &[ThingIndex], shown: ThingIndex) -> (String, String, u32) {
        let fitting: Vec<ThingIndex> = beneath.iter().copied().filter(|of| self.holds(shown, *of)).collect();
        let of = self.draw.pick(&fitting).copied().unwrap_or(shown);
        // Names mean what these things reach, and no rule's amount is part of a rate.
        (self.subject, self.reached) = (Vec::new(), reached(self.vocabulary, &[of]));
        let when = if self.draw.chance(60) { format!("    when {}\n", self.truth(2)) } else { String::new() };
        let (period, unit) = match self.draw.between(0, 3) {
            0 => ("once", Unit::Cny),
            1 => ("per year", Unit::CnyPerYear),
            _ => ("per month", Unit::CnyPerMonth),
        };
        let rate = self.number(unit, 2);
        let rate = if rate.digits + DIGITS_OF_SUMS > MOST_DIGITS { self.number(unit, 0) } else { rate };
        let name = self.vocabulary.thing_at(of).map(|thing| thing.id.clone()).unwrap_or_default();
        (format!(" for {name}"), format!("{when}    rate {period} {}\n", rate.text), rate.digits + DIGITS_OF_SUMS)
    }

    /// Rules and items above, added up.
    fn added(
        &mut self,
        above: &[Above],
        (thing, by): (ThingIndex, Option<ThingIndex>),
        monthly: bool,
    ) -> (String, u32) {
        let shown = by.unwrap_or(thing);
        let items = above.iter().filter(|item| (item.by == by || by.is_none()) && (item.monthly || !monthly));
        let items = items.map(|item| (item.id.clone(), item.digits));
        let rules = self.book.paying.iter().filter(|rule| rule.subject.iter().any(|thing| self.holds(shown, *thing)));
        let rules = rules.map(|rule| (rule.id.clone(), rule.digits + DIGITS_OF_SUMS));
        let all: Vec<(String, u32)> = items.chain(rules).collect();
        let nothing = || ("0 CNY".to_owned(), 1);
        let mut whole: (String, u32) = self.draw.pick(&all).cloned().unwrap_or_else(nothing);
        for _ in 0..self.draw.between(0, 2) {
            let next = self.draw.pick(&all).cloned().unwrap_or_else(nothing);
            let digits = whole.1.max(next.1) + 1;
            if digits > MOST_DIGITS {
                break;
            }
            let text = match self.draw.between(0, 3) {
                0 => format!("({} + {})", whole.0, next.0),
                1 => format!("max(0 CNY, {} - {})", whole.0, next.0),
                2 => format!("min({}, {})", whole.0, next.0),
                _ => format!("({} - {})", whole.0, next.0),
            };
            whole = (text, digits);
        }
        whole
    }
}
