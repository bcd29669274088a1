//! The end of a listing: what is taken for granted, how sure the sources are, and the receipt.

use super::page::{Page, Tone};
use super::say::{listed, say};
use super::view::View;
use tuoyu::explain::{Receipt, standing_words};
use tuoyu::source::Language;

/// How much of a digest tells it from others.
const SHORT: usize = 8;

/// What each rule takes for granted, told once.
pub fn assumptions(page: &mut Page, views: &[View], language: Language) {
    let mut told: Vec<&str> = Vec::new();
    for view in views.iter().filter(|view| view.speaks() && !view.assumes.is_empty()) {
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
        let clauses = listed(&clauses, language);
        page.paragraph((4, ""), Tone::Faint, &format!("{clauses}{}{standing}", say(language, "：", ": ")));
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
