//! Types, and what can be decided month by month.

use super::world::{document, hold, rules, told};

const CONDITION: &str = "day < child.birth_date + age-limit";

#[test]
fn every_place_takes_its_type() {
    hold(&[
        (CONDITION, "child.birth_order", &["type-mismatch [30: child.birth_order] child.birth_order => yes or no"]),
        (CONDITION, "not child.birth_order", &["type-mismatch [30: child.birth_order] child.birth_order => yes or no"]),
        (
            CONDITION,
            "birth.difficult > 1",
            &[
                "type-mismatch [30: birth.difficult > 1] birth.difficult > 1 => two numbers of one unit, two dates, or an option and one of its values",
            ],
        ),
        (
            CONDITION,
            "month known",
            &[
                "unknown-fact [30: month] month => jurisdiction.…, institution.…, class.…, family.…, parent.…, employer.…, child.…, birth.…, enrolment.…",
            ],
        ),
        (CONDITION, "(1 + 1) known", &["type-mismatch [30: (1 + 1)] (1 + 1) => a fact"]),
        (
            CONDITION,
            "family.county is 1",
            &[
                "type-mismatch [30: 1] 1 => 任城区, 兖州区, 曲阜市, 邹城市, 微山县, 鱼台县, 金乡县, 嘉祥县, 汶上县, 泗水县, 梁山县, 济宁高新区, 太白湖新区, 济宁经济技术开发区",
            ],
        ),
        (
            CONDITION,
            "month(child.birth_order) < month",
            &["type-mismatch [30: child.birth_order] child.birth_order => a date fact"],
        ),
        (
            CONDITION,
            "min(1) < 1",
            &[
                "type-mismatch [30: min(1)] min(1) => month(date), min(a, b), max(a, b), ceil(a / b), completed-months(date, date), start(link), first(date)",
            ],
        ),
        (CONDITION, "none", &["type-mismatch [30: none] none => `none` only as a cell of a rate"]),
        (
            "none:     none",
            "none:     birth.difficult",
            &["type-mismatch [37: birth.difficult] birth.difficult => a number"],
        ),
        ("place  family.county", "place  1", &["type-mismatch [29: 1] 1 => a fact"]),
    ]);
}

#[test]
fn a_rate_has_an_amount_and_a_rule_is_added_by_the_month() {
    let rule = |lines: &str| format!("entitlement a for child\n  title 甲 | A\n  pay county -> family\n{lines}");
    let other =
        "\nentitlement b for child\n  title 乙 | B\n  pay county -> family\n  rate per month 1 CNY/month + jining/a\n";
    assert_eq!(
        told(&document("付。", &rules(&rule("  rate per month none\n")))),
        ["type-mismatch [17: none] none => an amount in at least one row"]
    );
    assert_eq!(
        told(&document("付。", &rules(&format!("{}{other}", rule("  rate once 1 CNY\n"))))),
        ["type-mismatch [22: jining/a] jining/a => a rule that pays per month"]
    );
    // What is wrong with a rate is not told again where its rule is added.
    assert_eq!(
        told(&document("付。", &rules(&format!("{}{other}", rule("  rate 1 CNY\n"))))),
        ["syntax [17: 1] 1 => per month, per year, once, elsewhere"]
    );
}

#[test]
fn a_rule_of_another_subject_is_out_of_reach() {
    let rules_of_two = "entitlement a for enrolment\n  title 甲 | A\n  pay county -> family\n  rate per month 1 CNY\n\n\
                        entitlement b for child\n  title 乙 | B\n  pay county -> family\n  rate per month jining/a\n";
    assert_eq!(told(&document("付。", &rules(rules_of_two))), ["out-of-reach [22: jining/a] jining/a => child"]);
}

#[test]
fn months_are_compared_and_never_counted_with() {
    hold(&[
        (
            "500 CNY",
            "500 CNY * (month - month(child.birth_date))",
            &[
                "type-mismatch [34: 500 CNY * (month - month(child.birth_date))] 500 CNY * (month - month(child.birth_date)) => 3000 CNY",
                "changes-by-month [34: 500 CNY * (month - month(child.birth_date))] 500 CNY * (month - month(child.birth_date)) => ",
            ],
        ),
        (
            "none:     none",
            "none:     month - month(child.birth_date)",
            &["changes-by-month [37: month - month(child.birth_date)] month - month(child.birth_date) => "],
        ),
        ("none:     none", "none:     min(day, third)", &["changes-by-month [37: day] day => "]),
    ]);
}

#[test]
fn a_condition_can_be_decided_month_by_month() {
    hold(&[
        (CONDITION, "day < 3 years", &["undecidable [30: day < 3 years] day < 3 years => "]),
        (CONDITION, "3 years > day", &["undecidable [30: 3 years > day] 3 years > day => "]),
        (CONDITION, "day < month", &["undecidable [30: day < month] day < month => "]),
        (CONDITION, "month > 3 months", &["undecidable [30: month > 3 months] month > 3 months => "]),
        (CONDITION, "3 months >= month - month(child.birth_date)", &[]),
        (CONDITION, "month - month(child.birth_date) <= 3 months", &[]),
    ]);
}

#[test]
fn rules_that_need_each_other_are_told_once() {
    let rule = |name: &str, needs: &str| {
        format!(
            "entitlement {name} for child\n  title 甲 | A\n  pay county -> family\n  rate per month jining/{needs}\n\n"
        )
    };
    let of = |text: String| told(&document("付。", &rules(text.trim_end_matches('\n')).replace("```\n", "\n```\n")));
    let two = rule("a", "b") + &rule("b", "a");
    assert_eq!(of(two.clone()), ["cycle [14: a] jining/a → jining/b → jining/a => "]);
    assert_eq!(of(rule("a", "a")), ["cycle [14: a] jining/a → jining/a => "]);
    // Who only refers to a cycle is in none, and each cycle is told.
    let all = rule("z", "a") + &two + &rule("c", "d") + &rule("d", "c");
    assert_eq!(
        of(all),
        ["cycle [19: a] jining/a → jining/b → jining/a => ", "cycle [29: c] jining/c → jining/d → jining/c => "]
    );
}
