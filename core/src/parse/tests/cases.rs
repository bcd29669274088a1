//! `case` blocks: what is read, and what is told of those that cannot be read.

use super::{at, read, shown, sound};
use crate::parse::{BlockKind, CaseBlock, Document};
use crate::value::Decimal;

const CASE: &str = "\
```case
二孩全年在托 | Second child, the whole year
window   2026-01 .. 2026-12
facts    child.birth_date 2025-03-10; child.birth_order 2   # 二孩
facts    institution.county 邹城市
reading  fourth-child as-third; reference-day first-day
expect   jining/family-subsidy granted 3600.00
expect   jining/city-award undetermined 0 .. 900
expect   jining/operating-subsidy undetermined
```
";

fn case(document: &Document) -> &CaseBlock {
    match document.blocks.as_slice() {
        [block] => match &block.kind {
            BlockKind::Case(case) => case,
            _ => panic!("no case"),
        },
        blocks => panic!("{} blocks", blocks.len()),
    }
}

#[test]
fn a_case_is_read_with_its_places() {
    let document = sound(CASE);
    let case = case(&document);
    assert_eq!(
        (case.title.node.zh.as_str(), case.title.node.en.as_str()),
        ("二孩全年在托", "Second child, the whole year")
    );
    assert_eq!(at(&document, case.title.span), "二孩全年在托 | Second child, the whole year");
    assert_eq!((case.window.node.from().to_string(), case.window.node.len()), ("2026-01".to_owned(), 12));
    assert_eq!(at(&document, case.window.span), "2026-01 .. 2026-12");
    let facts: Vec<(&str, &str)> =
        case.facts.iter().map(|fact| (fact.name.node.as_str(), fact.value.node.as_str())).collect();
    assert_eq!(
        facts,
        [("child.birth_date", "2025-03-10"), ("child.birth_order", "2"), ("institution.county", "邹城市")]
    );
    assert_eq!(at(&document, case.facts[1].name.span), "child.birth_order");
    assert_eq!(at(&document, case.facts[2].value.span), "邹城市");
    let readings: Vec<(&str, &str)> =
        case.readings.iter().map(|one| (one.id.node.as_str(), one.option.node.as_str())).collect();
    assert_eq!(readings, [("fourth-child", "as-third"), ("reference-day", "first-day")]);
    let expected: Vec<_> = case
        .expectations
        .iter()
        .map(|one| (one.rule.node.as_str(), one.state.node.as_str(), one.amount.as_ref().map(|amount| amount.node)))
        .collect();
    let of = |low: (i128, u8), high: (i128, u8)| Some((Decimal::new(low.0, low.1), Decimal::new(high.0, high.1)));
    assert_eq!(
        expected,
        [
            ("jining/family-subsidy", "granted", of((360_000, 2), (360_000, 2))),
            ("jining/city-award", "undetermined", of((0, 0), (900, 0))),
            ("jining/operating-subsidy", "undetermined", None),
        ]
    );
    assert_eq!(at(&document, case.expectations[1].amount.as_ref().unwrap().span), "0 .. 900");
}

#[test]
fn one_month_is_a_window() {
    let document = sound("```case\n甲 | A\nwindow 2026-02\nexpect a/b refused\n```\n");
    assert_eq!(
        (case(&document).window.node.from(), case(&document).window.node.len()),
        (crate::value::Month::new(2026, 2).unwrap(), 1)
    );
}

#[test]
fn every_line_that_cannot_be_read_is_told() {
    let text = "\
```case again
甲
window   2026-1 .. 2026-12
window   2026-01 .. 2026-12
facts    child.birth_order 2; child.birth_order 3
facts    child.birth_order; child.birth_date 2025-03-10
facts    child.birth_order 2 3; child.birth_date 2025-03-10
facts    child.birth_date 2025-03-10;
reading  fourth-child
exepct   a/b granted
expect   a/b granted 1.0.0
expect   a/b granted 1 ..
expect   a/b
expect
fact     child.birth_order 2
```
";
    assert_eq!(
        shown(text, &read(text).1),
        [
            "syntax 1:9-14 again => end of line",
            "one-language 2:1-2 甲 => ",
            "not-a-month 3:10-16 2026-1 => ",
            "duplicate-line 4:1-7 window => ",
            "duplicate-line 5:31-48 child.birth_order => ",
            "syntax 6:27-27 end of line => a fact and its value",
            "syntax 7:30-31 3 => `;`, end of line",
            "syntax 8:38-38 end of line => a fact and its value",
            "syntax 9:22-22 end of line => a reading and its option",
            "unknown-keyword 10:1-7 exepct => expect, window, facts, reading",
            "syntax 11:22-27 1.0.0 => 3600.00",
            "syntax 12:26-26 end of line => 3600.00",
            "syntax 13:13-13 end of line => a state",
            "syntax 14:7-7 end of line => a rule and its state",
            "unknown-keyword 15:1-5 fact => facts, window, reading, expect",
        ]
    );
}

#[test]
fn a_window_is_not_reversed_and_not_too_long() {
    let told = |window: &str| {
        let text = format!("```case\n甲 | A\nwindow {window}\nexpect a/b granted\n```\n");
        shown(&text, &read(&text).1)
    };
    assert_eq!(told("2026-02 .. 2026-01"), ["window-reversed 3:19-26 2026-01 => 2026-02"]);
    assert_eq!(told("1950-01 .. 2050-01"), ["window-too-long 3:8-26 1201 => 1200"]);
    assert_eq!(told("2026-01 .."), ["syntax 3:18-18 end of line => YYYY-MM"]);
}

#[test]
fn a_case_has_a_title_months_and_an_expectation() {
    let told = |body: &str| {
        let text = format!("```case\n{body}```\n");
        let (document, faults) = read(&text);
        (document.blocks.len(), shown(&text, &faults))
    };
    let missing = |what: &str| format!("missing-line 1:4-8 case => {what}");
    assert_eq!(told(""), (0, vec![missing("中文 | English"), missing("window"), missing("expect")]));
    assert_eq!(told("window 2026-01\nexpect a/b granted\n"), (0, vec![missing("中文 | English")]));
    assert_eq!(told("甲 | A\n\n# 备注\nexpect a/b granted\n"), (0, vec![missing("window")]));
    // A line that cannot be read is told once, and not as missing too.
    assert_eq!(told("甲 | A\nwindow 2026\nexpect a/b granted\n"), (0, vec!["not-a-month 3:8-12 2026 => ".to_owned()]));
}
