//! One condition: whether it holds, what was found, what it was held against, and when time alone changes it.

use super::super::speech::{joined, month, months, words};
use super::super::told::{ToldFound, ToldReason};
use super::bound::bound;
use super::read::shown;
use super::teller::Teller;
use super::{Mark, Tree};
use crate::source::Words;

/// A condition with its stretches of months; all of them carry one label.
pub(super) fn condition(teller: &Teller<'_>, stretches: &[&ToldReason]) -> Option<Tree> {
    let first = stretches.first()?;
    let note = note(first.source);
    let facts = shown(teller, first);
    let common: Vec<ToldFound> = common(stretches).into_iter().filter(|found| facts.contains(found)).collect();
    let held = bound(teller, first);
    let is_one_bound = stretches.iter().all(|one| bound(teller, one) == held);
    let title = teller.condition(&first.condition, &first.from);
    // What is judged on one day has no months to tell.
    let whole = teller.window().is_none_or(|window| window == (first.from.as_str(), first.to.as_str()));
    if let ([_], [found], None, None, true) =
        (stretches, facts.as_slice(), bound(teller, first), &first.changes_in, whole)
        && teller.fact(&found.fact).is_some_and(|fact| fact.words == title)
    {
        // The condition is the fact itself: one line says both.
        return Some(Tree::point(Mark::of(first.holds), noted(&teller.found(found), &note), Vec::new()));
    }
    let mut children: Vec<Tree> = common.iter().map(|found| Tree::detail(teller.found(found))).collect();
    children.extend(held.filter(|_| is_one_bound).map(Tree::detail));
    let mark = match stretches {
        [_] => {
            if !whole {
                let span = months(&first.from, &first.to);
                children.push(Tree::detail(words(format!("月份：{}", span.zh), format!("Months: {}", span.en))));
            }
            children.extend(first.changes_in.as_deref().map(|month| Tree::detail(turning(month))));
            Mark::of(holds(teller, first))
        }
        _ => {
            children.extend(stretches.iter().map(|one| stretch(teller, one, &common, is_one_bound)));
            let same = stretches.iter().all(|one| one.holds == first.holds);
            if same { Mark::of(first.holds) } else { Mark::None }
        }
    };
    Some(Tree::point(mark, noted(&title, &note), children))
}

/// Whether it holds; that nothing is more than a share of nothing is no answer.
fn holds(teller: &Teller<'_>, reason: &ToldReason) -> Option<bool> {
    let is_open = teller.told.kind == "indicator" && teller.told.state == "undetermined";
    reason.holds.filter(|_| !is_open)
}

/// One stretch of months of a condition that has several.
fn stretch(teller: &Teller<'_>, one: &ToldReason, common: &[ToldFound], is_one_bound: bool) -> Tree {
    let own: Vec<ToldFound> = one.facts().into_iter().filter(|found| !common.contains(found)).collect();
    let mut parts = facts(teller, &own);
    parts.extend(bound(teller, one).filter(|_| !is_one_bound));
    let mut text = months(&one.from, &one.to);
    if !parts.is_empty() {
        text = joined(&[text, joined(&parts, "，", ", ")], " — ", " — ");
    }
    let parts: Vec<Words> = [text].into_iter().chain(one.changes_in.as_deref().map(turning)).collect();
    Tree::point(Mark::of(one.holds), joined(&parts, "，", ", "), Vec::new())
}

/// The facts that are the same in all stretches.
pub(super) fn common(stretches: &[&ToldReason]) -> Vec<ToldFound> {
    let Some((first, rest)) = stretches.split_first() else { return Vec::new() };
    let everywhere = |found: &ToldFound| rest.iter().all(|one| one.facts().contains(found));
    first.facts().into_iter().filter(everywhere).collect()
}

/// Several facts in one text.
pub(super) fn facts(teller: &Teller<'_>, facts: &[ToldFound]) -> Vec<Words> {
    facts.iter().map(|found| teller.found(found)).collect()
}

fn turning(text: &str) -> Words {
    let month = month(text);
    words(format!("自{}起因时间推移而改变", month.zh), format!("from {} on, time alone changes it", month.en))
}

/// The mark of a footnote.
pub(super) fn note(source: usize) -> String {
    format!("〔{}〕", source + 1)
}

fn noted(text: &Words, note: &str) -> Words {
    words(format!("{}{note}", text.zh), format!("{} {note}", text.en))
}
