//! Quantities over columns: which rules are run for them, and the arithmetic over a block of their amounts.

use super::batch::BatchAmounts;
use super::kernel::BLOCK_ROWS;
use super::terms::Terms;
use crate::compile::{AmountStep, Period, Plan, RuleIndex, RulePlan, Source};

/// What is run for a batch: a rule, or what an item counts itself.
pub(super) struct Run<'a> {
    pub(super) slots: &'a RulePlan,
    /// How often an item's own rate is paid; none for a rule.
    period: Option<Period>,
}

impl Run<'_> {
    pub(super) fn terms(&self, plan: &Plan, head_count: bool) -> Option<Terms> {
        match self.period {
            Some(period) => Some(Terms::of_rate(period, self.slots.scale, head_count)),
            None => Some(Terms::of(plan.book.rules.get(self.slots.rule.0)?, self.slots.scale, head_count)),
        }
    }
}

/// Where the amounts of a run stand.
#[derive(Clone, Copy)]
pub(super) enum Stand {
    /// In the caller's buffer of this place.
    Asked(usize),
    /// In a buffer of a block, for what is only added up.
    Added(usize),
}

impl Stand {
    /// The rows of a block.
    pub(super) fn rows<'b>(
        self,
        out: &'b mut [BatchAmounts],
        blocks: &'b mut Blocks,
        start: usize,
        length: usize,
    ) -> Option<&'b mut [i64]> {
        match self {
            Self::Asked(place) => out.get_mut(place)?.get_mut(start..start + length),
            Self::Added(place) => blocks.added.get_mut(place)?.get_mut(..length),
        }
    }
}

/// A number of a block.
#[derive(Clone, Copy)]
enum Operand {
    Constant(i64),
    Amounts(Stand),
    /// What an earlier step has left.
    Slot(usize),
}

#[derive(Clone, Copy)]
enum Operator {
    Add,
    Subtract,
    Minimum,
    Maximum,
}

struct Step(Operator, Operand, Operand);

/// A quantity that was asked for: what its last item comes to.
struct Sum {
    place: usize,
    steps: Vec<Step>,
    last: Operand,
}

/// What is added up for a batch.
pub(super) struct Sums {
    /// Where each run's amounts stand.
    pub(super) stands: Vec<Stand>,
    sums: Vec<Sum>,
    added: usize,
}

/// The buffers of one block.
pub(super) struct Blocks {
    pub(super) added: Vec<Vec<i64>>,
    slots: Vec<Vec<i64>>,
}

impl Sums {
    /// What is run for some rules, each once; `None` if one is not in the plan.
    pub(super) fn of<'a>(plan: &'a Plan, rules: &[RuleIndex]) -> Option<(Self, Vec<Run<'a>>)> {
        let mut sums = Self { stands: Vec::new(), sums: Vec::new(), added: 0 };
        let (mut runs, mut indexes): (Vec<Run<'a>>, Vec<(RuleIndex, Stand)>) = (Vec::new(), Vec::new());
        let of_rule = |index: RuleIndex| plan.rules.get(index.0);
        for (place, index) in rules.iter().enumerate() {
            let slots = of_rule(*index)?;
            if slots.ledger.is_none() {
                runs.push(Run { slots, period: None });
                sums.stands.push(Stand::Asked(place));
                indexes.push((*index, Stand::Asked(place)));
            }
        }
        for (place, index) in rules.iter().enumerate() {
            let Some(ledger) = &of_rule(*index)?.ledger else { continue };
            let mut sources = Vec::new();
            for source in &ledger.sources {
                let (slots, period) = match source {
                    Source::Rule(index) => match indexes.iter().find(|(known, _)| known == index) {
                        Some((_, stand)) => {
                            sources.push(*stand);
                            continue;
                        }
                        None => (of_rule(*index)?, None),
                    },
                    Source::Rate(rate) => (&rate.slots, Some(rate.period)),
                };
                let stand = Stand::Added(sums.added);
                sums.added += 1;
                runs.push(Run { slots, period });
                sums.stands.push(stand);
                sources.push(stand);
                if let Source::Rule(index) = source {
                    indexes.push((*index, stand));
                }
            }
            sums.sums.push(Sum::of(place, &ledger.items, &sources)?);
        }
        Some((sums, runs))
    }

    /// Buffers for one block, to be used for every one.
    pub(super) fn blocks(&self) -> Blocks {
        let most = self.sums.iter().map(|sum| sum.steps.len()).max().unwrap_or_default();
        Blocks { added: vec![vec![0; BLOCK_ROWS]; self.added], slots: vec![vec![0; BLOCK_ROWS]; most] }
    }

    /// Writes every quantity that was asked for, for the rows of a block.
    pub(super) fn write(&self, out: &mut [BatchAmounts], blocks: &mut Blocks, start: usize, length: usize) {
        for sum in &self.sums {
            for (place, Step(operator, a, b)) in sum.steps.iter().enumerate() {
                let Some(mut slot) = blocks.slots.get_mut(place).map(std::mem::take) else { continue };
                let (a, b) = (values(*a, out, blocks, start), values(*b, out, blocks, start));
                let rows = slot.get_mut(..length).unwrap_or_default();
                match operator {
                    Operator::Add => each(rows, a, b, i64::wrapping_add),
                    Operator::Subtract => each(rows, a, b, i64::wrapping_sub),
                    Operator::Minimum => each(rows, a, b, i64::min),
                    Operator::Maximum => each(rows, a, b, i64::max),
                }
                if let Some(empty) = blocks.slots.get_mut(place) {
                    *empty = slot;
                }
            }
            let Some(mut buffer) = out.get_mut(sum.place).map(std::mem::take) else { continue };
            let rows = buffer.get_mut(start..start + length).unwrap_or_default();
            each(rows, values(sum.last, out, blocks, start), Err(0), |last, _| last);
            if let Some(empty) = out.get_mut(sum.place) {
                *empty = buffer;
            }
        }
    }
}

