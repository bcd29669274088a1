//! Lookups: words by an option, or a list; and rules about the law itself.

use super::{changed, hold, told};

const SETTINGS: &str = "standalone, kindergarten, community, employer, family-home";

#[test]
fn words_go_by_an_option() {
    hold(&[
        (
            "value by institution.setting",
            "value by institution.places",
            &["type-mismatch [60: institution.places] institution.places => an option fact"],
        ),
        (
            "value by institution.setting",
            "value by institution.seting",
            &["unknown-fact [60: institution.seting] institution.seting => institution.setting"],
        ),
        (
            "value by institution.setting",
            "value by family.county",
            &["out-of-reach [60: family.county] family.county => institution"],
        ),
        (
            "    otherwise:     卫生健康部门 | health department\n",
            "",
            &["missing-row [60: institution.setting] standalone, community, employer, family-home => "],
        ),
        (
            "    otherwise:     卫",
            "    kindergarten:  甲 | A\n    otherwise:     卫",
            &["overlapping-row [62: kindergarten] kindergarten => "],
        ),
    ]);
    let found = told(&changed("    kindergarten:  教", "    nursery:       教"));
    assert_eq!(found, [format!("unknown-key [61: nursery] nursery => {SETTINGS}")]);
}

#[test]
fn a_list_has_each_key_once() {
    hold(&[
        ("    place:  当地", "    1:      当地", &["overlapping-row [68: 1] 1 => "]),
        ("    place:  当地", "    1.0:    当地", &["overlapping-row [68: 1.0] 1.0 => "]),
        (
            "    place:  当地",
            "    otherwise:  当地",
            &["type-mismatch [68: otherwise] otherwise => a name, a whole number"],
        ),
        ("    place:  当地", "    1 .. 2:  当地", &["type-mismatch [68: 1 .. 2] 1 .. 2 => a name, a whole number"]),
        ("    place:  当地", "    1.5:  当地", &["type-mismatch [68: 1.5] 1.5 => a name, a whole number"]),
        ("    place:  当地", "    3 years:  当地", &["type-mismatch [68: 3 years] 3 years => a name, a whole number"]),
    ]);
}

#[test]
fn a_lookup_needs_its_value() {
    hold(&[(
        "  value list\n    1:      某局 | An office\n    place:  当地 | The place\n",
        "",
        &["missing-line [64: offices] offices => `value`"],
    )]);
}

#[test]
fn only_a_lookup_is_about_the_law() {
    const THINGS: &str = "jurisdiction, institution, class, family, parent, employer, child, birth, enrolment";
    for (was, is, place) in [
        ("limit fee for enrolment", "limit fee for law", 16),
        ("requirement guards for institution", "requirement guards for law", 26),
        ("indicator share for jurisdiction", "indicator share for law", 33),
        ("procedure filing for institution", "procedure filing for law", 43),
        ("entitlement training for institution", "entitlement training for law", 70),
        ("lookup department for institution", "lookup department for law x institution", 58),
    ] {
        assert_eq!(told(&changed(was, is)), [format!("unknown-thing [{place}: law] law => {THINGS}")], "{is}");
    }
}

#[test]
fn the_law_reaches_nothing() {
    hold(&[(
        "lookup department for institution",
        "lookup department for law",
        &["out-of-reach [60: institution.setting] institution.setting => —"],
    )]);
}
