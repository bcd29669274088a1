//! Rules over a calendar year, tables of brackets, and the first of several children of one birth.

use super::kinds::{ask, missing, small};
use crate::evaluate::State;
use crate::{Ask, Rules};

const LAW: &str = "每月2000元，36个月，不超过36000元的3%，超过的10%，15天";

const RULES: &str = "parameter months\n  title 月 | Months\n  value 36 months\n\
    table tax of CNY marginal\n  title 税率 | Rates\n  value\n    0 .. 36000: 3%\n    36000 ..: 10%\n\
    entitlement deduction for parent x child\n  title 扣除 | Deduction\n  form deduction\n  pay -> family\n  \
      when born \"已出生 | Born\": month >= month(child.birth_date)\n       \
           young \"未满三岁 | Under three\": month - month(child.birth_date) < months\n       \
           shares \"分摊 | Shared\": parent.deduction_share > 0\n  \
      rate per month 2000 CNY * parent.deduction_share\n\
    entitlement saved for parent\n  title 少缴 | Saved\n  form saving\n  pay state -> family\n  each calendar year\n  \
      let deducted = sum(jining/deduction for child in family.children)\n  \
      when deducts \"有扣除 | Deducted\": deducted > 0 CNY/year\n  \
      rate once tax(parent.annual_taxable_income) - tax(max(0 CNY/year, parent.annual_taxable_income - deducted))\n\
    entitlement leave for child\n  title 假 | Leave\n  form leave\n  pay employer -> family\n  \
      applies first(child.birth_date)\n  \
      rate once 15 days if month is month(child.birth_date)";

fn rules() -> Rules {
    small(LAW, RULES)
}

