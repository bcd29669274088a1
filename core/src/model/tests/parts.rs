//! The numbers of records as facts of their own.

use super::real;
use crate::model::{FactType, Part};

#[test]
fn each_number_of_each_record_stands_after_the_records() {
    let vocabulary = real();
    let records = vocabulary.fact("institution.utilities").unwrap();
    let after = vocabulary.facts.get(records.0 + 1..).unwrap();
    let parts: Vec<&str> = after.iter().map_while(|fact| fact.part.map(|_| fact.id.as_str())).collect();
    let expected: Vec<String> = ["electricity", "water", "gas", "heating"]
        .into_iter()
        .flat_map(|kind| ["quantity", "residential_price", "commercial_price"].map(|number| (kind, number)))
        .map(|(kind, number)| format!("institution.utilities.{kind}.{number}"))
        .collect();
    assert_eq!(parts, expected);
    assert_eq!(vocabulary.facts.iter().filter(|fact| fact.part.is_some()).count(), 12, "no other fact has parts");
    assert_eq!(vocabulary.facts.len(), 85);
}

#[test]
fn a_part_knows_its_records_its_words_and_its_type() {
    let vocabulary = real();
    let records = vocabulary.fact("institution.utilities").unwrap();
    let water = &vocabulary.facts[vocabulary.fact("institution.utilities.water.commercial_price").unwrap().0];
    assert_eq!(water.part, Some(Part { of: records, choice: 1, field: 2 }));
    assert_eq!(water.member, "utilities.water.commercial_price");
    let whole = &vocabulary.facts[records.0];
    assert_eq!((water.thing, water.changes, &water.who), (whole.thing, whole.changes, &whole.who));
    let FactType::Records { choices, fields, .. } = &whole.kind else { panic!() };
    assert_eq!(water.kind, fields[2].2);
    assert_eq!(water.words.zh, format!("{}{}", choices[1].words.zh, fields[2].1.zh));
    assert_eq!(water.headings, std::slice::from_ref(&water.words.zh));
}
