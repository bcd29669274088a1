//! A case with every field of every struct. A new field does not compile here until it is filled.

use super::{day, number};
use tuoyu::{
    Birth, Case, Child, Class, ClassKind, County, During, Employer, Enrolment, Extra, Family, FeeItem, Institution,
    Jurisdiction, LegalForm, Ownership, Parent, Role, Service, Setting, Timed, Utility, UtilityKind,
};

/// A line that holds from a day on.
fn line<T>(value: T) -> Timed<T> {
    Timed::line([During::since(day("2026-01-01"), value)])
}

/// Every field is stated; what may change in time is a line.
pub fn filled() -> Case {
    Case {
        jurisdiction: Some(jurisdiction()),
        institutions: vec![institution()],
        families: vec![family()],
        extra: Extra::new(),
    }
}

fn jurisdiction() -> Jurisdiction {
    Jurisdiction {
        name: Some("济宁市".to_owned()),
        disposable_income_per_head: Some(number("36000.00")),
        average_price: Some(number("900.00")),
        children_under_three: Some(1),
        children_health_managed: Some(2),
        families_surveyed: Some(3),
        families_satisfied: Some(4),
        institutions_complete: Some(true),
        institutions_total: Some(5),
        institutions_public: Some(6),
        places_total: Some(7),
        places_public: Some(8),
        staff_total: Some(9),
        staff_certified: Some(10),
        institutions_contracted: Some(11),
        extra: Extra::new(),
    }
}

fn institution() -> Institution {
    Institution {
        id: Some("n1".to_owned()),
        name: Some("甲".to_owned()),
        county: Some(County::Zoucheng),
        legal_form: line(LegalForm::Company),
        ownership: line(Ownership::StateOwned),
        setting: line(Setting::FamilyHome),
        registered: line(true),
        filed: line(true),
        inclusive: line(true),
        places: line(60),
        medical_contract: line(true),
        rules_food_safety: line(true),
        rules_health_care: line(true),
        rules_meals: line(true),
        rules_exercise: line(true),
        rules_protection: line(true),
        security_guards: line(1),
        physical_protection: line(true),
        technical_protection: line(true),
        safety_inspection: line(true),
        information_published: line(true),
        integrity_record: line(true),
        in_preschool_system: line(true),
        education_confirmed: line(true),
        registration_changed: line(true),
        charter_approved: line(true),
        in_county_rollup: line(true),
        filed_by_health: line(true),
        filing_received: Some(day("2026-02-03")),
        filing_conforms: line(true),
        filing_receipt_issued: line(true),
        filing_notice_issued: line(false),
        staff: line(14),
        staff_certified: line(12),
        utilities: line(vec![Utility {
            kind: Some(UtilityKind::Water),
            quantity: Some(number("60")),
            residential_price: Some(number("3.1")),
            commercial_price: Some(number("4.4")),
            extra: Extra::new(),
        }]),
        classes: vec![Class {
            id: Some("c1".to_owned()),
            kind: line(ClassKind::MixedAge),
            children: line(15),
            carers: line(4),
            floor_area: line(number("52.5")),
            extra: Extra::new(),
        }],
        extra: Extra::new(),
    }
}

fn family() -> Family {
    Family {
        id: Some("f1".to_owned()),
        county: Some(County::EconomicZone),
        children_total: Some(2),
        parents: vec![Parent {
            id: Some("p1".to_owned()),
            role: Some(Role::Guardian),
            employed: line(true),
            annual_taxable_income: Some(number("90000.00")),
            deduction_share: Some(number("0.5")),
            employer: Employer {
                childcare_ratio: line(number("0.5")),
                kindergarten_ratio: line(number("0.3")),
                kindergarten_rule: line(true),
                extra: Extra::new(),
            },
            extra: Extra::new(),
        }],
        children: vec![Child {
            id: Some("k1".to_owned()),
            birth_date: Some(day("2025-03-10")),
            birth_order: Some(2),
            birth: Birth { difficult: Some(false), babies: Some(1), extra: Extra::new() },
            enrolments: vec![Enrolment {
                id: Some("e1".to_owned()),
                institution: line("n1".to_owned()),
                class: line("c1".to_owned()),
                from: Some(day("2025-09-10")),
                to: Some(day("2026-08-31")),
                service: line(Service::Occasional),
                monthly_fee: line(number("2100.00")),
                fee_items: line(vec![FeeItem::Childcare, FeeItem::Other("空调费".to_owned())]),
                extra: Extra::new(),
            }],
            extra: Extra::new(),
        }],
        extra: Extra::new(),
    }
}
