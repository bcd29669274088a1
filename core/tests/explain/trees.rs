//! What a tree says of conditions, months and readings.

use super::example::{EN, Example, ZH, holds};

const FAMILY: &str = "jining/family-subsidy";
const UNKNOWN_ORDER: &str = r#"{"families":[{"children":[{"id":"k1","birth_date":"2025-03-10",
    "enrolments":[{"id":"e1","from":"2025-09-10"}]}]}]}"#;
const OPERATING: &str = "jining/operating-subsidy";

#[test]
fn a_whole_tree_reads_from_the_answer_down_to_the_law() {
    // Example 4: three on 31 May 2026, so four months.
    let lines = Example::named("A second child who turns three").lines(FAMILY, ZH);
    assert_eq!(
        lines,
        [
            "✓ 入托补贴，入托记录 e1，2026年1月至12月：给予，1,200.00 元",
            "├─ 金额",
            "│  ├─ 每月 300 元 × 4 个月 = 1,200.00 元",
            "│  ├─ 孩次（孩子 k1）：2",
            "│  └─ 付款方：县（市、区）政府（管委会）；收款方：家庭",
            "├─ 各月",
            "│  ├─ ✓ 2026年1月至4月：给予，每月 300 元",
            "│  └─ ✗ 2026年5月至12月：不予，不符合“未满三周岁”",
            "├─ 条件",
            "│  ├─ ✓ 在托〔1〕",
            "│  │  ├─ 入托日期（入托记录 e1）：2025年9月10日",
            "│  │  ├─ 在托截止日期（入托记录 e1）：没有终止日",
            "│  │  └─ 当月最后一天不得早于 2025年9月10日",
            "│  ├─ ✓ 已出生〔1〕",
            "│  │  ├─ 出生日期（孩子 k1）：2023年5月31日",
            "│  │  └─ 当月最后一天不得早于 2023年5月31日",
            "│  └─ 未满三周岁〔2〕",
            "│     ├─ 出生日期（孩子 k1）：2023年5月31日",
            "│     ├─ 当月最后一天须早于 2026年5月31日",
            "│     ├─ ✓ 2026年1月至4月，自2026年5月起因时间推移而改变",
            "│     └─ ✗ 2026年5月至12月",
            "├─ 对原文的理解",
            "│  ├─ 逐月判断以哪一天为准？",
            "│  │  ├─ 采用：当月最后一天（reference-day=last-day）",
            "│  │  ├─ 也可理解为：当月第一天（reference-day=first-day）",
            "│  │  └─ 缘由：通知按月、按年定标准，没有规定月中入托、离托怎样计算",
            "│  ├─ “二孩每人每月300元”指哪个孩子？",
            "│  │  ├─ 采用：孩次为二的那个孩子（second-child=that-child）",
            "│  │  ├─ 也可理解为：家庭中每个三岁以下的孩子，按子女数定标准（second-child=every-child）",
            "│  │  └─ 缘由：“二孩”可指第二个孩子，也可指二孩家庭的每个孩子",
            "│  ├─ 四孩及以上的孩子有没有入托补贴？",
            "│  │  ├─ 没有选定，不影响这里的状态和金额",
            "│  │  ├─ 可选：与三孩相同（fourth-child=as-third）",
            "│  │  ├─ 可选：没有（fourth-child=none）",
            "│  │  └─ 缘由：原文写“三孩”，没有写“三孩及以上”",
            "│  └─ 机构与家庭不在同一县区时，由哪个县区付入托补贴？",
            "│     ├─ 没有选定，不影响这里的状态和金额",
            "│     ├─ 可选：机构所在县区（family-subsidy-payer=institution-county）",
            "│     ├─ 可选：家庭所在县区（family-subsidy-payer=family-county）",
            "│     └─ 缘由：原文只写“各县（市、区）政府（管委会）”",
            "├─ 前提",
            "│  ├─ 省、市优化生育政策的其他条件（如户籍、机构、最低月数）未计入",
            "│  ├─ 孩次按所填计算；再婚、收养、多胞胎的算法原文没有规定",
            "│  ├─ “3岁以下”按未满三周岁计算",
            "│  ├─ 是否计入个人所得，原文没有规定，未计税",
            "│  └─ 不以实际缴费为上限，与其他补贴不相互抵扣",
            "└─ 依据",
            "   ├─ 〔1〕济政办字〔2025〕15号 二（五）13③（通知原文）“各县（市、区）政府（管委会）按照省、市优化生育政策促进人口长期均衡发展政策要求，二孩每人每月300元、三孩每人每月500元的标准落实入托补贴。”",
            "   └─ 〔2〕济政办字〔2025〕15号 二（二）2（通知原文）“落实3岁以下婴幼儿照护个人所得税专项附加扣除政策和女方产假、男方陪产假、夫妻双方育儿假等生育假期政策，为婴幼儿家庭照护创造便利条件。”",
        ]
    );
}

