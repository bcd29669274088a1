//! What a lookup shows: one answer in its row, several with their months below it, a list behind its keys.

use super::entitled::WIDEST_FIGURE;
use super::kinds::Note;
use super::months::stretch;
use super::page::Tone;
use super::say::say;
use super::view::{Found, Months, View};
use super::width::columns;
use tuoyu::explain::{is_key_said, key_words};
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
    let named = |line: &Months| stretch(&line.from, &line.to, language) + say(language, "：", ": ");
    match answers(months).as_slice() {
        [_, _, ..] => answers(months)
            .into_iter()
            .flat_map(|(line, found)| match found {
                Found::Text(words) => vec![plain(named(line), words, language)],
                Found::List(list) if is_short => {
                    vec![(Tone::Plain, named(line), short(list.len(), &view.rule, language).2)]
                }
                Found::List(list) => {
                    let head = (Tone::Plain, named(line), String::new());
                    std::iter::once(head).chain(entries(list, language)).collect()
                }
            })
            .collect(),
        _ => match found {
            Some(Found::List(list)) if is_short => vec![short(list.len(), &view.rule, language)],
            Some(Found::List(list)) => part(months, language).into_iter().chain(entries(list, language)).collect(),
            Some(Found::Text(words)) => vec![plain(String::new(), words, language)],
            None => Vec::new(),
        },
    }
}

fn plain(mark: String, words: &Words, language: Language) -> Note {
    (Tone::Plain, mark, words.in_language(language).to_owned())
}

/// The entries of a list; a key that says something stands before its entry.
fn entries(list: &[(String, Words)], language: Language) -> Vec<Note> {
    let key = |key: &str| key_words(key).in_language(language).to_owned() + say(language, "：", ": ");
    let each = list.iter().map(|(name, words)| {
        let mark = if is_key_said(name) { key(name) } else { say(language, "· ", "· ").to_owned() };
        plain(mark, words, language)
    });
    each.collect()
}

/// The months that one answer is of, where they are not all.
fn part(months: &[Months], language: Language) -> Option<Note> {
    let ((first, last), (line, _)) = (months.first().zip(months.last())?, answers(months).first().copied()?);
    let is_part = (&line.from, &line.to) != (&first.from, &last.to);
    is_part.then(|| (Tone::Faint, String::new(), stretch(&line.from, &line.to, language)))
}

/// The months with an answer.
fn answers(months: &[Months]) -> Vec<(&Months, &Found)> {
    months.iter().filter_map(|line| Some((line, line.value.as_ref()?))).collect()
}

/// A long list is told by its length, unless it was asked for.
fn short(count: usize, rule: &str, language: Language) -> Note {
    let text = match language {
        Language::Chinese => format!("共 {count} 项，用 --rules {rule} 列出"),
        Language::English => format!("{count} entries; --rules {rule} lists them"),
    };
    (Tone::Faint, String::new(), text)
}
