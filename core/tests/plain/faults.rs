//! Faults have the code and the path that they have in JSON.

use super::{day, number, rules};
use tuoyu::error::{Diagnostics, Place};
use tuoyu::value::{Date, Decimal};
use tuoyu::{
    Case, Child, ClassKind, During, Employer, Enrolment, Family, Institution, LegalForm, Parent, Timed, Utility,
};

fn told(faults: &Diagnostics) -> Vec<String> {
    let path = |place: &Place| match place {
        Place::Path(path) | Place::Argument(path) | Place::Cell { column: path, .. } => path.clone(),
        Place::Text { .. } => String::new(),
    };
    faults.0.iter().map(|fault| format!("{} {}: {}", fault.code, path(&fault.place), fault.found)).collect()
}

fn of_structs(case: &Case) -> Vec<String> {
    told(&rules().read(case).unwrap_err())
}

fn of_json(json: &str) -> Vec<String> {
    told(&rules().read_json(json.as_bytes()).unwrap_err())
}

fn enrolled(enrolment: Enrolment) -> Case {
    let child = Child { enrolments: vec![enrolment], ..Default::default() };
    Case { families: vec![Family { children: vec![child], ..Default::default() }], ..Default::default() }
}

fn institution(institution: Institution) -> Case {
    Case { institutions: vec![institution], ..Default::default() }
}

#[test]
fn all_faults_come_at_once_with_their_paths() {
    let mut case = enrolled(Enrolment {
        class: "c9".into(),
        from: Some(day("2026-03-01")),
        to: Some(day("2026-02-01")),
        monthly_fee: number("2100.005").into(),
        ..Default::default()
    });
    case.families[0].children[0].birth_order = Some(0);
    let json = r#"{"families":[{"children":[{"birth_order":0,"enrolments":[{"class":"c9","from":"2026-03-01",
        "to":"2026-02-01","monthly_fee":"2100.005"}]}]}]}"#;
    let place = "families[0].children[0].enrolments[0]";
    let expected = [
        "out-of-range families[0].children[0].birth_order: 0".to_owned(),
        format!("unknown-id {place}.class: c9"),
        format!("end-before-start {place}.to: 2026-02-01"),
        format!("too-many-decimals {place}.monthly_fee: 2100.005"),
    ];
    assert_eq!(of_structs(&case), expected);
    let mut in_json = of_json(json);
    in_json.sort_by_key(|fault| expected.iter().position(|known| known == fault));
    assert_eq!(in_json, expected);
}

#[test]
fn lines_are_held_as_in_json() {
    let line = Timed::line([
        During::between(day("2026-01-01"), day("2026-03-31"), true),
        During::between(day("2026-03-31"), day("2026-04-30"), false),
        During::between(day("2026-06-30"), day("2026-06-01"), true),
    ]);
    let json = r#"{"institutions":[{"filed":[{"from":"2026-01-01","to":"2026-03-31","value":true},
        {"from":"2026-03-31","to":"2026-04-30","value":false},{"from":"2026-06-30","to":"2026-06-01","value":true}]}]}"#;
    let faults = of_structs(&institution(Institution { filed: line, ..Default::default() }));
    assert_eq!(faults, of_json(json));
    assert_eq!(
        faults,
        [
            "overlapping-line institutions[0].filed[1]: 2026-03-31 .. 2026-04-30",
            "end-before-start institutions[0].filed[2].to: 2026-06-01"
        ]
    );
}

#[test]
fn an_option_that_no_vocabulary_knows_is_refused() {
    let form = Institution { legal_form: LegalForm::from("cooperative").into(), ..Default::default() };
    assert_eq!(of_structs(&institution(form)), of_json(r#"{"institutions":[{"legal_form":"cooperative"}]}"#));
    let form = Institution { legal_form: LegalForm::Added("cooperative".to_owned()).into(), ..Default::default() };
    assert_eq!(of_structs(&institution(form)), ["not-an-option institutions[0].legal_form: cooperative"]);
}

#[test]
fn a_utility_needs_its_kind() {
    let nameless = Utility { quantity: Some(number("60")), ..Default::default() };
    let case = institution(Institution { utilities: vec![nameless].into(), ..Default::default() });
    assert_eq!(of_structs(&case), ["not-an-option institutions[0].utilities[0].kind: "]);
    assert_eq!(of_structs(&case), of_json(r#"{"institutions":[{"utilities":[{"quantity":"60"}]}]}"#));
}

#[test]
fn what_facts_say_of_one_another_is_held() {
    let share = || Parent { deduction_share: Some(number("1")), ..Default::default() };
    let family = Family { parents: vec![share(), share()], ..Default::default() };
    let case = Case { families: vec![family], ..Default::default() };
    let json = r#"{"families":[{"parents":[{"deduction_share":"1"},{"deduction_share":"1"}]}]}"#;
    assert_eq!(of_structs(&case), of_json(json));
    let employer =
        Employer { kindergarten_ratio: number("0.3").into(), kindergarten_rule: false.into(), ..Default::default() };
    let family = Family { parents: vec![Parent { employer, ..Default::default() }], ..Default::default() };
    let case = Case { families: vec![family], ..Default::default() };
    let json = r#"{"families":[{"parents":[{"employer":{"kindergarten_ratio":"0.3","kindergarten_rule":false}}]}]}"#;
    assert_eq!(of_structs(&case), of_json(json));
    assert_eq!(of_structs(&case)[0].split(' ').next(), Some("contradiction"));
}

#[test]
fn days_and_numbers_beyond_every_bound_are_refused_and_nothing_else_happens() {
    for number in [i32::MIN, -25_568, 47_847, i32::MAX] {
        let child = Child { birth_date: Some(Date::from_number(number)), ..Default::default() };
        let case =
            Case { families: vec![Family { children: vec![child], ..Default::default() }], ..Default::default() };
        let faults = of_structs(&case);
        assert!(faults[0].starts_with("out-of-range families[0].children[0].birth_date: "), "{number}: {faults:?}");
    }
    for fee in [Decimal::new(i128::MAX, 2), Decimal::new(i128::MIN, 0), Decimal::new(-1, 2)] {
        let faults = of_structs(&enrolled(Enrolment { monthly_fee: fee.into(), ..Default::default() }));
        assert!(faults[0].starts_with("out-of-range families[0]"), "{faults:?}");
    }
    let fee = Decimal::new(1, u8::MAX);
    let faults = of_structs(&enrolled(Enrolment { monthly_fee: fee.into(), ..Default::default() }));
    assert!(faults[0].starts_with("too-many-decimals families[0]"), "{faults:?}");
}

#[test]
fn an_empty_line_is_unknown_and_an_empty_list_is_none() {
    let unknown = Institution { utilities: Timed::line([]), ..Default::default() };
    let none = Institution { utilities: Vec::new().into(), ..Default::default() };
    let read = |case: Institution| rules().read(&institution(case)).unwrap();
    assert_eq!(read(unknown), rules().read_json(br#"{"institutions":[{}]}"#).unwrap());
    assert_eq!(read(none), rules().read_json(br#"{"institutions":[{"utilities":[]}]}"#).unwrap());
    // An institution of which nothing is known is still one.
    assert_eq!(read(Institution::default()).instances.len(), 1);
    assert_eq!(Timed::<ClassKind>::from(None), Timed::Unknown);
}
