//! Lines of the rule language as tokens.

use super::lines::TextLine;
use crate::source::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum TokenKind {
    /// A name, dotted or with a layer or plain; keywords are names too.
    Name,
    /// A word that is no name: `CNY`, `m²`.
    Word,
    /// Digits with at most one point.
    Number,
    /// Digits in the form of a date.
    Date,
    /// Words in quotes.
    Quoted,
    /// A sign of the language.
    Symbol,
    /// Anything else.
    Other,
}

/// One token.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Token<'a> {
    pub(super) kind: TokenKind,
    pub(super) text: &'a str,
    pub(super) span: Span,
    /// The characters that stand before it in its line.
    pub(super) column: usize,
}

/// A line that holds at least one token.
#[derive(Debug)]
pub(super) struct TokenLine<'a> {
    pub(super) line: TextLine<'a>,
    pub(super) tokens: Vec<Token<'a>>,
    /// The column of the first token.
    pub(super) column: usize,
}

const SYMBOLS: [&str; 18] =
    ["..", "->", "<=", ">=", "<", ">", "(", ")", "{", "}", ",", ":", "=", "+", "-", "*", "/", "%"];
const COMMENT: char = '#';
const QUOTE: char = '"';

/// The lines of a block as tokens; lines that hold none are left out.
pub(super) fn tokenize<'a>(lines: &[TextLine<'a>]) -> Vec<TokenLine<'a>> {
    lines.iter().filter_map(|line| token_line(*line)).collect()
}

fn token_line(line: TextLine<'_>) -> Option<TokenLine<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let (mut rest, mut start, mut column) = (line.text, line.start, 0);
    while let Some(first) = rest.chars().next() {
        if first == COMMENT {
            break;
        }
        let (kind, length) = if first.is_whitespace() { (None, first.len_utf8()) } else { token_at(rest, first) };
        let Some((text, after)) = rest.split_at_checked(length) else { break };
        if let Some(kind) = kind {
            tokens.push(Token { kind, text, span: Span::new(start, start + length), column });
        }
        (rest, start, column) = (after, start + length, column + text.chars().count());
    }
    let column = tokens.first()?.column;
    Some(TokenLine { line, tokens, column })
}

/// The kind and the length in bytes of the token that a text begins with.
fn token_at(text: &str, first: char) -> (Option<TokenKind>, usize) {
    let (kind, length) = if first.is_ascii_digit() {
        number_at(text)
    } else if first.is_alphabetic() {
        word_at(text)
    } else if first == QUOTE {
        let close = text.char_indices().skip(1).find(|(_, c)| *c == QUOTE);
        close.map_or((TokenKind::Other, text.len()), |(at, _)| (TokenKind::Quoted, at + QUOTE.len_utf8()))
    } else {
        let symbol = SYMBOLS.into_iter().find(|symbol| text.starts_with(symbol));
        symbol.map_or((TokenKind::Other, first.len_utf8()), |symbol| (TokenKind::Symbol, symbol.len()))
    };
    (Some(kind), length)
}

fn number_at(text: &str) -> (TokenKind, usize) {
    let whole = digits_at(text, 0);
    let joined = |length: usize, sign: char| {
        let more = text.get(length..).is_some_and(|rest| rest.starts_with(sign));
        if more { digits_at(text, length + sign.len_utf8()) } else { 0 }
    };
    if whole == 4 {
        let month = joined(whole, '-');
        let to_month = whole + 1 + month;
        let day = if month > 0 { joined(to_month, '-') } else { 0 };
        if day > 0 {
            return (TokenKind::Date, to_month + 1 + day);
        }
    }
    // The point belongs to the number only with a digit behind it: `0..1` is a range.
    let fraction = joined(whole, '.');
    (TokenKind::Number, if fraction > 0 { whole + 1 + fraction } else { whole })
}

fn digits_at(text: &str, from: usize) -> usize {
    text.bytes().skip(from).take_while(u8::is_ascii_digit).count()
}

fn word_at(text: &str) -> (TokenKind, usize) {
    let mut characters = text.char_indices().peekable();
    let mut length = 0;
    while let Some((at, c)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        // Joining signs belong to the word only between its parts: `a..b` and `a - b` are three tokens.
        let belongs = match c {
            '-' => next.is_some_and(char::is_alphanumeric),
            '.' | '/' => next.is_some_and(char::is_alphabetic),
            _ => c.is_alphanumeric() || c == '_',
        };
        if !belongs {
            break;
        }
        length = at + c.len_utf8();
    }
    let word = text.get(..length).unwrap_or_default();
    (if is_name(word) { TokenKind::Name } else { TokenKind::Word }, length)
}

/// Whether a word is a name: segments of small letters, digits, `-` and `_`; or an option's id in Chinese.
fn is_name(word: &str) -> bool {
    let is_segment = |segment: &str| {
        segment.starts_with(|c: char| c.is_ascii_lowercase())
            && segment.chars().all(|c| matches!(c, 'a'..='z' | '0'..='9' | '-' | '_'))
    };
    word.split(['.', '/']).all(is_segment) || word.chars().all(|c| !c.is_ascii() && c.is_alphabetic())
}

impl Token<'_> {
    /// Whether it is the name or the sign that is written so.
    pub(super) fn is(&self, text: &str) -> bool {
        matches!(self.kind, TokenKind::Name | TokenKind::Symbol) && self.text == text
    }

    /// Whether it may name something that a document declares: small letters, digits and `-`.
    pub(super) fn is_plain_name(&self) -> bool {
        self.kind == TokenKind::Name && self.text.chars().all(|c| matches!(c, 'a'..='z' | '0'..='9' | '-'))
    }
}
