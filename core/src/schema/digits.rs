//! Exact decimals between two bounds, as patterns of their digits.

use crate::value::Decimal;
use serde_json::{Value, json};

/// A number as a case writes it: a text, or a whole number. Bounds are counted in `10^-scale`.
pub(super) fn number(scale: u8, minimum: i64, maximum: i64, allowed: &[i64]) -> Value {
    if !allowed.is_empty() {
        return one_of(scale, allowed);
    }
    let mut schema = json!({ "type": "string", "pattern": whole(&between(scale, minimum, maximum)) });
    let below = below(scale, minimum, maximum);
    if !below.is_empty() {
        super::shape::put(&mut schema, "not", json!({ "type": "string", "pattern": whole(&below) }));
    }
    let unit = i64::pow(10, u32::from(scale));
    let (least, most) = (-(-minimum).div_euclid(unit), maximum.div_euclid(unit));
    if least <= most {
        super::shape::put(&mut schema, "type", json!(["string", "integer"]));
        super::shape::put(&mut schema, "minimum", json!(least));
        super::shape::put(&mut schema, "maximum", json!(most));
    }
    schema
}

fn whole(alternatives: &[String]) -> String {
    format!("^({})$", alternatives.join("|"))
}

/// The texts of some numbers alone, and those of them that are whole.
fn one_of(scale: u8, allowed: &[i64]) -> Value {
    let texts: Vec<String> = allowed.iter().map(|units| exactly(*units, scale)).collect();
    let unit = i64::pow(10, u32::from(scale));
    let integers: Vec<i64> = allowed.iter().filter(|units| *units % unit == 0).map(|units| units / unit).collect();
    let texts = json!({ "type": "string", "pattern": whole(&texts) });
    if integers.is_empty() { texts } else { json!({ "anyOf": [texts, { "enum": integers }] }) }
}

/// A number with any zeros before it, and those after it that the scale leaves room for.
fn exactly(units: i64, scale: u8) -> String {
    let plain = Decimal::new(i128::from(units).abs(), scale).plain();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let sign = match units {
        0 => "-?",
        ..0 => "-",
        _ => "",
    };
    let room = usize::from(scale).saturating_sub(fraction.len());
    let zeros = match (fraction, room) {
        ("", 0) => String::new(),
        ("", _) => format!(r"(\.0{{1,{room}}})?"),
        (_, 0) => format!(r"\.{fraction}"),
        (_, _) => format!(r"\.{fraction}0{{0,{room}}}"),
    };
    format!("{sign}{}{zeros}", padded(whole))
}

/// Digits with any zeros before them.
fn padded(digits: &str) -> String {
    let rest = digits.strip_prefix('0');
    rest.map_or_else(|| format!("0*{digits}"), |rest| format!("0+{rest}"))
}

/// Texts of numbers that are not above the larger bound, in the direction of each sign.
fn between(scale: u8, minimum: i64, maximum: i64) -> Vec<String> {
    let mut texts = Vec::new();
    if maximum >= 0 {
        texts.extend(up_to(maximum.unsigned_abs(), scale).into_iter().map(|digits| padded(&digits)));
    }
    if minimum < 0 {
        texts.extend(up_to(minimum.unsigned_abs(), scale).into_iter().map(|digits| format!("-{}", padded(&digits))));
    } else if minimum == 0 {
        texts.push(exactly(0, scale).replacen("-?", "-", 1));
    }
    texts
}

/// Texts of numbers of the same sign that are nearer to zero than both bounds.
fn below(scale: u8, minimum: i64, maximum: i64) -> Vec<String> {
    let (sign, nearest) = if minimum > 0 { ("", minimum) } else { ("-", maximum) };
    if minimum <= 0 && maximum >= 0 {
        return Vec::new();
    }
    let last = nearest.unsigned_abs().saturating_sub(1);
    up_to(last, scale).into_iter().map(|digits| format!("{sign}{}", padded(&digits))).collect()
}

/// The digits of every number from 0 to `most`, without zeros before them.
fn up_to(most: u64, scale: u8) -> Vec<String> {
    let unit = u64::pow(10, u32::from(scale));
    let (whole, fraction) = (most / unit, most % unit);
    let any = if scale == 0 { String::new() } else { format!(r"(\.[0-9]{{1,{scale}}})?") };
    let mut texts: Vec<String> = less(&whole.to_string()).into_iter().map(|digits| format!("{digits}{any}")).collect();
    texts.push(format!("{whole}{}", fraction_up_to(fraction, scale)));
    texts
}

/// Patterns of whole numbers that are less than one given by its digits.
fn less(digits: &str) -> Vec<String> {
    let count = digits.len();
    let mut texts: Vec<String> = (count > 1).then(|| digits_of(1, count - 1)).into_iter().collect();
    for (place, digit) in digits.bytes().enumerate() {
        // The first digit of a longer number is no zero, or it would be shorter.
        let first = if place == 0 && count > 1 { b'1' } else { b'0' };
        if let Some(class) = class(first, digit) {
            let before = digits.get(..place).unwrap_or_default();
            let rest = count - place - 1;
            texts.push(format!("{before}{class}{}", digits_of(rest, rest)));
        }
    }
    texts
}

/// A fraction of at most `scale` digits that is not above so many of its last units; it may be left out.
fn fraction_up_to(most: u64, scale: u8) -> String {
    if scale == 0 {
        return String::new();
    }
    if most == 0 {
        return format!(r"(\.0{{1,{scale}}})?");
    }
    let digits = format!("{most:0>width$}", width = usize::from(scale));
    let mut texts = Vec::new();
    for (place, digit) in digits.bytes().enumerate() {
        let before = digits.get(..place).unwrap_or_default();
        let rest = digits.len() - place - 1;
        texts.extend(class(b'0', digit).map(|class| format!("{before}{class}{}", digits_of(0, rest))));
        texts.extend(digits.get(..=place).map(str::to_owned));
    }
    format!(r"(\.({}))?", texts.join("|"))
}

/// The digits from one to before another.
fn class(first: u8, end: u8) -> Option<String> {
    let last = end.checked_sub(1).filter(|last| *last >= first)?;
    let [first, last] = [first, last].map(char::from);
    Some(if first == last { first.to_string() } else { format!("[{first}-{last}]") })
}

/// So many digits.
fn digits_of(least: usize, most: usize) -> String {
    match (least, most) {
        (_, 0) => String::new(),
        (1, 1) => "[0-9]".to_owned(),
        (least, most) if least == most => format!("[0-9]{{{most}}}"),
        _ => format!("[0-9]{{{least},{most}}}"),
    }
}
