//! Texts and places in them.

/// A half-open range of bytes of one text.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The range from one byte to before another.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// A place as people count it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

/// A named text: one file of a rule pack.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SourceText {
    /// The path inside the pack, such as `jining/2025-15.md`.
    pub name: String,
    /// The whole text.
    pub text: String,
}

impl SourceText {
    /// The position of a byte.
    ///
    /// ```
    /// use tuoyu::source::SourceText;
    /// let text = SourceText { name: "a.md".into(), text: "托育\n补贴".into() };
    /// assert_eq!((text.position(10).line, text.position(10).column), (2, 2));
    /// ```
    #[must_use]
    pub fn position(&self, byte: usize) -> Position {
        let before = self.text.get(..byte).unwrap_or(&self.text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let column = before.get(line_start..).map_or(0, |line| line.chars().count()) + 1;
        Position { line, column }
    }
}
