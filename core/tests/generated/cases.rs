//! Of every case under the published rules: one outcome for each thing, each explained, each missing fact asked for.

use super::world::{RULES, bytes, posed, tries};
use proptest::prelude::*;
use tuoyu::model::{Facts, InstanceIndex, ThingIndex};

/// The things of a kind that one thing holds, itself or through others.
fn held(case: &Facts, holder: InstanceIndex, thing: ThingIndex) -> usize {
    let is_under = |mut at: Option<InstanceIndex>| {
        while let Some(index) = at.filter(|index| *index != holder) {
            at = case.get(index).and_then(|instance| instance.holder);
        }
        at.is_some()
    };
    case.of(thing).filter(|(_, instance)| is_under(instance.holder)).count()
}

/// How many outcomes a rule gives, by the contract: one for each thing, or for each pair of one family.
fn outcomes_of(case: &Facts, subject: &[ThingIndex]) -> usize {
    match subject {
        [] => 1,
        [one] => case.of(*one).count(),
        [a, b, ..] => {
            let family = RULES.vocabulary().thing("family").unwrap();
            case.of(family).map(|(index, _)| held(case, index, *a) * held(case, index, *b)).sum()
        }
    }
}

proptest! {
    #![proptest_config(tries(8))]

    #[test]
    fn every_subject_has_one_outcome_of_every_rule(bytes in bytes(1_500)) {
        let (ask, text, facts) = posed(&bytes);
        let Some(case) = facts else { return Ok(()) };
        let answer = RULES.assess(&case, &ask).unwrap();
        for rule in &RULES.plan().book.rules {
            let outcomes = answer.outcomes.iter().filter(|outcome| outcome.rule == rule.id);
            let mut subjects: Vec<&str> = outcomes.map(|outcome| outcome.subject.as_str()).collect();
            prop_assert_eq!(subjects.len(), outcomes_of(&case, &rule.subject), "{} {}", rule.id, text);
            subjects.sort_unstable();
            subjects.dedup();
            prop_assert_eq!(subjects.len(), outcomes_of(&case, &rule.subject), "twice: {} {}", rule.id, text);
        }
    }

    #[test]
    fn what_is_missing_is_what_leaves_an_answer_open(bytes in bytes(1_500)) {
        let (ask, text, facts) = posed(&bytes);
        let Some(case) = facts else { return Ok(()) };
        for outcome in RULES.assess(&case, &ask).unwrap().outcomes {
            // A settled state may leave a number open, so the bound of a limit may hang on a reading.
            if outcome.state != "undetermined" && !["procedure", "limit"].contains(&outcome.kind) {
                prop_assert!(outcome.open.is_empty(), "{outcome:?} {text}");
            }
            // An undetermined one says what would settle it.
            if outcome.state == "undetermined" {
                let says_why = !outcome.missing.is_empty() || !outcome.open.is_empty();
                // Nothing that is missing can help where a quotient has nothing below it.
                let divides_by_nought = outcome.kind == "indicator";
                prop_assert!(says_why || divides_by_nought, "{outcome:?} {text}");
            }
            if outcome.kind == "entitlement" && outcome.state != "undetermined" {
                prop_assert!(outcome.missing.is_empty(), "{outcome:?} {text}");
            }
        }
    }

    #[test]
    fn every_outcome_is_explained_and_every_missing_fact_is_asked_for(bytes in bytes(700)) {
        let (ask, text, facts) = posed(&bytes);
        let Some(case) = facts else { return Ok(()) };
        let answer = RULES.assess(&case, &ask).unwrap();
        for outcome in &answer.outcomes {
            let tree = RULES.explain(outcome);
            prop_assert!(tree.is_ok(), "{tree:?} {outcome:?} {text}");
        }
        let questions = RULES.questions(&case, &ask).unwrap();
        for (outcome, missing) in answer.outcomes.iter().flat_map(|one| one.missing.iter().map(move |fact| (one, fact))) {
            let asks = |question: &&tuoyu::explain::Question| {
                question.subject == missing.subject && question.fact == missing.fact
                    && question.asked_by.iter().any(|by| by.subject == outcome.subject && by.rule == outcome.rule)
            };
            prop_assert!(questions.iter().any(|question| asks(&question)), "{missing:?} of {outcome:?} {text}");
        }
    }
}
