//! Tables: each value of what selects has one row.

use super::world::{document, hold, rules, told};

const LAW: &str = "乳儿班3000元，其他班2000元。";

fn by_kind(rows: &str) -> Vec<String> {
    let rule = format!(
        "entitlement a for enrolment\n  title 甲 | A\n  pay county -> institution\n  rate per year by class.kind\n{rows}"
    );
    told(&document(LAW, &rules(&rule)))
}

#[test]
fn a_value_without_a_row_is_named() {
    assert_eq!(
        by_kind("    infant: 3000 CNY\n    toddler-junior: 2000 CNY\n"),
        ["missing-row [17: class.kind] toddler-senior, mixed-age => "]
    );
    hold(&[
        ("           1:                none\n", "", &[]),
        (
            "otherwise:        by reading fourth-child",
            "4:                by reading fourth-child",
            &["missing-row [31: child.birth_order] 5 .. 20 => ", "ungrounded [35: 4] 4 => "],
        ),
        ("                               none:     none\n", "", &["missing-row [35: fourth-child] none => "]),
        (
            "  place  family.county",
            "  place  by reading fourth-child\n           none: family.county",
            &["missing-row [29: fourth-child] as-third => "],
        ),
    ]);
}

#[test]
fn a_key_that_is_no_value_is_told_once() {
    assert_eq!(
        by_kind(
            "    infent: 3000 CNY\n    toddler-junior: 2000 CNY\n    toddler-senior: 2000 CNY\n    mixed-age: 2000 CNY\n"
        ),
        ["unknown-key [18: infent] infent => infant, toddler-junior, toddler-senior, mixed-age"]
    );
    hold(&[
        ("1:                none", "0:                none", &["unknown-key [32: 0] 0 => 1 .. 20"]),
        ("1:                none", "one:              none", &["unknown-key [32: one] one => 1 .. 20"]),
        ("none:     none", "nothing:  none", &["unknown-key [37: nothing] nothing => as-third, none"]),
        ("default  open", "default  as-fourth", &["unknown-key [20: as-fourth] as-fourth => as-third, none, open"]),
        (
            "  place  family.county",
            "  place  by reading fourth-child\n           as-third: family.county\n           non: family.county",
            &["unknown-key [31: non] non => as-third, none"],
        ),
        (
            "  pay ",
            "  applies birth.difficult is yes and family.county is 邹城\n  pay ",
            &["unknown-key [28: 邹城] 邹城 => 邹城市"],
        ),
    ]);
}

#[test]
fn no_value_has_two_rows() {
    assert_eq!(
        by_kind(
            "    infant: 3000 CNY\n    infant as again: 2000 CNY\n    otherwise: 2000 CNY\n    otherwise as more: 2000 CNY\n"
        ),
        ["overlapping-row [19: infant] infant => ", "overlapping-row [21: otherwise] otherwise => "]
    );
    hold(&[
        ("1:                none", "1 .. 2:           none", &["overlapping-row [33: 2] 2 => "]),
        (
            "none:     none",
            "none:     none\n                               none:     third",
            &["overlapping-row [38: none] none => "],
        ),
    ]);
}

#[test]
fn what_selects_has_values() {
    hold(&[
        (
            "by child.birth_order",
            "by third",
            &[
                "unknown-fact [31: third] third => jurisdiction.…, institution.…, class.…, family.…, parent.…, employer.…, child.…, birth.…, enrolment.…",
            ],
        ),
        (
            "rate   per month by child.birth_order",
            "let    twice = child.birth_order + child.birth_order\n  rate   per month by twice",
            &["type-mismatch [32: twice] twice => a fact"],
        ),
    ]);
}

#[test]
fn cells_are_of_one_unit() {
    hold(&[
        ("500 CNY", "500", &["unit-mismatch [34: 500] 1 => CNY"]),
        ("2 as second: ", "2 CNY as second: ", &["unit-mismatch [33: 2 CNY] CNY => 1"]),
        ("300 CNY", "300 CNY/year", &["unit-mismatch [34: 500 CNY] CNY => CNY/year"]),
    ]);
}

#[test]
fn a_date_with_a_period_added_does_not_select() {
    let by = |date: &str| {
        let rule = format!(
            "entitlement a for enrolment\n  title 甲 | A\n  pay county -> institution\n  let\n    turns = {date}\n  \
             rate once by turns\n    .. 2026-12-31: 3000 CNY\n    otherwise: 2000 CNY\n"
        );
        told(&document("3岁，乳儿班3000元，其他班2000元。", &rules(&rule)))
    };
    assert_eq!(by("child.birth_date"), [""; 0]);
    assert_eq!(by("child.birth_date + 3 years"), ["type-mismatch [19: turns] turns => a fact"]);
}
