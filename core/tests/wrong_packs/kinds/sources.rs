//! `source`: numbers that stand in another text than the law above the rule.

use super::{changed, hold, told};

const TITLE: &str = "  title    收费标准 | Fee standard";

/// The limit with its standard changed to one that the law does not hold.
fn with(source: &str) -> Vec<String> {
    let text = changed(TITLE, &format!("{TITLE}\n  source {source}"));
    told(&super::super::world::changed_in(&text, "2100 CNY/month", "2200 CNY/month"))
}

#[test]
fn a_number_may_stand_in_the_source_that_is_named() {
    assert_eq!(with("verified-secondary 某报 \"乳儿班每月2200元\""), [""; 0]);
    assert_eq!(with("seed 某报2200 \"乳儿班每月2300元\""), ["ungrounded [23: 2200 CNY/month] 2200 CNY/month => "]);
}

#[test]
fn the_law_above_is_still_a_ground() {
    hold(&[(TITLE, "  title    收费标准 | Fee standard\n  source seed 某报 \"每月2300元\"", &[])]);
}

#[test]
fn a_standing_is_one_of_the_list() {
    assert_eq!(
        with("verified-secondry 某报 \"2200\""),
        ["unknown-key [18: verified-secondry] verified-secondry => verified-secondary"]
    );
    let all = "from-memory, verified-secondary, verified-primary, seed";
    assert_eq!(with("sure 某报 \"2200\""), [format!("unknown-key [18: sure] sure => {all}")]);
}

#[test]
fn a_source_of_one_rule_is_none_of_another() {
    let text = changed(TITLE, &format!("{TITLE}\n  source seed 某报 \"每月2300元\""));
    let text = super::super::world::changed_in(&text, "need     value >= 42%", "need     value >= 2300");
    assert_eq!(told(&text), ["ungrounded [41: 2300] 2300 => "]);
}
