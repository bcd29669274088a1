//! Rows and tables: keys, labels, columns.

use super::{at, faults_in, in_block, only_body, period_shown, rows_shown, rules_of, sound, tree};
use crate::parse::{ExpressionKind, LineBody, Row, RowKey, Selector};

fn rule(lines: &str) -> String {
    format!("entitlement a for child\n{lines}")
}

fn faults(lines: &str) -> Vec<String> {
    faults_in(&rule(lines))
}

/// What follows the only keyword of the rule.
fn body(lines: &str) -> String {
    let document = sound(&in_block(&rule(lines)));
    match only_body(&document) {
        LineBody::Rows(rows) => rows_shown(rows),
        LineBody::Expression(expression) => tree(expression),
        LineBody::Rate(rate) => format!("{}{}", period_shown(rate.period.as_ref()), tree(&rate.amount)),
        _ => panic!("neither rows nor an expression"),
    }
}

#[test]
fn the_first_row_may_stand_beside_the_keyword() {
    let rows = "running: (in day a.from..a.to); filed \"已备案|Filed\": b; yes: c";
    for lines in [
        "  when   running: day in a.from .. a.to\n         filed \"已备案 | Filed\":  b\n         yes: c",
        "  when\n    running: day in a.from .. a.to\n\n    filed \"已备案 | Filed\":  b\n    # remark\n    yes: c",
        "  when   running: day in a.from .. a.to\n     filed \"已备案 | Filed\":  b\n   yes: c",
    ] {
        assert_eq!(body(lines), rows, "{lines}");
    }
}

#[test]
fn tables_nest_by_column() {
    let lines = "  let      ratio = by employer.kindergarten_rule
                     yes:  min(employer.childcare_ratio, 2 * employer.kindergarten_ratio, 100%)
                     no:   by reading employer-without-kindergarten-rule
                             none:                    0%
                             childcare-ratio-alone:   min(employer.childcare_ratio, 100%)
           base  = by reading reimbursement-base
                     gross:  enrolment.monthly_fee
                     net-of-family-subsidy:  max(0 CNY/month, enrolment.monthly_fee - jining/family-subsidy)";
    assert_eq!(
        body(lines),
        "ratio: by employer.kindergarten_rule [\
         yes: min(employer.childcare_ratio (Multiply 2 employer.kindergarten_ratio) 1.00[%]); \
         no: by reading employer-without-kindergarten-rule [\
         none: 0.00[%]; childcare-ratio-alone: min(employer.childcare_ratio 1.00[%])]]; \
         base: by reading reimbursement-base [\
         gross: enrolment.monthly_fee; \
         net-of-family-subsidy: \
         max(0[CNY/month] (Subtract enrolment.monthly_fee jining/family-subsidy))]"
    );
}

#[test]
fn a_row_belongs_to_the_innermost_table_that_stands_less_deep() {
    let lines = "  rate  per month by a
              1: by b
                   2: by c
                        3: 3
                      4: 4
                 5: 5
          6: 6";
    assert_eq!(body(lines), "Month by a [1: by b [2: by c [3: 3; 4: 4]; 5: 5]; 6: 6]");
}

#[test]
fn columns_are_counted_in_characters() {
    // Four wide spaces take twelve bytes: were columns bytes, the second row would stand under the first.
    assert_eq!(body("  when  b: c\n\u{3000}\u{3000}\u{3000}\u{3000}d: e"), "b: c; d: e");
}

#[test]
fn keys_are_names_numbers_and_days() {
    let lines = "  rate  once by a
          infant:  1
          no: 2
          none: 3
          任城区: 4
          2: 5
          3 years: 6
          50%: 7
          0 .. 1: 8
          0 .. 36 months as early: 9
          0 .. 30%: 10
          2022-01-01 .. 2024-12-31: 11
          2025-01-01 ..: 12
          .. 2021-12-31: 13
          4 as fourth-child: 14
          otherwise as other: 15";
    assert_eq!(
        body(lines),
        "Once by a [infant: 1; no: 2; none: 3; 任城区: 4; 2: 5; 3[years]: 6; 0.50[%]: 7; 0..1: 8; \
         0[months]..36[months] as early: 9; 0.00[%]..0.30[%]: 10; 2022-01-01..2024-12-31: 11; 2025-01-01..: 12; \
         ..2021-12-31: 13; 4 as fourth-child: 14; otherwise! as other: 15]"
    );
}

