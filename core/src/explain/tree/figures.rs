//! The figures: how an amount comes about, who pays it, and what a value was held against.

use super::super::speech::{both, joined, months, thousands, words, yuan};
use super::super::terms::{party_words, state_words};
use super::super::told::{Told, ToldFound, ToldMonths, ToldReason, ToldStep};
use super::bound::{required, spaced};
use super::condition::{common, facts};
use super::conditions::is_amount;
use super::teller::Teller;
use super::{Mark, Tree};
use crate::compile::FactType;
use crate::source::Words;
use crate::value::{Decimal, Month};
use serde_json::Value;

/// The unit of amounts that are days.
const DAY: &str = "day";

/// The unit of a fee.
const FEE: &str = "CNY/month";

/// How the amount comes about, from which facts, and who pays whom.
pub(super) fn figures(teller: &Teller<'_>) -> Option<Tree> {
    let told = teller.told;
    if !matches!(told.state.as_str(), "granted" | "undetermined") || told.kind != "entitlement" {
        return None;
    }
    let mut children: Vec<Tree> = sum(told).map(Tree::detail).into_iter().collect();
    children.extend(basis(teller).into_iter().map(Tree::detail));
    children.extend(parties(teller).map(Tree::detail));
    let discretion = teller.rule.discretionary.as_ref().filter(|_| told.discretionary);
    children.extend(discretion.map(|words| Tree::detail(words.clone())));
    Tree::section(words("金额", "Amount"), children)
}

/// An amount, or an amount that is days.
pub(super) fn amount(told: &Told, amount: &str) -> Words {
    let figure = if told.unit.as_deref() == Some(DAY) {
        words(format!("{} 天", thousands(amount)), format!("{} days", thousands(amount)))
    } else {
        yuan(amount)
    };
    if told.at_least { words(format!("至少 {}", figure.zh), format!("at least {}", figure.en)) } else { figure }
}

/// A rate with its period: `每月 300 元`.
pub(super) fn rate(line: &ToldMonths) -> Option<Words> {
    let rate = thousands(line.rate.as_deref()?);
    Some(match line.per.as_deref() {
        Some("month") => words(format!("每月 {rate} 元"), format!("CNY {rate} a month")),
        Some("year") => words(format!("每年 {rate} 元"), format!("CNY {rate} a year")),
        _ => words(format!("一次付 {rate} 元"), format!("CNY {rate} at once")),
    })
}

/// `每月 300 元 × 4 个月 = 1,200.00 元`.
fn sum(told: &Told) -> Option<Words> {
    let granted: Vec<&ToldMonths> = told.months.iter().filter(|line| line.rate.is_some()).collect();
    let mut counted: Vec<(&ToldMonths, i32)> = Vec::new();
    for line in &granted {
        let months = count(line)?;
        match counted.iter_mut().find(|(known, _)| (&known.rate, &known.per) == (&line.rate, &line.per)) {
            Some((_, count)) => *count += months,
            None => counted.push((line, months)),
        }
    }
    let terms: Vec<Words> = counted.iter().filter_map(|(line, count)| term(line, *count)).collect();
    let terms = joined(&terms, " + ", " + ");
    if terms.zh.is_empty() || told.unit.as_deref() == Some(DAY) {
        return None;
    }
    let Some(total) = told.amount.as_deref() else {
        return Some(words(format!("已能确定的月份：{}", terms.zh), format!("Settled so far: {}", terms.en)));
    };
    let amount = amount(told, total);
    Some(if is_exact(&granted, total) {
        words(format!("{} = {}", terms.zh, amount.zh), format!("{} = {}", terms.en, amount.en))
    } else {
        words(
            format!("{}，四舍五入到分为 {}", terms.zh, amount.zh),
            format!("{}, rounded to the cent: {}", terms.en, amount.en),
        )
    })
}

fn term(line: &ToldMonths, count: i32) -> Option<Words> {
    let rate = rate(line)?;
    Some(match line.per.as_deref() {
        Some("year") => words(format!("{} × {count}/12", rate.zh), format!("{} × {count}/12", rate.en)),
        Some("month") if count == 1 => words(format!("{} × 1 个月", rate.zh), format!("{} × 1 month", rate.en)),
        Some("month") => words(format!("{} × {count} 个月", rate.zh), format!("{} × {count} months", rate.en)),
        _ if count == 1 => rate,
        _ => words(format!("{} × {count} 次", rate.zh), format!("{} × {count}", rate.en)),
    })
}

fn count(line: &ToldMonths) -> Option<i32> {
    Some(Month::parse(&line.to)?.number() - Month::parse(&line.from)?.number() + 1)
}

