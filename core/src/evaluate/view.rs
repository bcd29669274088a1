//! One row of a block: what its slots say of each of its months.

use super::answer::{MonthAnswer, MonthState};
use super::calendar::Slice;
use super::lane::{Between, Known, Lane, Range};
use super::program::{FigureSlots, PieceOperand, RuleSlots};
use super::sheet::positions;
use super::slots::Slots;
use super::terms::Terms;
use crate::compile::Kind;
use crate::value::round_half_up;

/// Decimals in which a quotient is shown.
pub const QUOTIENT_DECIMALS: u8 = 4;

/// Where one row's answers are read from.
pub(super) struct RowView<'a> {
    pub(super) slice: &'a Slice,
    pub(super) rule: &'a RuleSlots,
    pub(super) row: usize,
    pub(super) span: u64,
    pub(super) terms: Terms,
}

impl RowView<'_> {
    /// Writes the row's months into an answer.
    pub(super) fn write(&self, slots: &Slots<'_, Known>, answer: &mut [MonthAnswer]) {
        let set = |operand| slots.month_set(operand, self.row);
        let (in_force, applies) = (set(self.rule.in_force), set(self.rule.applies));
        let (answerable, waits) = (set(self.rule.answerable), set(self.rule.waits));
        let granted = set(self.rule.granted) & self.terms.paying(self.slice);
        for (position, bit) in positions(self.slice, self.span) {
            let state = if in_force & bit == 0 {
                MonthState::NotInForce
            } else if applies & bit == 0 {
                MonthState::NotApplicable
            } else if answerable & bit == 0 {
                MonthState::Unanswered
            } else if waits & bit != 0 {
                MonthState::Undetermined
            } else if granted & bit == 0 {
                MonthState::Refused
            } else {
                MonthState::Granted
            };
            if let Some(month) = answer.get_mut(position) {
                *month = self.known_numbers(slots, bit, state);
                month.once = state == MonthState::Granted && set(self.rule.once) & bit != 0;
            }
        }
    }

    fn known_numbers(&self, slots: &Slots<'_, Known>, bit: u64, state: MonthState) -> MonthAnswer {
        let number = |pieces: &[PieceOperand]| {
            let piece = pieces.iter().find(|(months, _)| slots.month_set(*months, self.row) & bit != 0);
            piece.map(|(_, number)| slots.number(*number, self.row))
        };
        let mut answer = MonthAnswer::of(state);
        let waits = state == MonthState::Undetermined && self.terms.kind == Kind::Procedure;
        if !waits && !matches!(state, MonthState::Granted | MonthState::Refused) {
            return answer;
        }
        let is_kept = |figures: &FigureSlots| slots.month_set(figures.kept, self.row) & bit != 0;
        answer.need = self.rule.figures.iter().position(|figures| !is_kept(figures)).unwrap_or_default();
        match (self.rule.figures.get(answer.need), self.terms.kind) {
            (Some(figures), _) => {
                answer.value = number(&figures.value).and_then(|value| over(figures, value, || number(&figures.over)));
                answer.bound = number(&figures.bound);
            }
            (None, Kind::Entitlement) if state == MonthState::Granted => {
                answer.rate = number(&self.rule.pieces).unwrap_or_default();
            }
            (None, Kind::Lookup) => answer.value = number(&self.rule.pieces),
            (None, Kind::Procedure) => {
                let done = |step| slots.month_set(step, self.row) & bit != 0;
                answer.value = place(self.rule.steps.iter().position(|step| !done(*step)));
            }
            _ => {}
        }
        answer
    }

    /// Whether the row's facts lead to a reading that is open.
    pub(super) fn asks_open_reading(&self, slots: &Slots<'_, Known>) -> bool {
        self.rule.open.iter().any(|months| slots.month_set(*months, self.row) & self.span != 0)
    }

    /// Writes what is certain and what is possible in the row's months.
    pub(super) fn write_range(&self, slots: &Slots<'_, Range>, answer: &mut [MonthRange]) {
        let set = |operand| slots.month_set(operand, self.row);
        let (in_force, applies, granted) = (set(self.rule.in_force), set(self.rule.applies), set(self.rule.granted));
        let (answerable, waits) = (set(self.rule.answerable), set(self.rule.waits));
        let paying = self.terms.paying(self.slice);
        for (position, bit) in positions(self.slice, self.span) {
            let Some(month) = answer.get_mut(position) else { continue };
            let need = self.possible_need(slots, bit);
            let (value, bound, settled) = self.possible_numbers(slots, need, bit);
            *month = MonthRange {
                kind: Some(self.terms.kind),
                in_force: in_force.must & bit != 0,
                applies: (applies.must & bit != 0, applies.may & bit != 0),
                answerable: (answerable.must & bit != 0, answerable.may & bit != 0),
                granted: (granted.must & paying & bit != 0, granted.may & paying & bit != 0),
                waits: waits.may & bit != 0,
                rate: self.possible(slots, &self.rule.pieces, bit).map_or((0, 0), |rate| (rate.low, rate.high)),
                value,
                bound,
                need: need.unwrap_or_default(),
                settled,
                once: set(self.rule.once).must & bit != 0,
            };
        }
    }

    /// Which of the numbers that are held against bounds the state rests on; `None` where that is not settled.
    fn possible_need(&self, slots: &Slots<'_, Range>, bit: u64) -> Option<usize> {
        if self.rule.figures.len() < 2 {
            return Some(0);
        }
        for (place, figures) in self.rule.figures.iter().enumerate() {
            let kept = slots.month_set(figures.kept, self.row);
            match (kept.must & bit != 0, kept.may & bit != 0) {
                (true, _) => {}
                (false, false) => return Some(place),
                (false, true) => return None,
            }
        }
        Some(0)
    }

    /// The numbers that go with the state where they are settled; whether all of them are.
    fn possible_numbers(
        &self,
        slots: &Slots<'_, Range>,
        need: Option<usize>,
        bit: u64,
    ) -> (Option<i128>, Option<i128>, bool) {
        let Some(need) = need else { return (None, None, false) };
        match (self.rule.figures.get(need), self.terms.kind) {
            (Some(figures), _) => {
                let one = |pieces: &[PieceOperand]| only(self.possible(slots, pieces, bit));
                let value = one(&figures.value).and_then(|value| over(figures, value, || one(&figures.over)));
                let bound = one(&figures.bound);
                (value, bound, value.is_some() && bound.is_some())
            }
            (None, Kind::Lookup) => {
                let value = only(self.possible(slots, &self.rule.pieces, bit));
                (value, None, value.is_some() || self.rule.pieces.is_empty())
            }
            (None, Kind::Procedure) => {
                let done = |step| slots.month_set(step, self.row);
                let next = self.rule.steps.iter().position(|step| done(*step).must & bit == 0);
                let settled =
                    next.and_then(|next| self.rule.steps.get(next)).is_none_or(|step| done(*step).may & bit == 0);
                (if settled { place(next) } else { None }, None, settled)
            }
            _ => (None, None, true),
        }
    }

    /// Between which ends a number may lie in a month.
    fn possible(&self, slots: &Slots<'_, Range>, pieces: &[PieceOperand], bit: u64) -> Option<Between> {
        let possible = pieces.iter().filter(|(months, _)| slots.month_set(*months, self.row).may & bit != 0);
        let numbers = possible.map(|(_, number)| slots.number(*number, self.row));
        Some(Range::<i128>::any_number(numbers)).filter(|_| !pieces.is_empty())
    }
}

