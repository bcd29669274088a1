//! Texts in quotes.

use super::{Fault, Reader};

impl Reader<'_> {
    /// A text, from the quote that opens it to the quote that closes it.
    pub(super) fn text(&mut self) -> Result<String, Fault> {
        self.at += 1;
        let mut text = String::new();
        loop {
            let start = self.at;
            while self.peek().is_some_and(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
                self.at += 1;
            }
            // What ends here is ASCII, so no character is cut.
            text.push_str(self.json.get(start..self.at).unwrap_or_default());
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some(b'\\') => text.push(self.escaped()?),
                Some(_) => {
                    return Err(self.fault("control character (\\u0000-\\u001F) found while parsing a string"));
                }
                None => return Err(self.fault("EOF while parsing a string")),
            }
        }
    }

    /// A character that is written with a backslash.
    fn escaped(&mut self) -> Result<char, Fault> {
        self.at += 1;
        let character = match self.peek() {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unit_or_pair(),
            _ => return Err(self.fault_or_end("invalid escape", "EOF while parsing a string")),
        };
        self.at += 1;
        Ok(character)
    }

    /// A character of four hexadecimal digits, or of two halves of four each.
    fn unit_or_pair(&mut self) -> Result<char, Fault> {
        let start = self.at;
        let alone = |_| Fault { at: start, words: Some("lone leading surrogate in hex escape") };
        let unit = self.unit()?;
        if let Ok(character) = char::try_from(unit) {
            return Ok(character);
        }
        if !self.take(b'\\') || self.peek() != Some(b'u') {
            return Err(alone(()));
        }
        let halves = [unit, self.unit()?].map(|half| u16::try_from(half).unwrap_or_default());
        char::decode_utf16(halves).next().and_then(Result::ok).ok_or(()).map_err(alone)
    }

    /// Four hexadecimal digits after the letter `u`.
    fn unit(&mut self) -> Result<u32, Fault> {
        self.at += 1;
        let mut unit = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16));
            let Some(digit) = digit else {
                return Err(self.fault_or_end("invalid escape", "EOF while parsing a string"));
            };
            unit = unit << 4 | digit;
            self.at += 1;
        }
        Ok(unit)
    }
}
