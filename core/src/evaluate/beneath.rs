//! Everything beneath some operands of a program: what a rule reads is found among its own steps alone, so that it
//! answers beside others as it does alone.

use super::columns::FactOf;
use super::program::{MonthsOp, MonthsOperand, NumberOp, NumberOperand, PieceOperand, Program, RuleSlots};
use crate::value::Set;

/// The facts and the steps that operands are made of.
pub(super) struct Beneath<'p> {
    program: &'p Program,
    /// Every fact that a step reads.
    pub(super) facts: Set<FactOf>,
    months: Set<usize>,
    numbers: Set<usize>,
}

impl<'p> Beneath<'p> {
    const fn new(program: &'p Program) -> Self {
        Self { program, facts: Set::new(), months: Set::new(), numbers: Set::new() }
    }

    /// Beneath one set of months.
    pub(super) fn of(program: &'p Program, operand: MonthsOperand) -> Self {
        let mut beneath = Self::new(program);
        beneath.months(operand);
        beneath
    }

    /// Whether one of two numbers is chosen somewhere beneath a rule.
    pub(super) fn is_guarded(program: &'p Program, rule: &RuleSlots) -> bool {
        let mut beneath = Self::new(program);
        for operand in [rule.in_force, rule.applies, rule.answerable, rule.granted].iter().chain(&rule.steps) {
            beneath.months(*operand);
        }
        for version in &rule.trace {
            let ways = version.steps.iter().flatten();
            let ways = ways.flat_map(|(way, done, only)| [way, only].into_iter().chain(done));
            let conditions = version.applies.iter().chain(&version.conditions).chain([&version.has_rate]);
            conditions.chain(ways).for_each(|operand| beneath.months(*operand));
        }
        let figures = rule.figures.iter();
        let figures = figures.flat_map(|figures| figures.value.iter().chain(&figures.over).chain(&figures.bound));
        rule.pieces.iter().chain(figures).for_each(|piece| beneath.piece(piece));
        program.guards.iter().any(|guard| matches!(guard, MonthsOperand::Slot(place) if beneath.months.contains(place)))
    }

    fn piece(&mut self, (months, number): &PieceOperand) {
        self.months(*months);
        self.number(*number);
    }

    fn months(&mut self, operand: MonthsOperand) {
        let MonthsOperand::Slot(place) = operand else { return };
        if !self.months.insert(place) {
            return;
        }
        let Some(op) = self.program.months.get(place) else { return };
        self.facts.extend(op.fact());
        match op {
            MonthsOp::Compare(_, a, b) => {
                self.number(*a);
                self.number(*b);
            }
            MonthsOp::Not(a) | MonthsOp::First(a, _) => self.months(*a),
            MonthsOp::And(a, b) | MonthsOp::Or(a, b) => {
                self.months(*a);
                self.months(*b);
            }
            MonthsOp::Table(_, arms) => arms.iter().for_each(|arm| self.months(arm.cell)),
            MonthsOp::Pick(options) => options.iter().for_each(|option| self.months(*option)),
            _ => {}
        }
    }

    fn number(&mut self, operand: NumberOperand) {
        let NumberOperand::Slot(place) = operand else { return };
        if !self.numbers.insert(place) {
            return;
        }
        let Some(op) = self.program.numbers.get(place) else { return };
        self.facts.extend(op.fact());
        match op {
            NumberOp::Load(_) | NumberOp::Outside(..) => {}
            NumberOp::Binary(_, a, b) => {
                self.number(*a);
                self.number(*b);
            }
            NumberOp::Table(_, arms) => arms.iter().for_each(|arm| self.number(arm.cell)),
            NumberOp::Times(months, number) => {
                self.months(*months);
                self.number(*number);
            }
            NumberOp::Pick(options) => options.iter().for_each(|option| self.number(*option)),
        }
    }
}
