//! Whole rules: versions, periods, parties, readings.

use super::{en, entitlement, plan, zh};
use crate::explain::reading_in_words;

#[test]
fn versions_are_said_one_after_the_other() {
    let plan = plan(
        "entitlement grant for child\n  title  补助 | Grant\n  pay  county -> family\n  force  2025-01-01 .. 2025-06-30\n  rate  per month 300 CNY\n\n\
         entitlement grant for child\n  title  补助 | Grant\n  pay  county -> family\n  force  2025-07-01 ..\n  rate  per month 500 CNY\n",
    );
    assert_eq!(
        zh(&plan, "jining/grant"),
        [
            "“补助”：就每一孩子，由县（市、区）政府（管委会）付给家庭。",
            "有效期2025年1月1日至2025年6月30日的规定如下。",
            "标准：每月300元。",
            "有效期2025年7月1日及以后的规定如下。",
            "标准：每月500元。",
            "有效期：2025年1月1日及以后。",
        ]
    );
    assert_eq!(en(&plan, "jining/grant")[1], "What follows holds for the days 1 January 2025 to 30 June 2025.");
}

#[test]
fn what_is_paid_once_is_paid_in_full_in_each_month() {
    let plan = entitlement("child", "  rate  once by child.birth_order\n    2:  3600 CNY\n    otherwise:  none\n");
    assert_eq!(
        zh(&plan, "jining/grant")[1..3],
        ["符合条件的每个月份，各全额给付一次。", "标准：按孩次，为2：每次3,600元；其他：不予。"]
    );
    assert_eq!(
        en(&plan, "jining/grant")[1..3],
        [
            "Paid in full in each month that qualifies.",
            "Rate: by birth order — 2: CNY 3,600 each time; any other: refused."
        ]
    );
}

#[test]
fn a_rule_refers_to_another_by_its_title() {
    let plan = plan(
        "entitlement grant for child\n  title  补助 | Grant\n  pay  county -> family\n  rate  per month 300 CNY\n\n\
         entitlement rest for child\n  title  余额 | Rest\n  pay  state -> family\n  rate  per month max(0 CNY/month, 500 CNY/month - jining/grant)\n",
    );
    assert_eq!(zh(&plan, "jining/rest")[1], "标准：每月金额为每月500元减去当月的“补助”，但不低于0元。");
    assert_eq!(
        en(&plan, "jining/rest")[1],
        "Rate: each month, CNY 500 a month less the month's amount of “Grant”, but not less than CNY 0."
    );
}

#[test]
fn a_reading_is_its_question_its_options_and_its_default() {
    let plan = plan(
        "reading which\n  ask  “甲”是哪个？ | Which is it?\n  because  没有写 | It is not written\n  option  a: 甲法 | The first\n  option  b: 乙法 | The second\n  default  open\n",
    );
    let said = reading_in_words(&plan.book.readings[0]);
    let zh: Vec<&str> = said.iter().map(|words| words.zh.as_str()).collect();
    assert_eq!(
        zh,
        [
            "“甲”是哪个？",
            "缘由：没有写。",
            "选项1：甲法。",
            "选项2：乙法。",
            "没有默认：选定之前，凡取决于它的结果均为待定。"
        ]
    );
    let en: Vec<&str> = said.iter().map(|words| words.en.as_str()).collect();
    assert_eq!(
        en,
        [
            "Which is it?",
            "Why: It is not written.",
            "Option 1: The first.",
            "Option 2: The second.",
            "No default: until an option is chosen, whatever depends on it is undetermined."
        ]
    );
}

#[test]
fn conditions_are_judged_on_the_reference_day_where_the_pack_asks_for_one() {
    let rule = "entitlement grant for child\n  title  补助 | Grant\n  pay  county -> family\n  when  a \"出生 | Born\":  day >= child.birth_date\n  rate  per month 300 CNY\n";
    let judged = |plan: &crate::compile::Plan| {
        (zh(plan, "jining/grant").swap_remove(1), en(plan, "jining/grant").swap_remove(1))
    };
    let rest = "all of these conditions must hold, and a month in which one does not is refused.";
    assert_eq!(
        judged(&plan(rule)),
        (
            "逐月判断，下列条件须同时成立；有一项不成立的月份，不予。".to_owned(),
            format!("Judged month by month; {rest}")
        )
    );
    let reading = "reading reference-day\n  ask  哪天？ | Which day?\n  because  没有写 | It is not written\n  option  last-day: 末日 | Last\n  option  first-day: 首日 | First\n  default  last-day\n\n";
    assert_eq!(
        judged(&plan(&format!("{reading}{rule}"))),
        (
            "逐月按基准日的情形判断，下列条件须同时成立；有一项不成立的月份，不予。".to_owned(),
            format!("Judged month by month, on the reference day; {rest}")
        )
    );
}
