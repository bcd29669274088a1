//! Trees and questions of limits, requirements, indicators, the procedure, savings and amounts set elsewhere.

use super::example::{EN, Example, ZH, holds};

const FEE: &str = "jining/inclusive-fee";
const REGISTRATION: &str = "jining/kindergarten-registration";
const UTILITIES: &str = "jining/residential-utilities";

fn institution(facts: &str) -> Example {
    Example::of(&format!(r#"{{"institutions":[{{"id":"n1",{facts}}}]}}"#))
}

/// A child of an inclusive institution, in a senior class, at some fee.
fn enrolled(fee: &str) -> Example {
    Example::of(&format!(
        r#"{{"institutions":[{{"id":"n1","inclusive":true,"classes":[{{"id":"c1","kind":"toddler-senior"}}]}}],
        "families":[{{"children":[{{"id":"k1","enrolments":[{{"id":"e1","class":"c1","from":"2025-09-10",
        "monthly_fee":{fee}}}]}}]}}]}}"#
    ))
}

#[test]
fn a_breached_limit_names_the_months_of_its_figures_and_how_sure_the_standard_is() {
    let fee = r#"[{"to":"2026-08-31","value":"1700.00"},{"from":"2026-09-01","value":"1750.00"}]"#;
    let expected = [
        "✗ 普惠托育收费标准，入托记录 e1，2026年1月至12月：违反",
        "├─ 实际为每月 1,750 元，须不多于每月 1,700 元，超出每月 50 元（2026年9月至12月）",
        "├─ 标准据报道或转述，未读原文",
        "├─ 各月",
        "│  ├─ ✓ 2026年1月至8月：符合",
        "│  └─ ✗ 2026年9月至12月：违反",
    ];
    let lines = enrolled(fee).lines(FEE, ZH);
    holds(&lines, &expected);
    let law = "   └─ 〔2〕山东济宁优化婴幼儿照护服务（人民日报2023年6月8日第13版）（据报道或转述，未读原文）“乳儿班2100元/月/人，其他班1700元/月/人”";
    holds(&lines, &[law]);
    let met = enrolled("\"1700.00\"").lines(FEE, EN);
    holds(&met, &["├─ found: CNY 1,700 a month, must be at most CNY 1,700 a month"]);
}

#[test]
fn a_requirement_names_what_is_lacking() {
    let safety =
        r#""security_guards":0,"physical_protection":true,"technical_protection":true,"safety_inspection":true"#;
    let lines = institution(safety).lines("jining/safety-measures", ZH);
    let expected = [
        "✗ 安全防护措施，托育机构 n1，2026年1月至12月：违反",
        "├─ 各月",
        "│  └─ ✗ 2026年1月至12月：违反，不符合“配备安保人员”",
    ];
    holds(&lines, &expected);
    let internal = institution(r#""rules_exercise":false"#).lines("jining/internal-systems", EN);
    let expected =
        "│  └─ ✗ January to December 2026: not met yet, because this does not hold: “Rules on physical exercise”";
    holds(&internal, &["├─ Month by month", expected]);
}

#[test]
fn an_indicator_tells_the_quotient_and_the_day() {
    let place = r#"{"jurisdiction":{"average_price":"1000.00","disposable_income_per_head":"36000.00",
        "children_under_three":50000,"children_health_managed":44000}}"#;
    let missed = Example::of(place).lines("jining/target-price-burden", ZH);
    let expected = [
        "✗ 托育服务平均价格占居民人均可支配收入比重，地区：未达标",
        "├─ 实际为 33.33%，须不多于 30%，期限 2025年12月31日",
        "├─ 按 2025年12月31日 的情况判断",
        "├─ 条件",
        "│  └─ ✗ 托育服务平均价格占居民人均可支配收入比重〔1〕",
        "│     ├─ 托育服务平均价格（地区）：每月 1,000.00 元",
        "│     └─ 居民人均可支配收入（地区）：每年 36,000.00 元",
    ];
    holds(&missed, &expected);
    let pending = Example::of(place).lines("jining/target-health-management", EN);
    let expected = [
        "☐ Share of children under three in health management, jurisdiction: not yet due",
        "├─ found: 88%, must be at least 90%, due 31 December 2027",
        "├─ judged as of 31 December 2026",
    ];
    holds(&pending, &expected);
}

