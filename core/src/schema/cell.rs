//! A cell of a row.

use super::fact::{member, value};
use super::shape::{choices, list};
use crate::model::{Fact, FactType};
use serde_json::{Value, json};

/// What separates the texts of a list within one text.
const BETWEEN_TEXTS: &str = ";；、";

/// What a cell of a fact's column holds; none for records, whose numbers have columns of their own.
pub(super) fn cell(fact: &Fact) -> Option<Value> {
    let own = match &fact.kind {
        FactType::Records { .. } => return None,
        FactType::YesNo => json!({ "enum": [true, false, "true", "false", 1, 0, "1", "0", "是", "否"] }),
        FactType::Set { choices: options, open } => {
            let mut several = json!({ "type": "string" });
            if !open {
                let ids: Vec<String> = options.iter().map(|option| literal(&option.id)).collect();
                let one = format!("({})", ids.join("|"));
                let pattern = format!(r"^\s*{one}(\s*[{BETWEEN_TEXTS}]\s*{one})*\s*$");
                super::shape::put(&mut several, "pattern", json!(pattern));
            }
            return Some(json!({ "anyOf": [several, list(member(options, *open)), empty()] }));
        }
        FactType::Options(options) => choices(options),
        kind => value(kind),
    };
    Some(json!({ "anyOf": [own, empty()] }))
}

/// An empty cell.
pub(super) fn empty() -> Value {
    json!({ "enum": ["", null] })
}

/// A text as a pattern that means nothing but itself.
pub(super) fn literal(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len());
    for sign in text.chars() {
        if r"\^$.|?*+()[]{}".contains(sign) {
            pattern.push('\\');
        }
        pattern.push(sign);
    }
    pattern
}
