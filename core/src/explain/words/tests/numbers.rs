//! Numbers: what is computed, and tables.

use super::{both, entitlement, plan, rule};
use crate::compile::{Number, Plan, Says};
use crate::explain::{number_in_words, quantity_in_words};
use crate::value::{Decimal, Unit};

/// What a rate per month of a pair says as a number.
fn says(rate: &str) -> [String; 2] {
    let plan = entitlement("parent x enrolment", &format!("  rate  per month {rate}\n"));
    both(&number_in_words(&plan.book, rate_of(&plan)))
}

/// The rate of the rule of these tests.
fn rate_of(plan: &Plan) -> &Number {
    match &rule(plan, "jining/grant").versions[0].says {
        Says::Rate(rate) => rate,
        other => panic!("{other:?}"),
    }
}

fn hold(all: &[(&str, &str, &str)]) {
    for (rate, zh, en) in all {
        assert_eq!(says(rate), [*zh, *en], "{rate}");
    }
}

#[test]
fn quantities_have_separators_and_units() {
    let said = |units: i128, scale: u8, unit: Unit| both(&quantity_in_words(Decimal::new(units, scale), unit));
    assert_eq!(said(300_000, 2, Unit::Cny), ["3,000元", "CNY 3,000"]);
    assert_eq!(said(123_456_789, 2, Unit::Cny), ["1,234,567.89元", "CNY 1,234,567.89"]);
    assert_eq!(said(999, 0, Unit::CnyPerYear), ["每年999元", "CNY 999 a year"]);
    assert_eq!(said(-1_000, 0, Unit::CnyPerMonth), ["每月-1,000元", "CNY -1,000 a month"]);
    assert_eq!(said(36, 0, Unit::Months), ["3年", "3 years"]);
    assert_eq!(said(12, 0, Unit::Months), ["1年", "1 year"]);
    assert_eq!(said(1, 0, Unit::Months), ["1个月", "1 month"]);
    assert_eq!(said(0, 0, Unit::Months), ["0个月", "0 months"]);
    assert_eq!(said(18, 0, Unit::Months), ["18个月", "18 months"]);
    assert_eq!(said(5, 0, Unit::Days), ["5天", "5 days"]);
    assert_eq!(said(305, 1, Unit::SquareMetres), ["30.5平方米", "30.5 m²"]);
    assert_eq!(said(25, 1, Unit::One), ["2.5", "2.5"]);
}

#[test]
fn operators() {
    hold(&[
        ("300 CNY", "300元", "CNY 300"),
        ("300 CNY + 500 CNY", "300元与500元之和", "the sum of CNY 300 and CNY 500"),
        (
            "enrolment.monthly_fee + 300 CNY/month + 500 CNY/month",
            "月保育费、每月300元与每月500元之和",
            "the sum of the monthly fee, CNY 300 a month and CNY 500 a month",
        ),
        ("500 CNY - 300 CNY", "500元减去300元", "CNY 500 less CNY 300"),
        (
            "enrolment.monthly_fee - (300 CNY/month - 500 CNY/month)",
            "月保育费减去（每月300元减去每月500元）",
            "the monthly fee less (CNY 300 a month less CNY 500 a month)",
        ),
        ("enrolment.monthly_fee * 30%", "月保育费的30%", "30% of the monthly fee"),
        ("enrolment.monthly_fee * 0.5%", "月保育费的0.5%", "0.5% of the monthly fee"),
        ("2 * enrolment.monthly_fee", "月保育费的2倍", "2 times the monthly fee"),
        (
            "enrolment.monthly_fee * employer.childcare_ratio",
            "月保育费乘以单位托育费报销比例",
            "the monthly fee times the reimbursed share of childcare fees",
        ),
        (
            "(enrolment.monthly_fee - 300 CNY/month) * employer.childcare_ratio",
            "（月保育费减去每月300元）乘以单位托育费报销比例",
            "(the monthly fee less CNY 300 a month) times the reimbursed share of childcare fees",
        ),
    ]);
}

#[test]
fn the_smallest_and_the_largest() {
    hold(&[
        (
            "min(enrolment.monthly_fee, 300 CNY/month)",
            "月保育费，但不超过每月300元",
            "the monthly fee, but not more than CNY 300 a month",
        ),
        (
            "max(0 CNY/month, enrolment.monthly_fee - 300 CNY/month)",
            "月保育费减去每月300元，但不低于0元",
            "the monthly fee less CNY 300 a month, but not less than CNY 0",
        ),
        (
            "min(enrolment.monthly_fee, 2 * enrolment.monthly_fee)",
            "月保育费与（月保育费的2倍）中的较小者",
            "the smaller of the monthly fee and (2 times the monthly fee)",
        ),
        (
            "max(enrolment.monthly_fee, 2 * enrolment.monthly_fee, enrolment.monthly_fee * 30%)",
            "月保育费、（月保育费的2倍）与（月保育费的30%）中的最大者",
            "the largest of the monthly fee, (2 times the monthly fee) and (30% of the monthly fee)",
        ),
        (
            "enrolment.monthly_fee * min(employer.childcare_ratio, 100%)",
            "月保育费乘以（单位托育费报销比例，但不超过100%）",
            "the monthly fee times (the reimbursed share of childcare fees, but not more than 100%)",
        ),
        ("min(300 CNY, 500 CNY)", "300元与500元中的较小者", "the smaller of CNY 300 and CNY 500"),
    ]);
}

