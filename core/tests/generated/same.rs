//! The same bytes give the same answer, also to a question that was made ready, and a rule answers alone as it does among others.

use super::world::{RULES, bytes, pack, posed, tries};
use arbitrary::Unstructured;
use proptest::prelude::*;
use serde_json::to_value;
use tuoyu::{Ask, Rules};

/// Held for both kinds of rules: every rule alone answers as all of them together.
fn alone_as_together(rules: &Rules, case: &tuoyu::model::Facts, ask: &Ask) -> Result<(), TestCaseError> {
    let together = rules.assess(case, ask).unwrap();
    prop_assert_eq!(to_value(rules.assess(case, ask).unwrap()).unwrap(), to_value(&together).unwrap());
    let ready = rules.assessor(ask).unwrap();
    for _ in 0..2 {
        prop_assert_eq!(to_value(ready.assess(case).unwrap()).unwrap(), to_value(&together).unwrap());
    }
    for rule in &rules.plan().book.rules {
        let alone = rules.assess(case, &ask.clone().rule(&rule.id)).unwrap();
        let among: Vec<_> = together.outcomes.iter().filter(|outcome| outcome.rule == rule.id).collect();
        prop_assert_eq!(alone.outcomes.len(), among.len(), "{}", rule.id);
        for (alone, among) in alone.outcomes.iter().zip(among) {
            prop_assert_eq!(to_value(alone).unwrap(), to_value(among).unwrap());
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(tries(8))]

    #[test]
    fn published_rules_answer_alone_as_together(bytes in bytes(900)) {
        let (ask, text, facts) = posed(&bytes);
        prop_assert_eq!(&posed(&bytes).1, &text);
        if let Some(case) = facts {
            alone_as_together(&RULES, &case, &ask)?;
        }
    }

    #[test]
    fn rules_of_a_pack_answer_alone_as_together(bytes in bytes(2_500)) {
        let made = |bytes: &[u8]| tuoyu_generate::pack(&mut Unstructured::new(bytes));
        prop_assert_eq!(made(&bytes), made(&bytes));
        let mut bytes = Unstructured::new(&bytes);
        let files = tuoyu_generate::pack(&mut bytes);
        let Ok(rules) = Rules::from_pack(&pack(&files)) else { return Ok(()) };
        let ask = tuoyu_generate::ask(&mut bytes, &rules);
        let text = tuoyu_generate::case(&mut bytes, rules.vocabulary());
        if let Ok(case) = rules.read_json(text.as_bytes()) {
            alone_as_together(&rules, &case, &ask)?;
        }
    }
}
