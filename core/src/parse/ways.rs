//! Steps with their ways, and answers in words.

use super::cursor::Cursor;
use super::faults::{Reported, nearest_first};
use super::keyword::{Keyword, WAY};
use super::rows::RowStyle;
use super::syntax::{Answer, Line, RowKey, Spanned, Step, Way, WordsRow};
use super::token::{Token, TokenKind};
use crate::error::Code;
use crate::limits::{ROWS, of};

impl<'a> Cursor<'a, '_> {
    /// `id`, or `id by fact`, and the ways beneath.
    pub(super) fn way_by_way(&mut self, holder: usize) -> Result<Step, Reported> {
        let id = self.plain_name()?;
        let selector = if self.take("by").is_some() { Some(self.name()?) } else { None };
        self.end_of_line()?;
        let ways = if selector.is_some() {
            self.ways(holder)?
        } else {
            let key = Spanned { node: RowKey::Otherwise, span: id.span };
            vec![Way { key, lines: Some(self.way(holder)?) }]
        };
        Ok(Step { id, selector, ways })
    }

    /// `key:` with lines beneath, or `key: none`.
    fn ways(&mut self, holder: usize) -> Result<Vec<Way>, Reported> {
        let mut ways = Vec::new();
        while let Some(first) = self.next_item(holder + 1) {
            if ways.len() == ROWS {
                self.lost = true;
                self.too_many(of::ROWS, ways.len() + 1, first);
                self.leave_deeper(holder);
                break;
            }
            self.column = first.column;
            let way = self.key().and_then(|key| {
                self.expect(":")?;
                let lines = if self.take("none").is_some() { None } else { Some(()) };
                self.end_of_line()?;
                let lines = lines.map(|()| self.way(first.column)).transpose()?;
                Ok(Way { key, lines })
            });
            match way {
                Ok(way) => ways.push(way),
                Err(Reported) => {
                    self.lost = true;
                    self.leave_deeper(first.column);
                }
            }
        }
        if ways.is_empty() && !self.lost { Err(self.ended_early("a row")) } else { Ok(ways) }
    }

    /// The lines of one way.
    fn way(&mut self, holder: usize) -> Result<Vec<Line>, Reported> {
        self.lines_beneath(holder, &WAY)
    }

    /// Lines that stand deeper than what holds them, each of some keywords.
    pub(super) fn lines_beneath(&mut self, holder: usize, known: &[Keyword]) -> Result<Vec<Line>, Reported> {
        let mut lines: Vec<Line> = Vec::new();
        while let Some(first) = self.next_item(holder + 1) {
            let words = known.iter().map(|keyword| keyword.word);
            let Some(keyword) = known.iter().copied().find(|keyword| keyword.word == first.text) else {
                self.not_of_a_way(first, nearest_first(first.text, words));
                continue;
            };
            let line = self.line_of(keyword, first);
            if !keyword.repeats && lines.iter().any(|line| line.keyword.node == keyword.word) {
                self.faults.at(Code::DuplicateLine, first.span, "");
            } else {
                lines.extend(line);
            }
        }
        let all = || known.iter().map(|keyword| keyword.word).collect::<Vec<_>>().join(", ");
        if lines.is_empty() && !self.lost { Err(self.ended_early(&all())) } else { Ok(lines) }
    }

    fn not_of_a_way(&mut self, first: Token<'a>, expected: String) {
        let is_word = matches!(first.kind, TokenKind::Name | TokenKind::Word);
        self.faults.at(if is_word { Code::UnknownKeyword } else { Code::Syntax }, first.span, expected);
        self.lost = true;
        self.leave_deeper(first.column);
    }

    /// `by fact` or `list`, and rows of words beneath; or `words`, and they.
    pub(super) fn answer(&mut self, holder: usize) -> Result<Answer, Reported> {
        if self.take("words").is_some() {
            return Ok(Answer::Words(self.words()?));
        }
        let selector = if self.take("by").is_some() {
            Some(self.name()?)
        } else if self.take("list").is_some() {
            None
        } else {
            return Err(self.unexpected("by, list, words"));
        };
        self.end_of_line()?;
        let mut rows = Vec::new();
        let mut is_empty = true;
        while let Some(first) = self.next_item(holder + 1) {
            is_empty = false;
            if rows.len() == ROWS {
                self.lost = true;
                self.too_many(of::ROWS, rows.len() + 1, first);
                self.leave_deeper(holder);
                break;
            }
            self.column = first.column;
            let row = self.key().and_then(|key| {
                self.expect(RowStyle::Cell.mark())?;
                Ok(WordsRow { key, words: self.words()? })
            });
            match row {
                Ok(row) => rows.push(row),
                Err(Reported) => {
                    self.lost = true;
                    self.leave_deeper(first.column);
                }
            }
        }
        if is_empty { Err(self.ended_early("a row")) } else { Ok(Answer::Rows { selector, rows }) }
    }
}
