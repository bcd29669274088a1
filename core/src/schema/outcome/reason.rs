//! Why an outcome is as it is.

use super::super::day::MONTH;
use super::super::shape::{Field, field, list, name, object, or_null, reference, text, tokens, truth};
use super::every::{fact, months_of_line, subject};
use crate::explain::Held;
use serde_json::{Value, json};

/// A fact's value as a case writes it, the items of a list; null where it is unknown.
fn found() -> Value {
    json!({ "type": ["string", "integer", "boolean", "array", "null"], "items": { "type": "string" } })
}

pub(super) fn definitions() -> Vec<Field> {
    let mut reason = vec![
        field("condition", "条件", "The condition's label, a step's id, rate, paid-elsewhere …", name()),
        field("holds", "是否成立", "Null where the facts do not settle it.", or_null(truth())),
        field("subject", "对象", "Whose fact decides.", or_null(subject())),
        field("fact", "事实", "The fact that decides.", or_null(fact())),
        field("found", "事实的值", "What was found of it.", found()),
        field("also", "其他事实", "The other facts that the condition reads.", list(reference("Found"))),
        field(
            "relation",
            "关系",
            "How it is held against the bound.",
            or_null(tokens(Held::ALL.into_iter().map(Held::id))),
        ),
        field("bound", "界限", "What it was held against.", or_null(text())),
        field("changes_in", "改变的月份", "The month in which time alone changes it.", or_null(reference(MONTH))),
        field(
            "source",
            "依据序号",
            "The place of the sentence in sources, from 0.",
            json!({ "type": "integer", "minimum": 0 }),
        ),
    ];
    reason.extend(months_of_line());
    let also = [
        field("subject", "对象", "Whose it is.", subject()),
        field("fact", "事实", "Which it is.", fact()),
        field("found", "事实的值", "What was found.", found()),
    ];
    vec![
        field("Reason", "理由", "What one condition says in a stretch of months.", object(reason)),
        field("Found", "所见事实", "A fact that a condition reads.", object(also)),
    ]
}
