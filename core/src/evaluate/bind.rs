//! A plan → a program: readings are put in, constants folded, steps that are not needed left out.

use super::columns::{FactOf, One};
use super::kin::Around;
use super::program::{
    Arithmetic, Choices, FigureSlots, MonthsOp, MonthsOperand, NumberOp, NumberOperand, PieceOperand, Program, Purpose,
    RuleSlots, Step, VersionSlots,
};
use super::used::Used;
use crate::compile::{
    Comparison, FactIndex, MaskSlot, MaskStep, NumberSlot, NumberStep, Piece, Plan, RuleIndex, RulePlan, TableArm,
    ThingIndex, VersionPlan,
};
use crate::model::InstanceIndex;
use crate::value::{Date, Map, Set};

impl Program {
    /// Chooses what is left to do for rules. The case holds what sums run over; rows hold nothing of that kind.
    pub(super) fn new(
        plan: &Plan,
        around: Around<'_>,
        rules: &[RuleIndex],
        choices: &Choices,
        purpose: Purpose,
    ) -> Self {
        let slots: Vec<&RulePlan> = rules.iter().filter_map(|index| plan.rules.get(index.0)).collect();
        Self::of(plan, around, &slots, choices, purpose)
    }

    /// The same for slots, of rules or of what quantities count themselves.
    pub(super) fn of(
        plan: &Plan,
        around: Around<'_>,
        slots: &[&RulePlan],
        choices: &Choices,
        purpose: Purpose,
    ) -> Self {
        let mut binding = Binding {
            plan,
            around,
            choices,
            purpose,
            one: None,
            numbers: Map::new(),
            months: Map::new(),
            facts: Set::new(),
            stages: Vec::new(),
            program: Self {
                numbers: Vec::new(),
                months: Vec::new(),
                rules: Vec::new(),
                facts: Vec::new(),
                guards: Set::new(),
                steps: Vec::new(),
                is_of_case: false,
            },
        };
        for rule in slots {
            let slots = binding.rule(rule);
            binding.program.rules.push(slots);
        }
        binding.program.facts = std::mem::take(&mut binding.facts).into_iter().collect();
        let guards = binding.months.iter().filter(|((slot, _), _)| plan.guards.contains(slot));
        binding.program.guards = guards.map(|(_, operand)| *operand).collect();
        binding.program.steps = binding.steps();
        binding.program
    }
}

/// The work in hand.
pub(super) struct Binding<'a> {
    pub(super) plan: &'a Plan,
    pub(super) around: Around<'a>,
    pub(super) choices: &'a Choices,
    purpose: Purpose,
    /// Whose facts are read now: those of one of many things, or of the one that a row reaches.
    pub(super) one: Option<One>,
    numbers: Map<(NumberSlot, Option<One>), NumberOperand>,
    months: Map<(MaskSlot, Option<One>), MonthsOperand>,
    facts: Set<FactOf>,
    /// Where numbers read sets of months: so many numbers and so many sets stand before each of these.
    stages: Vec<(usize, usize)>,
    program: Program,
}

