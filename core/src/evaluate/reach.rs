//! What the answer of one row can depend on: where a choice between two numbers is made by facts that are known,
//! what is not chosen is not reached.

use super::columns::FactOf;
use super::lane::MustMay;
use super::program::{MonthsOp, MonthsOperand, NumberOp, NumberOperand, PieceOperand, Program, RuleSlots};
use crate::value::Set;

/// The facts that a row reaches.
#[derive(Clone, Debug, Default)]
pub(super) struct Reached {
    pub(super) facts: Vec<FactOf>,
    /// Those below a quotient.
    pub(super) divisors: Vec<FactOf>,
}

impl Reached {
    /// Whether a fact is among them; what is asked by `known` is read and not reached.
    pub(super) fn holds(&self, fact: FactOf) -> bool {
        self.facts.binary_search(&fact).is_ok() || self.divisors.binary_search(&fact).is_ok()
    }

    /// Adds what another slice of the same row reaches.
    pub(super) fn join(&mut self, other: Self) {
        self.facts.extend(other.facts);
        self.divisors.extend(other.divisors);
        for facts in [&mut self.facts, &mut self.divisors] {
            facts.sort_unstable();
            facts.dedup();
        }
    }
}

/// What a row's sets of months are.
pub(super) type Seen<'a> = &'a dyn Fn(MonthsOperand) -> MustMay;

/// One row of a block that has been run.
pub(super) struct Walk<'a> {
    pub(super) program: &'a Program,
    pub(super) seen: Seen<'a>,
    pub(super) span: u64,
}

impl Walk<'_> {
    /// What a rule's answer for the row can depend on.
    pub(super) fn reached(&self, rule: &RuleSlots) -> Reached {
        let mut way = Way::new(self);
        let own = [rule.in_force, rule.applies, rule.answerable, rule.granted, rule.waits];
        for operand in own.iter().chain(&rule.steps) {
            way.months(*operand);
        }
        let figures = rule.figures.iter().flat_map(|figures| figures.value.iter().chain(&figures.bound));
        way.pieces(rule.pieces.iter().chain(figures));
        let mut below = Way::new(self);
        for piece in rule.figures.iter().flat_map(|figures| &figures.over) {
            way.pieces([piece].into_iter());
            if !self.is_dead(piece.0) {
                below.number(piece.1);
            }
        }
        Reached { facts: way.facts.into_iter().collect(), divisors: below.facts.into_iter().collect() }
    }

    /// Whether a guard leaves a set no month of the row.
    fn is_dead(&self, operand: MonthsOperand) -> bool {
        let none = (self.seen)(operand).may & self.span == 0;
        none && match operand {
            MonthsOperand::Constant(_) => false,
            MonthsOperand::Slot(place) => {
                self.program.guards.contains(&operand)
                    || match self.program.months.get(place) {
                        // Whether the input states a fact is not itself unknown.
                        Some(MonthsOp::Known(_)) => true,
                        Some(MonthsOp::And(a, b)) => self.is_dead(*a) || self.is_dead(*b),
                        Some(MonthsOp::Or(a, b)) => self.is_dead(*a) && self.is_dead(*b),
                        Some(MonthsOp::Pick(options)) => options
                            .iter()
                            .all(|option| *option == MonthsOperand::Constant(false) || self.is_dead(*option)),
                        _ => false,
                    }
            }
        }
    }
}

/// The way from a rule's operands to the facts beneath.
struct Way<'a> {
    walk: &'a Walk<'a>,
    facts: Set<FactOf>,
    months: Set<usize>,
    numbers: Set<usize>,
}

impl<'a> Way<'a> {
    const fn new(walk: &'a Walk<'a>) -> Self {
        Self { walk, facts: Set::new(), months: Set::new(), numbers: Set::new() }
    }

    fn pieces<'p>(&mut self, pieces: impl Iterator<Item = &'p PieceOperand>) {
        for (months, number) in pieces {
            self.months(*months);
            if !self.walk.is_dead(*months) {
                self.number(*number);
            }
        }
    }

    fn fact(&mut self, fact: FactOf) {
        self.facts.insert(fact);
    }

    fn months(&mut self, operand: MonthsOperand) {
        let MonthsOperand::Slot(place) = operand else { return };
        if !self.months.insert(place) {
            return;
        }
        match self.walk.program.months.get(place) {
            Some(
                MonthsOp::Reached(fact, ..)
                | MonthsOp::Aged(fact, _)
                | MonthsOp::Is(fact, _)
                | MonthsOp::Within(fact, _),
            ) => self.fact(*fact),
            Some(MonthsOp::Compare(_, a, b)) => {
                self.number(*a);
                self.number(*b);
            }
            Some(MonthsOp::Not(a) | MonthsOp::First(a, _)) => self.months(*a),
            // Beside months that a guard rules out, nothing else is asked.
            Some(MonthsOp::And(a, b)) => match (self.walk.is_dead(*a), self.walk.is_dead(*b)) {
                (true, _) => self.months(*a),
                (_, true) => self.months(*b),
                _ => {
                    self.months(*a);
                    self.months(*b);
                }
            },
            Some(MonthsOp::Or(a, b)) => {
                self.months(*a);
                self.months(*b);
            }
            Some(MonthsOp::Table(fact, arms)) => {
                self.fact(*fact);
                arms.iter().for_each(|arm| self.months(arm.cell));
            }
            Some(MonthsOp::Pick(options)) => options.iter().for_each(|option| self.months(*option)),
            Some(
                MonthsOp::Force(_) | MonthsOp::Since(_) | MonthsOp::OfYear(_) | MonthsOp::Last | MonthsOp::Known(_),
            )
            | None => {}
        }
    }

    fn number(&mut self, operand: NumberOperand) {
        let NumberOperand::Slot(place) = operand else { return };
        if !self.numbers.insert(place) {
            return;
        }
        match self.walk.program.numbers.get(place) {
            Some(NumberOp::Load(fact) | NumberOp::Outside(fact, _)) => self.fact(*fact),
            Some(NumberOp::Binary(_, a, b)) => {
                self.number(*a);
                self.number(*b);
            }
            Some(NumberOp::Table(fact, arms)) => {
                self.fact(*fact);
                arms.iter().for_each(|arm| self.number(arm.cell));
            }
            Some(NumberOp::Times(months, number)) => {
                self.months(*months);
                self.number(*number);
            }
            Some(NumberOp::Pick(options)) => options.iter().for_each(|option| self.number(*option)),
            None => {}
        }
    }
}
