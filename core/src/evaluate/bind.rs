//! A plan → a program: readings are put in, constants folded, steps that are not needed left out.

use super::program::{
    Arithmetic, Choices, MonthsOp, MonthsOperand, NumberOp, NumberOperand, Program, Purpose, RuleSlots, VersionSlots,
};
use super::used::Used;
use crate::compile::{
    FactIndex, MaskSlot, MaskStep, NumberSlot, NumberStep, Plan, RuleIndex, RulePlan, TableArm, VersionPlan,
};

impl Program {
    /// Chooses what is left to do for rules.
    pub(super) fn new(plan: &Plan, rules: &[RuleIndex], choices: &Choices, purpose: Purpose) -> Self {
        let mut binding = Binding {
            plan,
            choices,
            purpose,
            numbers: vec![None; plan.numbers.len()],
            months: vec![None; plan.masks.len()],
            program: Self { numbers: Vec::new(), months: Vec::new(), rules: Vec::new(), facts: Vec::new() },
        };
        for index in rules {
            if let Some(rule) = plan.rules.get(index.0) {
                let slots = binding.rule(rule);
                binding.program.rules.push(slots);
            }
        }
        binding.program
    }
}

/// The work in hand.
pub(super) struct Binding<'a> {
    pub(super) plan: &'a Plan,
    pub(super) choices: &'a Choices,
    purpose: Purpose,
    numbers: Vec<Option<NumberOperand>>,
    months: Vec<Option<MonthsOperand>>,
    program: Program,
}

