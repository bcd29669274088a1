//! From the states that a row's months have to its state over the window.

use super::answers::NO_STATE;
use crate::compile::Kind;
use crate::evaluate::answer::{MonthAnswer, MonthState, State};

/// Which states the months of a row have, as bits.
pub(super) type Flags = u8;

pub(super) const GRANTED: Flags = 1;
pub(super) const REFUSED: Flags = 2;
pub(super) const UNANSWERED: Flags = 4;
pub(super) const NOT_APPLICABLE: Flags = 8;

/// As many as there are combinations of states.
pub(super) const COMBINATIONS: usize = 16;

/// What a rule says over a window, by the flags of its months.
#[derive(Clone, Copy, Debug)]
pub(super) struct States {
    over: [State; COMBINATIONS],
    /// The codes of the states; none for what is only added up.
    pub(super) codes: [u8; COMBINATIONS],
    /// Whether there is an amount, and whether there is a range.
    pub(super) settled: [bool; COMBINATIONS],
    pub(super) ranged: [bool; COMBINATIONS],
}

impl States {
    pub(super) fn of(kind: Kind, codes: Option<&StateCodes>) -> Self {
        let mut over = [State::NotInForce; COMBINATIONS];
        for (state, flags) in over.iter_mut().zip(0..) {
            let months = [
                (GRANTED, MonthState::Granted),
                (REFUSED, MonthState::Refused),
                (UNANSWERED, MonthState::Unanswered),
                (NOT_APPLICABLE, MonthState::NotApplicable),
            ];
            let months: Vec<MonthAnswer> =
                months.iter().filter(|(flag, _)| flags & flag != 0).map(|(_, state)| MonthAnswer::of(*state)).collect();
            *state = State::over(kind, &months);
        }
        Self {
            over,
            codes: over.map(|state| codes.map_or(NO_STATE, |codes| codes.of(state))),
            settled: over.map(is_settled),
            ranged: over.map(has_range),
        }
    }

    pub(super) fn over(&self, flags: Flags) -> State {
        self.over.get(usize::from(flags)).copied().unwrap_or(State::NotInForce)
    }
}

/// Whether a rule of this state has an amount.
pub(super) const fn is_settled(state: State) -> bool {
    matches!(state, State::Granted | State::Refused)
}

/// Whether it has a range of amounts.
pub(super) const fn has_range(state: State) -> bool {
    !matches!(state, State::NotInForce | State::NotApplicable)
}

/// The codes that a caller gives the states of one rule.
#[derive(Clone, Copy, Debug)]
pub(crate) struct StateCodes(pub(crate) [u8; 6]);

impl StateCodes {
    pub(super) const fn of(&self, state: State) -> u8 {
        let [granted, refused, undetermined, unanswered, not_in_force, not_applicable] = self.0;
        match state {
            State::Granted => granted,
            State::Refused => refused,
            State::Undetermined => undetermined,
            State::Unanswered => unanswered,
            State::NotInForce => not_in_force,
            State::NotApplicable => not_applicable,
        }
    }
}
