//! A procedure's steps: what is done, what comes next.

use super::kinds::Note;
use super::page::Tone;
use super::say::say;
use super::view::Step;
use tuoyu::source::Language;

/// Each step with its mark; the next one is pointed at.
pub fn notes(steps: &[Step], next: Option<&str>, language: Language) -> Vec<Note> {
    steps.iter().map(|step| note(step, next == Some(step.id.as_str()), language)).collect()
}

fn note(step: &Step, is_next: bool, language: Language) -> Note {
    let (tone, mark) = match step.state.as_str() {
        "done" => (Tone::Good, "✓ "),
        _ if is_next => (Tone::Open, "> "),
        "undetermined" => (Tone::Open, "? "),
        "no-branch" => (Tone::Open, "! "),
        _ => (Tone::Plain, "☐ "),
    };
    let words = |words: &tuoyu::source::Words| words.in_language(language).to_owned();
    let act = step.act.as_ref().map_or_else(|| step.id.clone(), words);
    let mut text = if is_next { say(language, "下一步：", "Next: ").to_owned() + &act } else { act };
    let body = step.body.as_ref().map(words);
    let more = [body, step.certificate.as_ref().map(words)].into_iter().flatten();
    let more: Vec<String> = more.collect();
    if !more.is_empty() {
        let more = more.join(say(language, "，", ", "));
        text += &format!("{}{more}{}", say(language, "（", " ("), say(language, "）", ")"));
    }
    if let Some(due) = &step.due {
        text = text + say(language, "，期限 ", "; due ") + due;
    }
    if step.state == "no-branch" {
        text += say(language, "：原文没有规定这类机构怎样办理", ": the text gives no procedure for this legal form");
    }
    if step.state == "undetermined" {
        text += say(language, "：待定", ": undetermined");
    }
    (tone, mark.to_owned(), text)
}
