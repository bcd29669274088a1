//! Tests of checking, one file for each thought.

mod accounting;
mod claim;
mod grounding;
mod quantity;
mod readings;
mod rulebook;
mod statements;
mod unused;
mod versions;

use super::lock_of;
use crate::Pack;
use crate::error::Diagnostic;
use crate::rulebook::{Rule, Rulebook};
use std::sync::LazyLock;

/// The checked law that is published.
fn book() -> &'static Rulebook {
    static BOOK: LazyLock<Rulebook> =
        LazyLock::new(|| Pack::new(tuoyu_rules::jining().iter().copied()).check().plan.unwrap().book);
    &BOOK
}

fn rule(id: &str) -> &'static Rule {
    book().rules.iter().find(|rule| rule.id == id).unwrap()
}

/// A document that stands in force, with the lock of its own text: law and blocks as they follow the first.
fn document(body: &str) -> String {
    let law: String = body.lines().filter_map(|line| line.strip_prefix("> ")).collect();
    format!(
        "```document\ndocument  测试〔2025〕1号\ntitle  测试 | Test\nissuer  测试 | Test\npublished  2025-06-20\n\
         force  2025-07-21 ..\nstanding  seed\nlaw  sha256:{}\n```\n\n{body}",
        lock_of(&law)
    )
}

/// What a pack of one document is told, each as `code: found`.
fn told(document: &str) -> Vec<String> {
    let vocabulary = tuoyu_rules::jining().iter().find(|(name, _)| *name == "vocabulary.toml").unwrap();
    let checked = Pack::new([*vocabulary, ("jining/test.md", document)]).check();
    checked.diagnostics.iter().map(shown).collect()
}

fn shown(fault: &Diagnostic) -> String {
    format!("{}: {}", fault.code, fault.found)
}
