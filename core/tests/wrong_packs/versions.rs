//! Versions of one rule, by the days on which they are in force.

use super::world::{document, rules, told};

const LAW: &str = "每人每月300元，2026年起每人每月500元。";

fn version(force: &str, amount: &str) -> String {
    format!(
        "entitlement a for child\n  title 甲 | A\n  force {force}\n  pay county -> family\n  rate per month {amount}\n"
    )
}

fn of(versions: &[(&str, &str)]) -> Vec<String> {
    let text: Vec<String> = versions.iter().map(|(force, amount)| version(force, amount)).collect();
    told(&document(LAW, &rules(&text.join("\n"))))
}

#[test]
fn versions_that_follow_each_other_pass() {
    assert_eq!(of(&[("2025-01-01 .. 2025-12-31", "300 CNY"), ("2026-01-01 ..", "500 CNY")]), Vec::<String>::new());
    assert_eq!(of(&[("2026-01-01 ..", "500 CNY"), ("2025-01-01 .. 2025-12-31", "300 CNY")]), Vec::<String>::new());
}

#[test]
fn two_versions_on_one_day_are_told_at_the_second() {
    let overlap = ["force-overlap [20: a] a => "];
    assert_eq!(of(&[("2025-01-01 .. 2026-01-01", "300 CNY"), ("2026-01-01 ..", "500 CNY")]), overlap);
    assert_eq!(of(&[("2025-01-01 ..", "300 CNY"), ("2025-01-01 ..", "500 CNY")]), overlap);
}

#[test]
fn days_without_a_version_are_told_at_the_later_one() {
    let gap = [("2025-01-01 .. 2025-06-30", "300 CNY"), ("2026-01-01 ..", "500 CNY")];
    assert_eq!(of(&gap), ["force-gap [20: a] 2025-07-01 .. 2025-12-31 => "]);
    let [first, second] = gap;
    assert_eq!(of(&[second, first]), ["force-gap [14: a] 2025-07-01 .. 2025-12-31 => "]);
    let day = [("2025-01-01 .. 2025-12-30", "300 CNY"), ("2026-01-01 ..", "500 CNY")];
    assert_eq!(of(&day), ["force-gap [20: a] 2025-12-31 .. 2025-12-31 => "]);
}

#[test]
fn a_version_that_is_wrong_itself_makes_no_gap() {
    let versions = [
        ("2025-01-01 .. 2025-06-30", "300 CNY"),
        ("2025-07-01 .. 2025-12-31", "30 CNY + 3 days"),
        ("2026-01-01 ..", "500 CNY"),
    ];
    assert_eq!(
        of(&versions),
        [
            "ungrounded [24: 30 CNY] 30 CNY => ",
            "unit-mismatch [24: 30 CNY + 3 days] days => CNY",
            "ungrounded [24: 3 days] 3 days => "
        ]
    );
}

#[test]
fn versions_that_differ_in_what_they_are_are_no_versions() {
    let other = version("2026-01-01 ..", "500 CNY").replace("for child", "for family");
    let text = format!("{}\n{other}", version("2025-01-01 .. 2025-12-31", "300 CNY"));
    assert_eq!(told(&document(LAW, &rules(&text))), ["duplicate-name [20: a] a => "]);
}

#[test]
fn versions_of_a_rule_differ_only_in_conditions_rates_and_times() {
    let first = version("2025-01-01 .. 2025-12-31", "300 CNY");
    let second = version("2026-01-01 ..", "500 CNY");
    for (was, is) in [
        ("title 甲 | A", "title 乙 | B"),
        ("pay county -> family", "pay city -> family"),
        ("pay county -> family", "pay county -> family\n  place family.county"),
        ("pay county -> family", "pay county -> family\n  single family"),
    ] {
        let text = format!("{first}\n{}", second.replace(was, is));
        assert_eq!(told(&document(LAW, &rules(&text))), ["duplicate-name [20: a] a => "], "{is}");
    }
}

/// Whatever a rule says, another text may say it from another day on.
#[test]
fn rules_of_every_kind_have_versions() {
    let both = |kind: &str, line: &str| {
        let text = |force: &str| format!("{kind} a for institution\n  title 甲 | A\n  force {force}\n  {line}\n");
        let texts = [text("2025-01-01 .. 2025-12-31"), text("2026-01-01 ..")];
        told(&document(LAW, &rules(&texts.join("\n"))))
    };
    assert_eq!(both("requirement", "need institution.filed"), Vec::<String>::new());
    assert_eq!(both("lookup", "value list\n    1: 甲 | A"), Vec::<String>::new());
    let step = "step s\n    act 甲 | A\n    body 甲 | A\n    done institution.filed";
    assert_eq!(both("procedure", step), Vec::<String>::new());
}
