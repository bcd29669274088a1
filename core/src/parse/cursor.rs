//! A place in the lines of a block, and the small steps that every part of the grammar takes.

use super::faults::{END_OF_LINE, Faults, Reported};
use super::lines::TextLine;
use super::syntax::Spanned;
use super::token::{Token, TokenKind, TokenLine};
use crate::error::Code;
use crate::limits::{EXPRESSION_LEVELS, Limit, of};
use crate::source::{Span, Words};

/// How words in both languages are written.
const WORDS_FORM: &str = "中文 | English";
const BETWEEN_LANGUAGES: char = '|';

/// Reads tokens one after another.
pub(super) struct Cursor<'a, 'c> {
    pub(super) faults: &'c mut Faults<'a>,
    lines: &'c [TokenLine<'a>],
    line: usize,
    token: usize,
    /// The end of the token read last.
    end: usize,
    /// Brackets that are open: while there are any, an expression goes on in deeper lines.
    open: usize,
    /// The column of the line or row that is being read.
    pub(super) column: usize,
    /// How deep the expression or table that is being read stands.
    pub(super) depth: usize,
    /// Whether a line or row was left out of what has been read.
    pub(super) lost: bool,
    /// Whether cells may say how often and in which months.
    pub(super) in_rate: bool,
    /// Whether keys may be numbers from one on.
    pub(super) in_brackets: bool,
}

