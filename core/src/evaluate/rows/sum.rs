//! What a quantity comes to: the arithmetic of its last item over the amounts that it adds up.

use crate::compile::AmountStep;
use crate::evaluate::integer::Integer;

/// A number of the arithmetic.
#[derive(Clone, Copy, Debug)]
enum Operand {
    Constant(i64),
    /// The amounts of a member of the group.
    Member(usize),
    /// What an earlier step has left.
    Slot(usize),
}

#[derive(Clone, Copy, Debug)]
enum Operator {
    Add,
    Subtract,
    Minimum,
    Maximum,
}

/// The arithmetic of a quantity.
#[derive(Clone, Debug)]
pub(super) struct Sum {
    steps: Vec<(Operator, Operand, Operand)>,
    last: Operand,
}

impl Operator {
    fn of<N: Integer>(self, a: N, b: N) -> N {
        match self {
            Self::Add => a.add(b),
            Self::Subtract => a.subtract(b),
            Self::Minimum => a.lesser(b),
            Self::Maximum => a.greater(b),
        }
    }
}

impl Sum {
    /// The arithmetic of items, of which the last is what the quantity comes to; `members` are those of its sources.
    pub(super) fn of(items: &[Vec<AmountStep>], members: &[usize]) -> Option<Self> {
        let (mut steps, mut totals): (Vec<(Operator, Operand, Operand)>, Vec<Operand>) = (Vec::new(), Vec::new());
        for item in items {
            let mut slots: Vec<Operand> = Vec::new();
            for step in item {
                let at = |place: &usize| slots.get(*place).copied();
                let step = match step {
                    AmountStep::Constant(units) => Err(Operand::Constant(*units)),
                    AmountStep::Source(place) => Err(Operand::Member(*members.get(*place)?)),
                    AmountStep::Item(place) => Err(*totals.get(*place)?),
                    AmountStep::Add(a, b) => Ok((Operator::Add, at(a)?, at(b)?)),
                    AmountStep::Subtract(a, b) => Ok((Operator::Subtract, at(a)?, at(b)?)),
                    AmountStep::Minimum(a, b) => Ok((Operator::Minimum, at(a)?, at(b)?)),
                    AmountStep::Maximum(a, b) => Ok((Operator::Maximum, at(a)?, at(b)?)),
                };
                slots.push(match step {
                    Ok(step) => {
                        steps.push(step);
                        Operand::Slot(steps.len() - 1)
                    }
                    Err(operand) => operand,
                });
            }
            totals.push(slots.last().copied()?);
        }
        Some(Self { steps, last: totals.last().copied()? })
    }

    /// The members that it adds up.
    pub(super) fn members(&self) -> impl Iterator<Item = usize> {
        let operands = self.steps.iter().flat_map(|(_, a, b)| [*a, *b]).chain([self.last]);
        operands.filter_map(|operand| match operand {
            Operand::Member(member) => Some(member),
            Operand::Constant(_) | Operand::Slot(_) => None,
        })
    }

    /// What it comes to in one row.
    pub(super) fn one<N: Integer>(&self, amount: impl Fn(usize) -> N) -> N {
        let mut slots: Vec<N> = Vec::with_capacity(self.steps.len());
        let value = |operand: Operand, slots: &[N]| match operand {
            Operand::Constant(units) => units.into(),
            Operand::Member(member) => amount(member),
            Operand::Slot(place) => slots.get(place).copied().unwrap_or_default(),
        };
        for (operator, a, b) in &self.steps {
            let of = operator.of(value(*a, &slots), value(*b, &slots));
            slots.push(of);
        }
        value(self.last, &slots)
    }

    /// What it comes to in every row of a block; `amounts` gives those of a member, `slots` are room for its steps.
    pub(super) fn block<'b, N: Integer + 'b>(
        &self,
        amounts: impl Fn(usize) -> &'b [N],
        rows: usize,
        slots: &mut Vec<Vec<N>>,
        out: &mut Vec<N>,
    ) {
        slots.resize_with(self.steps.len().max(slots.len()), Vec::new);
        for (place, (operator, a, b)) in self.steps.iter().enumerate() {
            let mut slot = slots.get_mut(place).map(std::mem::take).unwrap_or_default();
            slot.resize(rows, N::default());
            let (a, b) = (values(*a, &amounts, slots), values(*b, &amounts, slots));
            // One loop for each operator, so that each is compiled by itself.
            match operator {
                Operator::Add => each(&mut slot, a, b, N::add),
                Operator::Subtract => each(&mut slot, a, b, N::subtract),
                Operator::Minimum => each(&mut slot, a, b, N::lesser),
                Operator::Maximum => each(&mut slot, a, b, N::greater),
            }
            if let Some(empty) = slots.get_mut(place) {
                *empty = slot;
            }
        }
        out.resize(rows, N::default());
        each(out, values(self.last, &amounts, slots), Err(0), |last, _| last);
    }
}

/// The numbers of an operand; of a constant its value.
fn values<'v, 'b: 'v, N: Integer + 'b>(
    operand: Operand,
    amounts: &impl Fn(usize) -> &'b [N],
    slots: &'v [Vec<N>],
) -> Result<&'v [N], i64> {
    match operand {
        Operand::Constant(value) => Err(value),
        Operand::Member(member) => Ok(amounts(member)),
        Operand::Slot(place) => Ok(slots.get(place).map(Vec::as_slice).unwrap_or_default()),
    }
}

/// The compiler has proved that no result can leave the lane.
fn each<N: Integer>(out: &mut [N], a: Result<&[N], i64>, b: Result<&[N], i64>, of: impl Fn(N, N) -> N) {
    match (a, b) {
        (Ok(a), Ok(b)) => out.iter_mut().zip(a).zip(b).for_each(|((out, a), b)| *out = of(*a, *b)),
        (Ok(a), Err(b)) => {
            let b = N::from(b);
            out.iter_mut().zip(a).for_each(|(out, a)| *out = of(*a, b));
        }
        (Err(a), Ok(b)) => {
            let a = N::from(a);
            out.iter_mut().zip(b).for_each(|(out, b)| *out = of(a, *b));
        }
        (Err(a), Err(b)) => out.fill(of(a.into(), b.into())),
    }
}
