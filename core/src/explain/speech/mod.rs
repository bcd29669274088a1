//! Numbers, days and months as people write them, in both languages.

mod found;
mod time;

pub(super) use found::{Owner, admissible_in_words as admissible, counted, label, value};
pub use found::{admissible_in_words, ask_in_words};
pub use time::{day_in_words, month_in_words, months_in_words};
pub(super) use time::{day_in_words as day, month_in_words as month, months_in_words as months, of_day, of_month};

use crate::source::Words;
use crate::value::Decimal;

/// One text in both languages.
pub(super) fn words(zh: impl Into<String>, en: impl Into<String>) -> Words {
    Words { zh: zh.into(), en: en.into() }
}

/// The same text in both languages: a number, a name, a quotation.
pub(super) fn both(text: &str) -> Words {
    words(text, text)
}

/// Texts one after the other, with something between them in each language.
pub(super) fn joined(parts: &[Words], zh: &str, en: &str) -> Words {
    let side = |of: fn(&Words) -> &str, between: &str| parts.iter().map(of).collect::<Vec<_>>().join(between);
    words(side(|part| &part.zh, zh), side(|part| &part.en, en))
}

/// A list: `甲、乙`, `a, b`.
pub(super) fn list(parts: &[Words]) -> Words {
    joined(parts, "、", ", ")
}

/// Yuan: `1,200.00 元`, `CNY 1,200.00`.
pub(super) fn yuan(amount: &str) -> Words {
    let amount = thousands(amount);
    words(format!("{amount} 元"), format!("CNY {amount}"))
}

/// A decimal with a comma before each three digits of its whole part; nothing else is changed.
///
/// ```
/// assert_eq!(tuoyu::explain::thousands("12345.60"), "12,345.60");
/// ```
#[must_use]
pub fn thousands(decimal: &str) -> String {
    let (whole, fraction) = decimal.split_once('.').map_or((decimal, None), |(whole, rest)| (whole, Some(rest)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let fraction = fraction.map(|fraction| format!(".{fraction}")).unwrap_or_default();
    format!("{sign}{grouped}{fraction}")
}

/// A ratio as a percentage, exact; a text that is no decimal stands as it is.
///
/// ```
/// assert_eq!(tuoyu::explain::percent("0.425"), "42.5%");
/// ```
#[must_use]
pub fn percent(ratio: &str) -> String {
    let decimal = Decimal::parse(ratio).ok();
    let hundred = decimal.and_then(|ratio| Some(Decimal::new(ratio.units().checked_mul(100)?, ratio.scale())));
    hundred.map_or_else(|| ratio.to_owned(), |hundred| format!("{}%", thousands(&hundred.plain())))
}

#[cfg(test)]
mod tests;
