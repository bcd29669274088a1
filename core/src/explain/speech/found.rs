//! Facts and their values in words.

use super::super::digest::json;
use super::{both, day, joined, list, percent, thousands, words};
use crate::compile::{Choice, Fact, FactType, ThingIndex, Vocabulary};
use crate::source::Words;
use crate::value::{Date, Decimal, Unit};
use serde_json::Value;

/// Decimals of a ratio, and its largest value in them: a number of these is read as a percentage.
const RATIO: (u8, i64) = (4, 10_000);
/// Decimals of yuan.
const CENTS: u8 = 2;

/// A fact's value as a case writes it, in words.
pub(in super::super) fn value(fact: Option<&Fact>, found: &Value) -> Words {
    let Some(fact) = fact else { return both(&plain(found)) };
    match (&fact.kind, found) {
        (_, Value::Null) if fact.absent_is_without_end => words("没有终止日", "no end"),
        (_, Value::Null) => words("未知", "unknown"),
        (_, Value::Bool(true)) => words("是", "yes"),
        (_, Value::Bool(false)) => words("否", "no"),
        (FactType::YesNo, Value::String(text)) if text == "true" => words("是", "yes"),
        (FactType::YesNo, Value::String(text)) if text == "false" => words("否", "no"),
        (FactType::Options(choices) | FactType::Set { choices, .. }, Value::String(id)) => option(choices, id),
        (FactType::Set { .. }, Value::Array(items)) if items.is_empty() => words("没有", "none"),
        (FactType::Set { choices, .. }, Value::Array(items)) => {
            let each = items.iter().filter_map(Value::as_str).map(|id| option(choices, id));
            list(&each.collect::<Vec<_>>())
        }
        (FactType::Date, Value::String(text)) => day(text),
        (FactType::Number { scale, maximum, unit, .. }, found) => {
            let number = plain(found);
            if (*scale, *maximum) == RATIO && *unit == Unit::One {
                return both(&percent(&number));
            }
            // Yuan are written to the cent; quantities and prices as short as they are.
            let number = if *scale == CENTS { number } else { trimmed(&number) };
            counted(&both(&thousands(&number)), *unit)
        }
        (_, found) => both(&plain(found)),
    }
}

fn plain(found: &Value) -> String {
    match found {
        Value::String(text) => text.clone(),
        other => json(other),
    }
}

fn trimmed(number: &str) -> String {
    Decimal::parse(number).map_or_else(|_| number.to_owned(), |number| number.plain())
}

fn option(choices: &[Choice], id: &str) -> Words {
    choices.iter().find(|choice| choice.id == id).map_or_else(|| both(id), |choice| choice.words.clone())
}

/// A number, or two ends of a range, with a unit.
pub(in super::super) fn counted(number: &Words, unit: Unit) -> Words {
    let Words { zh, en } = number;
    match unit {
        Unit::One => number.clone(),
        Unit::Cny => words(format!("{zh} 元"), format!("CNY {en}")),
        Unit::CnyPerMonth => words(format!("每月 {zh} 元"), format!("CNY {en} a month")),
        Unit::CnyPerYear => words(format!("每年 {zh} 元"), format!("CNY {en} a year")),
        Unit::Months => words(format!("{zh} 个月"), format!("{en} months")),
        Unit::Days => words(format!("{zh} 天"), format!("{en} days")),
        Unit::SquareMetres => words(format!("{zh} 平方米"), format!("{en} m²")),
    }
}

/// What a case may state of a fact, in words.
#[must_use]
pub fn admissible_in_words(fact: &Fact) -> Words {
    match &fact.kind {
        FactType::YesNo => words("是或否", "yes or no"),
        FactType::Options(choices) | FactType::Set { choices, .. } => {
            list(&choices.iter().map(|choice| choice.words.clone()).collect::<Vec<_>>())
        }
        FactType::Date => {
            let (first, last) = (Date::MIN, Date::MAX);
            words(format!("{first} 至 {last} 的日期"), format!("a day from {first} to {last}"))
        }
        FactType::Number { scale, minimum, maximum, allowed, unit } => {
            let say = |number: i64| thousands(&Decimal::new(number.into(), *scale).plain());
            if !allowed.is_empty() {
                return list(&allowed.iter().map(|number| both(&say(*number))).collect::<Vec<_>>());
            }
            let (low, high) = (say(*minimum), say(*maximum));
            let range = counted(&words(format!("{low} 至 {high}"), format!("{low} to {high}")), *unit);
            let places = match scale {
                0 => words("，整数", ", a whole number"),
                places => words(format!("，最多 {places} 位小数"), format!(", at most {places} decimals")),
            };
            joined(&[range, places], "", "")
        }
        FactType::Text => words("文字", "a text"),
        FactType::Link(_) => words("案例中的编号", "an id of the case"),
        FactType::Records { .. } => words("列表", "a list"),
    }
}

