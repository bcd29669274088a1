//! What a limit and an indicator show below their row: the bound, by how much it is missed, and when.

use super::kinds::Note;
use super::months::bracketed;
use super::numbers::quantity;
use super::page::Tone;
use super::say::say;
use super::view::{Limit, Months, Reason, Target, View};
use super::why::{Asked, required};
use tuoyu::explain::{is_read, percent, standing_words};
use tuoyu::source::{Language, Words};
use tuoyu::value::{Date, Month};

/// The condition that a number keeps to its bound.
const NEED: &str = "need";

/// Whether a condition is that a number keeps to its bound.
pub fn is_need(reason: &Reason) -> bool {
    reason.is_need || reason.condition == NEED
}

/// A number of a limit: a share in percent where it has no unit.
pub fn measured(plain: &str, unit: Option<&str>, language: Language) -> String {
    unit.map_or_else(|| percent(plain), |unit| quantity(plain, unit, language))
}

/// The bound and the excess, with the months that the figures are of; how sure the standard is.
pub fn notes(view: &View, limit: &Limit, asked: Asked<'_>, language: Language) -> Vec<Note> {
    let unit = limit.unit.as_deref();
    let bound = limit.bound.as_deref();
    let bound = bound.map(|bound| required(&limit.relation, &measured(bound, unit, language), language));
    let excess = limit.excess.as_deref();
    let excess =
        excess.map(|excess| format!("{} {}", missed_by(&limit.relation, language), measured(excess, unit, language)));
    let is_open = limit.bound.is_none() && view.speaks();
    let open = is_open.then(|| say(language, "标准还不能确定", "the standard is not settled").to_owned());
    let parts: Vec<String> = match &limit.outside {
        Some(outside) => vec![on_the_list(outside, language)],
        None if limit.is_list => vec![on_the_list(&[], language)],
        None => bound.into_iter().chain(excess).chain(open).collect(),
    };
    let mut notes = Vec::new();
    if !parts.is_empty() {
        let tone = if view.state == "breached" { Tone::Bad } else { Tone::Faint };
        let months = span(view).map(|(from, to)| bracketed(from, to, (asked.from, asked.to), language));
        let text = parts.join(say(language, "，", "; ")) + &months.unwrap_or_default();
        let which =
            limit.which.as_ref().map(|words| words.in_language(language).to_owned() + say(language, "：", ": "));
        notes.push((tone, which.unwrap_or_default(), text));
    }
    if !is_read(&view.standing) {
        let standing = standing_words(&view.standing);
        let text = say(language, "标准", "The standard: ").to_owned() + standing.in_language(language);
        notes.push((Tone::Faint, String::new(), text));
    }
    notes
}

/// What stands outside a closed list, or that nothing may.
fn on_the_list(outside: &[Words], language: Language) -> String {
    if outside.is_empty() {
        return say(language, "各项都须在清单之内", "every item must be on the list").to_owned();
    }
    let named: Vec<&str> = outside.iter().map(|words| words.in_language(language)).collect();
    let named = named.join(say(language, "、", ", "));
    say(language, "不在清单之内：", "not on the list: ").to_owned() + &named
}

/// By how much a number is above what it may be at most, or below what it must be at least.
fn missed_by(relation: &str, language: Language) -> &'static str {
    if relation.starts_with('>') { say(language, "还差", "short by") } else { say(language, "超出", "over by") }
}

/// The months that the figures of a limit are of: the first with its state in which no fact changes.
pub fn span(view: &View) -> Option<(&str, &str)> {
    let line: &Months = view.months.iter().find(|line| line.state == view.state)?;
    let holds = |reason: &&Reason| is_need(reason) && reason.from <= line.from && line.from <= reason.to;
    let to = view.reasons.iter().find(holds).map_or(&line.to, |reason| (&reason.to).min(&line.to));
    Some((&line.from, to))
}

/// The target, when it is due, on which day it was judged, and why it does not bind.
pub fn target(view: &View, target: &Target, asked: Asked<'_>, language: Language) -> Vec<Note> {
    let mut parts = vec![required(&target.relation, &percent(&target.bound), language)];
    // What is shown as the target and misses it is rounded.
    if matches!(view.state.as_str(), "missed" | "pending") && target.value.as_deref() == Some(&target.bound) {
        parts.push(say(language, "四舍五入前还差一点", "just short of it before rounding").to_owned());
    }
    let due = target.due.as_deref();
    parts.push(match due {
        Some(due) => say(language, "期限 ", "due ").to_owned() + due,
        None => say(language, "没有期限", "no day is set").to_owned(),
    });
    let last = Month::parse(asked.to).map(Month::last_day);
    let day = last.map(|last| due.and_then(Date::parse).map_or(last, |due| due.min(last)).to_string());
    parts.extend(day.map(|day| match (due == Some(&day), language) {
        (true, Language::Chinese) => "按该日判断".to_owned(),
        (true, Language::English) => "judged on that day".to_owned(),
        (false, Language::Chinese) => format!("按 {day} 的情况判断"),
        (false, Language::English) => format!("judged as of {day}"),
    }));
    let mut notes = vec![(Tone::Faint, String::new(), parts.join(say(language, "，", "; ")))];
    let guiding = view.guiding.as_ref().map(|words| words.in_language(language).to_owned());
    notes.extend(guiding.map(|words| (Tone::Faint, String::new(), words)));
    notes
}
