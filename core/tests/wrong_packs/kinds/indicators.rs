//! Indicators: a value, what it must reach, and by when.

use super::hold;

const NO: &str = "no:   jurisdiction.institutions_public / jurisdiction.institutions_total";
const NEED: &str = "need     value >= 42%";

#[test]
fn an_indicator_needs_a_value_and_a_target() {
    hold(&[
        ("  need     value >= 42%\n", "", &["missing-line [33: share] share => `need`"]),
        (NEED, "need  value >= 43%", &["ungrounded [40: 43%] 43% => "]),
        (NEED, "need  value", &["type-mismatch [40: value] value => a <= b, a >= b, a is b"]),
        (NEED, "need  42% <= value", &["type-mismatch [40: value] value => a number"]),
        (NEED, "need  value >= 2100 CNY", &["unit-mismatch [40: value >= 2100 CNY] CNY => 1"]),
        (NEED, "need  jurisdiction.places_public >= 1", &[]),
    ]);
    let value = "  value    by all-here
             yes:  count(institution where institution.ownership is public) / count(institution)
             no:   jurisdiction.institutions_public / jurisdiction.institutions_total
";
    // What is wrong with the value is not told of the target too.
    hold(&[
        (value, "", &["missing-line [33: share] share => `value`"]),
        (
            value,
            "  value  jurisdiction.institution_public / jurisdiction.institutions_total\n",
            &[
                "unknown-fact [37: jurisdiction.institution_public] jurisdiction.institution_public => jurisdiction.institutions_public",
            ],
        ),
    ]);
}

#[test]
fn the_year_that_is_due_stands_in_the_law() {
    hold(&[
        ("due      2025-12-31", "due      2026-12-31", &["ungrounded [41: 2026-12-31] 2026-12-31 => "]),
        ("due      2025-12-31", "due      2025-06-30", &[]),
        ("  due      2025-12-31\n", "", &[]),
    ]);
}

#[test]
fn every_cell_of_a_value_is_a_quotient_or_none_is() {
    hold(&[
        (
            NO,
            "no:   jurisdiction.institutions_public",
            &[
                "type-mismatch [39: jurisdiction.institutions_public] jurisdiction.institutions_public => a / b in every row",
            ],
        ),
        (NO, "no:   by reading x\n                     a: 1", &["type-mismatch [40: 1] 1 => a / b in every row"]),
    ]);
    let value = "yes:  count(institution where institution.ownership is public) / count(institution)\n             no:   jurisdiction.institutions_public / jurisdiction.institutions_total";
    hold(&[(value, "yes:  count(institution)\n             no:   jurisdiction.institutions_public", &[])]);
}
