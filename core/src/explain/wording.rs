//! Values as JSON carries them.

use crate::compile::{Fact, FactType};
use crate::evaluate::{MonthState, State, WITHOUT_END};
use crate::value::{Date, Decimal};
use serde_json::Value;

/// Decimals of an amount in yuan.
const FEN: u8 = 2;

/// An amount of fen as a decimal of yuan.
pub(super) fn yuan(fen: i128) -> String {
    Decimal::new(fen, FEN).to_string()
}

/// A fact's value as a case writes it; without end is null.
pub(super) fn value(fact: &Fact, number: i64) -> Value {
    let place = usize::try_from(number).unwrap_or(usize::MAX);
    match &fact.kind {
        FactType::YesNo => Value::Bool(number != 0),
        FactType::Options(choices) => choices.get(place).map_or(Value::Null, |choice| choice.id.clone().into()),
        FactType::Number { scale: 0, .. } => number.into(),
        FactType::Number { scale, .. } => Decimal::new(i128::from(number), *scale).to_string().into(),
        FactType::Date if number == WITHOUT_END => Value::Null,
        FactType::Date => date(number).map_or(Value::Null, |date| date.to_string().into()),
        _ => Value::Null,
    }
}

/// The day of a number.
pub(super) fn date(number: i64) -> Option<Date> {
    i32::try_from(number).ok().map(Date::from_number)
}

/// The token of a state over a window.
pub(super) const fn state(state: State) -> &'static str {
    match state {
        State::Granted => "granted",
        State::Refused => "refused",
        State::Undetermined => "undetermined",
        State::NotInForce => "not-in-force",
        State::NotApplicable => "not-applicable",
    }
}

/// The token of a month's state.
pub(super) const fn month_state(state: MonthState) -> &'static str {
    match state {
        MonthState::Granted => "granted",
        MonthState::Refused => "refused",
        MonthState::Undetermined => "undetermined",
        MonthState::NotInForce => "not-in-force",
        MonthState::NotApplicable => "not-applicable",
    }
}
