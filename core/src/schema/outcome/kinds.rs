//! Outcomes of each kind.

use super::super::day::DAY;
use super::super::shape::{
    Field, field, list, matching, name as word, object, or_null, put, reference, text, tokens, truth,
};
use super::every::{amount_or_days, decimal, members, months_of_line, range, unit_laws};
use super::measured;
use super::quantity;
use crate::evaluate::MonthState;
use crate::explain::{AMOUNT_UNITS, StepState, state_token, states};
use crate::rulebook::{BenefitForm, Kind};
use crate::value::Period;
use serde_json::{Value, json};

/// The name of the definition of a kind's outcomes.
pub(super) const fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Entitlement => "Entitlement",
        Kind::Limit => "Limit",
        Kind::Requirement => "Requirement",
        Kind::Indicator => "Indicator",
        Kind::Procedure => "Procedure",
        Kind::Lookup => "Lookup",
        Kind::Quantity => "Quantity",
    }
}

/// The states of a kind.
pub(super) fn state(kind: Kind) -> Value {
    tokens(states(kind))
}

/// The state of a kind where a condition fails.
pub(super) const fn refused(kind: Kind, binds: bool) -> &'static str {
    state_token(kind, MonthState::Refused, binds, false)
}

const fn token(kind: Kind, state: MonthState) -> &'static str {
    state_token(kind, state, true, false)
}

/// The window in lines.
pub(super) fn months(line: Value) -> Field {
    field("months", "各月", "The window without a gap; equal neighbours are one line.", list(line))
}

/// Where a member is of a form, others are of theirs.
pub(super) fn when(member: &str, is: &Value, then: &[(&str, Value)]) -> Value {
    let then: serde_json::Map<String, Value> =
        then.iter().map(|(name, schema)| ((*name).to_owned(), schema.clone())).collect();
    json!({ "if": { "properties": { member: is } }, "then": { "properties": then } })
}

pub(super) fn definitions() -> Vec<Field> {
    Kind::ALL.into_iter().map(definition).collect()
}

fn definition(kind: Kind) -> Field {
    let (zh, en, own, laws) = match kind {
        Kind::Entitlement => ("给付结论", "What is paid, saved or deducted.", entitlement(), entitlement_laws()),
        Kind::Limit => ("限额结论", "A number and its bound.", measured::limit(), measured::limit_laws()),
        Kind::Requirement => {
            ("要求结论", "Conditions that must hold.", measured::requirement(), measured::requirement_laws())
        }
        Kind::Indicator => ("指标结论", "A target, judged on one day.", measured::indicator(), Vec::new()),
        Kind::Procedure => ("程序结论", "Steps in their order.", procedure(), Vec::new()),
        Kind::Lookup => ("查询结论", "An answer in words.", lookup(), lookup_laws()),
        Kind::Quantity => ("账单", "Amounts that are added up.", quantity::quantity(), Vec::new()),
    };
    let mut schema = object(members(kind).into_iter().chain(own));
    if !laws.is_empty() {
        put(&mut schema, "allOf", json!(laws));
    }
    field(name(kind), zh, en, schema)
}

fn entitlement() -> Vec<Field> {
    let kind = Kind::Entitlement;
    let granted = json!({ "const": token(kind, MonthState::Granted) });
    let mut line = object(months_of_line().into_iter().chain([
        field("state", "状态", "Their state.", state(kind)),
        field("rate", "标准", "The rate where they are granted.", or_null(decimal())),
        field(
            "per",
            "周期",
            "How often it is paid; null where that is set elsewhere.",
            or_null(tokens(Period::ALL.map(Period::id))),
        ),
    ]));
    let is_rate = |is: &str| [("rate", json!({ "type": is }))];
    let not_granted = json!({ "not": granted });
    let laws = [when("state", &granted, &is_rate("string")), when("state", &not_granted, &is_rate("null"))];
    put(&mut line, "allOf", json!(laws));
    vec![
        field("form", "形式", "Only one form is ever added up.", tokens(BenefitForm::ALL.map(BenefitForm::id))),
        field(
            "amount",
            "金额",
            "Yuan, or whole days of leave; null while undetermined, not in force or not applicable.",
            or_null(amount_or_days()),
        ),
        field("range", "金额范围", "The smallest and the largest amount over all completions.", or_null(range())),
        field("range_exact", "范围精确", "Whether the range is as narrow as it can be.", truth()),
        field("unit", "单位", "The unit of the amount.", tokens(AMOUNT_UNITS)),
        field("at_least", "不低于", "Whether the amount is a floor.", truth()),
        months(line),
        field("payer", "付款方", "Who pays, as a role; null where the law names nobody.", or_null(party())),
        field("payee", "收款方", "Who is paid, as a role.", party()),
        field("payer_place", "付款地", "Which place pays, where it is settled.", or_null(word())),
        field("discretionary", "可自行决定", "Whether it is due only if it has been so decided.", truth()),
        field("claim", "如何申领", "What is done to get it; null where the text does not say.", or_null(claim())),
    ]
}

