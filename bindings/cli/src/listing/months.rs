//! Months in words.

use tuoyu::source::Language;
use tuoyu::value::Month;

const ENGLISH: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// One month: `2026年3月`, `Mar 2026`. What is no month stands as it is.
pub fn month(text: &str, language: Language) -> String {
    match (Month::parse(text), language) {
        (Some(month), Language::Chinese) => format!("{}年{}月", month.year(), month.of_year()),
        (Some(month), Language::English) => format!("{} {}", english(month), month.year()),
        (None, _) => text.to_owned(),
    }
}

/// From one month to another: `2026年3月至12月`, `Mar to Dec 2026`.
pub fn stretch(from: &str, to: &str, language: Language) -> String {
    match (Month::parse(from), Month::parse(to), language) {
        _ if from == to => month(from, language),
        (Some(first), Some(last), Language::Chinese) if first.year() == last.year() => {
            format!("{}年{}月至{}月", first.year(), first.of_year(), last.of_year())
        }
        (Some(first), Some(last), Language::English) if first.year() == last.year() => {
            format!("{} to {} {}", english(first), english(last), first.year())
        }
        (_, _, Language::Chinese) => format!("{}至{}", month(from, language), month(to, language)),
        (_, _, Language::English) => format!("{} to {}", month(from, language), month(to, language)),
    }
}

/// How many months lie between two, both counted.
pub fn count(from: &str, to: &str) -> usize {
    let number = Month::parse(from).zip(Month::parse(to)).map(|(from, to)| to.number() - from.number() + 1);
    number.and_then(|number| usize::try_from(number).ok()).unwrap_or_default()
}

fn english(month: Month) -> &'static str {
    ENGLISH.get(usize::from(month.of_year()).saturating_sub(1)).copied().unwrap_or_default()
}
