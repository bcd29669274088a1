//! How a tree tells an amount.

use super::example::{EN, Example, ZH, holds};

const OPERATING: &str = "jining/operating-subsidy";
const EMPLOYER: &str = "jining/employer-reimbursement";

#[test]
fn twelfths_are_counted_and_a_rounded_sum_says_so() {
    // Example 1: 2 × 3000/12 = 500.00.
    let exact = Example::named("An infant enrolled to 9 March");
    holds(&exact.lines(OPERATING, ZH), &["│  ├─ 每年 3,000 元 × 2/12 = 500.00 元", "│  ├─ 班型（班级 c1）：乳儿班"]);
    // Example 2: 7 × 2000/12 = 1166.666…
    let rounded = Example::named("Another class from 15 March");
    holds(&rounded.lines(OPERATING, ZH), &["│  ├─ 每年 2,000 元 × 7/12，四舍五入到分为 1,166.67 元"]);
    holds(&rounded.lines(OPERATING, EN), &["│  ├─ CNY 2,000 a year × 7/12, rounded to the cent: CNY 1,166.67"]);
}

#[test]
fn a_year_paid_at_once_is_no_twelfth() {
    // Example 9.
    let lines = Example::named("Heads counted at the end").lines(OPERATING, EN);
    holds(&lines, &["│  ├─ CNY 3,000 at once = CNY 3,000.00", "│  ├─ Kind of class (class c1): infant class"]);
}

#[test]
fn who_pays_is_named_with_its_place() {
    let lines = Example::named("An infant enrolled to 9 March").lines(OPERATING, ZH);
    holds(&lines, &["│  └─ 付款方：县（市、区）政府（管委会），即邹城市；收款方：托育机构"]);
}

#[test]
fn every_fact_behind_a_discretionary_amount_is_shown() {
    // Example 10: 12 × 1999.99 × min(0.85, 2 × 0.3) = 14399.928.
    let example = Example::named("Reimbursement is capped");
    holds(
        &example.lines(EMPLOYER, ZH),
        &[
            "✓ 单位报销托育费，家长 p1、入托记录 e1，2026年1月至12月：给予，14,399.93 元，但由付款方决定是否给",
            "├─ 金额",
            "│  ├─ 每月 1,199.994 元 × 12 个月，四舍五入到分为 14,399.93 元",
            "│  ├─ 月保育费（入托记录 e1）：每月 1,999.99 元",
            "│  ├─ 单位有幼儿园费用报销规定（家长 p1）：是",
            "│  ├─ 单位托育费报销比例（家长 p1）：85%",
            "│  ├─ 单位幼儿园报销比例（家长 p1）：30%",
            "│  ├─ 付款方：用人单位；收款方：家庭",
            "│  └─ 单位可按一定比例报销，由单位决定",
        ],
    );
    holds(&example.lines(EMPLOYER, EN), &["│  ├─ Reimbursed share of childcare fees (parent p1): 85%"]);
}

#[test]
fn months_of_one_rate_are_added_up_and_facts_that_stay_stand_once() {
    // A ratio of a half, unknown in March: ten settled months of 1000 and one that is open.
    let case = r#"{"families":[{"parents":[{"id":"p1","employed":true,"employer":{"kindergarten_ratio":"0.3",
        "childcare_ratio":[{"to":"2026-03-30","value":"0.5"},{"from":"2026-04-01","to":"2026-11-30","value":"0.5"}]}}],
        "children":[{"id":"k1","enrolments":[{"id":"e1","from":"2025-09-10","monthly_fee":"2000.00"}]}]}]}"#;
    holds(
        &Example::of(case).lines(EMPLOYER, ZH),
        &[
            "│  ├─ 已能确定的月份：每月 1,000 元 × 10 个月",
            "│  ├─ 月保育费（入托记录 e1）：每月 2,000.00 元",
            "│  ├─ 单位有幼儿园费用报销规定（家长 p1）：是",
            "│  ├─ 单位幼儿园报销比例（家长 p1）：30%",
            "│  ├─ 2026年1月至2月 — 单位托育费报销比例（家长 p1）：50%",
            "│  ├─ 2026年3月 — 单位托育费报销比例（家长 p1）：未知",
            "│  ├─ 2026年4月至11月 — 单位托育费报销比例（家长 p1）：50%",
            "│  ├─ 2026年12月 — 单位托育费报销比例（家长 p1）：未知",
        ],
    );
}

#[test]
fn a_rule_that_does_not_apply_names_the_fact() {
    let case = r#"{"families":[{"parents":[{"id":"p1","employed":false}],
        "children":[{"id":"k1","enrolments":[{"id":"e1","from":"2025-09-10"}]}]}]}"#;
    holds(
        &Example::of(case).lines(EMPLOYER, ZH),
        &[
            "单位报销托育费，家长 p1、入托记录 e1，2026年1月至12月：不适用",
            "├─ 各月",
            "│  └─ 2026年1月至12月：不适用，因为单位职工（家长 p1）：否",
        ],
    );
}
