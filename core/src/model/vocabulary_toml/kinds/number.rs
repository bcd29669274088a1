//! The types that are exact decimals: scale, bounds, unit.

use crate::model::FactType;
use crate::model::vocabulary_toml::entry::Entry;
use crate::model::vocabulary_toml::reader::Reader;
use crate::value::{Decimal, Unit};

/// Every type that is a number.
pub(super) const TYPES: [&str; 6] = ["money", "ratio", "price", "quantity", "area", "count"];

/// What a type's name says: decimals, the largest value in whole units, what it counts.
fn standard(name: &str) -> Option<(u8, i64, Unit)> {
    Some(match name {
        "money" => (2, 10_000_000, Unit::Cny),
        "ratio" => (4, 1, Unit::One),
        // A price is for one of whatever its quantity counts, so that their product is money.
        "price" => (6, 10_000, Unit::Cny),
        "quantity" => (4, 100_000_000, Unit::One),
        "area" => (2, 100_000, Unit::SquareMetres),
        "count" => (0, 100_000_000, Unit::One),
        _ => return None,
    })
}

/// The number, its bounds replaced where the entry says so.
pub(super) fn read(reader: &mut Reader<'_>, entry: &Entry<'_>, name: &str) -> Option<FactType> {
    let (scale, most, unit) = standard(name)?;
    let unit = if name == "money" { period(reader, entry)? } else { unit };
    let most = Decimal::new(i128::from(most), 0).at_scale(scale)?;
    let minimum = bound(reader, entry, "minimum", scale).unwrap_or_default();
    let maximum = bound(reader, entry, "maximum", scale).unwrap_or(most);
    if minimum > maximum {
        reader.fault(entry.span, "minimum > maximum", "minimum ≤ maximum");
    }
    let allowed = allowed(reader, entry, scale, minimum, maximum);
    Some(FactType::Number { scale, minimum, maximum, unit, allowed })
}

fn period(reader: &mut Reader<'_>, entry: &Entry<'_>) -> Option<Unit> {
    const UNITS: [Unit; 3] = [Unit::Cny, Unit::CnyPerMonth, Unit::CnyPerYear];
    let names = UNITS.map(|unit| unit.to_string());
    let words: Vec<&str> = names.iter().map(String::as_str).collect();
    let word = reader.word(entry, "unit", &words)?;
    UNITS.into_iter().find(|unit| unit.to_string() == word)
}

/// A decimal in quotes that fits the scale, counted in it; `None` where it is not there, or a fault.
pub(in crate::model::vocabulary_toml) fn bound(
    reader: &mut Reader<'_>,
    entry: &Entry<'_>,
    key: &str,
    scale: u8,
) -> Option<i64> {
    let value = entry.table.get(key)?;
    let units = value.get_ref().as_str().and_then(|text| units(text, scale));
    if units.is_none() {
        reader.wrong(key, value, format!("{key} = \"{}\"", Decimal::new(0, scale)));
    }
    units
}

fn allowed(reader: &mut Reader<'_>, entry: &Entry<'_>, scale: u8, minimum: i64, maximum: i64) -> Vec<i64> {
    let mut allowed = Vec::new();
    for quoted in reader.texts_if(entry, "allowed").unwrap_or_default() {
        match units(&quoted.text, scale).filter(|units| (minimum..=maximum).contains(units)) {
            Some(units) => allowed.push(units),
            None => {
                let [least, most] = [minimum, maximum].map(|units| Decimal::new(i128::from(units), scale).plain());
                reader.fault(quoted.span, format!("allowed = [\"{}\"]", quoted.text), format!("{least} .. {most}"));
            }
        }
    }
    allowed
}

fn units(text: &str, scale: u8) -> Option<i64> {
    Decimal::parse(text).ok()?.at_scale(scale)
}
