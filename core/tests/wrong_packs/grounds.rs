//! Numbers: each stands in the law above it, fits 64 bits and has its unit.

use super::world::{document, hold, rules, told};

#[test]
fn a_number_stands_in_the_law_above_it() {
    hold(&[
        ("300 CNY", "301 CNY", &["ungrounded [33: 301 CNY] 301 CNY => "]),
        ("300 CNY", "30 CNY", &["ungrounded [33: 30 CNY] 30 CNY => "]),
        ("value  3 years", "value  36 months", &["ungrounded [24: 36 months] 36 months => "]),
        ("birth_date + age-limit", "birth_date + 4 years", &["ungrounded [30: 4 years] 4 years => "]),
        (
            "2 as second: ",
            "2 .. 4 as second: ",
            &["ungrounded [33: 2 .. 4] 2 .. 4 => ", "overlapping-row [34: 3] 3 => "],
        ),
        ("day < child.birth_date + age-limit", "day >= 2026-01-01", &["ungrounded [30: 2026-01-01] 2026-01-01 => "]),
    ]);
}

#[test]
fn a_number_of_another_sentence_is_no_ground() {
    let law = "每月300元。\n另付500元。";
    let rule = "entitlement a for child\n  title 甲 | A\n  pay county -> family\n  rate per month 500 CNY\n";
    let first = rules(rule);
    let text = document(law, "").replace("> 另付", &format!("\n{first}\n> 另付"));
    let text = format!("{text}```none category\n```\n");
    assert_eq!(told(&text), ["ungrounded [17: 500 CNY] 500 CNY => ", "none-over-number [20: 另付500元。] 500 => ",]);
}

#[test]
fn units_fit() {
    hold(&[
        ("none:     none", "none:     500 CNY + 3 days", &["unit-mismatch [37: 500 CNY + 3 days] days => CNY"]),
        ("none:     none", "none:     min(second, 3 years)", &["unit-mismatch [37: 3 years] months => CNY"]),
        ("none:     none", "none:     second * third", &["unit-mismatch [37: second * third] CNY × CNY => CNY × 1"]),
        (
            "birth_date + age-limit",
            "birth_date + 3 CNY",
            &["unit-mismatch [30: child.birth_date + 3 CNY] child.birth_date + 3 CNY => 3 years, 36 months, 5 days"],
        ),
        (
            "day < child.birth_date + age-limit",
            "month - month(child.birth_date) < 3 days",
            &[
                "unit-mismatch [30: month - month(child.birth_date) < 3 days] month - month(child.birth_date) < 3 days => 36 months",
            ],
        ),
    ]);
    let rule = "entitlement a for child\n  title 甲 | A\n  pay county -> family\n  rate per month 3 days\n";
    assert_eq!(told(&document("付3日。", &rules(rule))), ["unit-mismatch [17: 3 days] days => CNY"]);
}

fn of(law: &str, lines: &str) -> Vec<String> {
    let rule = format!("entitlement a for jurisdiction\n  title 甲 | A\n  pay city -> county\n{lines}");
    told(&document(law, &rules(&rule)))
}

/// 10^8 × 10^8 × 10^8 fits; × 10^8 once more is 10^32, and 2^100 is not quite 1.3 × 10^30.
#[test]
fn what_is_computed_stays_below_a_bound() {
    let three = "jurisdiction.places_total * jurisdiction.staff_total * jurisdiction.places_public";
    let four = format!("{three} * jurisdiction.families_surveyed");
    let rate = |number: &str| of("按数付。", &format!("  rate once {number} * 1 CNY\n"));
    assert_eq!(rate(three), Vec::<String>::new());
    assert_eq!(rate(&four), ["number-too-large [14: a] jining/a => "]);
    let when = |number: &str| of("按数付。", &format!("  when some \"有 | Some\": {number} > 1\n  rate once 1 CNY\n"));
    assert_eq!(when(three), Vec::<String>::new());
    assert_eq!(when(&four), ["number-too-large [14: a] jining/a => "]);
}

#[test]
fn a_number_of_the_law_fits_sixty_four_bits() {
    let many = "99999999999999999999";
    assert_eq!(
        of(&format!("{many}元。"), &format!("  rate once {many} CNY\n")),
        [format!("number-too-large [17: {many} CNY] {many} CNY => ")]
    );
    let ratio = "jurisdiction.disposable_income_per_head * 0.000000000000000001";
    assert_eq!(
        of("0.000000000000000001。", &format!("  when some \"有 | Some\": {ratio} > 0 CNY/year\n  rate once 1 CNY\n")),
        [format!("number-too-large [17: {ratio}] {ratio} => ")]
    );
}

#[test]
fn a_period_is_no_longer_than_the_calendar() {
    let found =
        told(&super::world::changed("birth_date + age-limit", "birth_date + 2147483647 days + 2147483647 days"));
    assert_eq!(
        found,
        [
            "number-too-large [30: child.birth_date + 2147483647 days] child.birth_date + 2147483647 days => ",
            "ungrounded [30: 2147483647 days] 2147483647 days => ",
            "ungrounded [30: 2147483647 days] 2147483647 days => ",
        ]
    );
}

#[test]
fn a_law_full_of_numerals_is_read_to_its_end() {
    let law = format!("{}元。", "万亿".repeat(400));
    assert_eq!(told(&document(&law, "```none category\n```\n")), Vec::<String>::new());
}
