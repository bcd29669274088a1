//! `source`, `pay` without a payer, `form` and `rate elsewhere`.

use super::rules::shown;
use super::{faults_in, in_block, rules_of, sound};

fn read(line: &str) -> String {
    let document = sound(&in_block(&format!("entitlement a for b\n  {line}")));
    shown(&rules_of(&document)[0]).pop().unwrap()
}

fn faults(line: &str) -> Vec<String> {
    faults_in(&format!("entitlement a for b\n  {line}"))
}

#[test]
fn a_source_has_a_standing_a_document_and_its_words() {
    assert_eq!(
        read("source  verified-secondary 某报2023年6月8日 第13版 \"乳儿班2100元，其他班1700元\""),
        "source: verified-secondary 某报2023年6月8日 第13版 [乳儿班2100元，其他班1700元]"
    );
    let form = "verified-secondary 文件 \"…\"";
    for (line, expected) in [
        ("source", "syntax 3:9-9 end of line => a name of a–z, 0–9 and -".to_owned()),
        ("source 某报 \"甲\"", "syntax 3:10-12 某报 => a name of a–z, 0–9 and -".to_owned()),
        ("source seed", format!("syntax 3:14-14 end of line => {form}")),
        ("source seed 某报", format!("syntax 3:17-17 end of line => {form}")),
        ("source seed \"甲\"", format!("syntax 3:18-18 end of line => {form}")),
        ("source seed 某报 \"\"", format!("syntax 3:20-20 end of line => {form}")),
        ("source seed 某报 \"甲", format!("syntax 3:20-20 end of line => {form}")),
        ("source seed 某报 “甲”", format!("syntax 3:21-21 end of line => {form}")),
        ("source seed 某报 \"甲\" 乙", format!("syntax 3:23-23 end of line => {form}")),
    ] {
        assert_eq!(faults(line), [expected], "{line}");
    }
}

#[test]
fn the_law_may_name_nobody_who_pays() {
    assert_eq!(read("pay  -> institution"), "pay: nobody to institution");
    assert_eq!(faults("pay ->"), ["syntax 3:9-9 end of line => a name of a–z, 0–9 and -"]);
    assert_eq!(faults("pay"), ["syntax 3:6-6 end of line => a name of a–z, 0–9 and -"]);
}

#[test]
fn a_form_is_a_name() {
    assert_eq!(read("form  saving"), "form: saving");
    assert_eq!(faults("form"), ["syntax 3:7-7 end of line => a name of a–z, 0–9 and -"]);
    assert_eq!(faults("form saving deduction"), ["syntax 3:15-24 deduction => end of line"]);
}

#[test]
fn an_amount_that_is_set_elsewhere_has_a_name_and_words() {
    assert_eq!(read("rate  elsewhere as standard: 标准 | The standard"), "rate: elsewhere standard 标准|The standard");
    for (line, expected) in [
        ("rate elsewhere", "syntax 3:17-17 end of line => `as`"),
        ("rate elsewhere standard: 标准 | S", "syntax 3:18-26 standard => `as`"),
        ("rate elsewhere as", "syntax 3:20-20 end of line => a name of a–z, 0–9 and -"),
        ("rate elsewhere as standard", "syntax 3:29-29 end of line => `:`"),
        ("rate elsewhere as standard:", "syntax 3:30-30 end of line => 中文 | English"),
        ("rate elsewhere as standard: 标准", "one-language 3:31-33 标准 => "),
    ] {
        assert_eq!(faults(line), [expected], "{line}");
    }
}
