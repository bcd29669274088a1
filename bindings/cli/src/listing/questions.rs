//! What is still to be asked: facts, by who can know them, and readings of the law that nobody has chosen.

use super::facts::{self, Number};
use super::numbers::range;
use super::page::{Page, Tone};
use super::say::{capital, listed, say};
use super::subject::Subjects;
use super::view::{Detail, Entitlement, Missing, Opening, View};
use super::width::{columns, spaces};
use tuoyu::compile::Reading;
use tuoyu::model::{Fact, Vocabulary};
use tuoyu::source::Language;

/// Who can know a fact, in the order in which they are asked.
const WHO: [(&str, &str, &str); 4] = [
    ("parent", "请家长回答", "For the parents"),
    ("institution", "请托育机构回答", "For the childcare institution"),
    ("employer", "请用人单位回答", "For the employer"),
    ("government", "请政府部门回答", "For the authorities"),
];
/// Where questions begin.
const INDENT: usize = 4;
/// Where what belongs to a choice begins.
const OPTIONS: usize = 7;
/// The most outcomes, and the most subjects, that one question lists.
const MOST: usize = 6;

/// One fact of one or more subjects; or numbers of one list of one subject.
struct Question<'v> {
    fact: &'v Fact,
    numbers: Vec<Number<'v>>,
    subjects: Vec<String>,
    /// The places of the outcomes that it can change.
    changes: Vec<usize>,
}

/// Everything that is open, numbered.
pub struct Questions<'a> {
    readings: &'a [Reading],
    language: Language,
    facts: Vec<Question<'a>>,
    open: Vec<(String, Vec<usize>)>,
}

impl<'a> Questions<'a> {
    /// What the outcomes miss.
    pub fn of(views: &[View], vocabulary: &'a Vocabulary, readings: &'a [Reading], language: Language) -> Self {
        let mut facts: Vec<Question<'a>> = Vec::new();
        let mut open: Vec<(String, Vec<usize>)> = Vec::new();
        for (place, view) in views.iter().enumerate() {
            for missing in &view.missing {
                put(&mut facts, missing, place, vocabulary);
            }
            for opening in &view.open {
                // What another text sets is nobody's to choose; it stands with its outcome.
                let Opening::Reading(opening) = opening else { continue };
                match open.iter_mut().find(|(known, _)| known == opening) {
                    Some((_, changes)) => note(changes, place),
                    None => open.push((opening.clone(), vec![place])),
                }
            }
        }
        let rank = |who: &str| WHO.iter().position(|(known, _, _)| *known == who).unwrap_or(WHO.len());
        facts.sort_by_key(|question| rank(&question.fact.who));
        Self { readings, language, facts, open }
    }

    /// What settles an outcome: `取决于问题 1、3，待选 A`.
    pub fn of_outcome(&self, place: usize) -> Option<String> {
        let numbers = |changes: &mut dyn Iterator<Item = &Vec<usize>>| {
            let asked = changes.enumerate().filter(|(_, changes)| changes.binary_search(&place).is_ok());
            asked.map(|(number, _)| number).collect::<Vec<usize>>()
        };
        let facts = numbers(&mut self.facts.iter().map(|question| &question.changes));
        let open = numbers(&mut self.open.iter().map(|(_, changes)| changes));
        let language = self.language;
        let mut parts: Vec<String> = Vec::new();
        if !facts.is_empty() {
            parts.push(
                say(language, "问题 ", if facts.len() == 1 { "question " } else { "questions " }).to_owned()
                    + &runs(&facts, language),
            );
        }
        if !open.is_empty() {
            let letters: Vec<String> = open.iter().copied().map(letter).collect();
            parts.push(
                say(language, "待选 ", if open.len() == 1 { "choice " } else { "choices " }).to_owned()
                    + &listed(&letters, language),
            );
        }
        (!parts.is_empty())
            .then(|| say(language, "取决于", "depends on ").to_owned() + &parts.join(say(language, "，", " and ")))
    }

    /// The sections at the end.
    pub fn write(&self, page: &mut Page, views: &[View], subjects: &Subjects<'_>) {
        let language = self.language;
        let mut asked = "";
        let mut before: &[usize] = &[];
        if !self.facts.is_empty() {
            page.heading(say(language, "还要知道", "Still to be known"));
        }
        for (number, question) in self.facts.iter().enumerate() {
            let fact = question.fact;
            if fact.who != asked {
                asked = &fact.who;
                let who = WHO.iter().find(|(known, _, _)| *known == asked);
                page.paragraph((2, ""), Tone::Heading, who.map_or(asked, |(_, zh, en)| say(language, zh, en)));
            }
            let whose = question.subjects.iter().map(|subject| subjects.name(subject)).collect();
            let whose = listed(&some(whose, language), language);
            let text = format!("{}{}{whose}", fact.ask.in_language(language), say(language, "—— ", " — "));
            let mark = format!("{}. ", number + 1);
            page.paragraph((INDENT, &mark), Tone::Open, &text);
            let hang = INDENT + columns(&mark);
            page.items(hang, Tone::Open, say(language, "；", "; "), &numbers_of(&question.numbers, language));
            self.changes(page, views, (before, &question.changes), (subjects, &question.subjects, hang));
            before = &question.changes;
        }
        before = &[];
        if !self.open.is_empty() {
            page.heading(say(language, "原文没有写明，有待选定", "Left open by the text, to be chosen"));
        }
        for (number, (id, changes)) in self.open.iter().enumerate() {
            self.opening(page, number, id);
            self.changes(page, views, (before, changes), (subjects, &[], OPTIONS));
            before = changes;
        }
    }

