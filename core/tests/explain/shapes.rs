//! The tree as data, and trees of rules of other kinds, told by the contract's shape alone (§4).

use super::example::{EN, ZH, holds, rules};
use serde_json::{Value, json};
use tuoyu::source::Language;

fn lines(outcome: &Value, language: Language) -> Vec<String> {
    rules().explain(outcome).unwrap().text(language).lines().map(str::to_owned).collect()
}

/// An outcome of another kind; the embedded rules lend their titles and subjects.
fn outcome(kind: &str, state: &str, own: Value) -> Value {
    let mut outcome = json!({"subject": "e1", "rule": "jining/family-subsidy", "kind": kind, "state": state});
    outcome.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
    outcome
}

#[test]
fn a_tree_is_data() {
    let tree = rules().explain(&outcome("lookup", "known", json!({"value": {"zh": "教育部门", "en": "education"}})));
    assert_eq!(
        serde_json::to_value(tree.unwrap()).unwrap(),
        json!({"part": "head", "mark": "yes",
            "words": {"zh": "入托补贴，入托记录 e1：已确定", "en": "Family childcare subsidy, enrolment e1: known"},
            "children": [{"part": "detail", "mark": null, "children": [],
                "words": {"zh": "实际为教育部门", "en": "found: education"}}]})
    );
}

#[test]
fn a_limit_tells_its_value_its_bound_and_the_excess() {
    let own = json!({"value": "2150.5", "relation": "<=", "bound": "2100", "excess": "50.5", "unit": "CNY/month",
        "months": [{"from": "2026-01", "to": "2026-12", "state": "breached"}]});
    let breached = outcome("limit", "breached", own);
    holds(
        &lines(&breached, ZH),
        &[
            "✗ 入托补贴，入托记录 e1，2026年1月至12月：违反",
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
    let own = json!({"value": "0.4", "target": "0.42", "relation": ">=", "due": "2025-12-31", "binding": true});
    let missed = outcome("indicator", "missed", own);
    holds(&lines(&missed, ZH), &["└─ 实际为 0.4，须不少于 0.42，期限 2025年12月31日"]);
}

#[test]
fn a_procedure_tells_its_steps() {
    let own = json!({"steps": [
        {"id": "confirm", "state": "done", "act": {"zh": "审核确认", "en": "Confirm"}, "body": {"zh": "教育部门", "en": "education"}},
        {"id": "file", "state": "pending", "act": {"zh": "统一备案", "en": "File"}, "body": null}], "next": "file"});
    holds(
        &lines(&outcome("procedure", "pending", own), ZH),
        &["└─ 步骤", "   ├─ ✓ 审核确认（教育部门）：已办结", "   └─ ? 统一备案：办理中"],
    );
}
