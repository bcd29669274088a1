//! One form for all cases that say the same.

use super::{read, read_with, real, small};
use serde_json::json;

#[test]
fn the_facts_as_read_in_the_shape_of_the_contract() {
    let case = read(
        r#"{
        "jurisdiction": {},
        "families": [{"id": "f1", "county": "邹城市", "children_total": "2",
            "parents": [{"role": "father", "deduction_share": 1, "employer": {"childcare_ratio": "0.5"}}, {"id": "p2"}],
            "children": [{"birth_date": "2025-03-10", "birth": {}, "enrolments": [
                {"id": "e1", "class": "c1", "from": "2025-09-10", "to": null, "fee_items": ["meals", "x"]},
                {"id": "e2", "monthly_fee": [{"from": "2026-01-01", "value": 2100}, {"to": "2025-12-31", "value": "99.5"}]}]}]}],
        "institutions": [{"id": "n1", "inclusive": [{"value": true}], "classes": [{"id": "c1", "floor_area": "60"}],
            "utilities": [{"kind": "gas", "quantity": "1"}, {"kind": "water", "residential_price": "0.5"}]}]
        }"#,
    );
    assert_eq!(
        case.canonical(&real()),
        json!({
            "jurisdiction": {},
            "institutions": [{
                "id": "n1", "inclusive": true, "classes": [{"id": "c1", "floor_area": "60.00"}],
                "utilities": [{"kind": "water", "residential_price": "0.500000"}, {"kind": "gas", "quantity": "1.0000"}],
            }],
            "families": [{
                "id": "f1", "county": "邹城市", "children_total": 2,
                "parents": [
                    {"role": "father", "employed": true, "deduction_share": "1.0000", "employer": {"childcare_ratio": "0.5000"}},
                    {"id": "p2"},
                ],
                "children": [{"birth_date": "2025-03-10", "enrolments": [
                    {"id": "e1", "class": "c1", "institution": "n1", "from": "2025-09-10", "fee_items": ["meals", "x"]},
                    {"id": "e2", "monthly_fee": [
                        {"to": "2025-12-31", "value": "99.50"},
                        {"from": "2026-01-01", "value": "2100.00"},
                    ]},
                ]}],
            }],
        })
    );
}

#[test]
fn read_again_it_is_the_same_case() {
    let vocabulary = real();
    let first = read(
        r#"{"institutions": [{"id": "n", "classes": [{"id": "c"}]}], "families": [{"parents": [{"id": "p",
        "employer": {"kindergarten_ratio": [{"from": "2026-01-01", "value": "0.3"}]}}], "children": [{"enrolments":
        [{"class": [{"to": "2026-05-31", "value": "c"}], "fee_items": []}]}]}]}"#,
    );
    let canonical = first.canonical(&vocabulary);
    assert_eq!(read_with(&vocabulary, &canonical.to_string()).unwrap(), first);
}

#[test]
fn nothing_is_an_empty_object() {
    assert_eq!(read("{}").canonical(&real()), json!({}));
    assert_eq!(read(r#"{"families": [], "jurisdiction": null}"#).canonical(&real()), json!({}));
    let bare = read_with(&small(), r#"{"readers": [{"card": {"chip": {}}}, {}]}"#).unwrap();
    assert_eq!(bare.canonical(&small()), json!({"readers": [{}, {}]}));
}