#[test]
fn parts_of_a_row_keep_their_places() {
    let text = in_block(&rule(
        "  rate  per month by reading x\n          0 .. 36 months \"一岁 | One\" as early:  (a)\n          otherwise: b",
    ));
    let document = sound(&text);
    let LineBody::Rate(rate) = only_body(&document) else { panic!("no rate") };
    assert_eq!(at(&document, rate.period.as_ref().unwrap().span), "per month");
    let ExpressionKind::By { selector: Selector::Reading(reading), rows } = &rate.amount.kind else {
        panic!("no table")
    };
    assert_eq!(at(&document, reading.span), "x");
    let [Row { key, name: Some(name), words: Some(words), body }, other] = rows.as_slice() else {
        panic!("other rows")
    };
    assert_eq!(at(&document, key.span), "0 .. 36 months");
    assert_eq!(at(&document, name.span), "early");
    assert_eq!(at(&document, words.span), "\"一岁 | One\"");
    assert_eq!(at(&document, body.span), "(a)");
    assert_eq!((at(&document, other.key.span), &other.key.node), ("otherwise", &RowKey::Otherwise));
    let table = at(&document, rate.amount.span);
    assert!(table.starts_with("by reading x\n") && table.ends_with("otherwise: b"), "{table}");
}

#[test]
fn every_part_of_a_row_is_named_where_it_is_missing() {
    for (row, expected) in [
        ("infant 3000 CNY", "syntax 4:15-19 3000 => `:`"),
        ("infant = 3", "syntax 4:15-16 = => `:`"),
        ("infant： 3", "syntax 4:14-15 ： => `:`"),
        ("infant:", "syntax 4:15-15 end of line => an expression"),
        ("infant", "syntax 4:14-14 end of line => `:`"),
        ("child.kind: 3", "syntax 4:8-18 child.kind => a name, a number, a day, `otherwise`"),
        ("a/b: 3", "syntax 4:8-11 a/b => a name, a number, a day, `otherwise`"),
        ("Infant: 3", "syntax 4:8-14 Infant => a name, a number, a day, `otherwise`"),
        ("< 3: 4", "syntax 4:8-9 < => a name, a number, a day, `otherwise`"),
        ("a as 3: 4", "syntax 4:13-14 3 => a name of a–z, 0–9 and -"),
        ("a as b.c: 4", "syntax 4:13-16 b.c => a name of a–z, 0–9 and -"),
        ("a as 任城区: 4", "syntax 4:13-16 任城区 => a name of a–z, 0–9 and -"),
        ("a \"甲 | A: 4", "syntax 4:10-19 \"甲 | A: 4 => a closing \""),
        ("a \"甲\": 4", "one-language 4:10-13 \"甲\" => "),
        ("a \"\": 4", "one-language 4:10-12 \"\" => "),
        ("2025-01-01: 3", "syntax 4:18-19 : => `..`"),
        ("2025-01-01 .. 3: 4", "syntax 4:22-23 3 => `:`"),
        ("2025-02-29 ..: 4", "no-such-day 4:8-18 2025-02-29 => "),
        ("2025-01-02 .. 2025-01-01: 4", "end-before-start 4:22-32 2025-01-01 => 2025-01-02"),
        ("0 .. a: 4", "syntax 4:13-14 a => a number"),
        ("0 ..: 4", "syntax 4:12-13 : => a number"),
        (
            "3 foo: 4",
            "unknown-unit 4:10-13 foo => CNY, CNY/month, CNY/year, months, month, years, year, days, day, m², %, workdays, workday",
        ),
        ("a: by", "syntax 4:13-13 end of line => a name"),
        ("a: by reading", "syntax 4:21-21 end of line => a name"),
        ("a: by b c: 3", "syntax 4:16-17 c => end of line"),
        ("a: by b", "syntax 4:15-15 end of line => a row"),
        ("a: by 3", "syntax 4:14-15 3 => a name"),
    ] {
        assert_eq!(faults(&format!("  place by x\n       {row}\n       z: 1")), [expected], "{row}");
    }
}

