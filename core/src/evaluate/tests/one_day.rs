//! Indicators and procedures are judged on one day: the window's last, or the day that is due, if that is earlier.

use super::kinds::{judged, of, value};
use crate::evaluate::State;
use crate::value::Date;

const SHARE: &str = "jining/target-public-share";
const CONTRACTS: &str = "jining/target-medical-contracts";

/// One institution, private until the end of 2025 and public from 2026; the case holds all there are.
const CHANGING: &str = r#"{"jurisdiction":{"institutions_complete":true},"institutions":[{"id":"n1","medical_contract":true,
    "ownership":[{"to":"2025-12-31","value":"private"},{"from":"2026-01-01","value":"public"}]}]}"#;

#[test]
fn a_target_is_judged_on_its_due_day_or_earlier() {
    for (from, to, day) in [
        ("2025-08", "2025-11", "2025-11-30"),
        ("2025-08", "2025-12", "2025-12-31"),
        ("2025-08", "2027-03", "2025-12-31"),
        ("2027-01", "2027-12", "2025-12-31"),
        ("2030-01", "2030-01", "2025-12-31"),
    ] {
        let outcome = of(SHARE, CHANGING, from, to);
        assert_eq!(outcome.judged, Date::parse(day), "{from} .. {to}");
        // The share of that day: no institution of one.
        assert_eq!((outcome.state, value(&outcome)), (State::Refused, Some(0)), "{from} .. {to}");
    }
}

#[test]
fn without_a_due_day_the_windows_last_day_is_the_one() {
    let contracts = |from, to| of(CONTRACTS, CHANGING, from, to);
    assert_eq!(contracts("2025-08", "2027-03").judged, Date::parse("2027-03-31"));
    assert_eq!(judged(&contracts("2025-08", "2027-03")), (State::Granted, Some(10_000), vec![]));
    // The notice ends with 20 June 2028, whatever of the window lies before it.
    assert_eq!(judged(&contracts("2028-05", "2028-05")).0, State::Granted);
    assert_eq!(judged(&contracts("2025-08", "2028-06")), (State::NotInForce, None, vec![]));
}

#[test]
fn force_is_that_of_the_day() {
    // 30 June 2025 lies before the notice; 31 December 2025 within it, though the window lies after it.
    assert_eq!(judged(&of(SHARE, "{\"jurisdiction\":{}}", "2025-01", "2025-06")), (State::NotInForce, None, vec![]));
    assert_eq!(of(SHARE, CHANGING, "2029-01", "2029-12").state, State::Refused);
}

#[test]
fn a_procedure_is_judged_on_the_windows_last_day() {
    let case = r#"{"institutions":[{"id":"n1","setting":"kindergarten","legal_form":"company","education_confirmed":true,
        "registration_changed":[{"to":"2026-03-30","value":false},{"from":"2026-03-31","value":true}],
        "in_county_rollup":true,"filed_by_health":true}]}"#;
    let registration = |to| of("jining/kindergarten-registration", case, "2026-01", to);
    // The second step, counted from 0, is the next.
    assert_eq!(judged(&registration("2026-02")), (State::Refused, Some(1), vec![]));
    assert_eq!(judged(&registration("2026-03")), (State::Granted, None, vec![]));
    assert_eq!(registration("2026-03").judged, Date::parse("2026-03-31"));
}
