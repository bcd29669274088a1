//! Conditions: every form, and that it does not hold.

use super::{both, entitlement, rule};
use crate::explain::truth_in_words;

/// What one condition of an enrolment says.
fn says(expression: &str) -> [String; 2] {
    let plan = entitlement("enrolment", &format!("  when  a \"条件 | C\":  {expression}\n  rate  per month 300 CNY\n"));
    both(&truth_in_words(&plan.book, &rule(&plan, "jining/grant").versions[0].when[0].truth))
}

/// Holds expressions against what they say.
fn hold(all: &[(&str, &str, &str)]) {
    for (expression, zh, en) in all {
        assert_eq!(says(expression), [*zh, *en], "{expression}");
    }
}

#[test]
fn facts_that_have_a_value() {
    hold(&[
        ("institution.filed", "托育机构“备案”一项为“是”", "“Filed” of the childcare institution is yes"),
        ("not institution.filed", "托育机构“备案”一项为“否”", "“Filed” of the childcare institution is no"),
        ("class.kind is infant", "班型为乳儿班", "the kind of class is infant class"),
        ("not class.kind is infant", "班型不是乳儿班", "the kind of class is not infant class"),
        (
            "class.kind in {infant, toddler-junior, mixed-age}",
            "班型为乳儿班、托小班或混合班",
            "the kind of class is infant class, junior toddler class or mixed-age class",
        ),
        (
            "not class.kind in {infant, mixed-age}",
            "班型不是乳儿班或混合班",
            "the kind of class is not infant class or mixed-age class",
        ),
        ("class.children known", "“班级人数”已写明", "“Children in the class” is stated"),
        ("not class.children known", "“班级人数”未写明", "“Children in the class” is not stated"),
        ("yes", "任何情形", "always"),
        ("no", "没有任何情形", "never"),
    ]);
}

#[test]
fn conditions_that_hold_together_or_one_of_them() {
    let (filed, registered) = ("托育机构“备案”一项为“是”", "托育机构“登记”一项为“是”");
    hold(&[
        (
            "institution.filed and institution.registered",
            &format!("{filed}，且{registered}"),
            "“Filed” of the childcare institution is yes, and “Registered” of the childcare institution is yes",
        ),
        (
            "institution.filed or class.kind is infant",
            &format!("{filed}，或者班型为乳儿班"),
            "“Filed” of the childcare institution is yes, or the kind of class is infant class",
        ),
        (
            "institution.filed and (institution.registered or class.kind is infant)",
            &format!("{filed}，且（{registered}，或者班型为乳儿班）"),
            "“Filed” of the childcare institution is yes, and (“Registered” of the childcare institution is yes, or \
             the kind of class is infant class)",
        ),
        (
            "institution.filed and institution.registered or class.kind is infant",
            &format!("（{filed}，且{registered}），或者班型为乳儿班"),
            "(“Filed” of the childcare institution is yes, and “Registered” of the childcare institution is yes), or \
             the kind of class is infant class",
        ),
        (
            "not (institution.filed and class.kind is infant)",
            &format!("并非（{filed}，且班型为乳儿班）"),
            "it is not so that (“Filed” of the childcare institution is yes, and the kind of class is infant class)",
        ),
        ("not (not institution.filed)", filed, "“Filed” of the childcare institution is yes"),
    ]);
}

#[test]
fn the_reference_day() {
    hold(&[
        ("day >= child.birth_date", "基准日在出生日期当日或之后", "the reference day is on or after the date of birth"),
        ("day > child.birth_date", "基准日在出生日期之后（不含当日）", "the reference day is after the date of birth"),
        (
            "day < enrolment.from",
            "基准日在入托日期之前（不含当日）",
            "the reference day is before the first day of the enrolment",
        ),
        (
            "day <= enrolment.from",
            "基准日在入托日期当日或之前",
            "the reference day is on or before the first day of the enrolment",
        ),
        ("day is enrolment.from", "基准日恰为入托日期", "the reference day is the first day of the enrolment"),
        (
            "day < child.birth_date + 3 years",
            "基准日未满3周岁（出生日期加3年之前）",
            "on the reference day the child is under 3 years old (before the date of birth plus 3 years)",
        ),
        (
            "day >= child.birth_date + 12 months",
            "基准日已满1周岁（出生日期加1年当日或之后）",
            "on the reference day the child is 1 year old or older (on or after the date of birth plus 1 year)",
        ),
        (
            "day < enrolment.from + 36 months - 5 days",
            "基准日在入托日期加3年减5天之前（不含当日）",
            "the reference day is before the first day of the enrolment plus 3 years less 5 days",
        ),
        ("day >= 2024-03-01", "基准日在2024年3月1日当日或之后", "the reference day is on or after 1 March 2024"),
        ("day < 2024-03-01", "基准日在2024年3月1日之前（不含当日）", "the reference day is before 1 March 2024"),
        (
            "day in 2024-03-01 .. 2025-02-28",
            "基准日在2024年3月1日至2025年2月28日之间（含首尾两日）",
            "the reference day lies between 1 March 2024 and 28 February 2025 (both days included)",
        ),
        (
            "day in enrolment.from .. 2025-02-28",
            "基准日在入托日期至2025年2月28日之间（含首尾两日）",
            "the reference day lies between the first day of the enrolment and 28 February 2025 (both days included)",
        ),
        (
            "not day in enrolment.from .. 2025-02-28",
            "并非（基准日在入托日期至2025年2月28日之间（含首尾两日））",
            "it is not so that (the reference day lies between the first day of the enrolment and 28 February 2025 \
             (both days included))",
        ),
        (
            "day in enrolment.from .. 2025-02-28 and institution.filed",
            "基准日在入托日期至2025年2月28日之间（含首尾两日），且托育机构“备案”一项为“是”",
            "the reference day lies between the first day of the enrolment and 28 February 2025 (both days included), \
             and “Filed” of the childcare institution is yes",
        ),
    ]);
}

