//! Unusual cases that both sides take.

use super::house::{CASE, codes, faults};

const RIGHT: [&str; 20] = [
    "{}",
    r#"{"jurisdiction": null, "institutions": null, "families": []}"#,
    r#"{"families": [{"id": null, "county": null, "parents": [{"employer": null}], "children": [{"birth": null}]}]}"#,
    r#"{"families": [{"children": [{"birth_order": 2}, {"birth_order": "2"}, {"birth_order": "002"}]}]}"#,
    r#"{"families": [{"parents": [{"annual_taxable_income": 90000}, {"annual_taxable_income": "90000.5"}]}]}"#,
    r#"{"families": [{"parents": [{"annual_taxable_income": "1000000000.00"}, {"annual_taxable_income": "-0.00"}]}]}"#,
    r#"{"families": [{"parents": [{"deduction_share": "0.50"}, {"deduction_share": 0}]}]}"#,
    r#"{"families": [{"parents": [{"employer": {"childcare_ratio": 1}}, {"employer": {"childcare_ratio": "1.0000"}}]}]}"#,
    r#"{"institutions": [{"registered": []}]}"#,
    r#"{"institutions": [{"registered": [{}]}]}"#,
    r#"{"institutions": [{"registered": [{"from": null, "to": null, "value": null}]}]}"#,
    r#"{"institutions": [{"registered": [{"to": "2026-03-31", "value": true}, {"from": "2026-06-01", "value": false}]}]}"#,
    r#"{"institutions": [{"utilities": []}]}"#,
    r#"{"institutions": [{"utilities": [{"kind": "gas", "quantity": null}, {"kind": "water", "quantity": "0.0001"}]}]}"#,
    r#"{"institutions": [{"utilities": [{"to": "2026-01-31", "value": [{"kind": "gas"}]}, {"from": "2026-02-01"}]}]}"#,
    r#"{"families": [{"children": [{"enrolments": [{"fee_items": ["meals", "校服费"]}]}]}]}"#,
    r#"{"families": [{"children": [{"enrolments": [{"fee_items": [{"value": ["meals"]}]}]}]}]}"#,
    r#"{"families": [{"children": [{"birth_date": "2024-02-29"}, {"birth_date": "2100-12-31"}]}]}"#,
    r#"{"institutions": [{"id": "n1"}], "families": [{"children": [{"enrolments": [{"institution": [{"value": "n1"}]}]}]}]}"#,
    r#"{"jurisdiction": {"name": "", "children_under_three": 100000000}}"#,
];

#[test]
fn both_sides_take() {
    for case in RIGHT {
        assert_eq!(codes(case), Vec::<&str>::new(), "{case}");
        assert_eq!(faults(&CASE, &serde_json::from_str(case).unwrap()), Vec::<String>::new(), "{case}");
    }
}
