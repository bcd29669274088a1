//! Typed terms → steps. Equal steps share a slot, so rules with the same conditions evaluate them once.

use super::bounds;
use super::plan::{Consult, MaskSlot, MaskStep, NumberSlot, NumberStep, Piece, Plan, RulePlan, TableArm};
use crate::error::Diagnostics;
use crate::rulebook::{Arm, Cell, FactType, Number, NumberKind, RuleIndex, Rulebook, Truth, Vocabulary};

/// Compiles a checked rulebook.
///
/// # Errors
/// `number-too-large` for every rule whose numbers could grow too large.
pub fn plan(book: Rulebook) -> Result<Plan, Diagnostics> {
    let mut lowering = Lowering {
        vocabulary: &book.vocabulary,
        numbers: Vec::new(),
        masks: Vec::new(),
        guards: Vec::new(),
        rules: Vec::new(),
        consults: Vec::new(),
    };
    for index in &book.order {
        if let Some(rule) = book.rules.get(index.0) {
            let slots = lowering.rule(*index, rule);
            lowering.rules.push(slots);
        }
    }
    let Lowering { numbers, masks, guards, mut rules, .. } = lowering;
    rules.sort_by_key(|rule| rule.rule);
    let mut plan = Plan { book, numbers, masks, guards, rules };
    bounds::prove(&mut plan)?;
    Ok(plan)
}

/// The steps so far.
pub(super) struct Lowering<'a> {
    vocabulary: &'a Vocabulary,
    numbers: Vec<NumberStep>,
    pub(super) masks: Vec<MaskStep>,
    guards: Vec<MaskSlot>,
    pub(super) rules: Vec<RulePlan>,
    pub(super) consults: Vec<Consult>,
}

