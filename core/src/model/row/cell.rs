//! One cell of a roster in text, by the type of its fact.

use crate::error::Code;
use crate::model::read::{bounds, day, units};
use crate::model::{Choice, Fact, FactType};

/// What a cell states.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Stated {
    /// Nothing: the cell is empty.
    Nothing,
    Number(i64),
    Texts(Vec<String>),
}

/// What is wrong with a cell: the code, what was found, and what would be right.
pub(super) struct CellFault(pub(super) Code, pub(super) String, pub(super) String);

/// What separates the texts of a list within one cell.
const BETWEEN_TEXTS: [char; 3] = [';', '；', '、'];
/// How a cell says yes: as the contract writes it, and as spreadsheets and data frames do.
pub(crate) const YES: [&str; 5] = ["true", "1", "是", "True", "TRUE"];
/// How it says no.
pub(crate) const NO: [&str; 5] = ["false", "0", "否", "False", "FALSE"];

/// Reads a cell.
pub(super) fn read(fact: &Fact, cell: &str) -> Result<Stated, CellFault> {
    let cell = cell.trim();
    if cell.is_empty() {
        return Ok(Stated::Nothing);
    }
    let number = match &fact.kind {
        FactType::Number { scale, minimum, maximum, allowed, .. } => {
            number(cell, *scale, (*minimum, *maximum), allowed)
        }
        FactType::YesNo if YES.contains(&cell) => Ok(1),
        FactType::YesNo if NO.contains(&cell) => Ok(0),
        FactType::YesNo => Err(CellFault(Code::NotYesNo, cell.to_owned(), String::new())),
        FactType::Options(choices) => {
            let place = place(choices, cell).and_then(|place| i64::try_from(place).ok());
            place.ok_or_else(|| CellFault(Code::NotAnOption, cell.to_owned(), options(choices)))
        }
        FactType::Date => day(cell)
            .map(|date| i64::from(date.number()))
            .map_err(|(code, expected)| CellFault(code, cell.to_owned(), expected)),
        FactType::Set { choices, open } => return set(choices, *open, cell),
        // No rule reads a text or a name, so it is the caller's to keep; records have no cells.
        FactType::Text | FactType::Link(_) | FactType::Records { .. } => return Ok(Stated::Nothing),
    };
    number.map(Stated::Number)
}

fn number(cell: &str, scale: u8, (minimum, maximum): (i64, i64), allowed: &[i64]) -> Result<i64, CellFault> {
    let read = plain(cell, scale).map_or_else(|| units(cell, scale), Ok);
    let (code, expected) = match read {
        Ok(units) if (minimum..=maximum).contains(&units) && (allowed.is_empty() || allowed.contains(&units)) => {
            return Ok(units);
        }
        Ok(_) | Err(Code::OutOfRange) => (Code::OutOfRange, bounds(scale, minimum, maximum, allowed)),
        Err(Code::TooManyDecimals) => (Code::TooManyDecimals, scale.to_string()),
        Err(code) => (code, String::new()),
    };
    Err(CellFault(code, cell.to_owned(), expected))
}

/// The digits that surely fit 64 bits.
const SHORT: usize = 18;

/// A short decimal without a sign, which is what nearly every cell holds; `None` is left to the careful reader.
fn plain(cell: &str, scale: u8) -> Option<i64> {
    let mut units: i64 = 0;
    let mut decimals: Option<u8> = None;
    let mut digits = 0;
    for byte in cell.bytes() {
        match (byte, decimals) {
            (b'0'..=b'9', _) if digits < SHORT => {
                units = units * 10 + i64::from(byte - b'0');
                digits += 1;
                decimals = decimals.map(|decimals| decimals + 1);
            }
            (b'.', None) if digits > 0 => decimals = Some(0),
            _ => return None,
        }
    }
    let given = match decimals {
        Some(0) => return None,
        given => given.unwrap_or_default(),
    };
    let missing = u32::from(scale.checked_sub(given)?);
    if digits == 0 { None } else { units.checked_mul(10_i64.checked_pow(missing)?) }
}

/// The place of an option, by its token or by its Chinese word.
fn place(choices: &[Choice], cell: &str) -> Option<usize> {
    let by_token = choices.iter().position(|choice| choice.id == cell);
    by_token.or_else(|| choices.iter().position(|choice| choice.words.zh == cell))
}

fn options(choices: &[Choice]) -> String {
    choices.iter().map(|choice| choice.id.as_str()).collect::<Vec<_>>().join(", ")
}

/// Each text once, in the order in which they stand; an option by its token.
fn set(choices: &[Choice], open: bool, cell: &str) -> Result<Stated, CellFault> {
    let mut texts: Vec<String> = Vec::new();
    for part in cell.split(BETWEEN_TEXTS).map(str::trim).filter(|part| !part.is_empty()) {
        let known = place(choices, part).and_then(|place| choices.get(place)).map(|choice| choice.id.as_str());
        let text = match known {
            Some(id) => id,
            None if open => part,
            None => return Err(CellFault(Code::NotAnOption, part.to_owned(), options(choices))),
        };
        if !texts.iter().any(|known| known == text) {
            texts.push(text.to_owned());
        }
    }
    Ok(Stated::Texts(texts))
}
