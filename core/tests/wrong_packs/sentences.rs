//! Whatever is left out of a pack, doubled or replaced: what is told reads as a sentence and says a remedy.

use super::kinds::every_kind;
use super::world::{FILE, sound, vocabulary};
use tuoyu::Pack;
use tuoyu::error::Diagnostic;
use tuoyu::source::Language;

/// The sound document with one word after another changed.
fn each_word(change: impl Fn(&str) -> String) -> Vec<String> {
    each_word_of(&sound(), change)
}

fn each_word_of(text: &str, change: impl Fn(&str) -> String) -> Vec<String> {
    let words = text.split_whitespace().map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word));
    let changed = words.map(|(at, word)| {
        let (before, after) = (text.get(..at).unwrap(), text.get(at + word.len()..).unwrap());
        format!("{before}{}{after}", change(word))
    });
    changed.collect()
}

fn faults(text: &str) -> Vec<Diagnostic> {
    Pack::new([("vocabulary.toml", vocabulary()), (FILE, text)]).check().diagnostics
}

/// What is wrong with the words of a fault.
fn flaw(fault: &Diagnostic) -> Option<String> {
    [Language::Chinese, Language::English].into_iter().find_map(|language| {
        let (message, help) = (fault.message(language), fault.help(language));
        let is_cut = |text: &str| {
            let text = text.trim();
            text.is_empty()
                || text.contains("“”")
                || text.contains("``") && !text.contains("```")
                || text.ends_with(['：', ':'])
                || text.ends_with("应为")
                || text.ends_with("expected")
        };
        (is_cut(&message) || is_cut(&help)).then(|| format!("{}: {message} / {help}", fault.code))
    })
}

fn hold(texts: &[String]) {
    let mut flaws: Vec<String> = texts.iter().flat_map(|text| faults(text)).filter_map(|fault| flaw(&fault)).collect();
    flaws.sort();
    flaws.dedup();
    assert_eq!(flaws, Vec::<String>::new());
}

#[test]
fn a_word_left_out() {
    hold(&each_word(|_| String::new()));
}

#[test]
fn a_word_doubled() {
    hold(&each_word(|word| format!("{word} {word}")));
}

#[test]
fn a_word_of_something_else() {
    for other in ["7", "none", "child.weight", "\""] {
        hold(&each_word(|_| other.to_owned()));
    }
}

#[test]
fn a_word_left_out_of_every_other_kind_or_replaced() {
    hold(&each_word_of(&every_kind(), |_| String::new()));
    hold(&each_word_of(&every_kind(), |_| "none".to_owned()));
}

#[test]
fn one_change_brings_few_faults() {
    let most = |texts: Vec<String>| texts.into_iter().map(|text| (faults(&text).len(), text)).max().unwrap();
    let (count, text) = most(each_word(|_| "x".to_owned()));
    let told: Vec<String> = faults(&text).iter().map(|fault| fault.message(Language::English)).collect();
    // A sentence of law may ground three numbers, and has a lock.
    assert!(count <= 4, "{told:#?}");
}
