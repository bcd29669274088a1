//! `applies` in every kind that has it.

use super::hold;

#[test]
fn applies_is_yes_or_no_and_in_reach() {
    hold(&[
        (
            "inclusive:  institution.inclusive",
            "inclusive:  institution.places",
            &["type-mismatch [20: institution.places] institution.places => yes or no"],
        ),
        (
            "applies  institution.registered",
            "applies  institution.register",
            &["unknown-fact [28: institution.register] institution.register => institution.registered"],
        ),
        (
            "applies  institution.setting is kindergarten",
            "applies  institution.setting",
            &["type-mismatch [45: institution.setting] institution.setting => yes or no"],
        ),
        (
            "applies  institution.setting is kindergarten",
            "applies  institution.setting is nursery",
            &["unknown-key [45: nursery] nursery => standalone, kindergarten, community, employer, family-home"],
        ),
        (
            "  value list",
            "  applies  institution.registered\n  value list",
            &["out-of-reach [66: institution.registered] institution.registered => —"],
        ),
        ("  value list", "  applies  day >= 2025-01-01\n  value list", &[]),
    ]);
}
