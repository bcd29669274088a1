//! Lines of law, each of them one piece of a sentence, and statements of what a law says whose text was not read.

use super::clause::{Path, is_article};
use super::faults::{Faults, nearest_first};
use super::lines::TextLine;
use super::syntax::{Piece, Stated};
use crate::error::Code;
use crate::source::{Span, Standing};

const LAW_MARK: &str = "> ";
const STATED_MARK: &str = ">> ";
/// Between who states it and what is stated.
const COLON: char = '：';
const COMMA: char = '，';
/// How a statement is written.
const STATED_FORM: &str = "STANDING 来源：内容";
/// What a piece of a sentence ends with.
const STOPS: [char; 2] = ['。', '；'];

/// The text of a line of law; `None` for prose, and for a `>` alone, which only keeps two quotations together.
pub(super) fn law_of(line: TextLine<'_>) -> Option<TextLine<'_>> {
    line.after(LAW_MARK)
}

/// The text of a line that states what a law says.
pub(super) fn stated_of(line: TextLine<'_>) -> Option<TextLine<'_>> {
    line.after(STATED_MARK)
}

/// Reads the text of a line of law.
pub(super) fn piece(law: TextLine<'_>, path: &mut Path, faults: &mut Faults<'_>) -> Option<Piece> {
    of_text(law, None, path, faults)
}

/// Reads `STANDING who：what`: what a law says in words of our own, and who says so.
pub(super) fn stated(line: TextLine<'_>, path: &mut Path, faults: &mut Faults<'_>) -> Option<Piece> {
    let (head, text) = match line.text.split_once(COLON) {
        Some((head, text)) => {
            let start = line.start + head.len() + COLON.len_utf8();
            (TextLine { start: line.start, text: head }, TextLine { start, text })
        }
        None => (line, TextLine { start: line.span().end, text: "" }),
    };
    let (word, by) = head.split_word();
    // What is quoted is no statement of ours.
    let words = || Standing::ALL.into_iter().filter(|standing| *standing != Standing::Seed).map(Standing::id);
    let standing = Standing::parse(word.text).filter(|standing| *standing != Standing::Seed);
    let Some(standing) = standing else {
        faults.at(Code::Syntax, word.span(), nearest_first(word.text, words()));
        return None;
    };
    // What is known from memory alone has nobody who says it.
    if by.text.is_empty() && standing != Standing::FromMemory {
        faults.ends_early(head.trimmed().span().end, STATED_FORM);
        return None;
    }
    if text.text.trim().is_empty() {
        faults.ends_early(line.span().end, STATED_FORM);
        return None;
    }
    of_text(text, Some(Stated { standing, by: by.text.to_owned() }), path, faults)
}

fn of_text(law: TextLine<'_>, stated: Option<Stated>, path: &mut Path, faults: &mut Faults<'_>) -> Option<Piece> {
    let bare = law.trimmed();
    if bare.text.is_empty() {
        faults.add(Code::NotOnePiece, law.span(), LAW_MARK.trim(), "");
        return None;
    }
    let inner_stop = bare.text.char_indices().find(|(at, c)| STOPS.contains(c) && at + c.len_utf8() < bare.text.len());
    if let Some((at, stop)) = inner_stop {
        let start = bare.start + at;
        faults.add(Code::NotOnePiece, Span::new(start, start + stop.len_utf8()), bare.text, "");
    }
    let marked = path.enter(bare.text);
    // An article's sentence stands behind its mark, whether or not it holds a comma.
    let heading = marked && stated.is_none() && !is_article(bare.text) && !bare.text.contains(COMMA);
    Some(Piece { text: law.text.to_owned(), span: law.span(), clause: path.written(), heading, stated })
}
