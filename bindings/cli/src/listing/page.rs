//! Lines of toned text: plain in a file, coloured on a terminal.

use super::width;
use anstyle::{AnsiColor, Style};

/// The columns that no line goes beyond.
pub const WIDEST: usize = 80;

/// What a stretch of text is, and so how it is coloured.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Tone {
    /// Said without stress.
    Plain,
    /// A heading.
    Heading,
    /// Something is due, met or done.
    Good,
    /// A duty or a limit is not kept.
    Bad,
    /// Not settled.
    Open,
    /// Beside the point, or nothing.
    Faint,
}

impl Tone {
    const fn style(self) -> Style {
        match self {
            Self::Plain => Style::new(),
            Self::Heading => Style::new().bold(),
            Self::Good => AnsiColor::Green.on_default(),
            Self::Bad => AnsiColor::Red.on_default(),
            Self::Open => AnsiColor::Yellow.on_default(),
            Self::Faint => Style::new().dimmed(),
        }
    }
}

/// One line.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Line(Vec<(Tone, String)>);

impl Line {
    /// A line of one tone.
    pub fn of(tone: Tone, text: impl Into<String>) -> Self {
        Self::default().and(tone, text)
    }

    /// The line with a text behind it.
    #[must_use]
    pub fn and(mut self, tone: Tone, text: impl Into<String>) -> Self {
        self.0.push((tone, text.into()));
        self
    }

    /// The line filled with spaces up to a column.
    #[must_use]
    pub fn to(self, column: usize) -> Self {
        let gap = column.saturating_sub(self.columns());
        self.and(Tone::Plain, width::spaces(gap))
    }

    /// How many columns it takes.
    pub fn columns(&self) -> usize {
        self.0.iter().map(|(_, text)| width::columns(text)).sum()
    }

    /// A rule of a width.
    pub fn rule(width: usize) -> Self {
        Self::of(Tone::Faint, "─".repeat(width))
    }

    fn is_rule(&self) -> bool {
        self.0.iter().all(|(_, text)| text.chars().all(|sign| sign == '─'))
    }

    fn plain(&self) -> String {
        let text: String = self.0.iter().map(|(_, text)| text.as_str()).collect();
        text.trim_end().to_owned()
    }

    fn coloured(&self) -> String {
        let each = self.0.iter().map(|(tone, text)| {
            let style = if text.trim().is_empty() { Style::new() } else { tone.style() };
            format!("{style}{text}{style:#}")
        });
        each.collect::<String>().trim_end().to_owned()
    }
}

/// All lines.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Page(pub Vec<Line>);

impl Page {
    /// An empty line, but never two, never first, and not below a rule.
    pub fn gap(&mut self) {
        if self.0.last().is_some_and(|line| line.columns() > 0 && !line.is_rule()) {
            self.0.push(Line::default());
        }
    }

    /// A line.
    pub fn line(&mut self, line: Line) {
        self.0.push(line);
    }

    /// A section's heading after an empty line.
    pub fn heading(&mut self, text: &str) {
        self.gap();
        self.paragraph((0, ""), Tone::Heading, text);
    }

    /// A text in as many lines as it takes: a mark at an indent, and every line behind the mark.
    pub fn paragraph(&mut self, (indent, mark): (usize, &str), tone: Tone, text: &str) {
        let start = indent + width::columns(mark);
        for (place, line) in width::wrap(text, WIDEST.saturating_sub(start)).into_iter().enumerate() {
            let before = if place == 0 { mark } else { "" };
            self.line(Line::of(Tone::Plain, width::spaces(indent)).and(tone, before).to(start).and(tone, line));
        }
    }

    /// Things in a row, in as many lines as they take; a thing is torn apart only where it fills a line alone.
    pub fn items(&mut self, indent: usize, tone: Tone, between: &str, items: &[String]) {
        for line in width::joined(items, between, WIDEST.saturating_sub(indent)) {
            self.line(Line::of(Tone::Plain, width::spaces(indent)).and(tone, line));
        }
    }

    /// The whole text, without a line break at its end.
    pub fn text(&self, colours: bool) -> String {
        let each = self.0.iter().map(|line| if colours { line.coloured() } else { line.plain() });
        each.collect::<Vec<_>>().join("\n")
    }
}
