//! Values as JSON carries them.

use super::tokens::{STATES, state_token};
use crate::compile::{Fact, FactType, Rule};
use crate::evaluate::{MonthState, WITHOUT_END};
use crate::value::{Date, Decimal};
use serde_json::Value;

/// Decimals of an amount in yuan.
const FEN: u8 = 2;

/// An amount of fen as a decimal of yuan.
pub(super) fn yuan(fen: i128) -> String {
    Decimal::new(fen, FEN).to_string()
}

/// An amount in a unit: yuan with two decimals, days in whole numbers.
pub(super) fn amount(hundredths: i128, unit: &str) -> String {
    if unit == DAY { plain(hundredths, FEN) } else { yuan(hundredths) }
}

/// The unit of leaves.
pub(super) const DAY: &str = "day";

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

/// The token of a state of a rule: over a window, or of one month. `judged` is the day on which an indicator is.
pub(super) fn state(rule: &Rule, state: MonthState, judged: Option<Date>) -> &'static str {
    let early = rule.due.zip(judged).is_some_and(|(due, day)| day < due);
    state_token(rule.kind, state, rule.guiding.is_none(), early)
}

/// The same as its place among all words of states.
pub(crate) fn state_code(rule: &Rule, of_month: MonthState, judged: Option<Date>) -> u8 {
    let token = state(rule, of_month, judged);
    let place = STATES.iter().position(|known| *known == token);
    place.and_then(|place| u8::try_from(place).ok()).unwrap_or(u8::MAX)
}

/// A number without trailing zeros.
pub(super) fn plain(units: i128, scale: u8) -> String {
    Decimal::new(units, scale).plain()
}
