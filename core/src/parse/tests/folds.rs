//! `count` and `sum`, and `/`.

use super::expressions::{faults, read};

#[test]
fn a_fold_has_a_condition_or_goes_over_records() {
    for (written, expected) in [
        ("count(institution)", "count[institution]"),
        ("count(institution where a.b)", "count[institution where a.b]"),
        ("count(a where b or not c is d)", "count[a where (Or b (not (Is c d)))]"),
        ("count(a where b in {c, d})", "count[a where (in b {c d})]"),
        ("sum(a.b)", "sum[a.b]"),
        ("sum(a.b where c)", "sum[a.b where c]"),
        (
            "sum(r.q * max(0 CNY, r.c - r.d) for r in a.b)",
            "sum[(Multiply r.q max(0[CNY] (Subtract r.c r.d))) for r in a.b]",
        ),
        ("sum(a where b for r in c)", "sum[a where b for r in c]"),
    ] {
        assert_eq!(read(written), expected, "{written}");
    }
}

#[test]
fn folds_nest_and_stand_wherever_a_number_does() {
    for (written, expected) in [
        ("sum(a where count(b where c) > 1)", "sum[a where (Greater count[b where c] 1)]"),
        ("2 * sum(a) + count(b) <= 3", "(AtMost (Add (Multiply 2 sum[a]) count[b]) 3)"),
        ("count(a where b) / count(a)", "(Divide count[a where b] count[a])"),
        ("max(sum(a), sum(b))", "max(sum[a] sum[b])"),
        ("sum + count", "(Add sum count)"),
    ] {
        assert_eq!(read(written), expected, "{written}");
    }
}

#[test]
fn a_quotient_binds_as_a_product_does_and_from_the_left() {
    for (written, expected) in [
        ("a / b", "(Divide a b)"),
        ("a / b / c", "(Divide (Divide a b) c)"),
        ("a * b / c * d", "(Multiply (Divide (Multiply a b) c) d)"),
        ("a + b / c - d", "(Subtract (Add a (Divide b c)) d)"),
        ("a / b >= 90% and c", "(And (AtLeast (Divide a b) 0.90[%]) c)"),
        ("(a + b) / c", "(Divide (Add a b) c)"),
        ("a/b", "a/b"),
    ] {
        assert_eq!(read(written), expected, "{written}");
    }
}

#[test]
fn what_a_fold_lacks_is_named() {
    for (written, expected) in [
        ("count()", "syntax 3:18-19 ) => an expression"),
        ("count(a b)", "syntax 3:20-21 b => `where`, `for`, `)`"),
        ("count(a, b)", "syntax 3:19-20 , => `where`, `for`, `)`"),
        ("count(a where)", "syntax 3:25-26 ) => an expression"),
        ("count(a where b where c)", "syntax 3:28-33 where => `where`, `for`, `)`"),
        ("sum(a for)", "syntax 3:21-22 ) => a name of a–z, 0–9 and -"),
        ("sum(a for r.s in b)", "syntax 3:22-25 r.s => a name of a–z, 0–9 and -"),
        ("sum(a for r of b)", "syntax 3:24-26 of => `in`"),
        ("sum(a for r in 3)", "syntax 3:27-28 3 => a name"),
        ("sum(a for r in b where c)", "syntax 3:29-34 where => `where`, `for`, `)`"),
        ("sum(a", "syntax 3:17-17 end of line => `where`, `for`, `)`"),
        ("where", "syntax 3:12-17 where => an expression"),
        ("a for b", "syntax 3:14-17 for => end of line"),
        ("a /", "syntax 3:15-15 end of line => an expression"),
        ("/ a", "syntax 3:12-13 / => an expression"),
    ] {
        assert_eq!(faults(written), [expected], "{written}");
    }
}

#[test]
fn folds_count_as_levels() {
    let nested = |levels: usize| format!("{}a{}", "sum(".repeat(levels), ")".repeat(levels));
    assert!(faults(&nested(32)).is_empty());
    assert_eq!(faults(&nested(100_000)).len(), 1);
}
