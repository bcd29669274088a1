//! JSON → an outcome as an assessment tells it.

use super::super::digest::json;
use super::members::{Members, words};
use super::{
    Told, ToldAnswer, ToldFact, ToldFound, ToldMonths, ToldOpening, ToldPart, ToldReason, ToldSource, ToldStep,
};
use crate::error::{Code, Diagnostic, Diagnostics};
use crate::model::{Node, NodeValue};
use crate::source::Language;

impl Told {
    /// Reads an outcome from what an assessment holds, or from its JSON form.
    ///
    /// # Errors
    /// `not-an-outcome` where it is something else.
    pub fn of(outcome: &impl serde::Serialize) -> Result<Self, Diagnostics> {
        Self::from_json(&json(outcome))
    }

    /// Reads an outcome from its JSON form.
    ///
    /// # Errors
    /// `not-an-outcome` where it is something else.
    pub fn from_json(text: &str) -> Result<Self, Diagnostics> {
        let node = Node::from_json(text.as_bytes()).map_err(|found| {
            let words = found.0.first().map(|fault| fault.message(Language::English));
            not_an_outcome(words.unwrap_or_default())
        })?;
        let mut fault = None;
        let told = Self::read(&mut Members::of(&node, &mut fault));
        fault.map_or(Ok(told), |fault| Err(not_an_outcome(fault)))
    }

    fn read(outcome: &mut Members<'_, '_>) -> Self {
        Self {
            subject: outcome.text("subject"),
            rule: outcome.text("rule"),
            kind: outcome.text("kind"),
            state: outcome.text("state"),
            amount: outcome.optional("amount"),
            range: outcome.ends("range"),
            range_exact: outcome.truth("range_exact"),
            unit: outcome.optional("unit"),
            at_least: outcome.truth("at_least").unwrap_or_default(),
            months: outcome.list("months", ToldMonths::read),
            payer: outcome.optional("payer"),
            payee: outcome.optional("payee"),
            payer_place: outcome.optional("payer_place"),
            discretionary: outcome.truth("discretionary").unwrap_or_default(),
            readings: outcome.named("readings"),
            missing: outcome.list("missing", ToldFact::read),
            open: outcome.list("open", ToldOpening::read),
            assumes: outcome.texts("assumes"),
            sources: outcome.list("sources", ToldSource::read),
            reasons: outcome.list("reasons", ToldReason::read),
            value: Some(outcome.any("value")).filter(|value| !value.is_null()),
            relation: outcome.optional("relation"),
            bound: outcome.optional("bound"),
            excess: outcome.optional("excess"),
            target: outcome.optional("target"),
            due: outcome.optional("due"),
            steps: outcome.list("steps", ToldStep::read),
            next: outcome.optional("next"),
            parts: outcome.list("parts", ToldPart::read),
        }
    }
}

fn not_an_outcome(found: String) -> Diagnostics {
    Diagnostic::in_argument(Code::NotAnOutcome, "outcome", found, "").into()
}

impl ToldMonths {
    fn read(months: &mut Members<'_, '_>) -> Self {
        Self {
            from: months.text("from"),
            to: months.text("to"),
            state: months.text("state"),
            rate: months.optional("rate"),
            per: months.optional("per"),
            value: match months.given("value") {
                Some(NodeValue::List(_)) => Some(ToldAnswer::List(months.list("value", words))),
                _ => months.words("value").map(ToldAnswer::Words),
            },
        }
    }
}

impl ToldPart {
    fn read(part: &mut Members<'_, '_>) -> Self {
        Self {
            subject: part.text("subject"),
            month: part.optional("month"),
            item: part.text("item"),
            amount: part.optional("amount"),
            range: part.both_ends("range"),
            discretionary: part.truth("discretionary").unwrap_or_default(),
        }
    }
}

impl ToldFact {
    fn read(fact: &mut Members<'_, '_>) -> Self {
        Self { subject: fact.text("subject"), fact: fact.text("fact") }
    }
}

impl ToldOpening {
    fn read(open: &mut Members<'_, '_>) -> Self {
        Self {
            reading: open.optional("reading"),
            set_elsewhere: open.optional("set_elsewhere"),
            calendar: open.optional("calendar"),
        }
    }
}

impl ToldSource {
    fn read(source: &mut Members<'_, '_>) -> Self {
        Self {
            document: source.text("document"),
            clause: source.text("clause"),
            quote: source.text("quote"),
            standing: source.text("standing"),
        }
    }
}

impl ToldFound {
    fn read(found: &mut Members<'_, '_>) -> Self {
        Self { subject: found.text("subject"), fact: found.text("fact"), found: found.any("found") }
    }
}

impl ToldStep {
    fn read(step: &mut Members<'_, '_>) -> Self {
        Self {
            id: step.optional("id").unwrap_or_default(),
            state: step.text("state"),
            act: step.words("act"),
            body: step.words("body"),
            certificate: step.words("certificate"),
            due: step.optional("due"),
        }
    }
}

impl ToldReason {
    fn read(reason: &mut Members<'_, '_>) -> Self {
        Self {
            condition: reason.text("condition"),
            holds: reason.truth("holds"),
            subject: reason.optional("subject"),
            fact: reason.optional("fact"),
            found: reason.any("found"),
            also: reason.list("also", ToldFound::read),
            relation: reason.optional("relation"),
            bound: reason.optional("bound"),
            from: reason.text("from"),
            to: reason.text("to"),
            changes_in: reason.optional("changes_in"),
            source: reason.place("source"),
        }
    }
}
