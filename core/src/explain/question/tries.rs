//! The answers that are worth trying: every value that can lead elsewhere than its neighbour.

use crate::compile::{Comparison, FactIndex, FactType, Number, NumberKind, Plan, Rule, RuleIndex, Says, Truth};
use crate::value::Set;

/// The most answers that are tried; a fact with more is left at its range.
const MOST_TRIES: usize = 40;

/// Values of a fact that lead to the same, in the fact's own units: one of them stands for all.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Try {
    /// The first.
    pub from: i64,
    /// The last.
    pub to: i64,
}

/// The answers to try for a fact that some rules read; empty where a value may lead elsewhere than each other one,
/// as a fee does.
#[must_use]
pub fn tries(plan: &Plan, rules: &[&str], fact: FactIndex) -> Vec<Try> {
    let one = |value: i64| Try { from: value, to: value };
    match plan.book.vocabulary.fact_at(fact).map(|fact| &fact.kind) {
        Some(FactType::YesNo) => vec![one(1), one(0)],
        Some(FactType::Options(choices)) if choices.len() <= MOST_TRIES => {
            (0..choices.len()).filter_map(|place| i64::try_from(place).ok()).map(one).collect()
        }
        Some(FactType::Number { allowed, .. }) if !allowed.is_empty() => allowed.iter().copied().map(one).collect(),
        Some(FactType::Number { minimum, maximum, scale, .. }) => {
            let mut cuts = Cuts { plan, fact, scale: *scale, starts: Set::from([*minimum]), is_smooth: false };
            let named = plan.book.rules.iter().filter(|rule| rules.contains(&rule.id.as_str()));
            named.for_each(|rule| cuts.rule(rule));
            cuts.tries(*minimum, *maximum)
        }
        _ => Vec::new(),
    }
}

/// Where the values of a number fall apart.
struct Cuts<'p> {
    plan: &'p Plan,
    fact: FactIndex,
    scale: u8,
    /// The first value of each part.
    starts: Set<i64>,
    /// Whether arithmetic reads it, so that each value may lead elsewhere.
    is_smooth: bool,
}

impl Cuts<'_> {
    fn tries(&self, minimum: i64, maximum: i64) -> Vec<Try> {
        let inside: Vec<i64> =
            self.starts.iter().copied().filter(|start| (minimum..=maximum).contains(start)).collect();
        if self.is_smooth || inside.len() > MOST_TRIES {
            return Vec::new();
        }
        let ends = inside.iter().skip(1).map(|next| next - 1).chain([maximum]);
        inside.iter().zip(ends).map(|(from, to)| Try { from: *from, to }).collect()
    }

    fn rule(&mut self, rule: &Rule) {
        for version in &rule.versions {
            version.truths().into_iter().for_each(|truth| self.truth(truth));
            // Limits and indicators are judged by their conditions; only a rate and the place of words are computed.
            if let Says::Rate(number) | Says::Words(number, _) = &version.says {
                self.number(number);
            }
        }
        for RuleIndex(index) in &rule.refers {
            self.plan.book.rules.get(*index).into_iter().for_each(|referred| self.rule(referred));
        }
    }

    fn truth(&mut self, truth: &Truth) {
        match truth {
            Truth::Not(inner) => self.truth(inner),
            Truth::And(a, b) | Truth::Or(a, b) => {
                self.truth(a);
                self.truth(b);
            }
            Truth::Compare(comparison, a, b) => self.comparison(*comparison, a, b),
            Truth::Constant(_)
            | Truth::Is(..)
            | Truth::Known(_)
            | Truth::Reached { .. }
            | Truth::Aged { .. }
            | Truth::OfYear(_)
            | Truth::First(_)
            | Truth::Since(_) => {}
        }
    }

    /// A fact against a number of the law falls apart there; anything else is arithmetic.
    fn comparison(&mut self, comparison: Comparison, a: &Number, b: &Number) {
        let is_fact = |number: &Number| matches!(number.kind, NumberKind::Fact(fact) if fact == self.fact);
        let (first, bound) = match (self.constant(a), self.constant(b)) {
            (_, Some(bound)) if is_fact(a) => (true, bound),
            (Some(bound), _) if is_fact(b) => (false, bound),
            _ => {
                self.number(a);
                self.number(b);
                return;
            }
        };
        match (comparison, first) {
            (Comparison::Less, true) | (Comparison::AtMost, false) => self.starts.extend([bound]),
            (Comparison::AtMost, true) | (Comparison::Less, false) => self.starts.extend([bound + 1]),
            (Comparison::Equal, _) => self.starts.extend([bound, bound + 1]),
        }
    }

    /// A number of the law in the fact's own units.
    fn constant(&self, number: &Number) -> Option<i64> {
        match number.kind {
            NumberKind::Constant(units) if number.scale == self.scale => Some(units),
            NumberKind::Parameter(index) => self.plan.book.parameters.get(index.0)?.value.at_scale(self.scale),
            _ => None,
        }
    }

    fn number(&mut self, number: &Number) {
        match &number.kind {
            NumberKind::Choose(truth, _) | NumberKind::Holds(truth) => self.truth(truth),
            NumberKind::Fact(fact) => self.is_smooth |= *fact == self.fact,
            NumberKind::Table(fact, arms) if *fact == self.fact => {
                self.starts.extend(arms.iter().map(|arm| arm.from));
            }
            _ => {}
        }
        number.parts().into_iter().for_each(|part| self.number(part));
    }
}
