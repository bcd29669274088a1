//! Completed months on the first day in a class, and closed lists.

use super::kinds::small;
use crate::{Ask, Rules};
use serde_json::{Value, json};

fn ages() -> Rules {
    small(
        "乳儿班6至12个月，托小班12至24个月，其他24至36个月。",
        "limit age for enrolment
  title    入班月龄 | Age at entry
  applies  day in enrolment.from .. enrolment.to
  let      age = completed-months(child.birth_date, max(enrolment.from, start(enrolment.class)))
           youngest = by class.kind
             infant:          6 months
             toddler-junior:  12 months
             otherwise:       24 months
           oldest = by class.kind
             infant as infant-end:  12 months
             toddler-junior as junior-end:  24 months
             otherwise as other-end:  36 months
  need
    old-enough \"不小于 | Old enough\":    age >= youngest
    young-enough \"不满 | Young enough\":  age < oldest",
    )
}

/// A child of two classes: c1 for infants, c2 for toddlers.
fn case(birth: &str, enrolment: &str) -> String {
    format!(
        r#"{{"institutions":[{{"id":"n1","classes":[{{"id":"c1","kind":"infant"}},{{"id":"c2","kind":"toddler-junior"}}]}}],
            "families":[{{"children":[{{"id":"k1",{birth}"enrolments":[{{"id":"e1","institution":"n1",{enrolment}}}]}}]}}]}}"#
    )
}

fn told(rules: &Rules, case: &str, from: &str, to: &str) -> Value {
    let case = rules.read_json(case.as_bytes()).unwrap();
    serde_json::to_value(&rules.assess(&case, &Ask::window(from, to)).unwrap().outcomes[0]).unwrap()
}

fn is(told: &Value, state: &str, value: Option<&str>, relation: &str, bound: Option<&str>, excess: Option<&str>) {
    let found = ["state", "value", "relation", "bound", "excess"].map(|member| told[member].clone());
    assert_eq!(found, [json!(state), json!(value), json!(relation), json!(bound), json!(excess)], "{told}");
}

