//! Lines of law, each of them one piece of a sentence.

use super::clause::Path;
use super::faults::Faults;
use super::lines::TextLine;
use super::syntax::Piece;
use crate::error::Code;
use crate::source::Span;

const LAW_MARK: &str = "> ";
const COMMA: char = '，';
/// What a piece of a sentence ends with.
const STOPS: [char; 2] = ['。', '；'];

/// The text of a line of law; `None` for prose, and for a `>` alone, which only keeps two quotations together.
pub(super) fn law_of(line: TextLine<'_>) -> Option<TextLine<'_>> {
    line.after(LAW_MARK)
}

/// Reads the text of a line of law.
pub(super) fn piece(law: TextLine<'_>, path: &mut Path, faults: &mut Faults<'_>) -> Option<Piece> {
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
    let heading = marked && !bare.text.contains(COMMA);
    Some(Piece { text: law.text.to_owned(), span: law.span(), clause: path.written(), heading })
}
