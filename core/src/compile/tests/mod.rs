//! Tests of compiling, one file for each thought.

mod disjoint;
mod interpreter;
mod invariants;
mod narrow;
mod proof;
mod sharing;

use super::Plan;
use crate::Pack;
use crate::check::lock_of;
use std::sync::LazyLock;

/// The compiled law that is published.
fn law() -> &'static Plan {
    static PLAN: LazyLock<Plan> =
        LazyLock::new(|| Pack::new(tuoyu_rules::jining().iter().copied()).check().plan.unwrap());
    &PLAN
}

/// A pack of one document: sentences that ground the numbers, and rules.
fn pack(law: &str, rules: &str) -> Pack {
    let lock = lock_of(law);
    let vocabulary = tuoyu_rules::jining().iter().find(|(name, _)| *name == "vocabulary.toml").unwrap();
    let document = format!(
        "```document\ndocument  测试〔2025〕1号\ntitle  测试 | Test\nissuer  测试 | Test\npublished  2025-06-20\n\
         force  2025-07-21 ..\nstanding  seed\nlaw  sha256:{lock}\n```\n\n> {law}\n\n```rule\n{rules}\n```\n"
    );
    Pack::new([*vocabulary, ("jining/test.md", document.as_str())])
}

/// What is wrong with a pack of one document, each as `code: found`.
fn told(law: &str, rules: &str) -> Vec<String> {
    let checked = pack(law, rules).check();
    checked.diagnostics.iter().map(|fault| format!("{}: {}", fault.code, fault.found)).collect()
}
