//! Whether every sentence of law is accounted for, and whether the text is the locked one.

use super::grounding;

use crate::error::{Code, Diagnostic, nearest_or_all};
use crate::parse::{Block, BlockKind, Document, Kind, NO_LOCK, NoneBlock};
use crate::source::Span;
use crate::value::{Date, Decimal};
use sha2::{Digest, Sha256};
use std::collections::HashSet;

/// A reason for having no rule.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct NoneWord {
    /// The word that documents write.
    pub id: &'static str,
    /// In Chinese.
    pub zh: &'static str,
    /// In English.
    pub en: &'static str,
    /// Whether numbers may stand over it.
    takes_numbers: bool,
}

/// The closed list of reasons.
pub const NONE_WORDS: [NoneWord; 8] = [
    none("heading", "标题", "a heading", false),
    none("metadata", "文号、日期、发文机关等文件信息", "data of the document itself", true),
    none("responsibility", "责任分工", "who is responsible", false),
    none("work-order", "对部门的工作部署", "an order of work to departments", false),
    none("encouragement", "鼓励或支持，不设权利义务", "an encouragement that grants and demands nothing", false),
    none("category", "只列举类别", "a list of categories", false),
    none("duty-of-government", "政府职责，无可计算的标准", "a duty of government without a measure", false),
    none(PENDING, "规则尚未写出", "the rule is still to be written", true),
];

const PENDING: &str = "pending";

const fn none(id: &'static str, zh: &'static str, en: &'static str, takes_numbers: bool) -> NoneWord {
    NoneWord { id, zh, en, takes_numbers }
}

/// The lock of a text: SHA-256, in hexadecimal, of its characters without white space.
///
/// ```
/// let lock = tuoyu::check::lock_of("托育 服务\n");
/// assert_eq!(lock, tuoyu::check::lock_of("托育服务"));
/// ```
#[must_use]
pub fn lock_of(text: &str) -> String {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    crate::source::hexadecimal(&Sha256::digest(bare.as_bytes()))
}

/// Everything that is wrong with a document's account of its law. `named` are the numbers that have a
/// name of their own in the pack, so that a sentence may repeat them.
pub(super) fn account(document: &Document, named: &HashSet<Decimal>, faults: &mut Vec<Diagnostic>) {
    let file = &document.source.name;
    if !document.has_header {
        faults.push(Diagnostic::in_text(Code::MissingDocument, file, Span::default(), "", ""));
    }
    if let Some(header) = &document.header {
        let lock = lock(document);
        if lock != header.law.node {
            let right = if lock == NO_LOCK { lock } else { format!("sha256:{lock}") };
            faults.push(Diagnostic::in_text(Code::LawChanged, file, header.law.span, &header.law.node, right));
        }
    }
    if let Some(header) = &document.header {
        let ends = [header.force.node.from(), header.force.node.to()].into_iter().flatten();
        let days = ends.map(|day| (day, header.force.span)).chain([(header.published.node, header.published.span)]);
        for (day, span) in days.filter(|(day, _)| !is_dated(document, *day)) {
            faults.push(Diagnostic::in_text(Code::Ungrounded, file, span, day.to_string(), ""));
        }
    }
    let mut owned = vec![false; document.pieces.len()];
    for block in &document.blocks {
        if block.pieces.is_empty() && !needs_no_law(document, block) {
            faults.push(Diagnostic::in_text(Code::BlockWithoutLaw, file, block.span, "", ""));
        }
        // An example shows what a rule says; it is no account of a sentence.
        let accounts = !matches!(block.kind, BlockKind::Case(_));
        for piece in block.pieces.iter().filter(|_| accounts) {
            if let Some(slot) = owned.get_mut(*piece) {
                *slot = true;
            }
        }
        if let BlockKind::None(none) = &block.kind {
            account_none(document, block, none, named, faults);
        }
    }
    for (piece, _) in document.pieces.iter().zip(owned).filter(|(piece, owned)| !owned && !piece.heading) {
        faults.push(Diagnostic::in_text(Code::UnaccountedPiece, file, piece.span, &piece.text, ""));
    }
}

/// The lock of a document's law: statements in other words have none.
fn lock(document: &Document) -> String {
    let own: Vec<&str> =
        document.pieces.iter().filter(|piece| piece.stated.is_none()).map(|piece| piece.text.as_str()).collect();
    let holds_statements_alone = own.is_empty() && !document.pieces.is_empty();
    if holds_statements_alone { NO_LOCK.to_owned() } else { lock_of(&own.concat()) }
}

/// Whether a block grants and demands nothing by itself: quantities add up what other rules say, and examples show
/// it.
fn needs_no_law(document: &Document, block: &Block) -> bool {
    match &block.kind {
        BlockKind::Rules(rules) => !rules.is_empty() && rules.iter().all(|rule| rule.kind.node == Kind::Quantity),
        BlockKind::Case(_) => document.pieces.is_empty(),
        BlockKind::None(_) => false,
    }
}

/// Whether the text bears a day out: where it gives days of that year, as `2025年7月21日`, this is one of them.
fn is_dated(document: &Document, day: Date) -> bool {
    let (year, month) = (day.month().year(), day.month().of_year());
    let whole = format!("{year}年{month}月{}日", day.of_month());
    let texts = || document.pieces.iter().map(|piece| piece.text.as_str());
    let gives_days = texts().any(|text| text.split(&format!("{year}年")).skip(1).any(begins_with_month));
    !gives_days || texts().any(|text| text.contains(&whole))
}

fn begins_with_month(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < text.len() && rest.starts_with('月')
}

fn account_none(
    document: &Document,
    block: &Block,
    none: &NoneBlock,
    named: &HashSet<Decimal>,
    faults: &mut Vec<Diagnostic>,
) {
    let file = &document.source.name;
    let Some(word) = NONE_WORDS.iter().find(|word| word.id == none.word.node) else {
        let expected = nearest_or_all(&none.word.node, NONE_WORDS.into_iter().map(|word| word.id));
        faults.push(Diagnostic::in_text(Code::UnknownNone, file, none.word.span, &none.word.node, expected));
        return;
    };
    for piece in block.pieces.iter().filter_map(|index| document.pieces.get(*index)) {
        if word.id == PENDING {
            faults.push(Diagnostic::in_text(Code::Pending, file, piece.span, &piece.text, ""));
        }
        let numbers = grounding::tokens(&piece.text);
        let number = numbers.iter().find(|token| token.measures && !named.contains(&token.value));
        if let (Some(number), false) = (number, word.takes_numbers) {
            faults.push(Diagnostic::in_text(Code::NoneOverNumber, file, piece.span, &number.text, ""));
        }
    }
}
