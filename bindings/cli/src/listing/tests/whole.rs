//! The listing as a whole: its legend, its headings, its lists.

use super::{listed, months, words};
use crate::listing::view::{Detail, Found, View};
use tuoyu::source::Language::{Chinese, English};

const CASE: &str = r#"{"institutions":[{"id":"n1"}]}"#;
const SPRING: (&str, &str) = ("2026-01", "2026-03");

fn view(subject: &str, kind: &str, state: &str, detail: Detail) -> View {
    View {
        subject: subject.to_owned(),
        rule: "a/b".to_owned(),
        title: words("规则", "Rule"),
        kind: kind.to_owned(),
        state: state.to_owned(),
        months: vec![months("2026-01", "2026-03", state)],
        detail,
        ..View::default()
    }
}

fn requirement(state: &str) -> View {
    view("n1", "requirement", state, Detail::Requirement { binding: true })
}

#[test]
fn a_legend_names_each_sign_once_and_only_those_that_occur() {
    let views = ["short", "met", "breached", "not-in-force"].map(requirement);
    // A rule that says nothing draws no months.
    assert_eq!(listed(CASE, &views, &[], SPRING, Chinese)[1], "每格一个月   ✓ 符合   ✗ 未做到、违反");
    let lines = vec![months("2026-01", "2026-01", "not-applicable"), months("2026-02", "2026-03", "breached")];
    let late = View { months: lines, ..requirement("breached") };
    let expected = "A sign for each month   ✗ breached   blank not applicable";
    assert_eq!(listed(CASE, &[late], &[], SPRING, English)[1], expected);
}

#[test]
fn a_place_that_the_case_does_not_state_has_a_heading() {
    let one = view("jurisdiction", "indicator", "met", Detail::None);
    assert_eq!(listed("{}", std::slice::from_ref(&one), &[], SPRING, Chinese)[2], "地区");
    assert_eq!(listed("{}", &[one], &[], SPRING, English)[2], "Jurisdiction");
}

#[test]
fn a_case_without_anything_to_say_says_so() {
    let expected = ["托育政策测算　2026年1月至3月", "案例里没有这些规则所说的对象。"];
    assert_eq!(listed("{}", &[], &[], SPRING, Chinese), expected);
}

#[test]
fn a_list_hangs_behind_its_keys() {
    let list = vec![("15".to_owned(), words(&"市应急局、".repeat(8), "x"))];
    let law = view("law", "lookup", "known", Detail::Lookup(Some(Found::List(list))));
    let lines = listed(CASE, &[law], &[], SPRING, Chinese);
    // 80 columns less 6 for the indent and 8 for the key hold six names of 10 columns and three characters.
    assert_eq!(lines[5], format!("      措施15：{}市应急", "市应急局、".repeat(6)));
    assert_eq!(lines[6], format!("{}局、市应急局、", " ".repeat(14)));
}
