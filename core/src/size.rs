//! What a pack may hold at most, looked at before anything is worked out.

use crate::error::{Code, Diagnostic};
use crate::limits::{FILES, Limit, PACK_BYTES, of};
use crate::parse::{BlockKind, Document, Examples};
use crate::source::{SourceText, Span};

/// The name of what is refused as a whole.
const PACK: &str = "pack";

/// The limits that files pass before anything is read of them.
pub(crate) fn of_files(files: &[SourceText]) -> Vec<Diagnostic> {
    let bytes = files.iter().fold(0_usize, |sum, file| sum.saturating_add(file.text.len()));
    let too_large = (bytes > PACK_BYTES).then_some((Code::TooLarge, bytes, of::PACK_BYTES));
    let too_many = (files.len() > FILES).then_some((Code::TooMany, files.len(), of::FILES));
    let all = too_large.into_iter().chain(too_many);
    all.map(|(code, found, limit)| Diagnostic::in_argument(code, PACK, found.to_string(), limit.bound())).collect()
}

/// The limits that documents pass, each told once, where the first one too many stands.
pub(crate) fn of_documents(documents: &[Document], beside: &[Examples]) -> Vec<Diagnostic> {
    let pieces =
        documents.iter().flat_map(|document| document.pieces.iter().map(move |piece| (&document.source, piece.span)));
    let blocks = documents.iter().flat_map(|document| document.blocks.iter().map(move |block| (document, block)));
    let rules = blocks.clone().flat_map(|(document, block)| {
        let rules = match &block.kind {
            BlockKind::Rules(rules) => rules.as_slice(),
            BlockKind::None(_) | BlockKind::Case(_) => &[],
        };
        rules.iter().map(move |rule| (&document.source, rule.name.span))
    });
    let examples = blocks.clone().filter(|(_, block)| matches!(block.kind, BlockKind::Case(_)));
    let examples = examples.map(|(document, block)| (&document.source, block.span));
    let beside = beside.iter().flat_map(|file| file.cases.iter().map(move |(_, span)| (&file.source, *span)));
    let blocks = blocks.map(|(document, block)| (&document.source, block.span));
    [
        passed(of::LAW_PIECES, pieces),
        passed(of::BLOCKS, blocks),
        passed(of::RULES, rules),
        passed(of::EXAMPLES, examples.chain(beside)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The fault if there are more places than a limit takes.
fn passed<'d>(limit: Limit, places: impl Iterator<Item = (&'d SourceText, Span)>) -> Option<Diagnostic> {
    let (mut found, mut first) = (0, None);
    for place in places {
        found += 1;
        if first.is_none() && limit.is_passed_by(found) {
            first = Some(place);
        }
    }
    let (source, span) = first?;
    Some(Diagnostic::in_text(Code::TooMany, source.name.as_str(), span, found.to_string(), limit.bound()))
}