impl Binding<'_> {
    /// Every step in order: numbers come before the sets of months that compare them, except where a number counts months.
    fn steps(&self) -> Vec<Step> {
        let Program { numbers, months, facts, .. } = &self.program;
        let place = |fact: Option<FactOf>| facts.binary_search(&fact?).ok();
        let mut each_number = numbers.iter().enumerate();
        let mut each_set = months.iter().enumerate();
        let mut steps = Vec::with_capacity(numbers.len() + months.len());
        let (mut to_number, mut to_set) = (0, 0);
        for stage in self.stages.iter().copied().chain([(numbers.len(), months.len())]) {
            let before = each_number.by_ref().take(stage.0 - to_number);
            steps.extend(before.map(|(number, op)| Step::Number(number, place(op.fact()))));
            let before = each_set.by_ref().take(stage.1 - to_set);
            steps.extend(before.map(|(set, op)| Step::Months(set, place(op.fact()))));
            (to_number, to_set) = stage;
        }
        steps
    }

    fn rule(&mut self, rule: &RulePlan) -> RuleSlots {
        let mut used = Used::default();
        for slot in [rule.in_force, rule.applies, rule.answerable, rule.granted, rule.waits].iter().chain(&rule.steps) {
            used.months(self, *slot);
        }
        let pieces = self.pieces(&rule.pieces, &mut used);
        let mut figures = Vec::new();
        for each in &rule.figures {
            figures.push(FigureSlots {
                value: self.pieces(&each.value, &mut used),
                over: self.pieces(&each.over, &mut used),
                bound: self.pieces(&each.bound, &mut used),
                kept: each.kept.map_or(MonthsOperand::Constant(true), |kept| self.mask(kept)),
            });
        }
        used.readings.sort_unstable();
        let open = rule.consults.iter().filter(|consult| used.readings.contains(&consult.reading));
        let open: Vec<MaskSlot> = open.map(|consult| consult.months).collect();
        let version = |binding: &mut Self, version: &VersionPlan| VersionSlots {
            in_force: binding.mask(version.in_force),
            applies: version.applies.iter().map(|slot| binding.mask(*slot)).collect(),
            conditions: version.conditions.iter().map(|slot| binding.mask(*slot)).collect(),
            has_rate: binding.mask(version.has_rate),
            steps: version
                .steps
                .iter()
                .map(|ways| {
                    let slots = ways.iter().map(|way| {
                        let done = way.done.map(|done| binding.mask(done));
                        (binding.mask(way.selected), done, binding.mask(way.only))
                    });
                    slots.collect()
                })
                .collect(),
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
            answerable: self.mask(rule.answerable),
            wanted: self.mask(rule.wanted),
            granted: self.mask(rule.granted),
            pieces,
            figures,
            steps: rule.steps.iter().map(|slot| self.mask(*slot)).collect(),
            waits: self.mask(rule.waits),
            open: open.into_iter().map(|slot| self.mask(slot)).collect(),
            trace,
            scale: rule.scale,
            once: self.mask(rule.once),
            facts: used.facts.into_iter().collect(),
            readings: used.readings,
            single: used.single,
            shared: used.shared,
        }
    }

    /// Pieces; one that the chosen readings leave no month is not reached.
    fn pieces(&mut self, pieces: &[Piece], used: &mut Used) -> Vec<PieceOperand> {
        let mut reached = Vec::new();
        for piece in pieces {
            let months = self.mask(piece.months);
            if months == MonthsOperand::Constant(false) {
                continue;
            }
            used.months(self, piece.months);
            used.number(self, piece.number);
            reached.push((months, self.number(piece.number)));
        }
        reached
    }

    /// Whose fact is read: that of the one of many things, or what the row's own subject reaches.
    pub(super) fn fact_of(&self, fact: FactIndex) -> FactOf {
        let thing = self.plan.book.vocabulary.fact_at(fact).map(|fact| fact.thing);
        let of_one = |one: &One| match one {
            One::Instance(one) if !self.around.subject.is_empty() => {
                self.around.case.and_then(|case| case.get(*one)).map(|instance| instance.thing) == thing
            }
            _ => true,
        };
        FactOf { fact, one: self.one.filter(of_one) }
    }

    fn uses(&mut self, fact: FactIndex) -> FactOf {
        let fact = self.fact_of(fact);
        self.facts.insert(fact);
        fact
    }

    pub(super) fn number(&mut self, slot: NumberSlot) -> NumberOperand {
        let key = (slot, self.one);
        if let Some(done) = self.numbers.get(&key) {
            return *done;
        }
        let operand = self.bind_number(slot);
        self.numbers.insert(key, operand);
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
            Some(NumberStep::Ceiling(a, b)) => return self.arithmetic(Arithmetic::Ceiling, *a, *b),
            Some(NumberStep::CompletedMonths(a, b)) => return self.arithmetic(Arithmetic::CompletedMonths, *a, *b),
            // In a row every fact has one value for all days.
            Some(NumberStep::Since(_)) if self.purpose == Purpose::Rows => {
                return NumberOperand::Constant(i64::from(Date::MIN.number()));
            }
            Some(NumberStep::Since(link)) => NumberOp::Load(self.uses(*link)),
            Some(NumberStep::Outside(fact, bits)) => NumberOp::Outside(self.uses(*fact), *bits),
            Some(NumberStep::Sum(thing, each)) => return self.sum(*thing, *each),
            Some(NumberStep::SumHeld(thing, each)) => return self.sum_held(*thing, *each),
            Some(NumberStep::Total(thing, pieces)) => return self.total(*thing, pieces),
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

    /// One step after another for each thing, then their sums in pairs, so that no chain is longer than it must be.
    fn sum(&mut self, thing: ThingIndex, each: NumberSlot) -> NumberOperand {
        self.program.is_of_case = true;
        let outer = self.one;
        let mut parts = Vec::new();
        for one in self.around.all(thing) {
            self.one = Some(One::Instance(one));
            parts.push(self.number(each));
        }
        self.one = outer;
        self.in_pairs(parts)
    }

    /// The same over the things that the subject holds, by their places: where it holds fewer, the last add nothing.
    fn sum_held(&mut self, thing: ThingIndex, each: NumberSlot) -> NumberOperand {
        self.program.is_of_case = true;
        let outer = self.one;
        let Some((any, _)) = self.plan.book.vocabulary.facts_of(thing).next() else {
            return NumberOperand::Constant(0);
        };
        let mut parts = Vec::new();
        for place in 0..self.most_held(thing) {
            self.one = Some(One::Held(place));
            let value = self.number(each);
            self.one = Some(One::There(place));
            let there = NumberOp::Load(self.uses(any));
            self.program.numbers.push(there);
            let there = NumberOperand::Slot(self.program.numbers.len() - 1);
            parts.push(self.join(Arithmetic::Multiply, there, value));
        }
        self.one = outer;
        self.in_pairs(parts)
    }

    /// The most things of a kind that one thing of the case holds.
    pub(super) fn most_held(&self, thing: ThingIndex) -> usize {
        let mut counts: Map<Option<InstanceIndex>, usize> = Map::new();
        for (_, instance) in self.around.case.into_iter().flat_map(|case| case.of(thing)) {
            *counts.entry(instance.holder).or_default() += 1;
        }
        counts.into_values().max().unwrap_or_default()
    }

    /// Each number as often as its months, for each thing of the family.
    fn total(&mut self, thing: ThingIndex, pieces: &[Piece]) -> NumberOperand {
        self.program.is_of_case = true;
        let outer = self.one;
        let mut parts = Vec::new();
        for one in self.around.family(thing) {
            self.one = Some(One::Instance(one));
            for piece in pieces {
                let (months, number) = (self.mask(piece.months), self.number(piece.number));
                if months == MonthsOperand::Constant(false) {
                    continue;
                }
                self.stages.push((self.program.numbers.len(), self.program.months.len()));
                self.program.numbers.push(NumberOp::Times(months, number));
                parts.push(NumberOperand::Slot(self.program.numbers.len() - 1));
            }
        }
        self.one = outer;
        self.in_pairs(parts)
    }

    /// The sum of numbers, in pairs.
    fn in_pairs(&mut self, mut parts: Vec<NumberOperand>) -> NumberOperand {
        while parts.len() > 1 {
            parts = parts
                .chunks(2)
                .map(|pair| match pair {
                    [a, b] => self.join(Arithmetic::Add, *a, *b),
                    [one, ..] => *one,
                    [] => NumberOperand::Constant(0),
                })
                .collect();
        }
        parts.first().copied().unwrap_or(NumberOperand::Constant(0))
    }

    fn arithmetic(&mut self, operator: Arithmetic, a: NumberSlot, b: NumberSlot) -> NumberOperand {
        let (a, b) = (self.number(a), self.number(b));
        self.join(operator, a, b)
    }

    fn join(&mut self, operator: Arithmetic, a: NumberOperand, b: NumberOperand) -> NumberOperand {
        if let (NumberOperand::Constant(a), NumberOperand::Constant(b)) = (a, b) {
            // What would leave a constant's width stays a step.
            if let Ok(known) = i64::try_from(operator.of::<super::lane::Known>(a.into(), b.into())) {
                return NumberOperand::Constant(known);
            }
        }
        self.program.numbers.push(NumberOp::Binary(operator, a, b));
        NumberOperand::Slot(self.program.numbers.len() - 1)
    }

    pub(super) fn mask(&mut self, slot: MaskSlot) -> MonthsOperand {
        let key = (slot, self.one);
        if let Some(done) = self.months.get(&key) {
            return *done;
        }
        let operand = self.bind_mask(slot);
        self.months.insert(key, operand);
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
            Some(MaskStep::Aged(fact, age)) => MonthsOp::Aged(self.uses(*fact), plan.fixed_age(*age)),
            Some(MaskStep::OfYear(months)) => MonthsOp::OfYear(*months),
            Some(MaskStep::YearEnd) => MonthsOp::Last,
            Some(MaskStep::Eldest(fact)) => return self.eldest(*fact),
            Some(MaskStep::Is(fact, bits)) => MonthsOp::Is(self.uses(*fact), *bits),
            Some(MaskStep::Within(fact, spans)) => MonthsOp::Within(self.uses(*fact), spans.clone()),
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

    /// That no earlier thing of the same holder has the same date.
    fn eldest(&mut self, fact: FactIndex) -> MonthsOperand {
        self.program.is_of_case = true;
        let Some(thing) = self.plan.book.vocabulary.fact_at(fact).map(|fact| fact.thing) else {
            return MonthsOperand::Constant(true);
        };
        let mut all = MonthsOperand::Constant(true);
        let load = |binding: &mut Self| {
            let op = NumberOp::Load(binding.uses(fact));
            binding.program.numbers.push(op);
            NumberOperand::Slot(binding.program.numbers.len() - 1)
        };
        let earlier = self.around.earlier(thing);
        let own = if earlier.is_empty() { NumberOperand::Constant(0) } else { load(self) };
        let outer = self.one;
        for one in earlier {
            self.one = Some(One::Instance(one));
            let other = load(self);
            self.one = outer;
            let same = self.push(MonthsOp::Compare(Comparison::Equal, own, other));
            let differs = self.push(MonthsOp::Not(same));
            all = if all == MonthsOperand::Constant(true) { differs } else { self.push(MonthsOp::And(all, differs)) };
        }
        all
    }

    fn push(&mut self, op: MonthsOp) -> MonthsOperand {
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
