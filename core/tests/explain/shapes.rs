//! The tree as data, and trees of rules of other kinds, told by the contract's shape alone (§4).

use super::example::{EN, ZH, holds, rules};
use serde_json::{Value, json};
use tuoyu::source::Language;

fn lines(outcome: &Value, language: Language) -> Vec<String> {
    rules().explain(outcome).unwrap().text(language).lines().map(str::to_owned).collect()
}

/// An outcome of a rule of some kind, made by hand.
fn outcome(rule: &str, subject: &str, kind: &str, state: &str, own: Value) -> Value {
    let mut outcome = json!({"subject": subject, "rule": format!("jining/{rule}"), "kind": kind, "state": state});
    outcome.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
    outcome
}

#[test]
fn a_tree_is_data() {
    let own = json!({"value": {"zh": "教育部门", "en": "education"}});
    let tree = rules().explain(&outcome("lead-department", "n1", "lookup", "known", own));
    assert_eq!(
        serde_json::to_value(tree.unwrap()).unwrap(),
        json!({"part": "head", "mark": "yes",
            "words": {"zh": "牵头部门，托育机构 n1：已确定", "en": "Lead department, childcare institution n1: known"},
            "children": [{"part": "detail", "mark": null, "children": [],
                "words": {"zh": "答案：教育部门", "en": "Answer: education"}}]})
    );
    let pending = outcome("target-satisfaction", "jurisdiction", "indicator", "pending", json!({}));
    assert_eq!(serde_json::to_value(rules().explain(&pending).unwrap()).unwrap()["mark"], "pending");
}

#[test]
fn a_limit_tells_its_value_its_bound_and_the_excess() {
    let own = json!({"value": "2150.5", "relation": "<=", "bound": "2100", "excess": "50.5", "unit": "CNY/month",
        "months": [{"from": "2026-01", "to": "2026-12", "state": "breached"}]});
    let breached = outcome("inclusive-fee", "e1", "limit", "breached", own);
    holds(
        &lines(&breached, ZH),
        &[
            "✗ 普惠托育收费标准，入托记录 e1，2026年1月至12月：违反",
            "├─ 实际为每月 2,150.5 元，须不多于每月 2,100 元，超出每月 50.5 元",
        ],
    );
    holds(
        &lines(&breached, EN),
        &["├─ found: CNY 2,150.5 a month, must be at most CNY 2,100 a month, over by CNY 50.5 a month"],
    );
}

#[test]
fn an_indicator_tells_its_target_and_when_it_is_due() {
    let own =
        |value: &str| json!({"value": value, "target": "0.42", "relation": ">=", "due": "2025-12-31", "binding": true});
    let missed = |value: &str| outcome("target-public-share", "jurisdiction", "indicator", "missed", own(value));
    holds(&lines(&missed("0.4"), ZH), &["└─ 实际为 40%，须不少于 42%，期限 2025年12月31日"]);
    // 41.996 % is shown as 42 %.
    holds(
        &lines(&missed("0.42"), EN),
        &["└─ found: 42%, must be at least 42%, just short of it before rounding, due 31 December 2025"],
    );
}

#[test]
fn a_procedure_tells_its_steps_and_the_next() {
    let own = json!({"steps": [
        {"id": "confirm", "state": "done", "act": {"zh": "审核确认", "en": "Confirm"}, "body": {"zh": "教育部门", "en": "education"}},
        {"id": "roll-up", "state": "pending", "act": {"zh": "定期汇总", "en": "Collect"}, "body": {"zh": "县级", "en": "county"}},
        {"id": "file", "state": "pending", "act": {"zh": "统一备案", "en": "File"}, "body": null}], "next": "roll-up"});
    let procedure = outcome("kindergarten-registration", "n1", "procedure", "pending", own);
    let expected = [
        "☐ 幼儿园托班登记备案，托育机构 n1：办理中",
        "└─ 步骤",
        "   ├─ ✓ 审核确认（教育部门）：已办结",
        "   ├─ ☐ 下一步：定期汇总（县级）",
        "   └─ ☐ 统一备案：未办",
    ];
    assert_eq!(lines(&procedure, ZH), expected);
    holds(&lines(&procedure, EN), &["   ├─ ☐ Next: Collect (county)", "   └─ ☐ File: to do"]);
}

#[test]
fn a_list_is_told_entry_by_entry() {
    let own = json!({"value": [{"key": "9", "zh": "市卫生健康委", "en": "Health"},
        {"key": "place", "zh": "机构所在县", "en": "The county"}]});
    let law = outcome("responsible", "law", "lookup", "known", own);
    let expected = ["✓ 责任部门：已确定", "└─ 逐项", "   ├─ 措施9：市卫生健康委", "   └─ 属地：机构所在县"];
    assert_eq!(lines(&law, ZH), expected);
    holds(&lines(&law, EN), &["   ├─ Measure 9: Health", "   └─ Place: The county"]);
}
