//! `applies` and `need`: one expression, or labelled rows.

use super::{faults_in, in_block, only_body, rows_shown, sound, tree};
use crate::parse::LineBody;

fn body(rule: &str) -> String {
    let document = sound(&in_block(rule));
    match only_body(&document) {
        LineBody::Rows(rows) => format!("rows {}", rows_shown(rows)),
        LineBody::Expression(expression) => tree(expression),
        _ => panic!("neither rows nor an expression"),
    }
}

#[test]
fn what_stands_beside_the_keyword_is_one_expression() {
    assert_eq!(body("requirement a for b\n  need  c.d and e.f"), "(And c.d e.f)");
    assert_eq!(body("limit a for b\n  applies  c.d"), "c.d");
    assert_eq!(body("procedure a for b\n  applies  c.d is e"), "(Is c.d e)");
    assert_eq!(body("lookup a for b\n  applies  c.d"), "c.d");
    assert_eq!(body("limit a for b\n  need  c.d <= 2 * e.f"), "(AtMost c.d (Multiply 2 e.f))");
}

#[test]
fn what_stands_beneath_the_keyword_is_rows() {
    let rows = "rows one: c.d; two \"二|Two\": (AtLeast c.e 1)";
    assert_eq!(body("requirement a for b\n  need\n    one: c.d\n    two \"二 | Two\": c.e >= 1"), rows);
    assert_eq!(body("limit a for b\n  applies\n    one: c.d\n    two \"二 | Two\": c.e >= 1"), rows);
    assert_eq!(body("entitlement a for b\n  applies\n    one: c.d"), "rows one: c.d");
}

#[test]
fn rows_do_not_begin_beside_the_keyword() {
    assert_eq!(faults_in("requirement a for b\n  need one: c.d"), ["syntax 3:11-12 : => end of line"]);
    assert_eq!(faults_in("limit a for b\n  applies one: c.d"), ["syntax 3:14-15 : => end of line"]);
}

#[test]
fn a_keyword_alone_needs_rows() {
    assert_eq!(faults_in("requirement a for b\n  need"), ["syntax 3:7-7 end of line => a row"]);
    assert_eq!(faults_in("lookup a for b\n  applies\n  title 甲 | A"), ["syntax 3:10-10 end of line => a row"]);
    // A limit asks one thing, or several with labels; an indicator asks one.
    assert_eq!(faults_in("limit a for b\n  need"), ["syntax 3:7-7 end of line => a row"]);
    assert_eq!(faults_in("limit a for b\n  need\n    one: c <= 1"), [""; 0]);
    assert_eq!(faults_in("indicator a for b\n  need\n    one: c <= 1"), ["syntax 3:7-7 end of line => an expression"]);
}
