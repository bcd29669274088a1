//! Labels: conditions and steps of one rule are told apart by theirs.

use super::hold;

#[test]
fn a_label_stands_once_among_the_conditions_and_steps_of_a_rule() {
    hold(&[
        ("    inspection:  ", "    guards:  ", &["duplicate-name [31: guards] guards => "]),
        ("    inclusive:  institution", "    running:  institution", &["duplicate-name [20: running] running => "]),
        ("  step register", "  step confirm", &["duplicate-name [50: confirm] confirm => "]),
        (
            "  applies  institution.setting is kindergarten",
            "  applies\n    register:  institution.registered",
            &["duplicate-name [51: register] register => "],
        ),
        (
            "  applies  institution.registered",
            "  applies\n    guards:  institution.registered",
            &["duplicate-name [31: guards] guards => "],
        ),
    ]);
}

#[test]
fn what_has_no_label_of_its_own_takes_its_keyword() {
    hold(&[
        ("    inspection:  ", "    applies:  ", &["duplicate-name [31: applies] applies => "]),
        ("    inclusive:  institution", "    need:  institution", &["duplicate-name [20: need] need => "]),
        ("  step register", "  step applies", &["duplicate-name [50: applies] applies => "]),
        ("    inspection:  ", "    need:  ", &[]),
    ]);
}

#[test]
fn labels_of_applies_and_when_are_of_one_rule() {
    let rule = "  pay    county -> institution\n  applies\n    open:  institution.registered\n  when   open:  institution.filed\n  rate   elsewhere";
    hold(&[("  pay    county -> institution\n  rate   elsewhere", rule, &["duplicate-name [75: open] open => "])]);
}
