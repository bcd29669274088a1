//! What is missing or open besides readings.

use super::super::speech::{both, words};
use super::super::terms::who_words;
use super::super::told::{ToldFact, ToldOpening};
use super::teller::Teller;
use super::{Mark, Tree};
use crate::source::Words;

/// The missing facts, in the order in which to ask.
pub(super) fn missing(teller: &Teller<'_>) -> Option<Tree> {
    let points = teller.told.missing.iter().map(|missing| question(teller, missing));
    Tree::section(
        words("还缺这些事实（按询问的先后）", "Missing facts, in the order in which to ask"),
        points.collect(),
    )
}

fn question(teller: &Teller<'_>, missing: &ToldFact) -> Tree {
    let fact = teller.fact(&missing.fact);
    let ask = fact.map_or_else(|| both(&missing.fact), |fact| fact.ask.clone());
    let owner = teller.owner().words(fact, &missing.subject);
    let who = fact.map(|fact| who_words(&fact.who));
    let told = who.map(|who| words(format!("由{}回答", who.zh), format!("for {} to answer", who.en)));
    let text = words(format!("{}（{}）", ask.zh, owner.zh), format!("{} ({})", ask.en, owner.en));
    Tree::point(Mark::Unknown, text, told.map(Tree::detail).into_iter().collect())
}

/// Amounts that are set elsewhere, and calendars that are not published.
pub(super) fn elsewhere(teller: &Teller<'_>) -> Vec<Tree> {
    teller.told.open.iter().filter_map(words_of).map(|text| Tree::point(Mark::Unknown, text, Vec::new())).collect()
}

fn words_of(opening: &ToldOpening) -> Option<Words> {
    if let Some(id) = &opening.set_elsewhere {
        return Some(words(format!("标准由其他文件规定（{id}）"), format!("set by another document ({id})")));
    }
    let id = opening.calendar.as_ref()?;
    Some(words(format!("日历尚未公布（{id}）"), format!("the calendar is not published ({id})")))
}
