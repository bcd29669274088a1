//! The register of ambiguities is complete, and what it names is in the pack.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::fs;
use std::path::Path;
use tuoyu::Rules;
use tuoyu::rulebook::Rulebook;

/// The entries of the register: A01 to A32.
const ENTRIES: usize = 32;

/// The rows of the table: id, question in Chinese, in English, what meets it.
fn rows() -> Vec<Vec<String>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/register.md");
    let text = fs::read_to_string(file).unwrap();
    let rows = text.lines().filter(|line| line.starts_with("| A"));
    rows.map(|row| row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()).collect()
}

/// What is wrong with one thing that is said to meet an entry.
fn fault(book: &Rulebook, met: &str) -> Option<String> {
    let (kind, rest) = met.split_once(' ').unwrap_or((met, ""));
    let rule = |id: &str| book.rules.iter().find(|rule| rule.id == id);
    let holds = match kind {
        "reading" => book.readings.iter().any(|reading| reading.id == rest),
        "rule" => rule(rest).is_some(),
        "assumes" => rest.split_once(": ").is_some_and(|(id, words)| {
            rule(id).is_some_and(|rule| rule.assumes.iter().any(|line| line.zh.contains(words)))
        }),
        _ => false,
    };
    (!holds).then(|| met.to_owned())
}

#[test]
fn every_entry_is_there_once_with_its_question_in_both_languages() {
    let rows = rows();
    let expected: Vec<String> = (1..=ENTRIES).map(|number| format!("A{number:02}")).collect();
    assert_eq!(rows.iter().filter_map(|row| row.first().cloned()).collect::<Vec<_>>(), expected);
    for row in &rows {
        assert!(row.len() == 4 && row.iter().all(|cell| !cell.is_empty()), "{row:?}");
    }
}

#[test]
fn every_entry_is_met_by_a_reading_an_assumption_or_a_rule() {
    let rules = Rules::from_pack(&tuoyu::Pack::new(tuoyu_rules::jining().iter().copied())).unwrap();
    let book = &rules.plan().book;
    for row in rows() {
        let met = row.last().unwrap();
        let wrong: Vec<String> = met.split("; ").filter_map(|one| fault(book, one)).collect();
        assert!(wrong.is_empty(), "{}: {wrong:?}", row.first().unwrap());
    }
}

#[test]
fn every_reading_of_the_pack_meets_an_entry_with_the_contracts_options() {
    let rules = Rules::from_pack(&tuoyu::Pack::new(tuoyu_rules::jining().iter().copied())).unwrap();
    let readings = &rules.plan().book.readings;
    let met: String = rows().iter().filter_map(|row| row.last().cloned()).collect::<Vec<_>>().join("; ");
    let shown = |id: &str| {
        let reading = readings.iter().find(|reading| reading.id == id)?;
        let options: Vec<&str> = reading.options.iter().map(|option| option.id.as_str()).collect();
        Some(match reading.default {
            Some(place) => format!("{} ({})", options.join(", "), options.get(place)?),
            None => format!("{} (open)", options.join(", ")),
        })
    };
    // Contract §2: the options, and the default in brackets.
    let contract = [
        ("reference-day", "last-day, first-day (last-day)"),
        ("yearly-rate", "by-month, head-count-at-year-end (by-month)"),
        ("second-child", "that-child, every-child (that-child)"),
        ("fourth-child", "as-third, none (open)"),
        ("reimbursement-base", "gross, net-of-family-subsidy (gross)"),
        ("employer-without-kindergarten-rule", "none, childcare-ratio-alone (open)"),
        ("mixed-age-carers", "one-to-five, one-to-seven (open)"),
        ("public-share-basis", "institutions, places (institutions)"),
        ("family-subsidy-payer", "institution-county, family-county (open)"),
        ("parental-leave-year", "calendar-year, child-year (open)"),
    ];
    for (id, options) in contract {
        assert_eq!(shown(id).as_deref(), Some(options), "{id}");
        assert!(met.contains(&format!("reading {id}")), "{id}");
    }
    assert_eq!(readings.len(), contract.len());
}
