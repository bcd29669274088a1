//! The whole check, in its order.

use super::accounting::account;
use super::by_name::ByName;
use super::declare::{declare, line};
use super::grounds::{Grounds, grounds};
use super::head::{Head, head};
use super::order::order;
use super::scope::{Declared, Site};
use super::term::MONEY_SCALE;
use super::versions::join;
use super::written::rule;
use crate::error::{Code, Diagnostic};
use crate::model::{Vocabulary, WorkCalendar};
use crate::parse::Document;
use crate::rulebook::{Instrument, Kind, NotAdded, Piece, ReadingIndex, RuleIndex, Rulebook};
use crate::rulebook::{Number, Rule, Says, Truth};
use crate::value::Decimal;
use std::collections::{HashMap, HashSet};

/// Checks documents against a vocabulary and the calendars that they may name, in the order of their layers. The rulebook holds what passed;
/// it may be used only when no diagnostic is an error.
#[must_use]
pub fn rulebook(
    vocabulary: Vocabulary,
    documents: &[Document],
    calendars: &[(String, WorkCalendar)],
) -> (Rulebook, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let grounds: Vec<Vec<Grounds>> = documents.iter().map(grounds).collect();
    let declared = declare(&vocabulary, documents, calendars, &grounds, &mut faults);
    let named: HashSet<Decimal> = documents.iter().flat_map(numbers_with_names).collect();
    for document in documents {
        account(document, &named, &mut faults);
    }
    let heads: Vec<Head> =
        declared.rules.iter().map(|(site, kind)| head(&declared, *site, *kind, &mut faults)).collect();
    // One head for each id: a rule in several versions is one rule.
    let mut unique = ByName::new();
    heads.iter().for_each(|head| {
        unique.add(&head.id, head.clone());
    });
    if declared.rules.iter().any(|(site, _)| line(site.rule, "each").is_some()) {
        let scaled = with_scales(&declared, &unique, &heads);
        unique = ByName::new();
        for head in scaled {
            let id = head.id.clone();
            unique.add(&id, head);
        }
    }
    let written: Vec<(Site<'_>, Rule)> = declared
        .rules
        .iter()
        .zip(&heads)
        .filter_map(|((site, _), head)| rule(&declared, &unique, head, *site, &mut faults).map(|rule| (*site, rule)))
        .collect();
    let complete = written.len() == heads.len();
    let mut joined = join(written, complete, &mut faults);
    if complete {
        whole_fen(&joined, &mut faults);
        added_up(&declared, &mut joined, &mut faults);
        same_all_year(declared.vocabulary, &joined, &mut faults);
    }
    // Rules that failed would shift the places that others refer to; their faults already stand in the list.
    let order = if complete { order(&joined, &mut faults) } else { Vec::new() };
    let rules: Vec<Rule> = joined.into_iter().map(|(_, rule)| rule).collect();
    let (readings, parameters, calendars) = (declared.readings, declared.parameters, declared.calendars);
    let (tables, documents) = (declared.tables, documents.iter().filter_map(instrument).collect());
    (Rulebook { vocabulary, documents, readings, parameters, tables, rules, order, calendars }, faults)
}

/// A rule that another refers to is added to that one's money, so its rate is whole fen.
fn whole_fen(rules: &[(Site<'_>, Rule)], faults: &mut Vec<Diagnostic>) {
    let is_whole = |index: &RuleIndex| {
        let whole = |says: &Says| matches!(says, Says::Rate(rate) if rate.scale == MONEY_SCALE);
        rules.get(index.0).is_none_or(|(_, rule)| rule.versions.iter().all(|version| whole(&version.says)))
    };
    // What a quantity adds up is whole fen already; a year of another rule is added up with all its decimals.
    let is_annual = |rule: &Rule| rule.benefit.as_ref().is_some_and(|benefit| benefit.annual);
    let by_month = rules.iter().filter(|(_, rule)| rule.kind != Kind::Quantity && !is_annual(rule));
    for (site, rule) in by_month {
        for referred in rule.refers.iter().filter(|index| !is_whole(index)) {
            let id = rules.get(referred.0).map(|(_, rule)| rule.id.clone()).unwrap_or_default();
            let name = &site.rule.name;
            faults.push(site.fault(Code::TypeMismatch, name.span, id, "a rule whose rate has two decimals"));
        }
    }
}

/// What a quantity adds up is money that is paid or saved, and the tables whose rates it takes speak of what its things
/// reach. It names the readings that these rules name.
fn added_up(declared: &Declared<'_>, written: &mut [(Site<'_>, Rule)], faults: &mut Vec<Diagnostic>) {
    let rules: Vec<&Rule> = written.iter().map(|(_, rule)| rule).collect();
    let id = |index: RuleIndex| rules.get(index.0).map(|rule| rule.id.clone()).unwrap_or_default();
    let mut named: Vec<(usize, Vec<ReadingIndex>)> = Vec::new();
    for (place, (site, rule)) in written.iter().enumerate().filter(|(_, (_, rule))| rule.kind == Kind::Quantity) {
        let at = site.rule.name.span;
        for fault in rule.not_added(&rules, declared.vocabulary) {
            faults.push(match fault {
                NotAdded::Money(index) => {
                    site.fault(Code::TypeMismatch, at, id(index), "a rule that pays or saves money")
                }
                NotAdded::Subject(index) => site.fault(Code::OutOfReach, at, id(index), ""),
                NotAdded::Rate(index) => {
                    site.fault(Code::TypeMismatch, at, id(index), "a rule with a table of whole fen for that period")
                }
                NotAdded::Reach(_, fact) => {
                    let fact = declared.vocabulary.fact_at(fact).map(|fact| fact.id.clone()).unwrap_or_default();
                    site.fault(Code::OutOfReach, at, fact, "")
                }
            });
        }
        named.push((place, rule.added_readings(&rules, &declared.readings)));
    }
    for (place, readings) in named {
        if let Some((_, rule)) = written.get_mut(place) {
            rule.readings = readings;
        }
    }
}

/// What is worked out for a whole year rests on facts that are the same in every month of it.
fn same_all_year(vocabulary: &Vocabulary, rules: &[(Site<'_>, Rule)], faults: &mut Vec<Diagnostic>) {
    let annual = rules.iter().filter(|(_, rule)| rule.benefit.as_ref().is_some_and(|benefit| benefit.annual));
    for (site, rule) in annual {
        let added = rule.refers.iter().filter_map(|index| rules.get(index.0)).map(|(_, rule)| rule);
        let versions = std::iter::once(rule).chain(added).flat_map(|rule| &rule.versions);
        let facts = versions.flat_map(|version| {
            let truths = version.truths().into_iter().flat_map(Truth::facts);
            truths.chain(version.numbers().into_iter().flat_map(Number::facts)).collect::<Vec<_>>()
        });
        let changing = facts.filter_map(|fact| vocabulary.fact_at(fact)).find(|fact| fact.changes);
        if let Some(fact) = changing {
            let name = &site.rule.name;
            faults.push(site.fault(Code::ChangesByMonth, name.span, &fact.id, ""));
        }
    }
}

/// The heads, those whose amounts may be added up over a year with the decimals of their rates in every version. What
/// is wrong with a rate is told where it is typed.
fn with_scales(declared: &Declared<'_>, unique: &ByName<Head>, heads: &[Head]) -> Vec<Head> {
    let mut scales: HashMap<&str, u8> = HashMap::new();
    for ((site, _), head) in declared.rules.iter().zip(heads).filter(|(_, head)| head.adds_up) {
        let typed = rule(declared, unique, head, *site, &mut Vec::new());
        for version in typed.iter().flat_map(|rule| &rule.versions) {
            if let Says::Rate(rate) = &version.says {
                let known = scales.entry(&head.id).or_default();
                *known = rate.scale.max(*known);
            }
        }
    }
    let scale = |head: &Head| scales.get(head.id.as_str()).copied().unwrap_or(head.scale);
    heads.iter().map(|head| Head { scale: scale(head), ..head.clone() }).collect()
}

/// The numbers that have a parameter of their own, as the law writes them.
fn numbers_with_names(document: &Document) -> Vec<Decimal> {
    use crate::parse::{self, ExpressionKind, LineBody};
    let parameters = document.rules().filter(|rule| rule.kind.node == parse::Kind::Parameter);
    let values = parameters.filter_map(|rule| match line(rule, "value").map(|line| &line.body) {
        Some(LineBody::Expression(expression)) => match &expression.kind {
            ExpressionKind::Number(literal) => Some(literal.value_as_written()),
            _ => None,
        },
        _ => None,
    });
    values.collect()
}

fn instrument(document: &Document) -> Option<Instrument> {
    let header = document.header.as_ref()?;
    Some(Instrument {
        layer: document.layer.clone(),
        number: header.number.node.clone(),
        title: header.title.node.clone(),
        standing: header.standing.node,
        force: header.force.node,
        published: header.published.node,
        pieces: document
            .pieces
            .iter()
            .map(|piece| Piece {
                clause: piece.clause.clone(),
                text: piece.cited(),
                standing: piece.stated.as_ref().map(|stated| stated.standing),
            })
            .collect(),
    })
}
