//! Phrases in both languages at once.

use crate::explain::speech::{of_day, of_month};
use crate::source::Words;
use crate::value::{Days, Window};

/// How tightly the words of a phrase hold together: what is looser than its place is put in brackets.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Hold {
    /// Several parts, joined by “or”, or a number with a bound.
    Loose,
    /// Several parts, joined by “and”, or numbers that are computed with.
    Joined,
    /// One thing.
    Tight,
}

/// Words, and how tightly they hold together.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    pub(super) words: Words,
    pub(super) hold: Hold,
}

impl Phrase {
    pub(super) const fn new(hold: Hold, words: Words) -> Self {
        Self { words, hold }
    }

    pub(super) const fn tight(words: Words) -> Self {
        Self::new(Hold::Tight, words)
    }

    /// The words, in brackets where they hold together less tightly than this.
    pub(super) fn at_least(self, hold: Hold) -> Words {
        if self.hold >= hold {
            self.words
        } else {
            two(format!("（{}）", self.words.zh), format!("({})", self.words.en))
        }
    }
}

pub(super) fn two(zh: impl Into<String>, en: impl Into<String>) -> Words {
    Words { zh: zh.into(), en: en.into() }
}

/// Several words with something between them.
pub(super) fn joined(parts: &[Words], zh: &str, en: &str) -> Words {
    let all = |side: fn(&Words) -> &str, between: &str| parts.iter().map(side).collect::<Vec<_>>().join(between);
    two(all(|words| &words.zh, zh), all(|words| &words.en, en))
}

/// A list: all but the last with a comma between, and the last after a word.
pub(super) fn listed(parts: &[Words], zh: &str, en: &str) -> Words {
    match parts.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, first)) => {
            let first = joined(first, "、", ", ");
            two(format!("{}{zh}{}", first.zh, last.zh), format!("{} {en} {}", first.en, last.en))
        }
        None => Words::default(),
    }
}

/// In quotation marks; those within become single ones.
pub(super) fn quoted(words: &Words) -> Words {
    let inner = |text: &str| text.replace('“', "‘").replace('”', "’");
    two(format!("“{}”", inner(&words.zh)), format!("“{}”", inner(&words.en)))
}

/// A label as it stands within a sentence: in English with a small letter, unless it begins with an abbreviation.
pub(super) fn within(words: &Words) -> Words {
    let mut letters = words.en.chars();
    let en = match (letters.next(), letters.clone().next()) {
        (Some(first), second) if second.is_none_or(|second| !second.is_uppercase()) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => words.en.clone(),
    };
    two(words.zh.clone(), en)
}

/// A whole sentence: a capital letter and a full stop.
pub(super) fn sentence(words: &Words) -> Words {
    let mut letters = words.en.chars();
    let en: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    let ended = |text: &str, stop: &str| {
        if text.ends_with(['。', '？', '.', '?']) { text.to_owned() } else { format!("{text}{stop}") }
    };
    two(ended(&words.zh, "。"), ended(&en, "."))
}

/// Months, both ends included, as a phrase.
///
/// ```
/// use tuoyu::value::{Month, Window};
/// let window = Window::new(Month::parse("2026-01").unwrap(), Month::parse("2026-12").unwrap())?;
/// assert_eq!(tuoyu::explain::window_in_words(window).zh, "2026年1月至2026年12月");
/// # Ok::<(), tuoyu::value::WindowFault>(())
/// ```
#[must_use]
pub fn window_in_words(window: Window) -> Words {
    let (from, to) = (of_month(window.from()), of_month(window.to()));
    if window.from() == window.to() {
        return from;
    }
    two(format!("{}至{}", from.zh, to.zh), format!("{} to {}", from.en, to.en))
}

/// Days, both ends included, as a phrase.
///
/// ```
/// use tuoyu::value::{Date, Days};
/// let days = Days::new(Date::parse("2025-07-21"), Date::parse("2028-06-20")).unwrap();
/// let words = tuoyu::explain::days_in_words(days);
/// assert_eq!(words.zh, "2025年7月21日至2028年6月20日");
/// assert_eq!(words.en, "21 July 2025 to 20 June 2028");
/// ```
#[must_use]
pub fn days_in_words(days: Days) -> Words {
    match (days.from().map(of_day), days.to().map(of_day)) {
        (Some(from), Some(to)) if from == to => from,
        (Some(from), Some(to)) => two(format!("{}至{}", from.zh, to.zh), format!("{} to {}", from.en, to.en)),
        (Some(from), None) => two(format!("{}及以后", from.zh), format!("{} and after", from.en)),
        (None, Some(to)) => two(format!("{}及以前", to.zh), format!("{} and before", to.en)),
        (None, None) => two("任何一日", "any day"),
    }
}
