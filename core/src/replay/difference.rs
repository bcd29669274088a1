//! What a replay found, as data.

use crate::explain::WindowReport;
use crate::source::Words;
use serde_json::Value;

/// A recorded answer held against the same question asked again (重算核对).
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Replay {
    /// Whether nothing differs.
    pub holds: bool,
    /// Whether the outcomes are the recorded ones, whatever else differs.
    pub same_outcomes: bool,
    /// What was asked again.
    pub replayed: Replayed,
    /// The engine that answered then, and the one that answers now. Another version alone is no difference.
    pub engine: Compared,
    /// Everything that differs: first the record in itself, then what was asked of what, then the answer.
    pub differences: Vec<Difference>,
}

/// The question that was asked again.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Replayed {
    /// The name of the pack that answers now.
    pub pack: String,
    /// The version of what its answers mean.
    pub semantics: u32,
    /// The months.
    pub window: WindowReport,
    /// The rules, without those that the pack does not have.
    pub rules: Vec<String>,
    /// Whether the outcomes were kept: a receipt alone has their digest only.
    pub whole: bool,
}

/// What was recorded, and what was found.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
pub struct Compared {
    /// Then.
    pub recorded: String,
    /// Now.
    pub found: String,
}

/// What differs. The list is closed: callers may match it exhaustively.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Differs {
    /// The parts of the record do not belong together: it was changed after it was written.
    Record,
    /// The version of what an answer means.
    Semantics,
    /// The pack's name.
    Pack,
    /// The files that the pack was compiled from.
    TextHash,
    /// The compiled pack.
    PackHash,
    /// The layers, or their order.
    Layers,
    /// A rule that the pack does not have.
    Rule,
    /// A reading, or an option of one, that only one side knows.
    Reading,
    /// The facts, by their digest.
    Facts,
    /// The value of a fact.
    Fact,
    /// The outcomes, by their digest.
    Outcomes,
    /// A member of an outcome, or a whole outcome that only one side has.
    Outcome,
    /// A total.
    Total,
    /// Facts, compiled pack and semantics are those of the receipt, and the outcomes are not.
    Promise,
}

/// One thing that differs.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Difference {
    /// What.
    pub what: Differs,
    /// Whose fact or outcome; none where it is about the whole.
    pub subject: Option<String>,
    /// The rule.
    pub rule: Option<String>,
    /// The member, the fact or the reading.
    pub name: Option<String>,
    /// What was recorded; null where nothing was.
    pub recorded: Value,
    /// What was found; null where nothing was.
    pub found: Value,
    /// The same for people.
    pub words: Words,
}

impl Replay {
    /// Whether nothing differs.
    #[must_use]
    pub const fn holds(&self) -> bool {
        self.holds
    }
}

impl Difference {
    /// A difference of the whole.
    pub(super) const fn new(what: Differs, recorded: Value, found: Value, words: Words) -> Self {
        Self { what, subject: None, rule: None, name: None, recorded, found, words }
    }

    /// The same, of a named member, fact or reading.
    pub(super) fn named(self, name: &str) -> Self {
        Self { name: Some(name.to_owned()), ..self }
    }

    /// The same, of a subject.
    pub(super) fn of(self, subject: &str) -> Self {
        Self { subject: Some(subject.to_owned()), ..self }
    }

    /// The same, by a rule.
    pub(super) fn by(self, rule: &str) -> Self {
        Self { rule: Some(rule.to_owned()), ..self }
    }
}
