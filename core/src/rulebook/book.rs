//! What checking makes: rules whose names, types, units, tables and times have been proved to fit.

use super::origin::{Origin, Piece};
use super::rule::Rule;
use crate::model::{Choice, Vocabulary, WorkCalendar};
use crate::source::{Citation, Standing, Words};
use crate::value::{Date, Days, Decimal, Unit};

/// The place of a rule in its rulebook.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, serde::Deserialize, serde::Serialize)]
pub struct RuleIndex(pub usize);

/// The place of a reading in its rulebook.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, serde::Deserialize, serde::Serialize)]
pub struct ReadingIndex(pub usize);

/// The place of a parameter in its rulebook.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, serde::Deserialize, serde::Serialize)]
pub struct ParameterIndex(pub usize);

/// The place of a calendar in its rulebook.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, serde::Deserialize, serde::Serialize)]
pub struct CalendarIndex(pub usize);
/// The place of a table of brackets in its rulebook.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, serde::Deserialize, serde::Serialize)]
pub struct TableIndex(pub usize);

/// A table of brackets (累进税率表): of each part of a sum its own share.
#[derive(Clone, Debug, serde::Deserialize, serde::Serialize)]
pub struct Brackets {
    /// The id, such as `china/income-tax`.
    pub id: String,
    /// What people call it.
    pub title: Words,
    /// For each bracket where it begins, in the unit's smallest part, and its share in hundredths of a percent.
    pub parts: Vec<(i64, i64)>,
    /// Where it stands.
    pub source: Origin,
}

/// Decimals of the shares of a table of brackets.
pub const SHARE_SCALE: u8 = 4;

/// A pack that has passed every check: the law as typed rules, in the order of layers and texts.
#[derive(Clone, Debug, serde::Deserialize, serde::Serialize)]
pub struct Rulebook {
    /// The facts that its rules speak of.
    pub vocabulary: Vocabulary,
    /// The instruments.
    pub documents: Vec<Instrument>,
    /// The open questions of the law.
    pub readings: Vec<Reading>,
    /// Every number of the law that has a name.
    pub parameters: Vec<Parameter>,
    /// The tables of brackets.
    pub tables: Vec<Brackets>,
    /// The rules, in the order of layers and texts.
    pub rules: Vec<Rule>,
    /// The rules in an order in which each stands after those that it refers to.
    pub order: Vec<RuleIndex>,
    /// The calendars by which working days are counted.
    pub calendars: Vec<Calendar>,
}

impl Rulebook {
    /// The sentences that something rests on.
    #[must_use]
    pub fn cite(&self, origin: &Origin) -> Citation {
        match origin {
            Origin::Elsewhere(citation) => citation.clone(),
            Origin::Law { document, pieces } => {
                let document = self.documents.get(*document);
                let all = document.map(|document| document.pieces.as_slice()).unwrap_or_default();
                let cited: Vec<&Piece> = pieces.iter().filter_map(|place| all.get(*place)).collect();
                let own = document.map_or(Standing::FromMemory, |document| document.standing);
                let standing = cited.iter().map(|piece| piece.standing.unwrap_or(own)).min();
                Citation {
                    document: document.map(|document| document.number.clone()).unwrap_or_default(),
                    clause: cited.first().map(|piece| piece.clause.clone()).unwrap_or_default(),
                    quote: cited.iter().map(|piece| piece.text.as_str()).collect(),
                    standing: standing.unwrap_or(own),
                }
            }
        }
    }
}

impl Rulebook {
    /// Whether every sentence under a rule is known from memory alone (仅凭记忆): no text, report or translation of it was
    /// read.
    #[must_use]
    pub fn rests_on_memory(&self, rule: &Rule) -> bool {
        let mut standings = rule.versions.iter().flat_map(|version| self.standings(&version.source)).peekable();
        standings.peek().is_some() && standings.all(|standing| standing == Standing::FromMemory)
    }

    /// How sure each sentence is.
    fn standings(&self, origin: &Origin) -> Vec<Standing> {
        match origin {
            Origin::Elsewhere(citation) => vec![citation.standing],
            Origin::Law { document, pieces } => {
                let Some(document) = self.documents.get(*document) else { return Vec::new() };
                let cited = pieces.iter().filter_map(|place| document.pieces.get(*place));
                cited.map(|piece| piece.standing.unwrap_or(document.standing)).collect()
            }
        }
    }
}

/// A legal instrument (规范性文件).
#[derive(Clone, Debug, serde::Deserialize, serde::Serialize)]
pub struct Instrument {
    /// The layer, such as `jining`.
    pub layer: String,
    /// The number, such as `济政办字〔2025〕15号`.
    pub number: String,
    /// The title.
    pub title: Words,
    /// How sure its text is.
    pub standing: Standing,
    /// The days in force.
    pub force: Days,
    /// The day of publication.
    pub published: Date,
    /// The law's text, piece by piece.
    pub pieces: Vec<Piece>,
}

/// A question that the law leaves open, with its possible answers (解释选项).
#[derive(Clone, Debug, serde::Deserialize, serde::Serialize)]
pub struct Reading {
    /// The id, such as `fourth-child`.
    pub id: String,
    /// The question.
    pub ask: Words,
    /// Why it is a question.
    pub because: Words,
    /// The answers.
    pub options: Vec<Choice>,
    /// The answer taken unless another is chosen; `None`: open until chosen.
    pub default: Option<usize>,
    /// Where it stands.
    pub source: Origin,
}

/// A named number of the law (参数).
#[derive(Clone, Debug, serde::Deserialize, serde::Serialize)]
pub struct Parameter {
    /// The id, such as `jining/family-subsidy.second-child`.
    pub id: String,
    /// The number.
    pub value: Decimal,
    /// What it counts.
    pub unit: Unit,
    /// The days in force.
    pub force: Days,
    /// The day of publication.
    pub published: Date,
    /// Where it stands.
    pub source: Origin,
}

/// The working days by which periods are counted (工作日历).
#[derive(Clone, Debug, serde::Deserialize, serde::Serialize)]
pub struct Calendar {
    /// The id, such as `china/public-holidays`.
    pub id: String,
    /// The days of the published years.
    pub days: WorkCalendar,
    /// Where it stands.
    pub source: Origin,
}

/// The reading that says on which day of a month a month is judged.
pub const REFERENCE_DAY: &str = "reference-day";
/// The reading that says how a yearly rate is paid.
pub const YEARLY_RATE: &str = "yearly-rate";

/// The version of what an answer means: it changes when the same pack and facts would be answered otherwise.
/// `docs/semantics.md` promises what changes it.
pub const SEMANTICS: u32 = 1;
