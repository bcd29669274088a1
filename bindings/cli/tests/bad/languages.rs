//! Each text is in its language: what is said in Chinese holds Chinese, what is said in English only quotes it.

use super::folder::{Provocation, vocabulary};
use super::terms::Terms;
use tuoyu::source::Language;

/// Chinese that English sentences are about.
const QUOTED: [&str; 2] = ["中文", "可鼓励按规定"];

/// What is wrong with the language of a text.
pub fn flaws(text: &str, provocation: &Provocation, terms: &Terms) -> Vec<String> {
    match terms.language {
        Language::Chinese => spoken(text, terms).filter(|line| !line.chars().any(is_chinese)).map(no_chinese).collect(),
        Language::English => {
            let inputs = provocation.files.iter().map(|(_, text)| text.as_str());
            let known: Vec<&str> = inputs.chain([&*provocation.written, vocabulary()]).chain(QUOTED).collect();
            let foreign = chinese(text).filter(|word| !known.iter().any(|text| text.contains(word)));
            foreign.map(|word| format!("`{word}` is Chinese that no input holds")).collect()
        }
    }
}

fn no_chinese(line: &str) -> String {
    format!("no Chinese in `{line}`")
}

/// The lines that speak: titles and remedies.
fn spoken<'t>(text: &'t str, terms: &'t Terms) -> impl Iterator<Item = &'t str> {
    text.lines().filter_map(move |line| {
        let title = line.split_once("]: ").filter(|(head, _)| head.contains('[') && !head.contains(' '));
        let help = line.split_once(terms.help).filter(|(before, _)| before.ends_with("╰ "));
        title.or(help).map(|(_, said)| said)
    })
}

/// The words of a text that are in Chinese.
fn chinese(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter| !is_chinese(letter)).filter(|word| !word.is_empty())
}

fn is_chinese(letter: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&letter)
}
