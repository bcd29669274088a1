//! Whatever happens to the bytes of a pack, it is refused, or it is sound and answers.

use super::{bytes, read};
use crate::evaluate::{Question, evaluate};
use crate::explain::{PackIdentity, Told, assessment, explanation};
use crate::model::{Facts, Node};
use crate::packed::{HEADER_BYTES, header, sound};
use crate::rulebook::RuleIndex;
use crate::value::{Month, Window};
use proptest::prelude::*;

/// Assesses a small case with whatever rules a pack holds, and explains every outcome.
fn answer(bytes: &[u8]) -> bool {
    let Ok((packed, _)) = read(bytes) else { return false };
    assert_eq!(sound::faults(&packed.book), []);
    let Ok(plan) = crate::compile::plan(packed.book) else { return false };
    let case = br#"{"jurisdiction":{"institutions_total":10},"institutions":[{"id":"n1","registered":true,"classes":[{"id":"c1","kind":"infant"}]}],
        "families":[{"parents":[{"employer":{"childcare_ratio":"0.5"}}],"children":[{"birth_date":"2023-05-31",
        "enrolments":[{"id":"e1","class":"c1","from":"2025-09-10","monthly_fee":"2000"}]}]}]}"#;
    let Ok(facts) = Facts::read(&Node::from_json(case).unwrap(), &plan.book.vocabulary) else { return true };
    let window = Window::new(Month::parse("2026-05").unwrap(), Month::parse("2026-07").unwrap()).unwrap();
    let choices = plan.book.readings.iter().map(|reading| reading.default).collect();
    // What is unknown of utilities makes thousands of completions; that is tried elsewhere.
    let rules = plan.book.rules.iter().enumerate().filter(|(_, rule)| !rule.id.contains("utilities"));
    let question = Question { window, rules: rules.map(|(place, _)| RuleIndex(place)).collect(), choices };
    let outcomes = evaluate(&plan, &facts, &question);
    let nobody = PackIdentity { name: String::new(), hash: String::new(), text_hash: String::new() };
    let answer = assessment(&plan, &question, &outcomes, &facts, &nobody);
    for outcome in &answer.outcomes {
        let _ = explanation(&plan, &Told::of(outcome).unwrap());
    }
    true
}

/// The body with edits, under a header that fits it.
fn edited(edits: &[(usize, u8, u8)]) -> Vec<u8> {
    let mut body = bytes()[HEADER_BYTES..].to_vec();
    for (at, kind, byte) in edits {
        let at = at % body.len();
        match kind % 4 {
            0 => body[at] = *byte,
            1 => body[at] ^= 1 << (byte % 8),
            2 => body.insert(at, *byte),
            _ => drop(body.remove(at)),
        }
    }
    header::seal(&body).0
}

#[test]
fn the_published_pack_answers() {
    assert!(answer(&edited(&[])));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_changed_pack_is_refused_or_answers(
        edits in prop::collection::vec((any::<usize>(), any::<u8>(), any::<u8>()), 1..4)
    ) {
        answer(&edited(&edits));
    }

    #[test]
    fn any_body_is_refused_or_answers(body in prop::collection::vec(any::<u8>(), 0..400)) {
        answer(&header::seal(&body).0);
    }
}
