//! Names of facts, things, rules and parameters.

use super::world::{changed, document, hold, rules, told};

const THINGS: &str =
    "jurisdiction.…, institution.…, class.…, family.…, parent.…, employer.…, child.…, birth.…, enrolment.…";

#[test]
fn an_unknown_fact_comes_with_the_nearest_one() {
    hold(&[
        (
            "day < child.birth_date",
            "day < child.birthdate",
            &["unknown-fact [30: child.birthdate] child.birthdate => child.birth_date"],
        ),
        (
            "by child.birth_order",
            "by child.birth-order",
            &["unknown-fact [31: child.birth-order] child.birth-order => child.birth_order"],
        ),
        (
            "day < child.birth_date + age-limit",
            "child.weight known",
            &["unknown-fact [30: child.weight] child.weight => child.birth_date, child.birth_order"],
        ),
        (
            "place  family.county",
            "place  family.country",
            &["unknown-fact [29: family.country] family.country => family.county"],
        ),
    ]);
}

#[test]
fn a_fact_of_no_thing_comes_with_the_things() {
    let rule =
        "entitlement a for child\n  title 甲 | A\n  pay county -> family\n  applies weather.sunny\n  rate once 1 CNY\n";
    let found = told(&document("领取。", &rules(rule)));
    assert_eq!(found, [format!("unknown-fact [17: weather.sunny] weather.sunny => {THINGS}")]);
}

#[test]
fn the_subject_is_a_thing_and_its_faults_bring_no_others() {
    hold(&[
        ("for child", "for chidl", &["unknown-thing [26: chidl] chidl => child"]),
        (
            "for child",
            "for toy",
            &[
                "unknown-thing [26: toy] toy => jurisdiction, institution, class, family, parent, employer, child, birth, enrolment",
            ],
        ),
        ("for child", "for parnt x child", &["unknown-thing [26: parnt] parnt => parent"]),
    ]);
}

#[test]
fn a_rule_speaks_of_what_its_subject_reaches() {
    hold(&[
        (
            "day < child.birth_date",
            "day < enrolment.from",
            &["out-of-reach [30: enrolment.from] enrolment.from => child, family, birth"],
        ),
        (
            "  place  family.county",
            "  single enrolment",
            &["out-of-reach [29: enrolment] enrolment => child, family, birth"],
        ),
        ("  place  family.county", "  single chidl", &["unknown-thing [29: chidl] chidl => child"]),
    ]);
}

#[test]
fn an_unknown_name_comes_with_what_is_in_scope() {
    hold(&[
        ("+ age-limit", "+ age-limt", &["unknown-name [30: age-limt] age-limt => age-limit"]),
        ("as-third: third", "as-third: thrid", &["unknown-name [36: thrid] thrid => third"]),
        (
            "as-third: third",
            "as-third: x",
            &["unknown-name [36: x] x => second, third, age-limit, day, month, yes, no"],
        ),
        (
            "as-third: third",
            "as-third: jining/alowance",
            &["unknown-name [36: jining/alowance] jining/alowance => jining/allowance"],
        ),
        ("as-third: third", "as-third: mim(third, second)", &["unknown-name [36: mim] mim => min"]),
        (
            "as-third: third",
            "as-third: average(third, second)",
            &["unknown-name [36: average] average => month, min, max, ceil, completed-months, start, first"],
        ),
        (
            "by reading fourth-child",
            "by reading forth-child",
            &["unknown-name [35: forth-child] forth-child => fourth-child"],
        ),
        (
            "  place  family.county",
            "  place  by reading x\n           a: family.county",
            &["unknown-name [29: x] x => fourth-child"],
        ),
    ]);
}

#[test]
fn a_row_of_another_rule_is_not_in_scope() {
    let other = "\nentitlement b for child\n  title 乙 | B\n  pay county -> family\n  rate per month third\n```\n";
    let text = super::world::sound();
    let text = format!("{}{other}", text.trim_end().trim_end_matches('`'));
    assert_eq!(told(&text), ["unknown-name [42: third] third => age-limit, day, month, yes, no"]);
}

#[test]
fn a_name_is_given_once() {
    let twice = |text: &str| format!("{text}\n{text}");
    let parameter = "parameter p\n  title 甲 | A\n  value 1 CNY\n";
    let reading = "reading r\n  ask 甲 | A\n  because 乙 | B\n  option a: 甲 | A\n  option b: 乙 | B\n  default a\n";
    assert_eq!(told(&document("领取。", &rules(&twice(parameter)))), ["duplicate-name [18: p] p => "]);
    assert_eq!(told(&document("领取。", &rules(&twice(reading)))), ["duplicate-name [21: r] r => "]);
    hold(&[
        (
            "3 as third",
            "3 as second",
            &[
                "duplicate-name [34: second] second => ",
                "unknown-name [36: third] third => second, age-limit, day, month, yes, no",
            ],
        ),
        ("option   none: 没有", "option   as-third: 没有", &["duplicate-name [19: as-third] as-third => "]),
        (
            "parameter age-limit",
            "parameter month",
            &[
                "duplicate-name [22: month] month => ",
                "unknown-name [30: age-limit] age-limit => second, third, day, month, yes, no",
            ],
        ),
        (
            "  rate   per",
            "         under-three \"甲 | A\": yes\n  rate   per",
            &["duplicate-name [31: under-three] under-three => "],
        ),
        (
            "  rate   per",
            "  let    fee = 1 CNY\n         fee = 1 CNY\n         day = 1 CNY\n  rate   per",
            &["duplicate-name [32: fee] fee => ", "duplicate-name [33: day] day => "],
        ),
    ]);
}

#[test]
fn a_name_that_was_declared_wrong_is_not_unknown_too() {
    hold(&[
        (
            "value  3 years",
            "value  child.birth_order",
            &["type-mismatch [24: child.birth_order] child.birth_order => 3000 CNY, 3 years, 30%"],
        ),
        ("3 as third:       500 CNY", "3 as third:       second", &["type-mismatch [34: second] second => 3000 CNY"]),
        (
            "rate   per month by child.birth_order",
            "let    order = child.birth_oder\n  rate   per month by order",
            &["unknown-fact [31: child.birth_oder] child.birth_oder => child.birth_order"],
        ),
    ]);
}

#[test]
fn a_place_is_one_of_a_list() {
    let found = told(&changed("place  family.county", "place  family.children_total"));
    assert_eq!(found, ["type-mismatch [29: family.children_total] family.children_total => an option fact"]);
}

#[test]
fn a_pair_is_held_by_one_thing() {
    let found = told(&changed("entitlement allowance for child", "entitlement allowance for institution x child"));
    assert_eq!(found, ["out-of-reach [26: child] child => institution"]);
}
