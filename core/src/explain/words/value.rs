//! Values: numbers with their units, days, options.

use super::phrase::{days_in_words, joined, two, within};
use crate::compile::{Fact, FactType};
use crate::explain::speech::{of_day, thousands};
use crate::source::Words;
use crate::value::{Date, Days, Decimal, Unit};

const MONTHS_OF_A_YEAR: i128 = 12;

/// A decimal with a comma before every three digits of its whole part: 3,000.
pub(super) fn grouped(number: Decimal) -> String {
    thousands(&number.plain())
}

/// A plain number as a percentage: 0.3 is 30%.
pub(super) fn percent(number: Decimal) -> String {
    format!("{}%", grouped(Decimal::new(number.units().saturating_mul(100), number.scale())))
}

/// A number with its unit: 3,000元, CNY 3,000; 36个月 is 3年.
///
/// ```
/// use tuoyu::value::{Decimal, Unit};
/// let words = tuoyu::explain::quantity_in_words(Decimal::new(3000, 0), Unit::CnyPerYear);
/// assert_eq!((words.zh.as_str(), words.en.as_str()), ("每年3,000元", "CNY 3,000 a year"));
/// ```
#[must_use]
pub fn quantity_in_words(number: Decimal, unit: Unit) -> Words {
    let shown = grouped(number);
    match unit {
        Unit::One => two(shown.clone(), shown),
        Unit::Cny => two(format!("{shown}元"), format!("CNY {shown}")),
        Unit::CnyPerMonth => two(format!("每月{shown}元"), format!("CNY {shown} a month")),
        Unit::CnyPerYear => two(format!("每年{shown}元"), format!("CNY {shown} a year")),
        Unit::Months => months(number),
        Unit::Days => two(format!("{shown}天"), counted(&shown, "day")),
        Unit::SquareMetres => two(format!("{shown}平方米"), format!("{shown} m²")),
    }
}

fn months(number: Decimal) -> Words {
    let whole = number.trimmed();
    if whole.scale() == 0 && whole.units() != 0 && whole.units() % MONTHS_OF_A_YEAR == 0 {
        let years = grouped(Decimal::new(whole.units() / MONTHS_OF_A_YEAR, 0));
        return two(format!("{years}年"), counted(&years, "year"));
    }
    let shown = grouped(number);
    two(format!("{shown}个月"), counted(&shown, "month"))
}

pub(super) fn counted(number: &str, one: &str) -> String {
    if number == "1" { format!("1 {one}") } else { format!("{number} {one}s") }
}

/// A value of a fact, counted in the fact's own units, as people say it.
#[must_use]
pub fn value_in_words(fact: &Fact, value: i64) -> Words {
    match &fact.kind {
        FactType::YesNo if value == 0 => two("否", "no"),
        FactType::YesNo => two("是", "yes"),
        FactType::Options(choices) => {
            let choice = usize::try_from(value).ok().and_then(|place| choices.get(place));
            choice.map_or_else(Words::default, |choice| choice.words.clone())
        }
        FactType::Date => {
            i32::try_from(value).map_or_else(|_| Words::default(), |value| of_day(Date::from_number(value)))
        }
        FactType::Number { scale, unit, .. } => number_of(Decimal::new(i128::from(value), *scale), *unit, *scale),
        _ => Words::default(),
    }
}

/// A number as a fact with so many decimals holds it: a plain one with decimals is a percentage.
pub(crate) fn number_of(number: Decimal, unit: Unit, scale: u8) -> Words {
    if unit == Unit::One && scale > 0 {
        let shown = percent(number);
        return two(shown.clone(), shown);
    }
    quantity_in_words(number, unit)
}

/// Values from one to another, as the key of a table's row.
pub(super) fn key(fact: &Fact, from: i64, to: i64) -> Words {
    match &fact.kind {
        FactType::Date => {
            let end =
                |value: i64, open: Date| i32::try_from(value).ok().map(Date::from_number).filter(|date| *date != open);
            days_in_words(Days::new(end(from, Date::MIN), end(to, Date::MAX)).unwrap_or_default())
        }
        FactType::Number { .. } if from == to => {
            let value = value_in_words(fact, from);
            two(format!("为{}", value.zh), value.en)
        }
        FactType::Number { .. } => {
            let (from, to) = (value_in_words(fact, from), value_in_words(fact, to));
            two(format!("为{}至{}", from.zh, to.zh), format!("{} to {}", from.en, to.en))
        }
        _ => {
            let all: Vec<Words> = (from..=to).map(|value| value_in_words(fact, value)).collect();
            joined(&all, "、", ", ")
        }
    }
}

/// A fact's label within a sentence.
pub(super) fn label(fact: &Fact) -> Words {
    label_of(&fact.words)
}

/// A label within a sentence.
pub(super) fn label_of(words: &Words) -> Words {
    let words = within(words);
    two(words.zh, format!("the {}", words.en))
}
