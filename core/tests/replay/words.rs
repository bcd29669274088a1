//! A replay as a tree, for people.

use super::example::{kept, replay};
use serde_json::json;
use tuoyu::explain::Tree;
use tuoyu::replay::Replay;
use tuoyu::source::Language;

fn lines(replay: &Replay, language: Language) -> Vec<String> {
    let tree: Tree = replay.tree();
    tree.lines(language).iter().map(|line| format!("{}{}{}", line.stem, line.mark.sign(), line.text)).collect()
}

#[test]
fn what_holds_is_said_in_two_lines() {
    assert_eq!(
        lines(&replay(&kept(), &[]), Language::Chinese),
        ["✓ 重算相符", "└─ 2026-01 至 2026-12，规则 2 条，规则包 example，语义版本 1；整份测算结果"]
    );
    assert_eq!(
        lines(&replay(&kept()["receipt"], &[]), Language::English),
        ["✓ The replay holds", "└─ 2026-01 to 2026-12, 2 rules, pack example, semantics 1; a receipt alone"]
    );
}

#[test]
fn the_members_of_an_outcome_stand_together() {
    let mut kept = kept();
    kept["receipt"]["engine"] = json!("tuoyu 0.0.1");
    let changed = replay(&kept, &[("2023-05-31", "2023-06-30")]);
    let now = changed.engine.found.clone();
    assert_eq!(
        lines(&changed, Language::Chinese),
        [
            "✗ 重算不符：下列各项不同",
            "├─ 2026-01 至 2026-12，规则 2 条，规则包 example，语义版本 1；整份测算结果",
            &format!("├─ 引擎：tuoyu 0.0.1 → {now}（版本不同本身不算不符）"),
            "├─ ✗ 案例的事实不是凭据上的事实",
            "├─ ✗ k1 的 child.birth_date（出生日期）：2023-05-31 → 2023-06-30",
            "├─ ✗ 结论与凭据不同",
            "├─ ✗ 结论 k1，example/grant",
            "│  ├─ amount：1200.00 → 1500.00",
            "│  ├─ range：[1200.00, 1200.00] → [1500.00, 1500.00]",
            "│  └─ 另有不同：months、reasons",
            "└─ ✗ 合计（county → family，payment），range：[4200.00, 10200.00] → [4500.00, 10500.00]",
        ]
    );
    assert_eq!(lines(&changed, Language::English)[0], "✗ The replay does not hold: this differs");
}

#[test]
fn a_difference_has_its_words_in_json() {
    let replay = replay(&kept(), &[(r#""meals": true"#, r#""meals": false"#)]);
    let json = serde_json::to_value(&replay).unwrap();
    assert_eq!((&json["holds"], &json["same_outcomes"]), (&json!(false), &json!(true)));
    assert_eq!(json["differences"][0]["what"], "facts");
    assert_eq!(json["differences"][0]["recorded"], kept()["receipt"]["facts_digest"]);
    assert!(json["differences"][0]["words"]["zh"].as_str().unwrap().starts_with("案例的事实不是凭据上的事实"));
    assert_eq!(json["replayed"]["window"], json!({"from": "2026-01", "to": "2026-12"}));
}
