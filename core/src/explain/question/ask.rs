//! Outcomes → the questions that would settle them.

use super::super::speech::{Owner, admissible, ask_in_words, label, words};
use super::super::told::{Told, ToldReason};
use super::super::tree::{Teller, answer};
use super::super::wording::value;
use super::{Answer, AskedBy, Consequence, OptionWords, Question, Try, Values};
use crate::compile::{Fact, FactType, Plan};
use crate::error::Diagnostics;
use crate::source::Words;
use crate::value::Decimal;

/// The label of the condition that there is an amount; what reads it decides how much it is, too.
const RATE: &str = "rate";

/// Facts with the outcomes that they are missing for.
type Asked<'o> = Vec<((String, String), Vec<&'o Told>)>;

/// The questions of some outcomes, in the order in which to ask: those of the first outcome first. `suppose` gives
/// the outcomes of a rule's subjects if the fact of a subject had a value in its own units; none where it cannot be.
///
/// # Errors
/// `unknown-rule` where an outcome is of other rules.
pub fn ask(
    plan: &Plan,
    outcomes: &[Told],
    mut suppose: impl FnMut(&Question, &Try) -> Option<Vec<Told>>,
) -> Result<Vec<Question>, Diagnostics> {
    let mut asked: Asked<'_> = Vec::new();
    for outcome in outcomes {
        for missing in &outcome.missing {
            let key = (missing.subject.clone(), missing.fact.clone());
            match asked.iter_mut().find(|(known, _)| *known == key) {
                Some((_, by)) => by.push(outcome),
                None => asked.push((key, vec![outcome])),
            }
        }
    }
    let mut questions = Vec::new();
    for (place, ((subject, fact), by)) in asked.into_iter().enumerate() {
        let mut question = question(plan, place + 1, subject, fact, &by)?;
        answers(plan, &mut question, &mut suppose);
        questions.push(question);
    }
    Ok(questions)
}

fn question(plan: &Plan, number: usize, subject: String, id: String, by: &[&Told]) -> Result<Question, Diagnostics> {
    let vocabulary = &plan.book.vocabulary;
    let fact = vocabulary.fact(&id).and_then(|fact| vocabulary.fact_at(fact));
    let mut asked_by = Vec::new();
    let mut subject_words = Words::default();
    for (place, told) in by.iter().enumerate() {
        let teller = Teller::new(plan, told)?;
        if place == 0 {
            subject_words = Owner::words(&teller.owner(), fact, &subject);
        }
        asked_by.push(by_outcome(&teller, &subject, &id));
    }
    Ok(Question {
        number,
        subject_words,
        label: label(fact, &id),
        ask: fact.map_or_else(|| label(fact, &id), |fact| ask_in_words(vocabulary, fact)),
        help: fact.and_then(|fact| fact.help.clone()),
        who: fact.map_or_else(String::new, |fact| fact.who.clone()),
        values: values(fact),
        asked_by,
        answers: Vec::new(),
        subject,
        fact: id,
    })
}

fn by_outcome(teller: &Teller<'_>, subject: &str, fact: &str) -> AskedBy {
    let told = teller.told;
    let reads =
        |reason: &&ToldReason| reason.facts().iter().any(|found| found.subject == subject && found.fact == fact);
    let mut conditions: Vec<OptionWords> = Vec::new();
    for reason in told.reasons.iter().filter(reads) {
        let words = match reason.condition.as_str() {
            RATE => words("金额", "the amount"),
            condition => teller.condition(condition, &reason.from),
        };
        let condition = OptionWords { id: reason.condition.clone(), words };
        if !conditions.contains(&condition) {
            conditions.push(condition);
        }
    }
    if conditions.is_empty() && told.kind == "indicator" {
        // What is counted over many things is no fact of the one that is judged.
        conditions.push(OptionWords { id: "need".to_owned(), words: teller.rule.title.clone() });
    }
    AskedBy {
        subject: told.subject.clone(),
        subject_words: teller.subject(),
        rule: told.rule.clone(),
        title: teller.rule.title.clone(),
        conditions,
        state: told.state.clone(),
        range: told.range.clone(),
        words: answer(told),
        states: Vec::new(),
    }
}

