//! What less of an amount saves in a table of brackets: `table(whole) - table(max(0, whole - less))`.
//!
//! Worked out as two tables, that is a difference of two large numbers. With `whole` unknown, nothing between them would
//! hold. Bracket by bracket it is what of `less` lies in each: of what stands above a bracket's beginning, no more than
//! `less` is taken away. That is the same number, and it lies between nothing and the highest share of `less`.

use super::lower::{FEN, Lowering};
use super::plan::{MaskSlot, NumberSlot, NumberStep, Piece};
use crate::rulebook::{FactType, Number, NumberKind, SHARE_SCALE, TableIndex};

/// An amount in a table of brackets, and what is taken from it.
pub(super) struct Lessened<'n> {
    table: TableIndex,
    whole: &'n Number,
    less: &'n Number,
}

impl<'n> Lessened<'n> {
    /// What a difference says, if it is of this form.
    pub(super) fn of(a: &'n Number, b: &'n Number) -> Option<Self> {
        let (NumberKind::Brackets(table, whole), NumberKind::Brackets(other, rest)) = (&bare(a).kind, &bare(b).kind)
        else {
            return None;
        };
        let NumberKind::Maximum(least, left) = &bare(rest).kind else { return None };
        let NumberKind::Subtract(from, less) = &bare(left).kind else { return None };
        let is_alike = table == other && bare(from) == bare(whole) && bare(least).kind == NumberKind::Constant(0);
        is_alike.then_some(Self { table: *table, whole: bare(whole), less: bare(less) })
    }
}

/// A number without what gives it more decimals.
fn bare(number: &Number) -> &Number {
    match &number.kind {
        NumberKind::Multiply(inner, one) if is_one(one) => bare(inner),
        _ => number,
    }
}

fn is_one(number: &Number) -> bool {
    let NumberKind::Constant(units) = number.kind else { return false };
    10_i64.checked_pow(u32::from(number.scale)) == Some(units)
}

impl Lowering<'_> {
    /// For each bracket what it adds to the share before, of what lies above its beginning and is taken away; nothing
    /// where one of the two amounts could be below 0.
    pub(super) fn lessened(&mut self, lessened: &Lessened<'_>, scale: u8, path: MaskSlot) -> Option<Vec<Piece>> {
        let scale = scale.checked_sub(SHARE_SCALE)?;
        let more = 10_i64.checked_pow(u32::from(scale.checked_sub(FEN)?))?;
        let parts = self.tables.get(lessened.table.0)?.parts.clone();
        let [whole, less] = [lessened.whole, lessened.less].map(|number| number.clone().with_scale(scale));
        let (whole, less) = (self.number(&whole, path), self.number(&less, path));
        if !whole.iter().chain(&less).all(|piece| self.is_never_negative(piece.number)) {
            return None;
        }
        let zero = self.steps.number(NumberStep::Constant(0));
        let mut all = Vec::new();
        for (whole, less, months) in self.meet(&whole, &less) {
            let (mut sum, mut before) = (zero, 0);
            for (from, share) in &parts {
                let from = self.steps.number(NumberStep::Constant(from.saturating_mul(more)));
                let above = self.steps.number(NumberStep::Subtract(whole, from));
                let taken = self.steps.number(NumberStep::Minimum(less, above));
                let taken = self.steps.number(NumberStep::Maximum(taken, zero));
                let added = self.steps.number(NumberStep::Constant(share - before));
                let part = self.steps.number(NumberStep::Multiply(taken, added));
                sum = self.steps.number(NumberStep::Add(sum, part));
                before = *share;
            }
            all.push(Piece { months, number: sum });
        }
        Some(all)
    }

    /// Whether a number is 0 or more whatever the facts are, by the way it is made.
    fn is_never_negative(&mut self, slot: NumberSlot) -> bool {
        while self.never_negative.len() <= slot.0 {
            let Some(step) = self.steps.number_at(self.never_negative.len()) else { return false };
            let of = |slot: &NumberSlot| self.never_negative.get(slot.0).copied().unwrap_or_default();
            let next = match step {
                NumberStep::Constant(units) => *units >= 0,
                NumberStep::Parameter(index, scale) => {
                    self.parameters.get(index.0).is_some_and(|parameter| parameter.bounds(*scale).0 >= 0)
                }
                NumberStep::Load(fact) => {
                    let kind = self.vocabulary.fact_at(*fact).map(|fact| &fact.kind);
                    matches!(kind, Some(FactType::Number { minimum, .. }) if *minimum >= 0)
                }
                NumberStep::Maximum(a, b) => of(a) || of(b),
                NumberStep::Add(a, b) | NumberStep::Multiply(a, b) | NumberStep::Minimum(a, b) => of(a) && of(b),
                NumberStep::Table(_, arms) => arms.iter().all(|arm| of(&arm.cell)),
                NumberStep::Pick(_, options) => options.iter().all(of),
                NumberStep::Total(_, pieces) => pieces.iter().all(|piece| of(&piece.number)),
                NumberStep::Sum(_, each) | NumberStep::SumHeld(_, each) => of(each),
                _ => false,
            };
            self.never_negative.push(next);
        }
        self.never_negative.get(slot.0).copied().unwrap_or_default()
    }
}
