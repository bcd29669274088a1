//! Filling in what is missing leads into the range: the contract's promise of an exact range.

use super::world::{RULES, bytes, tries};
use arbitrary::Unstructured;
use proptest::prelude::*;
use tuoyu::explain::{Opening, OutcomeReport};
use tuoyu::model::{Content, Facts, Node};
use tuoyu::value::Decimal;
use tuoyu::{Ask, Rules};

/// Months in which the law is in force, and some around them: elsewhere nothing is open.
const WINDOWS: [(&str, &str); 4] =
    [("2026-01", "2026-12"), ("2025-06", "2025-09"), ("2028-04", "2028-07"), ("2026-11", "2027-02")];

/// The rules whose amounts have a range, and whose facts a case can state one by one.
const MONEY: [&str; 4] =
    ["jining/family-subsidy", "jining/operating-subsidy", "jining/city-award", "jining/employer-reimbursement"];

fn fen(text: &str) -> i64 {
    Decimal::parse(text).unwrap().at_scale(2).unwrap()
}

/// The case with every missing fact stated; nothing where no input could say so.
fn filled(bytes: &mut Unstructured<'_>, case: &Facts, outcome: &OutcomeReport) -> Option<Facts> {
    let vocabulary = RULES.vocabulary();
    let mut filled = case.clone();
    for missing in &outcome.missing {
        let fact = vocabulary.fact(&missing.fact)?;
        let data = vocabulary.fact_at(fact)?;
        // A number of records has no place of its own in a case.
        if data.part.is_some() {
            return None;
        }
        let value = Content::Number(tuoyu_generate::number(bytes, &data.kind)?);
        filled = filled.supposing(vocabulary, &missing.subject, fact, &value)?;
    }
    // What is refused as input is no completion.
    let text = filled.canonical(vocabulary).to_string();
    Facts::read(&Node::from_json(text.as_bytes()).ok()?, vocabulary).ok()
}

/// Whether an outcome lies in the range of the one before its facts were filled in.
fn holds(before: &OutcomeReport, after: &OutcomeReport) -> bool {
    let (Some(before), Some(own)) = (before.entitlement(), after.entitlement()) else { return true };
    let Some([low, high]) = before.range.as_ref().map(|range| [fen(&range[0]), fen(&range[1])]) else { return true };
    match own.amount.as_deref().map(fen) {
        Some(amount) => (low..=high).contains(&amount),
        // Not applicable or not in force counts as nothing.
        None => after.state != "undetermined" && low <= 0 && 0 <= high,
    }
}

fn lead_inside(rules: &Rules, case: &Facts, ask: &Ask, bytes: &mut Unstructured<'_>) -> Result<usize, TestCaseError> {
    let answer = rules.assess(case, ask).unwrap();
    let mut tried = 0;
    for before in &answer.outcomes {
        let is_exact = before.entitlement().is_some_and(|own| own.range_exact && own.range.is_some());
        if before.state != "undetermined" || !is_exact {
            continue;
        }
        let Some(filled) = filled(bytes, case, before) else { continue };
        let mut asked = ask.clone().rule(&before.rule);
        for open in &before.open {
            let Opening::Reading(id) = open else { continue };
            let reading = rules.plan().book.readings.iter().find(|reading| reading.id == *id).unwrap();
            asked = asked.reading(id, &bytes.choose(&reading.options).unwrap().id);
        }
        let answer = rules.assess(&filled, &asked).unwrap();
        let after =
            answer.outcomes.iter().find(|after| (&after.subject, &after.rule) == (&before.subject, &before.rule));
        // A thing that has no id is named by its place, which filling in may move.
        let Some(after) = after else { continue };
        let text = filled.canonical(rules.vocabulary());
        prop_assert!(holds(before, after), "{:?}\nbefore {:?}\nafter {:?}\n{}", asked, before, after, text);
        tried += 1;
    }
    Ok(tried)
}

proptest! {
    #![proptest_config(tries(150))]

    #[test]
    fn whatever_is_filled_in_leads_into_the_range(bytes in bytes(1_200)) {
        let mut bytes = Unstructured::new(&bytes);
        let (from, to) = bytes.choose(&WINDOWS).unwrap();
        let ask = MONEY.iter().fold(Ask::window(from, to), |ask, rule| ask.rule(rule));
        let text = tuoyu_generate::case(&mut bytes, RULES.vocabulary());
        if let Ok(case) = RULES.read_json(text.as_bytes()) {
            // The case has taken most bytes: what is filled in begins with them again.
            let mut again = Unstructured::new(text.as_bytes());
            lead_inside(&RULES, &case, &ask, &mut again)?;
        }
    }
}

#[test]
fn an_unknown_birth_order_leads_into_its_range() {
    let case = RULES
        .read_json(
            br#"{"families":[{"children":[{"id":"k1","birth_date":"2025-03-10",
        "enrolments":[{"id":"e1","from":"2025-09-10"}]}]}]}"#,
        )
        .unwrap();
    for byte in 0..=255 {
        let ask = Ask::window("2026-01", "2026-12").rule("jining/family-subsidy");
        let bytes = [byte; 40];
        assert_eq!(lead_inside(&RULES, &case, &ask, &mut Unstructured::new(&bytes)).unwrap(), 1);
    }
}
