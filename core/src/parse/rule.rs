//! Rules: a head in the first column, and its lines.

use super::cursor::Cursor;
use super::faults::{Faults, Reported, nearest_first};
use super::fence::Body;
use super::keyword::{CLAIM, Form, KIND_WORDS, Keyword, kind_of};
use super::rows::RowStyle;
use super::syntax::{Kind, LAYER_SEPARATOR, Line, LineBody, Rate, RuleSyntax, Spanned};
use super::token::{Token, TokenKind, tokenize};
use crate::error::{Code, nearest};
use crate::limits::{LINES, of};
use crate::value::Period;

/// What the brackets of a table are counted in.
const MONEY: &str = "CNY";

/// The column that a line stands in where no line of its rule says otherwise.
const USUAL_COLUMN: usize = 2;

/// The rules of a block, and whether the head of each could be read.
pub(super) fn rules<'a>(body: &Body<'_, 'a>, faults: &mut Faults<'a>) -> (Vec<RuleSyntax>, bool) {
    let lines = tokenize(body.lines);
    if let (true, Some(close)) = (lines.is_empty(), body.close) {
        faults.at(Code::Syntax, close.span(), KIND_WORDS.join(", "));
    }
    let mut cursor = Cursor::new(&lines, faults);
    let (mut rules, mut has_all_heads) = (Vec::new(), true);
    while let Some(first) = cursor.next_item(0) {
        if first.column == 0 {
            let rule = cursor.rule(first);
            has_all_heads &= rule.is_some();
            rules.extend(rule);
        } else {
            has_all_heads = false;
            cursor.faults.at(Code::Syntax, first.span, KIND_WORDS.join(", "));
            cursor.leave_deeper(0);
        }
    }
    (rules, has_all_heads)
}

