//! `case` blocks: an example under a sentence, with what the rules say of it.

use super::faults::{END_OF_LINE, Faults, Reported, nearest_first};
use super::fence::Fence;
use super::lines::TextLine;
use super::syntax::Spanned;
use crate::error::{Code, nearest};
use crate::limits::WINDOW_MONTHS;
use crate::source::Words;
use crate::value::{Decimal, Month, Window, WindowFault};
use std::collections::HashSet;

/// An example (案例): facts, and what rules say of them.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct CaseBlock {
    /// What it shows.
    pub title: Spanned<Words>,
    /// The months that are asked about.
    pub window: Spanned<Window>,
    /// What is stated of one family, one institution and the rest of one world; what is not stated is unknown.
    pub facts: Vec<CaseFact>,
    /// The readings that are chosen.
    pub readings: Vec<CaseReading>,
    /// What the rules say.
    pub expectations: Vec<Expectation>,
}

/// A fact of an example.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct CaseFact {
    /// The fact's dotted name.
    pub name: Spanned<String>,
    /// Its value as written: a day, a number, `yes`, `no`, an option.
    pub value: Spanned<String>,
}

/// A reading that an example chooses.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct CaseReading {
    /// The reading's id.
    pub id: Spanned<String>,
    /// The option's.
    pub option: Spanned<String>,
}

/// What an example expects of a rule.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Expectation {
    /// The rule's id, with its layer.
    pub rule: Spanned<String>,
    /// The state over the window.
    pub state: Spanned<String>,
    /// The amount, or the ends of the range; none where only the state is expected.
    pub amount: Option<Spanned<(Decimal, Decimal)>>,
}

const WINDOW: &str = "window";
const FACTS: &str = "facts";
const READING: &str = "reading";
const EXPECT: &str = "expect";
const KEYWORDS: [&str; 4] = [WINDOW, FACTS, READING, EXPECT];
const TITLE_FORM: &str = "中文 | English";
const MONTH_FORM: &str = "YYYY-MM";
const AMOUNT_FORM: &str = "3600.00";
const TO: &str = "..";
const BETWEEN: char = ';';
const COMMENT: char = '#';

/// A name and what it is given.
type Pair = (Spanned<String>, Spanned<String>);

/// What has been read so far.
#[derive(Default)]
struct Draft {
    window: Option<Spanned<Window>>,
    facts: Vec<CaseFact>,
    /// The names of these facts.
    stated: HashSet<String>,
    readings: Vec<CaseReading>,
    expectations: Vec<Expectation>,
    /// The keywords met so far, whether or not their lines could be read.
    seen: Vec<&'static str>,
}

/// Reads the block; `None` where its title or its months could not be read.
pub(super) fn case<'a>(fence: Fence<'a>, lines: &[TextLine<'a>], faults: &mut Faults<'a>) -> Option<CaseBlock> {
    let mut lines = lines.iter().map(|line| line.trimmed()).filter(|line| !line.text.is_empty()).peekable();
    let is_title = |line: &TextLine<'_>| !KEYWORDS.contains(&line.split_word().0.text);
    let title = match lines.next_if(is_title) {
        Some(line) => words(line, faults),
        None => {
            faults.add(Code::MissingLine, fence.word.span(), fence.word.text, TITLE_FORM);
            None
        }
    };
    let mut draft = Draft::default();
    for line in lines {
        // What is wrong with a line has been reported; the next one is read as ever.
        let _: Result<(), Reported> = draft.line(without_comment(line), faults);
    }
    for keyword in [WINDOW, EXPECT].into_iter().filter(|keyword| !draft.seen.contains(keyword)) {
        faults.add(Code::MissingLine, fence.word.span(), fence.word.text, keyword);
    }
    let Draft { window, facts, readings, expectations, .. } = draft;
    Some(CaseBlock { title: title?, window: window?, facts, readings, expectations })
}

fn words(line: TextLine<'_>, faults: &mut Faults<'_>) -> Option<Spanned<Words>> {
    let node = Words::parse(line.text);
    if node.is_none() {
        faults.at(Code::OneLanguage, line.span(), "");
    }
    node.map(|node| Spanned { node, span: line.span() })
}

impl Draft {
    fn line(&mut self, line: TextLine<'_>, faults: &mut Faults<'_>) -> Result<(), Reported> {
        if line.text.is_empty() {
            return Ok(());
        }
        let (word, rest) = line.split_word();
        let Some(keyword) = KEYWORDS.into_iter().find(|keyword| *keyword == word.text) else {
            let expected = nearest_first(word.text, KEYWORDS.into_iter());
            let reported = faults.at(Code::UnknownKeyword, word.span(), expected);
            // A misspelt keyword counts as the one that was most likely meant, so that this is not missing too.
            let meant = nearest(word.text, KEYWORDS).and_then(|meant| KEYWORDS.into_iter().find(|k| *k == meant));
            self.seen.extend(meant.filter(|meant| !self.seen.contains(meant)));
            return Err(reported);
        };
        if keyword == WINDOW && self.seen.contains(&WINDOW) {
            return Err(faults.at(Code::DuplicateLine, word.span(), ""));
        }
        if !self.seen.contains(&keyword) {
            self.seen.push(keyword);
        }
        match keyword {
            WINDOW => self.window = Some(window(rest, faults)?),
            EXPECT => self.expectations.push(expectation(rest, faults)?),
            FACTS => {
                for (name, value) in pairs(rest, "a fact and its value", faults)? {
                    self.fact(name, value, faults)?;
                }
            }
            _ => {
                let pairs = pairs(rest, "a reading and its option", faults)?;
                self.readings.extend(pairs.into_iter().map(|(id, option)| CaseReading { id, option }));
            }
        }
        Ok(())
    }

