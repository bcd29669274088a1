//! What only limits, requirements and indicators carry.

use super::super::day::DAY;
use super::super::shape::{Field, field, object, or_null, reference, tokens, truth};
use super::every::{decimal, months_of_line};
use super::kinds::{months, refused, state, when};
use crate::rulebook::{Kind, Relation};
use crate::value::Unit;
use serde_json::{Value, json};

fn relation() -> Value {
    tokens(Relation::ALL.into_iter().map(Relation::sign))
}

/// The window in lines that carry nothing but their state.
fn states(kind: Kind) -> Field {
    months(object(months_of_line().into_iter().chain([field("state", "状态", "Their state.", state(kind))])))
}

pub(super) fn limit() -> Vec<Field> {
    let units: Vec<Value> =
        Unit::ALL.into_iter().filter(|unit| *unit != Unit::One).map(|unit| json!(unit.to_string())).collect();
    let unit = json!({ "enum": units.into_iter().chain([Value::Null]).collect::<Vec<_>>() });
    vec![
        field("value", "数值", "The number, of the first month with the outcome's state.", or_null(decimal())),
        field("relation", "关系", "How it must stand to the bound.", relation()),
        field("bound", "界限", "The bound, of the same month.", or_null(decimal())),
        field("excess", "差额", "By how much a breached limit is missed.", or_null(decimal())),
        field("unit", "单位", "What both count; null for plain numbers.", unit),
        states(Kind::Limit),
    ]
}

/// Only a breached limit is missed by something.
pub(super) fn limit_laws() -> Vec<Value> {
    let kept = json!({ "not": { "const": refused(Kind::Limit, true) } });
    vec![when("state", &kept, &[("excess", json!({ "type": "null" }))])]
}

pub(super) fn requirement() -> Vec<Field> {
    vec![
        field("binding", "有约束力", "False: what is lacking is short and not breached.", truth()),
        states(Kind::Requirement),
    ]
}

/// What binds is breached, what only guides is short.
pub(super) fn requirement_laws() -> Vec<Value> {
    let law = |binds: bool| {
        let not = json!({ "not": { "const": refused(Kind::Requirement, !binds) } });
        when("binding", &json!({ "const": binds }), &[("state", not)])
    };
    vec![law(true), law(false)]
}

pub(super) fn indicator() -> Vec<Field> {
    vec![
        field(
            "value",
            "数值",
            "The number, a quotient with four decimals; null where it is not settled.",
            or_null(decimal()),
        ),
        field("target", "目标", "What it must reach.", or_null(decimal())),
        field("relation", "关系", "How it must stand to the target.", relation()),
        field("due", "期限", "The day by which it must be reached.", or_null(reference(DAY))),
        field("binding", "有约束力", "False for an aspiration.", truth()),
    ]
}
