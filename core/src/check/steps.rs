//! Procedures: steps in their order, each with the ways that a fact selects.

use super::declare::lines;
use super::table::values_of;
use super::term::{Term, Terms};
use crate::error::Code;
use crate::limits::PERIOD;
use crate::model::{FactIndex, FactType};
use crate::parse::{self, BinaryOperator, Expression, ExpressionKind, LineBody, Spanned, WORKDAYS};
use crate::rulebook::{Act, CalendarIndex, Due, Says, Shift, Step, Truth, Way};
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
        let expression = |keyword: &str| {
            written.iter().find(|line| line.keyword.node == keyword).and_then(|line| match &line.body {
                LineBody::Expression(expression) => Some(expression),
                _ => None,
            })
        };
        let done = expression("done");
        let (act, body, certificate) = (words("act"), words("body"), words("certificate"));
        for (keyword, lacks) in [("act", act.is_none()), ("body", body.is_none()), ("done", done.is_none())] {
            if lacks && self.site.rule.complete {
                let fault = self.site.fault(Code::MissingLine, at, self.site.text(at), format!("`{keyword}`"));
                self.faults.push(fault);
            }
        }
        let only = expression("only").map_or(Some(Truth::Constant(true)), |only| self.truth(only));
        let due = match expression("due") {
            Some(due) => self.due_of(due).map(Some),
            None => Some(None),
        };
        let done = self.truth(done?);
        Some(Act { act: act?, body: body?, certificate, done: done?, only: only?, due: due? })
    }

    /// `fact + 5 workdays`, `fact + 15 days`, `fact`.
    fn due_of(&mut self, due: &Expression) -> Option<Due> {
        if let ExpressionKind::Binary { operator: BinaryOperator::Add, left, right } = &due.kind
            && let ExpressionKind::Number(literal) = &right.kind
            && literal.unit.as_ref().is_some_and(|unit| matches!(unit.node.as_str(), WORKDAYS | "workday"))
        {
            let (fact, shift) = self.date_of(left)?;
            if shift.months != 0 {
                self.fault(Code::TypeMismatch, left.span, "a date fact, + 15 days");
                return None;
            }
            self.site.ground(literal.value_as_written(), right.span, self.faults);
            let days = literal.value.at_scale(0).and_then(|days| u32::try_from(days).ok());
            let Some(days) = days.filter(|days| *days <= PERIOD.unsigned_abs()) else {
                self.fault(Code::NumberTooLarge, right.span, "");
                return None;
            };
            if self.declared.calendars.is_empty() {
                self.fault(Code::UnknownUnit, right.span, "calendar workdays from …");
                return None;
            }
            return Some(Due { fact, shift, working: Some((CalendarIndex(0), days)) });
        }
        let (fact, shift) = self.date_of(due)?;
        Some(Due { fact, shift, working: None })
    }

    /// A date fact, and a period of the law added to it.
    fn date_of(&mut self, expression: &Expression) -> Option<(FactIndex, Shift)> {
        match self.term(expression)? {
            Term::DateFact(fact, shift) if shift.parameter.is_none() => Some((fact, shift)),
            _ => {
                self.fault(Code::TypeMismatch, expression.span, "a date fact, + 5 workdays, + 15 days");
                None
            }
        }
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
