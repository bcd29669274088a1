//! The law's text, and the account that a document gives of it.

use super::world::{LAW, changed, document, header, hold, rules, sound, told};
use tuoyu::check::lock_of;

#[test]
fn one_changed_character_breaks_the_lock() {
    let (was, is) = (lock_of(LAW), lock_of(&LAW.replace("领取。", "领取，")));
    let found = told(&changed("> 未满3岁的孩子领取。", "> 未满3岁的孩子领取，"));
    assert_eq!(found, [format!("law-changed [8: sha256:{was}] {was} => sha256:{is}")]);
}

#[test]
fn a_changed_number_breaks_the_lock_and_leaves_the_rule_without_ground() {
    let found = told(&changed("每人每月可领取500元", "每人每月可领取600元"));
    assert_eq!(found.len(), 2);
    assert!(found[0].starts_with("law-changed [8: sha256:"), "{}", found[0]);
    assert_eq!(found[1], "ungrounded [34: 500 CNY] 500 CNY => ");
}

#[test]
fn every_sentence_needs_a_block() {
    let text = format!("{}\n> 其他孩子不领取；\n> 另有规定的除外。\n", sound());
    let text = text.replace(&lock_of(LAW), &lock_of(&format!("{LAW}其他孩子不领取；另有规定的除外。")));
    assert_eq!(
        told(&text),
        [
            "unaccounted-piece [40: 其他孩子不领取；] 其他孩子不领取； => ",
            "unaccounted-piece [41: 另有规定的除外。] 另有规定的除外。 => ",
        ]
    );
}

#[test]
fn a_line_of_law_is_one_piece() {
    let law = "托育不领取。托幼不领取。";
    assert_eq!(
        told(&document(law, "```none category\n```\n")),
        ["not-one-piece [11: 。] 托育不领取。托幼不领取。 => "]
    );
}

#[test]
fn a_block_stands_under_law() {
    let free = "```rule\nparameter early\n  title 早 | Early\n  value 7 days\n```\n\n";
    let text = format!("{}{}", free, sound());
    assert_eq!(told(&text), ["block-without-law [1: ```rule]  => "]);
}

#[test]
fn a_document_has_its_data_once() {
    let (law, data) = ("不领取。", header("不领取。"));
    let body = "\n> 不领取。\n\n```none category\n```\n";
    assert_eq!(told(body), ["missing-document [1: ]  => "]);
    assert_eq!(told(&format!("{data}{data}{body}")), ["duplicate-line [10: document] document => "]);
    assert_eq!(told(&document(law, "```none category\n```\n")), Vec::<String>::new());
}

#[test]
fn data_that_cannot_be_read_is_not_missing_too() {
    hold(&[
        ("issuer     某局 | An office\n", "", &["missing-line [1: ```document] document => issuer"]),
        ("published  2025-01-01", "published  2025-02-29", &["no-such-day [5: 2025-02-29] 2025-02-29 => "]),
        (
            "force      2025-01-01 ..",
            "force      2025-01-01 .. 2024-12-31",
            &["end-before-start [6: 2024-12-31] 2024-12-31 => 2025-01-01"],
        ),
        (
            "standing   seed",
            "standing   sure",
            &["syntax [7: sure] sure => from-memory, verified-secondary, verified-primary, seed"],
        ),
        (
            "issuer     某局",
            "isuer      某局",
            &["unknown-keyword [4: isuer] isuer => issuer, document, title, published, force, standing, law"],
        ),
    ]);
}

#[test]
fn none_says_why_in_a_word_of_the_list() {
    let law = "二孩每人每月300元。";
    let of = |word: &str| told(&document(law, &format!("```none {word}\n```\n")));
    assert_eq!(of("category"), ["none-over-number [11: 二孩每人每月300元。] 二 => "]);
    assert_eq!(of("pending"), ["pending [11: 二孩每人每月300元。] 二孩每人每月300元。 => "]);
    assert_eq!(of("metadata"), Vec::<String>::new());
    assert_eq!(of("catgory"), ["unknown-none [13: catgory] catgory => category"]);
    let all = "heading, metadata, responsibility, work-order, encouragement, category, duty-of-government, pending";
    assert_eq!(of("because"), [format!("unknown-none [13: because] because => {all}")]);
    assert_eq!(of(""), [format!("unknown-none [13: ]  => {all}")]);
}

#[test]
fn discretion_needs_a_word_of_the_law() {
    let rule = "entitlement a for child\n  title 甲 | A\n  discretionary 由单位决定 | The employer decides\n  \
                pay employer -> family\n  rate per month 300 CNY\n";
    let of = |law: &str| told(&document(law, &rules(rule)));
    assert_eq!(of("单位每月付300元。"), ["discretion-unfounded [16: discretionary] discretionary => "]);
    assert_eq!(of("单位可每月付300元。"), Vec::<String>::new());
    assert_eq!(of("鼓励单位每月付300元。"), Vec::<String>::new());
}

#[test]
fn days_of_the_document_are_days_that_its_text_gives() {
    let law = "自2025年7月21日起施行，有效期至2028年6月20日。";
    let dated = |published: &str, force: &str| {
        let text = document(law, "```none metadata\n```\n");
        told(&text.replace("2025-01-01\nforce      2025-01-01 ..", &format!("{published}\nforce      {force}")))
    };
    assert_eq!(dated("2025-07-21", "2025-07-21 .. 2028-06-20"), Vec::<String>::new());
    assert_eq!(dated("2024-12-31", "2025-07-21 .. 2028-06-20"), Vec::<String>::new(), "the text gives no day of 2024");
    assert_eq!(
        dated("2025-07-21", "2025-07-22 .. 2028-06-19"),
        [
            "ungrounded [6: 2025-07-22 .. 2028-06-19] 2025-07-22 => ",
            "ungrounded [6: 2025-07-22 .. 2028-06-19] 2028-06-19 => ",
        ]
    );
}
