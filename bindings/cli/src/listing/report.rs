//! The report of an outcome → what the listing knows of it. Nothing else here reads a report's fields.

use super::view::{Detail, Entitlement, Missing, Months, Opening, Reason, Source, Sum, View};
use tuoyu::Rules;
use tuoyu::compile::{Rule, Truth};
use tuoyu::explain::{MonthsReport, OutcomeReport, ReasonReport, SourceReport, Total};
use tuoyu::model::FactType;
use tuoyu::source::Words;

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
        months: report.months.iter().map(months).collect(),
        detail: detail(rules, report, rule),
        missing: report
            .missing
            .iter()
            .map(|name| Missing { subject: name.subject.clone(), fact: name.fact.clone() })
            .collect(),
        open: report.open.iter().map(|open| Opening::Reading(open.reading.clone())).collect(),
        assumes: rule.map(|rule| rule.assumes.clone()).unwrap_or_default(),
        sources: report.sources.iter().map(|one| source(rules, one)).collect(),
        reasons: report.reasons.iter().map(|one| reason(rule, one)).collect(),
    }
}

/// The fields of the outcome's kind.
fn detail(rules: &Rules, report: &OutcomeReport, rule: Option<&Rule>) -> Detail {
    Detail::Entitlement(Entitlement {
        amount: report.amount.clone(),
        range: report.range.clone(),
        range_exact: report.range_exact,
        at_least: report.at_least,
        unit: report.unit.to_owned(),
        discretionary: report.discretionary,
        by_whom: rule.and_then(|rule| rule.discretionary.clone()),
        payer_place: report.payer_place.as_deref().map(|place| county(rules, place)),
    })
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

fn months(line: &MonthsReport) -> Months {
    Months {
        from: line.from.clone(),
        to: line.to.clone(),
        state: line.state.to_owned(),
        rate: line.rate.clone(),
        per: Some(line.per.to_owned()),
        value: None,
    }
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
    let conditions = || rule.into_iter().flat_map(|rule| &rule.versions).flat_map(|version| &version.when);
    let condition = conditions().find(|condition| condition.label == reason.condition);
    let looks_at_time = |truth: &Truth| !truth.time_terms().is_empty();
    Reason {
        condition: reason.condition.clone(),
        words: condition.map(|condition| condition.words.clone()),
        holds: reason.holds,
        fact: reason.fact.clone(),
        found: reason.found.clone(),
        relation: reason.relation.map(str::to_owned),
        bound: reason.bound.clone(),
        judges_day: condition.is_some_and(|condition| looks_at_time(&condition.truth)),
        from: reason.from.clone(),
        to: reason.to.clone(),
        changes_in: reason.changes_in.clone(),
    }
}

/// A total.
pub fn sum(total: &Total) -> Sum {
    Sum {
        payer: Some(total.payer.clone()),
        payee: Some(total.payee.clone()),
        form: total.form.to_owned(),
        unit: total.unit.to_owned(),
        discretionary: total.discretionary,
        amount: total.amount.clone(),
        range: total.range.clone(),
    }
}
