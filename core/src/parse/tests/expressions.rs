//! Expressions: precedence, atoms, units, spans, depth.

use super::{at, faults_in, in_block, only_body, sound, tree};
use crate::parse::{Document, Expression, ExpressionKind, LineBody};

/// A rule of one line: the expression begins in column 12 of line 3.
fn rule(expression: &str) -> String {
    format!("entitlement a for child\n  applies  {expression}")
}

fn document(expression: &str) -> Document {
    sound(&in_block(&rule(expression)))
}

fn body(document: &Document) -> &Expression {
    match only_body(document) {
        LineBody::Expression(expression) => expression,
        _ => panic!("no expression"),
    }
}

pub(super) fn read(expression: &str) -> String {
    tree(body(&document(expression)))
}

pub(super) fn faults(expression: &str) -> Vec<String> {
    faults_in(&rule(expression))
}

#[test]
fn operators_bind_in_their_order() {
    for (written, expected) in [
        ("a or b and not c < d + e * f", "(Or a (And b (not (Less c (Add d (Multiply e f))))))"),
        ("a * b + c > d and e or f", "(Or (And (Greater (Add (Multiply a b) c) d) e) f)"),
        ("a - b - c", "(Subtract (Subtract a b) c)"),
        ("a - (b - c)", "(Subtract a (Subtract b c))"),
        ("a or b or c", "(Or (Or a b) c)"),
        ("not not a and b", "(And (not (not a)) b)"),
        ("a or not b and c", "(Or a (And (not b) c))"),
        ("not a known", "(not (known a))"),
        ("a + b known", "(known (Add a b))"),
        ("a is b and c <= d or e >= f", "(Or (And (Is a b) (AtMost c d)) (AtLeast e f))"),
        ("(a < b) is yes", "(Is (Less a b) yes)"),
    ] {
        assert_eq!(read(written), expected, "{written}");
    }
}

#[test]
fn atoms_are_numbers_days_names_and_calls() {
    for (written, expected) in [
        ("3", "3"),
        ("0.50", "0.50"),
        ("3000 CNY", "3000[CNY]"),
        ("2100.00CNY/month", "2100.00[CNY/month]"),
        ("3000 CNY/year", "3000[CNY/year]"),
        ("1 month + 2 months", "(Add 1[month] 2[months])"),
        ("1 year + 3 years + 1 day + 5 days", "(Add (Add (Add 1[year] 3[years]) 1[day]) 5[days])"),
        ("60 m²", "60[m²]"),
        ("30%", "0.30[%]"),
        ("100 %", "1.00[%]"),
        ("12.5%", "0.125[%]"),
        ("2025-03-10", "2025-03-10"),
        ("child.birth_date", "child.birth_date"),
        ("jining/family-subsidy", "jining/family-subsidy"),
        ("month - month(child.birth_date)", "(Subtract month month(child.birth_date))"),
        ("min(a, 2 * b, 100%)", "min(a (Multiply 2 b) 1.00[%])"),
        ("f(a or b, (c))", "f((Or a b) c)"),
        ("none", "none!"),
        ("(none)", "none"),
        ("a is none", "(Is a none)"),
        ("none is a", "(Is none a)"),
        ("a is 任城区", "(Is a 任城区)"),
        ("a-1", "a-1"),
        ("a - 1", "(Subtract a 1)"),
        ("a -1", "(Subtract a 1)"),
        ("5-3", "(Subtract 5 3)"),
        ("12-03-04", "(Subtract (Subtract 12 3) 4)"),
    ] {
        assert_eq!(read(written), expected, "{written}");
    }
}

#[test]
fn in_takes_a_range_or_a_set() {
    for (written, expected) in [
        ("day in a.from .. a.to", "(in day a.from..a.to)"),
        ("a in 1..3", "(in a 1..3)"),
        ("a in 0 .. 36 months", "(in a 0[months]..36[months])"),
        ("a in 0 .. 30%", "(in a 0.00[%]..0.30[%])"),
        ("a in 0 days .. 3 months", "(in a 0[days]..3[months])"),
        ("a in 0 months .. 3", "(in a 0[months]..3)"),
        ("a + 1 in b - 1 .. b + 1 and c", "(And (in (Add a 1) (Subtract b 1)..(Add b 1)) c)"),
        ("a in {0, 12, 24} months", "(in a {0[months] 12[months] 24[months]})"),
        ("a in {10, 20}%", "(in a {0.10[%] 0.20[%]})"),
        ("a in {b, c - 1} or d", "(Or (in a {b (Subtract c 1)}) d)"),
        ("not a in {b}", "(not (in a {b}))"),
    ] {
        assert_eq!(read(written), expected, "{written}");
    }
}