#[test]
fn ages_in_whole_months() {
    let (zh, en) = ("当月与出生日期所在月份", "after the month of the date of birth");
    hold(&[
        (
            "month - month(child.birth_date) >= 12 months",
            &format!("{zh}相距不少于12个月"),
            &format!("the month is at least 12 months {en}"),
        ),
        (
            "month - month(child.birth_date) < 12 months",
            &format!("{zh}相距不足12个月"),
            &format!("the month is less than 12 months {en}"),
        ),
        (
            "month - month(child.birth_date) in 0 .. 36 months",
            &format!("{zh}相距0至36个月"),
            &format!("the month is 0 to 36 months {en}"),
        ),
        (
            "month - month(child.birth_date) is 12 months",
            &format!("{zh}恰好相距12个月"),
            &format!("the month is exactly 12 months {en}"),
        ),
        (
            "month - month(child.birth_date) in {0, 12, 24} months",
            &format!("{zh}恰好相距0、12或24个月"),
            &format!("the month is exactly 0, 12 or 24 months {en}"),
        ),
        ("month(child.birth_date) is month", "当月为出生日期所在月份", "the month is the month of the date of birth"),
        (
            "month >= month(child.birth_date)",
            "当月不早于出生日期所在月份",
            "the month is not before the month of the date of birth",
        ),
        (
            "month < month(child.birth_date)",
            "当月早于出生日期所在月份",
            "the month is before the month of the date of birth",
        ),
    ]);
}

#[test]
fn dates_against_dates() {
    hold(&[
        (
            "child.birth_date >= 2024-03-01",
            "出生日期不早于2024年3月1日",
            "the date of birth is not before 1 March 2024",
        ),
        ("child.birth_date <= 2024-03-01", "出生日期不晚于2024年3月1日", "the date of birth is not after 1 March 2024"),
        (
            "child.birth_date in 2024-03-01 .. 2025-02-28",
            "出生日期在2024年3月1日至2025年2月28日之间（含首尾两日）",
            "the date of birth lies between 1 March 2024 and 28 February 2025 (both days included)",
        ),
        ("child.birth_date is 2024-03-01", "出生日期为2024年3月1日", "the date of birth is 1 March 2024"),
        (
            "enrolment.from > child.birth_date",
            "出生日期早于入托日期",
            "the date of birth is before the first day of the enrolment",
        ),
        (
            "not enrolment.from is child.birth_date",
            "入托日期不是出生日期",
            "the first day of the enrolment is not the date of birth",
        ),
    ]);
}

#[test]
fn numbers_against_numbers() {
    hold(&[
        ("class.children > 2", "班级人数大于2", "the children in the class is greater than 2"),
        ("class.children >= 2", "班级人数不低于2", "the children in the class is at least 2"),
        ("2 >= class.children", "班级人数不超过2", "the children in the class is at most 2"),
        ("class.children < 2", "班级人数小于2", "the children in the class is less than 2"),
        ("class.children is 2", "班级人数等于2", "the children in the class is equal to 2"),
        ("not class.children is 2", "班级人数不等于2", "the children in the class is not equal to 2"),
        ("not class.children > 2", "班级人数不超过2", "the children in the class is at most 2"),
        (
            "class.children in 2 .. 4",
            "班级人数在2至4之间（含两端）",
            "the children in the class lies between 2 and 4 (both included)",
        ),
        (
            "class.carers * 2 >= class.children",
            "班级人数不超过班级保育人员数的2倍",
            "the children in the class is at most 2 times the carers of the class",
        ),
        (
            "enrolment.monthly_fee <= 2000 CNY/month",
            "月保育费不超过每月2,000元",
            "the monthly fee is at most CNY 2,000 a month",
        ),
    ]);
}

#[test]
fn a_table_within_a_condition_is_named_by_a_letter() {
    let plan = entitlement(
        "enrolment",
        "  let   most = by class.kind\n                 infant:     2\n                 otherwise:  4\n  \
           when  a \"条件 | C\":  class.children <= most\n  rate  per month 300 CNY\n",
    );
    let said = truth_in_words(&plan.book, &rule(&plan, "jining/grant").versions[0].when[0].truth);
    assert_eq!(
        both(&said),
        [
            "班级人数不超过甲。甲：按班型，乳儿班：2；其他：4",
            "the children in the class is at most A. A: by kind of class — infant class: 2; any other: 4"
        ]
    );
}
