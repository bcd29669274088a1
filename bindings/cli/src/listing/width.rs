//! Texts in columns of a terminal: a Chinese character takes two.

use unicode_width::UnicodeWidthStr;

/// Signs that do not begin a line.
const CLOSING: &str = "，。；：、？！）〕】》”’％,.;:?!)]}%…";
/// Signs that stay with the number before them.
const COUNTED: &str = "年月日元天个次项条";
/// A space at which no line is broken.
const STAYS: char = '\u{a0}';
/// Signs that do not end a line.
const OPENING: &str = "（〔【《“‘([{";

/// How many columns a text takes.
pub fn columns(text: &str) -> usize {
    text.width()
}

/// A text that moves no cursor: what is not printed becomes a space.
pub fn clean(text: &str) -> String {
    text.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect()
}

/// A text with spaces behind it, up to a column.
pub fn left(text: &str, width: usize) -> String {
    format!("{text}{}", spaces(width.saturating_sub(columns(text))))
}

/// A text with spaces before it, so that it ends at a column.
pub fn right(text: &str, width: usize) -> String {
    format!("{}{text}", spaces(width.saturating_sub(columns(text))))
}

/// So many spaces.
pub fn spaces(count: usize) -> String {
    " ".repeat(count)
}

/// A text in lines of at most so many columns; words and numbers stay whole where they fit in a line.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(2);
    // An amount stays with its currency.
    let text = &clean(text).replace("CNY ", &format!("CNY{STAYS}")).replace(" 元", &format!("{STAYS}元"));
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for piece in text.split(' ').filter(|word| !word.is_empty()) {
        let mut gap = if line.is_empty() { "" } else { " " };
        for unit in units(piece).into_iter().flat_map(|unit| cut(unit, width)) {
            if columns(&line) + columns(gap) + columns(&unit) > width && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                gap = "";
            }
            line.push_str(gap);
            line.push_str(&unit);
            gap = "";
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines.into_iter().map(|line| line.replace(STAYS, " ")).collect()
}

/// Things in a row, in lines of at most so many columns; a thing that is wider is wrapped.
pub fn joined(items: &[String], between: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for item in items.iter().map(|item| clean(item)).filter(|item| !item.is_empty()) {
        match lines.last_mut().filter(|line| columns(line) + columns(between) + columns(&item) <= width) {
            Some(line) => {
                line.push_str(between);
                line.push_str(&item);
            }
            None if columns(&item) <= width => lines.push(item),
            None => lines.extend(wrap(&item, width)),
        }
    }
    lines
}

/// What is not torn apart: a run of narrow signs, or one wide sign; with the signs that open before it and those
/// that close behind it.
fn units(word: &str) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    for sign in word.chars() {
        let closes = CLOSING.contains(sign);
        let joins = units.last().and_then(|unit| unit.chars().last()).is_some_and(|before| {
            let counted = before.is_ascii_digit() && COUNTED.contains(sign);
            closes
                || counted
                || before == STAYS
                || OPENING.contains(before)
                || (narrow(before) && narrow(sign) && !OPENING.contains(sign))
        });
        match units.last_mut().filter(|_| joins) {
            Some(unit) => unit.push(sign),
            None => units.push(sign.to_string()),
        }
    }
    units
}

/// Whether a sign belongs to a word: letters and digits of narrow scripts, and what stands within ids and numbers.
fn narrow(sign: char) -> bool {
    columns(sign.encode_utf8(&mut [0; 4])) < 2
}

/// A unit that is wider than a line, in pieces that are not.
fn cut(unit: String, width: usize) -> Vec<String> {
    if columns(&unit) <= width {
        return vec![unit];
    }
    let mut pieces = vec![String::new()];
    for sign in unit.chars() {
        let full = pieces.last().is_some_and(|piece| columns(piece) + columns(sign.encode_utf8(&mut [0; 4])) > width);
        match pieces.last_mut().filter(|_| !full) {
            Some(piece) => piece.push(sign),
            None => pieces.push(sign.to_string()),
        }
    }
    pieces
}
