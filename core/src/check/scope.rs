//! What the names of a rule may mean, and where its faults stand.

use super::by_name::ByName;
use super::grounds::Grounds;
use crate::error::{Code, Diagnostic};
use crate::model::{FactIndex, ThingIndex, Vocabulary};
use crate::parse::{Block, Document, Literal, RuleSyntax};
use crate::rulebook::{
    Brackets, Calendar, Kind, Parameter, ParameterIndex, Reading, ReadingIndex, Route, TableIndex, routes,
};
use crate::source::Span;
use crate::value::{Decimal, Unit};
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

/// One rule as written, with what it stands in.
#[derive(Clone, Copy)]
pub(super) struct Site<'a> {
    pub(super) document: &'a Document,
    /// The place of the document in the pack.
    pub(super) place: usize,
    pub(super) block: &'a Block,
    pub(super) rule: &'a RuleSyntax,
    /// The place of the rule in its block.
    pub(super) number: usize,
    /// What its numbers may rest on.
    pub(super) grounds: &'a Grounds,
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

    fn text_of_rule(self) -> RuleText {
        (self.place, self.rule.name.span.start)
    }

    /// What stands at a span.
    pub(super) fn text(self, span: Span) -> &'a str {
        self.document.source.text.get(span.start..span.end).unwrap_or_default()
    }
}

/// Everything that has a name.
pub(super) struct Declared<'a> {
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) readings: Vec<Reading>,
    pub(super) parameters: Vec<Parameter>,
    pub(super) calendars: Vec<Calendar>,
    /// The places of the readings by their ids.
    pub(super) reading_places: ByName<ReadingIndex>,
    /// The facts by their names.
    facts: HashMap<&'a str, FactIndex>,
    routes: RefCell<HashMap<Vec<ThingIndex>, Routes>>,
    /// The tables of brackets, by their names.
    pub(super) tables: Vec<Brackets>,
    pub(super) table_places: ByName<TableIndex>,
    /// Parameters with a block of their own.
    pub(super) named: ByName<ParameterIndex>,
    /// Parameters that are rows of a rule, by the rule.
    rows: HashMap<RuleText, ByName<ParameterIndex>>,
    /// The same by where the number stands: the document, and the bytes.
    row_places: HashMap<(usize, Span), ParameterIndex>,
    /// Whether there are more named numbers than are taken; the rest have no name.
    pub(super) is_full: bool,
    /// Whether every name that the pack declares could be read; else an unknown one may be among the others.
    pub(super) has_all_names: bool,
    /// Names of parameters and readings that were declared with a fault: who uses them makes no fault of his own.
    pub(super) failed: HashSet<String>,
    /// The rules as written, in order, with their kinds.
    pub(super) rules: Vec<(Site<'a>, Kind)>,
}

/// What some things reach, and how.
type Routes = Vec<(ThingIndex, Route)>;

/// The document, and where the rule's name stands in it: what tells the versions of a rule apart.
type RuleText = (usize, usize);

impl<'a> Declared<'a> {
    pub(super) fn new(vocabulary: &'a Vocabulary) -> Self {
        Self {
            vocabulary,
            readings: Vec::new(),
            reading_places: ByName::new(),
            facts: vocabulary.facts.iter().zip(0..).map(|(fact, place)| (fact.id.as_str(), FactIndex(place))).collect(),
            parameters: Vec::new(),
            calendars: Vec::new(),
            routes: RefCell::default(),
            tables: Vec::new(),
            table_places: ByName::new(),
            named: ByName::new(),
            rows: HashMap::new(),
            row_places: HashMap::new(),
            is_full: false,
            has_all_names: true,
            failed: HashSet::new(),
            rules: Vec::new(),
        }
    }

    /// What things of some kinds reach.
    pub(super) fn routes(&self, subject: &[ThingIndex]) -> Routes {
        let mut known = self.routes.borrow_mut();
        known.entry(subject.to_vec()).or_insert_with(|| routes(self.vocabulary, subject)).clone()
    }

    /// The fact of a dotted name.
    pub(super) fn fact(&self, name: &str) -> Option<FactIndex> {
        self.facts.get(name).copied()
    }

    /// Notes that the number of a row is a parameter.
    pub(super) fn add_row(&mut self, site: Site<'_>, span: Span, name: &str, parameter: ParameterIndex) {
        self.rows.entry(site.text_of_rule()).or_default().add(name, parameter);
        self.row_places.insert((site.place, span), parameter);
    }

    /// The parameter that a row's number is.
    pub(super) fn row(&self, site: Site<'_>, span: Span) -> Option<ParameterIndex> {
        self.row_places.get(&(site.place, span)).copied()
    }

    /// The parameters that are rows of a rule.
    pub(super) fn rows_of(&self, site: Site<'_>) -> Option<&ByName<ParameterIndex>> {
        self.rows.get(&site.text_of_rule())
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
