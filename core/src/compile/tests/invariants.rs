//! What holds of every plan, whatever law it was made from.

use super::{law, pack};
use crate::compile::{
    FactIndex, FactType, MaskSlot, MaskStep, NumberStep, Plan, ReadingIndex, RulePlan, TableArm, Vocabulary,
};
use crate::evaluate::bounds_of;

/// Everything that is wrong with the shape of a plan; evaluation searches nothing and relies on it.
fn broken(plan: &Plan) -> Vec<String> {
    let mut wrong = Vec::new();
    for (place, step) in plan.numbers.iter().enumerate() {
        let mut say = |fault: String| wrong.push(format!("number {place} {step:?}: {fault}"));
        if !step.reads().iter().all(|slot| slot.0 < place) {
            say("reads a number slot that is not smaller".to_owned());
        }
        match step {
            NumberStep::Load(fact) if !is_number(&plan.book.vocabulary, *fact) => say("loads no number".to_owned()),
            NumberStep::Parameter(index, scale) => {
                let value = plan.book.parameters.get(index.0).and_then(|parameter| parameter.value.at_scale(*scale));
                if value.is_none() {
                    say("no such named number".to_owned());
                }
            }
            NumberStep::Table(fact, arms) => arms_of(plan, *fact, arms).into_iter().for_each(say),
            NumberStep::Pick(reading, options) => options_of(plan, *reading, options.len()).into_iter().for_each(say),
            _ => {}
        }
    }
    for (place, step) in plan.masks.iter().enumerate() {
        let mut say = |fault: String| wrong.push(format!("mask {place} {step:?}: {fault}"));
        if !masks_of_mask(step).iter().all(|slot| slot.0 < place) {
            say("reads a mask slot that is not smaller".to_owned());
        }
        match step {
            MaskStep::Compare(_, a, b) if a.0.max(b.0) >= plan.numbers.len() => say("compares no number".to_owned()),
            MaskStep::Reached(fact, ..) | MaskStep::Aged(fact, _) if !is_date(&plan.book.vocabulary, *fact) => {
                say("no date".to_owned());
            }
            MaskStep::Is(fact, bits) => {
                let (low, high) = bounds_of(&plan.book.vocabulary, *fact);
                let all = (low..=high).fold(0_u64, |all, value| all | 1 << value);
                if plan.book.vocabulary.fact_at(*fact).is_none() || bits & !all != 0 {
                    say("a value that the fact has not".to_owned());
                }
            }
            MaskStep::Known(fact) if plan.book.vocabulary.fact_at(*fact).is_none() => say("no such fact".to_owned()),
            MaskStep::First(_, thing) if plan.book.vocabulary.thing_at(*thing).is_none() => say("no thing".to_owned()),
            MaskStep::Table(fact, arms) => arms_of(plan, *fact, arms).into_iter().for_each(say),
            MaskStep::Pick(reading, options) => options_of(plan, *reading, options.len()).into_iter().for_each(say),
            _ => {}
        }
    }
    for (place, rule) in plan.rules.iter().enumerate() {
        wrong.extend(broken_rule(plan, rule, place).into_iter().map(|fault| format!("rule {place}: {fault}")));
    }
    wrong
}

fn broken_rule(plan: &Plan, rule: &RulePlan, place: usize) -> Vec<&'static str> {
    let mut wrong = Vec::new();
    let mask = |slot: MaskSlot| slot.0 < plan.masks.len();
    let checked = plan.book.rules.get(rule.rule.0);
    if rule.rule.0 != place || checked.is_none_or(|checked| checked.versions.len() != rule.versions.len()) {
        wrong.push("is not the rule of its place in the rulebook");
    }
    if ![rule.in_force, rule.applies, rule.answerable, rule.wanted, rule.granted].into_iter().all(mask) {
        wrong.push("a slot that does not exist");
    }
    for (version, checked) in rule.versions.iter().zip(checked.iter().flat_map(|rule| &rule.versions)) {
        let slots = version.conditions.iter().chain(&version.applies).chain([&version.in_force, &version.has_rate]);
        let conditions = version.applies.len() + version.conditions.len();
        if conditions != checked.conditions().count() || !slots.copied().all(mask) {
            wrong.push("a version whose conditions have no slots");
        }
        if plan.masks.get(version.in_force.0) != Some(&MaskStep::Force(checked.force)) {
            wrong.push("a version in force on other days than its text");
        }
    }
    if !rule.pieces.iter().all(|piece| mask(piece.months) && piece.number.0 < plan.numbers.len()) {
        wrong.push("a piece without slots");
    }
    let known = |reading: ReadingIndex| reading.0 < plan.book.readings.len();
    if !rule.consults.iter().all(|consult| mask(consult.months) && known(consult.reading)) {
        wrong.push("a question that is no reading");
    }
    wrong
}

