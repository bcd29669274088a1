//! The four money rules of the notice, each as a lawyer would read it aloud.

use super::published as plan;
use super::{en, without_notes, zh};

const JUDGED: &str = "逐月按基准日的情形判断，下列条件须同时成立；有一项不成立的月份，不予。";
const RUNNING: &str =
    "条件“在托”：基准日在入托日期至在托截止日期之间（含首尾两日；未写“在托截止日期”的，视为没有终止）。";
const FIRST_ONLY: &str = "同一孩子在同一月份有几项入托记录符合条件的，只给列在最前的一项，其余不予。";
const REFERENCE_DAY: &str = "本规则取决于解释“逐月判断以哪一天为准？”：“当月最后一天”（默认），或“当月第一天”。";
const YEARLY: &str = "本规则取决于解释“元/人/年的标准怎样折算？”：“每个符合条件的月份付十二分之一”（默认），或“按年末在托人数付全年标准”。";
const FORCE: &str = "有效期：2025年7月21日至2028年6月20日。";

#[test]
fn what_a_rule_assumes_is_said_before_its_days() {
    let rule = super::rule(plan(), "jining/city-award");
    let notes: Vec<String> = rule.assumes.iter().map(|words| format!("说明：{}。", words.zh)).collect();
    let said = zh(plan(), "jining/city-award");
    assert_eq!(said[said.len() - notes.len() - 1..said.len() - 1], notes);
    assert!(notes.len() >= 2 && notes[0].starts_with("说明：奖补付给县（市、区），"), "{notes:?}");
}

#[test]
fn the_operating_subsidy_in_chinese() {
    assert_eq!(
        without_notes(zh(plan(), "jining/operating-subsidy")),
        [
            "“普惠托育机构运营补助”：就每一入托记录，由县（市、区）政府（管委会）付给托育机构。",
            JUDGED,
            RUNNING,
            "条件“登记”：托育机构“登记”一项为“是”。",
            "条件“备案”：托育机构“备案”一项为“是”。",
            "条件“普惠认定”：托育机构“普惠认定”一项为“是”。",
            "标准：按班型，乳儿班：每年3,000元；其他：每年2,000元。",
            FIRST_ONLY,
            "付款地，不影响金额：“机构所在县区”。",
            REFERENCE_DAY,
            YEARLY,
            FORCE,
        ]
    );
}

#[test]
fn the_citys_award_in_english() {
    assert_eq!(
        without_notes(en(plan(), "jining/city-award")),
        [
            "“City's award to the county”: for each enrolment, paid by the city government to the county government.",
            "Judged month by month, on the reference day; all of these conditions must hold, and a month in which one does not is refused.",
            "Condition “Enrolled”: the reference day lies between the first day of the enrolment and the last day of \
             the enrolment (both days included; without a “Last day of the enrolment” there is no end).",
            "Condition “Registered”: “Registered” of the childcare institution is yes.",
            "Condition “Filed”: “Filed” of the childcare institution is yes.",
            "Condition “Recognised as inclusive”: “Recognised as inclusive” of the childcare institution is yes.",
            "Rate: by kind of class — infant class: CNY 900 a year; any other: CNY 600 a year.",
            "Where more than one enrolment of the same child qualifies in a month, the first in the list is granted \
             and the others are refused.",
            "This rule depends on the reading “On which day is a month judged?”: “The last day of the month” \
             (default), or “The first day of the month”.",
            "This rule depends on the reading “How is a yearly rate per head paid?”: “A twelfth for each month that \
             qualifies” (default), or “The whole rate for each child enrolled at the end of the year”.",
            "In force: 21 July 2025 to 20 June 2028.",
        ]
    );
}

#[test]
fn the_family_subsidy_in_chinese() {
    assert_eq!(
        without_notes(zh(plan(), "jining/family-subsidy")),
        [
            "“入托补贴”：就每一入托记录，由县（市、区）政府（管委会）付给家庭。",
            JUDGED,
            RUNNING,
            "条件“已出生”：基准日在出生日期当日或之后。",
            "条件“未满三周岁”：基准日未满3周岁（出生日期加3年之前）。",
            "标准：按解释“‘二孩每人每月300元’指哪个孩子？”：选“孩次为二的那个孩子”（默认）的，按甲；选“家庭中每个三岁以下的孩子，按子女数定标准”的，按乙。",
            "甲：按孩次，为1：不予；为2：每月300元；为3：每月500元；其他：按解释“四孩及以上的孩子有没有入托补贴？”（未定），选“与三孩相同”的，每月500元，选“没有”的，不予。",
            "乙：按子女数，为0至1：不予；为2：每月300元；为3：每月500元；其他：按解释“四孩及以上的孩子有没有入托补贴？”（未定），选“与三孩相同”的，每月500元，选“没有”的，不予。",
            "其中的数字3年不在本条原文中，出自本文件二（二）2。",
            FIRST_ONLY,
            "付款地，不影响金额：按解释“机构与家庭不在同一县区时，由哪个县区付入托补贴？”（未定），选“机构所在县区”的，为“机构所在县区”；选“家庭所在县区”的，为“家庭所在县区”。",
            REFERENCE_DAY,
            FORCE,
        ]
    );
}

#[test]
fn the_employers_reimbursement_in_both_languages() {
    assert_eq!(
        without_notes(zh(plan(), "jining/employer-reimbursement")),
        [
            "“单位报销托育费”：就每一家长与每一入托记录，由用人单位付给家庭。",
            "适用于下列情形，其余情形不适用：家长“单位职工”一项为“是”。",
            JUDGED,
            RUNNING,
            "条件“报销比例大于零”：甲大于0%。",
            "甲：按“单位有幼儿园费用报销规定”一项，是：单位托育费报销比例与（单位幼儿园报销比例的2倍）中的较小者，但不超过100%；否：按解释“单位没有幼儿园报销规定时怎样计算？”（未定），选“不报销”的，0%，选“只按托育报销比例”的，单位托育费报销比例，但不超过100%。",
            "标准：每月金额为乙乘以甲。",
            "乙：按解释“单位按什么金额计算报销？”：选“托育费全额”（默认）的，月保育费；选“扣除当月入托补贴后的托育费”的，月保育费减去当月的“入托补贴”，但不低于0元。",
            REFERENCE_DAY,
            "可以给付，并非必须：单位可按一定比例报销，由单位决定。",
            FORCE,
        ]
    );
    let english = en(plan(), "jining/employer-reimbursement");
    for expected in [
        "It applies where the following holds, and otherwise not at all: “Employed” of the parent is yes.",
        "Condition “The ratio is above zero”: A is greater than 0%.",
        "A: by “Employer has a rule for kindergarten fees” — yes: the smaller of the reimbursed share of childcare \
         fees and (2 times the reimbursed share of kindergarten fees), but not more than 100%; no: by the reading \
         “What if the employer has no rule for kindergarten fees?” (open), “Nothing is reimbursed”: 0%, “The \
         childcare ratio alone”: the reimbursed share of childcare fees, but not more than 100%.",
        "Rate: each month, B times A.",
        "It may be granted and need not be: The employer may reimburse a share; it is the employer's decision.",
    ] {
        assert!(english.iter().any(|sentence| sentence == expected), "{expected}\nin {english:#?}");
    }
}
