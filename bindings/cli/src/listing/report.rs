//! The report of an outcome → what the listing knows of it. Nothing else here reads a report's fields.

use super::view::{
    Claim, Detail, Entitlement, Found, ItemWords, Limit, Missing, Months, Opening, Part, Reason, Source, Statement,
    Step, Sum, Target, View,
};
use tuoyu::Rules;
use tuoyu::compile::{FactIndex, NumberKind, Rule, Says, Truth};
use tuoyu::explain::{
    AnswerLine, ClaimReport, MonthsReport, OutcomeReport, Own, QuantityReport, ReasonReport, SourceReport,
    StatesReport, StepReport, Total, is_share,
};
use tuoyu::model::FactType;
use tuoyu::source::Words;
use tuoyu::value::Month;

/// An outcome with the words of its rule.
pub fn view(rules: &Rules, report: &OutcomeReport) -> View {
    let rule = rules.plan().book.rules.iter().find(|rule| rule.id == report.rule);
    let plain = || Words { zh: report.rule.clone(), en: report.rule.clone() };
    View {
        subject: report.subject.clone(),
        rule: report.rule.clone(),
        title: rule.map_or_else(plain, |rule| rule.title.clone()),
        kind: report.kind.to_owned(),
        state: report.state.to_owned(),
        guiding: rule.and_then(|rule| rule.guiding.clone()),
        standing: report.standing.to_owned(),
        months: months(&report.own),
        detail: detail(rules, report, rule),
        missing: report
            .missing
            .iter()
            .map(|name| Missing { subject: name.subject.clone(), fact: name.fact.clone() })
            .collect(),
        open: report.open.iter().map(|open| opening(rule, open)).collect(),
        assumes: rule.map(|rule| rule.assumes.clone()).unwrap_or_default(),
        sources: report.sources.iter().map(|one| source(rules, one)).collect(),
        reasons: report.reasons.iter().map(|one| reason(rule, one)).collect(),
        is_blank: false,
    }
}

/// The fields of the outcome's kind.
fn detail(rules: &Rules, report: &OutcomeReport, rule: Option<&Rule>) -> Detail {
    match &report.own {
        Own::Entitlement(own) => Detail::Entitlement(Entitlement {
            form: own.form.to_owned(),
            payer: own.payer.clone(),
            payee: own.payee.clone(),
            amount: own.amount.clone(),
            range: own.range.clone(),
            range_exact: own.range_exact,
            at_least: own.at_least,
            unit: own.unit.to_owned(),
            discretionary: own.discretionary,
            by_whom: rule.and_then(|rule| rule.benefit.as_ref()?.discretionary.clone()),
            payer_place: own.payer_place.as_deref().map(|place| county(rules, place)),
            claim: own.claim.as_deref().map(claim),
        }),
        Own::Limit(own) => Detail::Limit(Limit {
            which: rule.and_then(|rule| which(report, rule)),
            outside: rule.and_then(|rule| outside(rules, report, rule)),
            is_list: rule.is_some_and(|rule| closed(rule).is_some()),
            value: own.value.clone(),
            relation: own.relation.to_owned(),
            bound: own.bound.clone(),
            excess: own.excess.clone(),
            // A number without a unit is a share, or a count.
            unit: own.unit.clone().or_else(|| rule.filter(|rule| !is_share(rule)).map(|_| "1".to_owned())),
        }),
        Own::Requirement(own) => Detail::Requirement { binding: own.binding },
        Own::Indicator(own) => Detail::Indicator(Target {
            value: own.value.clone(),
            relation: own.relation.to_owned(),
            bound: own.target.clone().unwrap_or_default(),
            due: own.due.clone(),
        }),
        Own::Procedure(own) => Detail::Procedure {
            steps: own.steps.iter().map(|one| step(rules, rule, one)).collect(),
            next: own.next.clone(),
        },
        Own::Quantity(own) => Detail::Quantity(statement(rule, own)),
        Own::Lookup(own) => Detail::Lookup(own.value.as_deref().map(found)),
    }
}

