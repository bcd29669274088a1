//! What limits and indicators hold against a bound, and what lookups say.

use super::super::figure::figure_in_words;
use super::super::speech::{day, joined, months, words};
use super::super::terms::{is_key_said, is_read, key_words, standing_words};
use super::super::told::{Told, ToldMonths, ToldReason};
use super::Tree;
use super::bound::{required, spaced};
use super::teller::Teller;
use crate::compile::NumberKind;
use crate::source::Words;
use crate::value::{Date, Month};
use serde_json::Value;

/// What was found, and what it was held against.
pub(super) fn measured(teller: &Teller<'_>) -> Vec<Tree> {
    let told = teller.told;
    let mut lines: Vec<Words> = Vec::new();
    lines.extend(match &told.value {
        Some(Value::Object(texts)) => Some(said(texts)),
        _ => figures(teller),
    });
    lines.extend(judged(told).map(on_day));
    if told.kind == "limit" {
        // A standard that nobody has read is not held against anybody without saying so.
        let unread = told.sources.iter().find(|source| !is_read(&source.standing));
        let standing = unread.map(|source| standing_words(&source.standing));
        lines.extend(standing.map(|how| words(format!("标准{}", how.zh), format!("The standard: {}", how.en))));
    }
    lines.into_iter().map(Tree::detail).chain(entries(told)).collect()
}

/// The answer of a lookup.
fn said(texts: &serde_json::Map<String, Value>) -> Words {
    let side = |key: &str| texts.get(key).and_then(Value::as_str).unwrap_or_default();
    words(format!("答案：{}", side("zh")), format!("Answer: {}", side("en")))
}

/// The entries of a lookup that is a list.
fn entries(told: &Told) -> Option<Tree> {
    let Some(Value::Array(list)) = &told.value else { return None };
    let entry = |entry: &Value| {
        let side = |key: &str| entry.get(key).and_then(Value::as_str).unwrap_or_default();
        if !is_key_said(side("key")) {
            return Tree::detail(words(side("zh"), side("en")));
        }
        let key = key_words(side("key"));
        Tree::detail(words(format!("{}：{}", key.zh, side("zh")), format!("{}: {}", key.en, side("en"))))
    };
    Tree::section(words("逐项", "Entry by entry"), list.iter().map(entry).collect())
}

/// A value against its bound or target: `实际为 33.33%，须不多于 30%`.
fn figures(teller: &Teller<'_>) -> Option<Words> {
    let told = teller.told;
    let is_list = teller.rule.measure().is_some_and(|measure| matches!(measure.value.kind, NumberKind::Outside(..)));
    if is_list {
        let outside = told.value.as_ref().and_then(Value::as_str);
        let found =
            outside.map(|count| words(format!("不在清单之内的有 {count} 项"), format!("not on the list: {count}")));
        let all = words("各项都须在清单之内", "every item must be on the list");
        return Some(found.map_or_else(|| all.clone(), |found| joined(&[found, all.clone()], "，", "; ")));
    }
    let number = |text: &str| figure_in_words(teller.rule, text);
    let value = told.value.as_ref().and_then(Value::as_str).map(number);
    let mut parts: Vec<Words> = Vec::new();
    parts.extend(value.map(|value| words(format!("实际为{}", spaced(&value.zh)), format!("found: {}", value.en))));
    let held = told.bound.as_deref().or(told.target.as_deref()).zip(told.relation.as_deref());
    parts.extend(held.map(|(bound, relation)| required(relation, &number(bound))));
    let excess = told.excess.as_deref().map(number);
    // What must be at least so much is short of it.
    let (zh, en) = if told.relation.as_deref().is_some_and(|relation| relation.starts_with('>')) {
        ("还差", "short by")
    } else {
        ("超出", "over by")
    };
    parts.extend(excess.map(|excess| words(format!("{zh}{}", spaced(&excess.zh)), format!("{en} {}", excess.en))));
    let hidden = told.value.as_ref().and_then(Value::as_str).filter(|_| hides(told));
    parts.extend(hidden.map(|_| words("四舍五入前还差一点", "just short of it before rounding")));
    let due = told.due.as_deref().map(day);
    parts.extend(due.map(|due| words(format!("期限 {}", due.zh), format!("due {}", due.en))));
    let of = span(teller).filter(|_| told.value.is_some() && told.kind == "limit");
    let of = of.map(|span| words(format!("（{}）", span.zh), format!(" ({})", span.en))).unwrap_or_default();
    let all = joined(&parts, "，", ", ");
    (!parts.is_empty()).then(|| joined(&[all, of], "", ""))
}

/// Whether rounding hides that a value misses its target: both are shown alike.
fn hides(told: &Told) -> bool {
    let missed = matches!(told.state.as_str(), "missed" | "pending");
    missed && told.value.as_ref().and_then(Value::as_str) == told.target.as_deref()
}

/// The months that the figures are of, where they are not the whole window: the first with the outcome's state in
/// which no fact changes.
fn span(teller: &Teller<'_>) -> Option<Words> {
    let told = teller.told;
    let line = told.months.iter().find(|line| line.state == told.state)?;
    let holds = |reason: &&ToldReason| {
        teller.is_need(&reason.condition) && reason.from.as_str() <= line.from.as_str() && line.from <= reason.to
    };
    let last = told.reasons.iter().find(holds).map_or(&line.to, |reason| (&reason.to).min(&line.to));
    let is_all = |(first, end): (&ToldMonths, &ToldMonths)| first.from == line.from && end.to == *last;
    let whole = told.months.first().zip(told.months.last()).is_some_and(is_all);
    (!whole).then(|| months(&line.from, last))
}

/// The day on which an indicator or a procedure is judged: the last of its month, or the day on which it is due.
fn judged(told: &Told) -> Option<Words> {
    if !matches!(told.kind.as_str(), "indicator" | "procedure") {
        return None;
    }
    let last = Month::parse(&told.reasons.first()?.to)?.last_day();
    let due = told.due.as_deref().and_then(Date::parse);
    Some(day(&due.map_or(last, |due| due.min(last)).to_string()))
}

fn on_day(day: Words) -> Words {
    words(format!("按 {} 的情况判断", day.zh), format!("judged as of {}", day.en))
}
