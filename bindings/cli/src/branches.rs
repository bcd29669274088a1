//! Trees as people see them: 80 columns, and colours where a terminal shows them.

use crate::wrap::{width, wrap};
use std::io::IsTerminal;
use tuoyu::explain::{Mark, Part, Tree, TreeLine};
use tuoyu::source::Language;

/// The columns of a page.
const COLUMNS: usize = 80;

const BOLD: &str = "\u{1b}[1m";
const DIM: &str = "\u{1b}[2m";
const GREEN: &str = "\u{1b}[32m";
const RED: &str = "\u{1b}[31m";
const YELLOW: &str = "\u{1b}[33m";
const PLAIN: &str = "\u{1b}[0m";

/// Whether standard output shows colours and nobody has asked for none.
pub fn colours() -> bool {
    std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none()
}

/// A tree of 80 columns.
pub fn draw(tree: &Tree, language: Language, colours: bool) -> String {
    tree.lines(language).iter().flat_map(|line| one(line, colours)).collect::<Vec<_>>().join("\n")
}

/// A text of 80 columns without branches.
pub fn paragraph(text: &str) -> String {
    wrap(text, COLUMNS).join("\n")
}

fn one(line: &TreeLine<'_>, colours: bool) -> Vec<String> {
    let sign = line.mark.sign();
    let indent = width(sign);
    let before = width(&line.stem).max(width(&line.hang)) + indent;
    let texts = wrap(line.text, COLUMNS.saturating_sub(before));
    let drawn = texts.iter().enumerate().map(|(place, text)| {
        let (branch, sign) = if place == 0 { (&line.stem, sign.to_owned()) } else { (&line.hang, " ".repeat(indent)) };
        if !colours {
            return format!("{branch}{sign}{text}").trim_end().to_owned();
        }
        let branch = if branch.is_empty() { String::new() } else { format!("{DIM}{branch}{PLAIN}") };
        format!("{branch}{}{}", painted(&sign, mark(line.mark)), painted(text, part(line.part)))
    });
    drawn.collect()
}

fn painted(text: &str, paint: &str) -> String {
    if text.is_empty() || paint.is_empty() { text.to_owned() } else { format!("{paint}{text}{PLAIN}") }
}

const fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::Yes => GREEN,
        Mark::No => RED,
        Mark::Unknown => YELLOW,
        Mark::Pending => YELLOW,
        Mark::None => "",
    }
}

const fn part(part: Part) -> &'static str {
    match part {
        Part::Head | Part::Section => BOLD,
        Part::Law => DIM,
        Part::Point | Part::Detail => "",
    }
}

#[cfg(test)]
mod tests {
    use super::{draw, width};
    use tuoyu::explain::{Mark, Part, Tree};
    use tuoyu::source::{Language, Words};

    fn tree(part: Part, mark: Mark, text: &str, children: Vec<Tree>) -> Tree {
        Tree { part, mark, words: Words { zh: text.to_owned(), en: text.to_owned() }, children }
    }

    #[test]
    fn wrapped_lines_keep_the_branches_of_what_follows() {
        let long = "word ".repeat(20);
        let first = tree(Part::Point, Mark::Yes, long.trim_end(), Vec::new());
        let second = tree(Part::Point, Mark::No, "end", Vec::new());
        let drawn = draw(&tree(Part::Head, Mark::None, "top", vec![first, second]), Language::English, false);
        let lines: Vec<&str> = drawn.lines().collect();
        assert_eq!(lines.len(), 4);
        assert!(lines[1].starts_with("├─ ✓ word") && lines[2].starts_with("│    word"), "{drawn}");
        assert_eq!(lines[3], "└─ ✗ end");
        assert!(lines.iter().all(|line| width(line) <= 80));
    }

    #[test]
    fn colours_change_no_text() {
        let drawn = draw(&tree(Part::Head, Mark::Yes, "top", Vec::new()), Language::English, true);
        assert_eq!(drawn, "\u{1b}[32m✓ \u{1b}[0m\u{1b}[1mtop\u{1b}[0m");
    }
}
