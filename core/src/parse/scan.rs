//! The way through a document: law, blocks, and which block stands under which piece.

use super::case::CaseBlock;
use super::clause::Path;
use super::faults::{Faults, nearest_first};
use super::fence::{self, Body, Fence};
use super::lines::{TextLine, lines};
use super::syntax::{Block, BlockKind, Document, DocumentBlock};
use super::{case, header, pieces, rule};
use crate::error::{Code, Diagnostic, nearest};
use crate::limits::{BLOCK_PIECES, of};
use crate::source::{SourceText, Span};

/// A line of prose after which the clause path begins anew.
const RESET: &str = "---";

/// Reads a literate document: what could be read of it, and everything that is wrong with it, in the order
/// of the text.
#[must_use]
pub fn document(layer: &str, source: SourceText) -> (Document, Vec<Diagnostic>) {
    let lines = lines(&source.text);
    let mut scanner = Scanner::new(Faults::new(&source));
    let mut rest = lines.as_slice();
    while let Some((line, after)) = rest.split_first() {
        rest = scanner.line(*line, after);
    }
    let Scanner { faults, has_header, header, pieces, blocks, has_all_heads, .. } = scanner;
    let faults = faults.into_sorted();
    let layer = layer.to_owned();
    (Document { layer, header, has_header, pieces, blocks, has_all_heads, source }, faults)
}

/// The examples that stand beside a document, in `NAME.cases.md` (案例文件).
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Examples {
    /// The file.
    pub source: SourceText,
    /// The examples, each with its opening fence's line.
    pub cases: Vec<(CaseBlock, Span)>,
}

/// Reads a file of examples: `case` blocks, and prose for everything else. Any other block is a fault.
#[must_use]
pub fn examples(source: SourceText) -> (Examples, Vec<Diagnostic>) {
    let lines = lines(&source.text);
    let mut faults = Faults::new(&source);
    let mut cases = Vec::new();
    let mut rest = lines.as_slice();
    while let Some((line, after)) = rest.split_first() {
        rest = after;
        let Some(fence) = fence::opening(*line) else { continue };
        let is_prose = fence.word.text.is_empty() || fence.word.text == fence::PROSE;
        let body = fence::body(after, is_prose);
        if body.close.is_none() {
            faults.at(Code::UnclosedFence, fence.line.span(), "");
        }
        rest = if body.close.is_none() && is_prose { after } else { body.after };
        if is_prose {
            continue;
        }
        if fence.word.text != fence::CASE {
            faults.at(Code::UnknownBlock, fence.word.span(), fence::CASE);
            continue;
        }
        if !fence.rest.text.is_empty() {
            faults.at(Code::Syntax, fence.rest.span(), super::faults::END_OF_LINE);
        }
        cases.extend(case::case(fence, body.lines, &mut faults).map(|case| (case, fence.line.span())));
    }
    let faults = faults.into_sorted();
    (Examples { source, cases }, faults)
}

struct Scanner<'a> {
    faults: Faults<'a>,
    path: Path,
    has_header: bool,
    header: Option<DocumentBlock>,
    pieces: Vec<super::syntax::Piece>,
    blocks: Vec<Block>,
    has_all_heads: bool,
    /// The pieces that no block stands under yet begin here.
    first_free: usize,
}

impl<'a> Scanner<'a> {
    fn new(faults: Faults<'a>) -> Self {
        Self {
            faults,
            path: Path::default(),
            has_header: false,
            header: None,
            pieces: Vec::new(),
            blocks: Vec::new(),
            has_all_heads: true,
            first_free: 0,
        }
    }

