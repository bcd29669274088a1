//! How an amount comes about: the sum, the facts behind it, and who pays whom.

use super::super::speech::{both, joined, months, value, words};
use super::super::terms::party_words;
use super::super::told::{ToldFound, ToldReason};
use super::Tree;
use super::bound::spaced;
use super::condition::{common, facts};
use super::conditions::is_amount;
use super::sum::sum;
use super::teller::Teller;
use crate::compile::FactType;
use crate::source::Words;

/// How the amount comes about, from which facts, and who pays whom.
pub(super) fn figures(teller: &Teller<'_>) -> Option<Tree> {
    let told = teller.told;
    if !matches!(told.state.as_str(), "granted" | "undetermined") || told.kind != "entitlement" {
        return None;
    }
    let mut children: Vec<Tree> = sum(told).map(Tree::detail).into_iter().collect();
    children.extend(basis(teller).into_iter().map(Tree::detail));
    children.extend(parties(teller).map(Tree::detail));
    let discretion = teller.rule.benefit.as_ref().and_then(|benefit| benefit.discretionary.as_ref());
    let discretion = discretion.filter(|_| told.discretionary);
    children.extend(discretion.map(|words| Tree::detail(words.clone())));
    Tree::section(words("金额", "Amount"), children)
}

/// The facts that the amount goes by: those that stay once, those that change by their months.
fn basis(teller: &Teller<'_>) -> Vec<Words> {
    let stretches: Vec<&ToldReason> = teller.told.reasons.iter().filter(|reason| is_amount(reason)).collect();
    let common = common(&stretches);
    let mut basis = grouped(teller, &common);
    for one in stretches {
        let own: Vec<ToldFound> = one.facts().into_iter().filter(|found| !common.contains(found)).collect();
        if !own.is_empty() {
            let facts = joined(&grouped(teller, &own), "，", ", ");
            basis.push(joined(&[months(&one.from, &one.to), facts], " — ", " — "));
        }
    }
    basis
}

/// Facts one by one; the numbers of one record in one line: `用电（托育机构 n1）：月用量 1,200，居民生活价格 0.55 元`.
fn grouped(teller: &Teller<'_>, found: &[ToldFound]) -> Vec<Words> {
    let vocabulary = &teller.plan.book.vocabulary;
    let record = |found: &ToldFound| {
        let part = teller.fact(&found.fact)?.part?;
        Some((found.subject.clone(), part.of, part.choice))
    };
    let mut lines = Vec::new();
    for group in found.chunk_by(|one, next| record(one).is_some() && record(one) == record(next)) {
        let named = group.first().and_then(|first| {
            let (part, fact) = (teller.fact(&first.fact)?.part?, teller.fact(&first.fact)?);
            let FactType::Records { choices, fields, .. } = &vocabulary.fact_at(part.of)?.kind else { return None };
            let owner = teller.owner().words(Some(fact), &first.subject);
            let choice = &choices.get(part.choice)?.words;
            let mut numbers: Vec<(usize, Words)> = Vec::new();
            for one in group {
                let (fact, place) = (teller.fact(&one.fact)?, teller.fact(&one.fact)?.part?.field);
                let (name, value) = (&fields.get(place)?.1, value(Some(fact), &one.found));
                let number = words(format!("{}{}", name.zh, spaced(&value.zh)), format!("{} {}", name.en, value.en));
                numbers.push((place, number));
            }
            numbers.sort_by_key(|(place, _)| *place);
            let numbers: Vec<Words> = numbers.into_iter().map(|(_, number)| number).collect();
            let numbers = joined(&numbers, "，", ", ");
            Some(words(
                format!("{}（{}）：{}", choice.zh, owner.zh, numbers.zh),
                format!("{} ({}): {}", choice.en, owner.en, numbers.en),
            ))
        });
        match named {
            Some(line) => lines.push(line),
            None => lines.extend(facts(teller, group)),
        }
    }
    lines
}

fn parties(teller: &Teller<'_>) -> Option<Words> {
    let payee = party_words(teller.told.payee.as_deref()?);
    let Some(payer) = teller.told.payer.as_deref().map(party_words) else {
        return Some(words(format!("受益方：{}", payee.zh), format!("In favour of: {}", payee.en)));
    };
    let place = teller.told.payer_place.as_deref().map(|place| place_words(teller, place));
    let at = place.map(|place| words(format!("，即{}", place.zh), format!(" ({})", place.en))).unwrap_or_default();
    Some(words(
        format!("付款方：{}{}；收款方：{}", payer.zh, at.zh, payee.zh),
        format!("Paid by: {}{}; paid to: {}", payer.en, at.en, payee.en),
    ))
}

/// A place in words: the option of whatever fact names it.
fn place_words(teller: &Teller<'_>, place: &str) -> Words {
    let options = teller.plan.book.vocabulary.facts.iter().filter_map(|fact| match &fact.kind {
        FactType::Options(choices) => choices.iter().find(|choice| choice.id == place),
        _ => None,
    });
    options.map(|choice| choice.words.clone()).next().unwrap_or_else(|| both(place))
}
