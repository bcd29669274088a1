//! Exact decimals as people write them.

use tuoyu::explain::thousands;
use tuoyu::source::Language;

/// A quantity in a unit of the contract; a plain number has none.
pub fn quantity(plain: &str, unit: &str, language: Language) -> String {
    let number = thousands(plain);
    let zh = language == Language::Chinese;
    match unit {
        "CNY" if zh => format!("{number} 元"),
        "CNY" => format!("CNY {number}"),
        "CNY/month" if zh => format!("{number} 元/月"),
        "CNY/month" => format!("CNY {number}/month"),
        "CNY/year" if zh => format!("{number} 元/年"),
        "CNY/year" => format!("CNY {number}/year"),
        "day" | "days" if zh => format!("{number} 天"),
        "day" if plain == "1" => format!("{number} day"),
        "day" | "days" => format!("{number} days"),
        "months" if zh => format!("{number} 个月"),
        "months" if plain == "1" => format!("{number} month"),
        "months" => format!("{number} months"),
        "m²" if zh => format!("{number} 平方米"),
        "m²" => format!("{number} m²"),
        _ => number,
    }
}

/// The smallest and the largest amount.
pub fn range(low: &str, high: &str, unit: &str, language: Language) -> String {
    if low == high {
        return quantity(low, unit, language);
    }
    let high = thousands(high);
    match (unit, language) {
        ("CNY", Language::Chinese) => format!("{} 至 {high} 元", thousands(low)),
        ("CNY", Language::English) => format!("CNY {} to {high}", thousands(low)),
        ("day", Language::Chinese) => format!("{} 至 {high} 天", thousands(low)),
        ("day", Language::English) => format!("{} to {high} days", thousands(low)),
        (_, Language::Chinese) => format!("{} 至 {high}", thousands(low)),
        (_, Language::English) => format!("{} to {high}", thousands(low)),
    }
}

/// How an amount comes about: so many months at a rate; a yearly rate is a twelfth in each.
pub fn product(months: usize, plain: &str, per: &str, unit: &str, language: Language) -> String {
    let rate = quantity(plain, unit, language);
    let count = match (per, language) {
        ("once", Language::Chinese) => format!("{months} 次"),
        ("once", Language::English) if months == 1 => "once".to_owned(),
        ("once", Language::English) => format!("{months} times"),
        (_, Language::Chinese) => format!("{months} 个月"),
        (_, Language::English) if months == 1 => "1 month".to_owned(),
        (_, Language::English) => format!("{months} months"),
    };
    let share = if per == "year" { " ÷ 12" } else { "" };
    format!("{count} × {rate}{share}")
}
