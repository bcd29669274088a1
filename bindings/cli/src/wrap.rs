//! Texts broken into lines of a width, as both languages break them.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Marks that do not begin a line.
const CLOSING: &str = "，。、；：？！）》〕”’%,.;:?!)]…";
/// Marks that do not end a line.
const OPENING: &str = "（《〔“‘([";

/// What begins a footnote's mark, which stays with its text.
const FOOTNOTE: char = '〔';
/// What stands before an amount in English.
const CURRENCY: &str = "CNY";

/// How many columns a text takes on a terminal.
pub fn width(text: &str) -> usize {
    text.width()
}

/// Breaks a text into lines of at most so many columns: at spaces, and between Chinese characters except where a
/// mark would begin or end a line wrongly. A word that is longer than a line is cut.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(2);
    let mut lines = vec![String::new()];
    for piece in pieces(text) {
        let line = lines.last_mut();
        let Some(line) = line else { break };
        if width(line) + width(piece.trim_end()) <= columns {
            line.push_str(piece);
            continue;
        }
        if !line.is_empty() {
            lines.push(String::new());
        }
        put(&mut lines, piece, columns);
    }
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

/// Puts a piece on the last line, which is empty, and cuts it where it is too long.
fn put(lines: &mut Vec<String>, piece: &str, columns: usize) {
    for character in piece.chars() {
        let wide = character.width().unwrap_or_default();
        if character != ' ' && lines.last().is_none_or(|line| width(line) + wide > columns) {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push(character);
        }
    }
}

/// The pieces that are not broken.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut before) = (0, None);
    for (at, character) in text.char_indices() {
        let so_far = text.get(start..at).unwrap_or_default();
        if before.is_some_and(|before| may_break(before, character)) && !stays(so_far) {
            pieces.extend(text.get(start..at));
            start = at;
        }
        before = Some(character);
    }
    pieces.extend(text.get(start..));
    pieces
}

/// A number stays with the unit after it, a currency with its amount.
fn stays(so_far: &str) -> bool {
    let before_space = so_far.strip_suffix(' ').unwrap_or_default();
    before_space.ends_with(|last: char| last.is_ascii_digit()) || before_space == CURRENCY
}

fn may_break(before: char, after: char) -> bool {
    let wide = |character: char| character.width() == Some(2);
    if after == ' ' || after == FOOTNOTE || CLOSING.contains(after) || OPENING.contains(before) {
        return false;
    }
    before == ' ' || wide(before) || wide(after)
}

#[cfg(test)]
mod tests {
    use super::{width, wrap};

    #[test]
    fn chinese_breaks_between_characters_and_marks_stay_with_their_words() {
        assert_eq!(wrap("孩子是哪一天出生的？", 10), ["孩子是哪一", "天出生的？"]);
        // The comma would begin the second line, so the character before it moves too.
        assert_eq!(wrap("托育服务费，保育费", 10), ["托育服务", "费，保育费"]);
        assert_eq!(wrap("收费标准（元）", 10), ["收费标准", "（元）"]);
    }

    #[test]
    fn english_breaks_at_spaces_and_a_long_word_is_cut() {
        assert_eq!(wrap("enrolled all year", 9), ["enrolled", "all year"]);
        assert_eq!(wrap("pays 300 yuan", 9), ["pays", "300 yuan"]);
        assert_eq!(wrap("granted, CNY 300.00", 14), ["granted,", "CNY 300.00"]);
        assert_eq!(wrap("family-subsidy-payer", 8), ["family-s", "ubsidy-p", "ayer"]);
    }

    #[test]
    fn no_line_is_wider_than_asked() {
        let text = "各县（市、区）政府（管委会）按照省、市优化生育政策，二孩每人每月300元、三孩每人每月500元。";
        for columns in 4..40 {
            let lines = wrap(text, columns);
            assert!(lines.iter().all(|line| width(line) <= columns), "{columns}: {lines:?}");
            assert_eq!(lines.concat(), text);
        }
    }
}
