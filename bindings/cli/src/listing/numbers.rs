//! Exact decimals as people write them.

use tuoyu::source::Language;

/// A plain decimal with separators: `12345.60` is `12,345.60`.
pub fn thousands(plain: &str) -> String {
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |digits| ("-", digits));
    let (whole, rest) = digits.find('.').and_then(|at| digits.split_at_checked(at)).unwrap_or((digits, ""));
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.chars().count() - place) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}{rest}")
}

/// A ratio in percent, exact: `0.425` is `42.5%`.
pub fn percent(plain: &str) -> String {
    let (whole, decimals) = plain.split_once('.').unwrap_or((plain, ""));
    let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut hundredths: String = decimals.chars().chain("00".chars()).take(2).collect();
    hundredths.insert_str(0, whole);
    let before = hundredths.trim_start_matches('0');
    let before = if before.is_empty() { "0" } else { before };
    let after: String = decimals.chars().skip(2).collect();
    let after = after.trim_end_matches('0');
    let point = if after.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{after}%", thousands(before))
}

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
