//! The closed lists of words that outcomes carry, each in one place: what makes an outcome takes them from here, and so
//! does the schema that describes it.

use crate::compile::Kind;
use crate::evaluate::MonthState;

/// The word of a state of a rule. `binds`: a requirement binds whom it is about; `early`: an indicator is judged before
/// the day by which it is due.
///
/// ```
/// use tuoyu::evaluate::MonthState;
/// use tuoyu::explain::state_token;
/// use tuoyu::rulebook::Kind;
/// assert_eq!(state_token(Kind::Limit, MonthState::Refused, true, false), "breached");
/// assert_eq!(state_token(Kind::Requirement, MonthState::Refused, false, false), "short");
/// ```
#[must_use]
pub const fn state_token(kind: Kind, state: MonthState, binds: bool, early: bool) -> &'static str {
    match (state, kind) {
        (MonthState::NotInForce, _) => "not-in-force",
        (MonthState::NotApplicable, _) => "not-applicable",
        (MonthState::Unanswered, Kind::Procedure) => "no-branch",
        (MonthState::Undetermined | MonthState::Unanswered, _) => "undetermined",
        (MonthState::Granted, Kind::Limit | Kind::Requirement | Kind::Indicator) => "met",
        (MonthState::Granted, Kind::Procedure) => "done",
        (MonthState::Granted, Kind::Lookup | Kind::Quantity) => "known",
        (MonthState::Granted, Kind::Entitlement) => "granted",
        (MonthState::Refused, Kind::Requirement) if !binds => "short",
        (MonthState::Refused, Kind::Limit | Kind::Requirement) => "breached",
        (MonthState::Refused, Kind::Indicator) if !early => "missed",
        (MonthState::Refused, Kind::Indicator | Kind::Procedure) => "pending",
        (MonthState::Refused, Kind::Entitlement | Kind::Lookup | Kind::Quantity) => "refused",
    }
}

/// Every word of a state, of every kind of rule: columns of states hold their places.
///
/// ```
/// assert_eq!(tuoyu::explain::STATES.iter().position(|state| *state == "granted"), Some(0));
/// ```
pub const STATES: [&str; 13] = [
    "granted",
    "refused",
    "undetermined",
    "not-in-force",
    "not-applicable",
    "met",
    "breached",
    "short",
    "missed",
    "pending",
    "done",
    "no-branch",
    "known",
];

/// Every state that an outcome of a kind can have.
///
/// ```
/// use tuoyu::rulebook::Kind;
/// assert_eq!(tuoyu::explain::states(Kind::Lookup), ["known", "undetermined", "not-applicable", "not-in-force"]);
/// ```
#[must_use]
pub fn states(kind: Kind) -> Vec<&'static str> {
    const ORDER: [MonthState; MonthState::ALL.len()] = [
        MonthState::Granted,
        MonthState::Refused,
        MonthState::Undetermined,
        MonthState::Unanswered,
        MonthState::NotApplicable,
        MonthState::NotInForce,
    ];
    let mut states = Vec::new();
    for state in ORDER.into_iter().filter(|state| is_possible(kind, *state)) {
        for (binds, early) in [(true, false), (false, true)] {
            let token = state_token(kind, state, binds, early);
            if !states.contains(&token) {
                states.push(token);
            }
        }
    }
    states
}

/// The language has no `applies` for an indicator, and no condition that a lookup or a quantity could fail.
const fn is_possible(kind: Kind, state: MonthState) -> bool {
    !matches!(
        (kind, state),
        (Kind::Indicator, MonthState::NotApplicable)
            | (Kind::Lookup | Kind::Quantity, MonthState::Refused | MonthState::Unanswered)
    )
}

/// How far a step of a procedure is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum StepState {
    /// It is done.
    Done,
    /// It is still to be done.
    Pending,
    /// The facts do not settle it.
    Undetermined,
    /// The law gives no way.
    NoBranch,
    /// The law asks for it only in another case.
    NotApplicable,
}

impl StepState {
    /// Every state.
    pub const ALL: [Self; 5] = [Self::Done, Self::Pending, Self::Undetermined, Self::NoBranch, Self::NotApplicable];

    /// The word that outcomes carry.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Pending => "pending",
            Self::Undetermined => "undetermined",
            Self::NoBranch => "no-branch",
            Self::NotApplicable => "not-applicable",
        }
    }
}

/// How a reason's fact is held against its bound.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Held {
    /// It is the bound.
    Is,
    /// It is one of several, or lies between two days.
    In,
    /// It is none of them.
    Not,
    /// It is stated.
    Known,
    /// Below.
    Below,
    /// Not above.
    AtMost,
    /// Above.
    Above,
    /// Not below.
    AtLeast,
}

impl Held {
    /// Every one.
    pub const ALL: [Self; 8] =
        [Self::Is, Self::In, Self::Not, Self::Known, Self::Below, Self::AtMost, Self::Above, Self::AtLeast];

    /// The word or sign that reasons carry.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Is => "is",
            Self::In => "in",
            Self::Not => "not",
            Self::Known => "known",
            Self::Below => "<",
            Self::AtMost => "<=",
            Self::Above => ">",
            Self::AtLeast => ">=",
        }
    }

    /// What holds where this does not, if one relation says it.
    pub(super) const fn opposite(self) -> Option<Self> {
        Some(match self {
            Self::AtLeast => Self::Below,
            Self::Above => Self::AtMost,
            Self::Below => Self::AtLeast,
            Self::AtMost => Self::Above,
            Self::Is | Self::In => Self::Not,
            Self::Not | Self::Known => return None,
        })
    }
}
