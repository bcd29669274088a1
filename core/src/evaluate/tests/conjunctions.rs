//! Conditions that must all hold are run as one step, and say what they said one by one.

use super::kinds::small;
use crate::compile::RuleIndex;
use crate::evaluate::calendar::{ReferenceDay, Slice};
use crate::evaluate::columns::{Column, Columns, Values};
use crate::evaluate::kin::Around;
use crate::evaluate::lane::Known;
use crate::evaluate::prepared::Prepared;
use crate::evaluate::program::{Program, Purpose};
use crate::evaluate::slots::SlotRoom;
use crate::value::{Month, Window};

const LAW: &str = "登记、备案的机构，普惠或者签约的，应当公示。";

const RULE: &str = "requirement shown for institution
  title  公示 | Shown
  need
    registered \"登记 | Registered\":  institution.registered
    filed \"备案 | Filed\":  institution.filed
    either \"普惠或者签约 | Inclusive or under contract\":  institution.inclusive or institution.medical_contract";

#[test]
fn conditions_that_must_all_hold_are_one_step() {
    let rules = small(LAW, RULE);
    let (plan, vocabulary) = (rules.plan(), rules.vocabulary());
    let choices = vec![None; plan.book.readings.len()];
    let program = Program::new(plan, Around::default(), &[RuleIndex(0)], &choices, Purpose::Rows);
    let month = |month| Month::new(2026, month).unwrap();
    let window = Window::new(month(1), month(3)).unwrap();
    let slice = Slice::cut(window, ReferenceDay::Last).remove(0);
    let prepared = || Prepared::<Known<i64, u16>>::new(&program, vocabulary, &slice, usize::MAX);
    let (apart, joined) = (prepared(), prepared().joined(&program));
    // Two facts are looked at beside the step, two for what may hold by either, which is a step too.
    assert_eq!((apart.steps.len(), joined.steps.len()), (7, 4));

    // Every row is one way in which four facts can be yes or no.
    let facts = ["registered", "filed", "inclusive", "medical_contract"];
    let place = |fact: &str| vocabulary.fact(&format!("institution.{fact}")).unwrap();
    let bits: Vec<(usize, Vec<u8>)> = facts
        .iter()
        .zip(0..)
        .map(|(fact, bit)| (place(fact).0, (0..16_u8).map(|row| row >> bit & 1).collect()))
        .collect();
    let cells = |fact: usize| &bits.iter().find(|(known, _)| *known == fact).unwrap().1;
    let columns: Vec<Option<Column<'_>>> = program
        .facts
        .iter()
        .map(|fact| Some(Column { values: Values::Code(cells(fact.fact.0)), known: None }))
        .collect();
    let places: Vec<Option<usize>> = (0..columns.len()).map(Some).collect();
    let columns = Columns { rows: 16, columns: &columns, places: &places, groups: &[], spans: None };
    let granted = program.rules[0].granted;
    for prepared in [&apart, &joined] {
        let mut room = SlotRoom::new(&program);
        let slots = prepared.run(&program, &columns, 0, 16, &mut room);
        let sets: Vec<bool> = (0..16).map(|row| slots.month_set(granted, row) & 0b111 == 0b111).collect();
        let expected: Vec<bool> = (0..16).map(|row| row & 0b11 == 0b11 && row & 0b1100 != 0).collect();
        assert_eq!(sets, expected);
    }
}
