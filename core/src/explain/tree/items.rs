//! What a quantity adds up: each item in all, and under it what it comes to for each thing.

use super::super::speech::{joined, thousands, words};
use super::super::told::ToldPart;
use super::teller::Teller;
use super::{Mark, Tree};
use crate::compile::Item;
use crate::source::Words;

/// Every item.
pub(super) fn items(teller: &Teller<'_>) -> Option<Tree> {
    let points = teller.rule.items().iter().filter_map(|item| point(teller, item));
    Tree::section(words("各项", "Item by item"), points.collect())
}

/// An item in all, and what it comes to for each thing that it is shown by.
fn point(teller: &Teller<'_>, item: &Item) -> Option<Tree> {
    let told = teller.told;
    let all: Vec<&ToldPart> = told.parts.iter().filter(|part| part.item == item.id && part.month.is_none()).collect();
    let whole = all.iter().find(|part| part.subject == told.subject).or(all.first())?;
    let others = all.iter().filter(|part| part.subject != told.subject);
    let children = others.map(|part| {
        let name = match item.by {
            Some(thing) => teller.owner().named(thing, &part.subject),
            None => words(&part.subject, &part.subject),
        };
        Tree::detail(of(&name, part))
    });
    let decided = match whole.discretionary {
        true => words("须由有权决定的一方决定", "only if it has been so decided"),
        false => Words::default(),
    };
    let parts: Vec<Words> =
        [of(&item.title, whole), decided].into_iter().filter(|words| !words.zh.is_empty()).collect();
    let mark = if whole.amount.is_some() { Mark::None } else { Mark::Unknown };
    Some(Tree::point(mark, joined(&parts, "，", ", "), children.collect()))
}

fn of(name: &Words, part: &ToldPart) -> Words {
    let amount = match (&part.amount, &part.range) {
        (Some(amount), _) => words(format!("{} 元", thousands(amount)), format!("CNY {}", thousands(amount))),
        (None, [low, high]) => words(
            format!("{} 至 {} 元", thousands(low), thousands(high)),
            format!("CNY {} to {}", thousands(low), thousands(high)),
        ),
    };
    words(format!("{}：{}", name.zh, amount.zh), format!("{}: {}", name.en, amount.en))
}
