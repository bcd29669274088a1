//! The row of an outcome: title, state, months, figure; in columns that suit the whole listing.

use super::calendar::Calendar;
use super::kinds;
use super::page::{Line, Page, Tone, WIDEST};
use super::view::{Detail, View};
use super::width::{columns, joined, left, right, spaces, wrap};
use tuoyu::source::Language;

/// Where rows begin.
pub const INDENT: usize = 4;
/// Where notes below a row begin.
pub const NOTES: usize = 6;
/// What stands between two columns.
const GAP: usize = 2;
/// The narrowest column of titles.
const LEAST_TITLE: usize = 22;
/// The narrowest page.
const LEAST_PAGE: usize = 72;

/// The columns of a listing.
#[derive(Clone, Debug)]
pub struct Columns {
    title: usize,
    state: usize,
    figure: usize,
    calendar: Option<Calendar>,
    /// Whether pictures stand below their rows.
    below: bool,
    /// The right margin.
    pub right: usize,
}

impl Columns {
    /// The columns for rows of these outcomes.
    pub fn of(views: &[View], calendar: Option<Calendar>, language: Language) -> Self {
        let speaking = || views.iter().filter(|view| view.speaks());
        let widest = |texts: &mut dyn Iterator<Item = String>| texts.map(|text| columns(&text)).max().unwrap_or(0);
        let titles = widest(&mut speaking().map(|view| view.title.in_language(language).to_owned()));
        let state = widest(&mut speaking().map(|view| kinds::state(view, language)));
        let figure = widest(&mut speaking().map(|view| kinds::figure(view, language)));
        let picture = calendar.as_ref().map_or(0, |calendar| calendar.columns() + GAP);
        let rest = INDENT + GAP + state + GAP + figure;
        let left = WIDEST.saturating_sub(rest + picture);
        let below = calendar.as_ref().is_some_and(Calendar::by_years) || left < titles.min(LEAST_TITLE);
        let picture = if below { 0 } else { picture };
        let title = titles.min(WIDEST.saturating_sub(rest + picture));
        let right = (rest + picture + title).max(LEAST_PAGE);
        let title = right.saturating_sub(rest + picture);
        Self { title, state, figure, calendar, below, right }
    }

    /// The column in which pictures begin.
    fn picture(&self) -> usize {
        if self.below { NOTES } else { INDENT + self.title + GAP + self.state + GAP }
    }

    /// A heading and what is told below it, beside them the axis of months if there are pictures; a rule below.
    pub fn heading(&self, page: &mut Page, text: &str, told: &[String], pictured: bool) {
        page.gap();
        let axis = self.calendar.as_ref().filter(|_| pictured).map(Calendar::axis).unwrap_or_default();
        let room = if self.below { WIDEST } else { self.picture().saturating_sub(GAP).max(LEAST_TITLE) };
        let name = wrap(text, room).into_iter().map(|line| Line::of(Tone::Heading, line));
        let told = joined(told, " · ", room).into_iter().map(|line| Line::of(Tone::Faint, line));
        let mut lines: Vec<Line> = name.chain(told).collect();
        // The axis ends where the words do; below wide pictures it has its own lines.
        let least = if self.below { lines.len() + axis.len() } else { lines.len().max(axis.len()) };
        lines.resize(least, Line::default());
        for (line, axis) in lines.iter_mut().rev().zip(axis.into_iter().rev()) {
            *line = std::mem::take(line).to(self.picture()).and(Tone::Faint, axis);
        }
        page.0.extend(lines);
        page.line(Line::rule(self.right));
    }

    /// The row of an outcome.
    pub fn row(&self, page: &mut Page, view: &View, language: Language) {
        let mut title = wrap(view.title.in_language(language), self.title).into_iter();
        let state = left(&kinds::state(view, language), self.state);
        let pictures = self.pictured(view);
        let beside = if self.below { None } else { pictures.first() };
        let mut line = Line::of(Tone::Plain, spaces(INDENT))
            .and(Tone::Plain, title.next().unwrap_or_default())
            .to(INDENT + self.title + GAP)
            .and(kinds::tone(view), state);
        if let Some(picture) = beside {
            line = line.to(self.picture()).and(kinds::tone(view), picture);
        }
        let figure = kinds::figure(view, language);
        if !figure.is_empty() {
            let tone = if view.state == "undetermined" { Tone::Open } else { Tone::Plain };
            line = line.to(self.right - self.figure).and(tone, right(&figure, self.figure));
        }
        page.line(line);
        for rest in title {
            page.line(Line::of(Tone::Plain, spaces(INDENT + GAP)).and(Tone::Plain, rest));
        }
        if self.below {
            for picture in pictures {
                page.line(Line::of(Tone::Plain, spaces(self.picture())).and(kinds::tone(view), picture));
            }
        }
    }

    /// The picture of an outcome that has months to show.
    fn pictured(&self, view: &View) -> Vec<String> {
        let months = !view.months.is_empty() && has_picture(view);
        self.calendar.as_ref().filter(|_| months).map(|calendar| calendar.picture(&view.months)).unwrap_or_default()
    }
}

/// Whether a kind is judged month by month.
pub const fn has_picture(view: &View) -> bool {
    matches!(view.detail, Detail::Entitlement(_) | Detail::Limit { .. } | Detail::Requirement { .. })
}
