//! Cases that both sides refuse, and those that only the reader can.

use super::house::{CASE, codes, faults};
use serde_json::Value;

/// A case, and the code of its fault.
const WRONG: [(&str, &str); 30] = [
    ("[]", "not-an-object"),
    (r#"{"school": {}}"#, "unknown-field"),
    (r#"{"families": {}}"#, "not-a-list"),
    (r#"{"families": [null]}"#, "not-an-object"),
    (r#"{"jurisdiction": []}"#, "not-an-object"),
    (r#"{"jurisdiction": {"id": "j1"}}"#, "unknown-field"),
    (r#"{"families": [{"id": ""}]}"#, "not-text"),
    (r#"{"families": [{"children": [{"birthdate": "2025-03-10"}]}]}"#, "unknown-field"),
    (r#"{"families": [{"children": [{"birth": {"id": "b"}}]}]}"#, "unknown-field"),
    (r#"{"institutions": [{"utilities.water.quantity": "1"}]}"#, "unknown-field"),
    (r#"{"families": [{"county": "青岛市"}]}"#, "not-an-option"),
    (r#"{"families": [{"county": 5}]}"#, "not-text"),
    (r#"{"institutions": [{"registered": "yes"}]}"#, "not-yes-no"),
    (r#"{"institutions": [{"registered": 1}]}"#, "not-yes-no"),
    (r#"{"families": [{"children": [{"birth_date": "2025-3-10"}]}]}"#, "not-a-date"),
    (r#"{"families": [{"children": [{"birth_date": "2025-02-29"}]}]}"#, "no-such-day"),
    (r#"{"families": [{"children": [{"birth_date": "1899-12-31"}]}]}"#, "out-of-range"),
    (r#"{"families": [{"children": [{"birth_date": [{"value": "2025-03-10"}]}]}]}"#, "not-a-line"),
    (r#"{"families": [{"children": [{"birth_order": 0}]}]}"#, "out-of-range"),
    (r#"{"families": [{"children": [{"birth_order": "21"}]}]}"#, "out-of-range"),
    (r#"{"families": [{"children": [{"birth_order": 1.5}]}]}"#, "number-with-fraction"),
    (r#"{"families": [{"parents": [{"annual_taxable_income": "90000.005"}]}]}"#, "too-many-decimals"),
    (r#"{"families": [{"parents": [{"annual_taxable_income": "+1"}]}]}"#, "not-a-decimal"),
    (r#"{"families": [{"parents": [{"annual_taxable_income": "1e3"}]}]}"#, "not-a-decimal"),
    (r#"{"families": [{"parents": [{"deduction_share": "0.3"}]}]}"#, "out-of-range"),
    (r#"{"families": [{"parents": [{"employer": {"childcare_ratio": "50"}}]}]}"#, "out-of-range"),
    (r#"{"institutions": [{"registered": [{"since": "2025-01-01", "value": true}]}]}"#, "unknown-field"),
    (r#"{"institutions": [{"utilities": [{"quantity": "5"}]}]}"#, "not-an-option"),
    (r#"{"institutions": [{"utilities": [{"kind": "gas"}, {"kind": "gas"}]}]}"#, "duplicate-key"),
    (r#"{"families": [{"children": [{"enrolments": [{"fee_items": "meals"}]}]}]}"#, "not-a-list"),
];

#[test]
fn both_sides_refuse() {
    for (case, code) in WRONG {
        assert_eq!(codes(case), [code], "{case}");
        let case: Value = serde_json::from_str(case).unwrap();
        assert!(!CASE.is_valid(&case), "{case}");
    }
}

/// What no schema knows: what facts say of one another, and how a whole number was written.
const ONLY_READ: [(&str, &str); 8] = [
    (r#"{"families": [{"id": "a"}, {"id": "a"}]}"#, "duplicate-id"),
    (r#"{"families": [{"children": [{"enrolments": [{"class": "c9"}]}]}]}"#, "unknown-id"),
    (
        r#"{"families": [{"children": [{"enrolments": [{"from": "2026-02-01", "to": "2026-01-31"}]}]}]}"#,
        "end-before-start",
    ),
    (r#"{"institutions": [{"filed": [{"value": true}, {"from": "2026-01-01", "value": false}]}]}"#, "overlapping-line"),
    (r#"{"families": [{"parents": [{"deduction_share": "1"}, {"deduction_share": "0.5"}]}]}"#, "shares-above-one"),
    (
        r#"{"families": [{"parents": [{"employer": {"kindergarten_ratio": "1", "kindergarten_rule": false}}]}]}"#,
        "contradiction",
    ),
    (r#"{"families": [{"children_total": 2, "children_total": 2}]}"#, "duplicate-key"),
    (r#"{"families": [{"children_total": 2.0}]}"#, "number-with-fraction"),
];

#[test]
fn only_the_reader_refuses() {
    for (case, code) in ONLY_READ {
        assert_eq!(codes(case), [code], "{case}");
        assert_eq!(faults(&CASE, &serde_json::from_str(case).unwrap()), Vec::<String>::new(), "{case}");
    }
}
