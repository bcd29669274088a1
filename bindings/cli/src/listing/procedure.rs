//! A procedure's steps: what is done, what comes next.

use super::kinds::Note;
use super::page::Tone;
use super::say::say;
use super::view::{Opening, Step, View};
use tuoyu::source::{Language, Words};

/// Each step with its mark; the next one is pointed at.
pub fn notes(view: &View, steps: &[Step], next: Option<&str>, language: Language) -> Vec<Note> {
    let each = steps.iter().map(|step| note(step, next == Some(step.id.as_str()), language));
    each.chain(view.open.iter().filter_map(|open| calendar(open, language))).collect()
}

/// A calendar that lacks a year.
fn calendar(open: &Opening, language: Language) -> Option<Note> {
    let Opening::Calendar(id) = open else { return None };
    let text = match language {
        Language::Chinese => format!("期限所到的年份，工作日日历尚未公布（{id}）"),
        Language::English => {
            format!("The working days of the year that the time limit reaches are not published ({id})")
        }
    };
    Some((Tone::Open, "? ".to_owned(), text))
}

fn note(step: &Step, is_next: bool, language: Language) -> Note {
    let (tone, mark) = match step.state.as_str() {
        "done" => (Tone::Good, "✓ "),
        _ if is_next => (Tone::Open, "> "),
        "undetermined" => (Tone::Open, "? "),
        "no-branch" => (Tone::Open, "! "),
        "not-applicable" => (Tone::Faint, "— "),
        _ => (Tone::Plain, "☐ "),
    };
    let mut text = if is_next { say(language, "下一步：", "Next: ").to_owned() } else { String::new() };
    text += &act(step, language);
    if let Some(due) = &step.due {
        text = text + say(language, "，期限 ", "; due ") + due;
    }
    if step.state == "undetermined" {
        text += say(language, "：待定", ": undetermined");
    }
    if step.state == "not-applicable" {
        text += say(language, "：本案不需要办理", ": not to be done in this case");
    }
    (tone, mark.to_owned(), text)
}

/// What is done, by whom, with which certificate; or why nobody can say.
fn act(step: &Step, language: Language) -> String {
    let words = |words: &Words| words.in_language(language).to_owned();
    if step.state == "no-branch" {
        let (zh, en) = (
            "原文没有规定这类机构怎样办理这一步",
            "The text does not say how this kind of institution takes this step",
        );
        return say(language, zh, en).to_owned();
    }
    let Some(act) = &step.act else {
        return match (&step.by, language) {
            (Some(by), Language::Chinese) => format!("怎样办理要看{}", by.zh),
            (Some(by), Language::English) => format!("How it is done goes by “{}”", by.en),
            (None, _) => step.id.clone(),
        };
    };
    let more: Vec<String> = step.body.iter().chain(&step.certificate).map(words).collect();
    match (more.join(say(language, "，", ", ")), language) {
        (more, _) if more.is_empty() => words(act),
        (more, Language::Chinese) => format!("{}（{more}）", act.zh),
        (more, Language::English) => format!("{} ({more})", act.en),
    }
}
