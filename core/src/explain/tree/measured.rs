//! What limits and indicators hold against a bound, and what lookups say.

use super::super::speech::{both, day, joined, thousands, words};
use super::super::told::Told;
use super::Tree;
use super::bound::{required, spaced};
use crate::source::Words;
use serde_json::Value;

/// The unit of a fee.
const FEE: &str = "CNY/month";

/// A value against its bound or target, as limits and indicators tell it; a lookup's text.
pub(super) fn measured(told: &Told) -> Option<Tree> {
    let number = |text: &str| match told.unit.as_deref() {
        Some(FEE) => words(format!("每月 {} 元", thousands(text)), format!("CNY {} a month", thousands(text))),
        _ => both(&thousands(text)),
    };
    let value = match &told.value {
        Some(Value::String(text)) => Some(number(text)),
        Some(Value::Object(texts)) => {
            let side = |key: &str| texts.get(key).and_then(Value::as_str).unwrap_or_default();
            Some(words(side("zh"), side("en")))
        }
        _ => None,
    };
    let mut parts: Vec<Words> = Vec::new();
    parts.extend(value.map(|value| words(format!("实际为{}", spaced(&value.zh)), format!("found: {}", value.en))));
    let held = told.bound.as_deref().or(told.target.as_deref()).zip(told.relation.as_deref());
    parts.extend(held.map(|(bound, relation)| required(relation, &number(bound))));
    let excess = told.excess.as_deref().map(number);
    parts.extend(excess.map(|excess| words(format!("超出{}", spaced(&excess.zh)), format!("over by {}", excess.en))));
    let due = told.due.as_deref().map(day);
    parts.extend(due.map(|due| words(format!("期限 {}", due.zh), format!("due {}", due.en))));
    (!parts.is_empty()).then(|| Tree::detail(joined(&parts, "，", ", ")))
}
