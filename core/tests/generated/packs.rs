//! What the check accepts cannot fail in evaluation.

use super::world::{bytes, pack, tries};
use arbitrary::Unstructured;
use proptest::prelude::*;
use tuoyu::Rules;

proptest! {
    #![proptest_config(tries(30))]

    #[test]
    fn an_accepted_pack_answers_every_case(bytes in bytes(3_000)) {
        let mut bytes = Unstructured::new(&bytes);
        let files = tuoyu_generate::pack(&mut bytes);
        let Ok(rules) = Rules::from_pack(&pack(&files)) else { return Ok(()) };
        let ask = tuoyu_generate::ask(&mut bytes, &rules);
        let text = tuoyu_generate::case(&mut bytes, rules.vocabulary());
        let Ok(case) = rules.read_json(text.as_bytes()) else { return Ok(()) };
        let answer = rules.assess(&case, &ask);
        prop_assert!(answer.is_ok(), "{answer:?}\n{text}\n{files:#?}");
        for outcome in answer.iter().flat_map(|answer| &answer.outcomes) {
            let tree = rules.explain(outcome);
            prop_assert!(tree.is_ok(), "{tree:?}\n{outcome:?}\n{text}\n{files:#?}");
        }
        let questions = rules.questions(&case, &ask);
        prop_assert!(questions.is_ok(), "{questions:?}\n{text}\n{files:#?}");
    }
}