    /// Reads a line, or the block that it opens; gives back the lines that are still to be read.
    fn line<'l>(&mut self, line: TextLine<'a>, after: &'l [TextLine<'a>]) -> &'l [TextLine<'a>] {
        if let Some(fence) = fence::opening(line) {
            return self.block(fence, after);
        }
        if let Some(law) = pieces::law_of(line) {
            self.pieces.extend(pieces::piece(law, &mut self.path, &mut self.faults));
        } else if let Some(stated) = pieces::stated_of(line) {
            self.pieces.extend(pieces::stated(stated, &mut self.path, &mut self.faults));
        } else if line.text.trim_end() == RESET {
            self.path.reset();
        }
        after
    }

    fn block<'l>(&mut self, fence: Fence<'a>, after: &'l [TextLine<'a>]) -> &'l [TextLine<'a>] {
        let word = self.word(fence);
        let is_read = matches!(word, "rule" | "none" | "document" | "case");
        let body = fence::body(after, !is_read);
        if body.close.is_none() {
            self.faults.at(Code::UnclosedFence, fence.line.span(), "");
        }
        match word {
            "rule" => self.rules(fence, &body),
            "none" => {
                let none = fence::none(fence, body.lines);
                self.own(fence, BlockKind::None(none));
            }
            "document" => self.document(fence, &body),
            "case" => self.case(fence, &body),
            "" | fence::PROSE => {}
            // Whatever was meant, the law above it has its block.
            _ => {
                self.has_all_heads = false;
                if self.has_free_pieces() {
                    self.own(fence, BlockKind::Rules(Vec::new()));
                }
            }
        }
        // A fence of prose that is never closed is most likely one too many: what follows is read as ever.
        if body.close.is_none() && !is_read { after } else { body.after }
    }

    /// The word of a fence; one that is unknown is reported and taken for the one that was most likely meant.
    fn word(&mut self, fence: Fence<'a>) -> &'a str {
        let word = fence.word.text;
        if word.is_empty() || word == fence::PROSE || fence::WORDS.contains(&word) {
            return word;
        }
        self.faults.at(Code::UnknownBlock, fence.word.span(), nearest_first(word, fence::WORDS.into_iter()));
        nearest(word, fence::WORDS).unwrap_or(word)
    }

    fn has_free_pieces(&self) -> bool {
        self.pieces.iter().skip(self.first_free).any(|piece| !piece.heading)
    }

    fn rules(&mut self, fence: Fence<'a>, body: &Body<'_, 'a>) {
        self.nothing_more(fence);
        let (rules, has_all_heads) = rule::rules(body, &mut self.faults);
        self.has_all_heads &= has_all_heads;
        self.own(fence, BlockKind::Rules(rules));
    }

    fn document(&mut self, fence: Fence<'a>, body: &Body<'_, 'a>) {
        self.nothing_more(fence);
        if self.has_header {
            self.faults.at(Code::DuplicateLine, fence.word.span(), "");
            return;
        }
        self.has_header = true;
        self.header = header::header(fence, body.lines, &mut self.faults);
    }

    fn case(&mut self, fence: Fence<'a>, body: &Body<'_, 'a>) {
        self.nothing_more(fence);
        if let Some(case) = case::case(fence, body.lines, &mut self.faults) {
            let pieces = self.pieces_under(fence);
            self.blocks.push(Block { kind: BlockKind::Case(case), span: fence.line.span(), pieces });
        }
    }

    fn nothing_more(&mut self, fence: Fence<'a>) {
        if !fence.rest.text.is_empty() {
            self.faults.at(Code::Syntax, fence.rest.span(), super::faults::END_OF_LINE);
        }
    }

    /// Puts a block under the pieces since the last one, or under the same as the last one.
    fn own(&mut self, fence: Fence<'a>, kind: BlockKind) {
        let pieces = self.pieces_under(fence);
        self.first_free = self.pieces.len();
        self.blocks.push(Block { kind, span: fence.line.span(), pieces });
    }

    /// The pieces that a block here stands under.
    fn pieces_under(&mut self, fence: Fence<'a>) -> Vec<usize> {
        let free = self.pieces.iter().enumerate().skip(self.first_free);
        let free: Vec<usize> = free.filter(|(_, piece)| !piece.heading).map(|(index, _)| index).collect();
        if let (true, Some(over)) = (free.len() > BLOCK_PIECES, free.get(BLOCK_PIECES)) {
            let span = self.pieces.get(*over).map_or(fence.line.span(), |piece| piece.span);
            self.faults.add(Code::TooMany, span, &free.len().to_string(), of::BLOCK_PIECES.bound());
            self.first_free = self.pieces.len();
            return Vec::new();
        }
        if free.is_empty() { self.blocks.last().map(|block| block.pieces.clone()).unwrap_or_default() } else { free }
    }
}