#[test]
fn an_indicator_shows_the_facts_that_it_was_worked_out_of() {
    // 63 of 150 institutions are 42 %; 2010 of 6000 places are 33.5 %.
    let place = r#"{"jurisdiction":{"institutions_complete":false,"institutions_total":150,"institutions_public":63,
        "places_total":6000,"places_public":2010}}"#;
    let of =
        |basis: &str| Example::of(place).reading("public-share-basis", basis).lines("jining/target-public-share", ZH);
    let institutions = of("institutions");
    let expected = [
        "│     ├─ 已列出全部托育机构（地区）：否",
        "│     ├─ 地区托育机构总数（地区）：150",
        "│     └─ 地区公办托育机构数（地区）：63",
    ];
    holds(&institutions, &expected);
    holds(&of("places"), &["├─ 实际为 33.5%，须不少于 42%，期限 2025年12月31日"]);
    holds(&of("places"), &["│     ├─ 地区托位总数（地区）：6,000", "│     └─ 地区公办托位数（地区）：2,010"]);
}

#[test]
fn a_thing_that_an_indicator_counts_is_asked_for_by_its_name() {
    let place = r#"{"jurisdiction":{"institutions_complete":true},
        "institutions":[{"id":"n1","ownership":"public"},{"id":"n2","ownership":"private"},{"id":"n3"}]}"#;
    let example = Example::of(place);
    // One of three, or two of three.
    let questions = example.questions("jining/target-public-share");
    let text = questions[0].tree().text(ZH);
    assert!(text.starts_with("1. 托育机构由谁举办？（托育机构 n3）\n"), "{text}");
    assert!(text.contains("\n│     └─ 用来判断“公办（含国企办）托育机构占比”\n"), "{text}");
    assert!(text.ends_with("\n   ├─ ✓ 公办：达标\n   ├─ ✓ 国企办：达标\n   └─ ✗ 社会办：未达标"), "{text}");
    // Of what was listed nothing is taken from the totals.
    holds(
        &example.lines("jining/target-public-share", EN),
        &["│     └─ Every institution is listed (jurisdiction): yes"],
    );
}

#[test]
fn the_procedure_tells_each_step_with_its_facts() {
    let facts = r#""setting":"kindergarten","legal_form":"company","education_confirmed":true,"registration_changed":false,
        "in_county_rollup":false,"filed_by_health":false"#;
    let expected = [
        "☐ 幼儿园托班登记备案，托育机构 n1：办理中",
        "├─ 按 2026年12月31日 的情况判断",
        "├─ 步骤",
        "│  ├─ ✓ 审核确认（同级教育部门）：已办结〔1〕",
        "│  │  └─ 教育部门审核确认（托育机构 n1）：是",
        "│  ├─ ☐ 下一步：变更经营范围（市场监管部门或行政审批部门，《营业执照》）〔1〕",
    ];
    let lines = institution(facts).lines(REGISTRATION, ZH);
    holds(&lines, &expected);
    // The steps' facts stand with the steps and nowhere else.
    assert_eq!(lines.iter().filter(|line| line.contains("教育部门审核确认（")).count(), 1);
}

#[test]
fn a_fact_that_a_step_reads_twice_is_told_once() {
    // The certificate alone for other forms, the certificate and the charter for this one.
    let facts = r#""setting":"kindergarten","legal_form":"social-service-organization","education_confirmed":true,
        "registration_changed":true,"in_county_rollup":true,"filed_by_health":true"#;
    let lines = institution(facts).lines(REGISTRATION, ZH);
    assert_eq!(lines.iter().filter(|line| line.contains("登记证书变更（托育机构 n1）：是")).count(), 1, "{lines:?}");
}

