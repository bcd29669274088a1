//! What each kind of outcome shows.

use super::{listed, months, words};
use crate::listing::view::{Detail, Entitlement, Limit, Months, Sum, View};
use tuoyu::source::Language::{Chinese, English};
use tuoyu::source::{Language, Words};

pub const CASE: &str = r#"{"jurisdiction":{"name":"济宁市"},
  "institutions":[{"id":"n1","name":"城北幼儿园托班","county":"邹城市","classes":[{"id":"c1","kind":"infant","children":8}]}],
  "families":[{"id":"f1","parents":[{"id":"p1","role":"mother"}],
    "children":[{"id":"k1","enrolments":[{"id":"e1","class":"c1","monthly_fee":"2300.00"}]}]}]}"#;

pub fn view(subject: &str, title: (&str, &str), kind: &str, state: &str, detail: Detail) -> View {
    View {
        subject: subject.to_owned(),
        rule: title.1.to_owned(),
        title: words(title.0, title.1),
        kind: kind.to_owned(),
        state: state.to_owned(),
        standing: "seed".to_owned(),
        detail,
        ..View::default()
    }
}

/// The lines below the first rule.
pub fn body(views: &[View], language: Language) -> Vec<String> {
    let lines = listed(CASE, views, &[], ("2026-01", "2026-03"), language);
    lines.into_iter().skip_while(|line| !line.starts_with('─')).skip(1).collect()
}

pub fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn fee(state: &str, excess: Option<&str>) -> View {
    let detail = Detail::Limit(Limit {
        which: None,
        outside: None,
        is_list: false,
        value: some("2300"),
        relation: "<=".to_owned(),
        bound: some("2100"),
        excess: excess.map(str::to_owned),
        unit: some("CNY/month"),
    });
    let lines = vec![months("2026-01", "2026-01", "not-applicable"), months("2026-02", "2026-03", state)];
    View { months: lines, ..view("e1", ("普惠收费标准", "Fee standard"), "limit", state, detail) }
}

#[test]
fn a_limit_shows_value_bound_and_excess() {
    // 72 columns: the figure takes 11 and the months 3, the state 4, each behind a gap of 2; the title ends at 16.
    let row = format!("    普惠收费标准{}违反   ✗✗  2,300 元/月", " ".repeat(34));
    let name = "  入托记录 e1（k1）";
    let told = "  城北幼儿园托班 · 乳儿班";
    // In January the child is not yet enrolled.
    let bound = "      须不超过 2,100 元/月，超出 200 元/月（2026年2月至3月）";
    assert_eq!(body(&[fee("breached", Some("200"))], Chinese), [name, told, row.as_str(), bound]);
    assert_eq!(body(&[fee("met", None)], English)[3], "      must be at most CNY 2,100/month (February to March 2026)");
}

#[test]
fn a_limit_without_a_unit_is_a_share() {
    let detail = Detail::Limit(Limit {
        which: None,
        outside: None,
        is_list: false,
        value: some("0.85"),
        relation: "<=".to_owned(),
        bound: some("0.6"),
        excess: some("0.25"),
        unit: None,
    });
    let lines = body(&[view("p1/e1", ("报销比例上限", "Cap"), "limit", "breached", detail)], Chinese);
    assert_eq!(lines[0], "  家长 p1（母亲） × 入托记录 e1（k1）");
    assert_eq!(lines[1], "  月保育费 2,300.00 元/月");
    assert!(lines[2].ends_with("85%"), "{}", lines[2]);
    assert_eq!(lines[3], "      须不超过 60%，超出 25%");
}

#[test]
fn a_requirement_that_does_not_bind_says_so_where_it_is_not_met() {
    let requirement = |state: &str, binding: bool| View {
        months: vec![months("2026-01", "2026-03", state)],
        ..view("n1", ("医疗机构签约", "Contract"), "requirement", state, Detail::Requirement { binding })
    };
    // The longest state takes 6 of 72 columns, the months 3, and there is no figure behind its gap.
    let row = |state: &str| format!("    医疗机构签约{}{state}", " ".repeat(43));
    let soft = "      由卫生健康部门推动，不是对机构的强制要求".to_owned();
    let guiding = Some(words("由卫生健康部门推动", "Promoted by the health department"));
    let short = View { guiding, ..requirement("short", false) };
    let english = body(std::slice::from_ref(&short), English);
    assert_eq!(english[1], "      Promoted by the health department; not binding on the institution");
    let views = [short, requirement("breached", true), requirement("met", false)];
    let rows = [row("未做到  ✗✗✗"), soft, row("违反    ✗✗✗"), row("符合    ✓✓✓")];
    assert_eq!(body(&views, Chinese), rows);
}

