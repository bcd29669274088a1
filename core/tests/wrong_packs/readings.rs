//! Readings: a question, two answers or more, and what holds until one is chosen.

use super::world::hold;

#[test]
fn a_reading_says_what_holds_until_it_is_chosen() {
    hold(&[("  default  open\n", "", &["no-default [15: fourth-child] fourth-child => "])]);
}

#[test]
fn a_reading_has_two_options_at_least() {
    hold(&[(
        "  option   as-third: 与三孩相同 | As the third\n",
        "",
        &["missing-line [15: fourth-child] fourth-child => `option`", "unknown-key [35: as-third] as-third => none"],
    )]);
}

#[test]
fn an_option_may_not_be_named_as_the_open_reading_is() {
    hold(&[("option   none: 没有", "option   open: 没有", &["duplicate-name [19: open] open => "])]);
}
