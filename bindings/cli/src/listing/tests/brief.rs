//! What a family's page only names.

use super::kinds::{some, view};
use super::rules;
use crate::listing::brief::{mark, told};
use crate::listing::subject::Subjects;
use crate::listing::view::{Detail, Entitlement, Missing, Reason, Step, Sum, View};
use serde_json::{Value, json};
use tuoyu::source::Language::Chinese;

const ALONE: &str = r#"{"institutions":[{"id":"n1"}]}"#;
const WITH_FAMILY: &str = r#"{"institutions":[{"id":"n1"}],"families":[{"id":"f1"}]}"#;

/// A requirement of which one fact was found to be so.
fn requirement(subject: &str, found: Value) -> View {
    let reason = Reason { condition: "need".to_owned(), found, ..Reason::default() };
    let scope = Reason { found: json!("kindergarten"), is_scope: true, ..Reason::default() };
    let missing = Missing { subject: subject.to_owned(), fact: "institution.medical_contract".to_owned() };
    View {
        reasons: vec![scope, reason],
        missing: vec![missing],
        ..view(subject, ("签约", "Contract"), "requirement", "undetermined", Detail::Requirement { binding: true })
    }
}

/// Which outcomes are only named.
fn blank(case: &str, mut views: Vec<View>) -> Vec<(bool, usize)> {
    let rules = rules();
    let case = rules.read_json(case.as_bytes()).unwrap();
    mark(&mut views, &Subjects::of(&case, rules.vocabulary(), Chinese));
    views.iter().map(|view| (view.is_blank, view.missing.len())).collect()
}

#[test]
fn a_familys_page_names_what_it_does_not_say_of_an_institution_and_asks_nothing() {
    let views =
        || vec![requirement("n1", Value::Null), requirement("n1", json!(false)), requirement("f1", Value::Null)];
    assert_eq!(blank(WITH_FAMILY, views()), [(true, 0), (false, 1), (false, 1)]);
    // An institution's own page asks for all.
    assert_eq!(blank(ALONE, views()[..1].to_vec()), [(false, 1)]);
    let settled = View { state: "met".to_owned(), ..requirement("n1", Value::Null) };
    assert_eq!(blank(WITH_FAMILY, vec![settled]), [(false, 1)]);
}

#[test]
fn a_procedure_is_told_as_soon_as_one_step_is_known() {
    let procedure = |state: &str| {
        let step = |state: &str| Step { state: state.to_owned(), ..Step::default() };
        let detail = Detail::Procedure { steps: vec![step("undetermined"), step(state)], next: None };
        view("n1", ("登记备案", "Registration"), "procedure", "undetermined", detail)
    };
    let found = blank(WITH_FAMILY, vec![procedure("undetermined"), procedure("done")]);
    assert_eq!(found.iter().map(|(is_blank, _)| *is_blank).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn a_total_of_what_is_only_named_is_left_out() {
    let saving = |payee: &str, is_blank: bool| {
        let own = Entitlement { form: "saving".to_owned(), payee: payee.to_owned(), ..Entitlement::default() };
        let detail = Detail::Entitlement(own);
        View { is_blank, ..view("n1", ("居民价格", "Prices"), "entitlement", "undetermined", detail) }
    };
    let sum = |payee: &str| Sum { payee: some(payee), form: "saving".to_owned(), ..Sum::default() };
    let views = [saving("institution", true), saving("family", true), saving("family", false)];
    let left = told(vec![sum("institution"), sum("family")], &views);
    assert_eq!(left.iter().map(|sum| sum.payee.as_deref()).collect::<Vec<_>>(), [Some("family")]);
}
