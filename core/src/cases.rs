//! The examples of a pack: each is assessed, and held against what its author expects.

use crate::compile::{FactIndex, Kind, Plan, Rule, RuleIndex};
use crate::error::{Code, Diagnostic, Diagnostics, Place, nearest};
use crate::evaluate::{Choices, Question, evaluate};
use crate::explain::{Assessment, OutcomeReport, PackIdentity, assessment};
use crate::model::{FactType, Facts, Node, ThingIndex};
use crate::parse::{BlockKind, CaseBlock, CaseFact, Document, Examples, Expectation, Spanned};
use crate::source::Span;
use crate::value::Decimal;
use crate::world::{World, YES_NO};
use serde_json::Value;

/// Everything that is wrong with the examples of documents: names that nobody knows, values that no fact takes, and
/// answers that differ from those expected.
pub(crate) fn hold(plan: &Plan, documents: &[Document], beside: &[&Examples]) -> Vec<Diagnostic> {
    let under_law = documents.iter().flat_map(|document| {
        let blocks = document.blocks.iter().filter_map(|block| match &block.kind {
            BlockKind::Case(case) => Some(case),
            _ => None,
        });
        blocks.map(|case| (document.source.name.as_str(), case))
    });
    let beside =
        beside.iter().flat_map(|examples| examples.cases.iter().map(|(case, _)| (examples.source.name.as_str(), case)));
    let mut faults = Vec::new();
    for (file, case) in under_law.chain(beside) {
        let mut example = Example { plan, file, case, faults: Vec::new() };
        example.hold();
        faults.append(&mut example.faults);
    }
    faults
}

/// One example that is being held.
struct Example<'p> {
    plan: &'p Plan,
    file: &'p str,
    case: &'p CaseBlock,
    faults: Vec<Diagnostic>,
}

impl<'p> Example<'p> {
    fn hold(&mut self) {
        let (facts, rules, choices) = (self.facts(), self.rules(), self.choices());
        let case = self.read(&facts, &rules);
        if let Err(Diagnostics(faults)) = &case {
            self.faults.extend_from_slice(faults);
        }
        // Without a fact, a rule or a reading another answer would be found than the one that is meant.
        let Some(case) = case.ok().filter(|_| self.faults.is_empty()) else { return };
        let question = Question { window: self.case.window.node, rules: sorted(rules), choices };
        let outcomes = evaluate(self.plan, &case, &question);
        let nameless = PackIdentity { name: String::new(), hash: String::new(), text_hash: String::new() };
        let answer = assessment(self.plan, &question, &outcomes, &case, &nameless);
        for expectation in &self.case.expectations {
            self.compare(&answer, expectation);
        }
    }

    /// The facts that are stated.
    fn facts(&mut self) -> Vec<(FactIndex, &'p CaseFact)> {
        let vocabulary = &self.plan.book.vocabulary;
        let mut known = Vec::new();
        for stated in &self.case.facts {
            match vocabulary.fact(&stated.name.node) {
                Some(fact) => {
                    let is_yes_no = vocabulary.fact_at(fact).is_some_and(|fact| fact.kind == FactType::YesNo);
                    if is_yes_no && !YES_NO.contains(&stated.value.node.as_str()) {
                        self.unknown(Code::NotAnOption, &stated.value, YES_NO.to_vec());
                    } else {
                        known.push((fact, stated));
                    }
                }
                None => {
                    let ids = vocabulary.facts.iter().map(|fact| fact.id.as_str()).collect();
                    self.unknown(Code::UnknownFact, &stated.name, ids);
                }
            }
        }
        known
    }

    /// The rules that something is expected of.
    fn rules(&mut self) -> Vec<RuleIndex> {
        let rules = &self.plan.book.rules;
        let mut known = Vec::new();
        for expectation in &self.case.expectations {
            match rules.iter().position(|rule| rule.id == expectation.rule.node) {
                Some(place) => known.push(RuleIndex(place)),
                None => {
                    let ids = rules.iter().map(|rule| rule.id.as_str()).collect();
                    self.unknown(Code::UnknownRule, &expectation.rule, ids);
                }
            }
        }
        known
    }

    fn choices(&mut self) -> Choices {
        let readings = &self.plan.book.readings;
        let mut choices: Choices = readings.iter().map(|reading| reading.default).collect();
        for chosen in &self.case.readings {
            let Some(place) = readings.iter().position(|reading| reading.id == chosen.id.node) else {
                let ids = readings.iter().map(|reading| reading.id.as_str()).collect();
                self.unknown(Code::UnknownReading, &chosen.id, ids);
                continue;
            };
            let options = readings.get(place).map(|reading| reading.options.as_slice()).unwrap_or_default();
            let option = options.iter().position(|option| option.id == chosen.option.node);
            if option.is_none() {
                let ids = options.iter().map(|option| option.id.as_str()).collect();
                self.unknown(Code::UnknownOption, &chosen.option, ids);
            }
            if let Some(choice) = choices.get_mut(place) {
                *choice = option;
            }
        }
        choices
    }

