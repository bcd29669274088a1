//! Rules in two versions: each month has the numbers and the words of its own.

use super::kinds::{ask, small};
use crate::{Ask, Rules};

fn report(rules: &Rules, case: &str, to: &str) -> serde_json::Value {
    let assessment = rules.assess(&rules.read_json(case.as_bytes()).unwrap(), &Ask::window("2025-12", to)).unwrap();
    serde_json::to_value(&assessment.outcomes[0]).unwrap()
}

#[test]
fn bounds_of_different_decimals_are_each_shown_as_they_are() {
    let version = |force: &str, ratio: &str| {
        format!("limit ratio for parent\n  title 甲 | A\n  force {force}\n  need employer.childcare_ratio <= {ratio}\n")
    };
    let text = format!("{}\n{}", version(".. 2025-12-31", "30%"), version("2026-01-01 ..", "42%"));
    let rules = small("比例不超过30%，以后不超过42%。", &text);
    let case = r#"{"families":[{"parents":[{"id":"p1","employer":{"childcare_ratio":"0.45"}}]}]}"#;
    let outcome = ask(&rules, case, &Ask::window("2025-12", "2026-01")).remove(0);
    // 0.30 and 0.42 in the same decimals.
    assert_eq!(outcome.months.iter().map(|month| month.bound).collect::<Vec<_>>(), [Some(30), Some(42)]);
    let told = report(&rules, case, "2026-01");
    assert_eq!((&told["state"], &told["bound"], &told["excess"]), (&"breached".into(), &"0.3".into(), &"0.15".into()));
}
