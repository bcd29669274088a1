//! The readings of the published law, as the contract lists them.

use super::{book, rule};
use std::collections::BTreeSet;

/// The contract's readings with their options; the default stands first, or is open.
const CONTRACT: [(&str, bool, &[&str]); 10] = [
    ("reference-day", true, &["last-day", "first-day"]),
    ("yearly-rate", true, &["by-month", "head-count-at-year-end"]),
    ("second-child", true, &["that-child", "every-child"]),
    ("fourth-child", false, &["as-third", "none"]),
    ("reimbursement-base", true, &["gross", "net-of-family-subsidy"]),
    ("employer-without-kindergarten-rule", false, &["none", "childcare-ratio-alone"]),
    ("mixed-age-carers", false, &["one-to-five", "one-to-seven"]),
    ("public-share-basis", true, &["institutions", "places"]),
    ("family-subsidy-payer", false, &["institution-county", "family-county"]),
    ("parental-leave-year", false, &["calendar-year", "child-year"]),
];

/// Those that the four money rules of the notice need.
const OF_THE_MONEY_RULES: [&str; 7] = [
    "reference-day",
    "yearly-rate",
    "second-child",
    "fourth-child",
    "reimbursement-base",
    "employer-without-kindergarten-rule",
    "family-subsidy-payer",
];

#[test]
fn every_reading_is_the_contracts_with_its_options_and_its_default() {
    for reading in &book().readings {
        let (id, has_default, options) = CONTRACT.iter().find(|(id, _, _)| *id == reading.id).unwrap();
        let written: Vec<&str> = reading.options.iter().map(|option| option.id.as_str()).collect();
        assert_eq!(written, *options, "{id}");
        assert_eq!(reading.default, has_default.then_some(0), "{id}");
    }
}

#[test]
fn the_readings_of_the_money_rules_are_all_there_once() {
    let ids: Vec<&str> = book().readings.iter().map(|reading| reading.id.as_str()).collect();
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(unique.len(), ids.len());
    for needed in OF_THE_MONEY_RULES {
        assert!(unique.contains(needed), "{needed}");
    }
}

#[test]
fn a_reading_asks_in_both_languages_and_cites_the_law() {
    for reading in &book().readings {
        for words in [&reading.ask, &reading.because] {
            assert!(!words.zh.is_empty() && !words.en.is_empty(), "{}", reading.id);
        }
        let source = book().cite(&reading.source);
        assert!(!source.quote.is_empty() && !source.document.is_empty(), "{}", reading.id);
    }
}

#[test]
fn every_rule_lists_the_readings_that_it_names() {
    let named = |id: &str| -> BTreeSet<&str> {
        rule(id).readings.iter().map(|index| book().readings[index.0].id.as_str()).collect()
    };
    let yearly = BTreeSet::from(["reference-day", "yearly-rate"]);
    assert_eq!(named("jining/operating-subsidy"), yearly);
    assert_eq!(named("jining/city-award"), yearly);
    let family = BTreeSet::from(["reference-day", "second-child", "fourth-child", "family-subsidy-payer"]);
    assert_eq!(named("jining/family-subsidy"), family);
    let employer = BTreeSet::from(["reference-day", "reimbursement-base", "employer-without-kindergarten-rule"]);
    assert_eq!(named("jining/employer-reimbursement"), employer, "those of another rule are not its own");
}

#[test]
fn a_rules_readings_stand_in_the_order_of_the_readings_and_once() {
    for rule in &book().rules {
        assert!(rule.readings.windows(2).all(|pair| pair[0] < pair[1]), "{}", rule.id);
        assert!(rule.readings.iter().all(|index| index.0 < book().readings.len()), "{}", rule.id);
    }
}
