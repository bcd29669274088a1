//! What a condition was held against, in words.

use super::super::speech::{both, day, list, value, words};
use super::super::told::ToldReason;
use super::teller::Teller;
use crate::compile::{FactType, REFERENCE_DAY, Truth, YEARLY_RATE};
use crate::source::Words;
use serde_json::Value;

/// What must hold: `当月最后一天须早于 2026年5月31日`; none where the condition's own name says all.
pub(super) fn bound(teller: &Teller<'_>, reason: &ToldReason) -> Option<Words> {
    let (relation, bound) = (reason.relation.as_deref()?, reason.bound.as_deref()?);
    let truth = teller.truth(&reason.condition, &reason.from)?;
    if truth.time_terms().iter().any(|term| !matches!(term, Truth::Aged { .. } | Truth::OfYear(_))) {
        return on_day(&reference(teller), relation, bound);
    }
    let fact = teller.fact(reason.fact.as_deref()?);
    let say = |text: &str| value(fact, &Value::String(text.to_owned()));
    if matches!(relation, "is" | "not" | "in") {
        let all = list(&bound.split(", ").map(say).collect::<Vec<_>>());
        return match (relation, bound) {
            ("is", "true") | ("not", "false") => None,
            ("not", _) => Some(words(format!("不能是{}", all.zh), format!("must not be {}", all.en))),
            ("is", _) => Some(words(format!("须为{}", all.zh), format!("must be {}", all.en))),
            _ => Some(words(format!("须是其中之一：{}", all.zh), format!("must be one of {}", all.en))),
        };
    }
    match fact.map(|fact| &fact.kind) {
        Some(FactType::Date) => dated(relation, bound),
        _ => Some(required(relation, &say(bound))),
    }
}

/// The day that months are judged on, in words.
fn reference(teller: &Teller<'_>) -> Words {
    let chosen = |id: &str| teller.told.reading(id).cloned().flatten();
    // Heads are counted on the month's last day, whatever decides the other months.
    let counted = chosen(YEARLY_RATE).is_some_and(|option| option == "head-count-at-year-end");
    let option = chosen(REFERENCE_DAY).filter(|_| !counted);
    let reading = teller.reading(REFERENCE_DAY);
    let named = option.and_then(|id| reading?.options.iter().find(|option| option.id == id));
    named.map_or_else(|| words("当月最后一天", "The last day of the month"), |option| option.words.clone())
}

fn on_day(reference: &Words, relation: &str, bound: &str) -> Option<Words> {
    let clause = match bound.split_once("..") {
        Some((low, high)) => match (low.trim(), high.trim()) {
            ("", "") => return None,
            (low, "") => dated(">=", low)?,
            ("", high) => dated("<=", high)?,
            (low, high) => {
                let (low, high) = (day(low), day(high));
                words(
                    format!("须在 {}至{} 之间", low.zh, high.zh),
                    format!("must be between {} and {}", low.en, high.en),
                )
            }
        },
        None => dated(relation, bound)?,
    };
    Some(words(format!("{}{}", reference.zh, clause.zh), format!("{} {}", reference.en, clause.en)))
}

/// What a relation requires of a day.
fn dated(relation: &str, bound: &str) -> Option<Words> {
    let day = day(bound);
    Some(match relation {
        ">=" => words(format!("不得早于 {}", day.zh), format!("must be {} or later", day.en)),
        ">" => words(format!("须晚于 {}", day.zh), format!("must be after {}", day.en)),
        "<" => words(format!("须早于 {}", day.zh), format!("must be before {}", day.en)),
        "<=" => words(format!("不得晚于 {}", day.zh), format!("must be {} or earlier", day.en)),
        "is" => words(format!("须为 {}", day.zh), format!("must be {}", day.en)),
        _ => return None,
    })
}

/// A space before a text that begins with a digit.
pub(super) fn spaced(text: &str) -> String {
    let begins = text.starts_with(|first: char| first.is_ascii_digit());
    if begins { format!(" {text}") } else { text.to_owned() }
}

/// What a relation requires of a number.
pub(super) fn required(relation: &str, bound: &Words) -> Words {
    let (zh, en) = match relation {
        ">=" => ("不少于", "at least"),
        ">" => ("多于", "more than"),
        "<" => ("少于", "less than"),
        "<=" => ("不多于", "at most"),
        "=" | "is" => ("等于", ""),
        other => return both(&format!("{other} {}", bound.zh)),
    };
    words(format!("须{zh}{}", spaced(&bound.zh)), format!("must be {en} {}", bound.en).replace("  ", " "))
}
