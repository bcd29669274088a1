//! Rows of a roster.

use super::house::{RULES, faults, validator};
use serde_json::{Value, json};
use tuoyu::schema;

#[test]
fn rows_that_fit() {
    let validator = validator(&schema::row(RULES.vocabulary()));
    let rows = [
        json!({}),
        json!({ "enrolment.id": "e1", "child.birth_date": "2025-03-10", "institution.inclusive": true, "班主任": 5 }),
        json!({ "child_birth_order": 2, "class_kind": "infant", "institution_registered": "是", "institution_filed": 1 }),
        json!({ "出生日期": "2025-03-10", "孩次": "2", "月保育费": "2100.00", "班型": "infant", "inclusive": [1, 2.5] }),
        json!({ "enrolment.to": null, "enrolment.from": "", "孩次": "", "institution.filed": "" }),
        json!({ "institution.utilities.water.quantity": "12.5", "institution_utilities_gas_commercial_price": 4 }),
        json!({ "班型": "乳儿班", "institution.registered": "TRUE", "institution.filed": "False" }),
        json!({ "enrolment.fee_items": "meals；校服费" }),
        json!({ "enrolment.fee_items": ["meals", "boarding"] }),
    ];
    for row in rows {
        assert_eq!(faults(&validator, &row), Vec::<String>::new(), "{row}");
    }
}

#[test]
fn rows_that_do_not_fit() {
    let validator = validator(&schema::row(RULES.vocabulary()));
    let rows: [Value; 16] = [
        json!([]),
        // A thing and a dot, and no fact.
        json!({ "child.birthdate": "2025-03-10" }),
        json!({ "birth.id": "b1" }),
        json!({ "institution.utilities": [] }),
        // Two columns for one fact.
        json!({ "child.birth_order": 2, "孩次": 2 }),
        json!({ "孩次": null, "第几孩": null }),
        json!({ "enrolment.id": "e1", "enrolment_id": "e1" }),
        // Cells.
        json!({ "孩次": 2.5 }),
        json!({ "孩次": "2.0" }),
        json!({ "孩次": 0 }),
        json!({ "出生日期": "2025/03/10" }),
        json!({ "institution.registered": "yes" }),
        json!({ "institution.registered": 2 }),
        json!({ "institution.registered": [{ "value": true }] }),
        json!({ "月保育费": "2100.005" }),
        json!({ "单位托育费报销比例": "50" }),
    ];
    for row in rows {
        assert!(!validator.is_valid(&row), "{row}");
    }
}

#[test]
fn a_heading_belongs_to_one_fact() {
    let schema = schema::row(RULES.vocabulary());
    let columns = schema["properties"].as_object().unwrap();
    let facts = RULES.vocabulary().facts.iter().filter(|fact| !schema["$defs"][&fact.id].is_null());
    let named = RULES.vocabulary().things.iter().filter(|thing| thing.named).count();
    // A dotted name, one with underscores, and the headings.
    let names: usize = facts.map(|fact| 2 + fact.headings.len()).sum();
    assert_eq!(columns.len(), names + 2 * named);
}
