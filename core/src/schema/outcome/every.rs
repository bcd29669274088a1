//! What every outcome carries.

use super::super::day::MONTH;
use super::super::shape::{Field, field, list, matching, name, object, or_null, put, reference, text, tokens};
use super::kinds::{self, when};
use crate::explain::AMOUNT_UNITS;
use crate::rulebook::Kind;
use crate::source::Standing;
use serde_json::{Value, json};

/// An amount of yuan, two decimals.
pub(super) fn amount() -> Value {
    matching(r"-?[0-9]+\.[0-9]{2}")
}

/// An amount of yuan, or of whole days.
pub(super) fn amount_or_days() -> Value {
    matching(r"-?[0-9]+(\.[0-9]{2})?")
}

/// What amounts and their ranges are in each unit.
pub(super) fn unit_laws() -> Vec<Value> {
    let of = |amount: Value| {
        let range = json!({ "type": "array", "items": amount.clone(), "minItems": 2, "maxItems": 2 });
        [("amount", or_null(amount)), ("range", or_null(range))]
    };
    let [yuan, day] = AMOUNT_UNITS.map(|unit| json!({ "const": unit }));
    vec![when("unit", &yuan, &of(amount())), when("unit", &day, &of(matching("[0-9]+")))]
}

/// An exact decimal without zeros at its end.
pub(in super::super) fn decimal() -> Value {
    matching(r"-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?")
}

/// A pair of amounts, the smaller first.
pub(super) fn range() -> Value {
    json!({ "type": "array", "items": amount_or_days(), "minItems": 2, "maxItems": 2 })
}

/// A text in both languages.
pub(in super::super) fn words() -> Value {
    object([field("zh", "中文", "Simplified Chinese.", text()), field("en", "英文", "English.", text())])
}

pub(in super::super) fn standing() -> Value {
    // The surest first.
    tokens(Standing::ALL.into_iter().rev().map(Standing::id))
}

/// A sentence of law.
pub(in super::super) fn source() -> Value {
    object([
        field("document", "文号", "The document's number.", name()),
        field("clause", "条款", "The path of number marks; empty for text outside every mark.", text()),
        field("quote", "原文", "The sentences, as they stand.", text()),
        field("standing", "文本来源", "How sure the document is.", standing()),
    ])
}

/// The name of a fact: a thing, a dot, the fact.
pub(super) fn fact() -> Value {
    matching(r"[a-z][a-z0-9-]*\.[a-z].*")
}

/// Whose outcome or fact it is.
pub(super) fn subject() -> Value {
    name()
}

/// The first and the last month of a line.
pub(super) fn months_of_line() -> [Field; 2] {
    [
        field("from", "起始月", "The first month.", reference(MONTH)),
        field("to", "终止月", "The last month.", reference(MONTH)),
    ]
}

/// The members that every outcome has, with the words of a kind.
pub(super) fn members(kind: Kind) -> Vec<Field> {
    vec![
        field("subject", "对象", "An id, a path, a pair such as p1/e1; law for a lookup about no thing.", subject()),
        field("rule", "规则", "The rule's id.", matching(".+/.+")),
        field("kind", "规则种类", "The rule's kind.", json!({ "type": "string", "const": kind.word() })),
        field("state", "结论状态", "The state over the window.", kinds::state(kind)),
        field("readings", "解释选项", "Every reading that the rule names.", reference("Readings")),
        field("missing", "缺少的事实", "The facts that can still change it, in order.", list(reference("FactName"))),
        field("open", "未定事项", "What else can.", list(reference("Opening"))),
        field("assumes", "前提", "What is taken for granted or set elsewhere, in Chinese.", list(text())),
        field("standing", "文本来源", "The weakest standing of the sources.", standing()),
        field("layer", "规则层", "Where the rule stands.", name()),
        field("sources", "依据", "The sentences that it rests on.", list(reference("Source"))),
        field("reasons", "理由", "One for each condition and stretch of months.", list(reference("Reason"))),
    ]
}

pub(super) fn definitions() -> Vec<Field> {
    let mut readings = json!({ "type": "object", "additionalProperties": or_null(name()) });
    put(&mut readings, "propertyNames", name());
    let only = |name: &str, zh, en, schema| object([field(name, zh, en, schema)]);
    let opening = [
        only("reading", "解释选项", "The id of an open reading.", name()),
        only("set_elsewhere", "另文规定的数额", "The id of a number that another text sets.", name()),
        only("calendar", "未公布的日历", "The id of a calendar that lacks a year that is needed.", name()),
    ];
    vec![
        field("Words", "文字", "A text in both languages.", words()),
        field("Source", "依据", "A sentence of law.", source()),
        field("Readings", "解释选项", "By the reading's id the option's id; null where it is open.", readings),
        field("Opening", "未定事项", "What is open besides facts.", json!({ "oneOf": opening })),
        field(
            "FactName",
            "事实",
            "A fact of a subject.",
            object([field("subject", "对象", "Whose.", subject()), field("fact", "事实", "Which.", fact())]),
        ),
    ]
}
