//! Counts and sums over the institutions of a case: one, a thousand, none.

use super::kinds::{judged, missing, of};
use crate::evaluate::{Outcome, State};

const SHARE: &str = "jining/target-public-share";
const STAFF: &str = "jining/target-certified-staff";

/// A place that holds these institutions and no others.
fn place(institutions: &[String]) -> String {
    format!(r#"{{"jurisdiction":{{"institutions_complete":true}},"institutions":[{}]}}"#, institutions.join(","))
}

/// So many institutions, of which so many are public and the others private.
fn owned(public: usize, all: usize) -> String {
    let one = |n: usize| format!(r#"{{"id":"n{n}","ownership":"{}"}}"#, if n < public { "public" } else { "private" });
    place(&(0..all).map(one).collect::<Vec<_>>())
}

fn share(case: &str) -> Outcome {
    of(SHARE, case, "2025-12", "2025-12")
}

#[test]
fn one_institution_is_the_whole_or_nothing() {
    assert_eq!(judged(&share(&owned(1, 1))), (State::Granted, Some(10_000), vec![]));
    assert_eq!(judged(&share(&owned(0, 1))), (State::Refused, Some(0), vec![]));
    let unknown = place(&[r#"{"id":"n1"}"#.to_owned()]);
    assert_eq!(judged(&share(&unknown)), (State::Undetermined, None, vec!["n1 institution.ownership".to_owned()]));
}

#[test]
fn a_thousand_institutions_are_counted_exactly() {
    // 42 % of 1 000.
    assert_eq!(judged(&share(&owned(420, 1_000))), (State::Granted, Some(4_200), vec![]));
    assert_eq!(judged(&share(&owned(419, 1_000))), (State::Refused, Some(4_190), vec![]));
    let unknown = owned(419, 1_000).replacen(r#""id":"n999","ownership":"private""#, r#""id":"n999""#, 1);
    let outcome = share(&unknown);
    assert_eq!(judged(&outcome), (State::Undetermined, None, vec!["n999 institution.ownership".to_owned()]));
}

#[test]
fn no_institution_is_no_share_and_names_nothing() {
    assert_eq!(judged(&share(&owned(0, 0))), (State::Unanswered, None, vec![]));
}

#[test]
fn sums_are_added_up_before_they_are_divided() {
    let one = |id: &str, certified: u32, staff: u32| {
        format!(r#"{{"id":"{id}","staff_certified":{certified},"staff":{staff}}}"#)
    };
    let staff = |institutions: &[String]| judged(&of(STAFF, &place(institutions), "2025-12", "2025-12"));
    // 90 of 100, though one has 0 of 5; 89 of 100.
    assert_eq!(staff(&[one("a", 90, 95), one("b", 0, 5)]), (State::Granted, Some(9_000), vec![]));
    assert_eq!(staff(&[one("a", 89, 95), one("b", 0, 5)]), (State::Refused, Some(8_900), vec![]));
    // Nothing can be divided by no staff at all: the staff of each is named.
    let named = ["a", "b"].map(|id| format!("{id} institution.staff")).to_vec();
    assert_eq!(staff(&[one("a", 0, 0), one("b", 0, 0)]), (State::Unanswered, None, named));
    let many: Vec<String> = (0..1_000).map(|n| one(&format!("n{n}"), 9, 10)).collect();
    assert_eq!(staff(&many), (State::Granted, Some(9_000), vec![]));
}

#[test]
fn what_is_counted_is_no_fact_of_the_subject() {
    let case = owned(1, 2);
    assert!(missing(&share(&case)).is_empty());
    let by_places = crate::Ask::window("2025-12", "2025-12").rule(SHARE).reading("public-share-basis", "places");
    let outcome = super::kinds::ask(&super::law(), &case, &by_places).remove(0);
    // Unknown places of both: the public one's and the private one's.
    assert_eq!(missing(&outcome), ["n0 institution.places", "n1 institution.places"]);
}
