//! Tests of the parse phase, by what they read.

mod answers;
mod cases;
mod clauses;
mod conditions;
mod documents;
mod examples;
mod expressions;
mod faults;
mod folds;
mod items;
mod properties;
mod rows;
mod rules;
mod sources;
mod statements;
mod steps;

use super::{
    BlockKind, Document, Expression, ExpressionKind, LineBody, Literal, Row, RowKey, RuleSyntax, Selector, Spanned,
};
use crate::error::{Diagnostic, Place};
use crate::source::{SourceText, Span};
use crate::value::{Days, Period};

/// Reads a document.
fn read(text: &str) -> (Document, Vec<Diagnostic>) {
    super::document("jining", SourceText { name: "jining/test.md".into(), text: text.into() })
}

/// Reads a document without faults.
fn sound(text: &str) -> Document {
    let (document, faults) = read(text);
    assert_eq!(shown(text, &faults), Vec::<String>::new());
    document
}

/// Rules as a document of one block; the first rule's head stands in line 2.
fn in_block(rules: &str) -> String {
    format!("```rule\n{rules}\n```\n")
}

/// The rules of a document's only block.
fn rules_of(document: &Document) -> &[RuleSyntax] {
    match document.blocks.as_slice() {
        [block] => match &block.kind {
            BlockKind::Rules(rules) => rules,
            BlockKind::None(_) | BlockKind::Case(_) => panic!("no rules"),
        },
        blocks => panic!("{} blocks", blocks.len()),
    }
}

/// The faults of rules, as lines to compare.
fn faults_in(rules: &str) -> Vec<String> {
    let text = in_block(rules);
    shown(&text, &read(&text).1)
}

/// Faults as `code line:column-column found => expected`, columns counted from 1, the end's not included.
fn shown(text: &str, faults: &[Diagnostic]) -> Vec<String> {
    let source = SourceText { name: String::new(), text: text.into() };
    let show = |fault: &Diagnostic| {
        let Place::Text { file, span } = &fault.place else { panic!("no place in the text") };
        assert_eq!(file, "jining/test.md");
        let (start, end) = (source.position(span.start), source.position(span.end));
        assert_eq!(start.line, end.line, "a fault lies in one line");
        let place = format!("{}:{}-{}", start.line, start.column, end.column);
        format!("{} {place} {} => {}", fault.code, fault.found, fault.expected)
    };
    faults.iter().map(show).collect()
}

/// What stands at a span.
fn at(document: &Document, span: Span) -> &str {
    document.source.text.get(span.start..span.end).expect("a span of whole characters")
}

/// The body of the only line of the only rule.
fn only_body(document: &Document) -> &LineBody {
    match rules_of(document) {
        [rule] if rule.lines.len() == 1 => &rule.lines[0].body,
        _ => panic!("not one line of one rule"),
    }
}

/// An expression with every operator before what it joins.
fn tree(expression: &Expression) -> String {
    let list = |items: &[Expression]| items.iter().map(tree).collect::<Vec<_>>().join(" ");
    match &expression.kind {
        ExpressionKind::None => "none!".into(),
        ExpressionKind::Number(literal) => number(literal),
        ExpressionKind::Date(date) => date.to_string(),
        ExpressionKind::Name(name) => name.clone(),
        ExpressionKind::Call { function, arguments } => format!("{}({})", function.node, list(arguments)),
        ExpressionKind::Not(inner) => format!("(not {})", tree(inner)),
        ExpressionKind::Known(inner) => format!("(known {})", tree(inner)),
        ExpressionKind::Binary { operator, left, right } => format!("({operator:?} {} {})", tree(left), tree(right)),
        ExpressionKind::InRange { value, from, to } => format!("(in {} {}..{})", tree(value), tree(from), tree(to)),
        ExpressionKind::InSet { value, members } => format!("(in {} {{{}}})", tree(value), list(members)),
        ExpressionKind::Fold { function, value, condition, each } => {
            let condition = condition.as_ref().map(|condition| format!(" where {}", tree(condition)));
            let each = each.as_ref().map(|(name, records)| format!(" for {} in {}", name.node, records.node));
            let (condition, each) = (condition.unwrap_or_default(), each.unwrap_or_default());
            format!("{}[{}{condition}{each}]", function.node, tree(value))
        }
        ExpressionKind::Paid { period, amount, condition } => {
            let condition = condition.as_ref().map(|condition| format!(" if {}", tree(condition))).unwrap_or_default();
            format!("{}{}{condition}", period_shown(period.as_ref()), tree(amount))
        }
        ExpressionKind::By { selector, rows } => format!("by {} [{}]", by(selector), rows_shown(rows)),
    }
}

/// How often, where it is said.
fn period_shown(period: Option<&Spanned<Period>>) -> String {
    period.map(|period| format!("{:?} ", period.node)).unwrap_or_default()
}

fn by(selector: &Selector) -> String {
    match selector {
        Selector::Name(name) => name.node.clone(),
        Selector::Reading(name) => format!("reading {}", name.node),
    }
}

fn rows_shown(rows: &[Row]) -> String {
    let show = |row: &Row| {
        let words = row.words.as_ref().map(|words| format!(" \"{}|{}\"", words.node.zh, words.node.en));
        let name = row.name.as_ref().map(|name| format!(" as {}", name.node));
        format!("{}{}{}: {}", key(row), words.unwrap_or_default(), name.unwrap_or_default(), tree(&row.body))
    };
    rows.iter().map(show).collect::<Vec<_>>().join("; ")
}

fn key(row: &Row) -> String {
    key_shown(&row.key.node)
}

fn key_shown(key: &RowKey) -> String {
    match key {
        RowKey::Name(name) => name.clone(),
        RowKey::Number(literal) => number(literal),
        RowKey::From(from) => format!("{}..", number(from)),
        RowKey::Numbers(from, to) => format!("{}..{}", number(from), number(to)),
        RowKey::Days(days) => days_shown(*days),
        RowKey::Otherwise => "otherwise!".into(),
    }
}

fn days_shown(days: Days) -> String {
    let end = |day: Option<crate::value::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    format!("{}..{}", end(days.from()), end(days.to()))
}

/// A number with its decimals, and its unit.
fn number(literal: &Literal) -> String {
    match &literal.unit {
        Some(unit) => format!("{}[{}]", literal.value, unit.node),
        None => literal.value.to_string(),
    }
}
