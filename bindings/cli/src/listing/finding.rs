//! What is to be said of a row: each rule that is not granted or kept to, why, and what is missing.

use super::kinds::{notes, state};
use super::numbers::range;
use super::say::{listed, say};
use super::view::{Detail, Entitlement, Opening, View};
use super::why::{Asked, failing};
use super::{facts, report};
use tuoyu::Rules;
use tuoyu::error::{Diagnostic, Place};
use tuoyu::explain::Assessment;
use tuoyu::source::Language;

/// Whether a state is one that somebody should look at.
pub fn is_finding(state: &str) -> bool {
    matches!(state, "refused" | "undetermined" | "breached" | "short" | "missed" | "pending" | "no-branch")
}

/// The findings of a row, in one line. Rules that the row says nothing of are left to the summary.
pub fn findings(rules: &Rules, assessment: &Assessment, language: Language) -> String {
    let asked = Asked { from: &assessment.window.from, to: &assessment.window.to };
    let findings = assessment.outcomes.iter().filter(|outcome| is_finding(outcome.state));
    let views = findings.map(|outcome| report::view(rules, outcome)).filter(|view| !super::brief::is_blank(view));
    let texts: Vec<String> = views.map(|view| finding(rules, &view, asked, language)).collect();
    texts.join(say(language, "；", "; "))
}

/// What is wrong with a row that was not assessed, in one line.
pub fn left_out(faults: &[Diagnostic], language: Language) -> String {
    let colon = say(language, "：", ": ");
    let each = faults.iter().map(|fault| match &fault.place {
        Place::Cell { column, .. } => format!("{}{colon}{}", super::width::clean(column), fault.message(language)),
        _ => fault.message(language),
    });
    let texts: Vec<String> = each.collect();
    format!("{}{colon}{}", say(language, "未测算", "not assessed"), texts.join(say(language, "；", "; ")))
}

/// `入托补贴：待定，0.00 至 6,000.00 元，缺孩次`.
fn finding(rules: &Rules, view: &View, asked: Asked<'_>, language: Language) -> String {
    let vocabulary = rules.vocabulary();
    let mut parts = vec![state(view, language)];
    if let Detail::Entitlement(Entitlement { amount: None, range: Some([low, high]), unit, .. }) = &view.detail {
        parts.push(range(low, high, unit, language));
    }
    if matches!(view.detail, Detail::Limit(_)) && view.state == "breached" {
        // The bound, the excess and the months; the other months are none of the finding.
        parts.extend(notes(view, asked, true, language).into_iter().map(|(_, _, text)| text).take(1));
    } else {
        parts.extend(failing(view, asked, vocabulary, language));
    }
    let missing = view.missing.iter().filter_map(|missing| facts::find(vocabulary, &missing.fact));
    let mut missing: Vec<String> = missing.map(|fact| fact.words.in_language(language).to_owned()).collect();
    missing.dedup();
    if !missing.is_empty() {
        parts.push(say(language, "缺：", "missing: ").to_owned() + &listed(&missing, language));
    }
    parts.extend(view.open.iter().map(|open| opening(rules, open, language)));
    let colon = say(language, "：", ": ");
    format!("{}{colon}{}", view.title.in_language(language), parts.join(say(language, "，", ", ")))
}

/// What is open in the law itself.
fn opening(rules: &Rules, open: &Opening, language: Language) -> String {
    match open {
        Opening::Reading(id) => {
            let reading = rules.plan().book.readings.iter().find(|reading| reading.id == *id);
            let asks = reading.map_or(id.as_str(), |reading| reading.ask.in_language(language));
            match language {
                Language::Chinese => format!("待选：{asks}（{id}）"),
                Language::English => format!("to be chosen: {asks} ({id})"),
            }
        }
        Opening::SetElsewhere(words) => {
            format!("{}{}", say(language, "金额另定：", "set elsewhere: "), words.in_language(language))
        }
        Opening::Calendar(id) => match language {
            Language::Chinese => format!("工作日日历尚未公布（{id}）"),
            Language::English => format!("working days not published ({id})"),
        },
    }
}
