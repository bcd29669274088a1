//! A rule answers beside others as it does alone, down to the facts that its reasons found.

use crate::evaluate::Reason;
use crate::{Ask, Pack, Rules};

const VOCABULARY: &str = r#"
[[thing]]
id = "house"
zh = "房"
en = "House"
holder = "case"
key = "houses"
many = true
named = true

[[fact]]
id = "house.open"
type = "yes-no"
changes = false
who = "institution"
zh = "开放"
en = "Open"
ask_zh = "是否开放？"
ask_en = "Is it open?"
headings = ["开放"]

[[fact]]
id = "house.large"
type = "yes-no"
changes = false
who = "institution"
zh = "大"
en = "Large"
ask_zh = "大不大？"
ask_en = "Is it large?"
headings = ["大"]
"#;

/// The condition `always` reads no fact, whatever `house.open` is; only the other rule does.
const RULES: &str = "requirement first for house\n  title 甲 | A\n  need\n    always \"总是 | Always\": house.open or yes\n    \
                     large \"大 | Large\": house.large\n\
                     requirement second for house\n  title 乙 | B\n  need house.open\n";

fn rules() -> Rules {
    let law = "本款，另行规定。";
    let document = format!(
        "```document\ndocument 文1号\ntitle 文 | Text\nissuer 人 | Issuer\npublished 2025-01-01\nforce 2025-01-01 ..\n\
         standing seed\nlaw sha256:{}\n```\n\n> {law}\n\n```rule\n{RULES}```\n",
        crate::check::lock_of(law)
    );
    Rules::from_pack(&Pack::new([("vocabulary.toml", VOCABULARY), ("jining/a.md", &document)])).unwrap()
}

#[test]
fn a_reason_finds_no_fact_for_the_sake_of_another_rule() {
    let rules = rules();
    let case = rules.read_json(br#"{"houses":[{"id":"h1","open":false,"large":true}]}"#).unwrap();
    let reasons = |patterns: &[&str]| -> Vec<Reason> {
        let ask = patterns.iter().fold(Ask::window("2026-01", "2026-02"), |ask, pattern| ask.rule(pattern));
        let outcomes = crate::evaluate::evaluate(rules.plan(), &case, &rules.question(&ask).unwrap());
        outcomes.into_iter().next().unwrap().reasons
    };
    let alone = reasons(&["jining/first"]);
    assert_eq!(alone.iter().map(|reason| reason.facts.len()).collect::<Vec<_>>(), [0, 1]);
    assert_eq!(alone, reasons(&["jining/first", "jining/second"]));
}
