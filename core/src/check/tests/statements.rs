//! Documents whose text was not read: statements ground numbers, are accounted for and cited, and need no lock.

use super::{document, told};
use crate::Pack;
use crate::source::Standing;

const RULE: &str = "```rule\nparameter ceiling\n  title  上限 | Ceiling\n  value  300 CNY\n```\n";

fn stated(body: &str) -> String {
    let locked = document(body);
    let (before, after) = locked.split_once("sha256:").unwrap();
    format!("{before}none{}", after.split_at(64).1)
}

#[test]
fn a_statement_grounds_a_number_and_its_source_does_not() {
    assert_eq!(told(&stated(&format!(">> verified-secondary 某报：每月300元。\n\n{RULE}"))), [""; 0]);
    assert_eq!(
        told(&stated(&format!(">> verified-secondary 某报第300期：每月若干元。\n\n{RULE}"))),
        ["ungrounded: 300 CNY"]
    );
    assert_eq!(told(&stated(">> from-memory：每月300元。\n")), ["unaccounted-piece: 每月300元。"]);
}

#[test]
fn statements_alone_have_no_lock_and_law_has_one() {
    let statement = format!(">> verified-secondary 某报：每月300元。\n\n{RULE}");
    let locked = told(&document(&statement));
    assert!(locked.len() == 1 && locked[0].starts_with("law-changed: e3b0c442"), "{locked:?}");
    let law = "> 每月300元。\n\n";
    assert_eq!(told(&stated(&format!("{law}{RULE}"))), ["law-changed: none"]);
    // Only the law's own words are locked.
    assert_eq!(told(&document(&format!("{law}>> from-memory：每年发放。\n\n{RULE}"))), [""; 0]);
}

#[test]
fn what_rests_on_both_is_as_sure_as_the_weaker() {
    let text = document(&format!("> 每月300元。\n>> verified-secondary 某报：每月发放。\n\n{RULE}"));
    let vocabulary = tuoyu_rules::jining().iter().find(|(name, _)| *name == "vocabulary.toml").unwrap();
    let book = Pack::new([*vocabulary, ("jining/test.md", text.as_str())]).check().plan.unwrap().book;
    let cited = book.cite(&book.parameters[0].source);
    assert_eq!(cited.quote, "每月300元。【转述自某报】每月发放。");
    assert_eq!(cited.standing, Standing::VerifiedSecondary);
}