#[test]
fn tables_by_each_type_of_fact() {
    hold(&[
        (
            "by class.kind\n            infant:     none\n            mixed-age:  300 CNY\n            otherwise:  500 CNY",
            "按班型，乳儿班：不予；混合班：300元；其他：500元",
            "by kind of class — infant class: refused; mixed-age class: CNY 300; any other: CNY 500",
        ),
        (
            "by institution.inclusive\n            no:   none\n            yes:  300 CNY",
            "按“普惠认定”一项，是：300元；否：不予",
            "by “Recognised as inclusive” — yes: CNY 300; no: refused",
        ),
        (
            "by child.birth_date\n            .. 2024-12-31:  none\n            2025-01-01 ..:  300 CNY",
            "按出生日期，2024年12月31日及以前：不予；2025年1月1日及以后：300元",
            "by date of birth — 31 December 2024 and before: refused; 1 January 2025 and after: CNY 300",
        ),
        (
            "by employer.childcare_ratio\n            0 .. 30%:   none\n            otherwise:  300 CNY",
            "按单位托育费报销比例，为0%至30%：不予；其他：300元",
            "by reimbursed share of childcare fees — 0% to 30%: refused; any other: CNY 300",
        ),
    ]);
}

#[test]
fn a_table_within_a_table_is_named_by_a_letter() {
    hold(&[(
        "by class.kind\n            infant:     by child.birth_order\n                          2:          300 CNY\n                          otherwise:  none\n            otherwise:  500 CNY",
        "按班型，乳儿班：按甲；其他：500元。甲：按孩次，为2：300元；其他：不予",
        "by kind of class — infant class: see A; any other: CNY 500. A: by birth order — 2: CNY 300; any other: refused",
    )]);
}

#[test]
fn a_reading_in_a_cell_is_said_in_place() {
    let plan = plan(
        "reading which\n  ask  哪个？ | Which?\n  because  没有写 | It is not written\n  option  a: 甲法 | The first\n  option  b: 乙法 | The second\n  default  b\n\n\
         entitlement grant for child\n  title  补助 | Grant\n  pay  county -> family\n  rate  per month by child.birth_order\n    2:  300 CNY\n    otherwise:  by reading which\n      a:  none\n      b:  500 CNY\n",
    );
    assert_eq!(
        both(&number_in_words(&plan.book, rate_of(&plan))),
        [
            "按孩次，为2：300元；其他：按解释“哪个？”，选“甲法”的，不予，选“乙法”（默认）的，500元",
            "by birth order — 2: CNY 300; any other: by the reading “Which?”, “The first”: refused, “The second” (default): CNY 500"
        ]
    );
}

/// What a rate per month of an institution says as a number.
fn of_an_institution(lines: &str) -> [String; 2] {
    let plan = entitlement("institution", lines);
    both(&number_in_words(&plan.book, rate_of(&plan)))
}

#[test]
fn a_table_by_a_truth_is_said_with_what_must_hold() {
    assert_eq!(
        of_an_institution(
            "  let   all = institution.filed and institution.registered\n  \
             rate  per month by all\n          yes:  500 CNY\n          no:   none\n"
        ),
        [
            "托育机构“备案”一项为“是”，且托育机构“登记”一项为“是”的，500元；否则，不予",
            "where “Filed” of the childcare institution is yes, and “Registered” of the childcare institution is yes, \
             CNY 500; otherwise, refused"
        ]
    );
}

#[test]
fn a_sum_over_records_is_said_once() {
    assert_eq!(
        of_an_institution("  rate  per month sum(u.quantity * u.residential_price for u in institution.utilities)\n"),
        [
            "用电、用水、用气与用暖各项之和，每项为月用量乘以居民生活价格",
            "the sum over electricity, water, gas and heating of the monthly quantity times the residential price"
        ]
    );
    assert_eq!(
        of_an_institution(
            "  rate  per month 2 * sum(u.quantity * u.residential_price * 30% for u in institution.utilities)\n"
        )[0],
        "（用电、用水、用气与用暖各项之和，每项为（月用量乘以居民生活价格）的30%）的2倍"
    );
}

#[test]
fn a_sum_of_some_records_is_said_in_full() {
    let (water, gas) = ("institution.utilities.water", "institution.utilities.gas");
    assert_eq!(
        of_an_institution(&format!(
            "  rate  per month {water}.quantity * {water}.residential_price + {gas}.quantity * {gas}.residential_price\n"
        ))[0],
        "（用水月用量乘以用水居民生活价格）与（用气月用量乘以用气居民生活价格）之和"
    );
}