impl Sum {
    fn of(place: usize, items: &[Vec<AmountStep>], sources: &[Stand]) -> Option<Self> {
        let (mut steps, mut totals): (Vec<Step>, Vec<Operand>) = (Vec::new(), Vec::new());
        for item in items {
            let mut slots: Vec<Operand> = Vec::new();
            for step in item {
                let at = |place: &usize| slots.get(*place).copied();
                let (operator, a, b) = match step {
                    AmountStep::Constant(units) => {
                        slots.push(Operand::Constant(*units));
                        continue;
                    }
                    AmountStep::Source(place) => {
                        slots.push(Operand::Amounts(*sources.get(*place)?));
                        continue;
                    }
                    AmountStep::Item(place) => {
                        slots.push(*totals.get(*place)?);
                        continue;
                    }
                    AmountStep::Add(a, b) => (Operator::Add, at(a)?, at(b)?),
                    AmountStep::Subtract(a, b) => (Operator::Subtract, at(a)?, at(b)?),
                    AmountStep::Minimum(a, b) => (Operator::Minimum, at(a)?, at(b)?),
                    AmountStep::Maximum(a, b) => (Operator::Maximum, at(a)?, at(b)?),
                };
                steps.push(Step(operator, a, b));
                slots.push(Operand::Slot(steps.len() - 1));
            }
            totals.push(slots.last().copied()?);
        }
        let last = totals.last().copied()?;
        Some(Self { place, steps, last })
    }
}

/// The numbers of an operand in a block; of a constant its value.
fn values<'b>(operand: Operand, out: &'b [BatchAmounts], blocks: &'b Blocks, start: usize) -> Result<&'b [i64], i64> {
    Ok(match operand {
        Operand::Constant(value) => return Err(value),
        Operand::Amounts(Stand::Asked(place)) => out.get(place).and_then(|rows| rows.get(start..)).unwrap_or_default(),
        Operand::Amounts(Stand::Added(place)) => blocks.added.get(place).map(Vec::as_slice).unwrap_or_default(),
        Operand::Slot(place) => blocks.slots.get(place).map(Vec::as_slice).unwrap_or_default(),
    })
}

/// The compiler has proved that no result can leave 64 bits.
fn each(out: &mut [i64], a: Result<&[i64], i64>, b: Result<&[i64], i64>, of: impl Fn(i64, i64) -> i64) {
    match (a, b) {
        (Ok(a), Ok(b)) => out.iter_mut().zip(a).zip(b).for_each(|((out, a), b)| *out = of(*a, *b)),
        (Ok(a), Err(b)) => out.iter_mut().zip(a).for_each(|(out, a)| *out = of(*a, b)),
        (Err(a), Ok(b)) => out.iter_mut().zip(b).for_each(|(out, b)| *out = of(a, *b)),
        (Err(a), Err(b)) => out.fill(of(a, b)),
    }
}