fn masks_of_mask(step: &MaskStep) -> Vec<MaskSlot> {
    match step {
        MaskStep::Not(a) | MaskStep::First(a, _) => vec![*a],
        MaskStep::And(a, b) | MaskStep::Or(a, b) => vec![*a, *b],
        MaskStep::Table(_, arms) => arms.iter().map(|arm| arm.cell).collect(),
        MaskStep::Pick(_, options) => options.clone(),
        _ => Vec::new(),
    }
}

/// A table's rows follow each other over every value that the fact may have.
fn arms_of<S>(plan: &Plan, fact: FactIndex, arms: &[TableArm<S>]) -> Option<String> {
    let (low, high) = bounds_of(&plan.book.vocabulary, fact);
    let mut next = low;
    for arm in arms {
        if arm.from != next || arm.to < arm.from {
            return Some(format!("rows do not follow each other at {next}"));
        }
        next = arm.to + 1;
    }
    let known = plan.book.vocabulary.fact_at(fact).is_some();
    (next != high + 1 || !known).then(|| format!("rows end at {next}, the fact at {high}"))
}

fn options_of(plan: &Plan, reading: ReadingIndex, cells: usize) -> Option<String> {
    let options = plan.book.readings.get(reading.0).map(|reading| reading.options.len());
    (options != Some(cells)).then(|| format!("{cells} cells for {options:?} options"))
}

fn is_number(vocabulary: &Vocabulary, fact: FactIndex) -> bool {
    let kind = vocabulary.fact_at(fact).map(|fact| &fact.kind);
    matches!(kind, Some(FactType::Number { .. } | FactType::Date))
}

fn is_date(vocabulary: &Vocabulary, fact: FactIndex) -> bool {
    matches!(vocabulary.fact_at(fact).map(|fact| &fact.kind), Some(FactType::Date))
}

#[test]
fn the_published_law_keeps_every_invariant() {
    assert_eq!(broken(law()), [""; 0]);
    assert!(law().rules.len() >= 4 && law().numbers.len() > 10 && law().masks.len() > 10);
}

#[test]
fn a_rule_in_two_versions_with_tables_in_tables_keeps_every_invariant() {
    let rules = "\
reading a
  ask      问 | Ask
  because  因 | Because
  option   x: 甲 | X
  option   y: 乙 | Y
  default  open

entitlement e for enrolment
  title  甲 | A
  force  .. 2025-12-31
  pay    county -> family
  rate   per month by reading a
           x:  by child.birth_order
                 1 .. 2:     300 CNY
                 otherwise:  none
           y:  by class.kind
                 infant:     by enrolment.service
                               full-day:   500 CNY
                               otherwise:  none
                 otherwise:  300 CNY

entitlement e for enrolment
  title  甲 | A
  force  2026-01-01 ..
  pay    county -> family
  rate   per month by enrolment.monthly_fee
           0 .. 300 CNY/month:  none
           otherwise:           500 CNY
";
    let checked = pack("每人每月300元、500元、2孩。", rules).check();
    let told: Vec<String> =
        checked.diagnostics.iter().map(|fault| format!("{}: {}", fault.code, fault.found)).collect();
    let plan = checked.plan.unwrap_or_else(|| panic!("{told:?}"));
    assert_eq!(broken(&plan), [""; 0]);
    assert_eq!(plan.rules[0].versions.len(), 2);
}

#[test]
fn the_invariants_are_not_empty_words() {
    let mut plan = law().clone();
    let last = plan.masks.len() - 1;
    plan.masks[0] = MaskStep::Not(MaskSlot(last));
    plan.numbers[0] = NumberStep::Load(FactIndex(usize::MAX));
    plan.rules.swap(0, 1);
    for step in &mut plan.numbers {
        if let NumberStep::Table(_, arms) = step {
            arms.pop();
        }
    }
    let wrong = broken(&plan).join("\n");
    for fault in ["mask slot that is not smaller", "loads no number", "rows end", "not the rule of its place"] {
        assert!(wrong.contains(fault), "{fault}\n{wrong}");
    }
}
