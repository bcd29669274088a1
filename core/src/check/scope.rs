//! What the names of a rule may mean, and where its faults stand.

use crate::error::{Code, Diagnostic, nearest};
use crate::model::Vocabulary;
use crate::parse::{Block, Document, Literal, RuleSyntax};
use crate::rulebook::{Kind, Parameter, ParameterIndex, Reading};
use crate::source::Span;
use crate::value::{Decimal, Unit};

/// One rule as written, with what it stands in.
#[derive(Clone, Copy)]
pub(super) struct Site<'a> {
    pub(super) document: &'a Document,
    /// The place of the document in the pack.
    pub(super) place: usize,
    pub(super) block: &'a Block,
    pub(super) rule: &'a RuleSyntax,
}

impl<'a> Site<'a> {
    pub(super) fn fault(
        self,
        code: Code,
        span: Span,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::in_text(code, &self.document.source.name, span, found, expected)
    }

    /// The fault that the rule lacks a line, unless that line may be the one that could not be read.
    pub(super) fn missing(self, keyword: &str, faults: &mut Vec<Diagnostic>) {
        if self.rule.complete {
            let name = &self.rule.name;
            faults.push(self.fault(Code::MissingLine, name.span, &name.node, format!("`{keyword}`")));
        }
    }

    /// What stands at a span.
    pub(super) fn text(self, span: Span) -> &'a str {
        self.document.source.text.get(span.start..span.end).unwrap_or_default()
    }
}

/// What is listed where there is nothing.
pub(super) const NOTHING: &str = "—";

/// The name that was most likely meant; where none is near, all of them.
pub(super) fn nearest_or_all<'n>(word: &str, names: impl Iterator<Item = &'n str> + Clone) -> String {
    let all: Vec<&str> = nearest(word, names.clone()).map_or_else(|| names.collect(), |meant| vec![meant]);
    if all.is_empty() { NOTHING.to_owned() } else { all.join(", ") }
}

/// Everything that has a name.
pub(super) struct Declared<'a> {
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) readings: Vec<Reading>,
    pub(super) parameters: Vec<Parameter>,
    /// Parameters with a block of their own, by name.
    pub(super) named: Vec<(String, ParameterIndex)>,
    /// Parameters that are rows of a rule.
    pub(super) rows: Vec<RowParameter>,
    /// Whether every name that the pack declares could be read; else an unknown one may be among the others.
    pub(super) has_all_names: bool,
    /// Names of parameters and readings that were declared with a fault: who uses them makes no fault of his own.
    pub(super) failed: Vec<String>,
    /// The rules as written, in order, with their kinds.
    pub(super) rules: Vec<(Site<'a>, Kind)>,
}

/// A parameter that is a row of a rule.
pub(super) struct RowParameter {
    pub(super) file: String,
    /// Where the rule's name stands: what tells the versions of a rule apart.
    pub(super) rule: usize,
    /// Where the number stands.
    pub(super) span: Span,
    pub(super) name: String,
    pub(super) parameter: ParameterIndex,
}

impl<'a> Declared<'a> {
    pub(super) fn new(vocabulary: &'a Vocabulary) -> Self {
        Self {
            vocabulary,
            readings: Vec::new(),
            parameters: Vec::new(),
            named: Vec::new(),
            rows: Vec::new(),
            has_all_names: true,
            failed: Vec::new(),
            rules: Vec::new(),
        }
    }

    /// The parameter that a row's number is.
    pub(super) fn row(&self, file: &str, span: Span) -> Option<ParameterIndex> {
        self.rows.iter().find(|row| row.file == file && row.span == span).map(|row| row.parameter)
    }
}

const UNITS: [(&str, Unit, i128); 10] = [
    ("CNY", Unit::Cny, 1),
    ("CNY/month", Unit::CnyPerMonth, 1),
    ("CNY/year", Unit::CnyPerYear, 1),
    ("%", Unit::One, 1),
    ("month", Unit::Months, 1),
    ("months", Unit::Months, 1),
    ("year", Unit::Months, 12),
    ("years", Unit::Months, 12),
    ("day", Unit::Days, 1),
    ("days", Unit::Days, 1),
];

/// The unit of a number, and the number counted in it; a fault for a unit that is none.
pub(super) fn unit_of(site: Site<'_>, literal: &Literal, faults: &mut Vec<Diagnostic>) -> Option<(Unit, Decimal)> {
    let Some(written) = &literal.unit else { return Some((Unit::One, literal.value)) };
    if written.node == "m²" {
        return Some((Unit::SquareMetres, literal.value));
    }
    let Some((_, unit, factor)) = UNITS.iter().find(|(name, _, _)| *name == written.node) else {
        let all = UNITS.map(|(name, _, _)| name).join(", ");
        faults.push(site.fault(Code::UnknownUnit, written.span, &written.node, all));
        return None;
    };
    Some((*unit, Decimal::new(literal.value.units() * factor, literal.value.scale())))
}

impl Literal {
    /// The number as the law would write it: `3` of `3 years`, `0.30` of `30%`.
    pub(super) fn value_as_written(&self) -> Decimal {
        self.value.trimmed()
    }
}