#[test]
fn the_same_tree_in_english_says_the_same() {
    let lines = Example::named("A second child who turns three").lines(FAMILY, EN);
    holds(
        &lines,
        &[
            "✓ Family childcare subsidy, enrolment e1, January to December 2026: granted, CNY 1,200.00",
            "├─ Amount",
            "│  ├─ CNY 300 a month × 4 months = CNY 1,200.00",
            "│  ├─ Birth order (child k1): 2",
            "│  └─ Paid by: county government; paid to: family",
            "├─ Month by month",
            "│  ├─ ✓ January to April 2026: granted, CNY 300 a month",
            "│  └─ ✗ May to December 2026: refused, because this does not hold: “Under three”",
        ],
    );
    holds(
        &lines,
        &[
            "│  └─ Under three 〔2〕",
            "│     ├─ Date of birth (child k1): 31 May 2023",
            "│     ├─ The last day of the month must be before 31 May 2026",
            "│     ├─ ✓ January to April 2026, from May 2026 on, time alone changes it",
            "│     └─ ✗ May to December 2026",
        ],
    );
}

#[test]
fn a_month_is_held_against_the_day_of_the_reading() {
    // Example 3: the enrolment of 15 March to 30 September under the first day.
    let lines = Example::named("The same seven months are six").lines(OPERATING, ZH);
    holds(
        &lines,
        &[
            "│  │  ├─ 入托日期（入托记录 e1）：2026年3月15日",
            "│  │  ├─ 在托截止日期（入托记录 e1）：2026年9月30日",
            "│  │  ├─ 当月第一天须在 2026年3月15日至2026年9月30日 之间",
            "│  │  ├─ ✗ 2026年1月至3月，自2026年4月起因时间推移而改变",
            "│  │  ├─ ✓ 2026年4月至9月，自2026年10月起因时间推移而改变",
            "│  │  └─ ✗ 2026年10月至12月",
        ],
    );
}

#[test]
fn months_before_and_after_the_notice_are_not_in_force() {
    // Examples 7 and 8.
    let before = Example::named("The notice begins").lines(FAMILY, ZH);
    holds(&before, &["│  ├─ 2025年6月：不在有效期", "│  └─ ✓ 2025年7月至8月：给予，每月 500 元"]);
    holds(&before, &["│  │  └─ 月份：2025年7月至8月"]);
    let after = Example::named("The notice ends").lines(FAMILY, EN);
    holds(&after, &["│  ├─ ✓ May 2028: granted, CNY 500 a month", "│  └─ June to July 2028: not in force"]);
}

#[test]
fn heads_are_counted_on_the_last_day_whatever_the_reference_day() {
    // Example 9, under the first day: enrolled on 10 December.
    let lines = Example::named("Heads are counted on 31 December also").lines(OPERATING, ZH);
    holds(
        &lines,
        &[
            "│  ├─ ✗ 2026年1月至11月：不予，不符合“在托”、“付款月份（全年标准只在12月付）”",
            "│  └─ ✓ 2026年12月：给予，一次付 3,000 元",
        ],
    );
    holds(&lines, &["│  │  ├─ 当月最后一天不得早于 2026年12月10日"]);
}

#[test]
fn what_is_not_settled_comes_first_and_is_marked() {
    // Example 5.
    let lines = Example::named("Birth order unknown leaves").lines(FAMILY, ZH);
    holds(
        &lines,
        &[
            "? 入托补贴，入托记录 e1，2026年1月至12月：待定，0.00 至 6,000.00 元",
            "├─ 还缺这些事实（按询问的先后）",
            "│  └─ ? 这是第几个孩子？（孩子 k1）",
            "│     └─ 由家长回答",
        ],
    );
    holds(&lines, &["│  └─ ? 标准所列情形〔1〕", "│     └─ 孩次（孩子 k1）：未知"]);
    holds(&lines, &["│  ├─ ? 四孩及以上的孩子有没有入托补贴？", "│  │  ├─ 没有选定，所以还不能确定"]);
}

