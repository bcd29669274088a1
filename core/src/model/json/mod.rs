//! JSON → [`Node`], every number as the text that it is, and everything with its place.

mod text;

use super::input::{excerpt, text, too_deep};
use super::{Node, NodeValue};
use crate::error::{Code, Diagnostic, Diagnostics};
use crate::limits::CASE_LEVELS;

impl Node {
    /// Reads a JSON text.
    ///
    /// # Errors
    /// [`Code::TooLarge`], [`Code::InvalidUtf8`], [`Code::TooDeep`] or [`Code::InvalidJson`].
    pub fn from_json(bytes: &[u8]) -> Result<Self, Diagnostics> {
        let whole = text(bytes)?;
        // Windows editors write a byte order mark.
        let at = if whole.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let mut reader = Reader { json: whole, at, levels: 0 };
        reader.whole().map_err(|fault| {
            match fault.words {
                None => too_deep("", fault.at),
                Some(words) => {
                    let (found, span) = excerpt(whole, fault.at);
                    Diagnostic::in_text(Code::InvalidJson, "", span, found, words)
                }
            }
            .into()
        })
    }
}

/// Where a text is no JSON, and what would be right there; without words it nests too deep.
struct Fault {
    at: usize,
    words: Option<&'static str>,
}

/// A text that has been read up to a byte.
struct Reader<'j> {
    json: &'j str,
    at: usize,
    /// How many lists and objects are open.
    levels: usize,
}

impl Reader<'_> {
    fn whole(&mut self) -> Result<Node, Fault> {
        let node = self.node()?;
        match self.next_byte() {
            None => Ok(node),
            Some(_) => Err(self.fault("trailing characters")),
        }
    }

    /// What is wrong at the next byte.
    const fn fault(&self, words: &'static str) -> Fault {
        Fault { at: self.at, words: Some(words) }
    }

    /// What is wrong at the next byte, or that there is none.
    fn fault_or_end(&self, words: &'static str, end: &'static str) -> Fault {
        self.fault(if self.peek().is_none() { end } else { words })
    }

    fn peek(&self) -> Option<u8> {
        self.json.as_bytes().get(self.at).copied()
    }

    /// The next byte that is no white space.
    fn next_byte(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
        self.peek()
    }

    /// Takes a byte if it is the next.
    fn take(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    /// Takes digits, and says whether there were any.
    fn digits(&mut self) -> bool {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        self.at > start
    }

    fn node(&mut self) -> Result<Node, Fault> {
        let first = self.next_byte();
        let offset = self.at;
        let value = match first {
            Some(b'{') => NodeValue::Object(self.members()?),
            Some(b'[') => NodeValue::List(self.items()?),
            Some(b'"') => NodeValue::Text(self.text()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(b'n') => self.word("null", NodeValue::Null)?,
            Some(b't') => self.word("true", NodeValue::Truth(true))?,
            Some(b'f') => self.word("false", NodeValue::Truth(false))?,
            _ => return Err(self.fault_or_end("expected value", "EOF while parsing a value")),
        };
        Ok(Node { value, offset })
    }

    fn word(&mut self, word: &str, value: NodeValue) -> Result<NodeValue, Fault> {
        for byte in word.bytes() {
            if !self.take(byte) {
                return Err(self.fault_or_end("expected ident", "EOF while parsing a value"));
            }
        }
        Ok(value)
    }

    fn number(&mut self) -> Result<NodeValue, Fault> {
        let start = self.at;
        self.take(b'-');
        // No digit follows a leading zero.
        let mut fits =
            if self.take(b'0') { !self.peek().is_some_and(|byte| byte.is_ascii_digit()) } else { self.digits() };
        if fits && self.take(b'.') {
            fits = self.digits();
        }
        if fits && (self.take(b'e') || self.take(b'E')) {
            let _ = self.take(b'+') || self.take(b'-');
            fits = self.digits();
        }
        if !fits {
            return Err(self.fault_or_end("invalid number", "EOF while parsing a value"));
        }
        Ok(NodeValue::Number(self.json.get(start..self.at).unwrap_or_default().to_owned()))
    }

    /// Takes the bracket that opens a list or an object.
    const fn open(&mut self) -> Result<(), Fault> {
        self.levels += 1;
        if self.levels > CASE_LEVELS {
            return Err(Fault { at: self.at, words: None });
        }
        self.at += 1;
        Ok(())
    }

    /// Whether another entry follows; if none does, the bracket that closes is taken.
    fn follows(&mut self, is_first: bool, close: u8, [comma, end]: [&'static str; 2]) -> Result<bool, Fault> {
        let next = self.next_byte();
        if next == Some(close) {
            self.at += 1;
            self.levels -= 1;
            return Ok(false);
        }
        if is_first {
            return if next.is_some() { Ok(true) } else { Err(self.fault(end)) };
        }
        if !self.take(b',') {
            return Err(self.fault_or_end(comma, end));
        }
        match self.next_byte() {
            Some(byte) if byte == close => Err(self.fault("trailing comma")),
            Some(_) => Ok(true),
            None => Err(self.fault("EOF while parsing a value")),
        }
    }

    fn items(&mut self) -> Result<Vec<Node>, Fault> {
        self.open()?;
        let mut items = Vec::new();
        while self.follows(items.is_empty(), b']', ["expected `,` or `]`", "EOF while parsing a list"])? {
            items.push(self.node()?);
        }
        Ok(items)
    }

    fn members(&mut self) -> Result<Vec<(String, Node)>, Fault> {
        self.open()?;
        let mut members = Vec::new();
        while self.follows(members.is_empty(), b'}', ["expected `,` or `}`", "EOF while parsing an object"])? {
            if self.peek() != Some(b'"') {
                return Err(self.fault("key must be a string"));
            }
            let name = self.text()?;
            self.next_byte();
            if !self.take(b':') {
                return Err(self.fault_or_end("expected `:`", "EOF while parsing an object"));
            }
            members.push((name, self.node()?));
        }
        Ok(members)
    }
}
