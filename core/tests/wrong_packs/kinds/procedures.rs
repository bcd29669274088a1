//! Procedures: steps, ways, and what each of them says.

use super::{changed, hold, told};

const FORMS: &str = "public-institution, social-service-organization, company, other";

#[test]
fn a_procedure_has_steps() {
    let text = super::every_kind();
    let (start, end) = (text.find("  step confirm").unwrap(), text.find("lookup department").unwrap());
    let without = format!("{}\n{}", text.get(..start).unwrap(), text.get(end..).unwrap());
    assert_eq!(told(&without), ["missing-line [43: filing] filing => `step`"]);
}

#[test]
fn every_way_says_who_does_what_and_when_it_is_done() {
    hold(&[
        ("    act   审核 | Review\n", "", &["missing-line [46: confirm] confirm => `act`"]),
        ("    body  教育部门 | Education department\n", "", &["missing-line [46: confirm] confirm => `body`"]),
        ("    done  institution.education_confirmed\n", "", &["missing-line [46: confirm] confirm => `done`"]),
        ("      body         某局 | An office\n", "", &["missing-line [51: company] company => `body`"]),
        ("      certificate  《营业执照》 | Licence\n", "", &[]),
    ]);
}

#[test]
fn the_faults_of_every_way_are_told_at_once() {
    hold(&[(
        "    otherwise: none",
        "    other:\n      act 甲 | A\n    public-institution:\n      done institution.filed",
        &[
            "missing-row [50: institution.legal_form] social-service-organization => ",
            "missing-line [56: other] other => `body`",
            "missing-line [56: other] other => `done`",
            "missing-line [58: public-institution] public-institution => `act`",
            "missing-line [58: public-institution] public-institution => `body`",
        ],
    )]);
}

#[test]
fn what_is_done_is_yes_or_no() {
    hold(&[
        (
            "done  institution.education_confirmed",
            "done  institution.places",
            &["type-mismatch [49: institution.places] institution.places => yes or no"],
        ),
        (
            "done  institution.education_confirmed",
            "done  institution.education_confirm",
            &[
                "unknown-fact [49: institution.education_confirm] institution.education_confirm => institution.education_confirmed",
            ],
        ),
    ]);
}

#[test]
fn a_step_selects_by_an_option() {
    hold(&[
        (
            "by institution.legal_form",
            "by institution.legal_from",
            &["unknown-fact [50: institution.legal_from] institution.legal_from => institution.legal_form"],
        ),
        (
            "by institution.legal_form",
            "by institution.places",
            &["type-mismatch [50: institution.places] institution.places => an option fact"],
        ),
        ("by institution.legal_form", "by class.kind", &["out-of-reach [50: class.kind] class.kind => institution"]),
    ]);
}

#[test]
fn each_value_has_one_way() {
    assert_eq!(
        told(&changed("    otherwise: none\n", "")),
        ["missing-row [50: institution.legal_form] public-institution, social-service-organization, other => "]
    );
    hold(&[
        (
            "    otherwise: none",
            "    company: none\n    otherwise: none",
            &["overlapping-row [56: company] company => "],
        ),
        (
            "    otherwise: none",
            "    otherwise: none\n    otherwise: none",
            &["overlapping-row [57: otherwise] otherwise => "],
        ),
    ]);
    let found = told(&changed("    otherwise: none", "    llc: none\n    otherwise: none"));
    assert_eq!(found, [format!("unknown-key [56: llc] llc => {FORMS}")]);
    let found = told(&changed("    otherwise: none", "    1: none\n    otherwise: none"));
    assert_eq!(found, [format!("unknown-key [56: 1] 1 => {FORMS}")]);
}

#[test]
fn what_could_not_be_read_of_a_step_is_not_missing_too() {
    hold(&[
        (
            "    act   审核",
            "    acts  审核",
            &["unknown-keyword [47: acts] acts => act, only, body, certificate, due, done"],
        ),
        ("    otherwise: none", "    otherwise none", &["syntax [56: none] none => `:`"]),
    ]);
}