impl Lowering<'_> {
    pub(super) fn truth(&mut self, truth: &Truth) -> MaskSlot {
        let step = match truth {
            Truth::Constant(truth) => MaskStep::Constant(*truth),
            Truth::Is(fact, choices) => MaskStep::Is(*fact, bits(choices)),
            Truth::Known(fact) => MaskStep::Known(*fact),
            Truth::Since(date) => MaskStep::Since(*date),
            Truth::Reached { fact, shift, after } => MaskStep::Reached(*fact, *shift, *after),
            Truth::Aged { fact, months } => MaskStep::Aged(*fact, *months),
            Truth::Not(inner) => {
                let inner = self.truth(inner);
                return self.not(inner);
            }
            Truth::And(a, b) => {
                let (a, b) = (self.truth(a), self.truth(b));
                return self.and(a, b);
            }
            Truth::Or(a, b) => {
                let (a, b) = (self.truth(a), self.truth(b));
                return self.or(a, b);
            }
            Truth::Compare(comparison, a, b) => {
                let always = self.mask(MaskStep::Constant(true));
                let (a, b) = (self.number(a, always), self.number(b, always));
                let mut any = self.mask(MaskStep::Constant(false));
                for (left, right, months) in self.meet(&a, &b) {
                    let holds = self.mask(MaskStep::Compare(*comparison, left, right));
                    let here = self.and(holds, months);
                    any = self.or(any, here);
                }
                return any;
            }
        };
        self.mask(step)
    }

    /// A number as pieces; `path` holds the months in which the facts lead to it.
    pub(super) fn number(&mut self, number: &Number, path: MaskSlot) -> Vec<Piece> {
        match &number.kind {
            NumberKind::Constant(units) => self.everywhere(NumberStep::Constant(*units)),
            NumberKind::Parameter(index) => self.everywhere(NumberStep::Parameter(*index, number.scale)),
            NumberKind::Fact(fact) => self.everywhere(NumberStep::Load(*fact)),
            NumberKind::Add(a, b) => self.binary(a, b, path, NumberStep::Add),
            NumberKind::Subtract(a, b) => self.binary(a, b, path, NumberStep::Subtract),
            NumberKind::Multiply(a, b) => self.binary(a, b, path, NumberStep::Multiply),
            NumberKind::Minimum(a, b) => self.binary(a, b, path, NumberStep::Minimum),
            NumberKind::Maximum(a, b) => self.binary(a, b, path, NumberStep::Maximum),
            NumberKind::Rule(rule) => self.referred(*rule),
            NumberKind::Choose(truth, cells) => self.choose(truth, cells, path),
            NumberKind::Holds(truth) => {
                let months = self.mask(MaskStep::Constant(true));
                vec![Piece { months, number: self.flag(truth) }]
            }
            NumberKind::Sum(thing, each) => {
                // The facts of each thing are the same in every month of a row, so a sum has one piece.
                let always = self.mask(MaskStep::Constant(true));
                let each = self.number(each, always);
                let zero = self.step(NumberStep::Constant(0));
                let each = each.first().map_or(zero, |piece| piece.number);
                self.everywhere(NumberStep::Sum(*thing, each))
            }
            NumberKind::Table(fact, arms) => self.table(*fact, arms, path),
            NumberKind::Reading(reading, cells) => {
                self.consults.push(Consult { reading: *reading, months: path });
                let options = cells.iter().map(|cell| self.cell(cell, path)).collect::<Vec<_>>();
                self.select(
                    &options,
                    |numbers| NumberStep::Pick(*reading, numbers),
                    |masks| MaskStep::Pick(*reading, masks),
                )
            }
        }
    }

    fn table(&mut self, fact: crate::rulebook::FactIndex, arms: &[Arm], path: MaskSlot) -> Vec<Piece> {
        let (always, never) = (self.mask(MaskStep::Constant(true)), self.mask(MaskStep::Constant(false)));
        let mut cells = Vec::new();
        for (place, arm) in arms.iter().enumerate() {
            let here = |other: usize| if other == place { always } else { never };
            let rows = arms.iter().enumerate().map(|(other, arm)| arm.with(here(other))).collect();
            let selected = self.mask(MaskStep::Table(fact, rows));
            let path = self.and(path, selected);
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
    fn choose(&mut self, truth: &Truth, [no, yes]: &[Cell; 2], path: MaskSlot) -> Vec<Piece> {
        let holds = self.truth(truth);
        let fails = self.not(holds);
        self.guards.extend([holds, fails]);
        let mut all = Vec::new();
        for (months, cell) in [(fails, no), (holds, yes)] {
            let path = self.and(path, months);
            for piece in self.cell(cell, path) {
                all.push(Piece { months: self.and(piece.months, months), ..piece });
            }
        }
        all
    }

    /// 1 where a truth about facts alone holds, else 0.
    fn flag(&mut self, truth: &Truth) -> NumberSlot {
        let (zero, one) = (self.step(NumberStep::Constant(0)), self.step(NumberStep::Constant(1)));
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
                self.step(NumberStep::Table(*fact, arms))
            }
            Truth::Not(inner) => {
                let inner = self.flag(inner);
                self.step(NumberStep::Subtract(one, inner))
            }
            Truth::And(a, b) => {
                let (a, b) = (self.flag(a), self.flag(b));
                self.step(NumberStep::Minimum(a, b))
            }
            Truth::Or(a, b) => {
                let (a, b) = (self.flag(a), self.flag(b));
                self.step(NumberStep::Maximum(a, b))
            }
            Truth::Constant(true) => one,
            // The checker lets no other truth be counted.
            _ => zero,
        }
    }

    fn cell(&mut self, cell: &Cell, path: MaskSlot) -> Vec<Piece> {
        cell.as_ref().map(|number| self.number(number, path)).unwrap_or_default()
    }

    /// One of several numbers. Where each has at most one piece the result has one too; else every piece of
    /// every choice stays one of its own.
    fn select(
        &mut self,
        choices: &[Vec<Piece>],
        numbers: impl Fn(Vec<NumberSlot>) -> NumberStep,
        masks: impl Fn(Vec<MaskSlot>) -> MaskStep,
    ) -> Vec<Piece> {
        let never = self.mask(MaskStep::Constant(false));
        let most = choices.iter().map(Vec::len).max().unwrap_or_default();
        if most <= 1 {
            let zero = self.step(NumberStep::Constant(0));
            let cells = choices.iter().map(|pieces| pieces.first().map_or(zero, |piece| piece.number)).collect();
            let months: Vec<MaskSlot> =
                choices.iter().map(|pieces| pieces.first().map_or(never, |piece| piece.months)).collect();
            let months = match months.first() {
                Some(first) if months.iter().all(|other| other == first) => *first,
                _ => self.mask(masks(months)),
            };
            let number = self.step(numbers(cells));
            return vec![Piece { months, number }];
        }
        let mut all = Vec::new();
        for (place, pieces) in choices.iter().enumerate() {
            for piece in pieces {
                let cells = (0..choices.len()).map(|other| if other == place { piece.months } else { never }).collect();
                all.push(Piece { months: self.mask(masks(cells)), number: piece.number });
            }
        }
        all
    }

    /// The month's amount of another rule: its rate where it is granted, 0 elsewhere.
    fn referred(&mut self, rule: RuleIndex) -> Vec<Piece> {
        let Some(other) = self.rules.iter().find(|known| known.rule == rule).cloned() else { return Vec::new() };
        self.consults.extend(other.consults.iter().copied());
        let mut pieces = Vec::new();
        for piece in &other.pieces {
            pieces.push(Piece { months: self.and(other.granted, piece.months), number: piece.number });
        }
        let elsewhere = self.not(other.granted);
        let zero = self.step(NumberStep::Constant(0));
        pieces.push(Piece { months: elsewhere, number: zero });
        pieces
    }

    fn binary(
        &mut self,
        a: &Number,
        b: &Number,
        path: MaskSlot,
        step: impl Fn(NumberSlot, NumberSlot) -> NumberStep,
    ) -> Vec<Piece> {
        let (a, b) = (self.number(a, path), self.number(b, path));
        let met = self.meet(&a, &b);
        met.into_iter().map(|(left, right, months)| Piece { months, number: self.step(step(left, right)) }).collect()
    }

    /// Every pair of pieces, with the months in which both hold.
    pub(super) fn meet(&mut self, a: &[Piece], b: &[Piece]) -> Vec<(NumberSlot, NumberSlot, MaskSlot)> {
        let mut met = Vec::new();
        for left in a {
            for right in b {
                met.push((left.number, right.number, self.and(left.months, right.months)));
            }
        }
        met
    }

    fn everywhere(&mut self, step: NumberStep) -> Vec<Piece> {
        vec![Piece { months: self.mask(MaskStep::Constant(true)), number: self.step(step) }]
    }

    pub(super) fn step(&mut self, step: NumberStep) -> NumberSlot {
        NumberSlot(self.numbers.iter().position(|known| *known == step).unwrap_or_else(|| {
            self.numbers.push(step);
            self.numbers.len() - 1
        }))
    }

    pub(super) fn mask(&mut self, step: MaskStep) -> MaskSlot {
        MaskSlot(self.masks.iter().position(|known| *known == step).unwrap_or_else(|| {
            self.masks.push(step);
            self.masks.len() - 1
        }))
    }

    fn constant(&self, slot: MaskSlot) -> Option<bool> {
        match self.masks.get(slot.0) {
            Some(MaskStep::Constant(truth)) => Some(*truth),
            _ => None,
        }
    }

    pub(super) fn and(&mut self, a: MaskSlot, b: MaskSlot) -> MaskSlot {
        match (self.constant(a), self.constant(b)) {
            (Some(true), _) => b,
            (_, Some(true)) => a,
            (Some(false), _) => a,
            (_, Some(false)) => b,
            _ if a == b => a,
            _ => self.mask(MaskStep::And(a, b)),
        }
    }

    pub(super) fn or(&mut self, a: MaskSlot, b: MaskSlot) -> MaskSlot {
        match (self.constant(a), self.constant(b)) {
            (Some(false), _) => b,
            (_, Some(false)) => a,
            (Some(true), _) => a,
            (_, Some(true)) => b,
            _ if a == b => a,
            _ => self.mask(MaskStep::Or(a, b)),
        }
    }

    pub(super) fn not(&mut self, mask: MaskSlot) -> MaskSlot {
        match self.constant(mask) {
            Some(truth) => self.mask(MaskStep::Constant(!truth)),
            None => self.mask(MaskStep::Not(mask)),
        }
    }
}

impl Arm {
    fn with<S>(&self, cell: S) -> TableArm<S> {
        TableArm { from: self.from, to: self.to, named: self.named, cell }
    }
}

fn bits(choices: &[usize]) -> u64 {
    choices.iter().filter(|choice| **choice < 64).fold(0, |bits, choice| bits | 1 << choice)
}
