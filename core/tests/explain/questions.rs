//! Missing facts as questions.

use super::example::{EN, Example, ZH};
use serde_json::json;

const FAMILY: &str = "jining/family-subsidy";
const OPERATING: &str = "jining/operating-subsidy";

#[test]
fn the_birth_order_is_asked_with_all_that_it_can_lead_to() {
    // Example 5: 12 × 300 and 12 × 500; a fourth child waits for the reading.
    let questions = Example::named("Birth order unknown leaves").questions(FAMILY);
    assert_eq!(questions.len(), 1);
    let expected = [
        "1. 这是第几个孩子？（孩子 k1）",
        "├─ 一孩填1，二孩填2；再婚、收养、双胞胎等怎样算孩次，通知没有写明。",
        "├─ 谁知道：家长",
        "├─ 可填：1 至 20，整数",
        "├─ 为什么问",
        "│  └─ 入托补贴，入托记录 e1：待定，0.00 至 6,000.00 元",
        "│     └─ 用来判断“金额”",
        "└─ 不同的回答",
        "   ├─ ✗ 1：不予",
        "   ├─ ✓ 2：给予，3,600.00 元",
        "   ├─ ✓ 3：给予，6,000.00 元",
        "   └─ ? 4 及以上：待定，0.00 至 6,000.00 元",
    ];
    assert_eq!(questions[0].tree().text(ZH), expected.join("\n"));
    assert_eq!(questions[0].asked_by[0].states, ["refused", "granted", "undetermined"]);
}

#[test]
fn a_chosen_reading_leaves_no_answer_open() {
    let questions = Example::named("Birth order unknown leaves").reading("fourth-child", "as-third").questions(FAMILY);
    let text = questions[0].tree().text(EN);
    let answers: Vec<&str> = text.lines().skip_while(|line| *line != "└─ Where each answer leads").skip(1).collect();
    // The third and every later child are one answer.
    assert_eq!(
        answers,
        ["   ├─ ✗ 1: refused", "   ├─ ✓ 2: granted, CNY 3,600.00", "   └─ ✓ 3 or more: granted, CNY 6,000.00"]
    );
}

#[test]
fn a_fact_of_several_rules_is_asked_once() {
    // Example 6: 3000 and 900, or nothing.
    let questions = Example::named("Inclusive unknown").questions_of(&[OPERATING, "jining/city-award"]);
    assert_eq!(questions.len(), 1);
    let expected = [
        "1. Is the institution recognised as inclusive, that is, as affordable childcare with government support? (childcare institution n1)",
        "├─ What counts is the list that the authority of the county or above publishes.",
        "├─ Who knows: the authority",
        "├─ May be: yes or no",
        "├─ Why it is asked",
        "│  ├─ Operating subsidy for inclusive nurseries, enrolment e1: undetermined, CNY 0.00 to 3,000.00",
        "│  │  └─ decides “Recognised as inclusive”",
        "│  └─ City's award to the county, enrolment e1: undetermined, CNY 0.00 to 900.00",
        "│     └─ decides “Recognised as inclusive”",
        "└─ Where each answer leads",
        "   ├─ yes",
        "   │  ├─ ✓ Operating subsidy for inclusive nurseries, enrolment e1: granted, CNY 3,000.00",
        "   │  └─ ✓ City's award to the county, enrolment e1: granted, CNY 900.00",
        "   └─ no",
        "      ├─ ✗ Operating subsidy for inclusive nurseries, enrolment e1: refused",
        "      └─ ✗ City's award to the county, enrolment e1: refused",
    ];
    assert_eq!(questions[0].tree().text(EN), expected.join("\n"));
}

#[test]
fn where_nothing_is_missing_nothing_is_asked() {
    for name in ["An infant enrolled to 9 March", "A known missing filing", "A second child who turns three"] {
        assert_eq!(Example::named(name).questions(OPERATING), [], "{name}");
    }
}

