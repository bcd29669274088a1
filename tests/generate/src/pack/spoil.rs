//! One change to a pack: in a document, or rarely in the vocabulary.

use crate::draw::Draw;

/// Words that stand in rules, put where they do not belong.
const WORDS: [&str; 26] = [
    "none",
    "otherwise",
    "by",
    "by reading q1",
    "known",
    "not",
    "(",
    ")",
    "{",
    "}",
    "..",
    "-",
    "day",
    "month",
    "yes",
    ":",
    "99999999999999999999999999",
    "1000000000 CNY",
    "2026-02-30",
    "100 years",
    "%",
    "\"",
    "|",
    "count(kid)",
    "\u{FEFF}",
    "> ",
];

/// Changes one line of one file.
pub(super) fn spoil(draw: &mut Draw<'_, '_>, files: &mut [(String, String)]) {
    let documents = files.len().saturating_sub(1);
    let place = if draw.chance(10) || documents == 0 { 0 } else { 1 + draw.below(documents) };
    let Some((_, text)) = files.get_mut(place) else { return };
    let lines: Vec<&str> = text.split('\n').collect();
    let at = draw.below(lines.len());
    let other = draw.pick(&lines).copied().unwrap_or_default();
    let mut changed: Vec<String> = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        if place != at {
            changed.push((*line).to_owned());
            continue;
        }
        match draw.between(0, 6) {
            0 => {}
            1 => changed.extend([*line, *line].map(str::to_owned)),
            2 => changed.extend([*line, other].map(str::to_owned)),
            3 => changed.push(other.to_owned()),
            4 => changed.push(format!("  {line}")),
            _ => changed.push(exchanged(draw, line)),
        }
    }
    *text = changed.join("\n");
}

/// A line with one of its words exchanged, left out or moved.
fn exchanged(draw: &mut Draw<'_, '_>, line: &str) -> String {
    let indent = line.len() - line.trim_start().len();
    let mut words: Vec<&str> = line.split_whitespace().collect();
    let at = draw.below(words.len());
    let new = draw.word(&WORDS);
    match (draw.between(0, 2), words.get_mut(at)) {
        (0, Some(word)) => *word = new,
        (1, Some(word)) => *word = "",
        _ => words.insert(at.min(words.len()), new),
    }
    format!("{:indent$}{}", "", words.join(" "))
}
