//! Forms, payments that nobody makes, and amounts that are set elsewhere.

use super::super::world::{document, rules};
use super::{hold, told};

#[test]
fn a_form_is_one_of_the_list() {
    hold(&[
        ("form   saving", "form   savings", &["unknown-key [77: savings] savings => saving"]),
        ("form   saving", "form   loan", &["unknown-key [77: loan] loan => payment, saving, deduction, leave"]),
        ("form   saving", "form   payment", &[]),
        ("form   saving", "form   deduction", &[]),
    ]);
}

#[test]
fn what_is_set_elsewhere_cannot_be_added() {
    let text = "entitlement a for child\n  title 甲 | A\n  pay county -> family\n  rate elsewhere as s: 标准 | S\n\n\
                entitlement b for child\n  title 乙 | B\n  pay county -> family\n  rate per month jining/a\n";
    assert_eq!(
        told(&document("付。", &rules(text))),
        ["type-mismatch [22: jining/a] jining/a => a rule that pays per month"]
    );
}

#[test]
fn no_other_kind_pays() {
    hold(&[(
        "sum(utility.quantity * utility.commercial_price for utility in institution.utilities)",
        "jining/guards",
        &["type-mismatch [79: jining/guards] jining/guards => a rule that pays per month"],
    )]);
}

#[test]
fn by_rule_is_a_word_of_discretion() {
    let discretionary = "  discretionary  按规定 | As provided\n  rate   elsewhere";
    hold(&[("  rate   elsewhere", discretionary, &[])]);
}
