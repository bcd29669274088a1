//! What a rule reads, whatever a case holds: the facts of every step beneath it that the chosen readings leave.

use super::program::Choices;
use crate::compile::{
    FactIndex, MaskSlot, MaskStep, NumberSlot, NumberStep, Piece, Plan, ReadingIndex, RuleIndex, RulePlan,
};
use crate::value::Set;

/// Every fact that a rule reaches.
#[must_use]
pub fn facts_read(plan: &Plan, rule: RuleIndex, choices: &Choices) -> Set<FactIndex> {
    let mut read = Reads { plan, choices, facts: Set::new(), numbers: Set::new(), masks: Set::new() };
    if let Some(rule) = plan.rules.get(rule.0) {
        read.rule(rule);
    }
    read.facts
}

struct Reads<'a> {
    plan: &'a Plan,
    choices: &'a Choices,
    facts: Set<FactIndex>,
    numbers: Set<NumberSlot>,
    masks: Set<MaskSlot>,
}

impl Reads<'_> {
    fn rule(&mut self, rule: &RulePlan) {
        for slot in [rule.in_force, rule.applies, rule.answerable, rule.granted].iter().chain(&rule.steps) {
            self.mask(*slot);
        }
        let figures = rule.figures.iter();
        let figures = figures.flat_map(|figures| figures.value.iter().chain(&figures.over).chain(&figures.bound));
        for Piece { months, number } in rule.pieces.iter().chain(figures) {
            self.mask(*months);
            self.number(*number);
        }
        // What a quantity adds up is what it reads.
        rule.rates().for_each(|rate| self.rule(&rate.slots));
        let added: Vec<&RulePlan> = rule.added().filter_map(|index| self.plan.rules.get(index.0)).collect();
        added.into_iter().for_each(|rule| self.rule(rule));
    }

    fn chosen<S: Copy>(&self, reading: ReadingIndex, options: &[S]) -> Vec<S> {
        match self.choices.get(reading.0).copied().flatten() {
            Some(chosen) => options.get(chosen).copied().into_iter().collect(),
            None => options.to_vec(),
        }
    }

    fn number(&mut self, slot: NumberSlot) {
        if !self.numbers.insert(slot) {
            return;
        }
        match self.plan.numbers.get(slot.0) {
            Some(NumberStep::Load(fact)) => _ = self.facts.insert(*fact),
            Some(NumberStep::Pick(reading, options)) => {
                self.chosen(*reading, options).into_iter().for_each(|slot| self.number(slot));
            }
            Some(step) => {
                if let NumberStep::Table(fact, _) = step {
                    self.facts.insert(*fact);
                }
                if let NumberStep::Total(_, pieces) = step {
                    pieces.iter().for_each(|piece| self.mask(piece.months));
                }
                step.reads().into_iter().for_each(|slot| self.number(slot));
            }
            None => {}
        }
    }

    fn mask(&mut self, slot: MaskSlot) {
        if !self.masks.insert(slot) {
            return;
        }
        match self.plan.masks.get(slot.0) {
            Some(MaskStep::Compare(_, a, b)) => {
                self.number(*a);
                self.number(*b);
            }
            Some(MaskStep::Pick(reading, options)) => {
                self.chosen(*reading, options).into_iter().for_each(|slot| self.mask(slot));
            }
            Some(
                MaskStep::Reached(fact, ..)
                | MaskStep::Aged(fact, _)
                | MaskStep::Is(fact, _)
                | MaskStep::Known(fact)
                | MaskStep::Eldest(fact),
            ) => _ = self.facts.insert(*fact),
            Some(step) => {
                if let MaskStep::Table(fact, _) = step {
                    self.facts.insert(*fact);
                }
                step.reads().into_iter().for_each(|slot| self.mask(slot));
            }
            None => {}
        }
    }
}
