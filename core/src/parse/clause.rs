//! The path of number marks that a piece of law stands under.

const CHINESE_NUMERALS: &str = "一二三四五六七八九十百零〇";

/// Marks from the outermost to the innermost, each deeper than the one before.
#[derive(Debug, Default)]
pub(super) struct Path {
    marks: Vec<(Level, String)>,
}

/// How deep a mark stands; every level has its own way of writing.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Level {
    /// `一、`
    Part,
    /// `第七条 `
    Article,
    /// `（一）`
    Group,
    /// `1. `
    Measure,
    /// `①`
    Item,
}

impl Path {
    /// Follows the mark that a piece begins with; says whether there was one.
    pub(super) fn enter(&mut self, piece: &str) -> bool {
        let Some((level, mark)) = mark_of(piece) else { return false };
        self.marks.retain(|(outer, _)| *outer < level);
        self.marks.push((level, mark));
        true
    }

    /// Back to the top, for text that stands outside every mark again.
    pub(super) fn reset(&mut self) {
        self.marks.clear();
    }

    /// As citations write it: `二（五）13③`.
    pub(super) fn written(&self) -> String {
        self.marks.iter().map(|(_, mark)| mark.as_str()).collect()
    }
}

/// Whether a piece begins with the mark of an article.
pub(super) fn is_article(piece: &str) -> bool {
    matches!(mark_of(piece), Some((Level::Article, _)))
}

fn mark_of(piece: &str) -> Option<(Level, String)> {
    let first = piece.chars().next()?;
    if ('①'..='⑳').contains(&first) {
        return Some((Level::Item, first.to_string()));
    }
    if let Some(inner) = piece.strip_prefix('第') {
        let (numeral, rest) = leading(inner, |c| CHINESE_NUMERALS.contains(c) || c.is_ascii_digit())?;
        // Without a space it is no mark but a reference to one.
        let marks = rest.strip_prefix('条').is_some_and(|rest| rest.starts_with(char::is_whitespace));
        return marks.then(|| (Level::Article, format!("第{numeral}条")));
    }
    if let Some(inner) = piece.strip_prefix('（') {
        let (numeral, rest) = leading(inner, |c| CHINESE_NUMERALS.contains(c))?;
        return rest.starts_with('）').then(|| (Level::Group, format!("（{numeral}）")));
    }
    if let Some((numeral, rest)) = leading(piece, |c| CHINESE_NUMERALS.contains(c)) {
        return rest.starts_with('、').then(|| (Level::Part, numeral.to_owned()));
    }
    let (digits, rest) = leading(piece, |c| c.is_ascii_digit())?;
    rest.starts_with(". ").then(|| (Level::Measure, digits.to_owned()))
}

/// The characters at the beginning that belong, if there are any, and the rest.
fn leading(text: &str, belongs: impl Fn(char) -> bool) -> Option<(&str, &str)> {
    let length = text.find(|c| !belongs(c)).unwrap_or(text.len());
    if length == 0 { None } else { text.split_at_checked(length) }
}
