//! The numbers of a record in one line.

use super::super::digest::json;
use super::super::speech::{joined, value, words};
use super::super::told::ToldFound;
use super::bound::spaced;
use super::condition::facts;
use super::teller::Teller;
use crate::compile::{FactIndex, FactType};
use crate::source::Words;
use serde_json::Value;

/// Facts one by one; the numbers of one record in one line: `用电（托育机构 n1）：月用量 1,200，居民生活价格 0.55 元`.
pub(super) fn numbers(teller: &Teller<'_>, found: &[ToldFound]) -> Vec<Words> {
    let mut lines = Vec::new();
    for group in
        found.chunk_by(|one, next| record(teller, one).is_some() && record(teller, one) == record(teller, next))
    {
        match line(teller, group) {
            Some(line) => lines.push(line),
            None => lines.extend(facts(teller, group)),
        }
    }
    lines
}

/// Which record of whom a number stands in.
fn record<'f>(teller: &Teller<'_>, found: &'f ToldFound) -> Option<(&'f str, FactIndex, usize)> {
    let part = teller.fact(&found.fact)?.part?;
    Some((&found.subject, part.of, part.choice))
}

fn line(teller: &Teller<'_>, group: &[ToldFound]) -> Option<Words> {
    let first = group.first()?;
    let (fact, (_, list, choice)) = (teller.fact(&first.fact)?, record(teller, first)?);
    let FactType::Records { choices, fields, .. } = &teller.plan.book.vocabulary.fact_at(list)?.kind else {
        return None;
    };
    let mut numbers: Vec<(usize, Words)> = Vec::new();
    for one in group {
        let fact = teller.fact(&one.fact)?;
        let place = fact.part?.field;
        let (name, value) = (&fields.get(place)?.1, value(Some(fact), &one.found));
        let zh = format!("{}{}", name.zh, spaced(&value.zh));
        numbers.push((place, words(zh, format!("{} {}", name.en, value.en))));
    }
    numbers.sort_by_key(|(place, _)| *place);
    let numbers: Vec<Words> = numbers.into_iter().map(|(_, number)| number).collect();
    // A kind that a list does not hold counts nothing: it is not told as if noughts had been stated.
    let none = group.iter().all(|one| is_nought(&one.found));
    let numbers = if none { words("没有", "none") } else { joined(&numbers, "，", ", ") };
    let (choice, owner) = (capital(&choices.get(choice)?.words), teller.owner().words(Some(fact), &first.subject));
    Some(words(
        format!("{}（{}）：{}", choice.zh, owner.zh, numbers.zh),
        format!("{} ({}): {}", choice.en, owner.en, numbers.en),
    ))
}

/// The words at the beginning of a line.
fn capital(text: &Words) -> Words {
    let mut letters = text.en.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    words(&*text.zh, first.chain(letters).collect::<String>())
}

fn is_nought(found: &Value) -> bool {
    let text = found.as_str().map_or_else(|| json(found), str::to_owned);
    text.chars().all(|sign| matches!(sign, '0' | '.'))
}
