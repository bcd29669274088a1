//! What a choice by known facts leaves out is not reached: it is neither asked nor tried.

use super::kinds::{judged, missing, of};
use crate::evaluate::State;

const SHARE: &str = "jining/target-public-share";
const CONTRACTS: &str = "jining/target-medical-contracts";

fn named(facts: &[&str]) -> Vec<String> {
    facts.iter().map(|fact| format!("jurisdiction jurisdiction.{fact}")).collect()
}

#[test]
fn where_every_institution_is_listed_no_total_is_missing() {
    let case = r#"{"jurisdiction":{"institutions_complete":true},"institutions":[{"id":"n1"},{"id":"n2","ownership":"public"}]}"#;
    let outcome = of(SHARE, case, "2025-12", "2025-12");
    // One or two of two: at least 50 %, so met either way, and only the number is open.
    assert_eq!(judged(&outcome), (State::Granted, None, vec!["n1 institution.ownership".to_owned()]));
}

#[test]
fn where_not_every_institution_is_listed_none_is_missing() {
    for complete in ["null", "false"] {
        let case = format!(
            r#"{{"jurisdiction":{{"institutions_complete":{complete}}},"institutions":[{{"id":"n1"}},{{"id":"n2"}}]}}"#
        );
        let outcome = of(CONTRACTS, &case, "2025-12", "2025-12");
        let totals = named(&["institutions_total", "institutions_contracted"]);
        assert_eq!((outcome.state, missing(&outcome)), (State::Undetermined, totals), "{complete}");
    }
}

#[test]
fn whether_all_are_listed_is_never_asked() {
    let case = r#"{"jurisdiction":{"institutions_total":2,"institutions_contracted":2},"institutions":[{"id":"n1","medical_contract":false}]}"#;
    assert_eq!(judged(&of(CONTRACTS, case, "2025-12", "2025-12")), (State::Granted, Some(10_000), vec![]));
}

#[test]
fn a_legal_form_reaches_only_its_own_way() {
    let case = |form: &str| {
        format!(
            r#"{{"institutions":[{{"id":"n1","setting":"kindergarten","legal_form":"{form}","education_confirmed":true,
                "registration_changed":true,"in_county_rollup":true,"filed_by_health":true}}]}}"#
        )
    };
    let registration = |form: &str| judged(&of("jining/kindergarten-registration", &case(form), "2026-12", "2026-12"));
    assert_eq!(registration("company"), (State::Granted, None, vec![]));
    assert_eq!(registration("social-service-organization").2, ["n1 institution.charter_approved"]);
    assert_eq!(registration("other"), (State::Unanswered, None, vec![]), "whatever the other steps are");
}