fn claim() -> Value {
    let words = || reference("Words");
    object([
        field("where", "向哪里申领", "Where it is claimed.", words()),
        field("by", "申领时间", "By when; null where the text does not say.", or_null(words())),
        field("documents", "申领材料", "With what.", list(words())),
        field("sources", "依据", "The sentences that say so.", list(reference("Source"))),
    ])
}

/// A role, such as county or family.
pub(in super::super) fn party() -> Value {
    matching("[a-z][a-z0-9-]*")
}

/// Zero, unknown, not applicable and not in force are four answers.
fn entitlement_laws() -> Vec<Value> {
    let is = |states: &[MonthState]| json!({ "enum": states.iter().map(|state| token(Kind::Entitlement, *state)).collect::<Vec<_>>() });
    let null = || json!({ "type": "null" });
    let (ended, outside) = (MonthState::NotInForce, MonthState::NotApplicable);
    // Where another text sets the amount, there is none to refuse.
    let refused = json!({ "enum": ["0.00", "0", Value::Null] });
    let mut laws = vec![
        when(
            "state",
            &is(&[MonthState::Granted]),
            &[("amount", json!({ "type": "string" })), ("range", json!({ "type": "array" }))],
        ),
        when("state", &is(&[MonthState::Refused]), &[("amount", refused)]),
        when("state", &is(&[MonthState::Undetermined, ended, outside]), &[("amount", null())]),
        when("state", &is(&[ended, outside]), &[("range", null())]),
    ];
    laws.extend(unit_laws());
    laws
}

fn procedure() -> Vec<Field> {
    let words = || or_null(reference("Words"));
    let step = object([
        field("id", "步骤", "The step's id.", word()),
        field("state", "状态", "How far it is.", tokens(StepState::ALL.map(StepState::id))),
        field("act", "办理事项", "What is to be done; null where the way is not settled.", words()),
        field("body", "办理机关", "Who does it.", words()),
        field("certificate", "证照", "The certificate that it is about.", words()),
        field("due", "期限", "The day by which it must be done.", or_null(reference(DAY))),
    ]);
    vec![
        field("steps", "步骤", "The steps in their order.", list(step)),
        field("next", "下一步", "The id of the first step that is not done.", or_null(word())),
    ]
}

fn lookup() -> Vec<Field> {
    let line = object(months_of_line().into_iter().chain([
        field("state", "状态", "Their state.", state(Kind::Lookup)),
        field("value", "答案", "What holds in them; null for a list that is the same in all months.", answer()),
    ]));
    let of = "Words, or a list of words; of the first month with the outcome's state.";
    vec![field("value", "答案", of, answer()), months(line)]
}

/// Words, or a list of words.
fn answer() -> Value {
    let entry = object([
        field("key", "键", "What the entry is about.", word()),
        field("zh", "中文", "Simplified Chinese.", text()),
        field("en", "英文", "English.", text()),
    ]);
    json!({ "anyOf": [reference("Words"), list(entry), { "type": "null" }] })
}

/// There are words only where the answer is known.
fn lookup_laws() -> Vec<Value> {
    let unknown = json!({ "not": { "const": token(Kind::Lookup, MonthState::Granted) } });
    vec![when("state", &unknown, &[("value", json!({ "type": "null" }))])]
}
