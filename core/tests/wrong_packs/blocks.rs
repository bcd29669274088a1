//! Blocks, heads and lines: the grammar as the pack's author meets it. What follows a fault is read as ever,
//! and what could not be read is not told as missing.

use super::world::{changed, hold, sound, told};

const KEYWORDS: &str = "overrides, force, published, form, pay, place, single, discretionary, at_least, each, source, applies, when, let, rate, claim, assumes";

#[test]
fn a_block_has_a_known_word_and_an_end() {
    let known = ["unknown-block [14: rules] rules => rule, none, document, case"];
    assert_eq!(told(&changed("```rule\n", "```rules\n")), known);
    assert_eq!(
        told(&changed("```rule\n", "```python\n")),
        ["unknown-block [14: python] python => rule, none, document, case"]
    );
    let open = sound().trim_end().trim_end_matches('`').to_owned();
    assert_eq!(told(&open), ["unclosed-fence [14: ```rule] ```rule => "]);
}

#[test]
fn a_head_names_a_kind() {
    hold(&[
        (
            "entitlement allowance",
            "entitelment allowance",
            &[
                "unknown-kind [26: entitelment] entitelment => entitlement, reading, parameter, limit, requirement, indicator, procedure, lookup, quantity, calendar, table",
            ],
        ),
        (
            "entitlement allowance",
            "claim allowance",
            &[
                "unknown-kind [26: claim] claim => reading, parameter, entitlement, limit, requirement, indicator, procedure, lookup, quantity, calendar, table",
            ],
        ),
        ("allowance for child", "allowance", &["syntax [26: ] end of line => `for`"]),
        ("allowance for child", "allowance for", &["syntax [26: ] end of line => a name of a–z, 0–9 and -"]),
    ]);
}

#[test]
fn lines_of_another_kind_are_unknown() {
    let unknown = |line: u8, word: &str| {
        format!(
            "unknown-keyword [{line}: {word}] {word} => title, overrides, force, published, source, applies, let, need, assumes"
        )
    };
    let expected = [unknown(28, "pay"), unknown(29, "place"), unknown(30, "when"), unknown(31, "rate")];
    assert_eq!(told(&changed("entitlement allowance", "limit allowance")), expected);
}

#[test]
fn a_name_whose_head_cannot_be_read_is_not_unknown_too() {
    hold(&[
        (
            "```rule\nreading fourth-child",
            "```rule\nreading Fourth-child",
            &["syntax [15: Fourth-child] Fourth-child => a name of a–z, 0–9 and -"],
        ),
        ("parameter age-limit", "parameter", &["syntax [22: ] end of line => a name of a–z, 0–9 and -"]),
        (
            "parameter age-limit",
            "constant age-limit",
            &[
                "unknown-kind [22: constant] constant => reading, parameter, entitlement, limit, requirement, indicator, procedure, lookup, quantity, calendar, table",
            ],
        ),
    ]);
}

#[test]
fn a_line_begins_with_a_keyword_and_stands_once() {
    let unknown = format!("unknown-keyword [27: tite] tite => title, {KEYWORDS}");
    assert_eq!(told(&changed("  title  津贴", "  tite   津贴")), [unknown]);
    let unknown = format!("unknown-keyword [28: payment] payment => title, {KEYWORDS}");
    assert_eq!(told(&changed("  pay    county -> family", "  payment county")), [unknown]);
    let twice = "  pay    county -> family\n  pay    city -> family";
    hold(&[("  pay    county -> family", twice, &["duplicate-line [29: pay] pay => "])]);
}

#[test]
fn a_line_that_is_needed_is_missed() {
    hold(&[
        ("  title  津贴 | Allowance\n", "", &["missing-line [26: allowance] allowance => `title`"]),
        ("  pay    county -> family\n", "", &["missing-line [26: allowance] allowance => `pay`"]),
        ("  title  年龄上限 | Age limit\n", "", &["missing-line [22: age-limit] age-limit => `title`"]),
        ("  value  3 years\n", "", &["missing-line [22: age-limit] age-limit => `value`"]),
        ("  because  没有写 | It is not written\n", "", &["missing-line [15: fourth-child] fourth-child => `because`"]),
    ]);
    let text = sound();
    let rate = text.find("  rate").unwrap();
    let text = format!("{}```\n", &text.get(..rate).unwrap());
    assert_eq!(told(&text), ["missing-line [26: allowance] allowance => `rate`"]);
}

#[test]
fn a_line_that_cannot_be_read_is_not_missing_too() {
    hold(&[
        ("county -> family", "county - family", &["syntax [28: -] - => `->`"]),
        ("per month by", "each month by", &["syntax [31: each] each => per month, per year, once, elsewhere"]),
        (
            "value  3 years",
            "value  3 jears",
            &[
                "unknown-unit [24: jears] jears => years, CNY, CNY/month, CNY/year, months, month, year, days, day, m², %, workdays, workday",
            ],
        ),
        ("500 CNY", "500 €", &["syntax [34: €] € => end of line"]),
        ("2 as second:      300", "2 as second       300", &["syntax [33: 300] 300 => `:`"]),
        (
            "3 as third: ",
            "3 third: ",
            &[
                "unknown-unit [34: third] third => CNY, CNY/month, CNY/year, months, month, years, year, days, day, m², %, workdays, workday",
            ],
        ),
        ("default  open", "default  Open", &["syntax [20: Open] Open => a name of a–z, 0–9 and -"]),
        ("option   none: 没有 | Nothing", "option   none 没有 | Nothing", &["syntax [19: 没有] 没有 => `:`"]),
    ]);
}

#[test]
fn texts_are_in_both_languages() {
    hold(&[
        ("title  津贴 | Allowance", "title  津贴", &["one-language [27: 津贴] 津贴 => "]),
        ("title  津贴 | Allowance", "title  | Allowance", &["one-language [27: | Allowance] | Allowance => "]),
        (
            "under-three \"未满三岁 | Under three\":",
            "under-three:",
            &["one-language [30: under-three] under-three => "],
        ),
        (
            "under-three \"未满三岁 | Under three\":",
            "under-three \"未满三岁\":",
            &["one-language [30: \"未满三岁\"] \"未满三岁\" => "],
        ),
    ]);
}