/// Whose a fact is, as outcomes name things.
pub(in super::super) struct Owner<'a> {
    pub(in super::super) vocabulary: &'a Vocabulary,
    /// The names of the outcome's own things, each with its kind: `p1` a parent, `e1` an enrolment.
    pub(in super::super) subjects: &'a [(String, ThingIndex)],
    /// The names of things whose facts the outcome's conditions read, each with its kind.
    pub(in super::super) known: &'a [(String, ThingIndex)],
}

impl Owner<'_> {
    /// The thing that a fact belongs to: `孩子 k1`; of a thing that nothing links to, `入托记录 e1 的托育机构`.
    pub(in super::super) fn words(&self, fact: Option<&Fact>, subject: &str) -> Words {
        let Some(fact) = fact else { return both(subject) };
        // A thing that cannot carry an id is named as its holder is.
        let own = self.vocabulary.thing_at(fact.thing);
        let carrier = own.filter(|thing| !thing.named && !thing.many).and_then(|thing| thing.holder);
        let kind = carrier.unwrap_or(fact.thing);
        let asked = self.subjects.iter().find(|(name, thing)| name == subject && *thing != kind);
        match asked {
            Some((_, thing)) => {
                let (at, kind) = (self.named(*thing, subject), self.kind(kind));
                words(format!("{} 所在的{}", at.zh, kind.zh), format!("the {} of {}", kind.en, at.en))
            }
            // Of an earlier enrolment, the name may be the thing's own or that of who would link to it.
            None if self.may_link(kind) && !self.holds(kind, subject) => both(subject),
            None => self.named(kind, subject),
        }
    }

    fn holds(&self, thing: ThingIndex, name: &str) -> bool {
        self.subjects.iter().chain(self.known).any(|(known, kind)| known == name && *kind == thing)
    }

    /// Whether one of the outcome's things links to things of a kind.
    fn may_link(&self, thing: ThingIndex) -> bool {
        let links = |fact: &&Fact| matches!(fact.kind, FactType::Link(to) if to == thing);
        let mut links = self.vocabulary.facts.iter().filter(links);
        links.any(|fact| self.subjects.iter().any(|(_, of)| *of == fact.thing))
    }

    /// A thing with its name.
    pub(in super::super) fn named(&self, thing: ThingIndex, name: &str) -> Words {
        let kind = self.kind(thing);
        match self.vocabulary.thing_at(thing) {
            Some(data) if data.id == name => kind,
            _ => words(format!("{} {name}", kind.zh), format!("{} {name}", kind.en)),
        }
    }

    fn kind(&self, thing: ThingIndex) -> Words {
        self.vocabulary.thing_at(thing).map(|thing| thing.words.clone()).unwrap_or_default()
    }
}

/// The question that asks for a fact; for a number of a record, which number of which record.
#[must_use]
pub fn ask_in_words(vocabulary: &Vocabulary, fact: &Fact) -> Words {
    let part = fact.part.and_then(|part| {
        let FactType::Records { choices, fields, .. } = &vocabulary.fact_at(part.of)?.kind else { return None };
        let (choice, (_, field, _)) = (choices.get(part.choice)?, fields.get(part.field)?);
        let zh = format!("{}的{}是多少？", choice.words.zh, field.zh);
        Some(words(zh, format!("What is the {} of {}?", field.en, choice.words.en)))
    });
    part.unwrap_or_else(|| fact.ask.clone())
}

/// The label of a fact, or its name where the vocabulary does not know it.
pub(in super::super) fn label(fact: Option<&Fact>, id: &str) -> Words {
    fact.map_or_else(|| both(id), |fact| fact.words.clone())
}
