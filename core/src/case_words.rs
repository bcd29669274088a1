//! An example in words.

use crate::compile::Plan;
use crate::explain::{quantity_in_words, state_words, value_in_words, window_in_words};
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
    let state = state_words("entitlement", &state.node);
    let amount = amount.as_ref().map(|amount| {
        let (low, high) = amount.node;
        let (from, to) = (quantity_in_words(low, Unit::Cny), quantity_in_words(high, Unit::Cny));
        if low.trimmed() == high.trimmed() {
            two(format!("，{}", to.zh), format!(", {}", to.en))
        } else {
            two(format!("，{}至{}", from.zh, to.zh), format!(", {} to {}", from.en, to.en))
        }
    });
    let amount = amount.unwrap_or_default();
    two(
        format!("结果：“{}”{}{}。", title.zh, state.zh, amount.zh),
        format!("Result: “{}” {}{}.", title.en, state.en, amount.en),
    )
}

fn two(zh: impl Into<String>, en: impl Into<String>) -> Words {
    Words { zh: zh.into(), en: en.into() }
}
