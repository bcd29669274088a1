//! What a rule says of a month, and of a window.

use crate::compile::Kind;

/// The state of one month.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum MonthState {
    /// The rule is not in force on the reference day (未生效或已失效).
    #[default]
    NotInForce,
    /// The rule is in force but does not apply (不适用).
    NotApplicable,
    /// A condition fails: refused, breached, missed, or still to be done (不予、违反).
    Refused,
    /// It is granted, kept to, reached, done, or known (给予、符合).
    Granted,
    /// The facts do not settle it (待定).
    Undetermined,
    /// No answer can be given whatever the facts: the amount is set elsewhere, something would be divided by zero,
    /// or the law gives no way.
    Unanswered,
}

impl MonthState {
    /// Every state.
    pub const ALL: [Self; 6] =
        [Self::NotInForce, Self::NotApplicable, Self::Refused, Self::Granted, Self::Undetermined, Self::Unanswered];
}

/// What a rule says of one month.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct MonthAnswer {
    /// The state.
    pub state: MonthState,
    /// The rate of an entitlement, in the rule's decimals; 0 unless granted.
    pub rate: i128,
    /// The number that is held against a bound; of a lookup the place of its words; of a procedure the place of the next
    /// step. `None` unless the state rests on it and it is settled.
    pub value: Option<i128>,
    /// The bound; `None` as with the value.
    pub bound: Option<i128>,
    /// Whether the rate of the month is due once, where others of the rule are due per month.
    pub once: bool,
    /// Which of several numbers that are held against bounds these are: the first that is out of bounds, else the first.
    pub need: usize,
}

impl MonthAnswer {
    /// A state without numbers.
    #[must_use]
    pub const fn of(state: MonthState) -> Self {
        Self { state, rate: 0, value: None, bound: None, once: false, need: 0 }
    }
}

/// The state of a rule over a window.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum State {
    /// Granted, met, reached, done or known.
    Granted,
    /// Refused, breached, missed or still to be done.
    Refused,
    /// A month is undetermined.
    Undetermined,
    /// No answer can be given whatever the facts.
    Unanswered,
    /// No month is in force.
    NotInForce,
    /// Months are in force; in none of them does the rule apply.
    NotApplicable,
}

/// What counts first where an entitlement has months of several states.
const OF_ENTITLEMENTS: [(MonthState, State); 5] = [
    (MonthState::Undetermined, State::Undetermined),
    (MonthState::Unanswered, State::Unanswered),
    (MonthState::Granted, State::Granted),
    (MonthState::Refused, State::Refused),
    (MonthState::NotApplicable, State::NotApplicable),
];

/// The same for every other kind: one breach is a breach.
const OF_OTHERS: [(MonthState, State); 5] = [
    (MonthState::Refused, State::Refused),
    (MonthState::Undetermined, State::Undetermined),
    (MonthState::Unanswered, State::Unanswered),
    (MonthState::Granted, State::Granted),
    (MonthState::NotApplicable, State::NotApplicable),
];

impl State {
    /// The state over the window.
    #[must_use]
    pub fn over(kind: Kind, months: &[MonthAnswer]) -> Self {
        let order = if kind == Kind::Entitlement { OF_ENTITLEMENTS } else { OF_OTHERS };
        let any = |state: MonthState| months.iter().any(|month| month.state == state);
        order.into_iter().find(|(month, _)| any(*month)).map_or(Self::NotInForce, |(_, state)| state)
    }

    /// The state of the months that this state over a window comes from.
    #[must_use]
    pub const fn of_month(self) -> MonthState {
        match self {
            Self::Granted => MonthState::Granted,
            Self::Refused => MonthState::Refused,
            Self::Undetermined => MonthState::Undetermined,
            Self::Unanswered => MonthState::Unanswered,
            Self::NotInForce => MonthState::NotInForce,
            Self::NotApplicable => MonthState::NotApplicable,
        }
    }
}