/// Whether the months add up to the amount without rounding.
fn is_exact(lines: &[&ToldMonths], total: &str) -> bool {
    const SCALE: u8 = 12;
    let units = |text: &str| Decimal::parse(text).ok()?.at_scale(SCALE).map(i128::from);
    let twelfths = |line: &&ToldMonths| {
        let months = i128::from(count(line)?);
        let share = if line.per.as_deref() == Some("year") { 1 } else { 12 };
        units(line.rate.as_deref()?)?.checked_mul(months)?.checked_mul(share)
    };
    let sum: Option<i128> = lines.iter().map(twelfths).sum();
    sum.is_some() && sum == units(total).and_then(|total| total.checked_mul(12))
}

/// The facts that the amount goes by: those that stay once, those that change by their months.
fn basis(teller: &Teller<'_>) -> Vec<Words> {
    let stretches: Vec<&ToldReason> = teller.told.reasons.iter().filter(|reason| is_amount(reason)).collect();
    let common = common(&stretches);
    let mut basis = facts(teller, &common);
    for one in stretches {
        let own: Vec<ToldFound> = one.facts().into_iter().filter(|found| !common.contains(found)).collect();
        if !own.is_empty() {
            let facts = joined(&facts(teller, &own), "，", ", ");
            basis.push(joined(&[months(&one.from, &one.to), facts], " — ", " — "));
        }
    }
    basis
}

fn parties(teller: &Teller<'_>) -> Option<Words> {
    let payee = party_words(teller.told.payee.as_deref()?);
    let Some(payer) = teller.told.payer.as_deref().map(party_words) else {
        return Some(words(format!("受益方：{}", payee.zh), format!("In favour of: {}", payee.en)));
    };
    let place = teller.told.payer_place.as_deref().map(|place| place_words(teller, place));
    let at = place.map(|place| words(format!("，即{}", place.zh), format!(" ({})", place.en))).unwrap_or_default();
    Some(words(
        format!("付款方：{}{}；收款方：{}", payer.zh, at.zh, payee.zh),
        format!("Paid by: {}{}; paid to: {}", payer.en, at.en, payee.en),
    ))
}

/// A place in words: the option of whatever fact names it.
fn place_words(teller: &Teller<'_>, place: &str) -> Words {
    let options = teller.plan.book.vocabulary.facts.iter().filter_map(|fact| match &fact.kind {
        FactType::Options(choices) => choices.iter().find(|choice| choice.id == place),
        _ => None,
    });
    options.map(|choice| choice.words.clone()).next().unwrap_or_else(|| both(place))
}

/// A value against its bound or target, as limits and indicators tell it; a lookup's text.
pub(super) fn measured(told: &Told) -> Option<Tree> {
    let number = |text: &str| match told.unit.as_deref() {
        Some(FEE) => words(format!("每月 {} 元", thousands(text)), format!("CNY {} a month", thousands(text))),
        _ => both(&thousands(text)),
    };
    let value = match &told.value {
        Some(Value::String(text)) => Some(number(text)),
        Some(Value::Object(texts)) => {
            let side = |key: &str| texts.get(key).and_then(Value::as_str).unwrap_or_default();
            Some(words(side("zh"), side("en")))
        }
        _ => None,
    };
    let mut parts: Vec<Words> = Vec::new();
    parts.extend(value.map(|value| words(format!("实际为{}", spaced(&value.zh)), format!("found: {}", value.en))));
    let held = told.bound.as_deref().or(told.target.as_deref()).zip(told.relation.as_deref());
    parts.extend(held.map(|(bound, relation)| required(relation, &number(bound))));
    let excess = told.excess.as_deref().map(number);
    parts.extend(excess.map(|excess| words(format!("超出{}", spaced(&excess.zh)), format!("over by {}", excess.en))));
    let due = told.due.as_deref().map(super::super::speech::day);
    parts.extend(due.map(|due| words(format!("期限 {}", due.zh), format!("due {}", due.en))));
    (!parts.is_empty()).then(|| Tree::detail(joined(&parts, "，", ", ")))
}

/// The steps of a procedure.
pub(super) fn steps(told: &Told) -> Option<Tree> {
    let step = |step: &ToldStep| {
        let state = state_words(&told.kind, &step.state);
        let act = step.act.as_ref().map_or_else(Words::default, |act| words(&*act.zh, &*act.en));
        let body = step
            .body
            .as_ref()
            .map_or_else(Words::default, |body| words(format!("（{}）", body.zh), format!(" ({})", body.en)));
        let text =
            words(format!("{}{}：{}", act.zh, body.zh, state.zh), format!("{}{}: {}", act.en, body.en, state.en));
        Tree::point(Mark::of_state(&step.state), text, Vec::new())
    };
    Tree::section(words("步骤", "Steps"), told.steps.iter().map(step).collect())
}
