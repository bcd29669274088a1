//! Answers in words: by whether something holds, and by date.

use super::kinds::small;
use crate::{Ask, Rules};
use serde_json::{Value, json};

const LAW: &str = "公办或者普惠机构实行政府指导价，其他实行市场调节价。";

fn pricing() -> Rules {
    small(
        LAW,
        "lookup pricing for institution
  title  收费方式 | Pricing
  let    guided = institution.ownership is public or institution.inclusive
  value by guided
    yes:  政府指导价 | Guided
    no:   市场调节价 | Market",
    )
}

/// The one outcome of a case.
fn answer(rules: &Rules, institution: &str, from: &str, to: &str) -> Value {
    let case = rules.read_json(format!(r#"{{"institutions":[{institution}]}}"#).as_bytes()).unwrap();
    let assessment = rules.assess(&case, &Ask::window(from, to)).unwrap();
    serde_json::to_value(&assessment.outcomes[0]).unwrap()
}

fn words(rules: &Rules, institution: &str) -> (Value, Value, Value) {
    let told = answer(rules, institution, "2026-01", "2026-01");
    (told["state"].clone(), told["value"]["en"].clone(), told["missing"].clone())
}

#[test]
fn words_go_by_whether_something_holds() {
    let rules = pricing();
    let known =
        |institution: &str, en: &str| assert_eq!(words(&rules, institution), (json!("known"), json!(en), json!([])));
    known(r#"{"ownership":"public","inclusive":false}"#, "Guided");
    known(r#"{"ownership":"state-owned","inclusive":true}"#, "Guided");
    known(r#"{"ownership":"state-owned","inclusive":false}"#, "Market");
    // What settles it is enough.
    known(r#"{"ownership":"public"}"#, "Guided");
    known(r#"{"inclusive":true}"#, "Guided");
    let missing = json!([{ "subject": "n1", "fact": "institution.inclusive" }]);
    assert_eq!(words(&rules, r#"{"id":"n1","ownership":"private"}"#), (json!("undetermined"), Value::Null, missing));
}

#[test]
fn words_of_an_institution_follow_its_facts_month_by_month() {
    let line =
        r#"{"ownership":"private","inclusive":[{"to":"2026-02-15","value":false},{"from":"2026-02-16","value":true}]}"#;
    let told = answer(&pricing(), line, "2026-01", "2026-03");
    let lines: Vec<_> =
        told["months"].as_array().unwrap().iter().map(|line| (&line["from"], &line["value"]["en"])).collect();
    assert_eq!(lines, [(&json!("2026-01"), &json!("Market")), (&json!("2026-02"), &json!("Guided"))]);
    assert_eq!(told["value"]["en"], "Market");
}

const RELIEF: &str = "lookup relief for institution
  title  优惠 | Relief
  force  2025-06-01 .. 2025-12-31
  value list
    tax: 第一 | First
    fee: 第二 | Second

lookup relief for institution
  title  优惠 | Relief
  force  2026-01-01 .. 2027-12-31
  value list
    tax: 第三 | Third";

#[test]
fn lists_change_by_date() {
    let rules = small("减免税费。", RELIEF);
    let told = answer(&rules, "{}", "2025-05", "2026-01");
    assert_eq!(told["state"], "known");
    assert_eq!(told["value"][1]["en"], "Second");
    let months = told["months"].as_array().unwrap();
    let line = |place: usize| (&months[place]["from"], &months[place]["to"], &months[place]["state"]);
    assert_eq!(line(0), (&json!("2025-05"), &json!("2025-05"), &json!("not-in-force")));
    assert_eq!(line(1), (&json!("2025-06"), &json!("2025-12"), &json!("known")));
    assert_eq!(line(2), (&json!("2026-01"), &json!("2026-01"), &json!("known")));
    assert_eq!(months[2]["value"], json!([{ "key": "tax", "zh": "第三", "en": "Third" }]));
    let both = |from, to| answer(&rules, "{}", from, to)["state"].clone();
    assert_eq!(both("2027-12", "2028-01"), "known");
    assert_eq!(both("2028-01", "2028-01"), "not-in-force");
}