#[test]
fn a_condition_that_is_a_fact_is_one_line() {
    // Example 6, with the filing refused besides.
    let unknown = Example::named("Inclusive unknown").lines(OPERATING, ZH);
    holds(&unknown, &["│  └─ ? 普惠认定（托育机构 n1）：未知〔1〕"]);
    let first = UNKNOWN_ORDER.replace("\"id\":\"k1\"", "\"id\":\"k1\",\"birth_order\":1");
    let first = Example::of(&first).lines(FAMILY, EN);
    holds(&first, &["│  └─ ✗ A case that the rates provide for 〔1〕", "│     └─ Birth order (child k1): 1"]);
    let refused = Example::named("A known missing filing").lines(OPERATING, ZH);
    holds(
        &refused,
        &[
            "✗ 普惠托育机构运营补助，入托记录 e1，2026年1月至12月：不予",
            "├─ 各月",
            "│  └─ ✗ 2026年1月至12月：不予，不符合“备案”",
        ],
    );
    holds(&refused, &["│  ├─ ✗ 备案（托育机构 n1）：否〔1〕", "│  └─ ? 普惠认定（托育机构 n1）：未知〔1〕"]);
}

#[test]
fn a_line_in_time_is_told_by_its_stretches() {
    let case = r#"{"institutions":[{"id":"n1","registered":true,"filed":true,
        "inclusive":[{"to":"2026-03-31","value":true},{"from":"2026-04-01","value":false}],
        "classes":[{"id":"c1","kind":"infant"}]}],
        "families":[{"children":[{"id":"k1","enrolments":[{"id":"e1","class":"c1","from":"2025-09-10"}]}]}]}"#;
    let lines = Example::of(case).lines(OPERATING, ZH);
    holds(
        &lines,
        &[
            "│  └─ 普惠认定〔1〕",
            "│     ├─ ✓ 2026年1月至3月 — 普惠认定（托育机构 n1）：是",
            "│     └─ ✗ 2026年4月至12月 — 普惠认定（托育机构 n1）：否",
        ],
    );
}

#[test]
fn an_enrolment_that_takes_no_month_from_an_earlier_one_says_so_with_its_months() {
    let case = r#"{"families":[{"children":[{"id":"k1","birth_date":"2025-03-10","birth_order":2,"enrolments":[
        {"id":"e1","from":"2025-09-10","to":"2026-06-30"},{"id":"e2","from":"2026-06-20"}]}]}]}"#;
    let example = Example::of(case);
    let rules = super::example::rules();
    let case = rules.read_json(case.as_bytes()).unwrap();
    let ask = tuoyu::Ask::window("2026-01", "2026-12").rule(FAMILY);
    let second = rules.explain(&rules.assess(&case, &ask).unwrap().outcomes[1]).unwrap().text(ZH);
    let lines: Vec<String> = second.lines().map(str::to_owned).collect();
    holds(
        &lines,
        &[
            "│  ├─ ✗ 2026年1月至6月：不予，不符合“在托”（2026年1月至5月）、“当月没有为同一孩子的另一份入托记录发放”（2026年6月）",
        ],
    );
    holds(&example.lines(FAMILY, ZH), &["│  └─ ✗ 2026年7月至12月：不予，不符合“在托”"]);
}

#[test]
fn a_thing_that_nothing_links_to_is_named_by_who_would() {
    let case = r#"{"families":[{"children":[{"id":"k1","enrolments":[{"id":"e1","from":"2025-09-10"}]}]}]}"#;
    let example = Example::of(case);
    holds(&example.lines(OPERATING, ZH), &["│  ├─ ? 登记（入托记录 e1 所在的托育机构）：未知〔1〕"]);
    let unknown = "│  ├─ ? Registered (the childcare institution of enrolment e1): unknown 〔1〕";
    holds(&example.lines(OPERATING, EN), &[unknown]);
}
