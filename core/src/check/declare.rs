//! First pass: what has a name. Readings, parameters (named rows too) and the heads of rules.

use super::brackets::declare_table;
use super::grounds::Grounds;
use super::head::kind_of;
use super::overrides::Overrides;
use super::scope::{Declared, Site, unit_of};
use crate::error::{Code, Diagnostic, nearest_or_all};
use crate::limits::{NAMED_NUMBERS, of};
use crate::model::{Choice, Vocabulary, WorkCalendar};
use crate::parse::WORKDAYS;
use crate::parse::{
    BlockKind, Document, Expression, ExpressionKind, Kind, Line, LineBody, Literal, Row, RowKey, RuleSyntax, Spanned,
};
use crate::rulebook::{Calendar, Origin, Parameter, ParameterIndex, Reading, ReadingIndex};
use crate::source::{Citation, Span, Standing, Words};
use crate::value::{Date, Days, Decimal};
use std::collections::HashSet;

/// What `default` says where no option is taken unless it is chosen.
const OPEN: &str = "open";
/// Names that mean something in every expression.
pub(super) const RESERVED_NAMES: [&str; 4] = ["day", "month", "yes", "no"];
/// The months of a year; their names mean something in every expression too.
pub(super) const MONTH_NAMES: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Whether a name means something in every expression.
pub(super) fn is_reserved(name: &str) -> bool {
    RESERVED_NAMES.contains(&name) || MONTH_NAMES.contains(&name)
}

/// Everything that has a name, from every document.
pub(super) fn declare<'a>(
    vocabulary: &'a Vocabulary,
    documents: &'a [Document],
    calendars: &[(String, WorkCalendar)],
    grounds: &'a [Vec<Grounds>],
    faults: &mut Vec<Diagnostic>,
) -> Declared<'a> {
    let mut declared = Declared::new(vocabulary);
    let overrides = Overrides::of(documents, faults);
    declared.has_all_names = documents.iter().all(|document| document.has_all_heads);
    for ((place, document), grounds) in documents.iter().enumerate().zip(grounds) {
        for (block, grounds) in document.blocks.iter().zip(grounds) {
            let BlockKind::Rules(rules) = &block.kind else { continue };
            for (number, syntax) in rules.iter().enumerate() {
                let site = Site { document, place, block, rule: syntax, number, grounds };
                if overrides.silences(documents, site) {
                    continue;
                }
                check_source(site, faults);
                match kind_of(syntax.kind.node) {
                    Some(kind) => {
                        declare_rows(&mut declared, site, faults);
                        declared.rules.push((site, kind));
                    }
                    None if syntax.kind.node == Kind::Reading => declare_reading(&mut declared, site, faults),
                    None if syntax.kind.node == Kind::Calendar => {
                        declare_calendar(&mut declared, site, calendars, faults);
                    }
                    None if syntax.kind.node == Kind::Table => declare_table(&mut declared, site, faults),
                    None => declare_parameter(&mut declared, site, faults),
                }
            }
        }
    }
    declared
}

/// The line of a keyword.
pub(super) fn line<'a>(rule: &'a RuleSyntax, keyword: &str) -> Option<&'a Line> {
    lines(rule, keyword).next()
}

/// Every line of a keyword.
pub(super) fn lines<'a>(rule: &'a RuleSyntax, keyword: &str) -> impl Iterator<Item = &'a Line> {
    rule.lines.iter().filter(move |line| line.keyword.node == keyword)
}

/// The words of a keyword's line.
pub(super) fn words(rule: &RuleSyntax, keyword: &str) -> Option<Words> {
    words_of(line(rule, keyword)?)
}

/// The words of a line that holds words.
pub(super) fn words_of(line: &Line) -> Option<Words> {
    match &line.body {
        LineBody::Words(words) => Some(words.node.clone()),
        _ => None,
    }
}

/// The words of a line that the kind needs; the fault where it lacks them.
pub(super) fn needed_words(site: Site<'_>, keyword: &str, faults: &mut Vec<Diagnostic>) -> Words {
    words(site.rule, keyword).unwrap_or_else(|| {
        site.missing(keyword, faults);
        Words::default()
    })
}

/// The days in force and the day of publication: the rule's own, else its document's.
pub(super) fn times(site: Site<'_>) -> (Days, Date) {
    let header = site.document.header.as_ref();
    let force = match line(site.rule, "force").map(|line| &line.body) {
        Some(LineBody::Days(days)) => days.node,
        _ => header.map_or(Days::ALWAYS, |header| header.force.node),
    };
    let published = match line(site.rule, "published").map(|line| &line.body) {
        Some(LineBody::Day(day)) => day.node,
        _ => header.map_or(Date::MIN, |header| header.published.node),
    };
    (force, published)
}

