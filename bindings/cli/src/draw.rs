//! Diagnostics as people see them.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, renderer::DecorStyle};
use std::io::{IsTerminal, Write};
use tuoyu::error::{Diagnostic, Diagnostics, Place};
use tuoyu::source::{Language, Span};

/// What diagnostics point into.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    /// The text of a file.
    pub text: &'a dyn Fn(&str) -> Option<String>,
    /// Where a member of the case stands, as `FILE:LINE:COLUMN`.
    pub member: &'a dyn Fn(&str) -> Option<String>,
}

impl Sources<'_> {
    /// Nothing to point into.
    pub const NONE: Self = Self { text: &|_| None, member: &|_| None };
}

/// Writes diagnostics to standard error, each drawn over the text that it points into where there is one.
pub fn to_stderr(diagnostics: &[Diagnostic], language: Language, sources: Sources<'_>) {
    let colours = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let renderer = if colours { Renderer::styled() } else { Renderer::plain() }.decor_style(DecorStyle::Unicode);
    let mut out = std::io::stderr().lock();
    for diagnostic in diagnostics {
        // Where nobody reads standard error any more, the exit status still tells.
        let _: std::io::Result<()> = writeln!(out, "{}\n", drawn(diagnostic, language, sources, &renderer));
    }
}

/// Every fault of an input that gave no answer; the exit status that says so.
pub fn refuse(
    Diagnostics(diagnostics): &Diagnostics,
    language: Language,
    sources: Sources<'_>,
) -> std::process::ExitCode {
    to_stderr(diagnostics, language, sources);
    std::process::ExitCode::from(2)
}

fn drawn(diagnostic: &Diagnostic, language: Language, sources: Sources<'_>, renderer: &Renderer) -> String {
    let (error, warning, help) = match language {
        Language::Chinese => ("错误", "提示", "改法"),
        Language::English => ("error", "warning", "help"),
    };
    let level = if diagnostic.is_error() { Level::ERROR.with_name(error) } else { Level::WARNING.with_name(warning) };
    let remedy = Level::HELP.with_name(help).message(diagnostic.help(language));
    let title = level.primary_title(diagnostic.message(language)).id(diagnostic.code.id());
    let group: Group<'_> = match &diagnostic.place {
        Place::Text { file, span } => match (sources.text)(file) {
            Some(text) => {
                let Excerpt { text, line, span } = Excerpt::of(&text, *span);
                let pointer = AnnotationKind::Primary.span(span);
                title.element(Snippet::source(text.to_owned()).line_start(line).path(file.clone()).annotation(pointer))
            }
            None => title.element(Level::NOTE.no_name().message(file.clone())),
        },
        Place::Path(path) => {
            let place = (sources.member)(path).map_or_else(|| path.clone(), |place| format!("{place} {path}"));
            title.element(Origin::path(visible(place.trim_end())))
        }
        Place::Argument(name) => title.element(Origin::path(visible(name))),
        Place::Cell { row, column } => title.element(Origin::path(visible(&cell(*row, column, language)))),
    };
    renderer.render(&[group.element(remedy)])
}

/// A cell of a roster, or a heading, as people find it.
fn cell(row: usize, column: &str, language: Language) -> String {
    match (row, language) {
        (0, Language::Chinese) => format!("表头 “{column}”"),
        (0, Language::English) => format!("heading {column}"),
        (row, Language::Chinese) => format!("第 {row} 行 “{column}”"),
        (row, Language::English) => format!("row {row}, {column}"),
    }
}

/// A place without characters that a terminal obeys: a member of a case may be named by any text.
fn visible(place: &str) -> String {
    place.chars().map(|sign| if sign.is_control() { '\u{fffd}' } else { sign }).collect()
}

/// The most bytes that are drawn after a span: a line may be as long as its file.
const MOST_AFTER: usize = 400;

/// The lines of a text that a span lies in.
struct Excerpt<'t> {
    text: &'t str,
    /// The number of the first line.
    line: usize,
    span: std::ops::Range<usize>,
}

impl<'t> Excerpt<'t> {
    fn of(text: &'t str, span: Span) -> Self {
        // A span that splits a character, or lies outside, is moved to where the text can be cut.
        let end = floor(text, span.end.max(span.start));
        let start = floor(text, span.start).min(end);
        // What is wrong at the end of a line is drawn in that line.
        let is_end = text.get(start..end).is_some_and(|found| found.starts_with(['\n', '\r']));
        let end = if is_end { start } else { end };
        let (before, after) = (text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default());
        let first = before.rfind('\n').map_or(0, |at| at + 1);
        let last = end + after.find('\n').unwrap_or(after.len()).min(floor(after, MOST_AFTER));
        // Nor does the return of a Windows line belong to it.
        let last = last - usize::from(last > end && text.get(..last).is_some_and(|text| text.ends_with('\r')));
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        Self { text: text.get(first..last).unwrap_or_default(), line, span: start - first..end - first }
    }
}

fn floor(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|place| text.is_char_boundary(*place)).unwrap_or_default()
}
