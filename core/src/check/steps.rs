//! Procedures: steps in their order, each with the ways that a fact selects.

use super::declare::lines;
use super::table::values_of;
use super::term::Terms;
use crate::error::Code;
use crate::model::{FactIndex, FactType};
use crate::parse::{self, LineBody, Spanned};
use crate::rulebook::Truth;
use crate::rulebook::{Act, Says, Step, Way};
use crate::source::{Span, Words};

impl Terms<'_> {
    /// What a procedure says.
    pub(super) fn steps(&mut self) -> Option<Says> {
        let written: Vec<&parse::Step> = lines(self.site.rule, "step")
            .filter_map(|line| match &line.body {
                LineBody::Step(step) => Some(step),
                _ => None,
            })
            .collect();
        if written.is_empty() {
            self.site.missing("step", self.faults);
        }
        let mut steps: Vec<Step> = Vec::new();
        for step in &written {
            if !self.labels.insert(step.id.node.clone()) {
                self.fault(Code::DuplicateName, step.id.span, "");
            }
            steps.extend(self.step(step));
        }
        (steps.len() == written.len() && !steps.is_empty()).then_some(Says::Steps(steps))
    }

    fn step(&mut self, step: &parse::Step) -> Option<Step> {
        let acts: Vec<Option<Option<Act>>> = step.ways.iter().map(|way| self.way(way)).collect();
        let id = step.id.node.clone();
        let Some(selector) = &step.selector else {
            let act = acts.into_iter().next()??;
            return Some(Step { id, selector: None, ways: vec![Way { selected: Truth::Constant(true), act }] });
        };
        let fact = self.option_fact(selector)?;
        let keys: Vec<_> = step.ways.iter().map(|way| &way.key).collect();
        let values = self.options_of(fact, &keys, selector.span)?;
        let ways: Option<Vec<Way>> = acts
            .into_iter()
            .zip(values)
            .map(|(act, values)| Some(Way { selected: Truth::Is(fact, values), act: act? }))
            .collect();
        Some(Step { id, selector: Some(fact), ways: ways? })
    }

    /// What one way says: nothing where the law gives none; `None` after a fault.
    fn way(&mut self, way: &parse::Way) -> Option<Option<Act>> {
        match &way.lines {
            Some(lines) => self.act(way.key.span, lines).map(Some),
            None => Some(None),
        }
    }

    fn act(&mut self, at: Span, written: &[parse::Line]) -> Option<Act> {
        let words = |keyword: &str| -> Option<Words> {
            written.iter().find(|line| line.keyword.node == keyword).and_then(|line| match &line.body {
                LineBody::Words(words) => Some(words.node.clone()),
                _ => None,
            })
        };
        let done = written.iter().find_map(|line| match &line.body {
            LineBody::Expression(done) => Some(done),
            _ => None,
        });
        let (act, body, certificate) = (words("act"), words("body"), words("certificate"));
        for (keyword, lacks) in [("act", act.is_none()), ("body", body.is_none()), ("done", done.is_none())] {
            if lacks && self.site.rule.complete {
                let fault = self.site.fault(Code::MissingLine, at, self.site.text(at), format!("`{keyword}`"));
                self.faults.push(fault);
            }
        }
        let done = self.truth(done?);
        Some(Act { act: act?, body: body?, certificate, done: done? })
    }

    /// A fact that has options, to select by.
    pub(super) fn option_fact(&mut self, name: &Spanned<String>) -> Option<FactIndex> {
        let fact = self.fact(&name.node, name.span)?;
        if matches!(self.data(fact)?.kind, FactType::Options(_) | FactType::YesNo) {
            return Some(fact);
        }
        self.fault(Code::TypeMismatch, name.span, "an option fact");
        None
    }

    /// For each key the options that it stands for; every option has exactly one key.
    pub(super) fn options_of(
        &mut self,
        fact: FactIndex,
        keys: &[&Spanned<parse::RowKey>],
        at: Span,
    ) -> Option<Vec<Vec<usize>>> {
        // Options are compared as bits of one word.
        if let FactType::Options(options) = &self.data(fact)?.kind {
            self.few_options(options.len(), at)?;
        }
        let ranges = self.key_ranges(fact, keys, at)?;
        Some(ranges.into_iter().map(|ranges| ranges.into_iter().flat_map(values_of).collect()).collect())
    }
}
