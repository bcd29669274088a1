//! Why not, in words.

use super::{rules, words};
use crate::listing::view::{Reason, View};
use crate::listing::why::{Asked, common, ending, failing, required};
use serde_json::{Value, json};
use tuoyu::source::Language::{Chinese, English};

const YEAR: Asked<'_> = Asked { from: "2026-01", to: "2026-12" };

fn reason(condition: &str, fact: &str, found: Value, held: (&str, &str)) -> Reason {
    Reason {
        condition: condition.to_owned(),
        holds: Some(false),
        fact: Some(fact.to_owned()),
        found,
        relation: (!held.0.is_empty()).then(|| held.0.to_owned()),
        bound: (!held.1.is_empty()).then(|| held.1.to_owned()),
        from: "2026-01".to_owned(),
        to: "2026-12".to_owned(),
        ..Reason::default()
    }
}

fn told(reasons: Vec<Reason>) -> [Vec<String>; 2] {
    let rules = rules();
    let view = View { reasons, ..View::default() };
    [Chinese, English].map(|language| failing(&view, YEAR, rules.vocabulary(), language))
}

#[test]
fn a_yes_that_is_a_no_is_told_with_its_fact() {
    let [zh, en] = told(vec![reason("filed", "institution.filed", json!(false), ("is", "true"))]);
    assert_eq!((zh, en), (vec!["备案：否".to_owned()], vec!["Filed: no".to_owned()]));
}

#[test]
fn a_day_is_told_with_the_day_until_which_it_holds() {
    let birthday = Reason {
        words: Some(words("未满三周岁", "Under three")),
        judges_day: true,
        from: "2026-05".to_owned(),
        ..reason("under-three", "child.birth_date", json!("2023-05-31"), ("<", "2026-05-31"))
    };
    let [zh, en] = told(vec![birthday]);
    assert_eq!(zh, ["未满三周岁：出生日期 2023-05-31，只在 2026-05-31 之前成立（2026年5月至12月）"]);
    assert_eq!(en, ["Under three: Date of birth 2023-05-31, holds only before 2026-05-31 (May to December 2026)"]);
}

#[test]
fn stretches_of_one_answer_are_told_once() {
    let running = |from: &str, to: &str| Reason {
        words: Some(words("在托", "Enrolled")),
        judges_day: true,
        from: from.to_owned(),
        to: to.to_owned(),
        ..reason("running", "enrolment.from", json!("2026-03-02"), ("in", "2026-03-02 .. 2026-06-14"))
    };
    let [zh, en] = told(vec![running("2026-01", "2026-02"), running("2026-06", "2026-12")]);
    assert_eq!(zh, ["在托：只在 2026-03-02 至 2026-06-14（2026年1月至2月、2026年6月至12月）"]);
    assert_eq!(en, ["Enrolled: only 2026-03-02 to 2026-06-14 (January to February 2026, June to December 2026)"]);
}

#[test]
fn a_number_is_told_with_what_would_be_right() {
    let guards = reason("guards", "institution.security_guards", json!(0), (">=", "1"));
    let fee = reason("fee", "enrolment.monthly_fee", json!("2300.00"), ("<=", "2100"));
    let share = reason("share", "employer.childcare_ratio", json!("0.8500"), ("<=", "0.6"));
    let [zh, en] = told(vec![guards, fee, share]);
    assert_eq!(
        zh,
        [
            "安保人员数 0，须不少于 1",
            "月保育费 2,300.00 元/月，须不超过 2,100 元/月",
            "单位托育费报销比例 85%，须不超过 60%",
        ]
    );
    assert_eq!(en[1], "Monthly fee CNY 2,300.00/month, must be at most CNY 2,100/month");
}

#[test]
fn an_option_is_told_in_words() {
    let kind = reason("kind", "institution.setting", json!("community"), ("in", "kindergarten, standalone"));
    let [zh, _] = told(vec![kind]);
    assert_eq!(zh, ["机构类别 社区嵌入，须为幼儿园托班、独立托育机构之一"]);
}

#[test]
fn what_the_law_does_not_set_is_told() {
    let [zh, en] = told(vec![reason("rate", "child.birth_order", json!(1), ("", ""))]);
    assert_eq!((zh[0].as_str(), en[0].as_str()), ("孩次 1，没有相应的标准", "Birth order 1: no rate is set for it"));
    let [zh, en] = told(vec![reason("rate", "parent.annual_taxable_income", json!(null), ("", ""))]);
    assert_eq!((zh[0].as_str(), en[0].as_str()), ("这些月份没有应付的数额", "No amount falls due in these months"));
    let ratio = Reason {
        words: Some(words("报销比例大于零", "The ratio is above zero")),
        ..reason("reimbursed", "employer.kindergarten_rule", json!(true), ("", ""))
    };
    assert_eq!(told(vec![ratio])[0], ["报销比例大于零：不成立"]);
}

#[test]
fn what_time_alone_will_change_is_told_with_its_month() {
    let born = Reason {
        words: Some(words("已出生", "Born")),
        judges_day: true,
        changes_in: Some("2027-04".to_owned()),
        ..reason("born", "child.birth_date", json!("2027-04-10"), (">=", "2027-04-10"))
    };
    assert_eq!(told(vec![born.clone()])[0], ["已出生：出生日期 2027-04-10，自 2027-04-10 起才成立；自2027年4月起成立"]);
    let state = "granted".to_owned();
    let view = View { state, reasons: vec![Reason { holds: Some(true), ..born }], ..View::default() };
    let rules = rules();
    assert_eq!(ending(&view, YEAR, rules.vocabulary(), Chinese), ["“已出生”自2027年4月起不再成立"]);
    assert_eq!(ending(&view, YEAR, rules.vocabulary(), English), ["“Born” no longer holds from April 2027"]);
    let refused = View { state: "refused".to_owned(), ..view };
    assert!(ending(&refused, YEAR, rules.vocabulary(), English).is_empty());
}

#[test]
fn what_all_fail_by_is_common_only_to_several() {
    let (a, b) = (vec!["x".to_owned(), "y".to_owned()], vec!["y".to_owned()]);
    assert_eq!(common([&a, &b].into_iter()), ["y"]);
    assert_eq!(common([&a, &a, &b].into_iter()), ["y"]);
    assert!(common([&a].into_iter()).is_empty());
}

#[test]
fn relations_are_words() {
    assert_eq!(required("<=", "60%", Chinese), "须不超过 60%");
    assert_eq!(required("=", "100%", English), "must be 100%");
}
