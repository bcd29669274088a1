//! The example of the contract's section 1.

use super::{day, number, rules};
use tuoyu::{
    Birth, Case, Child, Class, ClassKind, County, Employer, Enrolment, Family, Institution, Jurisdiction, LegalForm,
    Ownership, Parent, Role, Service, Setting,
};

const CONTRACT: &str = include_str!("../../../docs/contract.md");

fn case() -> Case {
    Case {
        jurisdiction: Some(Jurisdiction {
            name: Some("济宁市".to_owned()),
            disposable_income_per_head: Some(number("36000.00")),
            ..Default::default()
        }),
        institutions: vec![Institution {
            id: Some("n1".to_owned()),
            name: Some("…".to_owned()),
            county: Some(County::Zoucheng),
            legal_form: LegalForm::SocialServiceOrganization.into(),
            ownership: Ownership::Private.into(),
            setting: Setting::Standalone.into(),
            registered: true.into(),
            filed: true.into(),
            inclusive: true.into(),
            classes: vec![Class {
                id: Some("c1".to_owned()),
                kind: ClassKind::Infant.into(),
                children: 8.into(),
                carers: 3.into(),
                ..Default::default()
            }],
            ..Default::default()
        }],
        families: vec![Family {
            id: Some("f1".to_owned()),
            county: Some(County::Zoucheng),
            children_total: Some(2),
            parents: vec![Parent {
                id: Some("p1".to_owned()),
                role: Some(Role::Mother),
                employed: true.into(),
                annual_taxable_income: Some(number("90000.00")),
                deduction_share: Some(number("1")),
                employer: Employer {
                    childcare_ratio: number("0.5").into(),
                    kindergarten_ratio: number("0.3").into(),
                    ..Default::default()
                },
                ..Default::default()
            }],
            children: vec![Child {
                id: Some("k1".to_owned()),
                birth_date: Some(day("2025-03-10")),
                birth_order: Some(2),
                birth: Birth { difficult: Some(false), babies: Some(1), ..Default::default() },
                enrolments: vec![Enrolment {
                    id: Some("e1".to_owned()),
                    institution: "n1".into(),
                    class: "c1".into(),
                    from: Some(day("2025-09-10")),
                    to: None,
                    service: Service::FullDay.into(),
                    monthly_fee: number("2100.00").into(),
                    ..Default::default()
                }],
                ..Default::default()
            }],
            ..Default::default()
        }],
        ..Default::default()
    }
}

#[test]
fn the_example_of_the_contract_is_the_same_case_in_structs() {
    let json = CONTRACT.split("```json\n").nth(1).unwrap().split("```").next().unwrap();
    assert_eq!(rules().read(&case()).unwrap(), rules().read_json(json.as_bytes()).unwrap());
}
