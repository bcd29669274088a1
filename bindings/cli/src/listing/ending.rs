//! The end of a listing: what is taken for granted, how sure the sources are, and the receipt.

use super::page::{Page, Tone};
use super::say::say;
use super::view::{Detail, Found, View};
use tuoyu::explain::{Receipt, standing_words};
use tuoyu::source::Language;

/// How much of a digest tells it from others.
const SHORT: usize = 8;

/// What each rule takes for granted, told once.
pub fn assumptions(page: &mut Page, views: &[View], is_full: bool, language: Language) {
    // A list that is told by its length alone takes nothing for granted.
    let is_told =
        |view: &View| view.speaks() && (is_full || !matches!(view.detail, Detail::Lookup(Some(Found::List(_)))));
    let mut told: Vec<&str> = Vec::new();
    for view in views.iter().filter(|view| is_told(view) && !view.assumes.is_empty()) {
        if told.contains(&view.rule.as_str()) {
            continue;
        }
        if told.is_empty() {
            page.heading(say(language, "请注意", "Please note"));
        }
        told.push(&view.rule);
        page.paragraph((2, ""), Tone::Plain, view.title.in_language(language));
        for words in &view.assumes {
            page.paragraph((4, "- "), Tone::Faint, words.in_language(language));
        }
    }
}

/// Each document with its clauses and how sure it is.
pub fn sources(page: &mut Page, views: &[View], language: Language) {
    let mut documents: Vec<(String, String, Vec<String>)> = Vec::new();
    for source in views.iter().flat_map(|view| &view.sources) {
        let title = source.title.in_language(language);
        let name = match (title.is_empty(), language) {
            (true, _) => source.document.clone(),
            (false, Language::Chinese) => format!("{}《{title}》", source.document),
            (false, Language::English) => format!("{} {title}", source.document),
        };
        let standing = standing_words(&source.standing).in_language(language).to_owned();
        match documents.iter_mut().find(|(known, sure, _)| *known == name && *sure == standing) {
            Some((_, _, clauses)) if clauses.contains(&source.clause) => {}
            Some((_, _, clauses)) => clauses.push(source.clause.clone()),
            None => documents.push((name, standing, vec![source.clause.clone()])),
        }
    }
    if !documents.is_empty() {
        page.heading(say(language, "依据", "Sources"));
    }
    for (name, standing, clauses) in documents {
        page.paragraph((2, ""), Tone::Plain, &name);
        let clauses: Vec<String> = clauses.into_iter().filter(|clause| !clause.is_empty()).collect();
        // A clause stays whole, and what stands between two stays with the first.
        let behind = |place: usize| match place + 1 == clauses.len() {
            true => say(language, "：", ": "),
            false => say(language, "、", ", "),
        };
        let named = clauses.iter().enumerate().map(|(place, clause)| format!("{clause}{}", behind(place)));
        let items: Vec<String> = named.chain(std::iter::once(standing)).collect();
        page.items(4, Tone::Faint, "", &items);
    }
}

/// One line by which the answer can be found again.
pub fn receipt(page: &mut Page, receipt: &Receipt, language: Language) {
    let short = |digest: &str| digest.chars().take(SHORT).collect::<String>();
    let text = format!(
        "{} {} {} · {} · {} {} · {} {}",
        say(language, "凭据", "Receipt"),
        receipt.pack,
        short(&receipt.pack_hash),
        receipt.engine,
        say(language, "事实", "facts"),
        short(&receipt.facts_digest),
        say(language, "结论", "answer"),
        short(&receipt.outcomes_digest),
    );
    page.gap();
    page.paragraph((0, ""), Tone::Faint, &text);
}
