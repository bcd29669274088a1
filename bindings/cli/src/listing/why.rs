//! Why months are refused or a duty is not kept: the conditions that fail, what was found and what would be right.

use super::facts;
use super::limit::{is_need, span};
use super::months::{month, stretch};
use super::say::{listed, say};
use super::view::{Detail, Reason, View};
use tuoyu::model::{Fact, Vocabulary};
use tuoyu::source::Language;

/// The most stretches of months that are named behind one condition.
const MOST_STRETCHES: usize = 4;

/// The window's first and last month.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    pub from: &'a str,
    pub to: &'a str,
}

/// Each condition that fails, with its months unless it fails in all; conditions that fail alike are told once.
pub fn failing(view: &View, asked: Asked<'_>, vocabulary: &Vocabulary, language: Language) -> Vec<String> {
    let mut told: Vec<(String, Vec<&Reason>)> = Vec::new();
    let is_paid = view.months.iter().any(|line| line.state == "granted");
    for reason in view.reasons.iter().filter(|reason| reason.holds == Some(false) && !is_told(view, reason)) {
        let text = condition(reason, is_paid, vocabulary, language);
        match told.iter_mut().find(|(known, _)| *known == text) {
            Some((_, reasons)) => reasons.push(reason),
            None => told.push((text, vec![reason])),
        }
    }
    told.into_iter().map(|(text, reasons)| text + &when(&reasons, asked, language)).collect()
}

/// Whether the notes of the outcome's kind tell the reason: steps, targets, and the first months that break a limit.
fn is_told(view: &View, reason: &Reason) -> bool {
    match &view.detail {
        Detail::Procedure { .. } | Detail::Indicator(_) => !reason.is_scope,
        Detail::Limit(_) if is_need(reason) => {
            let first = view.reasons.iter().find(|one| {
                is_need(one) && span(view).is_some_and(|(from, _)| one.from.as_str() <= from && from <= one.to.as_str())
            });
            first.is_some_and(|first| (&first.found, &first.also) == (&reason.found, &reason.also))
        }
        _ => false,
    }
}

/// What every one of several outcomes fails by: told once for them all.
pub fn common<'t>(whys: impl Iterator<Item = &'t Vec<String>>) -> Vec<&'t String> {
    let whys: Vec<&Vec<String>> = whys.collect();
    match whys.as_slice() {
        [first, rest @ ..] if !rest.is_empty() => {
            first.iter().filter(|text| rest.iter().all(|why| why.contains(text))).collect()
        }
        _ => Vec::new(),
    }
}

/// Conditions that hold to the end of the window and, by time alone, no longer in a month after it.
pub fn ending(view: &View, asked: Asked<'_>, vocabulary: &Vocabulary, language: Language) -> Vec<String> {
    // What is refused anyway does not end.
    let lasting = matches!(view.state.as_str(), "granted" | "met" | "undetermined");
    let ending = view.reasons.iter().filter(|reason| lasting && reason.holds == Some(true) && reason.to == asked.to);
    let each = ending.filter_map(|reason| {
        let later = reason.changes_in.as_deref().filter(|later| *later > asked.to)?;
        let words = title(reason, vocabulary, language);
        let from = month(later, language);
        Some(match language {
            Language::Chinese => format!("“{words}”自{from}起不再成立"),
            Language::English => format!("“{words}” no longer holds from {from}"),
        })
    });
    each.collect()
}

fn when(reasons: &[&Reason], asked: Asked<'_>, language: Language) -> String {
    let whole = matches!(reasons, [one] if one.from == asked.from && one.to == asked.to);
    let mut text = String::new();
    if !whole {
        let shown = reasons.iter().take(MOST_STRETCHES);
        let months: Vec<String> = shown.map(|one| stretch(&one.from, &one.to, language)).collect();
        let more = if reasons.len() > MOST_STRETCHES { "…" } else { "" };
        let months = listed(&months, language) + more;
        text = match language {
            Language::Chinese => format!("（{months}）"),
            Language::English => format!(" ({months})"),
        };
    }
    let changes = reasons.last().and_then(|last| last.changes_in.as_deref()).filter(|later| *later > asked.to);
    if let Some(later) = changes {
        let later = month(later, language);
        text += &match language {
            Language::Chinese => format!("；自{later}起成立"),
            Language::English => format!("; holds from {later}"),
        };
    }
    text
}

/// What people read for a condition: its own words, else those of the fact.
fn title(reason: &Reason, vocabulary: &Vocabulary, language: Language) -> String {
    let own = reason.words.as_ref().map(|words| words.in_language(language));
    let fact = read(reason, vocabulary).map(|fact| fact.words.in_language(language));
    own.or(fact).unwrap_or(&reason.condition).to_owned()
}

