//! What indicators, procedures, lookups and limits tell below their rows.

use super::kinds::{body, some, view};
use super::{listed, months, words};
use crate::listing::view::{Detail, Found, Limit, Months, Reason, Step, Target, View};
use serde_json::json;
use tuoyu::source::Language::{Chinese, English};

fn indicator(value: Option<&str>, state: &str, due: Option<&str>) -> View {
    let detail = Detail::Indicator(Target {
        value: value.map(str::to_owned),
        relation: ">=".to_owned(),
        bound: "0.42".to_owned(),
        due: due.map(str::to_owned),
    });
    view("jurisdiction", ("公办托育机构占比", "Public share"), "indicator", state, detail)
}

#[test]
fn an_indicator_shows_value_target_and_the_day_it_is_judged_on() {
    const SPRING: (&str, &str) = ("2026-01", "2026-03");
    let one = indicator(Some("0.3913"), "missed", Some("2025-12-31"));
    let lines = listed(super::kinds::CASE, &[one], &[], SPRING, Chinese);
    // No months are drawn, so there is no axis and no legend.
    assert_eq!(lines[2], "地区 济宁市");
    assert!(lines[4].starts_with("    公办托育机构占比  ") && lines[4].ends_with("39.13%"), "{lines:?}");
    assert_eq!(lines[5], "      须不少于 42%，期限 2025-12-31，按该日判断");
    // Before the due day it is judged on the window's last day.
    let early = body(&[indicator(None, "undetermined", Some("2027-12-31"))], English);
    assert_eq!(early[1], "      must be at least 42%; due 2027-12-31; judged as of 2026-03-31");
    let never = body(&[indicator(Some("0.5"), "met", None)], Chinese);
    assert_eq!(never[1], "      须不少于 42%，没有期限，按 2026-03-31 的情况判断");
}

#[test]
fn a_share_that_is_rounded_up_to_its_target_says_so() {
    let missed = body(&[indicator(Some("0.42"), "missed", Some("2025-12-31"))], Chinese);
    assert_eq!(missed[1], "      须不少于 42%，四舍五入前还差一点，期限 2025-12-31，按该日判断");
    let met = body(&[indicator(Some("0.42"), "met", Some("2025-12-31"))], English);
    assert_eq!(met[1], "      must be at least 42%; due 2025-12-31; judged on that day");
}

#[test]
fn an_indicator_tells_why_it_does_not_bind_and_not_the_fact_that_was_read_first() {
    let reason = Reason {
        condition: "need".to_owned(),
        holds: Some(false),
        fact: some("jurisdiction.average_price"),
        found: json!("1000.00"),
        from: "2025-12".to_owned(),
        to: "2025-12".to_owned(),
        ..Reason::default()
    };
    let guiding = Some(words("原文写“力争”，是努力方向", "An aspiration"));
    let missed = View { reasons: vec![reason], guiding, ..indicator(Some("0.4"), "missed", Some("2025-12-31")) };
    let expected = ["      须不少于 42%，期限 2025-12-31，按该日判断", "      原文写“力争”，是努力方向"];
    assert_eq!(body(&[missed], Chinese)[1..], expected);
}

fn step(id: &str, state: &str, act: (&str, &str)) -> Step {
    let act = Some(words(act.0, act.1));
    Step { id: id.to_owned(), state: state.to_owned(), act, ..Step::default() }
}

#[test]
fn a_procedure_shows_its_steps_and_the_next() {
    let steps = vec![
        step("confirm", "done", ("审核确认", "Confirms")),
        Step {
            body: Some(words("机构编制部门", "Staffing office")),
            certificate: Some(words("《事业单位法人证书》", "Certificate")),
            ..step("register", "pending", ("变更登记", "Changes the registration"))
        },
        step("roll-up", "undetermined", ("定期汇总", "Collects")),
        step("file", "pending", ("统一备案", "Files")),
    ];
    // That the step is not done is told by its sign alone.
    let reason = Reason { condition: "register".to_owned(), holds: Some(false), ..Reason::default() };
    let detail = Detail::Procedure { steps, next: some("register") };
    let procedure = View {
        reasons: vec![reason],
        ..view("n1", ("幼儿园托班登记备案", "Registration"), "procedure", "pending", detail)
    };
    assert_eq!(
        body(std::slice::from_ref(&procedure), Chinese)[1..],
        [
            "      ✓ 审核确认",
            "      > 下一步：变更登记（机构编制部门，《事业单位法人证书》）",
            "      ? 定期汇总：待定",
            "      ☐ 统一备案",
        ]
    );
    assert_eq!(body(&[procedure], English)[2], "      > Next: Changes the registration (Staffing office, Certificate)");
}

