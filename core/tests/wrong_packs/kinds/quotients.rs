//! Quotients: of two numbers of one unit, and only where it is said what holds when nothing can be divided.

use super::hold;

const VALUE: &str = "  value    by all-here
             yes:  count(institution where institution.ownership is public) / count(institution)
             no:   jurisdiction.institutions_public / jurisdiction.institutions_total
";

#[test]
fn both_parts_count_the_same() {
    hold(&[
        (
            VALUE,
            "  value  jurisdiction.average_price / jurisdiction.institutions_total\n",
            &["unit-mismatch [37: jurisdiction.average_price / jurisdiction.institutions_total] 1 => CNY/month"],
        ),
        (
            "let      all-here = jurisdiction.institutions_complete known",
            "let  all-here = jurisdiction.institutions_total / jurisdiction.average_price",
            &["unit-mismatch [36: jurisdiction.institutions_total / jurisdiction.average_price] CNY/month => 1"],
        ),
    ]);
}

#[test]
fn a_month_and_a_year_of_money_are_taken_to_one() {
    hold(&[
        (VALUE, "  value  jurisdiction.average_price / jurisdiction.disposable_income_per_head\n", &[]),
        (VALUE, "  value  jurisdiction.disposable_income_per_head / jurisdiction.average_price\n", &[]),
        (
            VALUE,
            "  value  jurisdiction.average_price / 1 CNY\n",
            &["unit-mismatch [37: jurisdiction.average_price / 1 CNY] CNY => CNY/month"],
        ),
    ]);
}

#[test]
fn a_condition_divides_nothing() {
    const GUARDS: &str = "institution.security_guards >= 1";
    let (half, found) = (
        "institution.security_guards / institution.places >= 1",
        &[
            "type-mismatch [30: institution.security_guards / institution.places] institution.security_guards / institution.places => a number",
        ],
    );
    hold(&[
        (GUARDS, half, found),
        (
            "applies  institution.registered",
            "applies  institution.staff_certified / institution.staff is 1",
            &[
                "type-mismatch [28: institution.staff_certified / institution.staff] institution.staff_certified / institution.staff => a number",
            ],
        ),
        (
            GUARDS,
            "2 * (institution.security_guards / institution.places) >= 1",
            &[
                "ungrounded [30: 2] 2 => ",
                "type-mismatch [30: 2 * (institution.security_guards / institution.places)] 2 * (institution.security_guards / institution.places) => a number",
            ],
        ),
    ]);
}
