//! Statements: what is added up for a family and for an institution, cell by cell, worked out by hand.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop where it stands")]

mod family;
mod institution;
mod unknown;

use std::collections::BTreeMap;
use std::sync::LazyLock;
use tuoyu::explain::{OutcomeReport, Own, PartReport, QuantityReport};
use tuoyu::{Ask, Pack, Rules};

fn rules() -> &'static Rules {
    static RULES: LazyLock<Rules> =
        LazyLock::new(|| Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).unwrap());
    &RULES
}

/// What a statement says of the first of its subjects.
struct Statement(OutcomeReport);

fn statement(rule: &str, case: &str, ask: &Ask) -> Statement {
    let case = rules().read_json(case.as_bytes()).unwrap();
    Statement(rules().assess(&case, &ask.clone().rule(rule)).unwrap().outcomes.remove(0))
}

impl Statement {
    fn own(&self) -> &QuantityReport {
        let Own::Quantity(own) = &self.0.own else { panic!("a quantity") };
        own
    }

    fn part(&self, subject: &str, month: Option<&str>, item: &str) -> &PartReport {
        let is = |part: &&PartReport| {
            let of = part.month.map(|month| month.to_string());
            (part.subject.as_str(), of.as_deref(), part.item.as_str()) == (subject, month, item)
        };
        self.own().parts.iter().find(is).unwrap_or_else(|| panic!("no {item} of {subject} in {month:?}"))
    }

    /// What an item of a subject comes to over the window.
    fn all(&self, subject: &str, item: &str) -> String {
        shown(self.part(subject, None, item))
    }

    /// The cells of an item by month.
    fn months(&self, subject: &str, item: &str) -> Vec<String> {
        let own = |part: &&PartReport| part.subject == subject && part.item == item && part.month.is_some();
        self.own().parts.iter().filter(own).map(shown).collect()
    }

    fn missing(&self) -> Vec<String> {
        self.0.missing.iter().map(|name| format!("{} {}", name.subject, name.fact)).collect()
    }

    /// Every subject with its item, how many cells it has.
    fn shape(&self) -> BTreeMap<(String, String), usize> {
        let mut shape = BTreeMap::new();
        for part in &self.own().parts {
            *shape.entry((part.subject.clone(), part.item.clone())).or_default() += 1;
        }
        shape
    }
}

fn shown(part: &PartReport) -> String {
    let [low, high] = &part.range;
    match &part.amount {
        Some(amount) => {
            assert_eq!((low, high), (amount, amount), "a settled part has one amount");
            amount.clone()
        }
        None => format!("{low} .. {high}"),
    }
}
