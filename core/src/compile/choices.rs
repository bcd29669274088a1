//! Numbers that are chosen: tables, readings, one of two by a truth.

use super::lower::Lowering;
use super::plan::{MaskSlot, MaskStep, NumberSlot, NumberStep, Piece, TableArm};
use crate::rulebook::{Arm, Cell, FactIndex, FactType, Number, NumberKind, Truth};

impl Lowering<'_> {
    pub(super) fn table(&mut self, fact: FactIndex, arms: &[Arm], path: MaskSlot) -> Vec<Piece> {
        let (always, never) = (self.steps.mask(MaskStep::Constant(true)), self.steps.mask(MaskStep::Constant(false)));
        let mut cells = Vec::new();
        for (place, arm) in arms.iter().enumerate() {
            // Only a cell that asks what is open, or what is chosen, has to know where it stands.
            let path = if !self.is_full() && arm.cell.as_ref().is_some_and(asks) {
                let here = |other: usize| if other == place { always } else { never };
                let rows = arms.iter().enumerate().map(|(other, arm)| arm.with(here(other))).collect();
                let selected = self.steps.mask(MaskStep::Table(fact, rows));
                self.steps.and(path, selected)
            } else {
                path
            };
            cells.push(self.cell(&arm.cell, path));
        }
        let numbers = |cells: Vec<NumberSlot>| {
            NumberStep::Table(fact, arms.iter().zip(cells).map(|(arm, cell)| arm.with(cell)).collect())
        };
        let masks = |cells: Vec<MaskSlot>| {
            MaskStep::Table(fact, arms.iter().zip(cells).map(|(arm, cell)| arm.with(cell)).collect())
        };
        self.select(&cells, numbers, masks)
    }

    /// One of two numbers, by the months in which a truth holds.
    pub(super) fn choose(&mut self, truth: &Truth, [no, yes]: &[Cell; 2], path: MaskSlot) -> Vec<Piece> {
        let holds = self.truth(truth);
        let fails = self.steps.not(holds);
        self.guard(holds, fails);
        let mut all = Vec::new();
        for (months, cell) in [(fails, no), (holds, yes)] {
            let path = self.steps.and(path, months);
            for piece in self.cell(cell, path) {
                all.push(Piece { months: self.steps.and(piece.months, months), ..piece });
            }
        }
        all
    }

    /// 1 where a truth about facts alone holds, else 0.
    pub(super) fn flag(&mut self, truth: &Truth) -> NumberSlot {
        let (zero, one) = (self.steps.number(NumberStep::Constant(0)), self.steps.number(NumberStep::Constant(1)));
        match truth {
            Truth::Is(fact, choices) => {
                let options = match self.vocabulary.fact_at(*fact).map(|fact| &fact.kind) {
                    Some(FactType::Options(options)) => options.len(),
                    _ => 2,
                };
                let arms = (0..options).zip(0..).map(|(option, value)| TableArm {
                    from: value,
                    to: value,
                    named: true,
                    cell: if choices.contains(&option) { one } else { zero },
                });
                let arms = arms.collect();
                self.steps.number(NumberStep::Table(*fact, arms))
            }
            Truth::Not(inner) => {
                let inner = self.flag(inner);
                self.steps.number(NumberStep::Subtract(one, inner))
            }
            Truth::And(a, b) => {
                let (a, b) = (self.flag(a), self.flag(b));
                self.steps.number(NumberStep::Minimum(a, b))
            }
            Truth::Or(a, b) => {
                let (a, b) = (self.flag(a), self.flag(b));
                self.steps.number(NumberStep::Maximum(a, b))
            }
            Truth::Constant(true) => one,
            // The checker lets no other truth be counted.
            _ => zero,
        }
    }

    /// The months in which the number of a rate is due once. Where a truth leaves a month without a number, the number
    /// that it would have decides.
    pub(super) fn once(&mut self, number: &Number) -> MaskSlot {
        let never = self.steps.mask(MaskStep::Constant(false));
        if !is_mixed(number) {
            return never;
        }
        match &number.kind {
            NumberKind::Once(_) => self.steps.mask(MaskStep::Constant(true)),
            NumberKind::Multiply(inner, _) => self.once(inner),
            NumberKind::Choose(truth, cells) => match &**cells {
                [Some(no), Some(yes)] => {
                    let (no, yes, holds) = (self.once(no), self.once(yes), self.truth(truth));
                    let fails = self.steps.not(holds);
                    let (no, yes) = (self.steps.and(no, fails), self.steps.and(yes, holds));
                    self.steps.or(no, yes)
                }
                [Some(only), None] | [None, Some(only)] => self.once(only),
                [None, None] => never,
            },
            NumberKind::Table(fact, arms) => {
                let cell = |lowering: &mut Self, arm: &Arm| match &arm.cell {
                    Some(number) => lowering.once(number),
                    None => never,
                };
                let arms = arms.iter().map(|arm| arm.with(cell(self, arm))).collect();
                self.steps.mask(MaskStep::Table(*fact, arms))
            }
            NumberKind::Reading(reading, cells) => {
                let cell = |cell: &Cell| cell.as_ref().map_or(never, |number| self.once(number));
                let options = cells.iter().map(cell).collect();
                self.steps.mask(MaskStep::Pick(*reading, options))
            }
            _ => never,
        }
    }

    pub(super) fn cell(&mut self, cell: &Cell, path: MaskSlot) -> Vec<Piece> {
        cell.as_ref().map(|number| self.number(number, path)).unwrap_or_default()
    }

    /// One of several numbers. Where each has at most one piece the result has one too; else every piece of
    /// every choice stays one of its own.
    pub(super) fn select(
        &mut self,
        choices: &[Vec<Piece>],
        numbers: impl Fn(Vec<NumberSlot>) -> NumberStep,
        masks: impl Fn(Vec<MaskSlot>) -> MaskStep,
    ) -> Vec<Piece> {
        let never = self.steps.mask(MaskStep::Constant(false));
        let most = choices.iter().map(Vec::len).max().unwrap_or_default();
        if most <= 1 {
            let zero = self.steps.number(NumberStep::Constant(0));
            let cells = choices.iter().map(|pieces| pieces.first().map_or(zero, |piece| piece.number)).collect();
            let months: Vec<MaskSlot> =
                choices.iter().map(|pieces| pieces.first().map_or(never, |piece| piece.months)).collect();
            let months = match months.first() {
                Some(first) if months.iter().all(|other| other == first) => *first,
                _ => self.steps.mask(masks(months)),
            };
            let number = self.steps.number(numbers(cells));
            return vec![Piece { months, number }];
        }
        let mut all = Vec::new();
        for (place, pieces) in choices.iter().enumerate() {
            for piece in pieces {
                if self.is_full() {
                    return Vec::new();
                }
                let cells = (0..choices.len()).map(|other| if other == place { piece.months } else { never }).collect();
                all.push(Piece { months: self.steps.mask(masks(cells)), number: piece.number });
            }
        }
        all
    }
}

/// Whether somewhere beneath a number is one that is due once.
fn is_mixed(number: &Number) -> bool {
    matches!(number.kind, NumberKind::Once(_)) || number.parts().into_iter().any(is_mixed)
}

/// Whether somewhere beneath a number a reading or a truth chooses.
fn asks(number: &Number) -> bool {
    matches!(number.kind, NumberKind::Reading(..) | NumberKind::Choose(..)) || number.parts().into_iter().any(asks)
}

impl Arm {
    fn with<S>(&self, cell: S) -> TableArm<S> {
        TableArm { from: self.from, to: self.to, named: self.named, cell }
    }
}
