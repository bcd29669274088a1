//! Every code that the phase can give, and all faults of an input together.

use super::{real, told, wrong};
use crate::error::Code;
use crate::limits::CASE_BYTES;
use crate::model::{Facts, Node};
use std::collections::HashSet;

/// Twenty-two faults of nineteen kinds in one case.
const BROKEN: &str = r#"{
    "weather": 1,
    "families": [{
        "id": "a", "id": "b",
        "county": "青岛市",
        "children_total": 2.5,
        "parents": [
            {"id": "a", "role": 5, "deduction_share": "1", "employer": {"kindergarten_rule": false, "kindergarten_ratio": "0.3"}},
            {"deduction_share": "0.5", "annual_taxable_income": "many", "employed": "yes"}
        ],
        "children": [{
            "birth_date": "2025-02-30", "birth_order": [{"value": 1}], "birth": [],
            "enrolments": [
                {"institution": "n1", "class": "c2", "from": "2025-09-10", "to": "2025-09-09", "monthly_fee": "1.001"},
                {"institution": "n9", "from": "2025", "monthly_fee": "100000.01", "fee_items": "meals",
                    "service": [{"to": "2025-01-31", "value": "hourly"}, {"from": "2025-01-31", "value": "hourly"}]}
            ]
        }]
    }],
    "institutions": [{"id": "n1"}, {"classes": [{"id": "c2"}]}]
}"#;

#[test]
fn all_faults_of_a_case_are_told_together_in_its_order() {
    let (family, child) = ("families[0]", "families[0].children[0]");
    let (mother, father) = (format!("{family}.parents[0]"), format!("{family}.parents[1]"));
    let (first, second) = (format!("{child}.enrolments[0]"), format!("{child}.enrolments[1]"));
    let counties = "任城区, 兖州区, 曲阜市, 邹城市, 微山县, 鱼台县, 金乡县, 嘉祥县, 汶上县, 泗水县, 梁山县, 济宁高新区, 太白湖新区, 济宁经济技术开发区";
    assert_eq!(
        wrong(BROKEN),
        [
            "unknown-field weather: weather; jurisdiction, institutions, families".to_owned(),
            format!("duplicate-key {family}.id: id; "),
            format!("not-an-option {family}.county: 青岛市; {counties}"),
            format!("number-with-fraction {family}.children_total: 2.5; 2.5"),
            format!("duplicate-id {mother}.id: a; {family}"),
            format!("not-text {mother}.role: 5; "),
            format!("not-a-decimal {father}.annual_taxable_income: many; "),
            format!("not-yes-no {father}.employed: \"yes\"; "),
            format!("no-such-day {child}.birth_date: 2025-02-30; "),
            format!("not-a-line {child}.birth_order: […]; "),
            format!("not-an-object {child}.birth: […]; "),
            format!("end-before-start {first}.to: 2025-09-09; 2025-09-10"),
            format!("too-many-decimals {first}.monthly_fee: 1.001; 2"),
            format!("unknown-id {second}.institution: n9; n1"),
            format!("not-a-date {second}.from: 2025; "),
            format!("out-of-range {second}.monthly_fee: 100000.01; 0 .. 100000"),
            format!("not-a-list {second}.fee_items: \"meals\"; "),
            format!("overlapping-line {second}.service[1]: 2025-01-31 ..; .. 2025-01-31"),
            format!("foreign-class {first}.class: c2; institutions[1]"),
            format!("contradiction {mother}.employer.kindergarten_rule: false; employer.kindergarten_ratio"),
            format!("shares-above-one {family}: 1.5; 1"),
        ]
    );
}

#[test]
fn every_code_of_the_phase_is_given() {
    let deep = "[".repeat(33);
    let large = vec![b' '; CASE_BYTES + 1];
    let texts: [&[u8]; 5] = [b"\xff", b"{", deep.as_bytes(), &large, BROKEN.as_bytes()];
    let mut given = HashSet::new();
    for text in texts {
        let faults = Node::from_json(text).and_then(|node| Facts::read(&node, &real())).unwrap_err();
        given.extend(faults.0.iter().map(|fault| fault.code));
    }
    // The list's own order: the codes of a case as text, then those of its facts.
    let phase = Code::ALL.iter().take_while(|code| **code != Code::NotAMonth);
    let missing: Vec<&Code> = phase.filter(|code| !given.contains(code) && **code != Code::InvalidToml).collect();
    assert_eq!(missing, Vec::<&Code>::new());
}

#[test]
fn a_hostile_input_cannot_make_a_report_without_end() {
    let json = format!(r#"{{"families": [{}1]}}"#, "1,".repeat(50_000));
    let faults = wrong(&json);
    assert_eq!(faults.len(), 10_000);
    assert_eq!(faults[9_999], "not-an-object families[9999]: 1; ");
}

#[test]
fn a_tree_without_places_is_told_in_the_order_of_reading() {
    fn without_places(node: &mut Node) {
        node.offset = 0;
        match &mut node.value {
            crate::model::NodeValue::List(items) => items.iter_mut().for_each(without_places),
            crate::model::NodeValue::Object(members) => members.iter_mut().for_each(|(_, node)| without_places(node)),
            _ => {}
        }
    }
    let mut tree = Node::from_json(BROKEN.as_bytes()).unwrap();
    without_places(&mut tree);
    let mut faults = told(&Facts::read(&tree, &real()).unwrap_err());
    let mut placed = wrong(BROKEN);
    faults.sort();
    placed.sort();
    assert_eq!(faults, placed);
}