/// Of several numbers that a limit is about, the one that its figures are of: the first that is out of bounds, else the
/// first.
fn which(report: &OutcomeReport, rule: &Rule) -> Option<Words> {
    let needs = || rule.versions.iter().flat_map(|version| version.measures()).map(|measure| &measure.need);
    let first = needs().next().filter(|_| rule.versions.iter().any(|version| version.measures().len() > 1))?;
    let Own::Limit(own) = &report.own else { return None };
    let told = own.months.iter().find(|line| line.state == report.state)?;
    let fails =
        |reason: &&ReasonReport| reason.holds == Some(false) && reason.from <= told.from && told.from <= reason.to;
    let failing = |label: &str| report.reasons.iter().filter(fails).any(|reason| reason.condition == label);
    let need = needs().find(|need| failing(&need.label)).unwrap_or(first);
    Some(need.words.clone())
}

/// The closed list that a limit is, with the choices that stand on it.
fn closed(rule: &Rule) -> Option<(FactIndex, &[usize])> {
    match &rule.measure()?.value.kind {
        NumberKind::Outside(fact, listed) => Some((*fact, listed)),
        _ => None,
    }
}

/// The items that stand outside a closed list in the months that its figures are of.
fn outside(rules: &Rules, report: &OutcomeReport, rule: &Rule) -> Option<Vec<Words>> {
    let (fact, listed) = closed(rule)?;
    let fact = rules.vocabulary().fact_at(fact)?;
    let FactType::Set { choices, .. } = &fact.kind else { return None };
    let Own::Limit(own) = &report.own else { return None };
    let told = own.months.iter().find(|line| line.state == report.state)?;
    let covers = |reason: &&ReasonReport| reason.from <= told.from && told.from <= reason.to;
    let reason = report.reasons.iter().filter(covers).find(|reason| is_need(rule, &reason.condition))?;
    let items = reason.found.as_array()?.iter().filter_map(|item| item.as_str());
    let is_listed = |id: &str| listed.iter().any(|place| choices.get(*place).is_some_and(|choice| choice.id == id));
    let named = items.filter(|id| !is_listed(id)).map(|id| {
        let choice = choices.iter().find(|choice| choice.id == id);
        choice.map_or_else(|| Words { zh: id.to_owned(), en: id.to_owned() }, |choice| choice.words.clone())
    });
    Some(named.collect())
}

/// An answer in words.
fn found(value: &tuoyu::explain::Found) -> Found {
    match value {
        tuoyu::explain::Found::Words(words) => Found::Text(words.clone()),
        tuoyu::explain::Found::List(list) => {
            Found::List(list.iter().map(|entry| (entry.key.clone(), entry.words.clone())).collect())
        }
    }
}

/// What is added up, with the names of the items.
fn statement(rule: Option<&Rule>, own: &QuantityReport) -> Statement {
    let items = rule.map(Rule::items).unwrap_or_default().iter().map(|item| ItemWords {
        id: item.id.clone(),
        title: item.title.clone(),
        discretionary: own.parts.iter().any(|part| part.item == item.id && part.discretionary),
    });
    let parts = own.parts.iter().map(|part| Part {
        subject: part.subject.clone(),
        month: part.month.map(|month| month.to_string()),
        item: part.item.clone(),
        amount: part.amount.clone(),
        range: part.range.clone(),
    });
    Statement { items: items.collect(), parts: parts.collect(), exact: own.range_exact }
}

/// A step, and by which fact its ways differ.
fn step(rules: &Rules, rule: Option<&Rule>, step: &StepReport) -> Step {
    let versions = rule.into_iter().flat_map(|rule| &rule.versions);
    let steps = versions.flat_map(|version| match &version.says {
        Says::Steps(steps) => steps.as_slice(),
        _ => &[],
    });
    let mut selectors = steps.filter(|known| known.id == step.id).filter_map(|known| known.selector);
    let by = selectors.next().and_then(|fact| rules.vocabulary().fact_at(fact));
    Step {
        id: step.id.clone(),
        state: step.state.to_owned(),
        act: step.act.clone(),
        body: step.body.clone(),
        certificate: step.certificate.clone(),
        by: by.map(|fact| fact.words.clone()),
        due: step.due.clone(),
    }
}

/// What is open besides facts; a number that another text sets, in words.
fn opening(rule: Option<&Rule>, open: &tuoyu::explain::Opening) -> Opening {
    match open {
        tuoyu::explain::Opening::Reading(id) => Opening::Reading(id.clone()),
        tuoyu::explain::Opening::Calendar(id) => Opening::Calendar(id.clone()),
        tuoyu::explain::Opening::SetElsewhere(id) => {
            let set = rule.and_then(|rule| rule.benefit.as_ref()?.elsewhere.as_ref());
            let plain = || Words { zh: id.clone(), en: id.clone() };
            Opening::SetElsewhere(set.map_or_else(plain, |set| set.words.clone()))
        }
    }
}