    fn opening(&self, page: &mut Page, number: usize, id: &str) {
        let language = self.language;
        let Some(reading) = self.readings.iter().find(|reading| reading.id == *id) else { return };
        page.paragraph((INDENT, &format!("{}. ", letter(number))), Tone::Open, reading.ask.in_language(language));
        for option in &reading.options {
            let (words, option) = (option.words.in_language(language), &option.id);
            let text = match language {
                Language::Chinese => format!("{words}（--reading {id}={option}）"),
                Language::English => format!("{words} (--reading {id}={option})"),
            };
            page.paragraph((OPTIONS, "- "), Tone::Plain, &text);
        }
        page.paragraph((OPTIONS, ""), Tone::Faint, reading.because.in_language(language));
    }

    /// What an answer can change; the same as the question before is not told again, nor whose outcome it is where
    /// the question says it.
    fn changes(
        &self,
        page: &mut Page,
        views: &[View],
        (before, places): (&[usize], &[usize]),
        (subjects, asked_of, hang): (&Subjects<'_>, &[String], usize),
    ) {
        let language = self.language;
        if before == places {
            return page.paragraph((hang, ""), Tone::Faint, say(language, "影响同上", "Changes the same"));
        }
        let each = places.iter().filter_map(|place| views.get(*place)).map(|view| {
            let mut text = view.title.in_language(language).to_owned();
            if asked_of != [view.subject.as_str()] {
                text = text + say(language, "，", ", ") + &subjects.name(&view.subject);
            }
            match possible(view, language) {
                Some(range) => text + say(language, "：", ": ") + &range,
                None => text,
            }
        });
        let (items, title) = (some(each.collect(), language), say(language, "影响 ", "Changes "));
        let dash = if items.len() > 1 { "- " } else { "" };
        for (place, item) in items.iter().enumerate() {
            let before = if place == 0 { title.to_owned() } else { spaces(columns(title)) };
            page.paragraph((hang, &(before + dash)), Tone::Faint, item);
        }
    }
}

/// Adds a missing fact: to the question for the same fact, or for the same list of the same subject.
fn put<'v>(facts: &mut Vec<Question<'v>>, missing: &Missing, place: usize, vocabulary: &'v Vocabulary) {
    let Some(fact) = facts::find(vocabulary, &missing.fact) else { return };
    let number = facts::number(vocabulary, fact);
    let asked = number.as_ref().map_or(fact, |number| number.list);
    let joins = |known: &&mut Question<'_>| {
        known.fact.id == asked.id && (number.is_none() || known.subjects.contains(&missing.subject))
    };
    let Some(known) = facts.iter_mut().find(joins) else {
        let (subjects, numbers) = (vec![missing.subject.clone()], number.into_iter().collect());
        return facts.push(Question { fact: asked, numbers, subjects, changes: vec![place] });
    };
    if !known.subjects.contains(&missing.subject) {
        known.subjects.push(missing.subject.clone());
    }
    if let Some(number) = number.filter(|number| known.numbers.iter().all(|one| one.place != number.place)) {
        known.numbers.push(number);
    }
    note(&mut known.changes, place);
}

/// Which numbers of a list are asked for, by their kinds: `用电：月用量、居民生活价格`; nothing where all are.
fn numbers_of(numbers: &[Number<'_>], language: Language) -> Vec<String> {
    if numbers.first().is_none_or(|first| first.of == numbers.len()) {
        return Vec::new();
    }
    let mut sorted: Vec<&Number<'_>> = numbers.iter().collect();
    sorted.sort_by_key(|number| number.place);
    let kinds = sorted.chunk_by(|one, next| one.place.0 == next.place.0).filter_map(|kind| {
        let of_kind = kind.first()?.words.0.in_language(language);
        let each: Vec<String> = kind.iter().map(|number| number.words.1.in_language(language).to_owned()).collect();
        Some(capital(of_kind) + say(language, "：", ": ") + &listed(&each, language))
    });
    kinds.collect()
}

/// What an amount that is not settled may be.
fn possible(view: &View, language: Language) -> Option<String> {
    match &view.detail {
        Detail::Entitlement(Entitlement { range: Some([low, high]), unit, amount: None, .. }) => {
            Some(range(low, high, unit, language))
        }
        _ => None,
    }
}

/// Notes a place; places come in order.
fn note(places: &mut Vec<usize>, place: usize) {
    if places.last() != Some(&place) {
        places.push(place);
    }
}

/// A list that is cut where it becomes long.
fn some(mut texts: Vec<String>, language: Language) -> Vec<String> {
    let more = texts.len().saturating_sub(MOST);
    texts.truncate(MOST);
    if more > 0 {
        texts.push(match language {
            Language::Chinese => format!("另有 {more} 项"),
            Language::English => format!("and {more} more"),
        });
    }
    texts
}

/// Numbers counted from 1, neighbours as a run: `1、3–5`.
fn runs(places: &[usize], language: Language) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for number in places.iter().map(|place| place + 1) {
        match runs.last_mut().filter(|(_, last)| last + 1 == number) {
            Some((_, last)) => *last = number,
            None => runs.push((number, number)),
        }
    }
    let each = runs.into_iter().flat_map(|(first, last)| match last - first {
        0 => vec![first.to_string()],
        1 => vec![first.to_string(), last.to_string()],
        _ => vec![format!("{first}–{last}")],
    });
    listed(&each.collect::<Vec<_>>(), language)
}

/// A, B, C …
fn letter(place: usize) -> String {
    let letter = u8::try_from(place).ok().filter(|place| *place < 26).map(|place| char::from(b'A' + place));
    letter.map_or_else(|| format!("#{}", place + 1), String::from)
}
