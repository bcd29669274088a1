//! The `document` block: the data of the instrument, a keyword and a value in each line.

use super::cursor::Cursor;
use super::faults::{Faults, Reported, nearest_first};
use super::fence::Fence;
use super::lines::TextLine;
use super::syntax::{DocumentBlock, Spanned};
use super::token::{Token, tokenize};
use crate::error::{Code, nearest};
use crate::source::{Standing, Words};
use crate::value::{Date, Days};

const KEYWORDS: [&str; 7] = ["document", "title", "issuer", "published", "force", "standing", "law"];
const LOCK_ALGORITHM: &str = "sha256:";
/// What stands in the place of a lock where the document holds no text of the law.
pub const NO_LOCK: &str = "none";

/// What has been read so far.
#[derive(Default)]
struct Draft {
    number: Option<Spanned<String>>,
    title: Option<Spanned<Words>>,
    issuer: Option<Spanned<Words>>,
    published: Option<Spanned<Date>>,
    force: Option<Spanned<Days>>,
    standing: Option<Spanned<Standing>>,
    law: Option<Spanned<String>>,
}

/// Reads the block; `None` unless every line is there and could be read.
pub(super) fn header<'a>(fence: Fence<'a>, lines: &[TextLine<'a>], faults: &mut Faults<'a>) -> Option<DocumentBlock> {
    let lines = tokenize(lines);
    let mut cursor = Cursor::new(&lines, faults);
    let mut draft = Draft::default();
    let mut seen = Seen::default();
    while let Some(first) = cursor.next_item(0) {
        // What is wrong with a line has been reported; the next one is read as ever.
        let _: Result<(), Reported> = cursor.header_line(first, &mut seen, &mut draft);
        cursor.leave_line();
    }
    for keyword in KEYWORDS.into_iter().filter(|keyword| !seen.holds(keyword)) {
        cursor.faults.add(Code::MissingLine, fence.line.span(), fence.word.text, keyword);
    }
    draft.finish()
}

/// The keywords met so far. A misspelt one counts as the one that it most likely means, so that this one is
/// not reported as missing too.
#[derive(Default)]
struct Seen<'a> {
    written: Vec<&'a str>,
    guessed: Vec<&'a str>,
}

impl Seen<'_> {
    fn holds(&self, keyword: &str) -> bool {
        self.written.contains(&keyword) || self.guessed.contains(&keyword)
    }
}

impl Draft {
    fn finish(self) -> Option<DocumentBlock> {
        Some(DocumentBlock {
            number: self.number?,
            title: self.title?,
            issuer: self.issuer?,
            published: self.published?,
            force: self.force?,
            standing: self.standing?,
            law: self.law?,
        })
    }
}

impl<'a> Cursor<'a, '_> {
    fn header_line(&mut self, first: Token<'a>, seen: &mut Seen<'_>, draft: &mut Draft) -> Result<(), Reported> {
        self.step();
        let keyword = match KEYWORDS.into_iter().find(|keyword| *keyword == first.text) {
            Some(known) if seen.written.contains(&known) => {
                return Err(self.faults.at(Code::DuplicateLine, first.span, ""));
            }
            Some(known) => {
                seen.written.push(known);
                known
            }
            None => {
                let expected = nearest_first(first.text, KEYWORDS.into_iter());
                let unknown = self.faults.at(Code::UnknownKeyword, first.span, expected);
                let meant = nearest(first.text, KEYWORDS).ok_or(unknown)?;
                seen.guessed.push(meant);
                meant
            }
        };
        self.space_after(first)?;
        match keyword {
            "document" => draft.number = Some(self.value("a number")?),
            "title" => draft.title = Some(self.words()?),
            "issuer" => draft.issuer = Some(self.words()?),
            "published" => draft.published = Some(self.day()?),
            "force" => draft.force = Some(self.days()?),
            "standing" => draft.standing = Some(self.standing()?),
            _ => draft.law = Some(self.lock()?),
        }
        self.end_of_line()
    }

    /// The rest of the line as it stands.
    fn value(&mut self, expected: &str) -> Result<Spanned<String>, Reported> {
        let text = self.text();
        if text.text.is_empty() {
            return Err(self.ended_early(expected));
        }
        Ok(Spanned { node: text.text.to_owned(), span: text.span() })
    }

    fn standing(&mut self) -> Result<Spanned<Standing>, Reported> {
        let words = Standing::ALL.into_iter().map(Standing::id);
        let word = self.value(&words.clone().collect::<Vec<_>>().join(", "))?;
        let node = Standing::parse(&word.node)
            .ok_or_else(|| self.faults.at(Code::Syntax, word.span, nearest_first(&word.node, words)))?;
        Ok(Spanned { node, span: word.span })
    }

    /// `sha256:` and hexadecimal digits, which are kept in small letters; `none` where there is no text of the law.
    fn lock(&mut self) -> Result<Spanned<String>, Reported> {
        let form = format!("{LOCK_ALGORITHM}HEX, {NO_LOCK}");
        let written = self.value(&form)?;
        if written.node == NO_LOCK {
            return Ok(written);
        }
        let digits = written.node.strip_prefix(LOCK_ALGORITHM).unwrap_or_default();
        if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(self.faults.at(Code::Syntax, written.span, form));
        }
        Ok(Spanned { node: digits.to_ascii_lowercase(), span: written.span })
    }
}
