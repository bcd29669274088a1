//! What is missing or open besides readings.

use super::super::speech::{ask_in_words, both, words};
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
    let ask = fact.map_or_else(|| both(&missing.fact), |fact| ask_in_words(&teller.plan.book.vocabulary, fact));
    let owner = teller.owner().words(fact, &missing.subject);
    let who = fact.map(|fact| who_words(&fact.who));
    let told = who.map(|who| words(format!("由{}回答", who.zh), format!("for {} to answer", who.en)));
    let text = words(format!("{}（{}）", ask.zh, owner.zh), format!("{} ({})", ask.en, owner.en));
    Tree::point(Mark::Unknown, text, told.map(Tree::detail).into_iter().collect())
}

/// Amounts that are set elsewhere, and calendars that are not published.
pub(super) fn elsewhere(teller: &Teller<'_>) -> Vec<Tree> {
    teller
        .told
        .open
        .iter()
        .filter_map(|open| words_of(teller, open))
        .map(|text| Tree::point(Mark::Unknown, text, Vec::new()))
        .collect()
}

fn words_of(teller: &Teller<'_>, opening: &ToldOpening) -> Option<Words> {
    if let Some(id) = &opening.set_elsewhere {
        let set = teller.rule.benefit.as_ref().and_then(|benefit| benefit.elsewhere.as_ref());
        let set = set.map_or_else(|| both(id), |set| set.words.clone());
        let (zh, en) = ("金额由其他文件规定，不在本规则之内", "Set by another document, outside these rules");
        return Some(words(format!("{zh}：{}", set.zh), format!("{en}: {}", set.en)));
    }
    let id = opening.calendar.as_ref()?;
    Some(words(format!("日历尚未公布（{id}）"), format!("the calendar is not published ({id})")))
}
