//! `count` and `sum`: over what a case holds many of, by what no month changes.

use super::{hold, told};

const COUNT: &str = "count(institution where institution.ownership is public)";
const SAVING: &str = "sum(utility.quantity * utility.commercial_price for utility in institution.utilities)";

#[test]
fn what_is_counted_is_a_thing_and_what_is_summed_a_fact() {
    hold(&[
        (COUNT, "count(institution.places)", &["type-mismatch [38: institution.places] institution.places => a thing"]),
        (COUNT, "count(2)", &["type-mismatch [38: 2] 2 => a thing"]),
        (
            COUNT,
            "count(institution or institution)",
            &["type-mismatch [38: institution or institution] institution or institution => a thing"],
        ),
        (COUNT, "sum(institution)", &["type-mismatch [38: institution] institution => a fact"]),
        (
            COUNT,
            "sum(institution.places + 1)",
            &["type-mismatch [38: institution.places + 1] institution.places + 1 => a fact"],
        ),
        (
            COUNT,
            "sum(institution.inclusive)",
            &["type-mismatch [38: institution.inclusive] institution.inclusive => a number"],
        ),
        (
            COUNT,
            "sum(institution.place)",
            &["unknown-fact [38: institution.place] institution.place => institution.places"],
        ),
        (COUNT, "sum(institution.places where institution.inclusive)", &[]),
    ]);
}

#[test]
fn only_what_the_case_itself_holds_many_of_is_counted() {
    hold(&[
        (COUNT, "count(toy)", &["unknown-thing [38: toy] toy => institution, family"]),
        (COUNT, "count(class)", &["out-of-reach [38: class] class => institution, family"]),
        (COUNT, "count(jurisdiction)", &["out-of-reach [38: jurisdiction] jurisdiction => institution, family"]),
        (COUNT, "sum(class.children)", &["out-of-reach [38: class.children] class.children => institution, family"]),
        (COUNT, "count(family where family.county is 邹城市)", &[]),
    ]);
}

#[test]
fn inside_only_the_facts_of_each_are_spoken_of() {
    hold(&[
        (
            COUNT,
            "count(institution where jurisdiction.institutions_complete)",
            &[
                "out-of-reach [38: jurisdiction.institutions_complete] jurisdiction.institutions_complete => institution",
            ],
        ),
        (
            COUNT,
            "count(institution where class.children > 1)",
            &["out-of-reach [38: class.children] class.children => institution"],
        ),
        (COUNT, "count(institution where all-here)", &["unknown-name [38: all-here] all-here => day, month, yes, no"]),
    ]);
}

#[test]
fn what_is_counted_does_not_change_by_the_month() {
    for condition in [
        "day >= institution.filing_received",
        "month(institution.filing_received) <= month",
        "institution.places > 1",
        "institution.places known",
        "institution.inclusive and institution.places > 1",
    ] {
        let found = told(&super::changed(COUNT, &format!("count(institution where {condition})")));
        assert_eq!(found, [format!("undecidable [38: {condition}] {condition} => ")]);
    }
    hold(&[
        (
            COUNT,
            "count(institution where institution.places)",
            &["type-mismatch [38: institution.places] institution.places => yes or no"],
        ),
        (
            COUNT,
            "count(institution where institution.inclusive and not institution.setting in {standalone, community} or no)",
            &[],
        ),
    ]);
}

#[test]
fn a_count_holds_no_other() {
    hold(&[
        (COUNT, "count(institution where count(family) > 1)", &["undecidable [38: count(family)] count(family) => "]),
        (
            COUNT,
            "sum(institution.places where sum(institution.staff) > 1)",
            &["undecidable [38: sum(institution.staff)] sum(institution.staff) => "],
        ),
        (COUNT, "sum(count(institution))", &["type-mismatch [38: count(institution)] count(institution) => a fact"]),
    ]);
}

#[test]
fn records_are_summed_by_a_name_of_their_own() {
    hold(&[
        (
            SAVING,
            "count(utility for utility in institution.utilities)",
            &[
                "type-mismatch [79: count(utility for utility in institution.utilities)] count(utility for utility in institution.utilities) => sum(a for name in fact), count(thing where a), sum(a where b)",
            ],
        ),
        (
            SAVING,
            "sum(utility.quantity where yes for utility in institution.utilities)",
            &[
                "type-mismatch [79: sum(utility.quantity where yes for utility in institution.utilities)] sum(utility.quantity where yes for utility in institution.utilities) => sum(a for name in fact), count(thing where a), sum(a where b)",
            ],
        ),
        (
            SAVING,
            "sum(u.quantity * 1 CNY for u in institution.places)",
            &["type-mismatch [79: institution.places] institution.places => a fact that holds records"],
        ),
        (
            SAVING,
            "sum(u.quantity * 1 CNY for u in institution.utility)",
            &["unknown-fact [79: institution.utility] institution.utility => institution.utilities"],
        ),
        (
            SAVING,
            "sum(u.quantity * 1 CNY for u in enrolment.fee_items)",
            &["out-of-reach [79: enrolment.fee_items] enrolment.fee_items => institution"],
        ),
        (
            SAVING,
            "sum(u.quantity for u in institution.utilities)",
            &["unit-mismatch [79: sum(u.quantity for u in institution.utilities)] 1 => CNY"],
        ),
        (SAVING, "institution.utilities.water.quantity * institution.utilities.water.commercial_price", &[]),
        (SAVING, "sum(institution.places * 1 CNY for u in institution.utilities)", &[]),
    ]);
}

#[test]
fn what_is_wrong_with_a_record_is_told_once() {
    hold(&[
        (
            SAVING,
            "sum(u.quantities * 1 CNY for u in institution.utilities)",
            &["unknown-fact [79: u.quantities] u.quantities => u.quantity"],
        ),
        (
            SAVING,
            "sum(u.price for u in institution.utilities)",
            &["unknown-fact [79: u.price] u.price => u.quantity, u.residential_price, u.commercial_price"],
        ),
        (
            SAVING,
            "sum(v.quantity * 1 CNY for u in institution.utilities)",
            &[
                "unknown-fact [79: v.quantity] v.quantity => jurisdiction.…, institution.…, class.…, family.…, parent.…, employer.…, child.…, birth.…, enrolment.…",
            ],
        ),
    ]);
}
