//! How deep a TOML text nests, by a look at each byte once.
//!
//! The parser recurses for brackets and builds a table for each point of a key, and dropping these recurses
//! too: a few kilobytes could use up a thread's stack. For a text that is no TOML the count may be too high.

use crate::limits::CASE_LEVELS;

/// The byte at which a text nests too deep.
pub(super) fn first_too_deep(text: &str) -> Option<usize> {
    let mut scan = Scan { line: Level::default(), open: Vec::new(), depth: 1 };
    let mut rest = text.as_bytes();
    while let Some(byte) = rest.first() {
        scan.take(*byte);
        if scan.depth > CASE_LEVELS {
            return Some(text.len() - rest.len());
        }
        rest = rest.get(length(*byte, rest)..).unwrap_or_default();
    }
    None
}

/// The brackets that are open, and the line that they stand on.
struct Scan {
    line: Level,
    open: Vec<Level>,
    /// The root, the open brackets, and the points of their keys.
    depth: usize,
}

/// What stands between two brackets, since the last comma.
#[derive(Default)]
struct Level {
    opened_by: u8,
    /// Points, each of which is a table more.
    points: usize,
    /// Past the equals sign, or in an array.
    in_value: bool,
    /// A number or a time has one point, which is no table.
    point_of_value: bool,
}

impl Scan {
    fn take(&mut self, byte: u8) {
        let nested = !self.open.is_empty();
        let level = self.open.last_mut().unwrap_or(&mut self.line);
        match byte {
            b'[' | b'{' => {
                // A square bracket where a key may stand is the head of a table, and holds a key.
                let in_value = byte == b'[' && level.in_value;
                self.open.push(Level { opened_by: byte, in_value, ..Level::default() });
                self.depth += 1;
            }
            b']' | b'}' if level.opened_by == byte - 2 => {
                self.depth -= 1 + level.points;
                self.open.pop();
            }
            b'=' => level.in_value = true,
            b'.' if level.in_value && !level.point_of_value => level.point_of_value = true,
            b'.' => {
                level.points += 1;
                self.depth += 1;
            }
            b',' | b'\n' if byte == b',' || !nested => {
                self.depth -= level.points;
                let in_value = level.opened_by == b'[';
                *level = Level { opened_by: level.opened_by, in_value, ..Level::default() };
            }
            _ => {}
        }
    }
}

/// How many bytes the token at the beginning takes, as TOML's own lexer cuts them.
fn length(first: u8, rest: &[u8]) -> usize {
    let until = |ends: &[u8]| rest.iter().position(|byte| ends.contains(byte)).unwrap_or(rest.len());
    match first {
        b'"' | b'\'' if rest.starts_with(&[first; 3]) => long_quote(first, rest),
        b'"' | b'\'' => short_quote(first, rest),
        b'#' => until(b"\r\n"),
        b'.' | b'=' | b',' | b'[' | b']' | b'{' | b'}' | b' ' | b'\t' | b'\r' | b'\n' => 1,
        _ => until(b".=,[]{} \t#\r\n"),
    }
}

/// A quoted text of one line; one that is not closed ends with its line.
fn short_quote(quote: u8, rest: &[u8]) -> usize {
    let mut escaped = false;
    for (at, byte) in rest.iter().enumerate().skip(1) {
        match *byte {
            b'\n' => return at,
            _ if escaped => escaped = false,
            b'\\' if quote == b'"' => escaped = true,
            byte if byte == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// A quoted text of many lines, whose last characters may be up to two quotes.
fn long_quote(quote: u8, rest: &[u8]) -> usize {
    let mut escaped = false;
    for (at, byte) in rest.iter().enumerate().skip(3) {
        match *byte {
            _ if escaped => escaped = false,
            b'\\' if quote == b'"' => escaped = true,
            _ => {
                let after = rest.get(at..).unwrap_or_default();
                if after.starts_with(&[quote; 3]) {
                    let quotes = after.iter().take(5).take_while(|byte| **byte == quote).count();
                    return at + quotes;
                }
            }
        }
    }
    rest.len()
}
