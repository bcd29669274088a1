//! Rows say what single cases say.

use super::law;
use crate::compile::RuleIndex;
use crate::evaluate::{Batch, Column, Columns, Values, WITHOUT_END, evaluate};
use crate::value::{Date, Month, Window};
use crate::{Ask, Rules};

const RULE: &str = "jining/family-subsidy";

/// Births, orders, first and last days of rows, chosen around the dates that matter.
fn rows(count: usize) -> Vec<(Date, i64, Date, Option<Date>)> {
    let births = ["2023-01-31", "2023-02-28", "2024-02-29", "2025-06-01"];
    let froms = ["2025-01-01", "2026-01-31", "2026-02-01", "2026-06-29"];
    let tos = [None, Some("2026-06-29"), Some("2026-06-30"), Some("2027-01-01")];
    let day = |text: &str| Date::parse(text).unwrap();
    let row = |n: usize| {
        let order = i64::try_from(n % 3).unwrap() + 1;
        (day(births[n % 4]), order, day(froms[(n / 4) % 4]), tos[(n / 16) % 4].map(day))
    };
    (0..count).map(row).collect()
}

fn amounts(rules: &Rules, rows: &[(Date, i64, Date, Option<Date>)], known: Option<&[bool]>) -> (Vec<i64>, Vec<usize>) {
    let fact = |id: &str| rules.vocabulary().fact(id).unwrap();
    let births: Vec<i32> = rows.iter().map(|row| row.0.number()).collect();
    let orders: Vec<i64> = rows.iter().map(|row| row.1).collect();
    let froms: Vec<i32> = rows.iter().map(|row| row.2.number()).collect();
    let tos: Vec<i64> = rows.iter().map(|row| row.3.map_or(WITHOUT_END, |to| i64::from(to.number()))).collect();
    let columns = [
        Column { fact: fact("child.birth_date").into(), values: Values::Narrow(&births), known },
        Column { fact: fact("child.birth_order").into(), values: Values::Wide(&orders), known: None },
        Column { fact: fact("enrolment.from").into(), values: Values::Narrow(&froms), known: None },
        Column { fact: fact("enrolment.to").into(), values: Values::Wide(&tos), known: None },
    ];
    let question = rules.question(&Ask::window("2026-01", "2026-12")).unwrap();
    let index = RuleIndex(rules.plan().book.rules.iter().position(|rule| rule.id == RULE).unwrap());
    let window = Window::new(Month::new(2026, 1).unwrap(), Month::new(2026, 12).unwrap()).unwrap();
    let batch = Batch::new(rules.plan(), &[index], &question.choices, window).unwrap();
    let mut out = vec![Vec::new()];
    let columns = Columns { rows: rows.len(), columns: &columns, groups: &[], spans: None };
    let unsettled = batch.amounts(&columns, &mut out);
    (out.remove(0), unsettled)
}

fn single(rules: &Rules, (birth, order, from, to): (Date, i64, Date, Option<Date>)) -> i64 {
    let to = to.map_or("null".to_owned(), |to| format!("\"{to}\""));
    let case = format!(
        r#"{{"families":[{{"children":[{{"birth_date":"{birth}","birth_order":{order},
            "enrolments":[{{"from":"{from}","to":{to}}}]}}]}}]}}"#
    );
    let question = rules.question(&Ask::window("2026-01", "2026-12").rule(RULE)).unwrap();
    let outcomes = evaluate(rules.plan(), &rules.read_json(case.as_bytes()).unwrap(), &question);
    i64::try_from(outcomes[0].amount.unwrap()).unwrap()
}

#[test]
fn rows_at_the_edges_of_a_block_are_answered_as_single_cases() {
    let rules = law();
    let one_by_one: Vec<i64> = rows(192).into_iter().map(|row| single(&rules, row)).collect();
    for count in [0, 1, 511, 512, 513, 1_025] {
        let (found, unsettled) = amounts(&rules, &rows(count), None);
        let expected: Vec<i64> = (0..count).map(|row| one_by_one[row % 192]).collect();
        assert_eq!(found, expected, "{count} rows");
        assert_eq!(unsettled, Vec::<usize>::new());
    }
}

#[test]
fn rows_that_are_not_settled_are_told() {
    let rules = law();
    let mut some = rows(600);
    some[599].1 = 4;
    let known: Vec<bool> = (0..600).map(|row| row != 3).collect();
    assert_eq!(amounts(&rules, &some, Some(&known)).1, [3, 599], "an unknown birth date, and a fourth child");
}
