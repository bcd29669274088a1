//! The worked examples, which stand among the vectors.

use serde_json::Value;
use tuoyu::explain::{Question, Tree};
use tuoyu::model::Facts;
use tuoyu::source::Language;
use tuoyu::{Ask, Pack, Rules};

pub const ZH: Language = Language::Chinese;
pub const EN: Language = Language::English;

pub fn rules() -> Rules {
    Rules::from_pack(&Pack::new(tuoyu_rules::jining().iter().copied())).unwrap()
}

/// A worked example: its case and what is asked of it.
pub struct Example {
    rules: Rules,
    case: Facts,
    ask: Ask,
}

impl Example {
    /// The example whose name begins so.
    pub fn named(start: &str) -> Self {
        let text = include_str!("../../../tests/vectors/contract-examples.json");
        let vectors: Vec<Value> = serde_json::from_str(text).unwrap();
        let vector = vectors.iter().find(|vector| vector["name"].as_str().unwrap().starts_with(start)).unwrap();
        let month = |end: &str| vector["window"][end].as_str().unwrap();
        let mut ask = Ask::window(month("from"), month("to"));
        for (id, option) in vector["readings"].as_object().into_iter().flatten() {
            ask = ask.reading(id, option.as_str().unwrap());
        }
        Self { ask, ..Self::of(&vector["case"].to_string()) }
    }

    /// A case of its own, asked about the year 2026.
    pub fn of(case: &str) -> Self {
        let rules = rules();
        Self { case: rules.read_json(case.as_bytes()).unwrap(), rules, ask: Ask::window("2026-01", "2026-12") }
    }

    pub fn reading(mut self, id: &str, option: &str) -> Self {
        self.ask = self.ask.reading(id, option);
        self
    }

    /// The tree of the first outcome of a rule.
    pub fn tree(&self, rule: &str) -> Tree {
        let answer = self.rules.assess(&self.case, &self.ask.clone().rule(rule)).unwrap();
        self.rules.explain(&answer.outcomes[0]).unwrap()
    }

    /// The same as lines.
    pub fn lines(&self, rule: &str, language: Language) -> Vec<String> {
        self.tree(rule).text(language).lines().map(str::to_owned).collect()
    }

    pub fn questions(&self, rule: &str) -> Vec<Question> {
        self.questions_of(&[rule])
    }

    /// The questions of several rules.
    pub fn questions_of(&self, rules: &[&str]) -> Vec<Question> {
        let ask = rules.iter().fold(self.ask.clone(), |ask, rule| ask.rule(rule));
        self.rules.questions(&self.case, &ask).unwrap()
    }
}

/// Asserts that lines stand one after the other in a text.
#[track_caller]
pub fn holds(lines: &[String], expected: &[&str]) {
    let found = lines.windows(expected.len()).any(|window| window == expected);
    assert!(found, "not there:\n{}\nin:\n{}", expected.join("\n"), lines.join("\n"));
}
