//! A name that is bound and used nowhere says nothing of its rule.

use super::document;
use crate::{Pack, Rules};

/// The second rule binds the first one's amount, and uses it only where `{}` stands.
fn pack(rate: &str) -> Pack {
    let rules = format!(
        "entitlement a for enrolment\n  title 甲 | A\n  pay county -> family\n  rate per month 300 CNY\n\
         entitlement b for enrolment\n  title 乙 | B\n  pay county -> family\n  let\n    other = jining/a\n  rate per month {rate}\n"
    );
    let vocabulary = tuoyu_rules::jining().iter().find(|(name, _)| *name == "vocabulary.toml").unwrap();
    let document = document(&format!("> 每人每月300元。\n\n```rule\n{rules}```\n"));
    Pack::new([*vocabulary, ("jining/test.md", document.as_str())])
}

#[test]
fn a_rule_refers_to_what_it_uses() {
    let refers = |rate: &str| pack(rate).check().plan.unwrap().book.rules[1].refers.len();
    assert_eq!([refers("other"), refers("300 CNY/month")], [1, 0]);
}

#[test]
fn its_compiled_pack_can_be_loaded() {
    for rate in ["other", "300 CNY/month"] {
        assert!(Rules::load(&pack(rate).compile().unwrap()).is_ok(), "{rate}");
    }
}
