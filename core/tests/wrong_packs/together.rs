//! Many faults in one pack come all at once, in the order of the text, none of them twice.

use super::world::{sound, told};

#[test]
fn every_fault_of_a_pack_is_told_in_one_run() {
    let changes = [
        ("issuer     某局 | An office", "issuer     某局"),
        ("  default  open", "  default  opn"),
        ("  value  3 years", "  value  5 years"),
        ("for child", "for child x enrolment"),
        ("place  family.county", "place  family.country"),
        ("day < child.birth_date + age-limit", "day < child.birthdate + age-limit"),
        ("1:                none", "0:                none"),
        ("300 CNY", "301 CNY"),
        ("500 CNY", "500 CNY + 3 days"),
        ("as-third: third", "as-third: thrid"),
    ];
    let mut text = sound();
    for (was, is) in changes {
        assert_eq!(text.matches(was).count(), 1, "{was}");
        text = text.replace(was, is);
    }
    assert_eq!(
        told(&text),
        [
            "one-language [4: 某局] 某局 => ",
            "unknown-key [20: opn] opn => as-third, none, open",
            "ungrounded [24: 5 years] 5 years => ",
            "unknown-fact [29: family.country] family.country => family.county",
            "unknown-fact [30: child.birthdate] child.birthdate => child.birth_date",
            "unknown-key [32: 0] 0 => 1 .. 20",
            "ungrounded [33: 301 CNY] 301 CNY => ",
            "type-mismatch [34: 500 CNY + 3 days] 500 CNY + 3 days => 3000 CNY",
            "unit-mismatch [34: 500 CNY + 3 days] days => CNY",
            "unknown-name [36: thrid] thrid => second, age-limit, day, month, yes, no",
        ]
    );
}