#[test]
fn a_fact_of_a_thing_that_nothing_links_to_can_be_tried() {
    let case = r#"{"families":[{"children":[{"id":"k1","enrolments":[{"id":"e1","from":"2025-09-10"}]}]}]}"#;
    let questions = Example::of(case).questions(OPERATING);
    let facts: Vec<&str> = questions.iter().map(|question| question.fact.as_str()).collect();
    assert_eq!(facts, ["institution.registered", "institution.filed", "institution.inclusive", "class.kind"]);
    let states = |place: usize| {
        let answers = questions[place].answers.iter();
        answers.map(|answer| (answer.value.clone(), answer.outcomes[0].state.as_str())).collect::<Vec<_>>()
    };
    assert_eq!(states(0), [(json!(true), "undetermined"), (json!(false), "refused")]);
    // An infant class may still bring 3000, every other 2000.
    let ranges: Vec<&str> =
        questions[3].answers.iter().map(|answer| answer.outcomes[0].range.as_ref().unwrap()[1].as_str()).collect();
    assert_eq!(ranges, ["3000.00", "2000.00", "2000.00", "2000.00"]);
}

#[test]
fn an_earlier_enrolment_of_the_same_child_is_a_reason_to_ask() {
    let case = r#"{"institutions":[{"id":"n1","registered":true,"filed":true,"inclusive":true,
        "classes":[{"id":"c1","kind":"infant"}]}],
        "families":[{"children":[{"id":"k1","enrolments":[{"id":"e1","from":"2025-09-10"},
        {"id":"e2","class":"c1","from":"2025-09-10"}]}]}]}"#;
    let questions = Example::of(case).questions(OPERATING);
    assert_eq!(questions[0].fact, "institution.registered");
    let second = &questions[0].asked_by[1];
    assert_eq!((second.subject.as_str(), second.conditions.len()), ("e2", 0));
    // Without a registration the first takes no month, so the second has them all.
    let no = &questions[0].answers[1];
    assert_eq!((no.value.clone(), no.outcomes[1].amount.as_deref()), (json!(false), Some("3000.00")));
}

#[test]
fn a_date_and_a_fee_are_left_at_their_range() {
    let case = r#"{"families":[{"parents":[{"id":"p1","employer":{"childcare_ratio":"0.5","kindergarten_ratio":"0.5"}}],
        "children":[{"id":"k1","birth_order":2,"enrolments":[{"id":"e1","from":"2025-09-10"}]}]}]}"#;
    let questions = Example::of(case).questions("jining/employer-reimbursement");
    assert_eq!((questions[0].fact.as_str(), questions[0].answers.len()), ("enrolment.monthly_fee", 0));
    assert_eq!(questions[0].values.words.zh, "每月 0 至 100,000 元，最多 2 位小数");
    assert_eq!(questions[0].values.unit.as_deref(), Some("CNY/month"));
    let questions = Example::of(case).questions(FAMILY);
    assert_eq!((questions[0].fact.as_str(), questions[0].answers.len()), ("child.birth_date", 0));
    assert_eq!(questions[0].values.words.en, "a day from 1900-01-01 to 2100-12-31");
}

#[test]
fn the_json_form_carries_bounds_and_the_ranges_of_answers() {
    let questions = Example::named("Birth order unknown leaves").questions(FAMILY);
    let question = serde_json::to_value(&questions[0]).unwrap();
    assert_eq!(
        question["values"],
        json!({"kind": "number", "options": [], "minimum": "1", "maximum": "20", "decimals": 0, "allowed": [],
               "unit": "1", "words": {"zh": "1 至 20，整数", "en": "1 to 20, a whole number"}})
    );
    assert_eq!(
        question["answers"][3],
        json!({"value": 4, "to": 20, "words": {"zh": "4 及以上", "en": "4 or more"}, "outcomes": [
            {"subject": "e1", "rule": FAMILY, "state": "undetermined", "amount": null, "range": ["0.00", "6000.00"],
             "words": {"zh": "待定，0.00 至 6,000.00 元", "en": "undetermined, CNY 0.00 to 6,000.00"}}]})
    );
}
