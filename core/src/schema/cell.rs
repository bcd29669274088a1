//! A cell of a row.

use super::fact::{member, value};
use super::shape::{choices, list};
use crate::model::{Fact, FactType, NO, YES};
use serde_json::{Value, json};

/// What separates the texts of a list within one text.
const BETWEEN_TEXTS: &str = ";；、";

/// What a cell of a fact's column holds; none for records, whose numbers have columns of their own.
pub(super) fn cell(fact: &Fact) -> Option<Value> {
    let own = match &fact.kind {
        FactType::Records { .. } => return None,
        FactType::YesNo => {
            let mut values = vec![json!(true), json!(false), json!(1), json!(0)];
            values.extend(YES.iter().chain(&NO).map(|text| json!(text)));
            json!({ "enum": values })
        }
        FactType::Set { choices: options, open } => {
            let mut several = json!({ "type": "string" });
            if !open {
                let words = options.iter().flat_map(|option| [&option.id, &option.words.zh]);
                let words: Vec<String> = words.map(|word| literal(word)).collect();
                let one = format!("({})", words.join("|"));
                let pattern = format!(r"^\s*{one}(\s*[{BETWEEN_TEXTS}]\s*{one})*\s*$");
                super::shape::put(&mut several, "pattern", json!(pattern));
            }
            return Some(json!({ "anyOf": [several, list(member(options, *open)), empty()] }));
        }
        FactType::Options(options) => {
            // An option is also written by its Chinese word.
            let words: Vec<&str> = options.iter().map(|option| option.words.zh.as_str()).collect();
            return Some(json!({ "anyOf": [choices(options), { "enum": words }, empty()] }));
        }
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
