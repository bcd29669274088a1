//! Months in the reader's language.

use tuoyu::explain::{month_in_words, months_in_words};
use tuoyu::source::Language;
use tuoyu::value::Month;

/// One month: `2026年3月`. What is no month stands as it is.
pub fn month(text: &str, language: Language) -> String {
    month_in_words(text).in_language(language).to_owned()
}

/// From one month to another: `2026年3月至12月`.
pub fn stretch(from: &str, to: &str, language: Language) -> String {
    months_in_words(from, to).in_language(language).to_owned()
}

/// Months in brackets behind a text, where they are not all that was asked about.
pub fn bracketed(from: &str, to: &str, whole: (&str, &str), language: Language) -> String {
    let months = stretch(from, to, language);
    match language {
        _ if (from, to) == whole => String::new(),
        Language::Chinese => format!("（{months}）"),
        Language::English => format!(" ({months})"),
    }
}

/// How many months lie between two, both counted.
pub fn count(from: &str, to: &str) -> usize {
    let number = Month::parse(from).zip(Month::parse(to)).map(|(from, to)| to.number() - from.number() + 1);
    number.and_then(|number| usize::try_from(number).ok()).unwrap_or_default()
}