#[test]
fn months_are_complete_from_the_day_with_the_same_number() {
    let rules = ages();
    let of = |birth: &str, from: &str| {
        let enrolment = format!(r#""class":"c1","from":"{from}""#);
        told(&rules, &case(&format!(r#""birth_date":"{birth}","#), &enrolment), "2026-06", "2026-06")
    };
    is(&of("2025-03-10", "2025-09-09"), "breached", Some("5"), ">=", Some("6"), Some("1"));
    is(&of("2025-03-10", "2025-09-10"), "met", Some("6"), ">=", Some("6"), None);
    is(&of("2025-03-10", "2026-03-09"), "met", Some("11"), ">=", Some("6"), None);
    is(&of("2025-03-10", "2026-03-10"), "breached", Some("12"), "<", Some("12"), Some("0"));
    // There is no 31 February: six months after 31 August are complete on 1 March.
    is(&of("2025-08-31", "2026-02-28"), "breached", Some("5"), ">=", Some("6"), Some("1"));
    is(&of("2025-08-31", "2026-03-01"), "met", Some("6"), ">=", Some("6"), None);
    assert_eq!(of("2025-03-10", "2025-09-10")["unit"], "months");
}

#[test]
fn each_stay_in_a_class_has_its_own_first_day() {
    let rules = ages();
    let line = r#""from":"2025-09-10","class":[{"to":"2025-12-31","value":"c1"},{"from":"2026-01-01","to":"2026-02-28","value":"c1"},
                  {"from":"2026-03-01","to":"2026-03-31","value":"c2"},{"from":"2026-04-01","value":"c1"}]"#;
    let told = told(&rules, &case(r#""birth_date":"2025-03-10","#, line), "2025-09", "2026-04");
    let months: Vec<_> =
        told["months"].as_array().unwrap().iter().map(|one| (one["from"].clone(), one["state"].clone())).collect();
    // In c1 from 10 September at six months; in c2 from 1 March at eleven; in c1 again from 1 April at twelve.
    assert_eq!(months, [(json!("2025-09"), json!("met")), (json!("2026-03"), json!("breached"))]);
    is(&told, "breached", Some("11"), ">=", Some("12"), Some("1"));
}

#[test]
fn what_is_unknown_is_tried_at_both_ends_of_the_band() {
    let rules = ages();
    let no_birth = told(&rules, &case("", r#""class":"c1","from":"2025-09-10""#), "2026-01", "2026-01");
    is(&no_birth, "undetermined", None, ">=", None, None);
    assert_eq!(no_birth["missing"], json!([{ "subject": "k1", "fact": "child.birth_date" }]));
    let no_kind = told(&rules, &case(r#""birth_date":"2025-03-10","#, r#""from":"2025-09-10""#), "2026-01", "2026-01");
    is(&no_kind, "undetermined", Some("6"), ">=", None, None);
    assert_eq!(no_kind["missing"], json!([{ "subject": "e1", "fact": "class.kind" }]));
    // Five months are too few for every class.
    let young = told(&rules, &case(r#""birth_date":"2025-03-11","#, r#""from":"2025-09-10""#), "2026-01", "2026-01");
    is(&young, "breached", Some("5"), ">=", None, None);
    // The kind can change no more than the bound.
    assert_eq!(young["missing"], json!([{ "subject": "e1", "fact": "class.kind" }]));
    // The last day of entry is open: it may be within the band, or not.
    let no_from = told(&rules, &case(r#""birth_date":"2025-03-10","#, r#""class":"c1""#), "2026-01", "2026-01");
    assert_eq!(no_from["state"], "undetermined");
    assert_eq!(no_from["missing"], json!([{ "subject": "e1", "fact": "enrolment.from" }]));
}

#[test]
fn two_unknown_days_beget_no_points_of_each_other() {
    let rules = ages();
    // Of the first day six month ends, of the birth date five ages on each: few enough to try them all, so that the first
    // day stands first, which may lie behind every month of the window.
    let enrolment = r#""class":"c1","to":"2026-06-29""#;
    let told = told(&rules, &case("", enrolment), "2026-01", "2026-06");
    assert_eq!(
        told["missing"],
        json!([{ "subject": "e1", "fact": "enrolment.from" }, { "subject": "k1", "fact": "child.birth_date" }])
    );
}

fn items() -> Rules {
    small(
        "收费项目为托育费、伙食费。",
        "limit items for enrolment
  title    收费项目 | Fee items
  applies  day in enrolment.from .. enrolment.to
  need     enrolment.fee_items in {childcare, meals}",
    )
}

#[test]
fn what_stands_outside_a_closed_list_is_counted() {
    let rules = items();
    let of = |items: &str| told(&rules, &case("", &format!(r#""from":"2025-09-10"{items}"#)), "2026-01", "2026-01");
    is(&of(r#","fee_items":["childcare","meals"]"#), "met", Some("0"), "<=", Some("0"), None);
    is(&of(r#","fee_items":[]"#), "met", Some("0"), "<=", Some("0"), None);
    is(&of(r#","fee_items":["childcare","园服费"]"#), "breached", Some("1"), "<=", Some("0"), Some("1"));
    // A choice of the vocabulary that the rule does not list is outside as well.
    is(&of(r#","fee_items":["boarding","甲","乙"]"#), "breached", Some("3"), "<=", Some("0"), Some("3"));
    let open = of("");
    is(&open, "undetermined", None, "<=", Some("0"), None);
    assert_eq!(open["missing"], json!([{ "subject": "e1", "fact": "enrolment.fee_items" }]));
    let reason = &of(r#","fee_items":["childcare","园服费"]"#)["reasons"][1];
    assert_eq!((&reason["fact"], &reason["found"]), (&json!("enrolment.fee_items"), &json!(["childcare", "园服费"])));
}