fn declare_reading(declared: &mut Declared<'_>, site: Site<'_>, faults: &mut Vec<Diagnostic>) {
    let id = &site.rule.name;
    if declared.reading(&id.node).is_some() {
        faults.push(site.fault(Code::DuplicateName, id.span, &id.node, ""));
        return;
    }
    let (mut options, mut whole): (Vec<Choice>, bool) = (Vec::new(), site.rule.complete);
    for line in lines(site.rule, "option") {
        let LineBody::Option { id, words } = &line.body else { continue };
        if id.node == OPEN || options.iter().any(|option| option.id == id.node) {
            faults.push(site.fault(Code::DuplicateName, id.span, &id.node, ""));
            whole = false;
            continue;
        }
        options.push(Choice { id: id.node.clone(), words: words.node.clone() });
    }
    let names: Vec<&str> = options.iter().map(|option| option.id.as_str()).collect();
    if lines(site.rule, "option").count() < 2 {
        site.missing("option", faults);
    }
    let default = match line(site.rule, "default").map(|line| &line.body) {
        Some(LineBody::Name(name)) if name.node == OPEN => None,
        Some(LineBody::Name(name)) => {
            let place = names.iter().position(|option| *option == name.node);
            if place.is_none() && whole {
                let all = names.iter().copied().chain([OPEN]).collect::<Vec<_>>().join(", ");
                faults.push(site.fault(Code::UnknownKey, name.span, &name.node, all));
            }
            place
        }
        _ => {
            if site.rule.complete {
                faults.push(site.fault(Code::NoDefault, id.span, &id.node, ""));
            }
            None
        }
    };
    if !whole {
        declared.failed.insert(id.node.clone());
    }
    let ask = needed_words(site, "ask", faults);
    let because = needed_words(site, "because", faults);
    declared.reading_places.add(&id.node, ReadingIndex(declared.readings.len()));
    declared.readings.push(Reading { id: id.node.clone(), ask, because, options, default, source: site.origin() });
}

/// `calendar workdays from LAYER/NAME`: the file of that name, by which working days are counted.
fn declare_calendar(
    declared: &mut Declared<'_>,
    site: Site<'_>,
    calendars: &[(String, WorkCalendar)],
    faults: &mut Vec<Diagnostic>,
) {
    let name = &site.rule.name;
    needed_words(site, "title", faults);
    if name.node != WORKDAYS {
        faults.push(site.fault(Code::UnknownName, name.span, &name.node, WORKDAYS));
        return;
    }
    if !declared.calendars.is_empty() {
        faults.push(site.fault(Code::DuplicateName, name.span, &name.node, ""));
        return;
    }
    let Some(file) = site.rule.subject.first() else { return };
    match calendars.iter().find(|(id, _)| *id == file.node) {
        Some((id, days)) => {
            declared.calendars.push(Calendar { id: id.clone(), days: days.clone(), source: site.origin() });
        }
        None => {
            let known = calendars.iter().map(|(id, _)| id.as_str());
            faults.push(site.fault(Code::UnknownName, file.span, &file.node, nearest_or_all(&file.node, known)));
        }
    }
}

fn declare_parameter(declared: &mut Declared<'_>, site: Site<'_>, faults: &mut Vec<Diagnostic>) {
    let name = &site.rule.name;
    needed_words(site, "title", faults);
    if is_reserved(&name.node) || declared.named.get(&name.node).is_some() {
        faults.push(site.fault(Code::DuplicateName, name.span, &name.node, ""));
        return;
    }
    let Some(LineBody::Expression(value)) = line(site.rule, "value").map(|line| &line.body) else {
        site.missing("value", faults);
        declared.failed.insert(name.node.clone());
        return;
    };
    let ExpressionKind::Number(literal) = &value.kind else {
        faults.push(site.fault(Code::TypeMismatch, value.span, site.text(value.span), "3000 CNY, 3 years, 30%"));
        declared.failed.insert(name.node.clone());
        return;
    };
    let id = site.id();
    site.ground(literal.value_as_written(), value.span, faults);
    if let Some(parameter) = add_parameter(declared, site, id, literal, faults) {
        declared.named.add(&name.node, parameter);
    }
}

