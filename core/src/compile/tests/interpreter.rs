//! A plan read step by step for one month, with no thought of speed.

use crate::compile::{
    Comparison, FactIndex, MaskSlot, MaskStep, NumberSlot, NumberStep, Plan, ReadingIndex, RulePlan, TableArm,
};
use crate::value::{Date, Month};

/// One row in one month: its facts, the chosen readings, the month and its reference day.
pub(super) struct Row<'a> {
    pub(super) plan: &'a Plan,
    /// By the places of the facts.
    pub(super) facts: &'a [i64],
    /// By the places of the readings.
    pub(super) choices: &'a [usize],
    pub(super) month: Month,
    pub(super) day: Date,
}

impl Row<'_> {
    fn fact(&self, fact: FactIndex) -> i64 {
        self.facts[fact.0]
    }

    fn chosen<S: Copy>(&self, reading: ReadingIndex, cells: &[S]) -> S {
        cells[self.choices[reading.0]]
    }

    fn selected<S: Copy>(&self, fact: FactIndex, arms: &[TableArm<S>]) -> S {
        let value = self.fact(fact);
        arms.iter().find(|arm| (arm.from..=arm.to).contains(&value)).unwrap().cell
    }

    /// A number; where it does not hold it means nothing.
    pub(super) fn number(&self, slot: NumberSlot) -> i128 {
        match &self.plan.numbers[slot.0] {
            NumberStep::Constant(units) => i128::from(*units),
            NumberStep::Parameter(index, scale) => {
                self.plan.book.parameters[index.0].value.at_scale(*scale).unwrap().into()
            }
            NumberStep::Load(fact) => self.fact(*fact).into(),
            NumberStep::Add(a, b) => self.number(*a) + self.number(*b),
            NumberStep::Subtract(a, b) => self.number(*a) - self.number(*b),
            NumberStep::Multiply(a, b) => self.number(*a) * self.number(*b),
            NumberStep::Minimum(a, b) => self.number(*a).min(self.number(*b)),
            NumberStep::Maximum(a, b) => self.number(*a).max(self.number(*b)),
            NumberStep::Table(fact, arms) => self.number(self.selected(*fact, arms)),
            NumberStep::Pick(reading, options) => self.number(self.chosen(*reading, options)),
            // One row holds none of the things that are summed over.
            NumberStep::Sum(..) | NumberStep::SumHeld(..) | NumberStep::Total(..) => 0,
            NumberStep::Ceiling(a, b) => {
                let (a, b) = (self.number(*a), self.number(*b));
                a / b + i128::from(a % b > 0)
            }
            NumberStep::CompletedMonths(from, to) => {
                let day = |slot| Date::from_number(i32::try_from(self.number(slot)).unwrap());
                let (from, to) = (day(*from), day(*to));
                let reached = |months: &i32| from.plus_months(*months).is_some_and(|day| day <= to);
                i128::from((-2_412..=2_412).rev().find(reached).unwrap())
            }
            NumberStep::Since(_) => i128::from(Date::MIN.number()),
            NumberStep::Outside(fact, bits) => {
                let listed = u64::try_from(self.fact(*fact)).unwrap();
                (0..32).filter(|bit| listed >> bit & 1 == 1 && bits >> bit & 1 == 0).count().try_into().unwrap()
            }
        }
    }

    /// Whether a set holds the month.
    pub(super) fn holds(&self, slot: MaskSlot) -> bool {
        let date = |fact: FactIndex| Date::from_number(i32::try_from(self.fact(fact)).unwrap());
        match &self.plan.masks[slot.0] {
            MaskStep::Constant(truth) => *truth,
            MaskStep::Force(days) => days.holds(self.day),
            MaskStep::Since(day) => self.day >= *day,
            MaskStep::Reached(fact, shift, after) => {
                let shift = self.plan.fixed(*shift);
                let moved = date(*fact).plus_months(shift.months).unwrap().number() + shift.days;
                if *after { self.day.number() > moved } else { self.day.number() >= moved }
            }
            MaskStep::Aged(fact, age) => {
                let age = self.plan.fixed_age(*age);
                let moved = date(*fact).plus_months(age.shift.months).unwrap().number() + age.shift.days;
                self.month.number() - Date::from_number(moved).month().number() >= age.months
            }
            MaskStep::OfYear(months) => months >> (self.month.of_year() - 1) & 1 == 1,
            MaskStep::Is(fact, bits) => bits >> self.fact(*fact) & 1 == 1,
            MaskStep::Known(_) => true,
            MaskStep::Compare(comparison, a, b) => {
                let (a, b) = (self.number(*a), self.number(*b));
                match comparison {
                    Comparison::Less => a < b,
                    Comparison::AtMost => a <= b,
                    Comparison::Equal => a == b,
                }
            }
            MaskStep::Not(a) => !self.holds(*a),
            MaskStep::And(a, b) => self.holds(*a) && self.holds(*b),
            MaskStep::Or(a, b) => self.holds(*a) || self.holds(*b),
            MaskStep::Table(fact, arms) => self.holds(self.selected(*fact, arms)),
            MaskStep::Pick(reading, options) => self.holds(self.chosen(*reading, options)),
            // Alone, nobody was earlier.
            MaskStep::First(a, _) => self.holds(*a),
            MaskStep::Within(fact, spans) => spans.iter().any(|(from, to)| (*from..=*to).contains(&self.fact(*fact))),
            MaskStep::Eldest(_) | MaskStep::YearEnd => true,
        }
    }

    /// The rates whose pieces hold in the month.
    pub(super) fn rates(&self, rule: &RulePlan) -> Vec<i128> {
        let holding = rule.pieces.iter().filter(|piece| self.holds(piece.months));
        holding.map(|piece| self.number(piece.number)).collect()
    }
}