    fn fact(&mut self, name: Spanned<String>, value: Spanned<String>, faults: &mut Faults<'_>) -> Result<(), Reported> {
        if !self.stated.insert(name.node.clone()) {
            return Err(faults.at(Code::DuplicateLine, name.span, ""));
        }
        self.facts.push(CaseFact { name, value });
        Ok(())
    }
}

/// `2026-01 .. 2026-12`, or one month.
fn window(text: TextLine<'_>, faults: &mut Faults<'_>) -> Result<Spanned<Window>, Reported> {
    let (from, to) = two_ends(text);
    let first = month(from, faults);
    let last = to.map(|to| month(to, faults)).transpose();
    let (first, last) = (first?, last?);
    let last = last.unwrap_or(first);
    let window = Window::new(first, last).map_err(|fault| match fault {
        WindowFault::Reversed => faults.at(Code::WindowReversed, to.unwrap_or(from).span(), first.to_string()),
        WindowFault::TooLong => {
            let months = (last.number() - first.number() + 1).to_string();
            faults.add(Code::WindowTooLong, text.span(), &months, WINDOW_MONTHS.to_string())
        }
    })?;
    Ok(Spanned { node: window, span: text.span() })
}

fn month(text: TextLine<'_>, faults: &mut Faults<'_>) -> Result<Month, Reported> {
    Month::parse(text.text).ok_or_else(|| {
        if text.text.is_empty() {
            faults.ends_early(text.start, MONTH_FORM)
        } else {
            faults.at(Code::NotAMonth, text.span(), "")
        }
    })
}

/// `jining/family-subsidy granted 3600.00`
fn expectation(text: TextLine<'_>, faults: &mut Faults<'_>) -> Result<Expectation, Reported> {
    let (rule, rest) = text.split_word();
    let (state, rest) = rest.split_word();
    if state.text.is_empty() {
        let expected = if rule.text.is_empty() { "a rule and its state" } else { "a state" };
        return Err(faults.ends_early(text.span().end, expected));
    }
    let amount = if rest.text.is_empty() {
        None
    } else {
        let (low, high) = two_ends(rest);
        let (low, high) = (amount(low, faults)?, amount(high.unwrap_or(low), faults)?);
        Some(Spanned { node: (low, high), span: rest.span() })
    };
    Ok(Expectation { rule: spanned(rule), state: spanned(state), amount })
}

fn amount(text: TextLine<'_>, faults: &mut Faults<'_>) -> Result<Decimal, Reported> {
    if text.text.is_empty() {
        return Err(faults.ends_early(text.start, AMOUNT_FORM));
    }
    Decimal::parse(text.text).map_err(|_| faults.at(Code::Syntax, text.span(), AMOUNT_FORM))
}

/// `name value; name value`, at least one.
fn pairs(text: TextLine<'_>, expected: &str, faults: &mut Faults<'_>) -> Result<Vec<Pair>, Reported> {
    let mut pairs = Vec::new();
    let mut start = text.start;
    for part in text.text.split(BETWEEN) {
        let (name, rest) = TextLine { start, text: part }.split_word();
        let (value, more) = rest.split_word();
        start += part.len() + BETWEEN.len_utf8();
        if value.text.is_empty() {
            let end = if name.text.is_empty() { rest.start } else { name.span().end };
            return Err(faults.ends_early(end, expected));
        }
        if !more.text.is_empty() {
            return Err(faults.at(Code::Syntax, more.span(), format!("`{BETWEEN}`, {END_OF_LINE}")));
        }
        pairs.push((spanned(name), spanned(value)));
    }
    Ok(pairs)
}

/// What stands on both sides of `..`; the second is none where there is one value alone.
fn two_ends(text: TextLine<'_>) -> (TextLine<'_>, Option<TextLine<'_>>) {
    match text.text.split_once(TO) {
        Some((from, to)) => {
            let start = text.start + from.len() + TO.len();
            (TextLine { start: text.start, text: from }.trimmed(), Some(TextLine { start, text: to }.trimmed()))
        }
        None => (text, None),
    }
}

fn without_comment(line: TextLine<'_>) -> TextLine<'_> {
    let text = line.text.split(COMMENT).next().unwrap_or_default();
    TextLine { start: line.start, text }.trimmed()
}

fn spanned(text: TextLine<'_>) -> Spanned<String> {
    Spanned { node: text.text.to_owned(), span: text.span() }
}
