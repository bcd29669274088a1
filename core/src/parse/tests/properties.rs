//! What holds for every text.

use super::{at, read};
use crate::error::Place;
use crate::parse::{BlockKind, Document, Expression, ExpressionKind, LineBody, Row};
use crate::source::Span;
use proptest::prelude::*;

/// Parts of documents, which meet in every order more often than any text by chance would have them meet.
const PARTS: [&str; 82] = [
    "\n",
    "\n",
    "\n  ",
    "\n    ",
    "\n          ",
    "\n\u{3000}",
    "\r\n",
    "\t",
    " ",
    "```",
    "\n```\n",
    "\n```rule\n",
    "\n```none ",
    "\n```document\n",
    "\n```case\n",
    "\n> ",
    "\n---\n",
    "一、",
    "（一）",
    "1. ",
    "①",
    "。",
    "；",
    "，",
    "甲 | A",
    "entitlement a for b",
    "parameter p",
    "reading r",
    " x ",
    "title ",
    "when ",
    "let ",
    "rate per month ",
    "rate elsewhere as s: 甲 | A",
    "limit a for b",
    "procedure p for b",
    "lookup l for law",
    "need ",
    "step s by c",
    "done ",
    "value list",
    "value by c",
    "source seed x \"y\"",
    "count(",
    " where ",
    " for r in c",
    "/",
    "option a:",
    "force ",
    "pay a -> b",
    "by ",
    "by reading r",
    "otherwise",
    " as ",
    ":",
    "=",
    "(",
    ")",
    "{",
    "}",
    ",",
    "..",
    "-",
    "+",
    "<=",
    "not ",
    " and ",
    " in ",
    " known",
    "none",
    "3",
    "2025-02-29",
    "2025-01-01",
    "%",
    " CNY",
    " months",
    "a.b_c",
    "\"甲 | A\"",
    "\"",
    "#",
    "²",
    "12345678901234567890123456789",
];

fn documents() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PARTS.to_vec()), 0..60).prop_map(|parts| parts.concat())
}

fn height(expression: &Expression) -> usize {
    let highest = |items: &[Expression]| items.iter().map(height).max().unwrap_or_default();
    match &expression.kind {
        ExpressionKind::None | ExpressionKind::Number(_) | ExpressionKind::Date(_) | ExpressionKind::Name(_) => 0,
        ExpressionKind::Call { arguments, .. } => 1 + highest(arguments),
        ExpressionKind::Not(inner) | ExpressionKind::Known(inner) => 1 + height(inner),
        ExpressionKind::Binary { left, right, .. } => 1 + height(left).max(height(right)),
        ExpressionKind::InRange { value, from, to } => 1 + height(value).max(height(from)).max(height(to)),
        ExpressionKind::InSet { value, members } => 1 + height(value).max(highest(members)),
        ExpressionKind::Fold { value, condition, .. } => {
            1 + height(value).max(condition.as_deref().map(height).unwrap_or_default())
        }
        ExpressionKind::By { rows, .. } => 1 + highest_row(rows),
        // How often and in which months stand beside each other.
        ExpressionKind::Paid { amount, condition, .. } => {
            height(amount).max(condition.as_deref().map(height).unwrap_or_default())
        }
    }
}

fn highest_row(rows: &[Row]) -> usize {
    rows.iter().map(|row| height(&row.body)).max().unwrap_or_default()
}

/// What must hold of a document, however broken its text is.
fn check(text: &str) -> Result<Document, TestCaseError> {
    let (document, faults) = read(text);
    let holds = |span: Span| document.source.text.get(span.start..span.end).is_some();
    for fault in &faults {
        let Place::Text { span, .. } = &fault.place else { panic!("no place in the text") };
        prop_assert!(holds(*span), "{fault:?}");
    }
    for piece in &document.pieces {
        prop_assert_eq!(at(&document, piece.span), piece.text.as_str());
    }
    for block in &document.blocks {
        prop_assert!(holds(block.span));
        prop_assert!(block.pieces.iter().all(|piece| !document.pieces[*piece].heading));
        if let BlockKind::Case(case) = &block.kind {
            for fact in &case.facts {
                prop_assert_eq!(at(&document, fact.name.span), fact.name.node.as_str());
                prop_assert_eq!(at(&document, fact.value.span), fact.value.node.as_str());
            }
        }
        let BlockKind::Rules(rules) = &block.kind else { continue };
        for line in rules.iter().flat_map(|rule| &rule.lines) {
            let high = match &line.body {
                LineBody::Rows(rows) => highest_row(rows),
                LineBody::Expression(expression) => height(expression),
                LineBody::Rate(rate) => height(&rate.amount),
                _ => 0,
            };
            prop_assert!(high <= 64, "{high} levels");
        }
    }
    Ok(document)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_case_of_its_parts_makes_the_parser_panic(
        lines in proptest::collection::vec(
            ("(window|facts|reading|expect|wndow|甲 \\| A|)", "[ ;.#a-z0-9\\-／甲|]{0,24}"), 0..6)
    ) {
        let body: Vec<String> = lines.iter().map(|(word, rest)| format!("{word} {rest}")).collect();
        check(&format!("```case\n甲 | A\nwindow 2026-01 .. 2026-02\n{}\n```\n", body.join("\n")))?;
    }

    #[test]
    fn no_text_makes_the_parser_panic(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn no_text_of_its_parts_makes_the_parser_panic(text in documents()) {
        check(&text)?;
    }

    #[test]
    fn no_rules_of_its_parts_make_the_parser_panic(text in documents()) {
        check(&format!("```rule\nentitlement a for b\n  rate per month by c\n    {text}\n```\n"))?;
    }
}

#[test]
fn a_long_text_is_read_in_time() {
    // Each of these takes hours where a step of the parser goes back to the beginning.
    for part in
        ["(", "a: by b\n", "```\n", "```rule\n", "> 甲。乙", "{", "not ", "\"", "-1", "2025-", "a.", "1. ", "> \n", " "]
    {
        let many = part.repeat(20_000);
        for text in
            [many.clone(), format!("```rule\nentitlement a for b\n  when a: {many}"), format!("```document\n{many}")]
        {
            read(&text);
        }
    }
}

#[test]
fn lines_that_stand_ever_deeper_are_read() {
    let rows: Vec<String> = (4..1_500).map(|column| format!("{}k: by x", " ".repeat(column))).collect();
    read(&format!("```rule\nentitlement a for b\n  place by x\n{}\n```", rows.join("\n")));
}
