//! Whatever an unknown turns out to be, the answer was among those told.

use super::law;
use crate::evaluate::{Outcome, State, evaluate};
use crate::{Ask, Rules};
use proptest::prelude::*;

/// A family with one child, as JSON; every part may be unknown.
fn case(birth: Option<&str>, order: Option<u8>, filed: Option<bool>, kind: Option<&str>, from: Option<&str>) -> String {
    let text = |value: Option<&str>| value.map_or("null".to_owned(), |value| format!("\"{value}\""));
    let (order, filed) =
        (order.map_or("null".into(), |o| o.to_string()), filed.map_or("null".into(), |f| f.to_string()));
    format!(
        r#"{{"institutions":[{{"id":"n1","registered":true,"filed":{filed},"inclusive":true,
            "classes":[{{"id":"c1","kind":{}}}]}}],
          "families":[{{"children":[{{"birth_date":{},"birth_order":{order},
            "enrolments":[{{"id":"e1","class":"c1","from":{},"to":"2026-09-30"}}]}}]}}]}}"#,
        text(kind),
        text(birth),
        text(from)
    )
}

fn outcomes(rules: &Rules, case: &str) -> Vec<Outcome> {
    let question = rules.question(&Ask::window("2025-06", "2026-12")).unwrap();
    evaluate(rules.plan(), &rules.read_json(case.as_bytes()).unwrap(), &question)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_value_that_is_filled_in_stays_within_what_was_told(
        birth in prop::sample::select(vec!["2023-02-28", "2023-07-31", "2024-02-29", "2025-01-01"]),
        order in 1_u8..=5, filed in any::<bool>(),
        kind in prop::sample::select(vec!["infant", "toddler-junior", "mixed-age"]),
        from in prop::sample::select(vec!["2025-06-30", "2025-07-31", "2026-02-01", "2026-09-30"]),
        open in prop::array::uniform5(any::<bool>()),
    ) {
        let rules = law();
        let all = outcomes(&rules, &case(Some(birth), Some(order), Some(filed), Some(kind), Some(from)));
        let some = outcomes(&rules, &case(
            open[0].then_some(birth), open[1].then_some(order), open[2].then_some(filed),
            open[3].then_some(kind), open[4].then_some(from),
        ));
        for (full, partial) in all.iter().zip(&some) {
            let Some((low, high)) = partial.range else { continue };
            let (inner_low, inner_high) = full.range.unwrap_or((0, 0));
            prop_assert!(low <= inner_low && inner_high <= high, "{partial:?} does not hold {full:?}");
            if partial.state != State::Undetermined {
                prop_assert_eq!(&full.months, &partial.months);
            }
            let settled = partial.missing.is_empty() && partial.open.is_empty();
            prop_assert_eq!(settled, partial.state != State::Undetermined);
        }
    }
}
