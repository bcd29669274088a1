//! The whole tree of an outcome.

use super::super::speech::{joined, months as in_months, thousands, words};
use super::super::terms::state_words;
use super::super::told::Told;
use super::conditions::conditions;
use super::figures::figures;
use super::items::items;
use super::law::{assumptions, sources};
use super::measured::measured;
use super::months::months;
use super::readings::readings;
use super::steps::steps;
use super::sum::amount;
use super::teller::Teller;
use super::unknown::{elsewhere, missing};
use super::{Mark, Part, Tree};
use crate::compile::Plan;
use crate::error::Diagnostics;
use crate::source::Words;

/// Why an outcome is as it is (理由树): every condition with what was found and what it was held against, the
/// readings in force, what is taken for granted, what is missing, and the law's own sentences.
///
/// # Errors
/// `unknown-rule` where the plan has no such rule.
pub fn explanation(plan: &Plan, told: &Told) -> Result<Tree, Diagnostics> {
    let teller = Teller::new(plan, told)?;
    let mut children: Vec<Tree> = Vec::new();
    children.extend(measured(&teller));
    children.extend(elsewhere(&teller));
    children.extend(missing(&teller));
    children.extend(figures(&teller));
    children.extend(items(&teller));
    children.extend(steps(&teller));
    children.extend(months(&teller));
    children.extend(conditions(&teller));
    children.extend(readings(&teller));
    children.extend(assumptions(&teller));
    children.extend(sources(&teller));
    Ok(Tree::new(Part::Head, Mark::of_state(&told.state), head(&teller), children))
}

/// `入托补贴，入托记录 e1，2026年1月至12月：给予，1,200.00 元`.
fn head(teller: &Teller<'_>) -> Words {
    let told = teller.told;
    let mut about = vec![teller.rule.title.clone()];
    // A rule about the law itself has no subject.
    about.extend(Some(teller.subject()).filter(|subject| !subject.zh.is_empty()));
    about.extend(teller.window().map(|(from, to)| in_months(from, to)));
    let (about, said) = (joined(&about, "，", ", "), answer(told));
    words(format!("{}：{}", about.zh, said.zh), format!("{}: {}", about.en, said.en))
}

/// The state, and the amount or its range.
pub(in super::super) fn answer(told: &Told) -> Words {
    let mut parts = vec![state_words(&told.kind, &told.state)];
    match (&told.amount, &told.range) {
        (Some(one), _) if told.state != "refused" => parts.push(amount(told, one)),
        (None, Some([low, high])) => parts.push(range(told, low, high)),
        _ => {}
    }
    if told.discretionary && told.state == "granted" {
        parts.push(words("但由付款方决定是否给", "if the payer so decides"));
    }
    joined(&parts, "，", ", ")
}

fn range(told: &Told, low: &str, high: &str) -> Words {
    let (least, most) = (thousands(low), amount(told, high));
    let currency = if told.unit.as_deref() == Some("CNY") { "CNY " } else { "" };
    let wide = match told.range_exact {
        Some(false) => words("（范围可能偏宽）", " (the range may be too wide)"),
        _ => Words::default(),
    };
    let upper = most.en.strip_prefix(currency).unwrap_or(&most.en);
    words(format!("{least} 至 {}{}", most.zh, wide.zh), format!("{currency}{least} to {upper}{}", wide.en))
}