    fn unknown(&mut self, code: Code, name: &Spanned<String>, known: Vec<&str>) {
        let meant = nearest(&name.node, known.iter().copied()).map(str::to_owned);
        let expected = meant.unwrap_or_else(|| known.join(", "));
        self.faults.push(Diagnostic::in_text(code, self.file, name.span, &name.node, expected));
    }

    /// The case that the facts state: one of each thing that they, or the rules, speak of, and of what holds it.
    fn read(&self, facts: &[(FactIndex, &CaseFact)], rules: &[RuleIndex]) -> Result<Facts, Diagnostics> {
        let vocabulary = &self.plan.book.vocabulary;
        let stated = facts.iter().filter_map(|(fact, _)| vocabulary.fact_at(*fact)).map(|fact| fact.thing);
        let asked = rules.iter().filter_map(|rule| self.plan.book.rules.get(rule.0));
        let subjects = asked.flat_map(|rule| self.subjects(rule));
        let mut things: Vec<ThingIndex> = Vec::new();
        for thing in stated.chain(subjects) {
            let mut next = Some(thing).filter(|thing| !things.contains(thing));
            while let Some(thing) = next {
                things.push(thing);
                next =
                    vocabulary.thing_at(thing).and_then(|data| data.holder).filter(|holder| !things.contains(holder));
            }
        }
        let tree = World { vocabulary, things, facts }.held_by(None);
        Facts::read(&tree, vocabulary).map_err(|Diagnostics(faults)| {
            Diagnostics(faults.into_iter().map(|fault| self.at_its_fact(fault, &tree, facts)).collect())
        })
    }

    /// The things that a rule speaks of; those of a quantity are those of all that it adds up.
    fn subjects(&self, rule: &Rule) -> Vec<ThingIndex> {
        let added = rule.refers.iter().filter(|_| rule.kind == Kind::Quantity);
        let added = added.filter_map(|index| self.plan.book.rules.get(index.0)).flat_map(|rule| &rule.subject);
        let counted = rule.items().iter().flat_map(|item| item.by.into_iter().chain(item.rate().map(|rate| rate.of)));
        rule.subject.iter().chain(added).copied().chain(counted).collect()
    }

    /// A fault of the case, told where the fact's value stands.
    fn at_its_fact(&self, mut fault: Diagnostic, tree: &Node, facts: &[(FactIndex, &CaseFact)]) -> Diagnostic {
        let offset = match &fault.place {
            Place::Path(path) => tree.at(path).offset,
            Place::Text { .. } | Place::Argument(_) | Place::Cell { .. } => 0,
        };
        let value = facts.iter().map(|(_, fact)| fact.value.span).find(|span| span.start == offset);
        let span: Span = value.unwrap_or(self.case.title.span);
        fault.place = Place::Text { file: self.file.to_owned(), span };
        fault
    }

    fn compare(&mut self, answer: &Assessment, expectation: &Expectation) {
        let Expectation { rule, state, amount } = expectation;
        let Some(outcome) = answer.outcomes.iter().find(|outcome| outcome.rule == rule.node) else { return };
        let found = range(outcome);
        let holds = outcome.state == state.node && amount.as_ref().is_none_or(|wanted| is(found, wanted.node));
        if !holds {
            let span = amount.as_ref().map_or(state.span, |amount| state.span.to(amount.span));
            let written = shown(&state.node, amount.as_ref().map(|amount| amount.node));
            let right = shown(outcome.state, found);
            self.faults.push(Diagnostic::in_text(Code::CaseDiffers, self.file, span, written, right));
        }
    }
}

/// The smallest and the largest amount; both are the amount where it is settled.
type Range = (Decimal, Decimal);

/// The range of an outcome, or the one number that it is about, as the contract names them; of a quantity what its last
/// item comes to in all.
fn range(outcome: &OutcomeReport) -> Option<Range> {
    let outcome = serde_json::to_value(outcome).ok()?;
    let number = |value: &Value| value.as_str().and_then(|text| Decimal::parse(text).ok());
    match outcome.get("range").and_then(Value::as_array).map(Vec::as_slice) {
        Some([low, high]) => number(low).zip(number(high)),
        _ => {
            let part = outcome.get("parts").and_then(Value::as_array).and_then(|parts| parts.last());
            match part.and_then(|part| part.get("range")?.as_array()).map(Vec::as_slice) {
                Some([low, high]) => number(low).zip(number(high)),
                _ => outcome.get("value").and_then(number).map(|value| (value, value)),
            }
        }
    }
}

fn is(found: Option<Range>, wanted: Range) -> bool {
    found.is_some_and(|(low, high)| (low.trimmed(), high.trimmed()) == (wanted.0.trimmed(), wanted.1.trimmed()))
}

/// A state and its amounts, as an expectation is written.
fn shown(state: &str, range: Option<Range>) -> String {
    match range {
        Some((low, high)) if low == high => format!("{state} {low}"),
        Some((low, high)) => format!("{state} {low} .. {high}"),
        None => state.to_owned(),
    }
}

/// Each rule once, in the order of the pack.
fn sorted(mut rules: Vec<RuleIndex>) -> Vec<RuleIndex> {
    rules.sort_unstable();
    rules.dedup();
    rules
}