#[test]
fn without_a_legal_form_the_ways_are_told_and_the_form_is_asked() {
    let facts = r#""setting":"kindergarten","education_confirmed":true,"registration_changed":true,"charter_approved":true,
        "in_county_rollup":true,"filed_by_health":true"#;
    let example = institution(facts);
    let expected = [
        "│  ├─ ? 怎样办理要看法人类型〔1〕",
        "│  │  ├─ 事业单位法人：调整主要职责，变更宗旨和业务范围（机构编制部门，《事业单位法人证书》）",
        "│  │  ├─ 民办非企业单位：变更业务范围，核准修改后的章程（行政审批部门，《民办非企业单位登记证书》）",
        "│  │  ├─ 营利：变更经营范围（市场监管部门或行政审批部门，《营业执照》）",
        "│  │  ├─ 其他：原文没有规定",
    ];
    holds(&example.lines(REGISTRATION, ZH), &expected);
    let questions = example.questions(REGISTRATION);
    assert_eq!(questions.iter().map(|one| one.fact.as_str()).collect::<Vec<_>>(), ["institution.legal_form"]);
    let other = institution(&facts.replace("\"education", "\"legal_form\":\"other\",\"education"));
    let lines = other.lines(REGISTRATION, EN);
    holds(&lines, &["Registration and filing of a kindergarten nursery, childcare institution n1: no procedure given"]);
    holds(&lines, &["│  ├─ The text says nothing of how this kind of institution does it 〔1〕"]);
}

const HEATING: &str = r#""utilities":[{"kind":"electricity","quantity":"1200","residential_price":"0.55","commercial_price":"0.72"},
    {"kind":"heating","quantity":"40","residential_price":"22"}]"#;

#[test]
fn each_utility_is_one_line_and_nobody_pays_the_saving() {
    let expected = [
        "├─ 金额",
        "│  ├─ 用电（托育机构 n1）：月用量 1,200，居民生活价格 0.55 元，工商业价格 0.72 元",
        "│  ├─ 用水（托育机构 n1）：没有",
        "│  ├─ 用气（托育机构 n1）：没有",
        "│  ├─ 用暖（托育机构 n1）：月用量 40，居民生活价格 22 元，工商业价格未知",
        "│  └─ 受益方：托育机构",
    ];
    holds(&institution(HEATING).lines(UTILITIES, ZH), &expected);
    // 1200 × (0.72 − 0.55) is 204 a month.
    let known = HEATING.replace("\"22\"", "\"22\",\"commercial_price\":\"22\"");
    holds(&institution(&known).lines(UTILITIES, EN), &["│  ├─ CNY 204 a month × 12 months = CNY 2,448.00"]);
}

#[test]
fn a_number_of_a_record_is_asked_for_by_itself() {
    let questions = institution(HEATING).questions(UTILITIES);
    assert_eq!(questions.len(), 1);
    let expected = [
        "1. 用暖的工商业价格是多少？（托育机构 n1）",
        "├─ 价格填每个计量单位多少元，居民生活价格填不分阶梯的价格。",
        "├─ 谁知道：托育机构",
        "├─ 可填：0 至 10,000 元，最多 6 位小数",
    ];
    let text = questions[0].tree().text(ZH);
    assert_eq!(text.lines().take(4).collect::<Vec<_>>(), expected);
    let en = questions[0].tree().text(EN);
    assert!(en.starts_with("1. What is the commercial price of heating? (childcare institution n1)\n"), "{en}");
}

#[test]
fn what_another_text_sets_is_told_in_words() {
    let lines = institution(r#""county":"任城区""#).lines("jining/training-subsidy", ZH);
    let expected = [
        "? 职业技能培训补贴，托育机构 n1，2026年1月至12月：待定",
        "├─ ? 金额由其他文件规定，不在本规则之内：职业技能培训补贴标准",
    ];
    holds(&lines, &expected);
}
