//! Requirements: what must hold.

use super::hold;

const GUARDS: &str = "institution.security_guards >= 1";

#[test]
fn a_requirement_needs_conditions() {
    hold(&[
        (
            "  need\n    guards \"有安保 | Has guards\":  institution.security_guards >= 1\n    inspection:  institution.safety_inspection\n",
            "",
            &["missing-line [26: guards] guards => `need`"],
        ),
        (
            GUARDS,
            "institution.security_guards",
            &["type-mismatch [30: institution.security_guards] institution.security_guards => yes or no"],
        ),
        (
            GUARDS,
            "institution.security_guard >= 1",
            &[
                "unknown-fact [30: institution.security_guard] institution.security_guard => institution.security_guards",
            ],
        ),
        (
            GUARDS,
            "enrolment.monthly_fee >= 1 CNY/month",
            &["out-of-reach [30: enrolment.monthly_fee] enrolment.monthly_fee => institution"],
        ),
        (GUARDS, "institution.security_guards >= 3", &["ungrounded [30: 3] 3 => "]),
    ]);
}

#[test]
fn a_condition_that_is_no_yes_no_fact_has_words() {
    hold(&[
        (" \"有安保 | Has guards\"", "", &["one-language [30: guards] guards => "]),
        // Kindergarten is the second of its options, as yes is of its own.
        (
            "inspection:  institution.safety_inspection",
            "kind:  institution.setting is kindergarten",
            &["one-language [31: kind] kind => "],
        ),
        (
            "inspection:  institution.safety_inspection",
            "kind:  institution.setting is standalone",
            &["one-language [31: kind] kind => "],
        ),
        (
            "inspection:  institution.safety_inspection",
            "kind:  not institution.filed",
            &["one-language [31: kind] kind => "],
        ),
    ]);
}