#[test]
fn a_step_without_a_way_says_so_and_one_of_unknown_way_says_by_what_it_goes() {
    let by = Some(words("法人类型", "Legal form"));
    let unknown = Step { act: None, by, ..step("register", "undetermined", ("", "")) };
    let none = Step { act: None, ..step("register", "no-branch", ("", "")) };
    let detail = Detail::Procedure { steps: vec![unknown, none], next: None };
    let view = view("n1", ("登记备案", "Registration"), "procedure", "undetermined", detail);
    let expected = ["      ? 怎样办理要看法人类型：待定", "      ! 原文没有规定这类机构怎样办理这一步"];
    assert_eq!(body(&[view], Chinese)[1..], expected);
}

fn found(zh: &str) -> Option<Found> {
    Some(Found::Text(words(zh, zh)))
}

#[test]
fn one_answer_stands_in_its_row_and_several_with_their_months() {
    let lookup = |value: &str| view("n1", ("牵头部门", "Lead"), "lookup", "known", Detail::Lookup(found(value)));
    let one = body(&[lookup("教育部门")], Chinese);
    assert!(one.len() == 1 && one[0].ends_with("  教育部门"), "{one:?}");
    let long = body(&[lookup("教育部门和卫生健康部门共同牵头")], Chinese);
    assert_eq!(long[1], "      教育部门和卫生健康部门共同牵头");
    let line = |from: &str, to: &str, value: &str| Months { value: found(value), ..months(from, to, "known") };
    let late = View {
        months: vec![months("2026-01", "2026-01", "not-in-force"), line("2026-02", "2026-03", "教育部门")],
        ..lookup("教育部门")
    };
    assert_eq!(body(&[late], Chinese)[1..], ["      2026年2月至3月"]);
    let two = View {
        months: vec![line("2026-01", "2026-01", "教育部门"), line("2026-02", "2026-03", "卫生健康部门")],
        ..lookup("教育部门")
    };
    assert_eq!(body(&[two], Chinese)[1..], ["      2026年1月：教育部门", "      2026年2月至3月：卫生健康部门"]);
}

#[test]
fn a_list_that_was_asked_for_is_told_in_full() {
    let list = vec![("2".to_owned(), words("市总工会", "Unions")), ("place".to_owned(), words("邹城市", "Zoucheng"))];
    let law = view("law", ("责任部门", "Who answers"), "lookup", "known", Detail::Lookup(Some(Found::List(list))));
    let lines = listed(super::kinds::CASE, &[law], &[], ("2026-01", "2026-03"), Chinese);
    assert_eq!((lines[2].as_str(), lines[3].clone()), ("政策规定", "─".repeat(72)));
    assert_eq!(lines[5..], ["      措施2：市总工会", "      属地：邹城市"]);
}

/// A fee of 1750 in February and 1800 in March, where 1700 is the most.
fn rising() -> View {
    let need = |month: &str, fee: &str, holds: bool| Reason {
        condition: "need".to_owned(),
        words: Some(words("收费标准", "Fee standard")),
        holds: Some(holds),
        fact: some("enrolment.monthly_fee"),
        found: json!(fee),
        from: month.to_owned(),
        to: month.to_owned(),
        ..Reason::default()
    };
    let detail = Detail::Limit(Limit {
        which: None,
        outside: None,
        is_list: false,
        value: some("1750"),
        relation: "<=".to_owned(),
        bound: some("1700"),
        excess: some("50"),
        unit: some("CNY/month"),
    });
    View {
        months: vec![months("2026-01", "2026-01", "met"), months("2026-02", "2026-03", "breached")],
        reasons: vec![
            need("2026-01", "1700.00", true),
            need("2026-02", "1750.00", false),
            need("2026-03", "1800.00", false),
        ],
        ..view("e1", ("收费标准", "Fee standard"), "limit", "breached", detail)
    }
}

#[test]
fn the_figures_of_a_limit_name_their_months_and_later_ones_stand_below() {
    let expected =
        ["      须不超过 1,700 元/月，超出 50 元/月（2026年2月）", "      ✗ 月保育费 1,800.00 元/月（2026年3月）"];
    assert_eq!(body(&[rising()], Chinese)[3..], expected);
    assert_eq!(
        body(&[rising()], English)[3],
        "      must be at most CNY 1,700/month; over by CNY 50/month (February 2026)"
    );
}

#[test]
fn a_standard_that_nobody_has_read_says_so() {
    let reported = View { standing: "verified-secondary".to_owned(), ..rising() };
    assert_eq!(body(std::slice::from_ref(&reported), Chinese)[4], "      标准据报道或转述，未读原文");
    let english = body(&[reported], English);
    assert_eq!(english[4], "      The standard: as reported elsewhere, the document was not read");
}

#[test]
fn a_limit_without_a_settled_bound_says_so() {
    let detail = Detail::Limit(Limit { value: some("0.5"), relation: "<=".to_owned(), ..Limit::default() });
    let open = view("p1/e1", ("报销比例上限", "Cap"), "limit", "undetermined", detail);
    assert_eq!(body(&[open], Chinese)[3], "      标准还不能确定");
}
