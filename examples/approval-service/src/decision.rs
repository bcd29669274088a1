//! What is said of one application.

use crate::case::case;
use crate::fault::fault;
use serde::Serialize;
use serde_json::Value;
use tuoyu::error::Diagnostics;
use tuoyu::explain::{Mark, MonthsReport, Opening, OutcomeReport, Part, Question, Receipt, Tree};
use tuoyu::model::Node;
use tuoyu::{Ask, Rules};

/// One line of the output.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Reply {
    /// What the rules say, with what is archived: the facts that they were asked of, and the receipt.
    Answered { application: Option<String>, line: usize, decisions: Vec<Decision>, facts: Value, receipt: Box<Receipt> },
    /// Everything that is wrong with the application.
    Refused { application: Option<String>, line: usize, errors: Vec<Value> },
}

/// What one rule says of one stay.
#[derive(Serialize)]
pub struct Decision {
    rule: String,
    stay: String,
    state: &'static str,
    amount: Option<String>,
    range: Option<[String; 2]>,
    months: Vec<MonthsReport>,
    reasons: Vec<String>,
    questions: Vec<String>,
    open: Vec<Opening>,
    sources: Vec<String>,
}

/// Answers a line of the input.
pub fn reply(rules: &Rules, ask: &Ask, line: usize, text: &[u8]) -> Reply {
    let mut application = None;
    match answered(rules, ask, text, &mut application) {
        Ok((decisions, facts, receipt)) => {
            Reply::Answered { application, line, decisions, facts, receipt: Box::new(receipt) }
        }
        Err(Diagnostics(faults)) => Reply::Refused { application, line, errors: faults.iter().map(fault).collect() },
    }
}

type Answered = (Vec<Decision>, Value, Receipt);

fn answered(rules: &Rules, ask: &Ask, text: &[u8], number: &mut Option<String>) -> Result<Answered, Diagnostics> {
    let (named, case, mut faults) = case(&Node::from_json(text)?);
    *number = named;
    let facts = rules.read(&case).map_err(|Diagnostics(more)| faults.extend(more));
    // What the form says wrongly and what the core finds is told together.
    let (Ok(facts), true) = (facts, faults.is_empty()) else { return Err(Diagnostics(faults)) };
    let assessment = rules.assess(&facts, ask)?;
    let questions = rules.questions(&facts, ask)?;
    let decisions = assessment.outcomes.iter().map(|outcome| decision(rules, outcome, &questions));
    Ok((decisions.collect::<Result<_, _>>()?, facts.canonical(rules.vocabulary()), assessment.receipt))
}

fn decision(rules: &Rules, outcome: &OutcomeReport, questions: &[Question]) -> Result<Decision, Diagnostics> {
    let own = outcome.entitlement();
    let is_asked = |question: &&Question| {
        question.asked_by.iter().any(|by| by.rule == outcome.rule && by.subject == outcome.subject)
    };
    let sources = outcome.sources.iter().enumerate();
    Ok(Decision {
        rule: outcome.rule.clone(),
        stay: outcome.subject.clone(),
        state: outcome.state,
        amount: own.and_then(|own| own.amount.clone()),
        range: own.and_then(|own| own.range.clone()),
        months: own.map(|own| own.months.clone()).unwrap_or_default(),
        reasons: failing(&rules.explain(outcome)?),
        questions: questions.iter().filter(is_asked).map(|question| question.ask.zh.clone()).collect(),
        open: outcome.open.clone(),
        sources: sources.map(|(place, one)| format!("〔{}〕{} {}", place + 1, one.document, one.clause)).collect(),
    })
}

/// What fails, in Chinese: the months that are refused, and each condition that does not hold with what was found.
fn failing(tree: &Tree) -> Vec<String> {
    let fails = |one: &Tree| one.part == Part::Point && one.mark == Mark::No;
    let points = tree.children.iter().flat_map(|section| &section.children);
    let points = points.filter(|point| fails(point) || point.children.iter().any(fails));
    let told = points.map(|point| {
        let shown = point.children.iter().filter(|child| child.part == Part::Detail || fails(child));
        [point].into_iter().chain(shown).map(|one| one.words.zh.as_str()).collect::<Vec<_>>().join("；")
    });
    told.collect()
}
