//! Outcomes of every kind as tests hold them: state, months, numbers, what is missing.

use super::law;
use crate::evaluate::{Outcome, State, evaluate};
use crate::{Ask, Pack, Rules};

/// What rules say of a case.
pub(super) fn ask(rules: &Rules, case: &str, ask: &Ask) -> Vec<Outcome> {
    let question = rules.question(ask).unwrap();
    evaluate(rules.plan(), &rules.read_json(case.as_bytes()).unwrap(), &question)
}

/// What one rule of the published law says of the first of its subjects.
pub(super) fn of(rule: &str, case: &str, from: &str, to: &str) -> Outcome {
    ask(&law(), case, &Ask::window(from, to).rule(rule)).remove(0)
}

/// The facts that are missing, as `subject fact`.
pub(super) fn missing(outcome: &Outcome) -> Vec<String> {
    let rules = law();
    let name = |(subject, fact): &(String, crate::model::FactIndex)| {
        format!("{subject} {}", rules.vocabulary().fact_at(*fact).unwrap().id)
    };
    outcome.missing.iter().map(name).collect()
}

/// The number of an outcome's only month.
pub(super) fn value(outcome: &Outcome) -> Option<i128> {
    let [month] = outcome.months.as_slice() else { panic!("not one month") };
    month.value
}

/// State, value and missing facts of an outcome that is judged on one day.
pub(super) fn judged(outcome: &Outcome) -> (State, Option<i128>, Vec<String>) {
    (outcome.state, value(outcome), missing(outcome))
}

/// Rules of one document under one sentence of law, in force from 2025-01-01 without end.
pub(super) fn small(law: &str, rules: &str) -> Rules {
    let lock = crate::check::lock_of(law);
    let vocabulary = tuoyu_rules::jining().iter().find(|(name, _)| *name == "vocabulary.toml").unwrap();
    let document = format!(
        "```document\ndocument  测试〔2025〕1号\ntitle  测试 | Test\nissuer  测试 | Test\npublished  2025-01-01\n\
         force  2025-01-01 ..\nstanding  seed\nlaw  sha256:{lock}\n```\n\n> {law}\n\n```rule\n{rules}\n```\n"
    );
    Rules::from_pack(&Pack::new([*vocabulary, ("jining/test.md", document.as_str())])).unwrap()
}
