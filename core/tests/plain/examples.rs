//! The families and the institution of `examples/`.

use super::{day, number, rules};
use tuoyu::{
    Case, Child, Class, ClassKind, County, During, Employer, Enrolment, Family, Institution, LegalForm, Ownership,
    Parent, Role, Service, Setting, Timed, Utility, UtilityKind,
};

fn id(id: &str) -> Option<String> {
    Some(id.to_owned())
}

fn class(name: &str, kind: ClassKind, children: Option<u32>, carers: Option<u32>) -> Class {
    Class { id: id(name), kind: kind.into(), children: children.into(), carers: carers.into(), ..Default::default() }
}

fn child(name: &str, birth: &str, order: u32, enrolments: Vec<Enrolment>) -> Child {
    Child { id: id(name), birth_date: Some(day(birth)), birth_order: Some(order), enrolments, ..Default::default() }
}

fn full_day(name: &str, class: &str, from: &str, monthly_fee: Timed<tuoyu::value::Decimal>) -> Enrolment {
    Enrolment {
        id: id(name),
        class: class.into(),
        from: Some(day(from)),
        service: Service::FullDay.into(),
        monthly_fee,
        ..Default::default()
    }
}

/// A nursery of a public kindergarten in 邹城市 that is registered, filed and inclusive.
fn nursery(name: Option<String>, classes: Vec<Class>) -> Institution {
    Institution {
        id: id("n1"),
        name,
        county: Some(County::Zoucheng),
        legal_form: LegalForm::PublicInstitution.into(),
        ownership: Ownership::Public.into(),
        setting: Setting::Kindergarten.into(),
        registered: true.into(),
        filed: true.into(),
        inclusive: true.into(),
        classes,
        ..Default::default()
    }
}

fn case(institution: Institution, parents: Vec<Parent>, children: Vec<Child>) -> Case {
    let family = Family {
        id: id("f1"),
        county: Some(County::Zoucheng),
        children_total: Some(3),
        parents,
        children,
        ..Default::default()
    };
    Case { institutions: vec![institution], families: vec![family], ..Default::default() }
}

#[test]
fn a_family_is_the_same_in_structs_json_and_toml() {
    let classes = vec![
        class("c1", ClassKind::Infant, Some(8), Some(3)),
        class("c2", ClassKind::ToddlerSenior, Some(16), Some(3)),
    ];
    let mother = Parent {
        id: id("p1"),
        role: Some(Role::Mother),
        employed: true.into(),
        employer: Employer {
            childcare_ratio: number("0.5").into(),
            kindergarten_ratio: number("0.3").into(),
            ..Default::default()
        },
        ..Default::default()
    };
    let children = vec![
        child("k2", "2023-05-31", 2, vec![full_day("e2", "c2", "2025-09-01", number("1700.00").into())]),
        child("k3", "2025-07-10", 3, vec![full_day("e3", "c1", "2026-03-02", number("2100.00").into())]),
    ];
    let facts = rules().read(&case(nursery(id("城北幼儿园托班"), classes), vec![mother], children)).unwrap();
    assert_eq!(facts, rules().read_json(include_bytes!("../../../examples/family.json")).unwrap());
    assert_eq!(facts, rules().read_toml(include_bytes!("../../../examples/family.toml")).unwrap());
}

#[test]
fn a_family_with_a_fee_that_rises_is_the_same_in_structs() {
    let classes = vec![class("c1", ClassKind::Infant, None, None), class("c2", ClassKind::ToddlerSenior, None, None)];
    let employer = |childcare: &str, kindergarten: Option<&str>| Employer {
        childcare_ratio: number(childcare).into(),
        kindergarten_ratio: kindergarten.map(number).into(),
        ..Default::default()
    };
    let parent = |name: &str, role, employer| Parent { id: id(name), role: Some(role), employer, ..Default::default() };
    let parents = vec![
        parent("p1", Role::Mother, employer("0.7", Some("0.3"))),
        parent("p2", Role::Father, employer("0.5", None)),
    ];
    let rising = Timed::line([
        During::until(day("2026-08-31"), number("1700.00")),
        During::since(day("2026-09-01"), number("1750.00")),
    ]);
    let children = vec![
        child("k1", "2018-04-12", 1, Vec::new()),
        child("k2", "2023-09-15", 2, vec![full_day("e2", "c2", "2025-09-01", rising)]),
        child("k3", "2025-08-20", 3, vec![full_day("e3", "c1", "2026-03-02", number("2100.00").into())]),
    ];
    let toml = include_bytes!("../../../examples/family-three-children.toml");
    let facts = rules().read(&case(nursery(None, classes), parents, children)).unwrap();
    assert_eq!(facts, rules().read_toml(toml).unwrap());
}

#[test]
fn an_institution_is_the_same_in_structs() {
    let utility = |kind, quantity: &str, residential: &str, commercial: Option<&str>| Utility {
        kind: Some(kind),
        quantity: Some(number(quantity)),
        residential_price: Some(number(residential)),
        commercial_price: commercial.map(number),
        ..Default::default()
    };
    let institution = Institution {
        id: id("n1"),
        county: Some(County::Rencheng),
        legal_form: LegalForm::SocialServiceOrganization.into(),
        ownership: Ownership::Private.into(),
        setting: Setting::Kindergarten.into(),
        registered: true.into(),
        filed: true.into(),
        inclusive: true.into(),
        places: 60.into(),
        staff: 14.into(),
        staff_certified: 12.into(),
        education_confirmed: true.into(),
        registration_changed: true.into(),
        charter_approved: true.into(),
        in_county_rollup: false.into(),
        filed_by_health: false.into(),
        in_preschool_system: Timed::line([
            During::until(day("2026-04-19"), false),
            During::since(day("2026-04-20"), true),
        ]),
        rules_food_safety: true.into(),
        rules_health_care: true.into(),
        rules_meals: true.into(),
        rules_exercise: false.into(),
        security_guards: 1.into(),
        physical_protection: true.into(),
        technical_protection: true.into(),
        safety_inspection: true.into(),
        medical_contract: true.into(),
        information_published: true.into(),
        classes: vec![
            class("c1", ClassKind::Infant, Some(9), Some(3)),
            class("c2", ClassKind::ToddlerJunior, Some(14), Some(3)),
            class("c3", ClassKind::ToddlerSenior, Some(18), Some(3)),
            class("c4", ClassKind::MixedAge, Some(15), Some(4)),
        ],
        utilities: vec![
            utility(UtilityKind::Electricity, "1200", "0.55", Some("0.72")),
            utility(UtilityKind::Water, "60", "3.1", Some("4.4")),
            utility(UtilityKind::Gas, "150", "3.2", Some("3.15")),
            utility(UtilityKind::Heating, "40", "22", None),
        ]
        .into(),
        ..Default::default()
    };
    let case = Case { institutions: vec![institution], ..Default::default() };
    let toml = include_bytes!("../../../examples/institution-four-classes.toml");
    assert_eq!(rules().read(&case).unwrap(), rules().read_toml(toml).unwrap());
}
