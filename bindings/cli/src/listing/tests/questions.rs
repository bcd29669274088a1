//! What is still to be asked.

use super::{listed, words};
use crate::listing::view::{Detail, Entitlement, Missing, Opening, View};
use tuoyu::source::Language::{Chinese, English};

const CASE: &str = r#"{"families":[{"children":[{"id":"k1","enrolments":[{"id":"e1"}]},{"enrolments":[{}]}]}]}"#;

fn undetermined(subject: &str, missing: &[(&str, &str)], open: Vec<Opening>) -> View {
    let entitlement = Entitlement {
        range: Some(["0.00".to_owned(), "6000.00".to_owned()]),
        range_exact: true,
        unit: "CNY".to_owned(),
        ..Entitlement::default()
    };
    let missing =
        missing.iter().map(|(subject, fact)| Missing { subject: (*subject).to_owned(), fact: (*fact).to_owned() });
    View {
        subject: subject.to_owned(),
        rule: "a/b".to_owned(),
        title: words("入托补贴", "Subsidy"),
        kind: "entitlement".to_owned(),
        state: "undetermined".to_owned(),
        detail: Detail::Entitlement(entitlement),
        missing: missing.collect(),
        open,
        ..View::default()
    }
}

#[test]
fn questions_are_told_once_in_the_order_of_who_can_answer() {
    let first = [("e1", "institution.inclusive"), ("e1", "institution.filed"), ("k1", "child.birth_order")];
    let second = [("families[0].children[1]", "child.birth_order")];
    let views = [
        undetermined("e1", &first, Vec::new()),
        undetermined("families[0].children[1].enrolments[0]", &second, Vec::new()),
    ];
    let lines = listed(CASE, &views, &[], ("2026-01", "2026-12"), Chinese);
    let at = lines.iter().position(|line| line == "还要知道").unwrap();
    let expected = [
        "  请家长回答",
        "    1. 这是第几个孩子？—— 孩子 k1、孩子 #2",
        "       影响 - 入托补贴，入托记录 e1（k1）：0.00 至 6,000.00 元",
        "            - 入托补贴，入托记录 #2（#2）：0.00 至 6,000.00 元",
        "  请托育机构回答",
        "    2. 托育机构是否已经备案？—— 入托记录 e1（k1）",
        "       影响 入托补贴：0.00 至 6,000.00 元",
        "  请政府部门回答",
        "    3. 托育机构是否被认定为普惠托育机构？—— 入托记录 e1（k1）",
        "       影响同上",
    ];
    assert_eq!(lines[at + 1..], expected);
    assert!(lines.contains(&"      ? 取决于问题 1–3".to_owned()), "{lines:?}");
    assert!(lines.contains(&"      ? 取决于问题 1".to_owned()), "{lines:?}");
}

#[test]
fn an_open_reading_shows_its_options_and_how_to_choose() {
    let open = vec![Opening::Reading("fourth-child".to_owned())];
    let lines = listed(CASE, &[undetermined("e1", &[], open)], &[], ("2026-01", "2026-12"), English);
    let at = lines.iter().position(|line| line == "Left open by the text, to be chosen").unwrap();
    assert_eq!(
        lines[at + 1..at + 6],
        [
            "    A. Is a fourth or later child paid the subsidy?",
            "       - The same as the third (--reading fourth-child=as-third)",
            "       - Nothing (--reading fourth-child=none)",
            "       The text says the third child, not the third and later",
            "       Changes Subsidy, Enrolment e1 (k1): CNY 0.00 to 6,000.00",
        ]
    );
    assert!(lines.contains(&"      ? depends on choice A".to_owned()), "{lines:?}");
}

#[test]
fn what_another_text_sets_stands_with_its_outcome_and_is_nobodys_to_choose() {
    let open = vec![Opening::SetElsewhere(words("培训补贴标准", "The training subsidy"))];
    let lines = listed(CASE, &[undetermined("e1", &[], open)], &[], ("2026-01", "2026-12"), Chinese);
    let told = "      ? 金额由其他文件规定，不在本规则之内：培训补贴标准";
    assert_eq!(lines.last().map(String::as_str), Some(told));
}

/// Missing numbers of the utilities of the enrolment's institution.
fn utilities(numbers: &[&str], language: tuoyu::source::Language) -> Vec<String> {
    let ids: Vec<String> = numbers.iter().map(|number| format!("institution.utilities.{number}")).collect();
    let missing: Vec<(&str, &str)> = ids.iter().map(|id| ("e1", id.as_str())).collect();
    let lines = listed(CASE, &[undetermined("e1", &missing, Vec::new())], &[], ("2026-01", "2026-12"), language);
    lines.into_iter().skip_while(|line| !line.starts_with("    1. ")).collect()
}

#[test]
fn numbers_of_one_list_are_one_question_that_names_them() {
    // In the order of the vocabulary, whatever the order of asking.
    let zh = utilities(&["heating.commercial_price", "water.commercial_price", "water.quantity"], Chinese);
    let expected = [
        "    1. 托育机构每月用电、用水、用气、用暖各多少，居民生活价格和工商业价格各是多",
        "       少？—— 入托记录 e1（k1）",
        "       用水：月用量、工商业价格；用暖：工商业价格",
        "       影响 入托补贴：0.00 至 6,000.00 元",
    ];
    assert_eq!(zh, expected);
    let en = utilities(&["heating.commercial_price"], English);
    assert_eq!(en[3..], ["       Heating: commercial price", "       Changes Subsidy: CNY 0.00 to 6,000.00"]);
}

#[test]
fn where_a_whole_list_is_missing_its_question_says_all() {
    let kinds = ["electricity", "water", "gas", "heating"];
    let fields = ["quantity", "residential_price", "commercial_price"];
    let all: Vec<String> =
        kinds.iter().flat_map(|kind| fields.iter().map(move |field| format!("{kind}.{field}"))).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    assert_eq!(utilities(&all, Chinese)[2..], ["       影响 入托补贴：0.00 至 6,000.00 元"]);
}