#[test]
fn spans_hold_what_was_written() {
    let document = document("(a + 2 CNY) * min(b, c)  # remark");
    let whole = body(&document);
    assert_eq!(at(&document, whole.span), "(a + 2 CNY) * min(b, c)");
    let ExpressionKind::Binary { left, right, .. } = &whole.kind else { panic!("no product") };
    assert_eq!(at(&document, left.span), "(a + 2 CNY)");
    assert_eq!(at(&document, right.span), "min(b, c)");
    let ExpressionKind::Binary { right: amount, .. } = &left.kind else { panic!("no sum") };
    assert_eq!(at(&document, amount.span), "2 CNY");
    let ExpressionKind::Number(literal) = &amount.kind else { panic!("no number") };
    assert_eq!(literal.unit.as_ref().map(|unit| at(&document, unit.span)), Some("CNY"));
    let ExpressionKind::Call { function, arguments } = &right.kind else { panic!("no call") };
    assert_eq!(at(&document, function.span), "min");
    assert_eq!(arguments.iter().map(|argument| at(&document, argument.span)).collect::<Vec<_>>(), ["b", "c"]);
}

#[test]
fn spans_of_conditions_hold_both_sides() {
    for written in ["not a", "a known", "a in {0, 12} months", "a in {b}", "a in 0 .. 36 months", "a is b", "none"] {
        let document = document(written);
        assert_eq!(at(&document, body(&document).span), written);
    }
    let document = document("a in {0, 12} months");
    let ExpressionKind::InSet { members, .. } = &body(&document).kind else { panic!("no set") };
    assert_eq!(members.iter().map(|member| at(&document, member.span)).collect::<Vec<_>>(), ["0", "12"]);
}

#[test]
fn a_comparison_has_two_sides() {
    assert_eq!(faults("a < b <= c"), ["syntax 3:18-20 <= => `and`, `or`"]);
    assert_eq!(faults("a known is b"), ["syntax 3:20-22 is => `and`, `or`"]);
    assert_eq!(faults("a in {b} in {c}"), ["syntax 3:21-23 in => `and`, `or`"]);
    assert_eq!(faults("a and b is c < d"), ["syntax 3:25-26 < => `and`, `or`"]);
}

#[test]
fn what_is_missing_is_named() {
    for (written, expected) in [
        ("a +", "syntax 3:15-15 end of line => an expression"),
        ("a + # b", "syntax 3:15-15 end of line => an expression"),
        ("-a", "syntax 3:12-13 - => an expression"),
        ("a + not b", "syntax 3:16-19 not => an expression"),
        ("a b", "syntax 3:14-15 b => end of line"),
        ("a = b", "syntax 3:14-15 = => end of line"),
        ("a ， b", "syntax 3:14-15 ， => end of line"),
        ("CNY", "syntax 3:12-15 CNY => an expression"),
        ("birthOrder", "syntax 3:12-22 birthOrder => an expression"),
        ("child.Kind", "syntax 3:12-22 child.Kind => an expression"),
        (".5", "syntax 3:12-13 . => an expression"),
        ("\"a | b\"", "syntax 3:12-19 \"a | b\" => an expression"),
        ("a and by", "syntax 3:18-20 by => an expression"),
        ("min(a, by b)", "syntax 3:19-21 by => an expression"),
        ("(a", "syntax 3:14-14 end of line => `)`"),
        ("(a b", "syntax 3:15-16 b => `)`"),
        ("a)", "syntax 3:13-14 ) => end of line"),
        ("min()", "syntax 3:16-17 ) => an expression"),
        ("min(a,)", "syntax 3:18-19 ) => an expression"),
        ("min(a b)", "syntax 3:18-19 b => `,`, `)`"),
        ("a in {}", "syntax 3:18-19 } => an expression"),
        ("a in {b; c}", "syntax 3:19-20 ; => `,`, `}`"),
        ("a in {b, 2} months", "syntax 3:18-19 b => a number without a unit"),
        ("a in {1 day, 2} months", "syntax 3:18-23 1 day => a number without a unit"),
        ("a in 1", "syntax 3:18-18 end of line => `..`"),
        ("a in 1 ..", "syntax 3:21-21 end of line => an expression"),
        ("2025--03", "syntax 3:17-18 - => an expression"),
        ("2026-2-3", "syntax 3:12-20 2026-2-3 => YYYY-MM-DD"),
        ("2026-012-3", "syntax 3:12-22 2026-012-3 => YYYY-MM-DD"),
        ("2026-02-30", "no-such-day 3:12-22 2026-02-30 => "),
        ("1899-12-31", "no-such-day 3:12-22 1899-12-31 => "),
        ("12345678901234567890123456789", "syntax 3:12-41 12345678901234567890123456789 => at most 28 digits"),
    ] {
        assert_eq!(faults(written), [expected], "{written}");
    }
}

