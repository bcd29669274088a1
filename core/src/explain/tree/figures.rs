//! How an amount comes about: the sum, the facts behind it, and who pays whom.

use super::super::speech::{both, joined, months, words};
use super::super::terms::party_words;
use super::super::told::{ToldFound, ToldReason};
use super::Tree;
use super::condition::common;
use super::conditions::is_amount;
use super::records::numbers;
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
    let mut basis = numbers(teller, &common);
    for one in stretches {
        let own: Vec<ToldFound> = one.facts().into_iter().filter(|found| !common.contains(found)).collect();
        if !own.is_empty() {
            let facts = joined(&numbers(teller, &own), "；", "; ");
            basis.push(joined(&[months(&one.from, &one.to), facts], " — ", " — "));
        }
    }
    basis
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
