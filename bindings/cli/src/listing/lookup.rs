//! What a lookup shows: one answer in its row, several with their months below it, a list behind its keys.

use super::entitled::WIDEST_FIGURE;
use super::kinds::Note;
use super::months::stretch;
use super::page::Tone;
use super::say::say;
use super::view::{Found, Months, View};
use super::width::columns;
use tuoyu::explain::key_words;
use tuoyu::source::{Language, Words};

/// The answer, where it is one and fits in the row.
pub fn figure(found: Option<&Found>, months: &[Months], language: Language) -> Option<String> {
    match found {
        Some(Found::Text(words)) if answers(months).len() < 2 => {
            Some(words.in_language(language).to_owned()).filter(|text| columns(text) <= WIDEST_FIGURE)
        }
        _ => None,
    }
}

/// The answer where it does not stand in the row; where months differ, each with its months.
pub fn notes(view: &View, found: Option<&Found>, is_short: bool, language: Language) -> Vec<Note> {
    let months = &view.months;
    if figure(found, months, language).is_some() {
        return part(months, language).into_iter().collect();
    }
    let plain = |mark: String, words: &Words| (Tone::Plain, mark, words.in_language(language).to_owned());
    match found {
        Some(Found::List(list)) if is_short => vec![short(list.len(), &view.rule, language)],
        Some(Found::List(list)) => {
            let key = |key: &str| key_words(key).in_language(language).to_owned() + say(language, "：", ": ");
            list.iter().map(|(name, words)| plain(key(name), words)).collect()
        }
        _ if answers(months).len() > 1 => {
            let named = |line: &Months| stretch(&line.from, &line.to, language) + say(language, "：", ": ");
            answers(months).into_iter().map(|(line, words)| plain(named(line), words)).collect()
        }
        Some(Found::Text(words)) => vec![plain(String::new(), words)],
        None => Vec::new(),
    }
}

/// The months that one answer is of, where they are not all.
fn part(months: &[Months], language: Language) -> Option<Note> {
    let ((first, last), (line, _)) = (months.first().zip(months.last())?, answers(months).first().copied()?);
    let is_part = (&line.from, &line.to) != (&first.from, &last.to);
    is_part.then(|| (Tone::Faint, String::new(), stretch(&line.from, &line.to, language)))
}

/// The months with an answer in words.
fn answers(months: &[Months]) -> Vec<(&Months, &Words)> {
    let each = months.iter().filter_map(|line| match &line.value {
        Some(Found::Text(words)) => Some((line, words)),
        _ => None,
    });
    each.collect()
}

/// A long list is told by its length, unless it was asked for.
fn short(count: usize, rule: &str, language: Language) -> Note {
    let text = match language {
        Language::Chinese => format!("共 {count} 项，用 --rules {rule} 列出"),
        Language::English => format!("{count} entries; --rules {rule} lists them"),
    };
    (Tone::Faint, String::new(), text)
}
