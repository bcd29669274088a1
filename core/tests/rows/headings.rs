//! Which column is which fact, and what a row is about.

use super::house::{RULES, told};
use tuoyu::model::Heading;

fn about(names: &[&str]) -> String {
    let headings = RULES.headings(names.iter().copied(), None).unwrap();
    RULES.vocabulary().thing_at(headings.thing()).unwrap().id.clone()
}

fn faults(names: &[&str], rows: Option<&str>) -> Vec<String> {
    RULES.headings(names.iter().copied(), rows).unwrap_err().0.iter().map(told).collect()
}

#[test]
fn a_fact_has_a_dotted_name_one_with_underscores_and_chinese_headings() {
    let names = ["child.birth_date", "child_birth_order", "入托日期", " 班型 ", "institution.utilities.water.quantity"];
    let facts = [
        "child.birth_date",
        "child.birth_order",
        "enrolment.from",
        "class.kind",
        "institution.utilities.water.quantity",
    ];
    let headings = RULES.headings(names, None).unwrap();
    let expected = facts.map(|id| Heading::Fact(RULES.vocabulary().fact(id).unwrap()));
    assert_eq!(headings.columns(), expected);
    assert!(headings.near_misses.is_empty());
}

#[test]
fn ids_name_things_and_other_columns_are_the_callers() {
    let headings = RULES.headings(["enrolment.id", "institution_id", "班主任", "note"], None).unwrap();
    let thing = |id: &str| Heading::Id(RULES.vocabulary().thing(id).unwrap());
    assert_eq!(headings.columns(), [thing("enrolment"), thing("institution"), Heading::Own, Heading::Own]);
    assert_eq!(headings.id_column(), Some(0));
    assert_eq!(headings.subject(17, None), "row 17");
    assert_eq!(headings.subject(17, Some(" e1 ")), "e1");
    assert_eq!(headings.subject(17, Some(" ")), "row 17");
}

#[test]
fn a_row_is_about_the_narrowest_thing_that_has_a_column() {
    let order = [
        ("enrolment", "enrolment.from"),
        ("child", "child.birth_date"),
        ("parent", "parent.role"),
        ("class", "class.kind"),
        ("institution", "institution.filed"),
        ("family", "family.county"),
        ("jurisdiction", "jurisdiction.average_price"),
    ];
    for (place, (thing, _)) in order.iter().enumerate() {
        let columns: Vec<&str> = order[place..].iter().map(|(_, column)| *column).collect();
        assert_eq!(about(&columns), *thing);
    }
    assert_eq!(about(&["employer.childcare_ratio", "institution.filed"]), "parent");
    assert_eq!(about(&["birth.babies", "parent.role"]), "child");
}

#[test]
fn the_thing_of_a_row_can_be_named() {
    let headings = RULES.headings(["enrolment.from"], Some("institution")).unwrap();
    assert_eq!(RULES.vocabulary().thing_at(headings.thing()).unwrap().id, "institution");
    let known = "enrolment, child, parent, class, institution, family, jurisdiction";
    assert_eq!(faults(&["孩次"], Some("weather")), [format!("Argument(\"rows\"): unknown-thing weather ({known})")]);
    assert_eq!(faults(&["孩次"], Some("birth")), [format!("Argument(\"rows\"): unknown-thing birth ({known})")]);
    assert_eq!(faults(&["孩次"], Some("enrollment")), ["Argument(\"rows\"): unknown-thing enrollment (enrolment)"]);
}

#[test]
fn all_that_is_wrong_with_headings_is_told_at_once() {
    let found = faults(&["child.birthdate", "孩次", "child.birth_order", "孩次", "enrolment.id", "enrolment_id"], None);
    let expected = [
        "0 child.birthdate: unknown-fact child.birthdate (child.birth_date)",
        "0 child.birth_order: duplicate-column child.birth_order (孩次)",
        "0 孩次: duplicate-column 孩次 (孩次)",
        "0 enrolment_id: duplicate-column enrolment_id (enrolment.id)",
    ];
    assert_eq!(found, expected);
    // Records have no column of their own.
    assert_eq!(faults(&["institution.utilities"], None).len(), 1);
}

#[test]
fn near_misses_are_reported_and_pass_through() {
    let headings = RULES.headings(["child_birthdate", "出生日", "Child.Birth_Order", "备注", "姓名"], None).unwrap();
    assert_eq!(headings.columns(), [Heading::Own; 5]);
    let near: Vec<String> = headings.near_misses.iter().map(told).collect();
    let expected = [
        "0 child_birthdate: near-heading child_birthdate (child.birth_date)",
        "0 出生日: near-heading 出生日 (出生日期)",
        "0 Child.Birth_Order: near-heading Child.Birth_Order (child.birth_order)",
    ];
    assert_eq!(near, expected);
}