#[test]
fn labels_are_names_and_let_takes_an_equals_sign() {
    for (lines, expected) in [
        ("  when 3: a", "syntax 3:8-9 3 => a name of a–z, 0–9 and -"),
        ("  when a_b: c", "syntax 3:8-11 a_b => a name of a–z, 0–9 and -"),
        ("  when a = b", "syntax 3:10-11 = => `:`"),
        ("  let a: b", "syntax 3:8-9 : => `=`"),
        ("  let 2 = b", "syntax 3:7-8 2 => a name of a–z, 0–9 and -"),
        ("  when", "syntax 3:7-7 end of line => a row"),
        ("  let\n  single child", "syntax 3:6-6 end of line => a row"),
        ("  place by a\n  single child", "syntax 3:13-13 end of line => a row"),
    ] {
        assert_eq!(faults(lines), [expected], "{lines}");
    }
}

#[test]
fn nothing_stands_deeper_under_a_row_that_has_ended() {
    let lines = "  when  a: b\n          and c\n         d: -e\n        f: (g\n            + h)\n        i: j k";
    assert_eq!(
        faults(lines),
        [
            "syntax 4:11-14 and => one line, or ( )",
            "syntax 5:10-11 d => column 9",
            "syntax 5:13-14 - => an expression",
            "syntax 8:14-15 k => end of line",
        ]
    );
}

#[test]
fn what_follows_a_bad_row_is_read() {
    let lines = "  when  a  by b
             1: +
             2 3
        c: by reading
             4: *
        d \"x | y\" by z
             5: by q
                  6: )
                7: -
          8: /
        e: f";
    assert_eq!(
        faults(lines),
        [
            "syntax 3:12-14 by => `:`",
            "syntax 4:17-18 + => an expression",
            "syntax 5:16-17 3 => `:`",
            "syntax 6:22-22 end of line => a name",
            "syntax 7:17-18 * => an expression",
            "syntax 8:19-21 by => `:`",
            "syntax 10:22-23 ) => an expression",
            "syntax 11:20-21 - => an expression",
            "syntax 12:14-15 / => an expression",
        ]
    );
}

#[test]
fn bad_tables_under_each_other_do_not_nest() {
    let bad = "    a by b\n      c: 1\n".repeat(100);
    let lines = format!("  when\n{bad}    d: by e\n      f: g");
    let faults = faults(&lines);
    assert_eq!(faults.len(), 100);
    assert_eq!(faults.last().map(String::as_str), Some("syntax 202:7-9 by => `:`"));
}

#[test]
fn a_table_keeps_the_rows_that_could_be_read() {
    let text = in_block(&rule("  place by x\n    a: 1\n    b: -\n    c: 3\n  applies by y\n    d: -"));
    let document = super::read(&text).0;
    let [rule] = rules_of(&document) else { panic!("not one rule") };
    let [place] = rule.lines.as_slice() else { panic!("a table without rows is none") };
    let LineBody::Expression(table) = &place.body else { panic!("no table") };
    assert_eq!(tree(table), "by x [a: 1; c: 3]");
}

#[test]
fn tables_nest_at_most_64_deep() {
    let nested = |levels: usize| {
        let rows = (0..levels).map(|level| format!("{}k: by x", " ".repeat(level + 3)));
        let last = format!("{}k: 1", " ".repeat(levels + 3));
        format!("  place by x\n{}\n{last}", rows.collect::<Vec<_>>().join("\n"))
    };
    assert!(faults(&nested(63)).is_empty());
    assert_eq!(faults(&nested(64)), ["too-deep 67:70-72 65 => 64"]);
    assert_eq!(faults(&nested(1_000)), ["too-deep 67:70-72 65 => 64"]);
}

#[test]
fn a_cell_of_a_rate_says_how_often_and_in_which_months() {
    assert_eq!(
        body(
            "  rate  by a.b\n          1:          per month 300 CNY if c in 0 .. d\n          2 as e:     once 2 * 3 CNY\n          3:          per year f\n          otherwise:  none"
        ),
        "by a.b [1: Month 300[CNY] if (in c 0..d); 2 as e: Once (Multiply 2 3[CNY]); 3: Year f; otherwise!: none!]"
    );
    assert_eq!(body("  rate  once 5 days if month is january"), "Once 5[days] if (Is month january)");
    assert_eq!(faults("  rate  5 CNY"), ["syntax 3:9-10 5 => per month, per year, once, elsewhere"]);
    // Only a rate has periods.
    assert_eq!(faults("  when  a: once b"), ["syntax 3:17-18 b => end of line"]);
}