impl<'a, 'c> Cursor<'a, 'c> {
    pub(super) const fn new(lines: &'c [TokenLine<'a>], faults: &'c mut Faults<'a>) -> Self {
        Self {
            faults,
            lines,
            line: 0,
            token: 0,
            end: 0,
            open: 0,
            column: 0,
            depth: 0,
            lost: false,
            in_rate: false,
            in_brackets: false,
        }
    }

    /// The line that is being read.
    pub(super) fn line(&self) -> Option<&'c TokenLine<'a>> {
        self.lines.get(self.line)
    }

    /// The next token of the line.
    pub(super) fn peek(&self) -> Option<Token<'a>> {
        self.line()?.tokens.get(self.token).copied()
    }

    /// The token after the next.
    pub(super) fn peek_second(&self) -> Option<Token<'a>> {
        self.line()?.tokens.get(self.token + 1).copied()
    }

    /// Whether the next token is this name or sign.
    pub(super) fn at(&self, text: &str) -> bool {
        self.peek().is_some_and(|token| token.is(text))
    }

    /// Steps over the next token.
    pub(super) fn step(&mut self) -> Option<Token<'a>> {
        let token = self.peek()?;
        self.token += 1;
        self.end = token.span.end;
        if token.is("(") || token.is("{") {
            self.open += 1;
        } else if token.is(")") || token.is("}") {
            self.open = self.open.saturating_sub(1);
        }
        let goes_on = |next: &TokenLine<'_>| next.column > self.column;
        if self.open > 0 && self.peek().is_none() && self.lines.get(self.line + 1).is_some_and(goes_on) {
            (self.line, self.token) = (self.line + 1, 0);
        }
        Some(token)
    }

    /// Steps over the next token if it is this name or sign.
    pub(super) fn take(&mut self, text: &str) -> Option<Token<'a>> {
        if self.at(text) { self.step() } else { None }
    }

    /// Steps over the next token if it is of the kind.
    pub(super) fn take_kind(&mut self, kind: TokenKind) -> Option<Token<'a>> {
        if self.peek().is_some_and(|token| token.kind == kind) { self.step() } else { None }
    }

    /// Steps over a name or sign that must stand here.
    pub(super) fn expect(&mut self, text: &str) -> Result<Token<'a>, Reported> {
        self.take(text).ok_or_else(|| self.unexpected(format!("`{text}`")))
    }

    /// The fault that something else should stand here.
    pub(super) fn unexpected(&mut self, expected: impl Into<String>) -> Reported {
        match self.peek() {
            Some(token) => self.faults.at(Code::Syntax, token.span, expected),
            None => self.faults.ends_early(self.end, expected),
        }
    }

    /// The fault that the last line ended where something is still needed.
    pub(super) fn ended_early(&mut self, expected: &str) -> Reported {
        self.faults.ends_early(self.end, expected)
    }

    /// The fault that a keyword and what follows it touch each other.
    pub(super) fn space_after(&mut self, keyword: Token<'a>) -> Result<(), Reported> {
        let touches = self.peek().is_some_and(|next| next.span.start == keyword.span.end);
        if touches { Err(self.unexpected("a space")) } else { Ok(()) }
    }

    /// Nothing more may stand in the line.
    pub(super) fn end_of_line(&mut self) -> Result<(), Reported> {
        if self.peek().is_none() { Ok(()) } else { Err(self.unexpected(END_OF_LINE)) }
    }

    /// A name of any form.
    pub(super) fn name(&mut self) -> Result<Spanned<String>, Reported> {
        self.take_kind(TokenKind::Name).map(spanned).ok_or_else(|| self.unexpected("a name"))
    }

    /// A name that a document may declare.
    pub(super) fn plain_name(&mut self) -> Result<Spanned<String>, Reported> {
        if self.peek().is_some_and(|token| token.is_plain_name()) {
            return self.name();
        }
        Err(self.unexpected("a name of a–z, 0–9 and -"))
    }

    /// Everything that stands after the last token in its line, as text.
    pub(super) fn text(&mut self) -> TextLine<'a> {
        let line = self.line().map_or(TextLine { start: self.end, text: "" }, |line| line.line);
        self.leave_line();
        let text = line.text.get(self.end.saturating_sub(line.start)..).unwrap_or_default();
        let text = TextLine { start: self.end, text }.trimmed();
        if !text.text.is_empty() {
            self.end = text.span().end;
        }
        text
    }

    /// The rest of the line as words in both languages.
    pub(super) fn words(&mut self) -> Result<Spanned<Words>, Reported> {
        let text = self.text();
        if text.text.is_empty() {
            return Err(self.ended_early(WORDS_FORM));
        }
        Ok(self.words_in(text.text, text.span()))
    }

    /// Words in both languages; where one is lacking that is reported, and the other is kept.
    pub(super) fn words_in(&mut self, text: &str, span: Span) -> Spanned<Words> {
        let node = Words::parse(text).unwrap_or_else(|| {
            self.faults.at(Code::OneLanguage, span, "");
            let (zh, en) = text.split_once(BETWEEN_LANGUAGES).unwrap_or((text, ""));
            Words { zh: zh.trim().to_owned(), en: en.trim().to_owned() }
        });
        Spanned { node, span }
    }

    /// Leaves what is unread of the line.
    pub(super) fn leave_line(&mut self) {
        self.open = 0;
        self.token = self.line().map_or(0, |line| line.tokens.len());
    }

    /// Leaves the line and every following line that stands deeper than a column.
    pub(super) fn leave_deeper(&mut self, column: usize) {
        self.leave_line();
        while self.next_item(column + 1).is_some() {
            self.leave_line();
        }
    }

    /// The first token of what comes next: in this line, or in the following one if this has been read and
    /// that one stands in the least column or deeper. A line that does not is left to who waits for it.
    pub(super) fn next_item(&mut self, least_column: usize) -> Option<Token<'a>> {
        let belongs = |token: &Token<'_>| token.column >= least_column;
        if let Some(token) = self.peek() {
            return Some(token).filter(belongs);
        }
        let first = self.lines.get(self.line + 1)?.tokens.first().copied().filter(belongs)?;
        (self.line, self.token) = (self.line + 1, 0);
        Some(first)
    }

    /// Reads something that stands one level deeper; too deep is a fault at the token that opens it.
    pub(super) fn deeper<T>(
        &mut self,
        opens: Token<'a>,
        read: impl FnOnce(&mut Self) -> Result<T, Reported>,
    ) -> Result<T, Reported> {
        self.check_depth(1, opens)?;
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }

    /// The fault that one more of a kind stands here than is taken.
    pub(super) fn too_many(&mut self, limit: Limit, found: usize, at: Token<'a>) -> Reported {
        self.faults.add(Code::TooMany, at.span, &found.to_string(), limit.bound())
    }

    /// The fault if something so high would stand too deep here.
    pub(super) fn check_depth(&mut self, height: usize, at: Token<'a>) -> Result<(), Reported> {
        let levels = self.depth + height;
        if levels <= EXPRESSION_LEVELS {
            return Ok(());
        }
        Err(self.faults.add(Code::TooDeep, at.span, &levels.to_string(), of::EXPRESSION_LEVELS.bound()))
    }
}

/// A token's text with its place.
pub(super) fn spanned(token: Token<'_>) -> Spanned<String> {
    Spanned { node: token.text.to_owned(), span: token.span }
}
