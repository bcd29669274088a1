//! Quantities → what is added up, and the arithmetic of each item.

use super::lower::Lowering;
use super::plan::{AmountStep, Ledger, MaskSlot, MaskStep, Piece, RatePlan, RulePlan, Source};
use crate::rulebook::{Counted, ItemRate, Number, NumberKind, Rule, RuleIndex};

impl Lowering<'_> {
    /// What a quantity adds up: `slots` says in which months it is in force and applies.
    pub(super) fn ledger(&mut self, rule: &Rule, slots: &RulePlan) -> Option<Ledger> {
        let items = rule.items();
        if items.is_empty() {
            return None;
        }
        let mut ledger = Ledger { sources: Vec::new(), items: Vec::new() };
        for item in items {
            let mut steps = Vec::new();
            match &item.counted {
                Counted::Rate(rate) => {
                    ledger.sources.push(Source::Rate(Box::new(self.rate_plan(rule, rate, slots))));
                    steps.push(AmountStep::Source(ledger.sources.len() - 1));
                }
                Counted::Amounts(number) => _ = amount(number, &mut ledger.sources, &mut steps),
            }
            ledger.items.push(steps);
        }
        Some(ledger)
    }

    /// A rate is counted where the quantity is in force and applies, its conditions hold, and the rate has an amount.
    fn rate_plan(&mut self, rule: &Rule, rate: &ItemRate, slots: &RulePlan) -> RatePlan {
        let outer = (std::mem::take(&mut self.consults), std::mem::take(&mut self.consulted));
        let always = self.steps.mask(MaskStep::Constant(true));
        let conditions = rule.versions.iter().flat_map(|version| &version.when).map(|condition| &condition.truth);
        let mut wanted = slots.applies;
        for truth in conditions.chain([&rate.when]) {
            let holds = self.truth(truth);
            wanted = self.steps.and(wanted, holds);
        }
        let pieces = self.number(&rate.rate, always);
        let months: Vec<MaskSlot> = pieces.iter().map(|piece| piece.months).collect();
        let has_rate = self.steps.any(&months);
        let granted = self.steps.and(wanted, has_rate);
        let consults = std::mem::take(&mut self.consults);
        (self.consults, self.consulted) = outer;
        let never = self.steps.mask(MaskStep::Constant(false));
        let slots = RulePlan {
            once: never,
            rule: slots.rule,
            versions: Vec::new(),
            in_force: slots.in_force,
            applies: slots.applies,
            answerable: slots.applies,
            wanted: granted,
            granted,
            pieces,
            figures: Vec::new(),
            waits: never,
            steps: Vec::new(),
            is_narrow: false,
            has_kin: slots.has_kin,
            scale: rate.rate.scale,
            consults,
            ledger: None,
        };
        RatePlan { of: rate.of, period: rate.period, slots }
    }

    /// What the table of another rule gives while that rule is in force.
    pub(super) fn taken(&mut self, rule: RuleIndex) -> Vec<Piece> {
        let Some(other) = self.places.get(&rule).and_then(|place| self.rules.get(*place)) else { return Vec::new() };
        let (in_force, rates, consults) = (other.in_force, other.pieces.clone(), other.consults.clone());
        consults.into_iter().for_each(|consult| self.consult(consult));
        let within = |piece: Piece| Piece { months: self.steps.and(in_force, piece.months), ..piece };
        rates.into_iter().map(within).collect()
    }
}

/// Adds the steps of a number that is made of amounts; the place of the last.
fn amount(number: &Number, sources: &mut Vec<Source>, steps: &mut Vec<AmountStep>) -> usize {
    let step = match &number.kind {
        NumberKind::Constant(units) => AmountStep::Constant(*units),
        NumberKind::Item(place) => AmountStep::Item(*place),
        NumberKind::Rule(rule) => {
            let known = sources.iter().position(|source| matches!(source, Source::Rule(other) if other == rule));
            AmountStep::Source(known.unwrap_or_else(|| {
                sources.push(Source::Rule(*rule));
                sources.len() - 1
            }))
        }
        NumberKind::Add(a, b) => two(a, b, sources, steps, AmountStep::Add),
        NumberKind::Subtract(a, b) => two(a, b, sources, steps, AmountStep::Subtract),
        NumberKind::Minimum(a, b) => two(a, b, sources, steps, AmountStep::Minimum),
        NumberKind::Maximum(a, b) => two(a, b, sources, steps, AmountStep::Maximum),
        // The checker lets nothing else be an amount.
        _ => AmountStep::Constant(0),
    };
    steps.push(step);
    steps.len() - 1
}

fn two(
    a: &Number,
    b: &Number,
    sources: &mut Vec<Source>,
    steps: &mut Vec<AmountStep>,
    step: fn(usize, usize) -> AmountStep,
) -> AmountStep {
    let (a, b) = (amount(a, sources, steps), amount(b, sources, steps));
    step(a, b)
}
