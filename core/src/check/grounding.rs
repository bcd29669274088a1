//! Whether a number stands in the law: as a whole token, in Arabic or Chinese numerals.

use crate::value::Decimal;
use std::collections::HashSet;

/// A number that stands in a text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Token {
    pub(super) value: Decimal,
    /// Whether what follows makes it a quantity, and not a part of a name or of a document's number.
    pub(super) measures: bool,
    pub(super) text: String,
}

const MEASURES: &str = "元%％岁周倍人名个日月年孩万平";
const CHINESE: &str = "零〇一二两三四五六七八九十百千万亿";
const PERCENT_OF: &str = "百分之";

/// The numbers of some texts.
pub(super) type Numbers = HashSet<Decimal>;

/// Whether a number is among those of some texts. 0, 1 and 100 % need no ground.
pub(super) fn is_grounded(value: Decimal, texts: &Numbers) -> bool {
    let value = value.trimmed();
    let free = value == Decimal::new(0, 0) || value == Decimal::new(1, 0);
    free || texts.contains(&value)
}

/// The values of every number of a text.
pub(super) fn numbers(text: &str) -> impl Iterator<Item = Decimal> {
    tokens(text).into_iter().map(|token| token.value)
}

/// Every number of a text; a number mark at its beginning is none.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut rest = without_mark(text);
    let mut bracketed = false;
    while let Some(first) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix(PERCENT_OF) {
            let (digits, after) = split_while(after, |c| CHINESE.contains(c));
            if let Some(number) = chinese(digits) {
                found.push(Token {
                    value: Decimal::new(number, 2).trimmed(),
                    measures: true,
                    text: format!("{PERCENT_OF}{digits}"),
                });
            }
            rest = after;
        } else if first.is_ascii_digit() {
            let (digits, after) = split_while(rest, |c| c.is_ascii_digit() || c == '.');
            rest = after;
            let percent = after.starts_with(['%', '％']);
            if let Ok(value) = Decimal::parse(digits) {
                let value = if percent { Decimal::new(value.units(), value.scale() + 2) } else { value };
                let numbers_a_document = bracketed || after.starts_with('号');
                found.push(Token { value: value.trimmed(), measures: !numbers_a_document, text: digits.to_owned() });
            }
        } else if CHINESE.contains(first) {
            let (digits, after) = split_while(rest, |c| CHINESE.contains(c));
            rest = after;
            if let Some(number) = chinese(digits) {
                let measures = after.starts_with(|c| MEASURES.contains(c));
                found.push(Token { value: Decimal::new(number, 0), measures, text: digits.to_owned() });
            }
        } else {
            bracketed = (bracketed || first == '〔') && first != '〕';
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
    }
    found
}

fn without_mark(text: &str) -> &str {
    let (digits, after) = split_while(text, |c| c.is_ascii_digit());
    if !digits.is_empty() && after.starts_with(". ") {
        return after;
    }
    let (numerals, after) = split_while(text, |c| CHINESE.contains(c));
    if !numerals.is_empty() && after.starts_with('、') { after } else { text }
}

fn split_while(text: &str, mut holds: impl FnMut(char) -> bool) -> (&str, &str) {
    let end = text.find(|c| !holds(c)).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// The value of a run of Chinese numerals such as 三, 十五, 三千; `None` for runs such as 十五五.
fn chinese(digits: &str) -> Option<i128> {
    let (mut total, mut section, mut digit): (i128, i128, Option<i128>) = (0, 0, None);
    for character in digits.chars() {
        let place = match character {
            '十' => 10,
            '百' => 100,
            '千' => 1_000,
            '万' => 10_000,
            '亿' => 100_000_000,
            '零' | '〇' => {
                digit = None;
                continue;
            }
            _ => {
                if digit.is_some() {
                    return None;
                }
                digit = "一二三四五六七八九".chars().zip(1..).find(|(c, _)| *c == character).map(|(_, n)| n);
                digit = if character == '两' { Some(2) } else { digit };
                continue;
            }
        };
        if place >= 10_000 {
            total = total.checked_add(section)?.checked_add(digit.take().unwrap_or_default())?.checked_mul(place)?;
            section = 0;
        } else if place == 10 && section % 100 != 0 {
            return None;
        } else {
            section = digit.take().unwrap_or(1).checked_mul(place)?.checked_add(section)?;
        }
    }
    let value = total.checked_add(section)?.checked_add(digit.unwrap_or_default())?;
    (value > 0).then_some(value)
}
