//! Rows in which something is unknown: between which bounds they lie, and whether two completions differ.

use super::known::Judged;
use super::verdict::{Flags, GRANTED, NOT_APPLICABLE, REFUSED, UNANSWERED};
use crate::compile::Kind;
use crate::evaluate::calendar::Thresholds;
use crate::evaluate::columns::{FactOf, bounds_of};
use crate::evaluate::integer::Integer;
use crate::evaluate::lane::Range;
use crate::evaluate::mask::Mask;
use crate::evaluate::program::{MonthsOp, Program, RuleSlots};
use crate::evaluate::slots::Slots;
use crate::model::{FactType, Vocabulary};

/// What is certain of one row, over the slices so far.
#[derive(Clone, Copy, Debug)]
pub(super) struct Certain {
    /// Whether every month is settled.
    pub(super) is_settled: bool,
    pub(super) flags: Flags,
    pub(super) sum: i128,
    pub(super) count: u16,
}

impl Certain {
    pub(super) const NOTHING: Self = Self { is_settled: true, flags: 0, sum: 0, count: 0 };

    /// Adds a slice.
    pub(super) fn add<N: Integer, M: Mask>(
        &mut self,
        rule: &RuleSlots,
        kind: Kind,
        slots: &Slots<'_, Range<N, M>>,
        row: usize,
        Judged { all, paying }: Judged<M>,
    ) {
        let set = |operand| slots.month_set(operand, row);
        let (in_force, applies, answerable) = (set(rule.in_force), set(rule.applies), set(rule.answerable));
        let granted = set(rule.granted);
        // Whether a rule is in force is never unknown.
        let in_force = in_force.must & all;
        let foreign = in_force & !applies.may;
        let judged = in_force & applies.must;
        let unanswered = judged & !answerable.may;
        let judged = judged & answerable.must;
        let refused = judged & !(granted.may & paying);
        let given = judged & granted.must & paying;
        let mut one_rate = given;
        let mut covered = M::default();
        if matches!(kind, Kind::Entitlement | Kind::Lookup) {
            for (months, number) in &rule.pieces {
                let months = slots.month_set(*months, row).may & given;
                let number = slots.number(*number, row);
                // A month that two pieces may hold in is left to the completions.
                let is_one = number.low == number.high && months & covered == M::default();
                covered = covered | months;
                if is_one {
                    self.sum = self.sum.wrapping_add(i128::from(months.count()).wrapping_mul(number.low.wide()));
                } else {
                    one_rate = one_rate & !months;
                }
            }
        }
        let settled = foreign | unanswered | refused | one_rate;
        self.is_settled &= settled == in_force;
        let flag = |months: M, flag: Flags| if months == M::default() { 0 } else { flag };
        self.flags |= flag(one_rate, GRANTED)
            | flag(refused, REFUSED)
            | flag(unanswered, UNANSWERED)
            | flag(foreign, NOT_APPLICABLE);
        self.count = self.count.saturating_add(one_rate.count());
    }
}

/// How many completions are compared.
pub(super) const WITNESSES: usize = 4;

/// The values that each unknown fact is given in the completions that are compared: its ends, and of a date two days
/// between which a condition may hold.
pub(super) fn witnesses<M: Mask>(
    program: &Program,
    vocabulary: &Vocabulary,
    thresholds: &[Option<Thresholds<M>>],
) -> Vec<[i64; WITNESSES]> {
    let of = |fact: &FactOf| {
        let (low, high) = bounds_of(vocabulary, fact.fact);
        match vocabulary.fact_at(fact.fact).map(|fact| &fact.kind) {
            Some(FactType::Date) => {
                let read = program.months.iter().zip(thresholds).filter(|(op, _)| reads(op, *fact));
                let ends: Vec<(i64, i64)> = read.filter_map(|(_, thresholds)| thresholds.as_ref()?.ends()).collect();
                let after_first = ends.iter().map(|(_, last)| last + 1).min().unwrap_or(low);
                let before_last = ends.iter().map(|(first, _)| *first).max().unwrap_or(high);
                [low, high, after_first.clamp(low, high), before_last.clamp(low, high)]
            }
            Some(FactType::Number { allowed, .. }) => match (allowed.iter().min(), allowed.iter().max()) {
                (Some(least), Some(most)) => [*least, *most, *most, *most],
                _ => [low, high, high, high],
            },
            _ => [low, high, high, high],
        }
    };
    program.facts.iter().map(of).collect()
}

fn reads(op: &MonthsOp, fact: FactOf) -> bool {
    matches!(op, MonthsOp::Reached(read, ..) | MonthsOp::Aged(read, _) if *read == fact)
}
