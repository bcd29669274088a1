//! What an answer can depend on: options that are not chosen are not reached.

use super::bind::Binding;
use super::columns::{FactOf, One};
use super::program::{Choices, MonthsOperand, NumberOperand};
use crate::compile::{FactIndex, MaskSlot, MaskStep, NumberSlot, NumberStep, ReadingIndex, ThingIndex};
use crate::value::Set;

/// The facts and open readings that slots can depend on; options that are not chosen are not reached.
#[derive(Default)]
pub(super) struct Used {
    pub(super) facts: Set<FactOf>,
    pub(super) readings: Vec<ReadingIndex>,
    pub(super) single: Option<ThingIndex>,
    pub(super) shared: Vec<FactOf>,
    numbers: Set<(NumberSlot, Option<One>)>,
    masks: Set<(MaskSlot, Option<One>)>,
}

impl Used {
    fn fact(&mut self, binding: &Binding<'_>, fact: FactIndex) {
        self.facts.insert(binding.fact_of(fact));
    }

    fn chosen<'s, S>(&mut self, choices: &Choices, reading: ReadingIndex, options: &'s [S]) -> Vec<&'s S> {
        match choices.get(reading.0).copied().flatten() {
            Some(chosen) => options.get(chosen).into_iter().collect(),
            None => {
                if !self.readings.contains(&reading) {
                    self.readings.push(reading);
                }
                options.iter().collect()
            }
        }
    }

    pub(super) fn number(&mut self, binding: &mut Binding<'_>, slot: NumberSlot) {
        let key = (slot, binding.one);
        let known = self.numbers.contains(&key) || matches!(binding.number(slot), NumberOperand::Constant(_));
        if known {
            return;
        }
        self.numbers.insert(key);
        match binding.plan.numbers.get(slot.0) {
            Some(NumberStep::Load(fact) | NumberStep::Since(fact) | NumberStep::Outside(fact, _)) => {
                self.fact(binding, *fact)
            }
            Some(
                NumberStep::Add(a, b)
                | NumberStep::Subtract(a, b)
                | NumberStep::Multiply(a, b)
                | NumberStep::Minimum(a, b)
                | NumberStep::Maximum(a, b)
                | NumberStep::Ceiling(a, b)
                | NumberStep::CompletedMonths(a, b),
            ) => {
                self.number(binding, *a);
                self.number(binding, *b);
            }
            Some(NumberStep::Table(fact, arms)) => {
                self.fact(binding, *fact);
                arms.iter().for_each(|arm| self.number(binding, arm.cell));
            }
            Some(NumberStep::Pick(reading, options)) => {
                self.chosen(binding.choices, *reading, options)
                    .into_iter()
                    .for_each(|slot| self.number(binding, *slot));
            }
            Some(NumberStep::Sum(thing, each)) => {
                let outer = binding.one;
                for one in binding.around.all(*thing) {
                    binding.one = Some(One::Instance(one));
                    self.number(binding, *each);
                }
                binding.one = outer;
            }
            Some(NumberStep::SumHeld(thing, each)) => {
                let outer = binding.one;
                for place in 0..binding.most_held(*thing) {
                    binding.one = Some(One::Held(place));
                    self.number(binding, *each);
                }
                binding.one = outer;
            }
            Some(NumberStep::Total(thing, pieces)) => {
                let outer = binding.one;
                for one in binding.around.family(*thing) {
                    binding.one = Some(One::Instance(one));
                    for piece in pieces {
                        self.months(binding, piece.months);
                        self.number(binding, piece.number);
                    }
                }
                binding.one = outer;
            }
            Some(NumberStep::Constant(_) | NumberStep::Parameter(..)) | None => {}
        }
    }

    pub(super) fn months(&mut self, binding: &mut Binding<'_>, slot: MaskSlot) {
        // What the chosen readings make every month or none depends on no fact.
        let key = (slot, binding.one);
        let known = self.masks.contains(&key) || matches!(binding.mask(slot), MonthsOperand::Constant(_));
        if known {
            return;
        }
        self.masks.insert(key);
        match binding.plan.masks.get(slot.0) {
            Some(
                MaskStep::Reached(fact, ..)
                | MaskStep::Aged(fact, _)
                | MaskStep::Is(fact, _)
                | MaskStep::Within(fact, _),
            ) => self.fact(binding, *fact),
            Some(MaskStep::Eldest(fact)) => {
                let thing = binding.plan.book.vocabulary.fact_at(*fact).map(|fact| fact.thing);
                self.fact(binding, *fact);
                for one in thing.map(|thing| binding.around.earlier(thing)).unwrap_or_default() {
                    let outer = binding.one.replace(One::Instance(one));
                    self.fact(binding, *fact);
                    binding.one = outer;
                }
            }
            Some(MaskStep::Compare(_, a, b)) => {
                self.number(binding, *a);
                self.number(binding, *b);
            }
            Some(MaskStep::Not(a)) => self.months(binding, *a),
            Some(MaskStep::First(a, thing)) => {
                self.single = Some(*thing);
                let mut before = Self::default();
                before.months(binding, *a);
                self.shared.extend(before.facts);
                self.months(binding, *a);
            }
            Some(MaskStep::And(a, b) | MaskStep::Or(a, b)) => {
                self.months(binding, *a);
                self.months(binding, *b);
            }
            Some(MaskStep::Table(fact, arms)) => {
                let cells: Vec<MonthsOperand> = arms.iter().map(|arm| binding.mask(arm.cell)).collect();
                // A table whose cells are all one does not depend on what selects.
                if cells.iter().zip(cells.iter().skip(1)).any(|(a, b)| a != b) {
                    self.fact(binding, *fact);
                }
                arms.iter().for_each(|arm| self.months(binding, arm.cell));
            }
            Some(MaskStep::Pick(reading, options)) => {
                self.chosen(binding.choices, *reading, options)
                    .into_iter()
                    .for_each(|slot| self.months(binding, *slot));
            }
            // Whether the input states a fact is not itself unknown.
            Some(
                MaskStep::Known(_)
                | MaskStep::Constant(_)
                | MaskStep::Force(_)
                | MaskStep::Since(_)
                | MaskStep::OfYear(_)
                | MaskStep::YearEnd,
            )
            | None => {}
        }
    }
}
