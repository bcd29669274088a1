//! What is still to be asked: facts, by who can know them, and readings of the law that nobody has chosen.

use super::facts;
use super::page::{Page, Tone};
use super::say::{listed, say};
use super::subject::Subjects;
use super::view::{Detail, Opening, View};
use super::{numbers, view};
use tuoyu::compile::Reading;
use tuoyu::explain::state_words;
use tuoyu::model::Vocabulary;
use tuoyu::source::Language;

/// Who can know a fact, in the order in which they are asked.
const WHO: [(&str, &str, &str); 4] = [
    ("parent", "请家长回答", "For the parents"),
    ("institution", "请托育机构回答", "For the childcare institution"),
    ("employer", "请用人单位回答", "For the employer"),
    ("government", "请政府部门回答", "For the authorities"),
];
/// The most outcomes, and the most subjects, that one question lists.
const MOST: usize = 6;

/// One fact of one or more subjects.
struct Question {
    fact: String,
    subjects: Vec<String>,
    /// The places of the outcomes that it can change.
    changes: Vec<usize>,
}

/// Everything that is open, numbered.
pub struct Questions<'a> {
    vocabulary: &'a Vocabulary,
    readings: &'a [Reading],
    language: Language,
    facts: Vec<Question>,
    open: Vec<(Opening, Vec<usize>)>,
}

impl<'a> Questions<'a> {
    /// What the outcomes miss.
    pub fn of(views: &[View], vocabulary: &'a Vocabulary, readings: &'a [Reading], language: Language) -> Self {
        let mut facts: Vec<Question> = Vec::new();
        let mut open: Vec<(Opening, Vec<usize>)> = Vec::new();
        for (place, view) in views.iter().enumerate() {
            for view::Missing { subject, fact } in &view.missing {
                match facts.iter_mut().find(|known| known.fact == *fact) {
                    Some(known) => {
                        if !known.subjects.contains(subject) {
                            known.subjects.push(subject.clone());
                        }
                        note(&mut known.changes, place);
                    }
                    None => facts.push(Question {
                        fact: fact.clone(),
                        subjects: vec![subject.clone()],
                        changes: vec![place],
                    }),
                }
            }
            for opening in &view.open {
                match open.iter_mut().find(|(known, _)| known == opening) {
                    Some((_, changes)) => note(changes, place),
                    None => open.push((opening.clone(), vec![place])),
                }
            }
        }
        let rank = |question: &Question| {
            let who = facts::find(vocabulary, &question.fact).map_or("", |(fact, _)| fact.who.as_str());
            WHO.iter().position(|(known, _, _)| *known == who).unwrap_or(WHO.len())
        };
        facts.sort_by_key(rank);
        Self { vocabulary, readings, language, facts, open }
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
            let Some((fact, number_of)) = facts::find(self.vocabulary, &question.fact) else { continue };
            if fact.who != asked {
                asked = &fact.who;
                let who = WHO.iter().find(|(known, _, _)| *known == asked);
                page.paragraph((2, ""), Tone::Heading, who.map_or(asked, |(_, zh, en)| say(language, zh, en)));
            }
            let mut text = fact.ask.in_language(language).to_owned();
            if let Some(words) = number_of {
                text = text + " " + words.in_language(language);
            }
            let whose = question.subjects.iter().map(|subject| subjects.name(subject)).collect();
            let whose = listed(&some(whose, language), language);
            text = text + say(language, "—— ", " — ") + &whose;
            page.paragraph((4, &format!("{}. ", number + 1)), Tone::Open, &text);
            self.changes(page, views, (before, &question.changes), subjects);
            before = &question.changes;
        }
        before = &[];
        if !self.open.is_empty() {
            page.heading(say(language, "原文没有写明，有待选定", "Left open by the text, to be chosen"));
        }
        for (number, (opening, changes)) in self.open.iter().enumerate() {
            self.opening(page, number, opening);
            self.changes(page, views, (before, changes), subjects);
            before = changes;
        }
    }

    fn opening(&self, page: &mut Page, number: usize, opening: &Opening) {
        let language = self.language;
        let mark = format!("{}. ", letter(number));
        let id = match opening {
            Opening::Reading(id) => id,
            Opening::SetElsewhere(what) => {
                let (zh, en) =
                    ("金额由其他文件规定，不在本规则之内：", "Set by another document, outside these rules: ");
                return page.paragraph(
                    (4, &mark),
                    Tone::Open,
                    &(say(language, zh, en).to_owned() + what.in_language(language)),
                );
            }
        };
        let Some(reading) = self.readings.iter().find(|reading| reading.id == *id) else { return };
        page.paragraph((4, &mark), Tone::Open, reading.ask.in_language(language));
        for option in &reading.options {
            let (words, option) = (option.words.in_language(language), &option.id);
            let text = match language {
                Language::Chinese => format!("{words}（--reading {id}={option}）"),
                Language::English => format!("{words} (--reading {id}={option})"),
            };
            page.paragraph((7, "- "), Tone::Plain, &text);
        }
        page.paragraph((7, ""), Tone::Faint, reading.because.in_language(language));
    }

    /// What an answer can change; the same as the question before is not told again.
    fn changes(
        &self,
        page: &mut Page,
        views: &[View],
        (before, places): (&[usize], &[usize]),
        subjects: &Subjects<'_>,
    ) {
        let language = self.language;
        if before == places {
            return page.paragraph((7, ""), Tone::Faint, say(language, "影响同上", "Changes the same"));
        }
        let each = places.iter().filter_map(|place| views.get(*place)).map(|view| {
            let title = view.title.in_language(language);
            let (between, colon) = (say(language, "，", ", "), say(language, "：", ": "));
            format!("{title}{between}{}{colon}{}", subjects.name(&view.subject), possible(view, language))
        });
        let mut items = some(each.collect(), language);
        if let Some(first) = items.first_mut() {
            *first = say(language, "影响 ", "Changes ").to_owned() + first;
        }
        page.items(7, Tone::Faint, say(language, "；", "; "), &items);
    }
}

/// What an outcome that is not settled may be.
fn possible(view: &View, language: Language) -> String {
    match &view.detail {
        Detail::Entitlement(view::Entitlement { range: Some([low, high]), unit, amount: None, .. }) => {
            numbers::range(low, high, unit, language)
        }
        _ => state_words(&view.kind, &view.state).in_language(language).to_owned(),
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
