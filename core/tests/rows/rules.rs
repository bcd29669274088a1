//! Which rules have columns.

use super::house::{RULES, told};
use tuoyu::{Ask, Batch};

fn batch(names: &[&str], rows: Option<&str>, ask: &Ask) -> Result<Batch<'static>, Vec<String>> {
    let headings = RULES.headings(names.iter().copied(), rows).unwrap();
    RULES.batch(&headings, ask).map_err(|faults| faults.0.iter().map(told).collect())
}

fn rules(names: &[&str], ask: &Ask) -> Vec<String> {
    batch(names, None, ask).unwrap().rules().iter().map(|rule| rule.id.clone()).collect()
}

fn year() -> Ask {
    Ask::window("2026-01", "2026-12")
}

#[test]
fn rows_of_enrolments_have_columns_for_what_they_reach() {
    let found = rules(&["enrolment.from"], &year());
    for rule in ["operating-subsidy", "city-award", "family-subsidy", "employer-reimbursement"] {
        assert!(found.contains(&format!("jining/{rule}")), "{rule}");
    }
    // Indicators count what a row does not hold.
    assert!(!found.iter().any(|id| id.contains("target-public-share")), "{found:?}");
}

#[test]
fn rows_of_other_things_have_columns_for_rules_of_those() {
    let found = rules(&["class.kind"], &year());
    assert!(!found.contains(&"jining/family-subsidy".to_owned()), "{found:?}");
    for id in &found {
        let rule = RULES.plan().book.rules.iter().find(|rule| rule.id == *id).unwrap();
        let things: Vec<&str> =
            rule.subject.iter().map(|thing| RULES.vocabulary().thing_at(*thing).unwrap().id.as_str()).collect();
        assert!(things.iter().all(|thing| ["class", "institution"].contains(thing)), "{id} {things:?}");
    }
}

#[test]
fn a_rule_without_columns_is_left_out_by_a_pattern_and_refused_by_name() {
    let names = ["class.kind"];
    assert!(batch(&names, None, &year().rule("jining/family-*")).unwrap().rules().is_empty());
    let refused = batch(&names, None, &year().rule("jining/family-subsidy")).unwrap_err();
    assert!(
        refused[0].starts_with("Argument(\"rules\"): rule-without-columns jining/family-subsidy (child."),
        "{refused:?}"
    );
    let unknown = batch(&names, None, &year().rule("jining/famly-subsidy")).unwrap_err();
    assert!(unknown[0].contains("unknown-rule"), "{unknown:?}");
}

#[test]
fn a_rule_tells_its_kind_and_whether_it_has_amounts() {
    let batch = batch(&["enrolment.from"], None, &year().rule("jining/family-subsidy")).unwrap();
    let [rule] = batch.rules() else { panic!("one rule") };
    assert_eq!(
        (rule.id.as_str(), rule.kind.word(), rule.has_amount, rule.scale),
        ("jining/family-subsidy", "entitlement", true, 2)
    );
}
