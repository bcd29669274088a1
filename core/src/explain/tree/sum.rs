//! Amounts and rates in words, and the sum that leads from one to the other.

use super::super::speech::{joined, thousands, words, yuan};
use super::super::told::{Told, ToldMonths};
use crate::source::Words;
use crate::value::{Decimal, Month};

/// The unit of amounts that are days.
const DAY: &str = "day";

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
pub(super) fn rate(told: &Told, line: &ToldMonths) -> Option<Words> {
    let rate = thousands(line.rate.as_deref()?);
    if told.unit.as_deref() == Some(DAY) {
        return Some(words(format!("{rate} 天"), format!("{rate} days")));
    }
    Some(match line.per.as_deref() {
        Some("month") => words(format!("每月 {rate} 元"), format!("CNY {rate} a month")),
        Some("year") => words(format!("每年 {rate} 元"), format!("CNY {rate} a year")),
        _ => words(format!("一次付 {rate} 元"), format!("CNY {rate} at once")),
    })
}

/// `每月 300 元 × 4 个月 = 1,200.00 元`.
pub(super) fn sum(told: &Told) -> Option<Words> {
    let granted: Vec<&ToldMonths> = told.months.iter().filter(|line| line.rate.is_some()).collect();
    let mut counted: Vec<(&ToldMonths, i32)> = Vec::new();
    for line in &granted {
        let months = count(line)?;
        match counted.iter_mut().find(|(known, _)| (&known.rate, &known.per) == (&line.rate, &line.per)) {
            Some((_, count)) => *count += months,
            None => counted.push((line, months)),
        }
    }
    let terms: Vec<Words> = counted.iter().filter_map(|(line, count)| term(told, line, *count)).collect();
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

fn term(told: &Told, line: &ToldMonths, count: i32) -> Option<Words> {
    let rate = rate(told, line)?;
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
