//! Labelled rows, and the tables that are made of them.

use super::cursor::Cursor;
use super::faults::Reported;
use super::literal::{TO, give_unit};
use super::syntax::{Expression, ExpressionKind, Row, RowKey, Selector, Spanned};
use super::token::{Token, TokenKind};
use crate::error::Code;
use crate::limits::{EXPRESSION_LEVELS, ROWS, of};
use crate::source::Words;

const A_ROW: &str = "a row";
const QUOTE: char = '"';

/// What the rows of a line or table are.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum RowStyle {
    /// `when`: a label and a condition.
    Condition,
    /// `let`: a name and what it stands for.
    Binding,
    /// `by`: a value of the selector and what it gives.
    Cell,
}

impl RowStyle {
    pub(super) const fn mark(self) -> &'static str {
        match self {
            Self::Condition | Self::Cell => ":",
            Self::Binding => "=",
        }
    }
}

impl<'a> Cursor<'a, '_> {
    /// The rows that stand deeper than the column of what holds them.
    pub(super) fn rows(&mut self, holder: usize, style: RowStyle) -> Result<Vec<Row>, Reported> {
        let mut rows = Vec::new();
        let mut is_empty = true;
        // The row above, if it ends with its line: nothing may stand deeper under it.
        let mut above = None;
        while let Some(first) = self.next_item(holder + 1) {
            is_empty = false;
            if let Some(above) = above.filter(|column| first.column > *column)
                && !self.is_misplaced_row(first, above)
            {
                self.lost = true;
                self.leave_line();
                continue;
            }
            if rows.len() == ROWS {
                self.lost = true;
                self.too_many(of::ROWS, rows.len() + 1, first);
                self.leave_deeper(holder);
                break;
            }
            self.column = first.column;
            match self.row(style) {
                Ok(row) => {
                    let is_table = matches!(row.body.kind, ExpressionKind::By { .. });
                    above = (!is_table).then_some(first.column);
                    rows.push(row);
                }
                Err(Reported) => {
                    above = None;
                    self.recover(first.column);
                }
            }
        }
        match (rows.is_empty(), is_empty) {
            (false, _) => Ok(rows),
            (true, false) => Err(Reported),
            (true, true) => Err(self.ended_early(A_ROW)),
        }
    }

    /// Reports a line that stands under a row without a table; says whether it can be read as a row.
    fn is_misplaced_row(&mut self, first: Token<'a>, above: usize) -> bool {
        let is_mark = |token: &Token<'_>| token.is(":") || token.is("=");
        let is_row = self.line().is_some_and(|line| line.tokens.iter().any(is_mark));
        let expected = if is_row { format!("column {}", above + 1) } else { "one line, or ( )".to_owned() };
        self.faults.at(Code::Syntax, first.span, expected);
        is_row
    }

    /// Goes on behind a row or line that could not be read. The rows of a table under it are read for their faults.
    pub(super) fn recover(&mut self, column: usize) {
        self.lost = true;
        let holds_table = self.line().is_some_and(|line| line.tokens.iter().any(|token| token.is("by")));
        self.leave_line();
        let has_rows = self.next_item(column + 1).is_some();
        if holds_table && has_rows && self.depth < EXPRESSION_LEVELS {
            self.depth += 1;
            let _: Result<Vec<Row>, Reported> = self.rows(column, RowStyle::Cell);
            self.depth -= 1;
        } else if has_rows {
            self.leave_deeper(column);
        }
    }

    fn row(&mut self, style: RowStyle) -> Result<Row, Reported> {
        let key = match style {
            RowStyle::Cell => self.key()?,
            RowStyle::Condition | RowStyle::Binding => {
                let name = self.plain_name()?;
                Spanned { node: RowKey::Name(name.node), span: name.span }
            }
        };
        let words = self.quoted()?;
        let name = if self.take("as").is_some() { Some(self.plain_name()?) } else { None };
        self.expect(style.mark())?;
        Ok(Row { key, name, words, body: self.body()? })
    }

    pub(super) fn key(&mut self) -> Result<Spanned<RowKey>, Reported> {
        let Some(token) = self.peek() else { return Err(self.unexpected(A_ROW)) };
        match token.kind {
            TokenKind::Number => self.number_key(),
            TokenKind::Date => self.days().map(|days| Spanned { node: RowKey::Days(days.node), span: days.span }),
            TokenKind::Symbol if token.is(TO) => {
                self.days().map(|days| Spanned { node: RowKey::Days(days.node), span: days.span })
            }
            TokenKind::Name if !token.text.contains(['.', '/']) => {
                self.step();
                let otherwise = token.is("otherwise");
                let node = if otherwise { RowKey::Otherwise } else { RowKey::Name(token.text.to_owned()) };
                Ok(Spanned { node, span: token.span })
            }
            _ => Err(self.unexpected("a name, a number, a day, `otherwise`")),
        }
    }

    fn number_key(&mut self) -> Result<Spanned<RowKey>, Reported> {
        let mut from = self.literal()?;
        if self.take(TO).is_none() {
            return Ok(Spanned { node: RowKey::Number(from.node), span: from.span });
        }
        if self.in_brackets && self.at(":") {
            return Ok(Spanned { node: RowKey::From(from.node), span: from.span });
        }
        let to = self.literal()?;
        give_unit(&mut from.node, to.node.unit.as_ref());
        Ok(Spanned { node: RowKey::Numbers(from.node, to.node), span: from.span.to(to.span) })
    }

    /// Words in quotes, if some stand here.
    fn quoted(&mut self) -> Result<Option<Spanned<Words>>, Reported> {
        let Some(token) = self.peek() else { return Ok(None) };
        if token.kind == TokenKind::Other && token.text.starts_with(QUOTE) {
            return Err(self.unexpected("a closing \""));
        }
        let Some(token) = self.take_kind(TokenKind::Quoted) else { return Ok(None) };
        Ok(Some(self.words_in(token.text.trim_matches(QUOTE), token.span)))
    }

    /// An expression; in a rate with how often and in which months, where it says so.
    fn cell(&mut self) -> Result<Expression, Reported> {
        let is_none = self.at("none") && self.peek_second().is_none();
        if !self.in_rate || is_none {
            return self.expression();
        }
        let period = if self.at("per") || self.at("once") { Some(self.period()?) } else { None };
        let amount = self.open_expression()?;
        let condition = if self.take("if").is_some() { Some(self.expression()?) } else { None };
        if period.is_none() && condition.is_none() {
            self.end_of_line()?;
            return Ok(amount);
        }
        let start = period.as_ref().map_or(amount.span, |period| period.span);
        let span = start.to(condition.as_ref().map_or(amount.span, |condition| condition.span));
        let (amount, condition) = (Box::new(amount), condition.map(Box::new));
        Ok(Expression { kind: ExpressionKind::Paid { period, amount, condition }, span })
    }

    /// An expression or a table: all that may stand behind a row's mark or a keyword.
    pub(super) fn body(&mut self) -> Result<Expression, Reported> {
        let Some(by) = self.take("by") else { return self.cell() };
        let selector = match self.take("reading") {
            Some(_) => Selector::Reading(self.name()?),
            None => Selector::Name(self.name()?),
        };
        self.end_of_line()?;
        let holder = self.column;
        let rows = self.deeper(by, |cursor| cursor.rows(holder, RowStyle::Cell))?;
        let span = rows.last().map_or(by.span, |row| by.span.to(row.body.span));
        Ok(Expression { kind: ExpressionKind::By { selector, rows }, span })
    }
}
