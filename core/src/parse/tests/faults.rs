//! All faults of a file come at once.

use super::{read, shown};
use crate::error::Code;

const BROKEN: &str = "\
```document
document 一号
title    甲 | A
issuer   乙
published 2025-13-01
force    2025-07-21 .. 2025-07-20
standing seed
standing seed
color    red
```
> 甲。乙
```rule
entitlement a for child
  title   甲
  pay     county - family
  tilte   甲 | A
  when    born  day >= child.birth_date
          old:  day in 2025-02-30 ..
  rate    per month by child.birth_order
            1:  3 RMB
            2:  (3 CNY
            3:  by reading x
                  y:  *
limits b for child
```
```note
```
```none work-order
";

#[test]
fn every_fault_of_a_file_is_reported() {
    let (document, faults) = read(BROKEN);
    assert_eq!(
        shown(BROKEN, &faults),
        [
            "missing-line 1:1-12 document => law",
            "one-language 4:10-11 乙 => ",
            "no-such-day 5:11-21 2025-13-01 => ",
            "end-before-start 6:24-34 2025-07-20 => 2025-07-21",
            "duplicate-line 8:1-9 standing => ",
            "unknown-keyword 9:1-6 color => document, title, issuer, published, force, standing, law",
            "not-one-piece 11:4-5 甲。乙 => ",
            "one-language 14:11-12 甲 => ",
            "syntax 15:18-19 - => `->`",
            "unknown-keyword 16:3-8 tilte => \
             title, overrides, force, published, form, pay, place, single, discretionary, at_least, each, source, applies, when, let, rate, claim, assumes",
            "syntax 17:17-20 day => `:`",
            "no-such-day 18:24-34 2025-02-30 => ",
            "unknown-unit 20:19-22 RMB => CNY, CNY/month, CNY/year, months, month, years, year, days, day, m², %, workdays, workday",
            "syntax 21:23-23 end of line => `)`",
            "syntax 23:23-24 * => an expression",
            "unknown-kind 24:1-7 limits => limit, reading, parameter, entitlement, requirement, indicator, procedure, lookup, quantity, calendar, table",
            "unknown-block 26:4-8 note => none, rule, document, case",
            "unclosed-fence 28:1-19 ```none work-order => ",
        ]
    );
    assert_eq!(document.blocks.len(), 3);
}

#[test]
fn the_phase_gives_each_of_its_codes() {
    let mut given: Vec<Code> = read(BROKEN).1.iter().map(|fault| fault.code).collect();
    given.sort();
    given.dedup();
    let mut expected = [
        Code::NoSuchDay,
        Code::EndBeforeStart,
        Code::UnclosedFence,
        Code::UnknownBlock,
        Code::NotOnePiece,
        Code::Syntax,
        Code::UnknownKeyword,
        Code::UnknownKind,
        Code::DuplicateLine,
        Code::MissingLine,
        Code::OneLanguage,
        Code::UnknownUnit,
    ];
    expected.sort();
    assert_eq!(given, expected);
}

#[test]
fn the_same_faults_stand_at_the_same_lines_with_other_line_ends() {
    let windows = BROKEN.replace('\n', "\r\n");
    assert_eq!(shown(&windows, &read(&windows).1), shown(BROKEN, &read(BROKEN).1));
}
