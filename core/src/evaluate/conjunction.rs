//! Conditions that must all hold, run as one step: what a row is asked for needs none of them alone.

use super::lane::Lane;
use super::mask::Mask;
use super::prepared::Prepared;
use super::program::{MonthsOp, MonthsOperand, NumberOp, NumberOperand, Program, RuleSlots, Step};

/// What must hold together.
pub(super) struct Conjunction<M> {
    /// The months in which it can.
    pub(super) among: M,
    pub(super) parts: Vec<Part>,
}

/// One of several conditions.
#[derive(Clone, Copy)]
pub(super) enum Part {
    /// What an earlier step has left.
    Slot(usize),
    /// What a step would make of a fact with few values: its place, and that of the fact among those of the program.
    LookUp(usize, usize),
}

impl<L: Lane> Prepared<L> {
    /// Leaves out what no answer of a row is read from, and runs conditions that must all hold as one step.
    pub(super) fn joined(mut self, program: &Program) -> Self {
        let uses = Uses::of(&self, program);
        let mut steps = Vec::new();
        for step in &self.steps {
            match *step {
                Step::Number(place, _) if uses.number(place) => steps.push(*step),
                Step::Months(place, _) if uses.months(place) && !uses.is_within(&self, program, place) => {
                    if let Some(MonthsOp::And(a, b)) = program.months.get(place) {
                        let mut conjunction = Conjunction { among: L::Set::ALL, parts: Vec::new() };
                        uses.gather(&self, program, [*a, *b], &mut conjunction);
                        steps.push(Step::All(place, self.conjunctions.len()));
                        self.conjunctions.push(conjunction);
                    } else {
                        steps.push(*step);
                    }
                }
                _ => {}
            }
        }
        self.steps = steps;
        self
    }
}

/// By whom steps are read.
struct Uses {
    numbers: Vec<bool>,
    /// How many conjunctions read a set of months, and whether anything else does.
    in_conjunctions: Vec<usize>,
    elsewhere: Vec<bool>,
}

impl Uses {
    fn of<L: Lane>(prepared: &Prepared<L>, program: &Program) -> Self {
        let (numbers, months) = (program.numbers.len(), program.months.len());
        let mut uses =
            Self { numbers: vec![false; numbers], in_conjunctions: vec![0; months], elsewhere: vec![false; months] };
        for rule in &program.rules {
            let RuleSlots { in_force, applies, answerable, granted, pieces, open, .. } = rule;
            for set in [in_force, applies, answerable, granted].into_iter().chain(open) {
                uses.reads(prepared, *set);
            }
            for (months, number) in pieces {
                uses.reads(prepared, *months);
                uses.counts(prepared, *number);
            }
        }
        // Who reads a step stands after it.
        for step in prepared.steps.iter().rev() {
            match *step {
                Step::Number(place, _) if uses.number(place) => {
                    program.numbers.get(place).into_iter().for_each(|op| uses.inputs_of_number(prepared, op));
                }
                Step::Months(place, _) if uses.months(place) => {
                    program.months.get(place).into_iter().for_each(|op| uses.inputs_of_months(prepared, op));
                }
                _ => {}
            }
        }
        uses
    }

    fn number(&self, place: usize) -> bool {
        self.numbers.get(place).copied().unwrap_or_default()
    }

    fn months(&self, place: usize) -> bool {
        self.elsewhere.get(place).copied().unwrap_or_default()
            || self.in_conjunctions.get(place).is_some_and(|uses| *uses > 0)
    }

    fn reads<L: Lane>(&mut self, prepared: &Prepared<L>, operand: MonthsOperand) {
        if let Ok(Some(used)) = prepared.place(operand).map(|place| self.elsewhere.get_mut(place)) {
            *used = true;
        }
    }

    fn counts<L: Lane>(&mut self, prepared: &Prepared<L>, operand: NumberOperand) {
        let NumberOperand::Slot(place) = prepared.number(operand) else { return };
        self.numbers.get_mut(place).into_iter().for_each(|used| *used = true);
    }

    fn inputs_of_number<L: Lane>(&mut self, prepared: &Prepared<L>, op: &NumberOp) {
        match op {
            NumberOp::Load(_) | NumberOp::Outside(..) => {}
            NumberOp::Binary(_, a, b) => [a, b].into_iter().for_each(|number| self.counts(prepared, *number)),
            NumberOp::Table(_, arms) => arms.iter().for_each(|arm| self.counts(prepared, arm.cell)),
            NumberOp::Pick(options) => options.iter().for_each(|option| self.counts(prepared, *option)),
            NumberOp::Times(months, number) => {
                self.reads(prepared, *months);
                self.counts(prepared, *number);
            }
        }
    }

    fn inputs_of_months<L: Lane>(&mut self, prepared: &Prepared<L>, op: &MonthsOp) {
        match op {
            MonthsOp::And(a, b) => {
                for operand in [a, b] {
                    if let Ok(Some(uses)) = prepared.place(*operand).map(|place| self.in_conjunctions.get_mut(place)) {
                        *uses += 1;
                    }
                }
            }
            MonthsOp::Or(a, b) => [a, b].into_iter().for_each(|set| self.reads(prepared, *set)),
            MonthsOp::Not(a) | MonthsOp::First(a, _) => self.reads(prepared, *a),
            MonthsOp::Compare(_, a, b) => [a, b].into_iter().for_each(|number| self.counts(prepared, *number)),
            MonthsOp::Table(_, arms) => arms.iter().for_each(|arm| self.reads(prepared, arm.cell)),
            MonthsOp::Pick(options) => options.iter().for_each(|option| self.reads(prepared, *option)),
            _ => {}
        }
    }

    /// Whether a step is run within the conjunctions that read it: a look at a fact, or a conjunction with one reader.
    fn is_within<L: Lane>(&self, prepared: &Prepared<L>, program: &Program, place: usize) -> bool {
        if self.elsewhere.get(place).copied().unwrap_or_default() {
            return false;
        }
        let has_lookup = matches!(prepared.months.get(place), Some(Some(_)));
        let is_conjunction = matches!(program.months.get(place), Some(MonthsOp::And(..)));
        has_lookup || is_conjunction && self.in_conjunctions.get(place) == Some(&1)
    }

    fn gather<L: Lane>(
        &self,
        prepared: &Prepared<L>,
        program: &Program,
        operands: [MonthsOperand; 2],
        conjunction: &mut Conjunction<L::Set>,
    ) {
        for operand in operands {
            let place = match prepared.place(operand) {
                Ok(place) => place,
                Err(months) => {
                    conjunction.among = conjunction.among & months;
                    continue;
                }
            };
            let op = program.months.get(place);
            let fact = op.and_then(MonthsOp::fact).and_then(|fact| program.facts.binary_search(&fact).ok());
            match (op, fact, prepared.months.get(place)) {
                (_, Some(fact), Some(Some(_))) => conjunction.parts.push(Part::LookUp(place, fact)),
                (Some(MonthsOp::And(a, b)), ..) if self.is_within(prepared, program, place) => {
                    self.gather(prepared, program, [*a, *b], conjunction);
                }
                _ => conjunction.parts.push(Part::Slot(place)),
            }
        }
    }
}