fn values(fact: Option<&Fact>) -> Values {
    let mut values = Values {
        kind: "other",
        options: Vec::new(),
        minimum: None,
        maximum: None,
        decimals: None,
        allowed: Vec::new(),
        unit: None,
        words: fact.map(admissible).unwrap_or_default(),
    };
    match fact.map(|fact| &fact.kind) {
        Some(FactType::YesNo) => values.kind = "yes-no",
        Some(FactType::Date) => values.kind = "date",
        Some(FactType::Options(choices)) => {
            let each = choices.iter().map(|choice| OptionWords { id: choice.id.clone(), words: choice.words.clone() });
            (values.kind, values.options) = ("option", each.collect());
        }
        Some(FactType::Number { scale, minimum, maximum, unit, allowed }) => {
            let say = |units: i64| Decimal::new(i128::from(units), *scale).to_string();
            values.kind = "number";
            (values.minimum, values.maximum) = (Some(say(*minimum)), Some(say(*maximum)));
            (values.decimals, values.unit) = (Some(*scale), Some(unit.to_string()));
            values.allowed = allowed.iter().map(|units| say(*units)).collect();
        }
        _ => {}
    }
    values
}

/// Tries the answers; neighbours among numbers that lead to the same are one answer.
fn answers(plan: &Plan, question: &mut Question, suppose: &mut impl FnMut(&Question, &Try) -> Option<Vec<Told>>) {
    let vocabulary = &plan.book.vocabulary;
    let Some(index) = vocabulary.fact(&question.fact) else { return };
    let Some(fact) = vocabulary.fact_at(index) else { return };
    let rules: Vec<&str> = question.asked_by.iter().map(|by| by.rule.as_str()).collect();
    let mut tried: Vec<(Try, Vec<Consequence>)> = Vec::new();
    for one in super::tries(plan, &rules, index) {
        let Some(told) = suppose(question, &one) else { continue };
        let consequences = consequences(question, &told);
        let joins = |last: &&mut (Try, Vec<Consequence>)| is_number(fact) && last.1 == consequences;
        match tried.last_mut().filter(joins) {
            Some((last, _)) => last.to = one.to,
            None => tried.push((one, consequences)),
        }
    }
    // One answer that stands for every number tells nobody anything.
    if is_number(fact) && tried.len() == 1 {
        return;
    }
    for by in &mut question.asked_by {
        let own = tried.iter().flat_map(|(_, outcomes)| outcomes);
        for one in own.filter(|one| one.subject == by.subject && one.rule == by.rule) {
            if !by.states.contains(&one.state) {
                by.states.push(one.state.clone());
            }
        }
    }
    question.answers = tried.into_iter().map(|(one, outcomes)| told_answer(fact, one, outcomes)).collect();
}

const fn is_number(fact: &Fact) -> bool {
    matches!(&fact.kind, FactType::Number { allowed, .. } if allowed.is_empty())
}

fn consequences(question: &Question, told: &[Told]) -> Vec<Consequence> {
    let each = question.asked_by.iter().filter_map(|by| {
        let one = told.iter().find(|told| told.subject == by.subject && told.rule == by.rule)?;
        Some(Consequence {
            subject: one.subject.clone(),
            rule: one.rule.clone(),
            state: one.state.clone(),
            amount: one.amount.clone(),
            range: one.range.clone(),
            words: answer(one),
        })
    });
    each.collect()
}

fn told_answer(fact: &Fact, one: Try, outcomes: Vec<Consequence>) -> Answer {
    let say = |units: i64| {
        let value = value(fact, units);
        let words = super::super::speech::value(Some(fact), &value);
        (value, words)
    };
    let (value, mut words) = say(one.from);
    let mut to = None;
    if one.to > one.from {
        let (last, end) = say(one.to);
        let is_all_above = matches!(&fact.kind, FactType::Number { maximum, .. } if *maximum == one.to);
        words = if is_all_above {
            Words { zh: format!("{} 及以上", words.zh), en: format!("{} or more", words.en) }
        } else {
            Words { zh: format!("{} 至 {}", words.zh, end.zh), en: format!("{} to {}", words.en, end.en) }
        };
        to = Some(last);
    }
    Answer { value, to, words, outcomes }
}