fn condition(reason: &Reason, is_paid: bool, vocabulary: &Vocabulary, language: Language) -> String {
    let title = title(reason, vocabulary, language);
    let colon = say(language, "：", ": ");
    match reason.condition.as_str() {
        "paid-elsewhere" => {
            let (zh, en) =
                ("同月已付给这个孩子的另一条入托记录", "The month is paid for another enrolment of the child");
            return say(language, zh, en).to_owned();
        }
        "paid-in-december" => {
            let (zh, en) = ("按年末人数一次付全年，只在12月付", "The whole year is paid at once, in December");
            return say(language, zh, en).to_owned();
        }
        "rate" => {
            let Some(found) = found(reason, vocabulary, language).filter(|_| !is_paid) else {
                // Whatever the fact is, the law sets nothing for these months, though it does for others.
                return say(language, "这些月份没有应付的数额", "No amount falls due in these months").to_owned();
            };
            return format!("{title} {found}{}", say(language, "，没有相应的标准", ": no rate is set for it"));
        }
        _ => {}
    }
    if is_need(reason) && reason.relation.is_none() {
        // A number and a bound that both are worked out: the fact that was read first tells the months apart.
        if let Some((fact, found)) = read(reason, vocabulary).zip(found(reason, vocabulary, language)) {
            return format!("{} {found}", fact.words.in_language(language));
        }
    }
    let held = held(reason, vocabulary, language);
    match held {
        // The fact's own name is not said twice.
        Some(held) if held.starts_with(&title) => held,
        Some(held) => format!("{title}{colon}{held}"),
        None => format!("{title}{colon}{}", say(language, "不成立", "does not hold")),
    }
}

/// The fact that decides.
fn read<'v>(reason: &Reason, vocabulary: &'v Vocabulary) -> Option<&'v Fact> {
    facts::find(vocabulary, reason.fact.as_deref()?)
}

/// The value that was found.
fn found(reason: &Reason, vocabulary: &Vocabulary, language: Language) -> Option<String> {
    let fact = read(reason, vocabulary)?;
    (!reason.found.is_null()).then(|| facts::value(fact, &reason.found, language))
}

/// What was found, and what it was held against.
fn held(reason: &Reason, vocabulary: &Vocabulary, language: Language) -> Option<String> {
    let relation = reason.relation.as_deref()?;
    let fact = read(reason, vocabulary)?;
    let name = fact.words.in_language(language);
    let value = found(reason, vocabulary, language);
    let bound = reason.bound.as_deref()?;
    if reason.found.is_boolean() {
        return value;
    }
    if reason.judges_day {
        let days = days(relation, bound, language)?;
        return Some(match value.filter(|_| relation != "in") {
            Some(value) => format!("{name} {value}{}{days}", say(language, "，", ", ")),
            None => days,
        });
    }
    let bound = facts::token(fact, bound, language);
    let value = value?;
    Some(format!("{name} {value}{}{}", say(language, "，", ", "), required(relation, &bound, language)))
}

/// On which days a condition holds.
fn days(relation: &str, bound: &str, language: Language) -> Option<String> {
    if let Some((from, to)) = bound.split_once("..").filter(|_| relation == "in") {
        let (from, to) = (from.trim(), to.trim());
        return Some(match (from.is_empty(), to.is_empty(), language) {
            (true, true, _) => return None,
            (false, true, Language::Chinese) => format!("自 {from} 起"),
            (false, true, Language::English) => format!("from {from}"),
            (true, false, Language::Chinese) => format!("到 {to} 为止"),
            (true, false, Language::English) => format!("until {to}"),
            (false, false, Language::Chinese) => format!("只在 {from} 至 {to}"),
            (false, false, Language::English) => format!("only {from} to {to}"),
        });
    }
    Some(match (relation, language) {
        ("<", Language::Chinese) => format!("只在 {bound} 之前成立"),
        ("<", Language::English) => format!("holds only before {bound}"),
        ("<=", Language::Chinese) => format!("只到 {bound} 为止"),
        ("<=", Language::English) => format!("holds only until {bound}"),
        (">", Language::Chinese) => format!("在 {bound} 之后才成立"),
        (">", Language::English) => format!("holds only after {bound}"),
        (">=", Language::Chinese) => format!("自 {bound} 起才成立"),
        (">=", Language::English) => format!("holds only from {bound}"),
        _ => return None,
    })
}

/// What would be right: `须不超过 60%`.
pub fn required(relation: &str, bound: &str, language: Language) -> String {
    let (zh, en) = match relation {
        "<" => ("须小于", "must be less than"),
        "<=" => ("须不超过", "must be at most"),
        ">" => ("须大于", "must be more than"),
        ">=" => ("须不少于", "must be at least"),
        "=" | "is" => ("须为", "must be"),
        "in" => return format!("{}{bound}{}", say(language, "须为", "must be one of "), say(language, "之一", "")),
        "not" => ("不得为", "must not be"),
        _ => (relation, relation),
    };
    let gap = language == Language::English || bound.starts_with(|sign: char| sign.is_ascii());
    format!("{}{}{bound}", say(language, zh, en), if gap { " " } else { "" })
}
