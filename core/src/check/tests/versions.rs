//! Two versions of a rule, each with its own numbers under one name.

use super::document;
use crate::{Ask, Pack, Rules};

/// 300 a month until the end of 2025, then 400.
fn pack() -> Pack {
    let version = |force: &str, rate: u16| {
        format!(
            "entitlement a for child\n  title 甲 | A\n  force {force}\n  pay county -> family\n\
             \x20 rate per month by child.birth_order\n    2 as second-child:  {rate} CNY\n    otherwise:  none\n"
        )
    };
    let rules = [version(".. 2025-12-31", 300), version("2026-01-01 ..", 400)].join("\n");
    let vocabulary = tuoyu_rules::jining().iter().find(|(name, _)| *name == "vocabulary.toml").unwrap();
    let document = document(&format!("> 第2个孩子每人每月300元，2026年起400元。\n\n```rule\n{rules}```\n"));
    Pack::new([*vocabulary, ("jining/test.md", document.as_str())])
}

fn paid(rules: &Rules) -> Option<String> {
    let case = rules.read_json(br#"{"families":[{"children":[{"birth_order":2}]}]}"#).unwrap();
    let answer = rules.assess(&case, &Ask::window("2025-12", "2026-01")).unwrap();
    answer.outcomes[0].amount().map(str::to_owned)
}

#[test]
fn a_rule_with_two_versions_is_compiled_and_loaded() {
    let rules = Rules::load(&pack().compile().unwrap()).unwrap();
    assert_eq!(paid(&rules).as_deref(), Some("700.00"));
}

#[test]
fn a_reform_reaches_every_version() {
    let rules = Rules::from_pack(&pack()).unwrap().reform([("jining/a.second-child", "500")]).unwrap();
    assert_eq!(paid(&rules).as_deref(), Some("1000.00"));
    // Four hundred is the law's number in one version, and a reform in the other.
    let rules = rules.reform([("jining/a.second-child", "400")]).unwrap();
    assert_eq!(paid(&rules).as_deref(), Some("800.00"));
}