/// A family of one parent and children of these days.
fn family(parent: &str, births: &[&str]) -> String {
    let children: Vec<String> =
        births.iter().enumerate().map(|(n, birth)| format!(r#"{{"id": "k{}"{birth}}}"#, n + 1)).collect();
    format!(r#"{{"families": [{{"parents": [{{"id": "p", {parent}}}], "children": [{}]}}]}}"#, children.join(","))
}

fn born(day: &str) -> String {
    format!(r#", "birth_date": "{day}""#)
}

/// The amount in fen and the positions of the granted months.
fn saved(case: &str, from: &str, to: &str) -> (Option<i128>, Vec<usize>) {
    let outcome = &ask(&rules(), case, &Ask::window(from, to).rule("jining/saved"))[0];
    let granted = outcome.months.iter().enumerate().filter(|(_, month)| month.rate != 0).map(|(place, _)| place);
    (outcome.amount, granted.collect())
}

#[test]
fn a_year_is_worked_out_in_its_last_month_of_the_window() {
    let one = family(r#""annual_taxable_income": "90000", "deduction_share": "1""#, &[&born("2025-03-10")]);
    // 2025: March to December, 10 × 2000 at 10 %; 2026: 24000 at 10 %.
    assert_eq!(saved(&one, "2025-01", "2026-12"), (Some(440_000), vec![11, 23]));
    // Of 2026 the window holds five months: 10000 at 10 %, in May.
    assert_eq!(saved(&one, "2026-01", "2026-05"), (Some(100_000), vec![4]));
    // The income less the deduction falls below the bracket: 4000 at 10 % and 20000 at 3 %.
    let low = family(r#""annual_taxable_income": "40000", "deduction_share": "1""#, &[&born("2025-03-10")]);
    assert_eq!(saved(&low, "2026-01", "2026-12").0, Some(100_000));
    // Two children deduct 48000 of an income of 40000: the whole tax, 36000 at 3 % and 4000 at 10 %.
    let two = family(
        r#""annual_taxable_income": "40000", "deduction_share": "1""#,
        &[&born("2025-03-10"), &born("2025-03-10")],
    );
    assert_eq!(saved(&two, "2026-01", "2026-12").0, Some(148_000));
}

#[test]
fn nothing_to_deduct_is_a_refusal_and_nothing_to_tax_is_not() {
    let none = family(r#""annual_taxable_income": "90000", "deduction_share": "0""#, &[&born("2025-03-10")]);
    let outcome = &ask(&rules(), &none, &Ask::window("2026-01", "2026-12").rule("jining/saved"))[0];
    assert_eq!((outcome.state, outcome.amount), (State::Refused, Some(0)));
    let poor = family(r#""annual_taxable_income": "0", "deduction_share": "1""#, &[&born("2025-03-10")]);
    let outcome = &ask(&rules(), &poor, &Ask::window("2026-01", "2026-12").rule("jining/saved"))[0];
    assert_eq!((outcome.state, outcome.amount), (State::Granted, Some(0)));
}

#[test]
fn a_long_window_has_every_year() {
    let one = family(r#""annual_taxable_income": "90000", "deduction_share": "1""#, &[&born("2025-01-31")]);
    // 36 months from January 2025 to December 2027 in a window of ten years: three times 24000 at 10 %.
    assert_eq!(saved(&one, "2025-01", "2034-12"), (Some(720_000), vec![11, 23, 35]));
}

#[test]
fn what_is_unknown_has_a_range() {
    let window = Ask::window("2026-01", "2026-12").rule("jining/saved");
    let income = family(r#""deduction_share": "1""#, &[&born("2025-03-10")]);
    let outcome = &ask(&rules(), &income, &window)[0];
    // From no income to one of which all 24000 lie in the upper bracket.
    assert_eq!((outcome.range, outcome.range_is_exact), (Some((0, 240_000)), true));
    assert_eq!(missing(outcome), ["p parent.annual_taxable_income"]);
    let birth = family(r#""annual_taxable_income": "90000", "deduction_share": "1""#, &["", &born("2025-03-10")]);
    let outcome = &ask(&rules(), &birth, &window)[0];
    // One child or two.
    assert_eq!((outcome.range, outcome.range_is_exact), (Some((240_000, 480_000)), true));
    assert_eq!(missing(outcome), ["k1 child.birth_date"]);
}

#[test]
fn what_is_saved_is_never_below_nothing_however_much_is_unknown() {
    let case = family(r#""deduction_share": "1""#, &["", ""]);
    let outcome = &ask(&rules(), &case, &Ask::window("2026-01", "2027-12").rule("jining/saved"))[0];
    // Nothing; or two children in two years, each with 24000 at 10 %.
    assert_eq!((outcome.range, outcome.range_is_exact), (Some((0, 960_000)), false));
}

#[test]
fn a_difference_of_brackets_that_may_grow_stands_as_it_is() {
    // What is taken away here may be less than nothing.
    let text = RULES.replace(
        "tax(max(0 CNY/year, parent.annual_taxable_income - deducted))",
        "tax(max(0 CNY/year, parent.annual_taxable_income - (deducted - 36000 CNY/year)))",
    );
    let case = family(r#""annual_taxable_income": "90000", "deduction_share": "1""#, &[&born("2025-03-10")]);
    let outcome = &ask(&small(LAW, &text), &case, &Ask::window("2026-01", "2026-12").rule("jining/saved"))[0];
    // 90000 less 24000 and more 36000: 12000 at 10 % more to pay.
    assert_eq!(outcome.amount, Some(-120_000));
}

#[test]
fn an_unknown_share_is_no_more_than_the_other_parent_leaves() {
    let case = r#"{"families": [{"parents": [{"id": "p1", "deduction_share": "1"}, {"id": "p2"}],
        "children": [{"id": "k1", "birth_date": "2025-03-10"}]}]}"#;
    let outcomes = ask(&rules(), case, &Ask::window("2026-01", "2026-12").rule("jining/deduction"));
    assert_eq!((outcomes[1].state, missing(&outcomes[1])), (State::Refused, Vec::new()));
}

#[test]
fn the_first_child_of_a_birth_is_its_subject() {
    let states = |births: &[&str]| {
        let case = family(r#""role": "mother""#, births);
        let outcomes = ask(&rules(), &case, &Ask::window("2026-01", "2026-12").rule("jining/leave"));
        outcomes.iter().map(|outcome| (outcome.state, outcome.amount)).collect::<Vec<_>>()
    };
    let (days, other) = (born("2026-03-10"), born("2026-03-11"));
    let granted = (State::Granted, Some(1_500));
    assert_eq!(states(&[&days, &other, &days]), [granted, granted, (State::NotApplicable, None)]);
    // The unknown birth of an earlier child may be the same one, or another.
    assert_eq!(states(&["", &days])[1], (State::Undetermined, None));
    assert_eq!(states(&[&days, ""])[0], granted);
}