impl<'a> Cursor<'a, '_> {
    /// A rule; `None` where its head says too little to name it.
    fn rule(&mut self, first: Token<'a>) -> Option<RuleSyntax> {
        let Some(kind) = self.kind(first) else {
            self.leave_deeper(0);
            return None;
        };
        let head = self.head(kind);
        self.leave_line();
        self.lost = false;
        self.in_brackets = kind == Kind::Table;
        let lines = self.lines_of(kind);
        let (name, subject) = head.ok()?;
        let complete = !self.lost;
        Some(RuleSyntax { kind: Spanned { node: kind, span: first.span }, name, subject, lines, complete })
    }

    /// The kind that the head's first word names, or most likely means.
    fn kind(&mut self, first: Token<'a>) -> Option<Kind> {
        self.column = first.column;
        self.step();
        if let Some(kind) = kind_of(first.text) {
            return Some(kind);
        }
        let is_word = matches!(first.kind, TokenKind::Name | TokenKind::Word);
        let code = if is_word { Code::UnknownKind } else { Code::Syntax };
        self.faults.at(code, first.span, nearest_first(first.text, KIND_WORDS.into_iter()));
        nearest(first.text, KIND_WORDS).and_then(kind_of)
    }

    fn head(&mut self, kind: Kind) -> Result<(Spanned<String>, Vec<Spanned<String>>), Reported> {
        // A quantity belongs to no single text, so its id need not begin with a layer.
        let has_whole_id = kind == Kind::Quantity && self.peek().is_some_and(is_whole_id);
        let name = if has_whole_id { self.name()? } else { self.plain_name()? };
        let mut subject = Vec::new();
        if kind == Kind::Calendar {
            self.expect("from")?;
            subject.push(self.name()?);
        }
        if kind.has_subject() {
            self.expect("for")?;
            subject.push(self.plain_name()?);
            if self.take("x").is_some() {
                subject.push(self.plain_name()?);
            }
        }
        if kind == Kind::Table {
            self.expect("of")?;
            if self.unit()?.is_none_or(|unit| unit.node != MONEY) {
                return Err(self.unexpected(MONEY));
            }
            self.expect("marginal")?;
        }
        self.end_of_line()?;
        Ok((name, subject))
    }

    fn lines_of(&mut self, kind: Kind) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        let mut guessed: Vec<&str> = Vec::new();
        let mut above = None;
        let mut count: usize = 0;
        while let Some(first) = self.next_item(0).filter(|first| is_line(kind, *first)) {
            count += 1;
            if count > LINES {
                self.lost = true;
                self.too_many(of::LINES, count, first);
                self.leave_deeper(0);
                break;
            }
            let known = kind.keyword(first.text);
            if !self.is_misplaced(first, above) {
                above = Some(first.column);
            } else if known.is_none() {
                self.lost = true;
                self.leave_line();
                continue;
            }
            let Some(keyword) = known.or_else(|| self.unknown_keyword(kind, first)) else {
                self.lost = true;
                self.leave_deeper(first.column);
                continue;
            };
            let line = self.line_of(keyword, first);
            let is_repeated = !keyword.repeats && lines.iter().any(|line| line.keyword.node == keyword.word);
            if known.is_none() {
                guessed.push(keyword.word);
            } else if is_repeated && !guessed.contains(&keyword.word) {
                self.faults.at(Code::DuplicateLine, first.span, "");
            }
            lines.extend(line.filter(|_| !is_repeated));
        }
        lines
    }

    /// Reports a line that stands in the margin, or under a keyword that has been read to its end.
    fn is_misplaced(&mut self, first: Token<'a>, above: Option<usize>) -> bool {
        let in_place = first.column > 0 && above.is_none_or(|above| first.column <= above);
        if !in_place {
            let right = above.unwrap_or(USUAL_COLUMN);
            self.faults.at(Code::Syntax, first.span, format!("column {}", right + 1));
        }
        !in_place
    }

    /// The line of a keyword; `None` after the fault that it could not be read.
    pub(super) fn line_of(&mut self, keyword: Keyword, first: Token<'a>) -> Option<Line> {
        self.column = first.column;
        self.step();
        match self.line_body(keyword.form, first) {
            Ok(body) => Some(Line { keyword: Spanned { node: keyword.word.to_owned(), span: first.span }, body }),
            Err(Reported) => {
                self.recover(first.column);
                None
            }
        }
    }

    /// Reports a word that is no keyword of the kind; gives the one that was most likely meant.
    fn unknown_keyword(&mut self, kind: Kind, first: Token<'a>) -> Option<Keyword> {
        let words = kind.keywords().iter().map(|keyword| keyword.word);
        let is_word = matches!(first.kind, TokenKind::Name | TokenKind::Word);
        let code = if is_word { Code::UnknownKeyword } else { Code::Syntax };
        self.faults.at(code, first.span, nearest_first(first.text, words.clone()));
        nearest(first.text, words).and_then(|word| kind.keyword(word))
    }

    fn line_body(&mut self, form: Form, keyword: Token<'a>) -> Result<LineBody, Reported> {
        if !matches!(form, Form::Nothing | Form::Claim) {
            self.space_after(keyword)?;
        }
        let body = match form {
            Form::Words => LineBody::Words(self.words()?),
            Form::Days => LineBody::Days(self.days()?),
            Form::Day => LineBody::Day(self.day()?),
            Form::Pay => {
                let payer = if self.at("->") { None } else { Some(self.plain_name()?) };
                self.expect("->")?;
                LineBody::Pay { payer, payee: self.plain_name()? }
            }
            Form::Name => LineBody::Name(self.plain_name()?),
            Form::Id if self.peek().is_some_and(is_whole_id) => LineBody::Name(self.name()?),
            Form::Id => return Err(self.unexpected("layer/name")),
            Form::Option => {
                let id = self.plain_name()?;
                self.expect(":")?;
                LineBody::Option { id, words: self.words()? }
            }
            Form::Rows(style) => LineBody::Rows(self.rows(keyword.column, style)?),
            Form::Expression => LineBody::Expression(self.body()?),
            Form::Conditions if self.peek().is_none() => {
                LineBody::Rows(self.rows(keyword.column, RowStyle::Condition)?)
            }
            Form::Conditions => LineBody::Expression(self.body()?),
            Form::Rate if self.take("elsewhere").is_some() => {
                self.expect("as")?;
                let name = self.plain_name()?;
                self.expect(":")?;
                LineBody::Elsewhere { name, words: self.words()? }
            }
            Form::Rate => {
                let period = if self.at("by") { None } else { Some(self.period()?) };
                self.in_rate = true;
                let amount = self.body();
                self.in_rate = false;
                LineBody::Rate(Rate { period, amount: amount? })
            }
            Form::Nothing => LineBody::Nothing,
            Form::Year => {
                self.expect("calendar")?;
                self.expect("year")?;
                LineBody::Nothing
            }
            Form::Source => self.source()?,
            Form::Step => LineBody::Step(self.way_by_way(keyword.column)?),
            Form::Answer => LineBody::Answer(self.answer(keyword.column)?),
            Form::Item => LineBody::Item(self.item(keyword.column)?),
            Form::Claim => {
                self.end_of_line()?;
                LineBody::Claim(self.lines_beneath(keyword.column, &CLAIM)?)
            }
        };
        self.end_of_line()?;
        Ok(body)
    }

    fn source(&mut self) -> Result<LineBody, Reported> {
        const FORM: &str = "verified-secondary 文件 \"…\"";
        let standing = self.plain_name()?;
        let text = self.text().text;
        let parts = text.strip_suffix('"').and_then(|text| text.split_once('"'));
        match parts.map(|(document, quote)| (document.trim(), quote.trim())) {
            Some((document, quote)) if !document.is_empty() && !quote.is_empty() => {
                Ok(LineBody::Source { standing, document: document.to_owned(), quote: quote.to_owned() })
            }
            _ => Err(self.ended_early(FORM)),
        }
    }

    pub(super) fn period(&mut self) -> Result<Spanned<Period>, Reported> {
        if let Some(once) = self.take("once") {
            return Ok(Spanned { node: Period::Once, span: once.span });
        }
        let Some(per) = self.take("per") else {
            return Err(self.unexpected("per month, per year, once, elsewhere"));
        };
        let periods = [("month", Period::Month), ("year", Period::Year)];
        let written = periods.into_iter().find(|(word, _)| self.at(word));
        let (Some((_, node)), Some(unit)) = (written, self.peek()) else {
            return Err(self.unexpected("month, year"));
        };
        self.step();
        Ok(Spanned { node, span: per.span.to(unit.span) })
    }
}

/// Whether a name is an id of two parts.
fn is_whole_id(token: Token<'_>) -> bool {
    token.kind == TokenKind::Name && !token.text.contains('.') && token.text.matches(LAYER_SEPARATOR).count() == 1
}

/// Whether a line belongs to the rule above it: it stands deeper than the head, or its author forgot to indent it.
fn is_line(kind: Kind, first: Token<'_>) -> bool {
    first.column > 0 || kind.keyword(first.text).is_some()
}
