//! Exact decimals: what is taken and what is not, on both sides of every bound.

use super::{read_with, real, shown, small, wrong, wrong_with};
use crate::model::Vocabulary;

/// The value of one fact of one thing, counted in its scale, or what is wrong without its path.
fn fact(vocabulary: &Vocabulary, before: &str, member: &str, value: &str, after: &str, id: &str) -> String {
    let json = format!("{before}\"id\": \"x\", \"{member}\": {value}{after}");
    match read_with(vocabulary, &json) {
        Ok(case) => shown(&case, vocabulary, id, "x").remove(0).replace("..=", ""),
        Err(faults) => {
            let faults = super::told(&faults);
            assert_eq!(faults.len(), 1, "{faults:?}");
            let (head, told) = faults[0].split_once(": ").unwrap();
            format!("{} {told}", head.split_once(' ').unwrap().0)
        }
    }
}

fn fee(value: &str) -> String {
    let before = r#"{"families": [{"children": [{"enrolments": [{"#;
    fact(&real(), before, "monthly_fee", value, "}]}]}]}", "enrolment.monthly_fee")
}

fn order(value: &str) -> String {
    fact(&real(), r#"{"families": [{"children": [{"#, "birth_order", value, "}]}]}", "child.birth_order")
}

#[test]
fn money_has_two_decimals_and_its_own_bounds() {
    assert_eq!(fee(r#""2100.00""#), "210000");
    assert_eq!(fee(r#""2100.5""#), "210050");
    assert_eq!(fee("2100"), "210000");
    assert_eq!(fee(r#""0""#), "0");
    assert_eq!(fee("-0"), "0");
    assert_eq!(fee(r#""100000.00""#), "10000000");
    assert_eq!(fee(r#""100000.01""#), "out-of-range 100000.01; 0 .. 100000");
    assert_eq!(fee(r#""-0.01""#), "out-of-range -0.01; 0 .. 100000");
    assert_eq!(fee("-1"), "out-of-range -1; 0 .. 100000");
    assert_eq!(fee(r#""0.001""#), "too-many-decimals 0.001; 2");
    assert_eq!(fee(r#""2100.000""#), "too-many-decimals 2100.000; 2");
}

#[test]
fn what_is_no_plain_decimal_is_refused() {
    for (value, found) in [
        (r#""+5""#, "+5"),
        (r#""1e3""#, "1e3"),
        (r#""1,000""#, "1,000"),
        (r#"" 5""#, " 5"),
        (r#""5.""#, "5."),
        (r#"".5""#, ".5"),
        (r#""""#, ""),
        (r#""５""#, "５"),
        ("true", "true"),
        ("{}", "{…}"),
    ] {
        assert_eq!(fee(value), format!("not-a-decimal {found}; "));
    }
}

#[test]
fn a_number_with_a_fraction_is_refused_with_the_text_that_would_do() {
    assert_eq!(fee("2100.00"), "number-with-fraction 2100.00; 2100");
    assert_eq!(fee("0.10"), "number-with-fraction 0.10; 0.1");
    assert_eq!(fee("1e3"), "number-with-fraction 1e3; 1000");
    assert_eq!(fee("1.5E+2"), "number-with-fraction 1.5E+2; 150");
    assert_eq!(fee("-25e-1"), "number-with-fraction -25e-1; -2.5");
    assert_eq!(fee("1e999999999999"), "number-with-fraction 1e999999999999; 1e999999999999");
    assert_eq!(fee("1e-28"), format!("number-with-fraction 1e-28; 0.{}1", "0".repeat(27)));
    assert_eq!(fee("1e-29"), "number-with-fraction 1e-29; 1e-29");
    assert_eq!(fee("1e-99"), "number-with-fraction 1e-99; 1e-99");
    assert_eq!(fee("1e39"), "number-with-fraction 1e39; 1e39");
}

#[test]
fn digits_without_end_are_out_of_range_or_too_many_decimals() {
    let whole = "9".repeat(1_000);
    assert_eq!(fee(&format!("\"{whole}\"")), format!("out-of-range {whole}; 0 .. 100000"));
    assert_eq!(fee(&whole), format!("out-of-range {whole}; 0 .. 100000"));
    assert_eq!(fee("99999999999999999999999"), "out-of-range 99999999999999999999999; 0 .. 100000");
    let fraction = format!("0.{whole}");
    assert_eq!(fee(&format!("\"{fraction}\"")), format!("too-many-decimals {fraction}; 2"));
}

#[test]
fn counts_are_whole_and_may_be_digits() {
    assert_eq!(order("1"), "1");
    assert_eq!(order(r#""20""#), "20");
    assert_eq!(order("0"), "out-of-range 0; 1 .. 20");
    assert_eq!(order("21"), "out-of-range 21; 1 .. 20");
    assert_eq!(order(r#""2.0""#), "too-many-decimals 2.0; 0");
    assert_eq!(order("2.0"), "number-with-fraction 2.0; 2");
}

#[test]
fn every_type_keeps_both_of_its_bounds() {
    let vocabulary = real();
    let top = |member: &str, value: &str| {
        let json = format!(r#"{{"jurisdiction": {{"{member}": {value}}}}}"#);
        read_with(&vocabulary, &json).map_err(|faults| super::told(&faults).remove(0))
    };
    assert!(top("average_price", r#""10000000.00""#).is_ok());
    let told = top("average_price", r#""10000000.01""#).unwrap_err();
    assert_eq!(told, "out-of-range jurisdiction.average_price: 10000000.01; 0 .. 10000000");
    assert!(top("places_total", "100000000").is_ok());
    assert!(top("places_total", "100000001").unwrap_err().ends_with("0 .. 100000000"));

    let class = |value: &str| {
        fact(&vocabulary, r#"{"institutions": [{"classes": [{"#, "floor_area", value, "}]}]}", "class.floor_area")
    };
    assert_eq!(class(r#""100000.00""#), "10000000");
    assert_eq!(class(r#""100000.01""#), "out-of-range 100000.01; 0 .. 100000");
    let income = |value: &str| {
        let before = r#"{"families": [{"parents": [{"#;
        fact(&vocabulary, before, "annual_taxable_income", value, "}]}]}", "parent.annual_taxable_income")
    };
    assert_eq!(income(r#""1000000000.00""#), "100000000000");
    assert_eq!(income(r#""1000000000.01""#), "out-of-range 1000000000.01; 0 .. 1000000000");

    let utility = |member: &str, value: &str| {
        let json = format!(r#"{{"institutions": [{{"utilities": [{{"kind": "gas", "{member}": "{value}"}}]}}]}}"#);
        read_with(&vocabulary, &json).err().map(|faults| super::told(&faults).remove(0))
    };
    assert_eq!(utility("quantity", "100000000.0000"), None);
    let told = utility("quantity", "100000000.0001").unwrap();
    assert_eq!(told, "out-of-range institutions[0].utilities[0].quantity: 100000000.0001; 0 .. 100000000");
    assert_eq!(utility("residential_price", "10000.000000"), None);
    assert!(utility("residential_price", "10000.000001").unwrap().ends_with("0 .. 10000"));
    assert!(utility("residential_price", "0.0000001").unwrap().ends_with("0.0000001; 6"));
}

#[test]
fn only_the_listed_values_are_taken_where_there_is_a_list() {
    let share = |value: &str| {
        let before = r#"{"families": [{"parents": [{"#;
        fact(&real(), before, "deduction_share", value, "}]}]}", "parent.deduction_share")
    };
    assert_eq!(share(r#""0.5000""#), "5000");
    assert_eq!(share("1"), "10000");
    assert_eq!(share(r#""0.4""#), "out-of-range 0.4; 0, 0.5, 1");
    assert_eq!(share(r#""1.5""#), "out-of-range 1.5; 0, 0.5, 1");
}

#[test]
fn a_bound_of_the_vocabulary_replaces_that_of_the_type() {
    let vocabulary = small();
    let fee = |value: &str| fact(&vocabulary, r#"{"readers": [{"#, "fee", value, "}]}", "reader.fee");
    assert_eq!(fee(r#""-1.00""#), "-100");
    assert_eq!(fee(r#""9.99""#), "999");
    assert_eq!(fee(r#""-1.01""#), "out-of-range -1.01; -1 .. 9.99");
    assert_eq!(fee("10"), "out-of-range 10; -1 .. 9.99");
}

#[test]
fn a_number_is_no_truth_and_no_text() {
    assert_eq!(wrong(r#"{"jurisdiction": {"name": 5}}"#), ["not-text jurisdiction.name: 5; "]);
    assert_eq!(wrong_with(&small(), r#"{"rooms": [{"heated": 1}]}"#), ["not-yes-no rooms[0].heated: 1; "]);
}