fn only(between: Option<Between>) -> Option<i128> {
    between.filter(|between| between.low == between.high).map(|between| between.low)
}

fn place(step: Option<usize>) -> Option<i128> {
    step.and_then(|step| i128::try_from(step).ok())
}

/// A number as it is shown: a quotient is rounded half up, anything else stands as it is.
fn over(figures: &FigureSlots, value: i128, below: impl FnOnce() -> Option<i128>) -> Option<i128> {
    if figures.over.is_empty() {
        return Some(value);
    }
    let below = below().filter(|below| *below > 0)?;
    let shown = value.checked_mul(10_i128.pow(u32::from(QUOTIENT_DECIMALS)))?;
    Some(round_half_up(shown, below))
}

/// What is certain and what is possible in one month.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct MonthRange {
    kind: Option<Kind>,
    in_force: bool,
    applies: (bool, bool),
    answerable: (bool, bool),
    granted: (bool, bool),
    /// Whether a step may be due on a day that no published calendar has.
    waits: bool,
    rate: (i128, i128),
    value: Option<i128>,
    bound: Option<i128>,
    need: usize,
    /// Whether the numbers that go with the state are settled.
    settled: bool,
    once: bool,
}

impl MonthRange {
    /// The month's answer as far as it is settled.
    pub(super) fn answer(self) -> MonthAnswer {
        let state = self.state();
        let once = self.once && state == MonthState::Granted;
        let mut answer = MonthAnswer { once, ..MonthAnswer::of(state) };
        let measured = self.kind == Some(Kind::Limit) && state == MonthState::Undetermined;
        if measured || matches!(state, MonthState::Granted | MonthState::Refused) {
            (answer.value, answer.bound, answer.need) = (self.value, self.bound, self.need);
        }
        if state == MonthState::Granted && self.kind == Some(Kind::Entitlement) {
            answer.rate = self.rate.0;
        }
        answer
    }

    fn state(self) -> MonthState {
        if !self.in_force {
            return MonthState::NotInForce;
        }
        let one_rate = match self.kind {
            Some(Kind::Entitlement) => self.rate.0 == self.rate.1,
            Some(Kind::Lookup) => self.settled,
            _ => true,
        };
        match (self.applies, self.answerable, self.granted) {
            ((false, false), _, _) => MonthState::NotApplicable,
            ((true, true), (false, false), _) => MonthState::Unanswered,
            _ if self.waits => MonthState::Undetermined,
            ((true, true), (true, true), (false, false)) => MonthState::Refused,
            ((true, true), (true, true), (true, true)) if one_rate => MonthState::Granted,
            _ => MonthState::Undetermined,
        }
    }

    /// Whether no unknown can change anything that the month's answer says.
    pub(super) fn is_settled(self) -> bool {
        match self.state() {
            MonthState::Undetermined => false,
            MonthState::Granted | MonthState::Refused => self.settled,
            MonthState::NotInForce | MonthState::NotApplicable | MonthState::Unanswered => true,
        }
    }

    /// Whether a step may be due on a day that no published calendar has.
    pub(super) const fn waits(self) -> bool {
        self.in_force && self.applies.1 && self.waits
    }

    /// The smallest and the largest amount of the month.
    pub(super) fn ends(self) -> (i128, i128) {
        match (self.in_force, self.granted) {
            (false, _) | (_, (_, false)) => (0, 0),
            (true, (true, true)) => self.rate,
            (true, (false, true)) => (self.rate.0.min(0), self.rate.1.max(0)),
        }
    }
}
