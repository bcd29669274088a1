//! What an outcome says of how it is claimed.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

use serde_json::{Value, json};
use tuoyu::{Ask, Pack, Rules};

const CASE: &[u8] =
    br#"{"families":[{"children":[{"id":"k1","birth_date":"2025-03-10","birth_order":2}],"parents":[{"id":"p1"}]}]}"#;

fn claim_of(rule: &str, ask: Ask) -> Value {
    let rules = Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).unwrap();
    let answer = rules.assess(&rules.read_json(CASE).unwrap(), &ask.rule(rule)).unwrap();
    let answer = serde_json::to_value(&answer).unwrap();
    assert_eq!(answer["outcomes"].as_array().unwrap().len(), 1);
    answer["outcomes"][0]["claim"].clone()
}

#[test]
fn the_allowance_says_where_and_by_when_it_is_claimed_and_which_sentence_says_so() {
    let claim = claim_of("china/childcare-allowance", Ask::window("2025-01", "2025-12"));
    assert_eq!(
        claim["where"],
        json!({
            "zh": "由父母一方或者其他监护人，向孩子户籍所在地申请",
            "en": "By one parent or another guardian, where the child's household is registered"
        })
    );
    assert_eq!(claim["by"]["zh"], "2025年1月1日以前出生的，首次申请应当在2025年12月31日前提出");
    assert_eq!(claim["documents"], json!([]));
    assert_eq!(claim["sources"][0]["document"], "育儿补贴制度实施方案");
    assert_eq!(claim["sources"][0]["standing"], "verified-secondary");
    let quote = claim["sources"][0]["quote"].as_str().unwrap();
    assert!(quote.contains("由父母一方或其他监护人向婴幼儿户籍所在地申请"), "{quote}");
}

#[test]
fn a_rule_whose_text_does_not_say_how_it_is_claimed_says_nothing() {
    assert_eq!(claim_of("china/infant-care-tax-saved", Ask::window("2026-01", "2026-12")), Value::Null);
}