#[test]
fn an_unknown_unit_is_reported_with_the_nearest() {
    let all = "CNY, CNY/month, CNY/year, months, month, years, year, days, day, m², %, workdays, workday";
    assert_eq!(faults("3 RMB"), [format!("unknown-unit 3:14-17 RMB => {all}")]);
    assert_eq!(faults("3元"), [format!("unknown-unit 3:13-14 元 => {all}")]);
    assert_eq!(faults("a in {1, 2} weeks"), [format!("unknown-unit 3:24-29 weeks => {all}")]);
    let nearest = "months, CNY, CNY/month, CNY/year, month, years, year, days, day, m², %, workdays, workday";
    assert_eq!(faults("3 monts"), [format!("unknown-unit 3:14-19 monts => {nearest}")]);
}

#[test]
fn brackets_may_go_on_in_deeper_lines() {
    let text = "entitlement a for child\n  applies  min(a,   # first\n    b,\n      c)\n    # nothing\n  single child";
    let document = sound(&in_block(text));
    let rules = super::rules_of(&document);
    let LineBody::Expression(expression) = &rules[0].lines[0].body else { panic!("no expression") };
    assert_eq!(tree(expression), "min(a b c)");
    assert_eq!(rules[0].lines.len(), 2);
}

#[test]
fn brackets_do_not_go_on_in_lines_that_stand_no_deeper() {
    let text = "entitlement a for child\n  applies  min(a,\n  single child";
    assert_eq!(faults_in(text), ["syntax 3:18-18 end of line => an expression"]);
    let text = "entitlement a for child\n  applies  min(a,\n    b\n  single foo_";
    assert_eq!(
        faults_in(text),
        ["syntax 4:6-6 end of line => `,`, `)`", "syntax 5:10-14 foo_ => a name of a–z, 0–9 and -",]
    );
}

#[test]
fn nesting_ends_at_64_levels() {
    let brackets = |levels: usize| format!("{}a{}", "(".repeat(levels), ")".repeat(levels));
    assert_eq!(read(&brackets(64)), "a");
    assert_eq!(faults(&brackets(65)), ["too-deep 3:76-77 65 => 64"]);
    assert_eq!(faults(&brackets(100_000)), ["too-deep 3:76-77 65 => 64"]);
    assert_eq!(faults(&format!("{}a", "not ".repeat(100_000))), ["too-deep 3:268-271 65 => 64"]);
    assert_eq!(faults(&"f(".repeat(100_000)), ["too-deep 3:141-142 65 => 64"]);
}

#[test]
fn brackets_that_stand_beside_each_other_do_not_nest() {
    let members = |count| format!("min({})", vec!["(a)"; count].join(", "));
    assert!(faults(&members(64)).is_empty());
    assert_eq!(faults(&members(65)), ["too-many 3:336-337 65 => 64 (members)"]);
}

#[test]
fn a_tree_is_at_most_64_levels_high() {
    let chain = |operators: usize| format!("a{}", " + b".repeat(operators));
    assert!(faults(&chain(64)).is_empty());
    assert_eq!(faults(&chain(65)), ["too-deep 3:270-271 65 => 64"]);
    assert_eq!(faults(&chain(100_000)), ["too-deep 3:270-271 65 => 64"]);
    assert!(faults(&format!("({})", chain(63))).is_empty());
    assert_eq!(faults(&format!("({})", chain(64))), ["too-deep 3:267-268 65 => 64"]);
    let call = |operators: usize| format!("f(b, {}){}", chain(60), " + c".repeat(operators));
    // A second argument is a level more.
    assert!(faults(&call(2)).is_empty());
    assert_eq!(faults(&call(3)), ["too-deep 3:268-269 65 => 64"]);
    let nested = (0..65).fold("a".to_owned(), |inner, _| format!("(({inner}) + b)"));
    assert_eq!(faults(&nested).len(), 1);
}