/// A row that holds one number is a parameter: by its `as` name, else by its key.
fn declare_rows(declared: &mut Declared<'_>, site: Site<'_>, faults: &mut Vec<Diagnostic>) {
    let rule_id = site.id();
    let mut names: HashSet<&str> = HashSet::new();
    for row in site.rule.lines.iter().flat_map(tables_of).flat_map(rows_within) {
        let key_name = match &row.key.node {
            RowKey::Name(name) => Some(name),
            _ => None,
        };
        let explicit = row.name.as_ref();
        // How often a number is paid, and in which months, is no part of it.
        let number = match &row.body.kind {
            ExpressionKind::Paid { amount, .. } => &**amount,
            _ => &row.body,
        };
        let (Some(name), ExpressionKind::Number(literal)) =
            (explicit.map(|name| &name.node).or(key_name), &number.kind)
        else {
            if let Some(name) = explicit {
                declared.failed.insert(name.node.clone());
                faults.push(site.fault(Code::TypeMismatch, row.body.span, site.text(row.body.span), "3000 CNY"));
            }
            continue;
        };
        if literal.value.units() == 0 && explicit.is_none() {
            continue;
        }
        if !names.insert(name) {
            let span = explicit.map_or(row.key.span, |name| name.span);
            faults.push(site.fault(Code::DuplicateName, span, name, ""));
            continue;
        }
        site.ground(literal.value_as_written(), number.span, faults);
        let id = format!("{rule_id}.{name}");
        if let Some(parameter) = add_parameter(declared, site, id, literal, faults) {
            declared.add_row(site, number.span, name, parameter);
        }
    }
}

fn tables_of(line: &Line) -> Vec<&Expression> {
    match &line.body {
        LineBody::Rows(rows) if line.keyword.node == "let" => rows.iter().map(|row| &row.body).collect(),
        LineBody::Rate(rate) => vec![&rate.amount],
        _ => Vec::new(),
    }
}

fn rows_within(expression: &Expression) -> Vec<&Row> {
    let ExpressionKind::By { rows, .. } = &expression.kind else { return Vec::new() };
    rows.iter().flat_map(|row| std::iter::once(row).chain(rows_within(&row.body))).collect()
}

fn add_parameter(
    declared: &mut Declared<'_>,
    site: Site<'_>,
    id: String,
    literal: &Literal,
    faults: &mut Vec<Diagnostic>,
) -> Option<ParameterIndex> {
    let (unit, value) = unit_of(site, literal, faults)?;
    let named = declared.parameters.len();
    if named >= NAMED_NUMBERS {
        // A name may be among those that are left out.
        declared.has_all_names = false;
        if !std::mem::replace(&mut declared.is_full, true) {
            faults.push(site.fault(
                Code::TooMany,
                site.rule.name.span,
                (named + 1).to_string(),
                of::NAMED_NUMBERS.bound(),
            ));
        }
        return None;
    }
    let (force, published) = times(site);
    declared.parameters.push(Parameter { id, value, unit, force, published, source: site.source_of_numbers() });
    Some(ParameterIndex(declared.parameters.len() - 1))
}

/// A source that is named carries a standing of the closed list.
fn check_source(site: Site<'_>, faults: &mut Vec<Diagnostic>) {
    let Some((standing, ..)) = site.named_source() else { return };
    if Standing::parse(&standing.node).is_none() {
        let expected = nearest_or_all(&standing.node, Standing::ALL.into_iter().map(Standing::id));
        faults.push(site.fault(Code::UnknownKey, standing.span, &standing.node, expected));
    }
}

impl Declared<'_> {
    /// The reading of an id.
    pub(super) fn reading(&self, id: &str) -> Option<ReadingIndex> {
        self.reading_places.get(id).copied()
    }
}

impl<'a> Site<'a> {
    /// The sentences that the block stands under.
    pub(super) fn origin(self) -> Origin {
        Origin::Law { document: self.place, pieces: self.block.pieces.clone() }
    }

    /// Their words.
    pub(super) fn quote(self) -> String {
        let pieces = self.block.pieces.iter().filter_map(|index| self.document.pieces.get(*index));
        pieces.map(|piece| piece.text.trim()).collect()
    }

    /// Where the rule's numbers stand: in the source that it names, else in the sentences above it.
    fn source_of_numbers(self) -> Origin {
        self.named_source().map_or_else(
            || self.origin(),
            |(standing, document, quote)| {
                Origin::Elsewhere(Citation {
                    document: document.to_owned(),
                    clause: String::new(),
                    quote: quote.to_owned(),
                    standing: Standing::parse(&standing.node).unwrap_or(Standing::FromMemory),
                })
            },
        )
    }

    /// The standing, the document and the words of the rule's `source` line.
    fn named_source(self) -> Option<(&'a Spanned<String>, &'a str, &'a str)> {
        match &line(self.rule, "source")?.body {
            LineBody::Source { standing, document, quote } => Some((standing, document, quote)),
            _ => None,
        }
    }

    /// The fault unless the law above the block holds the number. A block without law is a fault already.
    pub(super) fn ground(self, value: Decimal, span: Span, faults: &mut Vec<Diagnostic>) {
        // A quantity stands without law, on numbers that have a name.
        if self.block.pieces.is_empty() && self.rule.kind.node != Kind::Quantity {
            return;
        }
        if !self.grounds.hold(self.number, value) {
            faults.push(self.fault(Code::Ungrounded, span, self.text(span), ""));
        }
    }
}
