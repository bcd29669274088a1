//! How what is granted is claimed.

use super::{document, rule, told};
use crate::rulebook::Origin;

/// A grant with these lines of a claim.
fn with(lines: &str) -> String {
    document(&format!(
        "> 每名儿童一次性补贴300元，向户籍地申请。\n\n```rule\nentitlement bonus for child\n  title  补贴 | Grant\n  \
         pay    county -> family\n  rate   once 300 CNY\n  claim\n{lines}```\n"
    ))
}

#[test]
fn a_claim_says_where_and_may_say_when_and_with_what() {
    let no_faults: [String; 0] = [];
    assert_eq!(told(&with("    where  户籍地 | Where it is registered\n")), no_faults);
    let all = "    where  户籍地 | Where it is registered\n    by  年底前 | By the end of the year\n    \
               documents  户口簿 | The household register\n    documents  出生证 | The birth certificate\n";
    assert_eq!(told(&with(all)), no_faults);
}

#[test]
fn a_claim_without_a_place_lacks_it() {
    assert_eq!(told(&with("    by  年底前 | By the end of the year\n")), ["missing-line: claim"]);
}

#[test]
fn a_place_is_said_once() {
    let twice = "    where  甲 | A\n    where  乙 | B\n";
    assert_eq!(told(&with(twice)), ["duplicate-line: where"]);
}

#[test]
fn the_allowance_is_claimed_where_the_child_is_registered_as_its_own_sentence_says() {
    let claim = rule("china/childcare-allowance").claim.as_ref().unwrap();
    assert_eq!(claim.place.zh, "由父母一方或者其他监护人，向孩子户籍所在地申请");
    assert!(matches!(claim.source, Origin::Law { .. }));
    assert_eq!(rule("jining/family-subsidy").claim, None);
}