/// A county in words.
fn county(rules: &Rules, id: &str) -> Words {
    let vocabulary = rules.vocabulary();
    let fact = vocabulary.fact("institution.county").and_then(|fact| vocabulary.fact_at(fact));
    let choices = fact.into_iter().flat_map(|fact| match &fact.kind {
        FactType::Options(choices) => choices.as_slice(),
        _ => &[],
    });
    let mut known = choices.filter(|choice| choice.id == id).map(|choice| choice.words.clone());
    known.next().unwrap_or_else(|| Words { zh: id.to_owned(), en: id.to_owned() })
}

fn claim(claim: &ClaimReport) -> Claim {
    Claim { place: claim.place.clone(), by: claim.by.clone(), documents: claim.documents.clone() }
}

/// The lines of months, of whatever kind.
fn months(own: &Own) -> Vec<Months> {
    let states = |lines: &[StatesReport]| lines.iter().map(|line| line_of(line.from, line.to, line.state)).collect();
    match own {
        Own::Entitlement(own) => {
            let line = |line: &MonthsReport| Months {
                rate: line.rate.clone(),
                per: line.per.map(str::to_owned),
                ..line_of(line.from, line.to, line.state)
            };
            own.months.iter().map(line).collect()
        }
        Own::Limit(own) => states(&own.months),
        Own::Requirement(own) => states(&own.months),
        Own::Quantity(own) => states(&own.months),
        Own::Lookup(own) => {
            let line = |line: &AnswerLine| Months {
                value: line.value.as_deref().map(found),
                ..line_of(line.from, line.to, line.state)
            };
            own.months.iter().map(line).collect()
        }
        Own::Indicator(_) | Own::Procedure(_) => Vec::new(),
    }
}

fn line_of(from: Month, to: Month, state: &str) -> Months {
    Months { from: from.to_string(), to: to.to_string(), state: state.to_owned(), rate: None, per: None, value: None }
}

fn source(rules: &Rules, source: &SourceReport) -> Source {
    let document = rules.plan().book.documents.iter().find(|document| document.number == source.document);
    Source {
        document: source.document.clone(),
        title: document.map_or_else(Words::default, |document| document.title.clone()),
        clause: source.clause.clone(),
        standing: source.standing.to_owned(),
    }
}

fn reason(rule: Option<&Rule>, reason: &ReasonReport) -> Reason {
    let conditions = || rule.into_iter().flat_map(|rule| &rule.versions).flat_map(|version| version.conditions());
    let condition = conditions().find(|condition| condition.label == reason.condition);
    let scope = || rule.into_iter().flat_map(|rule| &rule.versions).flat_map(|version| &version.applies);
    let looks_at_time = |truth: &Truth| !truth.time_terms().is_empty();
    Reason {
        condition: reason.condition.clone(),
        words: condition.map(|condition| condition.words.clone()),
        holds: reason.holds,
        fact: reason.fact.clone(),
        found: reason.found.clone(),
        also: reason.also.iter().map(|also| also.found.clone()).collect(),
        is_need: rule.is_some_and(|rule| is_need(rule, &reason.condition)),
        is_scope: scope().any(|known| known.label == reason.condition),
        relation: reason.relation.map(str::to_owned),
        bound: reason.bound.clone(),
        judges_day: condition.is_some_and(|condition| looks_at_time(&condition.truth)),
        from: reason.from.to_string(),
        to: reason.to.to_string(),
        changes_in: reason.changes_in.map(|month| month.to_string()),
    }
}

/// Whether a condition is that a number keeps to its bound.
fn is_need(rule: &Rule, label: &str) -> bool {
    let mut needs = rule.versions.iter().flat_map(|version| version.measures()).map(|measure| &measure.need.label);
    needs.any(|need| need == label)
}

/// A total.
pub fn sum(total: &Total) -> Sum {
    Sum {
        payer: total.payer.clone(),
        payee: Some(total.payee.clone()),
        form: total.form.to_owned(),
        unit: total.unit.to_owned(),
        discretionary: total.discretionary,
        amount: total.amount.clone(),
        range: total.range.clone(),
    }
}
