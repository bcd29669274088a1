//! Whatever stands beside it, a row is answered as the case of its facts.

use super::house::{ALL, RULES};
use super::made::{Random, case, facts, row};
use proptest::prelude::*;
use serde_json::{Value, to_value};
use tuoyu::error::Diagnostics;
use tuoyu::value::{Decimal, Month};
use tuoyu::{AnswerBuffer, Ask, Batch, Wanted};

/// What one rule says of one row: state, amount, ends, months.
type Said = (Option<String>, Option<i64>, Option<i64>, Option<i64>, Option<u16>);

fn tries(cases: u32) -> ProptestConfig {
    let times = std::env::var("TRIES").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    ProptestConfig { cases: cases * times, failure_persistence: None, max_shrink_iters: 0, ..ProptestConfig::default() }
}

/// A window of any length, and options of some readings.
fn question(random: &mut Random) -> Ask {
    let length = *random.pick(&[1, 1, 2, 12, 12, 12, 13, 16, 17, 24, 63, 64, 65, 130]);
    let from = Month::new(2022, 1).unwrap().plus(i32::try_from(random.below(60)).unwrap()).unwrap();
    let length = if random.below(40) == 0 { 1_200 } else { length };
    let from = if length == 1_200 { Month::new(1_950, 1).unwrap() } else { from };
    let to = from.plus(length - 1).unwrap();
    let mut ask = Ask::window(&from.to_string(), &to.to_string());
    for reading in &RULES.plan().book.readings {
        if random.below(3) == 0 {
            ask = ask.reading(&reading.id, &random.pick(&reading.options).id);
        }
    }
    ask
}

/// Columns have two decimals, whatever they count: days of leave are whole in a case.
fn units(text: &Value) -> Option<i64> {
    let number = Decimal::parse(text.as_str()?).unwrap();
    number.at_scale(2)
}

/// What a case says, by the contract's words.
fn of_case(answer: &tuoyu::explain::Assessment, rule: &str) -> Said {
    let outcome = answer.outcomes.iter().find(|outcome| outcome.rule == rule).unwrap();
    let json = to_value(outcome).unwrap();
    // A quantity comes to what its last item does in all.
    let whole = json.get("parts").and_then(|parts| parts.as_array()?.last()).unwrap_or(&json);
    let settled = !["undetermined", "not-applicable", "not-in-force", "no-branch"].contains(&outcome.state);
    let words = ["granted", "met", "known", "done"];
    let range = |end: usize| whole.get("range").and_then(|range| units(&range[end]));
    let months = json.get("months").and_then(Value::as_array).map(|months| {
        let of = |month: &Value| Month::parse(month.as_str().unwrap()).unwrap().number();
        let granted = months.iter().filter(|one| words.contains(&one["state"].as_str().unwrap()));
        granted.map(|one| u16::try_from(of(&one["to"]) - of(&one["from"]) + 1).unwrap()).sum()
    });
    // Of what is judged on one day, the state tells the month.
    let months = months.unwrap_or_else(|| u16::from(words.contains(&outcome.state)));
    let amount = whole.get("amount").and_then(units);
    (Some(outcome.state.to_owned()), amount, range(0), range(1), settled.then_some(months))
}

fn of_rows(batch: &Batch<'_>, rows: &[Vec<String>], wanted: Wanted) -> (Vec<AnswerBuffer>, Vec<String>) {
    let mut cells = batch.cells();
    for row in rows {
        batch.read(&mut cells, row.iter().map(String::as_str));
    }
    let columns = cells.columns();
    let typed = cells.rows(&columns);
    let mut buffers: Vec<AnswerBuffer> = batch.rules().iter().map(|_| AnswerBuffer::new(wanted)).collect();
    let mut out: Vec<_> = buffers.iter_mut().map(|buffer| buffer.room(rows.len())).collect();
    let mut faults = batch.answer(&typed, 0..rows.len(), &mut out).unwrap();
    faults.extend(cells.faults().iter().cloned());
    (buffers, faults.iter().map(super::house::told).collect())
}

fn said(buffer: &AnswerBuffer, row: usize) -> Said {
    (buffer.state(row).map(str::to_owned), buffer.amount(row), buffer.min(row), buffer.max(row), buffer.months(row))
}

/// Rows among copies of each other, against the case of each.
fn rows_are_cases(seed: u64, rule_count: usize, unknown: usize) -> Result<(), TestCaseError> {
    let mut random = Random(seed);
    let facts = facts();
    let ask = question(&mut random);
    let names: Vec<&str> = facts.iter().map(|fact| fact.id.as_str()).collect();
    let headings = RULES.headings(names.iter().copied(), Some("enrolment")).unwrap();
    let all = RULES.batch(&headings, &ask).unwrap();
    let ids: Vec<String> = all.rules().iter().map(|rule| rule.id.clone()).collect();
    let some: Vec<&String> = (0..rule_count).map(|_| random.pick(&ids)).collect();
    let asked = some.iter().fold(ask, |ask, id| ask.rule(id));
    let batch = RULES.batch(&headings, &asked).unwrap();
    let unique: Vec<Vec<String>> = (0..4).map(|_| row(&facts, unknown, &mut random)).collect();
    let count = *random.pick(&[0, 1, 3, 5, 511, 512, 513]);
    let places: Vec<usize> = (0..count).map(|_| random.below(unique.len())).collect();
    let rows: Vec<Vec<String>> = places.iter().map(|place| unique[*place].clone()).collect();
    // Rows that leave something open take long where their ends are asked for: once is enough.
    let few = if count > 5 { Wanted { min: false, max: false, ..ALL } } else { ALL };
    let (buffers, faults) = of_rows(&batch, &rows, few);
    let cases: Vec<Result<_, Diagnostics>> = unique
        .iter()
        .map(|cells| {
            let facts = RULES.read_json(case(&facts, cells).to_string().as_bytes())?;
            RULES.assess(&facts, &asked)
        })
        .collect();
    for (row, place) in places.iter().enumerate() {
        let is_told = faults.iter().any(|fault| fault.starts_with(&format!("{} ", row + 1)));
        prop_assert_eq!(is_told, cases[*place].is_err(), "{:?} {:?}", unique[*place], faults);
        for (rule, buffer) in batch.rules().iter().zip(&buffers) {
            let found = said(buffer, row);
            match &cases[*place] {
                Ok(answer) => {
                    let (state, amount, low, high, months) = of_case(answer, &rule.id);
                    let ends = if few.min { (low, high) } else { (None, None) };
                    let expected = (state, amount, ends.0, ends.1, months);
                    prop_assert_eq!(found, expected, "{} {:?} {}", rule.id, asked, case(&facts, &unique[*place]));
                }
                Err(_) => prop_assert_eq!(found, (None, None, None, None, None)),
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(tries(24))]

    #[test]
    fn rows_with_unknown_cells_are_answered_as_cases(seed in any::<u64>()) {
        rows_are_cases(seed, 4, 12)?;
    }

    #[test]
    fn known_rows_are_answered_as_cases(seed in any::<u64>()) {
        rows_are_cases(seed, 12, 0)?;
    }
}