#[test]
fn a_saving_is_no_payment_and_a_wide_range_has_its_own_line() {
    let saving = |range: [&str; 2]| Entitlement {
        form: "saving".to_owned(),
        range: Some(range.map(str::to_owned)),
        range_exact: true,
        unit: "CNY".to_owned(),
        ..Entitlement::default()
    };
    let own = |range| Detail::Entitlement(saving(range));
    let title = ("居民价格", "Residential prices");
    let wide = view("n1", title, "entitlement", "undetermined", own(["3384.00", "4792824.00"]));
    let lines = body(&[wide], Chinese);
    assert_eq!(lines[0].trim_end(), lines[0]);
    assert_eq!(lines[1..], ["      范围 3,384.00 至 4,792,824.00 元", "      是少付的钱，不是发放的钱"]);
    // 24 columns still stand in the row.
    let narrow = body(&[view("n1", title, "entitlement", "undetermined", own(["1000.00", "45760.00"]))], Chinese);
    assert!(narrow[0].ends_with("  1,000.00 至 45,760.00 元"), "{narrow:?}");
}

#[test]
fn days_and_floors_are_not_yuan() {
    let leave = Entitlement {
        amount: some("15"),
        range: Some(["15".to_owned(), "15".to_owned()]),
        range_exact: true,
        at_least: true,
        unit: "day".to_owned(),
        ..Entitlement::default()
    };
    let leave = view("p1", ("陪产假", "Leave"), "entitlement", "granted", Detail::Entitlement(leave));
    assert!(body(std::slice::from_ref(&leave), Chinese)[1].ends_with("至少 15 天"));
    assert!(body(&[leave], English)[1].ends_with("at least 15 days"));
}

#[test]
fn a_rule_that_says_nothing_is_one_of_a_line() {
    let silent = |title: (&str, &str), state: &str| view("e1", title, "entitlement", state, Detail::None);
    let views = [
        silent(("入托补贴", "Subsidy"), "not-applicable"),
        silent(("市级奖补", "Award"), "not-in-force"),
        silent(("运营补助", "Operating"), "not-applicable"),
    ];
    assert_eq!(body(&views, Chinese)[2..], ["    不适用：入托补贴、运营补助", "    不在有效期：市级奖补"]);
}

#[test]
fn what_somebody_may_decide_is_added_up_apart() {
    let sum = |payer: &str, form: &str, discretionary: bool, amount: Option<&str>| Sum {
        payer: some(payer),
        payee: some("family"),
        form: form.to_owned(),
        unit: "CNY".to_owned(),
        discretionary,
        amount: amount.map(str::to_owned),
        range: ["0.00".to_owned(), "12000.00".to_owned()],
    };
    let sums = [
        sum("county", "payment", false, Some("3600.00")),
        sum("employer", "payment", true, None),
        Sum { payer: None, payee: some("institution"), ..sum("", "saving", false, Some("3384.00")) },
        sum("state", "saving", false, Some("800.00")),
    ];
    let one = fee("met", None);
    let lines = listed(CASE, &[one], &sums, ("2026-01", "2026-03"), Chinese);
    let lines: Vec<String> = lines.into_iter().skip_while(|line| line != "合计").collect();
    let right = |name: &str, amount: &str| {
        let room = 72 - crate::listing::width::columns(name) - crate::listing::width::columns(amount);
        format!("{name}{}{amount}", " ".repeat(room))
    };
    assert_eq!(
        lines,
        [
            "合计".to_owned(),
            right("  县（市、区）政府（管委会）付给家庭", "3,600.00 元"),
            String::new(),
            "少付的钱（不是发放，不在合计之内）".to_owned(),
            right("  托育机构少付", "3,384.00 元"),
            right("  家庭少付，由国家承担", "800.00 元"),
            String::new(),
            "可由用人单位决定（不在合计之内）".to_owned(),
            right("  用人单位付给家庭", "0.00 至 12,000.00 元"),
        ]
    );
    let english = listed(CASE, &[], &sums, ("2026-01", "2026-03"), English);
    for expected in [
        "For the employer to decide (not in the totals)".to_owned(),
        "Less to be paid (nothing is paid out; not in the totals)".to_owned(),
        right("  Childcare institution: saving", "CNY 3,384.00"),
        right("  Family: saving, borne by the state", "CNY 800.00"),
    ] {
        assert!(english.contains(&expected), "{expected}: {english:?}");
    }
}

#[test]
fn a_sum_is_shown_term_by_term() {
    let line = |from: &str, to: &str, rate: &str| Months {
        rate: some(rate),
        per: some("year"),
        ..months(from, to, "granted")
    };
    let entitlement = Entitlement {
        amount: some("666.67"),
        range: Some(["666.67".to_owned(), "666.67".to_owned()]),
        range_exact: true,
        unit: "CNY".to_owned(),
        payer_place: Some(Words { zh: "邹城市".to_owned(), en: "Zoucheng City".to_owned() }),
        ..Entitlement::default()
    };
    let view = View {
        months: vec![line("2026-01", "2026-02", "3000"), line("2026-03", "2026-03", "2000")],
        ..view("e1", ("运营补助", "Operating"), "entitlement", "granted", Detail::Entitlement(entitlement))
    };
    let expected = "      = 2 个月 × 3,000 元 ÷ 12 + 1 个月 × 2,000 元 ÷ 12，由邹城市支付";
    assert_eq!(body(&[view], Chinese)[3], expected);
}