impl Binding<'_> {
    fn rule(&mut self, rule: &RulePlan) -> RuleSlots {
        let mut used = Used::default();
        for slot in [rule.in_force, rule.applies, rule.granted] {
            used.months(self, slot);
        }
        // A piece that the chosen readings leave no month is not reached.
        let pieces: Vec<_> = rule
            .pieces
            .iter()
            .filter(|piece| self.mask(piece.months) != MonthsOperand::Constant(false))
            .copied()
            .collect();
        for piece in &pieces {
            used.months(self, piece.months);
            used.number(self, piece.number);
        }
        used.facts.sort_unstable();
        used.readings.sort_unstable();
        let open = rule.consults.iter().filter(|consult| used.readings.contains(&consult.reading));
        let open: Vec<MaskSlot> = open.map(|consult| consult.months).collect();
        let version = |binding: &mut Self, version: &VersionPlan| VersionSlots {
            in_force: binding.mask(version.in_force),
            applies: binding.mask(version.applies),
            conditions: version.conditions.iter().map(|slot| binding.mask(*slot)).collect(),
            has_rate: binding.mask(version.has_rate),
        };
        let trace = if self.purpose == Purpose::Reasons {
            rule.versions.iter().map(|plan| version(self, plan)).collect()
        } else {
            Vec::new()
        };
        RuleSlots {
            rule: rule.rule,
            in_force: self.mask(rule.in_force),
            applies: self.mask(rule.applies),
            wanted: self.mask(rule.wanted),
            granted: self.mask(rule.granted),
            pieces: pieces.iter().map(|piece| (self.mask(piece.months), self.number(piece.number))).collect(),
            open: open.into_iter().map(|slot| self.mask(slot)).collect(),
            trace,
            scale: rule.scale,
            facts: used.facts,
            readings: used.readings,
            single: used.single,
            shared: used.shared,
        }
    }

    fn uses(&mut self, fact: FactIndex) -> FactIndex {
        if !self.program.facts.contains(&fact) {
            self.program.facts.push(fact);
        }
        fact
    }

    pub(super) fn number(&mut self, slot: NumberSlot) -> NumberOperand {
        if let Some(Some(done)) = self.numbers.get(slot.0) {
            return *done;
        }
        let operand = self.bind_number(slot);
        if let Some(place) = self.numbers.get_mut(slot.0) {
            *place = Some(operand);
        }
        operand
    }

    fn bind_number(&mut self, slot: NumberSlot) -> NumberOperand {
        let plan = self.plan;
        let op = match plan.numbers.get(slot.0) {
            None => return NumberOperand::Constant(0),
            Some(NumberStep::Constant(value)) => return NumberOperand::Constant(*value),
            Some(NumberStep::Parameter(index, scale)) => {
                let value = plan.book.parameters.get(index.0).and_then(|parameter| parameter.value.at_scale(*scale));
                return NumberOperand::Constant(value.unwrap_or_default());
            }
            Some(NumberStep::Load(fact)) => NumberOp::Load(self.uses(*fact)),
            Some(NumberStep::Add(a, b)) => return self.arithmetic(Arithmetic::Add, *a, *b),
            Some(NumberStep::Subtract(a, b)) => return self.arithmetic(Arithmetic::Subtract, *a, *b),
            Some(NumberStep::Multiply(a, b)) => return self.arithmetic(Arithmetic::Multiply, *a, *b),
            Some(NumberStep::Minimum(a, b)) => return self.arithmetic(Arithmetic::Minimum, *a, *b),
            Some(NumberStep::Maximum(a, b)) => return self.arithmetic(Arithmetic::Maximum, *a, *b),
            Some(NumberStep::Table(fact, arms)) => {
                let arms = arms.iter().map(|arm| arm.with(self.number(arm.cell))).collect();
                let arms = self.joined(arms);
                NumberOp::Table(self.uses(*fact), arms)
            }
            Some(NumberStep::Pick(reading, options)) => match self.choices.get(reading.0).copied().flatten() {
                Some(chosen) => {
                    return options.get(chosen).map_or(NumberOperand::Constant(0), |slot| self.number(*slot));
                }
                None => NumberOp::Pick(options.iter().map(|slot| self.number(*slot)).collect()),
            },
        };
        self.program.numbers.push(op);
        NumberOperand::Slot(self.program.numbers.len() - 1)
    }

    fn arithmetic(&mut self, operator: Arithmetic, a: NumberSlot, b: NumberSlot) -> NumberOperand {
        let (a, b) = (self.number(a), self.number(b));
        if let (NumberOperand::Constant(a), NumberOperand::Constant(b)) = (a, b) {
            return NumberOperand::Constant(operator.of::<super::lane::Known>(a, b));
        }
        self.program.numbers.push(NumberOp::Binary(operator, a, b));
        NumberOperand::Slot(self.program.numbers.len() - 1)
    }

    pub(super) fn mask(&mut self, slot: MaskSlot) -> MonthsOperand {
        if let Some(Some(done)) = self.months.get(slot.0) {
            return *done;
        }
        let operand = self.bind_mask(slot);
        if let Some(place) = self.months.get_mut(slot.0) {
            *place = Some(operand);
        }
        operand
    }

    fn bind_mask(&mut self, slot: MaskSlot) -> MonthsOperand {
        let plan = self.plan;
        let op = match plan.masks.get(slot.0) {
            None => return MonthsOperand::Constant(false),
            Some(MaskStep::Constant(truth)) => return MonthsOperand::Constant(*truth),
            Some(MaskStep::Force(days)) => MonthsOp::Force(*days),
            Some(MaskStep::Since(date)) => MonthsOp::Since(*date),
            Some(MaskStep::Reached(fact, shift, after)) => {
                MonthsOp::Reached(self.uses(*fact), plan.fixed(*shift), *after)
            }
            Some(MaskStep::Aged(fact, months)) => MonthsOp::Aged(self.uses(*fact), *months),
            Some(MaskStep::Is(fact, bits)) => MonthsOp::Is(self.uses(*fact), *bits),
            Some(MaskStep::Known(fact)) => MonthsOp::Known(self.uses(*fact)),
            Some(MaskStep::Compare(comparison, a, b)) => {
                MonthsOp::Compare(*comparison, self.number(*a), self.number(*b))
            }
            Some(MaskStep::Not(a)) => match self.mask(*a) {
                MonthsOperand::Constant(truth) => return MonthsOperand::Constant(!truth),
                a => MonthsOp::Not(a),
            },
            Some(MaskStep::And(a, b)) => match (self.mask(*a), self.mask(*b)) {
                (MonthsOperand::Constant(true), other) | (other, MonthsOperand::Constant(true)) => return other,
                (none @ MonthsOperand::Constant(false), _) | (_, none @ MonthsOperand::Constant(false)) => return none,
                (a, b) if a == b => return a,
                (a, b) => MonthsOp::And(a, b),
            },
            Some(MaskStep::Or(a, b)) => match (self.mask(*a), self.mask(*b)) {
                (MonthsOperand::Constant(false), other) | (other, MonthsOperand::Constant(false)) => return other,
                (all @ MonthsOperand::Constant(true), _) | (_, all @ MonthsOperand::Constant(true)) => return all,
                (a, b) if a == b => return a,
                (a, b) => MonthsOp::Or(a, b),
            },
            Some(MaskStep::Table(fact, arms)) => {
                let arms: Vec<_> = arms.iter().map(|arm| arm.with(self.mask(arm.cell))).collect();
                if let Some(first) = arms.first().filter(|first| arms.iter().all(|arm| arm.cell == first.cell)) {
                    return first.cell;
                }
                let arms = self.joined(arms);
                MonthsOp::Table(self.uses(*fact), arms)
            }
            Some(MaskStep::Pick(reading, options)) => match self.choices.get(reading.0).copied().flatten() {
                Some(chosen) => {
                    return options.get(chosen).map_or(MonthsOperand::Constant(false), |slot| self.mask(*slot));
                }
                None => MonthsOp::Pick(options.iter().map(|slot| self.mask(*slot)).collect()),
            },
            Some(MaskStep::First(a, _)) if self.purpose == Purpose::Rows => return self.mask(*a),
            Some(MaskStep::First(a, thing)) => MonthsOp::First(self.mask(*a), *thing),
        };
        self.program.months.push(op);
        MonthsOperand::Slot(self.program.months.len() - 1)
    }

    /// Neighbouring arms with one cell as one arm. Subjects keep them apart: an unknown is tried at every key.
    fn joined<S: Copy + PartialEq>(&self, arms: Vec<TableArm<S>>) -> Vec<TableArm<S>> {
        if self.purpose != Purpose::Rows {
            return arms;
        }
        let mut joined: Vec<TableArm<S>> = Vec::new();
        for arm in arms {
            match joined.last_mut().filter(|last| last.cell == arm.cell) {
                Some(last) => last.to = arm.to,
                None => joined.push(arm),
            }
        }
        joined
    }
}
