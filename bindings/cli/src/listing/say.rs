//! One text in the reader's language.

use tuoyu::source::Language;

/// The Chinese or the English one.
pub const fn say<'a>(language: Language, zh: &'a str, en: &'a str) -> &'a str {
    match language {
        Language::Chinese => zh,
        Language::English => en,
    }
}

/// A text with a capital letter in front, where its script has any.
pub fn capital(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

/// Texts in a row: `甲、乙`, `a, b`.
pub fn listed(texts: &[String], language: Language) -> String {
    texts.join(say(language, "、", ", "))
}
