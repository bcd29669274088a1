//! Examples: names that nobody knows, values that no fact takes, answers that differ.

use super::world::{FILE, document, rules, sound, told, told_of, vocabulary};

const LAW: &str = super::world::LAW;

/// The sound document with one example beneath it, made of these lines after its title.
fn with_case(lines: &str) -> String {
    document(LAW, &format!("{}\n```case\n例 | Example\n{lines}\n```\n", rules(super::world::RULES)))
}

/// What is told of an example; its lines begin at line 41.
fn of(lines: &str) -> Vec<String> {
    told(&with_case(lines))
}

const NOTHING: [&str; 0] = [];
const SECOND: &str = "window 2026-01 .. 2026-12\nfacts child.birth_date 2025-03-10; child.birth_order 2\n";

#[test]
fn an_example_that_the_rules_answer_so_is_told_nothing_of() {
    // A second child under three the whole year: 12 × 300.
    assert_eq!(of(&format!("{SECOND}expect jining/allowance granted 3600.00")), NOTHING);
    assert_eq!(of(&format!("{SECOND}expect jining/allowance granted 3600 .. 3600")), NOTHING);
    assert_eq!(of(&format!("{SECOND}expect jining/allowance granted")), NOTHING);
    // A fourth child: nothing, or as the third.
    let fourth = SECOND.replace("birth_order 2", "birth_order 4");
    assert_eq!(of(&format!("{fourth}expect jining/allowance undetermined 0 .. 6000")), NOTHING);
    assert_eq!(of(&format!("{fourth}reading fourth-child as-third\nexpect jining/allowance granted 6000")), NOTHING);
    assert_eq!(of("window 2024-12\nexpect jining/allowance not-in-force"), NOTHING);
}

#[test]
fn another_answer_than_the_expected_one_is_told_with_the_right_one() {
    let told = |expectation: &str| of(&format!("{SECOND}expect jining/allowance {expectation}"));
    assert_eq!(told("granted 3300.00"), ["case-differs [44: granted 3300.00] granted 3300.00 => granted 3600.00"]);
    assert_eq!(told("refused"), ["case-differs [44: refused] refused => granted 3600.00"]);
    assert_eq!(
        told("granted 0 .. 3600"),
        ["case-differs [44: granted 0 .. 3600] granted 0 .. 3600 => granted 3600.00"]
    );
    let unknown = "window 2026-01\nexpect jining/allowance granted 300";
    assert_eq!(of(unknown), ["case-differs [43: granted 300] granted 300 => undetermined 0.00 .. 500.00"]);
    assert_eq!(
        of("window 2024-12\nexpect jining/allowance refused 0"),
        ["case-differs [43: refused 0] refused 0 => not-in-force"]
    );
}

#[test]
fn names_are_those_of_the_pack() {
    assert_eq!(
        of("window 2026-01\nfacts child.birthdate 2025-03-10\nreading fourth as-third\n\
            reading fourth-child as-fourth\nexpect jining/alowance granted"),
        [
            "unknown-fact [43: child.birthdate] child.birthdate => child.birth_date",
            "unknown-reading [44: fourth] fourth => fourth-child",
            "unknown-option [45: as-fourth] as-fourth => as-third, none",
            "unknown-rule [46: jining/alowance] jining/alowance => jining/allowance",
        ]
    );
}

#[test]
fn values_are_those_of_their_facts() {
    assert_eq!(
        of("window 2026-01\nfacts child.birth_date 2025-02-30; child.birth_order 0\n\
            facts institution.filed maybe; class.kind infants; enrolment.monthly_fee 1.234\n\
            facts enrolment.from 2026-02-01; enrolment.to 2026-01-31; enrolment.fee_items meals,boarding\n\
            expect jining/allowance granted"),
        [
            "no-such-day [43: 2025-02-30] 2025-02-30 => ",
            "out-of-range [43: 0] 0 => 1 .. 20",
            "not-an-option [44: maybe] maybe => yes, no",
            "not-an-option [44: infants] infants => infant, toddler-junior, toddler-senior, mixed-age",
            "too-many-decimals [44: 1.234] 1.234 => 2",
            "end-before-start [45: 2026-01-31] 2026-01-31 => 2026-02-01",
        ]
    );
}

#[test]
fn examples_beside_a_document_are_held_too() {
    let held =
        |text: &str| told_of(&[("vocabulary.toml", vocabulary()), (FILE, &sound()), ("jining/small.cases.md", text)]);
    let case = |rest: &str| format!("# 案例\n\n```case\n例 | Example\n{SECOND}{rest}\n```\n");
    assert_eq!(held(&case("expect jining/allowance granted 3600.00")), NOTHING);
    assert_eq!(
        held(&case("expect jining/allowance granted 3300.00")),
        ["case-differs [jining/small.cases.md 7: granted 3300.00] granted 3300.00 => granted 3600.00"]
    );
    assert_eq!(held("```rule\nparameter a\n```\n"), ["unknown-block [jining/small.cases.md 1: rule] rule => case"]);
}

#[test]
fn an_example_is_no_account_of_a_sentence() {
    let case = "```case\n例 | Example\nwindow 2026-01\nexpect jining/allowance granted\n```\n";
    assert_eq!(told(&document("甲。", case)), ["unaccounted-piece [11: 甲。] 甲。 => "]);
}
