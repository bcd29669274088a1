//! An example in words.

use crate::compile::{Kind, Measure, Plan, Rule};
use crate::evaluate::QUOTIENT_DECIMALS;
use crate::explain::{number_of, quantity_in_words, state_words, value_in_words, window_in_words};
use crate::model::{Fact, FactType};
use crate::parse::{CaseBlock, Expectation};
use crate::source::Words;
use crate::value::{Date, Decimal, Unit};

/// An example: what it shows, its months, its facts, the readings that it chooses, what the rules say.
pub(crate) fn case_in_words(plan: &Plan, case: &CaseBlock) -> Vec<Words> {
    let window = window_in_words(case.window.node);
    let mut all = vec![case.title.node.clone(), two(format!("{}。", window.zh), format!("{}.", window.en))];
    for stated in &case.facts {
        let vocabulary = &plan.book.vocabulary;
        let Some(fact) = vocabulary.fact(&stated.name.node).and_then(|fact| vocabulary.fact_at(fact)) else { continue };
        let value = value_words(fact, &stated.value.node);
        all.push(two(format!("{}：{}。", fact.words.zh, value.zh), format!("{}: {}.", fact.words.en, value.en)));
    }
    for chosen in &case.readings {
        let Some(reading) = plan.book.readings.iter().find(|reading| reading.id == chosen.id.node) else { continue };
        let Some(option) = reading.options.iter().find(|option| option.id == chosen.option.node) else { continue };
        all.push(two(
            format!("选定：{}——{}。", reading.ask.zh, option.words.zh),
            format!("Chosen: {} — {}.", reading.ask.en, option.words.en),
        ));
    }
    all.extend(case.expectations.iter().map(|expectation| expected(plan, expectation)));
    all
}

/// A value as written, in words.
fn value_words(fact: &Fact, written: &str) -> Words {
    let value = match &fact.kind {
        FactType::YesNo => Some(i64::from(written == "yes")),
        FactType::Options(choices) => {
            choices.iter().position(|choice| choice.id == written).and_then(|place| i64::try_from(place).ok())
        }
        FactType::Date => Date::parse(written).map(|date| i64::from(date.number())),
        FactType::Number { scale, .. } => Decimal::parse(written).ok().and_then(|number| number.at_scale(*scale)),
        _ => None,
    };
    value.map_or_else(|| two(written, written), |value| value_in_words(fact, value))
}

fn expected(plan: &Plan, Expectation { rule, state, amount }: &Expectation) -> Words {
    let known = plan.book.rules.iter().find(|known| known.id == rule.node);
    let title = known.map_or_else(|| two(rule.node.clone(), rule.node.clone()), |rule| rule.title.clone());
    let state = state_words(known.map_or("", |rule| rule.kind.word()), &state.node);
    let number = amount.as_ref().map(|amount| {
        let (low, high) = amount.node;
        let (from, to) = (number(known, low), number(known, high));
        let (zh, en) = label(known);
        if low.trimmed() == high.trimmed() {
            two(format!("，{zh}{}", to.zh), format!(", {en}{}", to.en))
        } else {
            two(format!("，{zh}{}至{}", from.zh, to.zh), format!(", {en}{} to {}", from.en, to.en))
        }
    });
    let number = number.unwrap_or_default();
    two(
        format!("结果：“{}”{}{}。", title.zh, state.zh, number.zh),
        format!("Result: “{}” {}{}.", title.en, state.en, number.en),
    )
}

/// What the number of an outcome is called; an entitlement's is its amount, and needs no name.
fn label(rule: Option<&Rule>) -> (&'static str, &'static str) {
    match rule.map(|rule| rule.kind) {
        Some(Kind::Limit | Kind::Indicator) => ("实际为", "found "),
        _ => ("", ""),
    }
}

/// The number of an outcome, with what it counts.
fn number(rule: Option<&Rule>, number: Decimal) -> Words {
    match rule.and_then(Rule::measure) {
        // A quotient is a share.
        Some(Measure { over: Some(_), .. }) => number_of(number, Unit::One, QUOTIENT_DECIMALS),
        Some(Measure { value, .. }) => number_of(number, value.unit, value.scale),
        None => quantity_in_words(number, Unit::Cny),
    }
}

fn two(zh: impl Into<String>, en: impl Into<String>) -> Words {
    Words { zh: zh.into(), en: en.into() }
}
